// The doors that belong to practices: alerts, imports, reports and compositions.
import type { Door } from '../platform/http/context.ts';
import { alertDoor, alertPaths } from './doors/alerts.ts';
import { compositionDoor } from './doors/composition.ts';
import { feasibilityDoor } from './doors/feasibility.ts';
import { importDoor, importPaths } from './doors/imports.ts';
import { readingPaths } from './doors/paths.ts';
import { reportDoor } from './doors/reports.ts';

export const doors: readonly Door[] = [alertDoor, compositionDoor, feasibilityDoor, importDoor, reportDoor];

export const doorPaths = { ...alertPaths, ...importPaths, ...readingPaths };
