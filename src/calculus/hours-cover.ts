// How one party's service hours stand to another's: what they leave open, and what a target becomes on the other clock.
import { addWorking, type Calendar, hoursText, openHours, roundTheClock, workingMs } from './calendar.ts';
import { DAY_MS } from './calendar-days.ts';

/** Fifty-three weeks: every weekday, every clock change and every yearly holiday at least once. */
export const horizonDays = 371;

/** Working time of both calendars in the year from `at`, and the part of the parent's in which the child is closed. */
export type Cover = { readonly parent_ms: number; readonly child_ms: number; readonly uncovered_ms: number };

export function cover(child: Calendar | undefined, parent: Calendar | undefined, at: number): Cover {
  const [inner, outer] = [child ?? roundTheClock, parent ?? roundTheClock];
  const until = at + horizonDays * DAY_MS;
  const parent_ms = workingMs(outer, at, until);
  const covered = openHours(outer, at, until).reduce((sum, each) => sum + workingMs(inner, each.from, each.to), 0);
  return { parent_ms, child_ms: workingMs(inner, at, until), uncovered_ms: parent_ms - covered };
}

/**
 * The longest that `target_ms` in the child's hours can take in the parent's, over all moments of the year from `at` in
 * which it may begin: the waiting for the child to open is in it, and so is the time that costs the parent nothing.
 * Null when it can take for ever. Exact: between the moments tried, the length changes linearly.
 */
export function worstElapsed(target_ms: number, { child, parent, at }: { child?: Calendar; parent?: Calendar; at: number }): number | null {
  const [inner, outer] = [child ?? roundTheClock, parent ?? roundTheClock];
  if (sameHours(inner, outer)) return target_ms;
  let worst = 0;
  for (const start of turningPoints(target_ms, { inner, outer, at })) {
    const end = addWorking(inner, start, target_ms);
    if (end === null) return null;
    worst = Math.max(worst, workingMs(outer, start, end));
  }
  return worst;
}

export function sameHours(a: Calendar, b: Calendar): boolean {
  return a === b || hoursText(a) === hoursText(b);
}

/** Where either calendar opens or closes, and where a start must lie for the end to fall on such a moment; with their neighbours. */
function turningPoints(target_ms: number, { inner, outer, at }: { inner: Calendar; outer: Calendar; at: number }): Set<number> {
  const until = at + horizonDays * DAY_MS;
  const edges = [inner, outer].flatMap((each) => openHours(each, at, until)).flatMap((each) => [each.from, each.to]);
  const starts = edges.map((edge) => addWorking(inner, at, workingMs(inner, at, edge) - target_ms) ?? at);
  return new Set([at, ...edges, ...starts].flatMap((each) => [each - 1, each, each + 1]).filter((each) => each >= at && each < until));
}
