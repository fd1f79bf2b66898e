// The same ledger in the hours of each agreement, and as it stands after rulings on contested time.
import { type Calendar, workingMs } from './calendar.ts';
import { type Ledger, type LedgerInterval, summed } from './ledger.ts';

/** The calendar of an agreement from `from` (epoch milliseconds) on, oldest first; before the first one the first counts. */
export type Hours = readonly { readonly from: number; readonly calendar: Calendar }[];

/** Working time between two instants when the calendar changed meanwhile: each stretch in the calendar that held. 0 without hours. */
export function workingIn(hours: Hours, from: number, to: number): number {
  return hours.reduce((sum, { from: since, calendar }, i) => {
    const begin = i === 0 ? from : Math.max(from, since);
    const end = Math.min(to, hours[i + 1]?.from ?? to);
    return begin < end ? sum + workingMs(calendar, begin, end) : sum;
  }, 0);
}

/** The same intervals with `working_ms` in these hours; the sums follow, and are the whole exactly. */
export function inHours(ledger: Ledger, hours: Hours): Ledger {
  const intervals = ledger.intervals.map((each) => ({ ...each, working_ms: workingIn(hours, each.from, each.to) }));
  return { ...ledger, ...summed(intervals) };
}

/** `[from, to)` of what was booked on `held` is the time of `claimed`. */
export type Ruling = { readonly from: number; readonly to: number; readonly held: string; readonly claimed: string };

/**
 * The ledger as ruled, in these hours. Only whose time it was changes: custody, counts and the whole stay as recorded, and
 * time that is not booked on `held` is not touched. Of rulings about the same time the last one counts.
 */
export function asRuled(ledger: Ledger, rulings: readonly Ruling[], hours: Hours): Ledger {
  const cuts = [...new Set(rulings.flatMap((each) => [each.from, each.to]))].sort((a, b) => a - b);
  const intervals = ledger.intervals.flatMap((each) => {
    const inner = cuts.filter((cut) => each.from < cut && cut < each.to);
    const bounds = [each.from, ...inner, each.to];
    return bounds.slice(1).map((to, i) => ruled({ ...each, from: bounds[i] ?? each.from, to }, rulings, hours));
  });
  return { ...ledger, ...summed(intervals) };
}

function ruled(part: LedgerInterval, rulings: readonly Ruling[], hours: Hours): LedgerInterval {
  const ruling = rulings.findLast((each) => each.held === part.party && each.from <= part.from && part.to <= each.to);
  return { ...part, party: ruling?.claimed ?? part.party, wall_ms: part.to - part.from, working_ms: workingIn(hours, part.from, part.to) };
}

/**
 * Whether work is passed on so often that its owner should get all parties round one table: `refused` times it was refused,
 * `returns` times it came back within one party, and `limit` of the two together is enough. A limit of 0 means never.
 */
export function isSwarming({ refused, returns, limit }: { readonly refused: number; readonly returns: number; readonly limit: number }): boolean {
  return limit > 0 && refused + returns >= limit;
}
