// From what a wall clock shows somewhere to the instant it is, also on the nights it is set.
import { Temporal } from 'temporal-polyfill';

/** `date` as YYYY-MM-DD, `time` as HH:MM; `zone` an IANA name. */
export type Wall = { readonly date: string; readonly time: string; readonly zone: string };

/**
 * Epoch milliseconds. A time the clock shows twice is the first of the two, one it skips is as much later as it skips
 * (RFC 5545, 3.3.5). Null when there is no such date, time or zone.
 */
export function instantOfWall({ date, time, zone }: Wall): number | null {
  try {
    const shown = Temporal.PlainDateTime.from(`${date}T${time}`, { overflow: 'reject' });
    return shown.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  } catch {
    return null;
  }
}

/** What a wall clock shows somewhere at an instant (epoch milliseconds): `2026-12-18 17:00`. */
export const wallOf = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }).replace('T', ' ');
