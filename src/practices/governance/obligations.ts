// How often a customer kept what it undertook in a month: from waits in ledgers, or as it was attested.
import type { Attested, Obligation } from './forum.shapes.record.ts';
import type { ReviewObligation } from './review.record.ts';

/** A stretch of time in which a record waited on the customer. Epoch milliseconds. */
export type Wait = { readonly record: string; readonly from: number; readonly to: number };
type Month = { readonly from: string; readonly to: string };
const hourMs = 3_600_000;

/**
 * One row per obligation. `decides` with hours counts the waits that ended in the month (or go on): kept when they were no longer than
 * agreed, by the wall clock. Every other counts what was attested for days of the month.
 */
export function keptIn(
  month: Month,
  obligations: readonly Obligation[],
  { attested, waits }: { readonly attested: readonly Attested[]; readonly waits: readonly Wait[] },
): ReviewObligation[] {
  return obligations.map((each) =>
    each.kind === 'decides' && each.within_hours !== null ? fromWaits(each, each.within_hours, month, waits) : fromWords(each, month, attested),
  );
}

function fromWaits(obligation: Obligation, hours: number, month: Month, waits: readonly Wait[]): ReviewObligation {
  const [from, to] = [Date.parse(month.from), Date.parse(month.to)];
  const own = waits.filter((each) => each.to > from && each.to <= to);
  const late = own.filter((each) => each.to - each.from > hours * hourMs);
  const waited_ms = own.reduce((sum, each) => sum + each.to - Math.max(each.from, from), 0);
  return { ...obligation, kept: own.length - late.length, of: own.length, late: [...new Set(late.map((each) => each.record))], from: 'ledger', waited_ms };
}

function fromWords(obligation: Obligation, month: Month, attested: readonly Attested[]): ReviewObligation {
  const own = attested.filter((each) => each.code === obligation.code && each.on >= month.from.slice(0, 10) && each.on < month.to.slice(0, 10));
  const late = own.filter((each) => !each.kept);
  return { ...obligation, kept: own.length - late.length, of: own.length, late: late.flatMap((each) => each.record ?? []), from: 'attested', waited_ms: null };
}
