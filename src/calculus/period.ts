// The periods that promises are measured over: months, quarters, years and rolling days, by the wall clock of a zone.
import { Temporal } from 'temporal-polyfill';

/** `[from, to)` in epoch milliseconds. */
export type Period = { readonly from: number; readonly to: number };
export type MeasuredPer = 'month' | 'quarter' | 'year' | 'rolling';

/** First to last instant of a month 'YYYY-MM' or a quarter 'YYYY-Qn' in a zone. A DST change makes it an hour longer or shorter. */
export function periodOf(name: string, zone: string): Period {
  const { first, months } = datesOf(name);
  return { from: midnight(first, zone), to: midnight(first.add({ months }), zone) };
}

/** Whether a text names a month 'YYYY-MM' or a quarter 'YYYY-Qn' between 1900 and 2099. */
export const isPeriod = (name: string): boolean => /^(19|20)\d{2}-(0[1-9]|1[0-2]|Q[1-4])$/.test(name);

/** First and last local date of a month or quarter, as 'YYYY-MM-DD'. */
export function daysOf(name: string): { first: string; last: string } {
  const { first, months } = datesOf(name);
  return { first: first.toString(), last: first.add({ months }).subtract({ days: 1 }).toString() };
}

/**
 * The window that a report over `name` looks at for a promise measured per month, quarter, year or `rolling_days` days.
 * It ends with the report; `whole` says that it ends there by itself, so that a verdict may be given: a month's report of
 * a quarterly promise begins with the quarter and is whole in its last month only. A promise measured over less than the
 * report (a monthly one in a report of a quarter) is told over the whole report and is not `whole`: no one figure decides it.
 */
export function windowOf(
  name: string,
  { zone, per, rolling_days }: { zone: string; per: MeasuredPer; rolling_days?: number | null },
): Period & { whole: boolean } {
  const { first, months } = datesOf(name);
  const end = first.add({ months });
  const to = midnight(end, zone);
  if (per === 'rolling') return { from: midnight(end.subtract({ days: rolling_days ?? 30 }), zone), to, whole: true };
  const length = monthsPer[per];
  if (length < months) return { from: midnight(first, zone), to, whole: false };
  const begins = first.with({ month: first.month - ((first.month - 1) % length) });
  return { from: midnight(begins, zone), to, whole: Temporal.PlainDate.compare(begins.add({ months: length }), end) === 0 };
}

/** A window cut to the local dates a promise is in force, the last one included; empty when they do not meet. */
export function cutTo(period: Period, { zone, from, to }: { zone: string; from: string | null; to: string | null }): Period {
  const begins = from === null ? period.from : Math.max(period.from, midnight(Temporal.PlainDate.from(from), zone));
  const ends = to === null ? period.to : Math.min(period.to, midnight(Temporal.PlainDate.from(to).add({ days: 1 }), zone));
  return { from: begins, to: Math.max(begins, ends) };
}

const monthsPer = { month: 1, quarter: 3, year: 12 } as const;

function datesOf(name: string): { first: Temporal.PlainDate; months: number } {
  if (!isPeriod(name)) throw new RangeError(`${name} is neither a month such as 2026-03 nor a quarter such as 2026-Q1`);
  const [year, part] = name.split('-') as [string, string];
  const isQuarter = part.startsWith('Q');
  const month = isQuarter ? Number(part[1]) * 3 - 2 : Number(part);
  return { first: Temporal.PlainDate.from({ year: Number(year), month, day: 1 }), months: isQuarter ? 3 : 1 };
}

function midnight(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}
