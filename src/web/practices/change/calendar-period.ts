// The periods a calendar shows: a week or a month of days by the clock of the house, with ISO week numbers.
import { fromLocal, toLocal } from '../../parts/time.tsx';

export type View = 'month' | 'week' | 'timeline' | 'table';
export const views: readonly View[] = ['timeline', 'week', 'month', 'table'];
/** Local dates `YYYY-MM-DD`; `to` is the first one that is not shown. */
export type Period = { readonly from: string; readonly to: string; readonly days: readonly string[] };

const dayMs = 86_400_000;
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
/** 1 is Monday. */
const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const today = (now: number, zone: string): string => toLocal(new Date(now).toISOString(), zone).slice(0, 10);
/** The instant a local date begins. */
export const beginOf = (date: string, zone: string): number => Date.parse(fromLocal(`${date}T00:00`, zone) ?? `${date}T00:00:00Z`);

/** An hour in the evening of a local date, which is when most changes are done; as instants. */
export const dayAt = (date: string, zone: string): { readonly planned_start: string; readonly planned_end: string } => hourAt(`${date}T22:00`, zone);

/** The hour that begins at a local time `YYYY-MM-DDTHH:MM`. */
export function hourAt(local: string, zone: string): { readonly planned_start: string; readonly planned_end: string } {
  const from = Date.parse(fromLocal(local, zone) ?? `${local}Z`);
  return { planned_start: new Date(from).toISOString(), planned_end: new Date(from + 3_600_000).toISOString() };
}

/** The period of a view around a date: its week from Monday, or its month. */
export function periodOf(view: View, date: string): Period {
  const day = dayOf(date);
  if (view === 'month' || view === 'table') {
    const first = dayOf(`${date.slice(0, 7)}-01`);
    const last = dayOf(
      dateOf(first + 32)
        .slice(0, 7)
        .concat('-01'),
    );
    return span(first, last);
  }
  const monday = day - weekdayOf(day) + 1;
  return span(monday, monday + 7);
}

/** A date in the period before (-1) or after (1). */
export function stepped(view: View, date: string, by: -1 | 1): string {
  const { from, to } = periodOf(view, date);
  return by === 1 ? to : dateOf(dayOf(from) - 1);
}

/** ISO 8601: the week with the Thursday in it decides the number. */
export function weekNumber(date: string): number {
  const thursday = dayOf(date) - weekdayOf(dayOf(date)) + 4;
  const first = dayOf(`${dateOf(thursday).slice(0, 4)}-01-01`);
  return 1 + Math.floor((thursday - first) / 7);
}

const span = (first: number, last: number): Period => ({
  from: dateOf(first),
  to: dateOf(last),
  days: Array.from({ length: last - first }, (_, i) => dateOf(first + i)),
});
