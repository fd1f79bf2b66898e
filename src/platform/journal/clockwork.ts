// Clocks as a fold over facts: what each fact does to the clocks of its record. Pure; perform, explain and verify share it.
import type { Calendar } from '../../calculus/calendar.ts';
import { breachesAt, type ClockEvent, type ClockState, idle, mark, observe, retarget } from '../../calculus/clock.ts';
import type { Terms } from '../../calculus/terms.ts';
import type { AnyRow, ClockDeclaration, Definition } from '../../kernel/record.ts';

/** One clock of one record: its terms, its state, and the reason it is paused for. */
export type Running = { readonly terms: Terms; readonly state: ClockState; readonly reason: string | null };
export type Step = {
  readonly clock: string;
  readonly key: string;
  readonly event: ClockEvent | 'retarget';
  readonly at: number;
  readonly reason: string | null;
};

export type Advance = {
  readonly definition: Definition;
  readonly row: AnyRow;
  /** Name of the fact: `incident.breached` is when lateness is noted. */
  readonly fact: string;
  readonly at: number;
  readonly clocks: readonly Running[];
  /** Terms from this fact on, when the fact says so. */
  readonly terms: readonly Terms[] | undefined;
};

/** The clocks after a fact, and the steps that happened. Clocks that no longer apply are cancelled, never dropped. */
export function advance({ definition, row, fact, at, clocks, terms }: Advance): { clocks: Running[]; steps: Step[] } {
  const steps: Step[] = [];
  const noting = fact === `${definition.name}.${definition.commands.breach?.fact}`;
  const held = terms ? retermed(clocks, terms, at, steps) : [...clocks];
  const after = held.map((each) => {
    const declared = definition.clocks?.[each.terms.clock];
    if (!declared) return each;
    const gone = terms !== undefined && !terms.some((one) => same(one, each.terms));
    const reason = reasonOf(definition, row);
    let moved = each;
    // At most two steps at one instant: a clock may start and be paused at once.
    for (let turn = 0; turn < 2; turn += 1) {
      const event = gone ? cancels(moved) : wanted(declared, moved, row, reason);
      if (!event) break;
      steps.push({ clock: each.terms.clock, key: each.terms.key, event, at, reason: event === 'pause' ? reason : null });
      moved = { ...moved, state: mark(moved.state, core(each.terms), event, at) };
    }
    // Only the fact of lateness notes it: a note written after the due instant changes no clock.
    const state = noting ? observe(moved.state, core(each.terms), at) : moved.state;
    return { terms: each.terms, state, reason: state.phase === 'paused' ? reason : null };
  });
  return { clocks: after, steps };
}

/** Earliest due instant over the running clocks, and the earliest at which one not yet known to be late becomes late. */
export function dues(clocks: readonly Running[]): { due: number | null; check: number | null } {
  const running = clocks.filter((each) => each.state.phase === 'running');
  const late = running.filter((each) => each.state.breached_at === null).map((each) => breachesAt(each.state, core(each.terms)));
  return { due: earliest(running.map((each) => each.state.due)), check: earliest(late) };
}

export const core = (terms: Terms): { target_ms: number; calendar: Calendar } => ({ target_ms: terms.target_minutes * 60_000, calendar: terms.calendar });

const same = (a: Terms, b: Terms): boolean => a.clock === b.clock && a.key === b.key;
function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((each) => each !== null);
  return known.length ? Math.min(...known) : null;
}

function reasonOf(definition: Definition, row: AnyRow): string | null {
  return definition.custody ? ((row[definition.custody.reason] as string | null) ?? null) : null;
}

function retermed(clocks: readonly Running[], terms: readonly Terms[], at: number, steps: Step[]): Running[] {
  const kept = clocks.map((each) => {
    const next = terms.find((one) => same(one, each.terms));
    if (!next || sameTerms(next, each.terms)) return each;
    steps.push({ clock: next.clock, key: next.key, event: 'retarget', at, reason: null });
    return { ...each, terms: next, state: retarget(each.state, core(each.terms), core(next), at) };
  });
  const fresh = terms.filter((one) => !clocks.some((each) => same(one, each.terms))).map((one) => ({ terms: one, state: idle(), reason: null }));
  return [...kept, ...fresh];
}

const sameTerms = (a: Terms, b: Terms): boolean =>
  a.target_minutes === b.target_minutes &&
  a.promise === b.promise &&
  JSON.stringify([a.calendar, a.pauses, a.audience]) === JSON.stringify([b.calendar, b.pauses, b.audience]);

const cancels = (clock: Running): ClockEvent | null =>
  clock.state.phase === 'running' || clock.state.phase === 'paused' || clock.state.phase === 'idle' ? 'cancel' : null;

/** What the record's state asks of a clock, given where the clock is. */
function wanted(declared: ClockDeclaration, clock: Running, row: AnyRow, reason: string | null): ClockEvent | null {
  const phase = clock.state.phase;
  const live = phase === 'running' || phase === 'paused';
  if (declared.cancels_in?.includes(row.state)) return live ? 'cancel' : null;
  if (declared.stops_in.includes(row.state)) return live ? 'stop' : null;
  if (!declared.runs_in.includes(row.state)) return null;
  const pausing = reason !== null && clock.terms.pauses.includes(reason);
  if (phase === 'idle') return 'start';
  if (phase === 'running') return pausing ? 'pause' : null;
  if (phase === 'paused') return pausing ? null : 'resume';
  return (phase === 'met' || phase === 'missed') && !declared.once ? 'reopen' : null;
}
