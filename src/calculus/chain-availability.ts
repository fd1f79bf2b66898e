// Whether the promises beneath a composed service can keep a promise on its availability, and which to tighten.
import { type Availability, availability, bounds, importances, type Values } from './availability.ts';
import { type Feasibility, type PromiseTerms, type Reason, TOLERANCE, windowDays, windowsSpanned } from './chain-terms.ts';
import { hasCommonCause } from './common-cause.ts';
import type { Graph } from './composition.ts';
import { cover, horizonDays } from './hours-cover.ts';

/** A composition and what is promised on availability for its leaves. `at`: hours are compared over the year from then. */
export type Beneath = {
  readonly root: string;
  readonly graph: Graph;
  readonly promised: Readonly<Record<string, PromiseTerms | undefined>>;
  readonly at: number;
};

/** `availability` is what this one promise alone would have to be raised to. */
export type Tighten = { readonly part: string; readonly availability: number };

/**
 * `tighten` lists the ways out, the smallest step first; empty when there is no need or no single promise would do.
 * `values` is what each promise is worth in the hours and the window of the promise above. `sensitivity` is by how much the
 * whole moves per unit of each leaf's worth; empty when it cannot be said.
 */
export type AvailabilityFeasibility = Feasibility & {
  readonly computed: Availability;
  readonly tighten: readonly Tighten[];
  readonly sensitivity: ReadonlyMap<string, number>;
  readonly values: Values;
};

/**
 * Can a composition keep a promise on availability? Each leaf counts with what its promise is worth in the hours and
 * the window of the promise above; shared parts count once. Parts are taken to fail independently: when the answer
 * rests on that (redundancy always does) a note says so.
 */
export function feasibleAvailability(parent: PromiseTerms, { root, graph, promised, at }: Beneath): AvailabilityFeasibility {
  const worths = Object.entries(promised).flatMap(([part, terms]) => worthOf(part, terms, parent, at));
  const values: Values = Object.fromEntries(worths.map((each) => [each.part, each.value(each.promised)]));
  const computed = availability(root, graph, values);
  const wanted = parent.availability ?? 0;
  const ok = computed.low >= wanted - TOLERANCE;
  const slopes = computed.exact ? importances(root, graph, values) : null;
  const unpromised = computed.unknown.map((part): Reason => ({ code: 'chain.no_promise', part }));
  const lessened = worths.flatMap((each) => each.reasons);
  const certain = bounds(root, graph, values).low >= wanted - TOLERANCE;
  const agreed_ms = (cover(parent.calendar, parent.calendar, at).parent_ms * windowDays(parent)) / horizonDays;
  return {
    ok,
    slack_ms: computed.exact ? Math.round((computed.low - wanted) * agreed_ms) : null,
    reasons: ok ? [] : [{ code: 'chain.availability_too_low' }, ...unpromised, ...lessened],
    notes: ok ? [...(certain ? [] : [{ code: 'chain.only_if_independent' } as const]), ...unpromised, ...lessened] : [],
    computed,
    values,
    sensitivity: slopes ?? new Map(),
    tighten: ok || !computed.exact ? [] : tightened(worths, raise),
  };

  /** What the leaf would have to be worth for the whole to reach what is wanted; the whole is linear in each leaf, but for common causes. */
  function raise(part: string): number {
    const slope = slopes?.get(part) ?? 0;
    if (slope <= 0) return Infinity;
    const guess = (values[part] ?? 0) + (wanted - computed.low) / slope;
    return hasCommonCause(graph) ? raisedBySearch(part) : guess;
  }

  function raisedBySearch(part: string): number {
    const reached = (value: number): boolean => availability(root, graph, { ...values, [part]: value }).low >= wanted - TOLERANCE;
    if (!reached(1)) return Infinity;
    let [low, high] = [values[part] ?? 0, 1];
    for (let turn = 0; turn < 50; turn++) {
      const middle = (low + high) / 2;
      if (reached(middle)) high = middle;
      else low = middle;
    }
    return high;
  }
}

type Worth = {
  readonly part: string;
  readonly promised: number;
  readonly reasons: readonly Reason[];
  /** What a promised availability is worth above, and back. */
  readonly value: (promised: number) => number;
  readonly inverse: (value: number) => number;
};

/**
 * The downtime allowed in a longer window may all fall into one window of the promise above, and hours of the promise
 * above that are not promised at all count as lost. Within its own hours downtime is taken to be spread evenly.
 */
function worthOf(part: string, terms: PromiseTerms | undefined, parent: PromiseTerms, at: number): Worth[] {
  if (typeof terms?.availability !== 'number') return [];
  const { parent_ms, uncovered_ms } = cover(terms.calendar, parent.calendar, at);
  const covered = parent_ms > 0 ? 1 - uncovered_ms / parent_ms : 1;
  const spanned = windowsSpanned(terms, parent);
  const reasons: Reason[] = [];
  if (uncovered_ms > 0) reasons.push({ code: 'chain.hours_not_covered', part });
  if (spanned > 1 && terms.availability < 1) reasons.push({ code: 'chain.window_too_long', part });
  return [
    {
      part,
      promised: terms.availability,
      reasons,
      value: (promised) => Math.max(0, covered - (1 - promised) * spanned * covered),
      inverse: (value) => (covered > 0 ? 1 - (covered - value) / (spanned * covered) : Infinity),
    },
  ];
}

function tightened(worths: readonly Worth[], needed: (part: string) => number): Tighten[] {
  return worths
    .map((each) => ({ part: each.part, availability: each.inverse(needed(each.part)), promised: each.promised }))
    .filter((each) => each.availability <= 1)
    .sort((a, b) => a.availability - a.promised - (b.availability - b.promised))
    .map(({ part, availability: wanted }) => ({ part, availability: wanted }));
}
