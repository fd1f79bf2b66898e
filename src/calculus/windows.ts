// Windows that come back by the wall clock: every week, or on chosen weekdays of the month; told with the calendars that leave them out.
import { type Calendar, type Exclusion, openHours } from './calendar.ts';
import { DAY_MS } from './calendar-days.ts';
import { minus, type Span, union } from './intervals.ts';

/**
 * Comes back on `days` (1 is Monday), of which `weeks` may choose some of the month: 1 the first such weekday, -1 the last.
 * `from` and `to` are by the wall clock of `zone`; a `to` that is not later than `from` is on the next day.
 */
export type Recurrence = {
  readonly zone: string;
  readonly days: readonly number[];
  readonly weeks?: readonly number[];
  readonly from: string;
  readonly to: string;
};

/** A window that happens once (`recurrence` null), or comes back between two instants; `ends` null is without end. Epoch milliseconds. */
export type Window = { readonly starts: number; readonly ends: number | null; readonly recurrence: Recurrence | null };

/**
 * When a window is, within `[from, to)`: sorted spans, cut off at the ends of the question. One that came back before `starts`
 * counts from `starts` on. A wall clock that skips an hour shortens the window, one that repeats an hour lengthens it.
 */
export function occurrences({ starts, ends, recurrence }: Window, { from, to }: Span): Span[] {
  const within = { from: Math.max(from, starts), to: Math.min(to, ends ?? to) };
  if (within.to <= within.from) return [];
  if (!recurrence) return [within];
  const { zone, days, weeks, from: opens, to: closes } = recurrence;
  const on = { days, ...(weeks ? { weeks } : {}), from: opens };
  if (opens < closes) return excludedHours(zone, [{ ...on, to: closes }], within);
  // Past midnight: the evening by its day, and the morning that follows an evening without a gap.
  const wider = { from: within.from - 2 * DAY_MS, to: within.to };
  const evenings = excludedHours(zone, [{ ...on, to: '24:00' }], wider);
  const mornings = closes === '00:00' ? [] : excludedHours(zone, [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: closes }], wider);
  const ending = new Set(evenings.map((each) => each.to));
  const both = union([...evenings, ...mornings.filter((each) => ending.has(each.from))]);
  return both.map((each) => ({ from: Math.max(each.from, within.from), to: Math.min(each.to, within.to) })).filter((each) => each.from < each.to);
}

/** When exclusions of a calendar are, within a span: what a week without gaps has with them taken out of it. */
export function excludedHours(zone: string, excluded: readonly Exclusion[], within: Span): Span[] {
  if (excluded.length === 0) return [];
  const whole: Calendar = { id: 'excluded', zone, week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], holidays: [], excluded };
  return minus([within], openHours(whole, within.from, within.to));
}
