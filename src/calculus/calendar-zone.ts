// Time zones as stretches of constant offset from UTC, found once and remembered.
import { Temporal } from 'temporal-polyfill';

/** `[from, to)` in epoch milliseconds during which local time is UTC plus `offset` milliseconds. */
export type Stretch = { readonly from: number; readonly to: number; readonly offset: number };

const known = new Map<string, Stretch[]>();

/** Is this a zone name of the IANA database ("Europe/Amsterdam", "UTC")? Bare offsets like "+01:00" are not. */
export function isZone(zone: unknown): zone is string {
  if (typeof zone !== 'string' || !/^[A-Za-z]/.test(zone)) return false;
  try {
    startIn(zone, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * The stretches of one zone that cover `[from, to)` exactly, in order.
 * Looking for a change of offset costs about a millisecond, so callers ask for the same aligned windows again and again.
 */
export function stretches(zone: string, from: number, to: number): readonly Stretch[] {
  const key = `${zone} ${from} ${to}`;
  const found = known.get(key) ?? search(zone, from, to);
  known.set(key, found);
  return found;
}

function search(zone: string, from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  let at = startIn(zone, from);
  let begin = from;
  while (begin < to) {
    const next = at.getTimeZoneTransition('next');
    const end = next === null ? to : Math.min(to, next.epochMilliseconds);
    found.push({ from: begin, to: end, offset: Math.round(at.offsetNanoseconds / 1e6) });
    if (next === null) break;
    begin = end;
    at = next;
  }
  return found;
}

function startIn(zone: string, at: number): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
