// Promise algebra: what several promises come to together, and whether those beneath a promise can keep it.
import { feasibleAvailability } from './chain-availability.ts';
import { type Feasibility, type PromiseTerms, type Reason, TOLERANCE, windowsSpanned } from './chain-terms.ts';
import type { Composition } from './composition.ts';
import { worstElapsed } from './hours-cover.ts';

/**
 * A promise on time as the algebra sees it; null is no promise, which adds nothing. `share` of the cases is within
 * `target_ms` for certain, however the stages depend on one another (Boole); `independent` when they do not at all.
 */
export type TimePromise = { readonly target_ms: number; readonly share: number; readonly independent: number } | null;

export function timePromise(target_ms: number, share = 1): TimePromise {
  return { target_ms, share, independent: share };
}

/** One after the other, with what it takes to hand over in between. */
export function inSequence(a: TimePromise, b: TimePromise, handover_ms = 0): TimePromise {
  return together(a, b, (first, second) => first + handover_ms + second);
}

/** Side by side: done when the last one is. */
export function inParallel(a: TimePromise, b: TimePromise): TimePromise {
  return together(a, b, Math.max);
}

/** A promise beneath; `handover_ms` is what it takes to get the work there, on the clock of the promise above. */
export type Stage = { readonly part: string; readonly terms: PromiseTerms; readonly handover_ms?: number };

/** `at` is when it is judged: hours are compared over the year from then. Stages follow one another unless `parallel`. */
export type Circumstances = { readonly at: number; readonly parallel?: boolean };

/**
 * Can these promises together keep the one above? Each target counts with the longest it can take on the clock of the
 * promise above, waiting for closed doors included. Shares are judged by what is certain.
 * For availability all stages are needed, or any one of them when `parallel`; for a whole composition see chain-availability.
 */
export function feasible(parent: PromiseTerms, stages: readonly Stage[], { at, parallel = false }: Circumstances): Feasibility {
  if (parent.metric === 'availability') return feasibleFlat(parent, stages, { at, parallel });
  const taken = stages.map((stage) => lengthOf(stage, parent, at));
  const gaps = taken.flatMap((each) => each.fault ?? []);
  const wanted_ms = parent.target_ms ?? null;
  if (gaps.length > 0) return { ok: false, slack_ms: null, reasons: gaps, notes: [] };
  const whole = taken.map((each) => each.promise).reduce(parallel ? inParallel : (a, b) => inSequence(a, b), null);
  const slack_ms = wanted_ms === null ? null : wanted_ms - (whole?.target_ms ?? 0);
  const late = slack_ms !== null && slack_ms < 0;
  const waits = taken.flatMap((each) => each.waits ?? []);
  const shares = sharesOf(parent, stages, whole);
  const reasons: Reason[] = [...(late ? [{ code: 'chain.time_exceeded' } as const, ...waits] : []), ...shares];
  return { ok: reasons.length === 0, slack_ms, reasons, notes: late ? [] : waits };
}

function together(a: TimePromise, b: TimePromise, length: (a: number, b: number) => number): TimePromise {
  if (a === null || b === null) return a ?? b;
  return {
    target_ms: length(a.target_ms, b.target_ms),
    share: Math.max(0, a.share + b.share - 1),
    independent: a.independent * b.independent,
  };
}

function feasibleFlat(parent: PromiseTerms, stages: readonly Stage[], { at, parallel }: Circumstances): Feasibility {
  const parts: Composition[] = stages.map((_, i) => ({ part: `${i}` }));
  const {
    computed: _,
    tighten: __,
    values: ___,
    sensitivity: ____,
    ...found
  } = feasibleAvailability(parent, {
    root: 'chain',
    graph: { chain: parallel ? { any: parts } : { all: parts } },
    promised: Object.fromEntries(stages.map(({ terms }, i) => [`${i}`, terms])),
    at,
  });
  const named = (reason: Reason): Reason => (reason.part === undefined ? reason : { ...reason, part: stages[Number(reason.part)]?.part });
  return { ...found, reasons: found.reasons.map(named), notes: found.notes.map(named) };
}

type Taken = { readonly promise: TimePromise; readonly fault?: Reason; readonly waits?: Reason };

/** What a stage takes on the clock of the promise above, with the share that is left of it there. */
function lengthOf({ part, terms, handover_ms = 0 }: Stage, parent: PromiseTerms, at: number): Taken {
  const target_ms = terms.target_ms ?? null;
  if (target_ms === null) return { promise: null, fault: { code: 'chain.no_promise', part } };
  const worst = worstElapsed(target_ms, { child: terms.calendar, parent: parent.calendar, at });
  if (worst === null) return { promise: null, fault: { code: 'chain.never_open', part } };
  const promise = timePromise(worst + handover_ms, shareAbove(terms, parent));
  return worst > target_ms ? { promise, waits: { code: 'chain.hours_not_covered', part } } : { promise };
}

/** All the misses that a longer window allows may fall into one window of the promise above; cases are taken to come evenly. */
function shareAbove(terms: PromiseTerms, parent: PromiseTerms): number {
  return Math.max(0, 1 - (1 - (terms.share ?? 1)) * windowsSpanned(terms, parent));
}

/** Why the share of cases is too low; nothing when it is not. */
function sharesOf(parent: PromiseTerms, stages: readonly Stage[], whole: TimePromise): Reason[] {
  const wanted = (parent.share ?? 1) - TOLERANCE;
  if (whole === null || whole.share >= wanted) return [];
  const windows = stages
    .filter(({ terms }) => windowsSpanned(terms, parent) > 1 && (terms.share ?? 1) < 1)
    .map(({ part }): Reason => ({ code: 'chain.window_too_long', part }));
  if (whole.independent >= wanted) return [{ code: 'chain.only_if_independent' }, ...windows];
  const sameWindow = stages.reduce((share, { terms }) => Math.max(0, share + (terms.share ?? 1) - 1), 1);
  return sameWindow >= wanted ? windows : [{ code: 'chain.share_too_low' }, ...windows];
}
