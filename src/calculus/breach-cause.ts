// What a broken promise was spent on: who held the work, on the promise's own clock, from its start until it was broken.
import { type Calendar, workingMs } from './calendar.ts';
import type { LedgerInterval } from './ledger.ts';

/** Whose time, with which team of theirs, for which reason: and how much of the promise's time it took. */
export type Held = { readonly party: string; readonly team: string | null; readonly reason: string; readonly used_ms: number };

/**
 * `parts` sum to the used time until the breach exactly, the longest first; `longest` and `last` are the part that took most
 * and the one in whose hands it broke. Both are null when the clock used nothing before it broke (a promise made too late).
 */
export type BreachCause = { readonly used_ms: number; readonly parts: readonly Held[]; readonly longest: Held | null; readonly last: Held | null };

export type Broken = {
  readonly intervals: readonly LedgerInterval[];
  /** Epoch milliseconds. */
  readonly started_at: number;
  readonly breached_at: number;
  /** The hours the promise counts in. */
  readonly calendar: Calendar;
  /** Reasons of waiting during which its clock stands still. */
  readonly pauses: readonly string[];
};

export function breachCause({ intervals, started_at, breached_at, calendar, pauses }: Broken): BreachCause {
  const used = intervals.flatMap(({ from, to, party, custodian, team, reason }) => {
    if (pauses.includes(reason)) return [];
    const used_ms = workingMs(calendar, Math.max(from, started_at), Math.max(from, started_at, Math.min(to, breached_at)));
    // Time waited on another party is theirs, and no team's of who waits.
    return used_ms > 0 ? [{ party, team: party === custodian ? team : null, reason, used_ms }] : [];
  });
  const parts = summed(used).sort((a, b) => b.used_ms - a.used_ms);
  const final = used.at(-1);
  const last = final ? (parts.find((each) => sameHands(each, final)) ?? null) : null;
  return { used_ms: used.reduce((sum, each) => sum + each.used_ms, 0), parts, longest: parts[0] ?? null, last };
}

function summed(used: readonly Held[]): Held[] {
  const parts: Held[] = [];
  for (const each of used) {
    const at = parts.findIndex((part) => sameHands(part, each));
    const known = parts[at];
    if (known) parts[at] = { ...known, used_ms: known.used_ms + each.used_ms };
    else parts.push(each);
  }
  return parts;
}

const sameHands = (a: Held, b: Held): boolean => a.party === b.party && a.team === b.team && a.reason === b.reason;
