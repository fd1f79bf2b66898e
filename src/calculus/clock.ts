// A clock: one promise applied to one record, as a fold over what happened. It never ticks; it is recomputed.
import { addWorking, type Calendar, isOpen, nextOpening, workingMs } from './calendar.ts';

/** `target_ms` is working time in `calendar`, a whole number of milliseconds, 0 or more. */
export type ClockTerms = { readonly target_ms: number; readonly calendar: Calendar };

export type ClockPhase = 'idle' | 'running' | 'paused' | 'met' | 'missed' | 'cancelled';

/**
 * All instants are epoch milliseconds. `used_ms` and `paused_ms` are working time of the calendar that held at the time,
 * up to `since`, the last mark. `due` is null while paused; a stopped clock keeps the due moment it ran towards.
 * `breached_at` is set exactly when more than the target was used: the due moment that passed.
 */
export type ClockState = {
  readonly phase: ClockPhase;
  readonly started_at: number | null;
  readonly since: number | null;
  readonly used_ms: number;
  readonly paused_ms: number;
  readonly stopped_at: number | null;
  readonly due: number | null;
  readonly breached_at: number | null;
};

export type ClockEvent = 'start' | 'pause' | 'resume' | 'stop' | 'cancel' | 'reopen';

/** What the fold reads, in the order of the journal. */
export type ClockFact = { readonly event: ClockEvent; readonly at: number } | { readonly event: 'retarget'; readonly at: number; readonly terms: ClockTerms };

/** What a screen shows. `left_ms` is negative when late; `share` is used per mille of the target, rounded down. */
export type Reading = {
  readonly phase: ClockPhase;
  readonly used_ms: number;
  readonly left_ms: number;
  readonly paused_ms: number;
  readonly share: number;
  readonly due: number | null;
  readonly overdue: boolean;
  readonly outside_hours: boolean;
  readonly resumes_at: number | null;
};

export function idle(): ClockState {
  return { phase: 'idle', started_at: null, since: null, used_ms: 0, paused_ms: 0, stopped_at: null, due: null, breached_at: null };
}

/**
 * The clock after an event. An event that means nothing in the current phase (pausing a paused clock, stopping one that
 * never started) changes nothing, and time never runs backwards: an earlier `at` counts as the last mark.
 */
export function mark(state: ClockState, terms: ClockTerms, event: ClockEvent, at: number): ClockState {
  if (!possible[event].includes(state.phase)) return state;
  const when = Math.max(at, state.since ?? at);
  return marks[event](observe(state, terms, when), terms, when);
}

/** The same clock brought up to date. Looking at a clock any number of times changes nothing that happens later. */
export function observe(state: ClockState, terms: ClockTerms, at: number): ClockState {
  if (!isLive(state) || state.since === null || at <= state.since) return state;
  const worked = workingMs(terms.calendar, state.since, at);
  if (state.phase === 'paused') return { ...state, since: at, paused_ms: state.paused_ms + worked };
  const used_ms = state.used_ms + worked;
  const breached_at = used_ms > terms.target_ms ? (state.breached_at ?? state.due ?? at) : state.breached_at;
  return { ...state, since: at, used_ms, breached_at };
}

/**
 * Other terms from `at` on (priority, agreement or calendar changed): consumed and paused time stay as they are.
 * When the new target is already used up the clock is late from `at`: a promise is not broken before it is made.
 * When it is not, an earlier breach no longer holds; the fact of it stays in the journal. Stopped clocks are settled.
 */
export function retarget(state: ClockState, oldTerms: ClockTerms, newTerms: ClockTerms, at: number): ClockState {
  if (!isLive(state)) return state;
  const when = Math.max(at, state.since ?? at);
  const kept = observe(state, oldTerms, when);
  const now = { ...kept, breached_at: breachUnder(kept, newTerms, when) };
  return { ...now, due: now.phase === 'running' ? dueFrom(now, newTerms, when) : null };
}

export function reading(state: ClockState, terms: ClockTerms, at: number): Reading {
  const now = observe(state, terms, at);
  const live = isLive(now);
  const outside = live && !isOpen(terms.calendar, at);
  return {
    phase: now.phase,
    used_ms: now.used_ms,
    left_ms: terms.target_ms - now.used_ms,
    paused_ms: now.paused_ms,
    share: shareOf(now, terms),
    due: now.due,
    overdue: live && now.used_ms > terms.target_ms,
    outside_hours: outside,
    resumes_at: outside && now.phase === 'running' ? nextOpening(terms.calendar, at) : null,
  };
}

export function foldClock(facts: readonly ClockFact[], terms: ClockTerms): ClockState {
  let state = idle();
  let current = terms;
  for (const fact of facts) {
    if (fact.event === 'retarget') {
      state = retarget(state, current, fact.terms, fact.at);
      current = fact.terms;
    } else state = mark(state, current, fact.event, fact.at);
  }
  return state;
}

/**
 * The first instant at which a running clock is late if nothing happens; null when it is late already, not running, or
 * never will be. Not the due moment itself: at the due moment the promise can still be met, and a due moment at closing
 * time is passed only when the next day opens.
 */
export function breachesAt(state: ClockState, terms: ClockTerms): number | null {
  if (state.phase !== 'running' || state.breached_at !== null || state.due === null) return null;
  const opening = nextOpening(terms.calendar, state.due);
  return opening === null ? null : opening + 1;
}

const possible: Readonly<Record<ClockEvent, readonly ClockPhase[]>> = {
  start: ['idle'],
  pause: ['running'],
  resume: ['paused'],
  stop: ['running', 'paused'],
  cancel: ['idle', 'running', 'paused'],
  reopen: ['met', 'missed', 'cancelled'],
};

/** Each receives the clock brought up to date at `at`. */
const marks: Readonly<Record<ClockEvent, (now: ClockState, terms: ClockTerms, at: number) => ClockState>> = {
  start: (now, terms, at) => run({ ...now, started_at: at }, terms, at),
  pause: (now) => ({ ...now, phase: 'paused', due: null }),
  resume: run,
  stop: (now, terms, at) => ({
    ...now,
    phase: now.used_ms <= terms.target_ms ? 'met' : 'missed',
    stopped_at: at,
    due: now.due ?? dueFrom(now, terms, at),
  }),
  cancel: (now, _terms, at) => ({ ...now, phase: 'cancelled', stopped_at: at, due: null }),
  // One that was cancelled before it began, begins.
  reopen: (now, terms, at) => run({ ...now, started_at: now.started_at ?? at, breached_at: breachUnder(now, terms, at) }, terms, at),
};

/** Runs on from `at`: what lies between the last mark and `at` is neither used nor paused. */
function run(now: ClockState, terms: ClockTerms, at: number): ClockState {
  return { ...now, phase: 'running', since: at, stopped_at: null, due: dueFrom(now, terms, at) };
}

/** Terms may have changed while it was stopped, too: what was used is judged by those that hold from `at` on. */
function breachUnder(kept: ClockState, terms: ClockTerms, at: number): number | null {
  return kept.used_ms > terms.target_ms ? (kept.breached_at ?? at) : null;
}

function dueFrom(now: ClockState, terms: ClockTerms, at: number): number | null {
  return now.used_ms > terms.target_ms ? (now.breached_at ?? at) : addWorking(terms.calendar, at, terms.target_ms - now.used_ms);
}

function isLive(state: ClockState): boolean {
  return state.phase === 'running' || state.phase === 'paused';
}

function shareOf(state: ClockState, terms: ClockTerms): number {
  if (terms.target_ms > 0) return Math.floor((state.used_ms * 1000) / terms.target_ms);
  return state.started_at === null ? 0 : 1000;
}
