// When something that recurs comes again: the same local time a week, two weeks or a month later, whatever the clocks did meanwhile.
import { Temporal } from 'temporal-polyfill';

export const recurrences = ['weekly', 'two_weekly', 'monthly'] as const;
export type Recurrence = (typeof recurrences)[number];

/**
 * The instant (ms since 1970) of the next occurrence after `at` in `zone`. Monthly keeps the weekday: the second Tuesday is
 * followed by the second Tuesday of the next month, a fifth one by the last. A local time that a clock change skips is the
 * first one after it. Errors: RangeError for a zone that does not exist.
 */
export function nextOccurrence(at: number, every: Recurrence, zone: string): number {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  const next = every === 'monthly' ? sameWeekdayNextMonth(local) : local.add({ weeks: every === 'weekly' ? 1 : 2 });
  return next.epochMilliseconds;
}

function sameWeekdayNextMonth(local: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const nth = Math.ceil(local.day / 7);
  const first = local.with({ day: 1 }).add({ months: 1 });
  const offset = (local.dayOfWeek - first.dayOfWeek + 7) % 7;
  const day = 1 + offset + (nth - 1) * 7;
  return first.with({ day: day > first.daysInMonth ? day - 7 : day });
}
