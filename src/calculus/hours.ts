// One party's service hours seen from another's: what a promise in the one is worth in the other, at worst.

import { type Calendar, openHours, workingMs } from './calendar.ts';
import { DAY_MS } from './calendar-days.ts';

/** Long enough to meet every weekday, holiday and change of the clock of one year. */
const YEAR_MS = 400 * DAY_MS;

/**
 * How much time of `outer` may pass, at worst, while `workMs` of time of `inner` is worked: the work itself plus the hours of
 * `outer` in which `inner` is closed meanwhile, wherever in the 400 days from `fromMs` the work begins. Exact when `inner` opens
 * only while `outer` is open, otherwise an upper bound. Null when `inner` does not hold so much work in that time.
 */
export function worstElapsed(inner: Calendar, workMs: number, outer: Calendar, fromMs: number): number | null {
  const hours = openHours(inner, fromMs, fromMs + YEAR_MS);
  if (workMs > hours.reduce((sum, each) => sum + each.to - each.from, 0)) return null;
  const gaps = gapsOf(hours, outer, fromMs);
  let longest = 0;
  // Work that begins when `inner` closes waits out the most: the gap behind it and all gaps until the work is done.
  for (let first = 0; first < gaps.length; first++) {
    let waited = 0;
    let worked = 0;
    for (let i = first; i < gaps.length && (i === first || worked < workMs); i++) {
      waited += gaps[i] ?? 0;
      worked += (hours[i]?.to ?? 0) - (hours[i]?.from ?? 0);
    }
    longest = Math.max(longest, waited);
  }
  return workMs + longest;
}

/** Hours of `outer` in the 400 days from `fromMs` in which `inner` is closed, in milliseconds. */
export function uncoveredMs(inner: Calendar, outer: Calendar, fromMs: number): number {
  const hours = openHours(inner, fromMs, fromMs + YEAR_MS);
  const covered = hours.reduce((sum, each) => sum + workingMs(outer, each.from, each.to), 0);
  return workingMs(outer, fromMs, fromMs + YEAR_MS) - covered;
}

export type Period = 'month' | 'quarter' | 'year';
const days: Readonly<Record<Period, { readonly shortest: number; readonly longest: number }>> = {
  month: { shortest: 28, longest: 31 },
  quarter: { shortest: 90, longest: 92 },
  year: { shortest: 365, longest: 366 },
};

/**
 * What an availability (0 to 1) promised per `inner` period is worth per `outer` period: all that may be lost in the longer one
 * may be lost in one of the shorter. A shorter or equal inner period keeps its value.
 */
export function worstInPeriod(availability: number, inner: Period, outer: Period): number {
  if (days[inner].longest <= days[outer].longest) return availability;
  return Math.max(0, 1 - ((1 - availability) * days[inner].longest) / days[outer].shortest);
}

/** The time of `outer` before each opening of `inner`, the first being the wait before `inner` opens at all. */
function gapsOf(hours: readonly { readonly from: number; readonly to: number }[], outer: Calendar, fromMs: number): number[] {
  return hours.map((each, i) => workingMs(outer, hours[i - 1]?.to ?? fromMs, each.from));
}
