// Clocks as a fold over facts: what each fact does to the clocks of its record. Pure; perform, explain and verify share it.
import type { Calendar } from '../../calculus/calendar.ts';
import { breachesAt, type ClockEvent, type ClockState, idle, mark, observe, retarget } from '../../calculus/clock.ts';
import { type Ladder, ladderOf, nextReached, type Reached, reached, warnedAfter } from '../../calculus/escalation.ts';
import type { Terms } from '../../calculus/terms.ts';
import { escalationRoles } from '../../kernel/escalation.ts';
import type { AnyRow, ClockDeclaration, Definition } from '../../kernel/record.ts';

/** One clock of one record: its terms, its state, the reason it is paused for, and up to which share (ppm) somebody was told. */
export type Running = { readonly terms: Terms; readonly state: ClockState; readonly reason: string | null; readonly warned: number };
export type Step = {
  readonly clock: string;
  readonly key: string;
  /** `late` is when lateness was noted, `warn` when somebody was told of `share`. */
  readonly event: ClockEvent | 'retarget' | 'late' | 'warn';
  readonly at: number;
  readonly reason: string | null;
  /** Of a warning: the share of the target in ppm, and whom it was told. */
  readonly share: number | null;
  readonly role: string | null;
};

export type Advance = {
  readonly definition: Definition;
  readonly row: AnyRow;
  /** Name of the fact: `incident.breached` is when lateness is noted, `incident.warned` when somebody is told. */
  readonly fact: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly at: number;
  readonly clocks: readonly Running[];
  /** Terms from this fact on, when the fact says so. */
  readonly terms: readonly Terms[] | undefined;
};

/** The clocks after a fact, and the steps that happened. Clocks that no longer apply are cancelled, never dropped. */
export function advance(happening: Advance): { clocks: Running[]; steps: Step[] } {
  const { definition, row, at, clocks, terms } = happening;
  const steps: Step[] = [];
  const reason = reasonOf(definition, row);
  const after = [...clocks, ...fresh(clocks, terms)].map((each) => {
    const declared = definition.clocks?.[each.terms.clock];
    if (!declared) return each;
    const moving: Moving = { declared, row, reason, at, steps, next: terms?.find((one) => same(one, each.terms)), said: terms !== undefined };
    const moved = moves(isSettled(each) ? each : retermed(each, moving), moving);
    // A settled clock keeps the terms it was judged by, until it runs again: then it goes by those of that moment.
    const again = isSettled(each) && !isSettled(moved) ? moves(retermed(moved, moving), moving) : moved;
    const seen = noted(again, happening, steps);
    return { ...seen, reason: seen.state.phase === 'paused' ? reason : null };
  });
  return { clocks: after, steps };
}

/** Do these terms change nothing? They are those of the clocks, and none of them has to come back. */
export function standing(clocks: readonly Running[], terms: readonly Terms[]): boolean {
  const gone = clocks.some((each) => each.state.phase !== 'cancelled' && !isOver(each) && !terms.some((one) => same(one, each.terms)));
  return !gone && terms.every((one) => clocks.some((each) => same(one, each.terms) && sameTerms(one, each.terms) && each.state.phase !== 'cancelled'));
}

/** Earliest due instant over the running clocks, and the earliest at which one not yet known to be late becomes late or somebody is to be told. */
export function dues(definition: Definition, clocks: readonly Running[]): { due: number | null; check: number | null } {
  const running = clocks.filter((each) => each.state.phase === 'running');
  const late = running.filter((each) => each.state.breached_at === null).map((each) => breachesAt(each.state, core(each.terms)));
  const told = definition.commands.warn ? running.map((each) => nextReached(rungsOf(each))?.at ?? null) : [];
  return { due: earliest(running.map((each) => each.state.due)), check: earliest([...late, ...told]) };
}

/** Who is to be told of this clock by `until`, in order of time. */
export const warnings = (clock: Running, until: number): Reached[] => reached(rungsOf(clock), until);

/** Who is told next of this clock and when, if it goes on like this. */
export const nextWarning = (clock: Running): Reached | null => nextReached(rungsOf(clock));

export const core = (terms: Terms): { target_ms: number; calendar: Calendar } => ({ target_ms: terms.target_minutes * 60_000, calendar: terms.calendar });

/** Only roles that a record can be escalated to: nobody else could be told. */
const climbable = (ladder: Ladder): Ladder => ladder.filter(({ role }) => (escalationRoles as readonly string[]).includes(role));
const rungsOf = ({ terms, state, warned }: Running) => ({ state, terms: core(terms), ladder: climbable(ladderOf(terms.escalation)), warned });

const same = (a: Terms, b: Terms): boolean => a.clock === b.clock && a.key === b.key;
const isOver = ({ state }: Running): boolean => state.phase === 'met' || state.phase === 'missed';
const isSettled = (clock: Running): boolean => isOver(clock) || clock.state.phase === 'cancelled';

function earliest(instants: readonly (number | null)[]): number | null {
  const known = instants.filter((each) => each !== null);
  return known.length ? Math.min(...known) : null;
}

function reasonOf(definition: Definition, row: AnyRow): string | null {
  return definition.custody ? ((row[definition.custody.reason] as string | null) ?? null) : null;
}

function fresh(clocks: readonly Running[], terms: readonly Terms[] | undefined): Running[] {
  const unknown = (terms ?? []).filter((one) => !clocks.some((each) => same(one, each.terms)));
  return unknown.map((one) => ({ terms: one, state: idle(), reason: null, warned: 0 }));
}

type Moving = {
  readonly declared: ClockDeclaration;
  readonly row: AnyRow;
  readonly reason: string | null;
  readonly at: number;
  readonly steps: Step[];
  /** Its terms from this fact on; none when the fact says nothing of terms, or that it no longer applies. */
  readonly next: Terms | undefined;
  readonly said: boolean;
};

function retermed(clock: Running, { next, at, steps }: Moving): Running {
  if (!next || sameTerms(next, clock.terms)) return clock;
  const state = retarget(clock.state, core(clock.terms), core(next), at);
  steps.push(stepOf(clock, 'retarget', at));
  return { ...clock, terms: next, state, warned: warnedAfter(clock.warned, state, core(next)) };
}

const sameTerms = (a: Terms, b: Terms): boolean =>
  a.target_minutes === b.target_minutes &&
  a.promise === b.promise &&
  JSON.stringify([a.calendar, a.pauses, a.audience, a.escalation]) === JSON.stringify([b.calendar, b.pauses, b.audience, b.escalation]);

const stepOf = ({ terms }: Running, event: Step['event'], at: number, more: Partial<Step> = {}): Step => ({
  clock: terms.clock,
  key: terms.key,
  event,
  at,
  reason: null,
  share: null,
  role: null,
  ...more,
});

function moves(clock: Running, moving: Moving): Running {
  let moved = clock;
  // At most two steps at one instant: a clock may start and be paused at once.
  for (let turn = 0; turn < 2; turn += 1) {
    const event = moving.said && !moving.next ? cancels(moved) : wanted(moved, moving);
    if (!event) break;
    moving.steps.push(stepOf(clock, event, moving.at, { reason: event === 'pause' ? moving.reason : null }));
    // Work that comes back is told anew: who had done with it does not look any more.
    const warned = event === 'reopen' && isOver(moved) ? 0 : moved.warned;
    moved = { ...moved, state: mark(moved.state, core(moved.terms), event, moving.at), warned };
  }
  return moved;
}

const cancels = (clock: Running): ClockEvent | null => (isSettled(clock) ? null : 'cancel');

/** What the record's state asks of a clock, given where the clock is. */
function wanted(clock: Running, { declared, row, reason, next }: Moving): ClockEvent | null {
  const phase = clock.state.phase;
  const live = phase === 'running' || phase === 'paused';
  if (declared.cancels_in?.includes(row.state)) return live ? 'cancel' : null;
  if (declared.stops_in.includes(row.state)) return live ? 'stop' : null;
  if (!declared.runs_in.includes(row.state)) return null;
  const pausing = reason !== null && clock.terms.pauses.includes(reason);
  if (phase === 'idle') return 'start';
  if (phase === 'running') return pausing ? 'pause' : null;
  if (phase === 'paused') return pausing ? null : 'resume';
  // A promise that applies again goes on where it was: nothing of what was used or waited is lost.
  if (phase === 'cancelled') return next ? 'reopen' : null;
  return declared.once ? null : 'reopen';
}

/** Only the fact of lateness notes it: a note written after the due instant changes no clock. */
function noted(clock: Running, { definition, fact, params, at }: Advance, steps: Step[]): Running {
  if (fact === `${definition.name}.${definition.commands.breach?.fact}`) {
    const state = observe(clock.state, core(clock.terms), at);
    if (state.breached_at !== null && clock.state.breached_at === null) steps.push(stepOf(clock, 'late', at));
    return { ...clock, state };
  }
  if (fact !== `${definition.name}.${definition.commands.warn?.fact}` || params?.clock !== clock.terms.clock || params.key !== clock.terms.key) return clock;
  const share = Number(params.share);
  steps.push(stepOf(clock, 'warn', at, { share, role: params.role as string }));
  return { ...clock, warned: Math.max(clock.warned, share) };
}
