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
import { conformanceDoor } from './doors/conformance.ts';
import { conformancePaths } from './doors/conformance-paths.ts';
import { evidenceDoor, evidencePaths } from './doors/evidence.ts';
import { feasibilityDoor } from './doors/feasibility.ts';
import { governanceDoor } from './doors/governance.ts';
import { governancePaths } from './doors/governance-paths.ts';
import { growthDoor } from './doors/growth.ts';
import { growthPaths } from './doors/growth-paths.ts';
import { handoverDoor, handoverPaths } from './doors/handover.ts';
import { holidayDoor, holidayPaths } from './doors/holidays.ts';
import { impactDoor } from './doors/impact.ts';
import { impactPaths } from './doors/impact-paths.ts';
import { importDoor, importPaths } from './doors/imports.ts';
import { improvementDoor } from './doors/improvement.ts';
import { mapDoor, mapPaths } from './doors/map.ts';
import { measurePaths } from './doors/measure-paths.ts';
import { measureDoor } from './doors/measures.ts';
import { modelDoor } from './doors/model.ts';
import { modelPaths } from './doors/model-paths.ts';
import { netboxDoor, netboxPaths } from './doors/netbox.ts';
import { noticeDoor } from './doors/notices.ts';
import { readingPaths } from './doors/paths.ts';
import { planningDoor } from './doors/planning.ts';
import { planningPaths } from './doors/planning-paths.ts';
import { predictionDoor } from './doors/predictions.ts';
import { problemPaths } from './doors/problem-paths.ts';
import { problemDoor } from './doors/problems.ts';
import { referenceDoor } from './doors/reference.ts';
import { referencePaths } from './doors/reference-paths.ts';
import { reportDoor } from './doors/reports.ts';
import { scorecardDoor } from './doors/scorecard.ts';
import { staffingDoor } from './doors/staffing.ts';
import { whatIfDoor } from './doors/what-if.ts';
import { allocationCopyDoor, workforceDoor } from './doors/workforce.ts';
import { workforcePaths } from './doors/workforce-paths.ts';
import { type Library, modelLibrary } from './models.ts';

/** The doors of an installation that has these reference models. */
export const doorsWith = (library: Library): readonly Door[] => [
  alertDoor,
  cabDoor,
  calculateDoor,
  calendarFeedDoor,
  candidateDoor,
  changeCalendarDoor,
  changesDoor,
  compositionDoor,
  configurationDoor,
  conformanceDoor,
  evidenceDoor,
  feasibilityDoor,
  governanceDoor,
  growthDoor,
  handoverDoor,
  holidayDoor,
  impactDoor,
  importDoor,
  improvementDoor,
  mapDoor,
  measureDoor,
  modelDoor,
  netboxDoor,
  noticeDoor,
  planningDoor,
  predictionDoor,
  problemDoor,
  referenceDoor(library),
  reportDoor,
  staffingDoor,
  scorecardDoor,
  whatIfDoor,
  workforceDoor,
  allocationCopyDoor,
];

/** Those of the models that come with the product. */
export const doors = doorsWith(modelLibrary(null, { warn: () => undefined }));

export const doorPaths = {
  ...changesPaths,
  ...alertPaths,
  ...cabPaths,
  ...candidatePaths,
  ...calculatePaths,
  ...changeCalendarPaths,
  ...configurationPaths,
  ...conformancePaths,
  ...evidencePaths,
  ...governancePaths,
  ...growthPaths,
  ...handoverPaths,
  ...holidayPaths,
  ...impactPaths,
  ...importPaths,
  ...mapPaths,
  ...measurePaths,
  ...modelPaths,
  ...netboxPaths,
  ...planningPaths,
  ...problemPaths,
  ...readingPaths,
  ...workforcePaths,
  ...referencePaths,
};

/** The tags of doors that belong to no single kind of record. */
export const doorTags = [
  { name: 'doors', description: 'Doors for monitoring systems, imports and reports' },
  { name: 'calculate', description: 'The arithmetic by itself: reads nothing but the request; the same as `tessera calculate`' },
  { name: 'conformance', description: 'The real paths of work over the intended ones, and event logs of any period' },
  { name: 'governance', description: 'Forums, what they decided and agreed, and reviews with customers' },
  { name: 'growth', description: 'How far the contracting of a customer has grown, from evidence' },
  { name: 'model', description: 'The operating model in effect, its processes in figures, conflicts of duties and accountabilities' },
  { name: 'planning', description: 'The tactical registers side by side: availability, capacity, continuity, cost, risk and the portfolio' },
] as const;

/** Components that those paths refer to. */
export const doorSchemas = calculateSchemas;
