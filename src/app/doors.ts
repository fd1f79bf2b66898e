// The doors that belong to practices, for alerts, imports, reports and whatever more than one practice answers; and the one that calculates.
import type { Door } from '../platform/http/context.ts';
import { alertDoor, alertPaths } from './doors/alerts.ts';
import { cabDoor } from './doors/cab.ts';
import { cabPaths } from './doors/cab-paths.ts';
import { calculateDoor, calculatePaths, calculateSchemas } from './doors/calculate.ts';
import { calendarFeedDoor } from './doors/calendar-feeds.ts';
import { candidatePaths } from './doors/candidate-paths.ts';
import { candidateDoor } from './doors/candidates.ts';
import { changeCalendarDoor } from './doors/change-calendar.ts';
import { changeCalendarPaths } from './doors/change-calendar-paths.ts';
import { changesDoor } from './doors/changes.ts';
import { changesPaths } from './doors/changes-paths.ts';
import { compositionDoor } from './doors/composition.ts';
import { configurationDoor } from './doors/configuration.ts';
import { configurationPaths } from './doors/configuration-paths.ts';
import { evidenceDoor, evidencePaths } from './doors/evidence.ts';
import { feasibilityDoor } from './doors/feasibility.ts';
import { handoverDoor, handoverPaths } from './doors/handover.ts';
import { holidayDoor, holidayPaths } from './doors/holidays.ts';
import { impactDoor } from './doors/impact.ts';
import { impactPaths } from './doors/impact-paths.ts';
import { importDoor, importPaths } from './doors/imports.ts';
import { mapDoor, mapPaths } from './doors/map.ts';
import { netboxDoor, netboxPaths } from './doors/netbox.ts';
import { noticeDoor } from './doors/notices.ts';
import { readingPaths } from './doors/paths.ts';
import { predictionDoor } from './doors/predictions.ts';
import { problemPaths } from './doors/problem-paths.ts';
import { problemDoor } from './doors/problems.ts';
import { reportDoor } from './doors/reports.ts';
import { whatIfDoor } from './doors/what-if.ts';

export const doors: readonly Door[] = [
  alertDoor,
  cabDoor,
  calculateDoor,
  calendarFeedDoor,
  candidateDoor,
  changeCalendarDoor,
  changesDoor,
  compositionDoor,
  configurationDoor,
  evidenceDoor,
  feasibilityDoor,
  handoverDoor,
  holidayDoor,
  impactDoor,
  importDoor,
  mapDoor,
  netboxDoor,
  noticeDoor,
  predictionDoor,
  problemDoor,
  reportDoor,
  whatIfDoor,
];

export const doorPaths = {
  ...changesPaths,
  ...alertPaths,
  ...cabPaths,
  ...candidatePaths,
  ...calculatePaths,
  ...changeCalendarPaths,
  ...configurationPaths,
  ...evidencePaths,
  ...handoverPaths,
  ...holidayPaths,
  ...impactPaths,
  ...importPaths,
  ...mapPaths,
  ...netboxPaths,
  ...problemPaths,
  ...readingPaths,
};

/** Components that those paths refer to. */
export const doorSchemas = calculateSchemas;
