// What people's hours come to: how much there is in a period, how much of a plan falls in it, whose time records took, and who can do what.
import { Temporal } from 'temporal-polyfill';
import { apportion } from './allocation.ts';
import { common, lengthOf, type Span, union } from './intervals.ts';

/** First and last local date, both included: 'YYYY-MM-DD'. */
export type Dates = { readonly from: string; readonly to: string };

const minute = 60_000;

/** Every local date of a period, in order; none when it ends before it begins. */
export function datesIn({ from, to }: Dates): string[] {
  const dates: string[] = [];
  const last = Temporal.PlainDate.from(to);
  for (let date = Temporal.PlainDate.from(from); Temporal.PlainDate.compare(date, last) <= 0; date = date.add({ days: 1 })) dates.push(date.toString());
  return dates;
}

/** 1 (Monday) to 7 (Sunday). */
export const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;

/** Monday to Friday in a period, both ends included; 0 when it ends before it begins. */
export function workdays({ from, to }: Dates): number {
  const [first, last] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
  const days = first.until(last, { largestUnit: 'days' }).days + 1;
  if (days <= 0) return 0;
  let count = Math.floor(days / 7) * 5;
  for (let rest = days % 7, at = 0; at < rest; at += 1) count += (first.dayOfWeek - 1 + at) % 7 < 5 ? 1 : 0;
  return count;
}

/** A plan of whole minutes over a period. */
export type Planned = Dates & { readonly minutes: number };

/**
 * What of a plan falls in a period: in proportion to the working days (Monday to Friday) that both share, whole minutes. Rounded as a
 * running total, so that periods that follow one another lose and win nothing. A plan over a weekend alone counts all its days.
 */
export function partOf({ minutes, ...plan }: Planned, period: Dates): number {
  const [, from = plan.from] = [plan.from, period.from].sort();
  const [to = plan.to] = [plan.to, period.to].sort();
  if (from > to) return 0;
  const count = workdays(plan) > 0 ? workdays : days;
  const all = count(plan);
  const upTo = (date: string): number => Math.round((minutes * count({ from: plan.from, to: date })) / all);
  return upTo(to) - upTo(before(from));
}

const days = ({ from, to }: Dates): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days + 1;
const before = (date: string): string => Temporal.PlainDate.from(date).subtract({ days: 1 }).toString();

/** `weekly` minutes on the days of the week somebody works (1 to 7), from when to when, less the share of absence (ppm). `closed`: dates without work. */
export type Working = {
  readonly weekly: number;
  readonly starts_on: string;
  readonly ends_on: string | null;
  readonly absence: number;
  readonly days: readonly number[];
  readonly closed: ReadonlySet<string>;
};

/** Minutes somebody works on a date, absence not taken off: the week divided evenly over its working days. */
export function dayMinutes({ weekly, starts_on, ends_on, days: open, closed }: Working, date: string): number {
  if (date < starts_on || (ends_on !== null && date > ends_on) || closed.has(date) || !open.includes(weekdayOf(date))) return 0;
  return weekly / open.length;
}

/** Whole minutes somebody is there to work in a period: the days that count, less the share of absence. */
export function available(working: Working, period: Dates): number {
  const gross = datesIn(period).reduce((sum, date) => sum + dayMinutes(working, date), 0);
  return Math.round((gross * (1_000_000 - working.absence)) / 1_000_000);
}

/**
 * Time in hand: for each stretch in which somebody held something, the milliseconds of their working hours that it took, when what they
 * hold at the same moment shares the moment evenly. Sums to the working hours in which they held anything: nobody works two hours in one.
 * It is not the same as work: holding is all that is known.
 */
export function timeInHand(holdings: readonly Span[], hours: readonly Span[]): number[] {
  const open = union(hours);
  const marks = [...new Set([...holdings, ...open].flatMap((each) => [each.from, each.to]))].sort((a, b) => a - b);
  const place = new Map(marks.map((at, index) => [at, index]));
  const change = Array.from({ length: marks.length }, () => 0);
  for (const { from, to } of holdings) {
    if (from >= to) continue;
    change[place.get(from) ?? 0] = (change[place.get(from) ?? 0] ?? 0) + 1;
    change[place.get(to) ?? 0] = (change[place.get(to) ?? 0] ?? 0) - 1;
  }
  const passed = [0];
  for (let index = 0, held = 0, hour = 0; index + 1 < marks.length; index += 1) {
    const [from, to] = [marks[index] ?? 0, marks[index + 1] ?? 0];
    held += change[index] ?? 0;
    while ((open[hour]?.to ?? Infinity) <= from) hour += 1;
    const working = (open[hour]?.from ?? Infinity) <= from;
    passed.push((passed[index] ?? 0) + (working && held > 0 ? (to - from) / held : 0));
  }
  return holdings.map(({ from, to }) => (from < to ? (passed[place.get(to) ?? 0] ?? 0) - (passed[place.get(from) ?? 0] ?? 0) : 0));
}

/** Amounts (0 or more) made smaller in the same proportion so that they sum to no more than `most`. */
export function capped(amounts: readonly number[], most: number): number[] {
  const sum = amounts.reduce((total, each) => total + each, 0);
  const factor = sum > most ? Math.max(0, most) / sum : 1;
  return amounts.map((each) => each * factor);
}

/** Amounts in milliseconds as whole minutes that sum to the rounded whole. */
export function wholeMinutes(amounts_ms: readonly number[]): number[] {
  const total = Math.round(amounts_ms.reduce((sum, each) => sum + each, 0) / minute);
  return total > 0 ? apportion(total, amounts_ms) : amounts_ms.map(() => 0);
}

/** Hours that are protected by somebody's plan. */
export type Guarded = { readonly id: string; readonly spans: readonly Span[] };

/** What of a stretch lies in protected hours, whole minutes by plan. Hours that two protect count for the first. */
export function insideProtected(stretch: Span, guarded: readonly Guarded[]): { id: string; minutes: number }[] {
  let taken = 0;
  const seen: Span[] = [];
  return guarded.flatMap(({ id, spans }) => {
    seen.push(...common([stretch], spans));
    const all = lengthOf(union(seen));
    const minutes = Math.round(all / minute) - Math.round(taken / minute);
    taken = all;
    return minutes > 0 ? [{ id, minutes }] : [];
  });
}

/** The share (ppm) of tactical and strategic time in all time; null when there is none. */
export function futureShare({ operational, tactical, strategic }: Readonly<Record<'operational' | 'tactical' | 'strategic', number>>): number | null {
  const all = operational + tactical + strategic;
  return all > 0 ? Math.round(((tactical + strategic) / all) * 1_000_000) : null;
}

/** That so many people are wanted who hold something at `level` or above; `held` are the levels of those who hold it at all. */
export type Coverage = { readonly holders: number; readonly share: number; readonly bus_factor: number; readonly short: number };

/**
 * How far a demand is covered: `holders` at the level or above, `share` (ppm, at most the whole) of those wanted, `short` how many are
 * missing, and the bus factor: how many must be gone at once before nobody is left who can.
 */
export function coverageOf({ level, people }: { readonly level: number; readonly people: number }, held: readonly number[]): Coverage {
  const holders = held.filter((each) => each >= level).length;
  return {
    holders,
    share: people > 0 ? Math.round((Math.min(holders, people) / people) * 1_000_000) : 1_000_000,
    bus_factor: holders,
    short: Math.max(0, people - holders),
  };
}
