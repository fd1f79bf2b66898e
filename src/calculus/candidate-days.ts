// Whole days as they weigh: counts of each day, and how much of a normal day each one is by its weekday.
import { DAY_MS } from './calendar-days.ts';
import { dispersionOf, type Observed } from './rate-test.ts';

/** Days since 1970-01-01 of a local date. Throws a RangeError when it is none. */
export function dayOf(date: string): number {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  if (!Number.isInteger(day)) throw new RangeError(`not a date: ${date}`);
  return day;
}

/** The local date of a day, as YYYY-MM-DD. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Days `[from, until)` before a window of `[until, to)`. */
export type Span = { readonly from: number; readonly until: number; readonly to: number };

/** As many cases of the middling day as this weigh against what a weekday showed: a few cases make no rhythm. */
const prior = 10;

/**
 * What share of a middling day each weekday is (0 Thursday, as 1970-01-01 was), from how many cases fell on it in
 * `[from, until)` of `perDay`, which counts the cases of all groups by day. Around 1, never 0.
 */
export function weekdayWeights(perDay: ReadonlyMap<number, number>, { from, until }: Omit<Span, 'to'>): number[] {
  const [counts, days] = [Array<number>(7).fill(0), Array<number>(7).fill(0)];
  for (let day = from; day < until; day++) {
    const at = weekdayOf(day);
    counts[at] = (counts[at] ?? 0) + (perDay.get(day) ?? 0);
    days[at] = (days[at] ?? 0) + 1;
  }
  const mean = counts.reduce((sum, each) => sum + each, 0) / (until - from);
  return counts.map((count, at) => (mean > 0 ? (count + prior) / (mean * (days[at] ?? 0) + prior) : 1));
}

/** Weighed days of `[from, until)`. */
export function exposureOf(weights: readonly number[], { from, until }: Omit<Span, 'to'>): number {
  const weeks = Math.floor((until - from) / 7);
  let sum = weeks * weights.reduce((all, each) => all + each, 0);
  for (let day = from + weeks * 7; day < until; day++) sum += weightOf(weights, day);
  return sum;
}

/** Each day of `[from, until)` by itself; `days` of cases rise. */
export function dailyOf(days: readonly number[], weights: readonly number[], { from, until }: Omit<Span, 'to'>): Observed[] {
  const observed: Observed[] = [];
  for (let day = from, i = firstFrom(days, from); day < until; day++) {
    const before = i;
    while ((days[i] ?? Infinity) <= day) i++;
    observed.push({ count: i - before, exposure: weightOf(weights, day) });
  }
  return observed;
}

/** Variance / mean of the counts of whole weeks back from `until`: how much the cases of a group usually come together. */
export function burstiness(days: readonly number[], { from, until }: Omit<Span, 'to'>): number {
  const weeks = Math.floor((until - from) / 7);
  const counts = Array<number>(weeks).fill(0);
  for (let i = firstFrom(days, until - weeks * 7); (days[i] ?? Infinity) < until; i++) {
    const week = Math.floor((until - 1 - (days[i] ?? 0)) / 7);
    counts[week] = (counts[week] ?? 0) + 1;
  }
  return dispersionOf(counts);
}

/** Position of the first of rising `days` that is not before `day`. */
export function firstFrom(days: readonly number[], day: number): number {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

const weekdayOf = (day: number): number => ((day % 7) + 7) % 7;
const weightOf = (weights: readonly number[], day: number): number => weights[weekdayOf(day)] ?? 1;
