// The periods that measures are told by: ISO weeks, months and quarters of a zone, and the last so many of them.
import { Temporal } from 'temporal-polyfill';
import { isPeriod, type Period, periodOf } from './period.ts';

export type Grain = 'week' | 'month' | 'quarter';
const weekName = /^(19|20)\d{2}-W(0[1-9]|[1-4]\d|5[0-3])$/;

/** Whether a text names a week 'YYYY-Www' (ISO 8601), a month 'YYYY-MM' or a quarter 'YYYY-Qn'. A week 53 that its year has not is none. */
export const isMeasured = (name: string): boolean => isPeriod(name) || (weekName.test(name) && nameOf(mondayOf(name), 'week') === name);

export const grainOf = (name: string): Grain => (name.includes('W') ? 'week' : name.includes('Q') ? 'quarter' : 'month');

/** First to last instant, `[from, to)` in epoch milliseconds. Errors: RangeError for what names no period. */
export function spanOf(name: string, zone: string): Period {
  if (!name.includes('W')) return periodOf(name, zone);
  if (!isMeasured(name)) throw new RangeError(`${name} is no week such as 2026-W09`);
  const monday = mondayOf(name);
  const at = (date: Temporal.PlainDate): number => date.toZonedDateTime(zone).epochMilliseconds;
  return { from: at(monday), to: at(monday.add({ weeks: 1 })) };
}

/** The name of the period that an instant falls in. */
export function periodAt(at: number, { grain, zone }: { grain: Grain; zone: string }): string {
  return nameOf(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate(), grain);
}

/** The name of the period of a local date 'YYYY-MM-DD'. */
export const periodOfDay = (day: string, grain: Grain): string => nameOf(Temporal.PlainDate.from(day), grain);

/** The last `count` periods, oldest first, the present one included. */
export function lastPeriods(count: number, { now, grain, zone }: { now: number; grain: Grain; zone: string }): string[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const first = grain === 'week' ? today : today.with({ day: 1 });
  const length = { week: { weeks: 1 }, month: { months: 1 }, quarter: { months: 3 } }[grain];
  return Array.from({ length: count }, (_, i) => {
    const back = count - 1 - i;
    return nameOf(first.subtract(grain === 'week' ? { weeks: back } : { months: back * (length as { months: number }).months }), grain);
  });
}

/** The months of a month or quarter. */
export function monthsOf(name: string): string[] {
  if (grainOf(name) !== 'quarter') return [name];
  const [year, quarter] = name.split('-Q');
  return [1, 2, 3].map((each) => `${year}-${String((Number(quarter) - 1) * 3 + each).padStart(2, '0')}`);
}

function nameOf(date: Temporal.PlainDate, grain: Grain): string {
  if (grain === 'week') return `${date.yearOfWeek}-W${String(date.weekOfYear).padStart(2, '0')}`;
  if (grain === 'quarter') return `${date.year}-Q${Math.ceil(date.month / 3)}`;
  return date.toPlainYearMonth().toString();
}

/** The fourth of January is always in the first week. */
function mondayOf(name: string): Temporal.PlainDate {
  const [year, week] = name.split('-W').map(Number) as [number, number];
  const fourth = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourth.subtract({ days: fourth.dayOfWeek - 1 }).add({ weeks: week - 1 });
}
