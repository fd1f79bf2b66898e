// The doors that belong to practices: alerts, imports, reports and compositions.
import type { Door } from '../platform/http/context.ts';
import { compositionDoor } from './doors/composition.ts';
import { reportDoor } from './doors/reports.ts';

export const doors: readonly Door[] = [compositionDoor, reportDoor];

export const doorPaths = {};
