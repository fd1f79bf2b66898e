// Every clock under some promises in a period, as it ended and as it would have ended: journals told twice by the same fold.
import type { Calendar } from '../calculus/calendar.ts';
import { observe } from '../calculus/clock.ts';
import type { Terms } from '../calculus/terms.ts';
import type { AnyRow } from '../kernel/record.ts';
import { type Refusal, refuse } from '../kernel/refusal.ts';
import type { Row } from '../platform/db/types.ts';
import type { House } from '../platform/house.ts';
import { calendarsBy, fromStored, type StoredTerms } from '../platform/journal/clock-store.ts';
import { core, type Running } from '../platform/journal/clockwork.ts';
import { type Allowance, replay, type Told } from '../platform/journal/replay.ts';
import { type ClockKey, clocksUnder, customerReasons, factsOfMany } from '../practices/reporting/what-if.queries.ts';
import type { Case, Ended, Period } from '../practices/reporting/what-if.ts';

/** What is other than it was; what is absent is as it was. A priority that `targets` leaves out is not promised. */
export type Altered = {
  readonly targets?: Readonly<Record<string, number>>;
  readonly hours?: Calendar;
  readonly pauses?: readonly string[];
  readonly supplier?: Allowance;
};
export type Asked = { readonly promises: readonly string[]; readonly windows: readonly Period[]; readonly altered: Altered; readonly now: number };
export type Found = { readonly cases: readonly Case[]; readonly why: (changed: Case) => readonly string[] };

/** Cases looked at at most: a question about more is a question about a shorter period. */
export const mostCases = 50_000;
const chunk = 500;

export async function casesOf(house: House, { promises, windows, altered, now }: Asked): Promise<Found | Refusal> {
  const [first, last] = [windows[0], windows.at(-1)];
  if (!first || !last) return { cases: [], why: () => [] };
  const period = { from: new Date(first.from).toISOString(), to: new Date(last.to).toISOString() };
  const keys = await clocksUnder(house.db, promises, period, mostCases + 1);
  if (keys.length > mostCases) return refuse('what_if.too_many', 'to', { most: mostCases });
  const alters = altersBy({ promises, altered, customerReasons: await customerReasons(house.db) });
  const cutoff = Math.min(now, last.to);
  const cases: Case[] = [];
  const whys = new Map<Case, readonly string[]>();
  for (let from = 0; from < keys.length; from += chunk) {
    const some = keys.slice(from, from + chunk);
    const stories = await storiesOf(
      house,
      some.map((each) => each.record_id),
    );
    for (const one of compare(house, { keys: some, stories, alters, altered, cutoff })) {
      cases.push(one.case);
      whys.set(one.case, one.why);
    }
  }
  return { cases, why: (changed) => whys.get(changed) ?? [] };
}

type Alter = (terms: readonly Terms[], row: AnyRow) => readonly Terms[];
type Comparing = {
  readonly keys: readonly ClockKey[];
  readonly stories: ReadonlyMap<string, readonly Told[]>;
  readonly alters: (of: Altered) => Alter | undefined;
  readonly altered: Altered;
  readonly cutoff: number;
};

function compare(house: House, { keys, stories, alters, altered, cutoff }: Comparing): { case: Case; why: readonly string[] }[] {
  const known = new Map<string, Running[]>();
  const clocksOf = ({ record, record_id }: ClockKey, of: Altered, name: string): readonly Running[] => {
    const definition = house.registry.practices.get(record)?.definition;
    const at = `${record_id} ${name}`;
    const found = known.get(at) ?? (definition ? replay({ definition, facts: stories.get(record_id) ?? [], alter: alters(of), supplier: of.supplier }) : []);
    known.set(at, found);
    return found;
  };
  const parts = Object.keys(altered) as (keyof Altered)[];
  return keys.map((key) => {
    const ended = (of: Altered, name: string) => endOf(clocksOf(key, of, name), key, cutoff);
    const before = ended({}, 'before');
    const after = ended(altered, 'after');
    const flips = (each: Ended): boolean => each.kept !== before.kept || (each.decided_at === null) !== (before.decided_at === null);
    // Which part of the change does it alone; when none does, it takes them together.
    const alone = flips(after) && parts.length > 1 ? parts.filter((part) => flips(ended({ [part]: altered[part] }, part))) : parts;
    return { case: { record: key.record, id: key.record_id, key: `${key.clock} ${key.key}`, before, after }, why: alone.length ? alone : ['together'] };
  });
}

const nothing: Ended = { decided_at: null, kept: false, used_ms: 0, target_minutes: 0 };

function endOf(clocks: readonly Running[], { clock, key }: ClockKey, cutoff: number): Ended {
  const found = clocks.find(({ terms }) => terms.clock === clock && terms.key === key);
  if (!found) return nothing;
  const { phase, breached_at, stopped_at, used_ms } = observe(found.state, core(found.terms), cutoff);
  const over = phase === 'met' || phase === 'missed';
  const { target_minutes } = found.terms;
  return { decided_at: breached_at ?? (over ? stopped_at : null), kept: phase === 'met' && breached_at === null, used_ms, target_minutes };
}

async function storiesOf(house: House, ids: readonly string[]): Promise<ReadonlyMap<string, readonly Told[]>> {
  type Stored = Row & Omit<Told, 'terms'> & { readonly terms: readonly StoredTerms[] | null };
  const facts = await factsOfMany<Stored>(house.db, [...new Set(ids)]);
  const known = await calendarsBy(
    house.db,
    facts.flatMap((fact) => (fact.terms ?? []).map((terms) => terms.calendar)),
  );
  const stories = new Map<string, Told[]>();
  for (const fact of facts) {
    const told = { ...fact, terms: fact.terms?.map((terms) => fromStored(terms, known)) };
    const own = stories.get(fact.record_id);
    if (own) own.push(told);
    else stories.set(fact.record_id, [told]);
  }
  return stories;
}

type Altering = { readonly promises: readonly string[]; readonly altered: Altered; readonly customerReasons: readonly string[] };

function altersBy({ promises, customerReasons }: Altering): (of: Altered) => Alter | undefined {
  return ({ targets, hours, pauses }) => {
    if (!targets && !hours && !pauses) return undefined;
    return (terms, row) =>
      terms.flatMap((each) => {
        if (each.promise === null || !promises.includes(each.promise)) return [each];
        const target_minutes = targets ? targets[String(row.priority)] : each.target_minutes;
        if (target_minutes === undefined) return [];
        // Waiting on a customer is waiting on the one that leads: the clocks of the others run on.
        const other = each.side === 'customer' && each.customer !== row.customer;
        const own = pauses ? pauses.filter((reason) => !(other && customerReasons.includes(reason))) : each.pauses;
        return [{ ...each, target_minutes, calendar: hours ?? each.calendar, pauses: own }];
      });
  };
}
