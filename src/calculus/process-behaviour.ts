// How a figure behaves over time: limits per baseline, what signals a special cause, and what it is wise to do about it.
import { type Chart, individuals, proportions, rates, signals } from './control-chart.ts';

export type BehaviourKind = 'p' | 'u' | 'c' | 'individuals';
/** One period. `value` in the unit shown; `numerator` and `denominator` as counted. Without a value, or with nothing counted, it is left out. */
export type Observed = { readonly period: string; readonly value: number | null; readonly numerator: number | null; readonly denominator: number | null };
/** From the first point at or after `from` (a position) the limits are computed anew, because of `reason`. */
export type Phase = { readonly from: number; readonly reason: string };
/** `scale` turns a fraction into the unit shown: 1,000,000 for ppm. `rest`: so many of the last points are not complete and decide nothing. */
export type Reading = { readonly kind: BehaviourKind; readonly scale: number; readonly phases: readonly Phase[]; readonly rest: number };

export type BehaviourPoint = Observed & {
  readonly centre: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  readonly phase: number;
  readonly special: boolean;
};
/** A rule of Western Electric (1 to 4) that is met from `from` to `to`; `side` above or below the centre; `length` points the run has had so far. */
export type BehaviourSignal = { readonly rule: number; readonly from: string; readonly to: string; readonly side: 'above' | 'below'; readonly length: number };
/** `too_few`: no limits yet. `special`: a signal within the last points of the last phase. `common`: nothing but its usual variation. */
export type Behaviour = {
  readonly points: readonly BehaviourPoint[];
  readonly signals: readonly BehaviourSignal[];
  readonly verdict: 'too_few' | 'special' | 'common';
  /** Of the last phase. */
  readonly centre: number | null;
  readonly phases: readonly (Phase & { readonly period: string; readonly baseline: number })[];
};

/** A baseline needs so many points, and takes no more: later points are judged by it. */
export const leastBaseline = 6;
export const mostBaseline = 12;
/** A signal that ended before these last points is history. */
const recent = 3;

/** Shewhart limits over each phase (control-chart.ts) with the run rules of Western Electric (1956). The first phase begins at 0 by itself. */
export function behaviour(observed: readonly Observed[], { kind, scale, phases, rest }: Reading): Behaviour {
  const bounds = [{ from: 0, reason: '' }, ...phases.filter((each) => each.from > 0 && each.from < observed.length)].sort((a, b) => a.from - b.from);
  const told = bounds.map((phase, i) => phaseOf(observed, { phase, number: i, until: bounds[i + 1]?.from ?? observed.length, kind, scale, rest }));
  const points = told.flatMap((each) => each.points);
  const last = told.at(-1);
  const complete = points.slice(0, points.length - rest).filter(isTold);
  const border = complete.at(-recent)?.period ?? '';
  const isSpecial =
    last?.signals.some((each) => complete.findIndex((point) => point.period === each.to) >= complete.findIndex((point) => point.period === border)) ?? false;
  return {
    points,
    signals: told.flatMap((each) => each.signals),
    verdict: last?.centre === null || last === undefined ? 'too_few' : isSpecial ? 'special' : 'common',
    centre: last?.centre ?? null,
    phases: told.map((each, i) => ({ ...(bounds[i] as Phase), period: observed[bounds[i]?.from ?? 0]?.period ?? '', baseline: each.baseline })),
  };
}

type Cut = { phase: Phase; number: number; until: number } & Pick<Reading, 'kind' | 'scale' | 'rest'>;
type Told = { points: BehaviourPoint[]; signals: BehaviourSignal[]; centre: number | null; baseline: number };

function phaseOf(observed: readonly Observed[], { phase, number, until, kind, scale, rest }: Cut): Told {
  const all = observed.slice(phase.from, until);
  const whole = observed.slice(phase.from, Math.min(until, observed.length - rest));
  const counted = whole.filter((each) => isTold(each) && (kind !== 'p' && kind !== 'u' ? true : (each.denominator ?? 0) > 0));
  const baseline = Math.min(counted.length, mostBaseline);
  if (baseline < leastBaseline) return { points: all.map((each) => bare(each, number)), signals: [], centre: null, baseline };
  const chart = chartOf(counted, kind, baseline);
  const unit = kind === 'p' || kind === 'u' ? scale : 1;
  const found = runs(counted, chart);
  const places = new Map(counted.map((each, i) => [each.period, i]));
  const special = new Set(signals(chart, 'western_electric').map((each) => each.at));
  const points = all.map((each) => {
    const at = places.get(each.period);
    const point = at === undefined ? undefined : chart.points[at];
    if (!point || at === undefined) return { ...bare(each, number), centre: chart.centre * unit };
    return { ...each, centre: chart.centre * unit, lower: Math.max(0, point.lower * unit), upper: point.upper * unit, phase: number, special: special.has(at) };
  });
  return { points, signals: found, centre: chart.centre * unit, baseline };
}

const isTold = (each: Observed): boolean => each.value !== null;
const bare = (each: Observed, phase: number): BehaviourPoint => ({ ...each, centre: null, lower: null, upper: null, phase, special: false });

function chartOf(counted: readonly Observed[], kind: BehaviourKind, baseline: number): Chart {
  if (kind === 'individuals')
    return individuals(
      counted.map((each) => each.value ?? 0),
      baseline,
    );
  const samples = counted.map((each) => ({ count: each.numerator ?? 0, of: kind === 'c' ? 1 : (each.denominator ?? 1) }));
  return kind === 'p' ? proportions(samples, baseline) : rates(samples, baseline);
}

/** How many points each rule looks at. */
const reach: Readonly<Record<number, number>> = { 1: 1, 2: 3, 3: 5, 4: 8 };

/** Signals of one rule on one side that follow each other are one: from the first point they look at to the last. */
function runs(counted: readonly Observed[], chart: Chart): BehaviourSignal[] {
  const found: { rule: number; side: 'above' | 'below'; first: number; last: number }[] = [];
  for (const { rule, at } of signals(chart, 'western_electric')) {
    const side = (chart.points[at]?.value ?? 0) > chart.centre ? 'above' : 'below';
    const known = found.find((each) => each.rule === rule && each.side === side && each.last === at - 1);
    if (known) known.last = at;
    else found.push({ rule, side, first: Math.max(0, at + 1 - (reach[rule] ?? 1)), last: at });
  }
  return found.map(({ rule, side, first, last }) => ({
    rule,
    side,
    from: counted[first]?.period ?? '',
    to: counted[last]?.period ?? '',
    length: last - first + 1,
  }));
}
