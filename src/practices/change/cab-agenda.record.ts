// The agenda and its times as plain arithmetic: order, late items, and how long each item took. Nothing here knows what time it is.
import type { AgendaItem, Spent } from './cab-data.record.ts';

/** The agenda with the found changes after those that are on it already; nothing twice. */
export function withFound(agenda: readonly AgendaItem[], found: readonly string[], minutes: number): AgendaItem[] {
  const known = new Set(agenda.map((each) => each.change));
  const more = [...new Set(found)].filter((change) => !known.has(change));
  return [...agenda, ...more.map((change) => ({ change, late: false, minutes, added_by: null, reason: null }))];
}

/** The item at another place, counted from 1; past the end is the end. */
export function moved(agenda: readonly AgendaItem[], change: string, position: number): AgendaItem[] {
  const item = agenda.find((each) => each.change === change);
  const others = agenda.filter((each) => each.change !== change);
  return item ? [...others.slice(0, position - 1), item, ...others.slice(position - 1)] : [...agenda];
}

/**
 * The item after the current one, by the order of the agenda; the first when none was current. Null at the end: what was
 * skipped before is for the chair to choose.
 */
export function following(agenda: readonly AgendaItem[], current: string | null): string | null {
  const at = current === null ? -1 : agenda.findIndex((each) => each.change === current);
  return agenda[at + 1]?.change ?? null;
}

/** The times with the running stretch ended. */
export const stopped = (timing: readonly Spent[], at: string): Spent[] => timing.map((each) => (each.to === null ? { ...each, to: at } : each));

/** The times with the running stretch ended and one of this item begun. */
export const running = (timing: readonly Spent[], change: string | null, at: string): Spent[] => [
  ...stopped(timing, at),
  ...(change === null ? [] : [{ change, from: at, to: null }]),
];

/** Milliseconds that an item took up to `now` (ms since 1970); the pauses are not in it. */
export function usedMs(timing: readonly Spent[], change: string, now: number): number {
  return timing
    .filter((each) => each.change === change)
    .reduce((sum, each) => sum + Math.max(0, (each.to ? Date.parse(each.to) : now) - Date.parse(each.from)), 0);
}
