// The account of a record: its ledger in the hours of every agreement on it, what is contested, and how it stands as ruled.
import { type Ledger, ledger } from '../../calculus/ledger.ts';
import { asRuled, type Hours, inHours, isSwarming, type Ruling } from '../../calculus/ledger-hours.ts';
import { custodyMarks, endOf } from '../../kernel/custody.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { type Contest, type House, settings } from '../house.ts';
import { calendarsBy, loadClocks, type StoredTerms } from './clock-store.ts';
import type { Running } from './clockwork.ts';
import { aroundTheClock, factsOf } from './story.ts';

/** One agreement on the record: its clock, and the ledger in its hours, as recorded and as ruled (null when nothing was). */
export type Agreed = { readonly running: Running; readonly ledger: Ledger; readonly ruled: Ledger | null };

export type Account = {
  /** In the hours of the agreement that leads: the customer's, else any, else round the clock. */
  readonly ledger: Ledger;
  readonly ruled: Ledger | null;
  /** The last interval goes on. */
  readonly ongoing: boolean;
  readonly agreements: readonly Agreed[];
  readonly contests: readonly Contest[];
  /** How often a receiver refused it, and whether its owner should get all of them round one table. */
  readonly declined: number;
  readonly swarm: { readonly due: boolean; readonly limit: number };
};

/** Null without custody. The caller has checked that the record is the actor's to see. */
export async function readAccount(house: House, { definition, row }: { definition: Definition; row: AnyRow }): Promise<Account | null> {
  const { custody } = definition;
  if (!custody) return null;
  const facts = await factsOf(house, row.id);
  const clocks = definition.clocks ? ((await loadClocks(house.db, [row.id])).get(row.id) ?? []) : [];
  const hours = await hoursOf(house, facts);
  const contests = await house.contests(house.db, [row.id]);
  const rulings = contests.filter((each) => each.state === 'upheld').map(rulingOf);
  const { marks, row: last } = custodyMarks(definition, facts);
  const end = endOf(definition, last);
  const plain = ledger({ marks, end, now: house.clock.now(), calendar: aroundTheClock });
  const told = (of: Hours): { ledger: Ledger; ruled: Ledger | null } => {
    const recorded = inHours(plain, of);
    return { ledger: recorded, ruled: rulings.length ? asRuled(recorded, rulings, of) : null };
  };
  const agreements = clocks.map((running) => ({ running, ...told(hours.get(nameOf(running.terms)) ?? [{ from: 0, calendar: running.terms.calendar }]) }));
  const leading = agreements.find((each) => each.running.terms.side === 'customer') ?? agreements[0];
  const declined = custody.handover?.refused ? Number(row[custody.handover.refused] ?? 0) : 0;
  const limit = (await settings(house)).swarm_after;
  const due = row.open && isSwarming({ refused: declined, returns: plain.returns, limit });
  return { ...(leading ?? told([{ from: 0, calendar: aroundTheClock }])), ongoing: end === null, agreements, contests, declined, swarm: { due, limit } };
}

const rulingOf = ({ starts_at, ends_at, held, claimed }: Contest): Ruling => ({ from: Date.parse(starts_at), to: Date.parse(ends_at), held, claimed });
const nameOf = ({ clock, key }: { readonly clock: string; readonly key: string }): string => `${clock} ${key}`;

type Told = { readonly at: string; readonly terms: readonly StoredTerms[] | null };

/** For each agreement the calendars that held, from the facts that set them. */
async function hoursOf(house: House, facts: readonly Told[]): Promise<ReadonlyMap<string, Hours>> {
  const known = await calendarsBy(
    house.db,
    facts.flatMap(({ terms }) => (terms ?? []).map((each) => each.calendar)),
  );
  const found = new Map<string, { from: number; calendar: NonNullable<ReturnType<typeof known.get>> }[]>();
  for (const { at, terms } of facts)
    for (const each of terms ?? []) {
      const calendar = known.get(each.calendar);
      const spans = found.get(nameOf(each)) ?? [];
      if (calendar && spans.at(-1)?.calendar !== calendar) found.set(nameOf(each), [...spans, { from: Date.parse(at), calendar }]);
    }
  return found;
}
