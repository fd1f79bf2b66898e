// The story of one record, read from its journal: entries for the timeline, explained clocks, and whose time it was.

import type { Calendar } from '../../calculus/calendar.ts';
import { observe, type Reading, reading } from '../../calculus/clock.ts';
import { type Ledger, ledger } from '../../calculus/ledger.ts';
import { custodyMarks, endOf } from '../../kernel/custody.ts';
import { apply, type Fact, mayRead, mayReadFact, readersOf } from '../../kernel/fact.ts';
import { type AnyRow, type Definition, shown } from '../../kernel/record.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Text } from '../../kernel/text.ts';
import type { House } from '../house.ts';
import { calendarsBy, fromStored, loadClocks, loadPressing, type StoredTerms } from './clock-store.ts';
import { advance, core, nextWarning, type Running, type Step } from './clockwork.ts';

type StoredFact = Fact & { readonly terms: readonly StoredTerms[] | null } & Readonly<Record<string, unknown>>;
type Of = { readonly actor: Actor; readonly definition: Definition; readonly id: string };

export type Entry = Omit<Fact, 'changes' | 'record' | 'record_id' | 'command_id'> & {
  readonly changes: Readonly<Record<string, { from: unknown; to: unknown }>>;
};

const longest = 2_000;
const columns =
  'id, record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, cause, changes, note, params, audience, terms';

/** All facts of a record, oldest first. The caller has checked that the record is the actor's to see. */
export async function factsOf(house: House, id: string): Promise<StoredFact[]> {
  return house.db.query<StoredFact>(`select ${columns} from journal where record_id = $1 order by version limit ${longest}`, [id]);
}

/** The entries this actor may read, newest last, at most `limit` before the fact `before`. */
export async function readJournal(
  house: House,
  { actor, definition, id, before, limit }: Of & { before?: number | null; limit: number },
): Promise<{ data: Entry[]; next: number | null }> {
  let row: AnyRow | null = null;
  const entries: Entry[] = [];
  for (const fact of await factsOf(house, id)) {
    const was: AnyRow | null = row;
    row = apply(definition, row, fact);
    if (mayReadFact(fact, actor) && (!before || fact.id < before)) entries.push(entryOf(definition, { fact, was, actor }));
  }
  const data = entries.slice(-limit);
  return { data, next: entries.length > data.length ? (data[0]?.id ?? null) : null };
}

function entryOf(definition: Definition, { fact, was, actor }: { fact: StoredFact; was: AnyRow | null; actor: Actor }): Entry {
  const { changes, record: _record, record_id: _id, command_id: _command, terms: _terms, ...rest } = fact;
  const visible = Object.entries(changes).filter(([name]) => shown(definition.fields[name], actor.side));
  // Outsiders learn that somebody wrote, not which of the integrator's circles read along.
  const audience = actor.side === 'integrator' ? fact.audience : fact.audience.filter((each) => actor.parties.includes(each));
  return { ...rest, audience, changes: Object.fromEntries(visible.map(([name, to]) => [name, { from: was?.[name] ?? null, to }])) } as Entry;
}

export type ClockView = Omit<Reading, 'due' | 'resumes_at'> & {
  readonly clock: string;
  readonly key: string;
  readonly label: Text | null;
  readonly side: string;
  readonly promise: string | null;
  readonly provider: string | null;
  readonly customer: string | null;
  readonly target_minutes: number;
  readonly zone: string;
  readonly reason: string | null;
  readonly due: string | null;
  readonly resumes_at: string | null;
  readonly started_at: string | null;
  readonly stopped_at: string | null;
  readonly breached_at: string | null;
  /** Up to which share of the target (ppm) somebody was told, and who is told next and when; the house's own affair, null for others. */
  readonly warned: number | null;
  readonly next_warning: { readonly at: string; readonly role: string; readonly share: number } | null;
};

type OfMany = { readonly actor: Actor; readonly ids: readonly string[]; readonly definition: Definition };

/** The clocks of many records, as this actor may see them, read at the house clock's now. One query. */
export async function readClocks(house: House, { actor, ids, definition }: OfMany): Promise<Record<string, ClockView[]>> {
  if (!definition.clocks) return {};
  const found = await loadClocks(house.db, ids);
  const now = house.clock.now();
  return Object.fromEntries([...found].map(([id, clocks]) => [id, clockViews(definition, { actor, clocks, now })]));
}

/** For a list: of each record the clock that presses most, with its equals; none when nothing runs or waits. One query. */
export async function readPressing(house: House, { actor, ids, definition }: OfMany): Promise<Record<string, ClockView[]>> {
  if (!definition.clocks) return {};
  const found = await loadPressing(house.db, ids, readersOf(actor));
  const now = house.clock.now();
  return Object.fromEntries([...found].map(([id, clocks]) => [id, clocks.map((each) => clockView(definition, each, { actor, now }))]));
}

/** Clocks as this actor may see them. */
export function clockViews(definition: Definition, { actor, clocks, now }: { actor: Actor; clocks: readonly Running[]; now: number }): ClockView[] {
  return clocks.filter((each) => mayRead(each.terms.audience, actor)).map((each) => clockView(definition, each, { actor, now }));
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

function clockView(definition: Definition, clock: Running, { actor, now }: { actor: Actor; now: number }): ClockView {
  const { terms, state, reason } = clock;
  const at = reading(state, core(terms), now);
  const inside = actor.side === 'integrator' && definition.commands.warn !== undefined;
  const next = inside ? nextWarning(clock) : null;
  // Every field by its name: a list makes hundreds of these, and a spread costs more than all the arithmetic.
  return {
    clock: terms.clock,
    key: terms.key,
    label: definition.clocks?.[terms.clock]?.label ?? null,
    side: terms.side,
    promise: terms.promise,
    provider: terms.provider,
    customer: terms.customer,
    target_minutes: terms.target_minutes,
    zone: terms.calendar.zone,
    reason,
    phase: at.phase,
    used_ms: at.used_ms,
    left_ms: at.left_ms,
    paused_ms: at.paused_ms,
    share: at.share,
    overdue: at.overdue,
    outside_hours: at.outside_hours,
    due: iso(at.due),
    resumes_at: iso(at.resumes_at),
    started_at: iso(state.started_at),
    stopped_at: iso(state.stopped_at),
    breached_at: iso(state.breached_at),
    warned: inside ? clock.warned : null,
    next_warning: next && { at: new Date(next.at).toISOString(), role: next.role, share: next.share },
  };
}

/** A step with the sums up to and including it, and the terms that hold from it on. */
export type ExplainedStep = Omit<Step, 'at' | 'clock' | 'key'> & {
  readonly at: string;
  readonly fact: number;
  readonly fact_name: string;
  /** Empty when the reader is not told who. */
  readonly actor_name: string;
  readonly used_ms: number;
  readonly paused_ms: number;
  readonly promise: string | null;
  readonly target_minutes: number;
  readonly calendar: string;
  readonly zone: string;
};
export type ExplainedClock = ClockView & { readonly steps: readonly ExplainedStep[] };

/** Folds the journal again, step by step: the explanation and the stored clocks come from the same function. */
export async function explainClocks(house: House, { actor, definition, id }: Of): Promise<ExplainedClock[]> {
  const { clocks, steps } = await foldClocks(house, { definition, id });
  const now = house.clock.now();
  return clocks
    .filter((each) => mayRead(each.terms.audience, actor))
    .map((each) => {
      const own = steps.filter((step) => step.clock === each.terms.clock && step.key === each.terms.key);
      const told = own.filter((step) => step.event !== 'warn' || actor.side === 'integrator');
      return {
        ...clockView(definition, each, { actor, now }),
        steps: told.map(({ clock: _clock, key: _key, readers, ...step }) => ({
          ...step,
          actor_name: mayReadFact(readers, actor) ? step.actor_name : '',
          at: new Date(step.at).toISOString(),
        })),
      };
    });
}

type FoldedStep = Step & Omit<ExplainedStep, keyof Step> & { readonly readers: Pick<Fact, 'actor' | 'audience'> };

/** The clocks of a record as its journal tells them. Law 8 and `tessera verify` compare them with the stored ones. */
export async function foldClocks(
  house: House,
  { definition, id }: { definition: Definition; id: string },
): Promise<{ row: AnyRow | null; clocks: Running[]; steps: FoldedStep[] }> {
  const facts = await factsOf(house, id);
  const known = await calendarsBy(
    house.db,
    facts.flatMap((fact) => (fact.terms ?? []).map((terms) => terms.calendar)),
  );
  let row: AnyRow | null = null;
  let clocks: Running[] = [];
  const steps: FoldedStep[] = [];
  for (const fact of facts) {
    row = apply(definition, row, fact);
    const terms = fact.terms?.map((each) => fromStored(each, known));
    const moved = advance({ definition, row, fact: fact.fact, params: fact.params, at: Date.parse(fact.at), clocks, terms });
    clocks = moved.clocks;
    steps.push(...moved.steps.map((step) => foldedStep(step, fact, clocks)));
  }
  return { row, clocks, steps };
}

function foldedStep(step: Step, fact: StoredFact, clocks: readonly Running[]): FoldedStep {
  const { terms, state } = clocks.find((each) => each.terms.clock === step.clock && each.terms.key === step.key) as Running;
  // A warning changes no clock: its sums are those of looking at the clock then.
  const { used_ms, paused_ms } = observe(state, core(terms), step.at);
  const { promise, target_minutes, calendar } = terms;
  const told = { fact: fact.id, fact_name: fact.fact, actor_name: fact.actor_name, readers: { actor: fact.actor, audience: fact.audience } };
  return { ...step, ...told, used_ms, paused_ms, promise, target_minutes, calendar: calendar.id, zone: calendar.zone };
}

/** For records that nobody promised anything about. */
export const aroundTheClock: Calendar = { id: '24x7', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], holidays: [] };

/** The ledgers of many records in two queries. The caller has checked that the records are the actor's to see. */
export async function readLedgers(
  house: Pick<House, 'db' | 'clock'>,
  { definition, ids }: { definition: Definition; ids: readonly string[] },
): Promise<ReadonlyMap<string, Ledger>> {
  if (!definition.custody || !ids.length) return new Map();
  const facts = await house.db.query<StoredFact>(`select ${columns} from journal where record_id = any($1) order by record_id, version`, [[...ids]]);
  const clocks = await loadClocks(house.db, ids);
  const byRecord = new Map<string, StoredFact[]>();
  for (const fact of facts) byRecord.set(fact.record_id, [...(byRecord.get(fact.record_id) ?? []), fact]);
  const now = house.clock.now();
  return new Map([...byRecord].map(([id, own]) => [id, ledgerOf(definition, { facts: own, clocks: clocks.get(id) ?? [], now })]));
}

type Telling = { facts: readonly StoredFact[]; clocks: readonly Running[]; now: number };

function ledgerOf(definition: Definition, { facts, clocks, now }: Telling): Ledger {
  const { marks, row } = custodyMarks(definition, facts);
  const calendar = clocks.find((each) => each.terms.side === 'customer')?.terms.calendar ?? clocks[0]?.terms.calendar ?? aroundTheClock;
  return ledger({ marks, end: endOf(definition, row), now, calendar });
}
