// A clock as a stopwatch that looks at the wall every minute: slow, plain, and without a line of the code that it judges.
import type { ClockFact, ClockTerms } from '../src/calculus/clock.ts';
import { MINUTE, openAt } from './calendars.ts';

/** `due` is 'beyond' when it lies after the horizon, up to which it is looked for. */
export type Counted = {
  readonly phase: string;
  readonly used: number;
  readonly paused: number;
  readonly left: number;
  readonly due: number | 'beyond' | null;
  readonly breached: number | null;
  readonly started: number | null;
  readonly stopped: number | null;
};

type Life = { readonly facts: readonly ClockFact[]; readonly terms: ClockTerms; readonly now: number; readonly horizon: number };

/**
 * What is said of a clock: while it runs every open minute is used, while it waits every open minute is paused, stopped it
 * counts neither. It is due the moment the target is used up since it last began to run, and breached, as of that moment, once
 * more than that is used. Other terms keep what was used: too much for them is a breach from then on, less takes one back;
 * for a stopped clock that happens when it is opened again.
 */
export function byMinutes({ facts, terms: first, now, horizon }: Life): Counted {
  let terms = first;
  let phase = 'idle';
  let [used, paused] = [0, 0];
  let last: number | null = null;
  let started: number | null = null;
  let stopped: number | null = null;
  /** The due moment of this run, once it has come. */
  let reached: number | null = null;
  let breached: number | null = null;

  const count = (until: number): void => {
    for (const { from, to } of last === null ? [] : openMinutes(terms, last, until)) {
      if (phase === 'paused') paused += to - from;
      if (phase !== 'running') continue;
      if (used + to - from >= terms.target_ms) reached ??= from + terms.target_ms - used;
      used += to - from;
      if (used > terms.target_ms) breached ??= reached;
    }
    last = until;
  };
  const run = (at: number): void => {
    phase = 'running';
    stopped = null;
    reached = used > terms.target_ms ? (breached ?? at) : used === terms.target_ms ? at : null;
  };
  const dueFrom = (at: number): number | 'beyond' => {
    let left = terms.target_ms - used;
    if (reached !== null || left < 0) return reached ?? breached ?? at;
    if (left === 0) return at;
    for (const { from, to } of openMinutes(terms, at, horizon)) {
      if (left <= to - from) return from + left;
      left -= to - from;
    }
    return 'beyond';
  };

  let due: number | 'beyond' | null = null;
  for (const fact of facts) {
    const live = phase === 'running' || phase === 'paused';
    const at = Math.max(fact.at, last ?? fact.at);
    if (fact.event === 'retarget') {
      if (live) count(at);
      terms = fact.terms;
      if (!live) continue;
      breached = used > terms.target_ms ? (breached ?? at) : null;
      if (phase === 'running') run(at);
    } else if (fact.event === 'start' && phase === 'idle') {
      last = started = at;
      run(at);
    } else if (fact.event === 'pause' && phase === 'running') {
      count(at);
      phase = 'paused';
    } else if (fact.event === 'resume' && phase === 'paused') {
      count(at);
      run(at);
    } else if (fact.event === 'stop' && live) {
      count(at);
      if (phase === 'paused') reached = null;
      due = dueFrom(at);
      phase = used > terms.target_ms ? 'missed' : 'met';
      stopped = at;
    } else if (fact.event === 'cancel' && (live || phase === 'idle')) {
      if (live) count(at);
      phase = 'cancelled';
      stopped = at;
      due = null;
    } else if (fact.event === 'reopen' && ['met', 'missed', 'cancelled'].includes(phase)) {
      last = at;
      started ??= at;
      breached = used > terms.target_ms ? (breached ?? at) : null;
      run(at);
    }
  }
  if (phase === 'running' || phase === 'paused') count(Math.max(now, last ?? now));
  if (phase === 'running') due = dueFrom(last ?? now);
  if (phase === 'paused') due = null;
  return { phase, used, paused, left: terms.target_ms - used, due, breached, started, stopped };
}

/** Minute by minute what is open in between, the first and the last one as far as they go. */
function* openMinutes({ calendar }: ClockTerms, from: number, to: number): Generator<{ from: number; to: number }> {
  for (let minute = Math.floor(from / MINUTE) * MINUTE; minute < to; minute += MINUTE) {
    if (openAt(calendar, minute)) yield { from: Math.max(from, minute), to: Math.min(to, minute + MINUTE) };
  }
}
