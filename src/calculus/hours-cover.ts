// How one party's service hours stand to another's: what they leave open, and what a target becomes on the other clock.
import { addWorking, type Calendar, hoursText, openHours, roundTheClock, workingMs } from './calendar.ts';
import { DAY_MS } from './calendar-days.ts';
import { type Lay, layBeside, longest } from './hours-lay.ts';

/** Fifty-three weeks: every weekday, every clock change and every yearly holiday at least once. */
export const horizonDays = 371;

/** Working time of both calendars in the year from `at`, and the part of the parent's in which the child is closed. */
export type Cover = { readonly parent_ms: number; readonly child_ms: number; readonly uncovered_ms: number };

export function cover(child: Calendar | undefined, parent: Calendar | undefined, at: number): Cover {
  const [inner, outer] = [child ?? roundTheClock, parent ?? roundTheClock];
  return remembered(covers, { inner, outer, key: at }, () => coverOf(inner, outer, at));
}

function coverOf(inner: Calendar, outer: Calendar, at: number): Cover {
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
  if (inner === outer) return target_ms;
  return remembered(worsts, { inner, outer, key: target_ms, at }, () => worstOf(target_ms, { inner, outer, at }));
}

function worstOf(target_ms: number, { inner, outer, at }: { inner: Calendar; outer: Calendar; at: number }): number | null {
  const { lay, same } = remembered(lays, { inner, outer, key: at }, () => {
    const same = sameHours(inner, outer);
    return { same, lay: same ? null : layBeside(inner, outer, { from: at, to: at + horizonDays * DAY_MS }) };
  });
  if (same || lay === null) return target_ms;
  const found = longest(lay, target_ms);
  if (found !== null) return found;
  // More than the year after the year holds: step by step, over the few moments of the year that matter.
  return worstByTrying(target_ms, { inner, outer, at });
}

function worstByTrying(target_ms: number, { inner, outer, at }: { inner: Calendar; outer: Calendar; at: number }): number | null {
  const until = at + horizonDays * DAY_MS;
  const edges = [inner, outer].flatMap((each) => openHours(each, at, until)).flatMap((each) => [each.from, each.to]);
  let worst = 0;
  for (const start of new Set([at, ...edges, ...edges.map((each) => each + 1)])) {
    const end = addWorking(inner, start, target_ms);
    if (end === null) return null;
    worst = Math.max(worst, workingMs(outer, start, end));
  }
  return worst;
}

export function sameHours(a: Calendar, b: Calendar): boolean {
  return a === b || hoursText(a) === hoursText(b);
}

/** Whole chains compare the same few calendars with one another again and again; a comparison walks through a year. */
type Memory<T> = WeakMap<Calendar, WeakMap<Calendar, Map<number, Map<number, T>>>>;
const covers: Memory<Cover> = new WeakMap();
const worsts: Memory<number | null> = new WeakMap();
const lays: Memory<{ readonly same: boolean; readonly lay: Lay | null }> = new WeakMap();
const KEPT = 2_000;

type Asked = { readonly inner: Calendar; readonly outer: Calendar; readonly key: number; readonly at?: number };

function remembered<T>(memory: Memory<T>, { inner, outer, key, at = 0 }: Asked, compute: () => T): T {
  const ofInner = within(memory, inner, () => new WeakMap<Calendar, Map<number, Map<number, T>>>());
  const known = within(
    within(ofInner, outer, () => new Map<number, Map<number, T>>()),
    at,
    () => new Map<number, T>(),
  );
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= KEPT) known.clear();
  const made = compute();
  known.set(key, made);
  return made;
}

function within<K, V>(map: { get(key: K): V | undefined; set(key: K, value: V): unknown }, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
