// How a figure stands: against its target, over time, and what that makes of the objective it measures. Pure.
import { capability } from '../../calculus/capability.ts';
import { type Behaviour, type BehaviourKind, behaviour, type Phase } from '../../calculus/process-behaviour.ts';
import type { Trend } from './answers.record.ts';
import type { Formula, Unit } from './formula.record.ts';
import type { MeasureValue } from './measure.record.ts';

type Better = Formula['better'];

/** A target is met when it is reached, on the side that is better. */
export function meets(value: number | null, { target, better }: { target: number | null; better: Better }): boolean | null {
  if (value === null || target === null) return null;
  return better === 'higher' ? value >= target : value <= target;
}

const scales: Readonly<Record<Unit, number>> = { share: 1_000_000, score: 1_000, count: 1, minutes: 1, money: 1 };

/** The values as a control chart of the kind of their formula. `rest`: 1 when the last period still runs. */
export function behaviourOf(
  formula: Pick<Formula, 'chart' | 'unit'>,
  values: readonly MeasureValue[],
  { phases, rest }: { phases: readonly Phase[]; rest: number },
): Behaviour {
  const kind: BehaviourKind = formula.chart;
  return behaviour(values, { kind, scale: scales[formula.unit], phases, rest });
}

/** How the usual variation fits on the good side of the target, by the last point with limits; null without limits or a target, and while something special is going on. */
export function capabilityOf({ points, verdict }: Behaviour, { target, better }: { target: number | null; better: Better }): number | null {
  const last = points.findLast((each) => each.upper !== null);
  if (verdict !== 'common' || target === null || !last || last.centre === null || last.lower === null || last.upper === null) return null;
  // Limits stop at nothing; the side that is whole is as far from the centre.
  const limit = last.lower > 0 ? last.lower : last.upper;
  const told = capability({ centre: last.centre, limit, target, better });
  return told === null ? null : Math.floor(told * 100) / 100;
}

/** Better or worse only where the chart says that something changed; a point up or down within the usual variation is no trend. */
export function trendOf({ points, signals, verdict }: Behaviour, { better, rest }: { better: Better; rest: number }): Trend {
  if (verdict === 'too_few') return 'unknown';
  if (verdict === 'common') return 'steady';
  const told = points.slice(0, points.length - rest).filter((each) => each.value !== null);
  const recent = new Set(told.slice(-3).map((each) => each.period));
  const last = signals.filter((each) => recent.has(each.to)).at(-1);
  if (!last) return 'steady';
  return (last.side === 'above') === (better === 'higher') ? 'better' : 'worse';
}

/**
 * `reached`, `missed`, `dropped`: concluded by people. Otherwise by rule, over the last period that is over: `on_course` when it meets
 * the target, `at_risk` when it does not and the date is still to come, `late` when it does not and the date has passed. `unmeasured`
 * without a measure or a value, unless others carry it: then it stands as the worst of them.
 */
export const statuses = ['late', 'at_risk', 'unmeasured', 'on_course', 'missed', 'reached', 'dropped', 'proposed'] as const;
export type Status = (typeof statuses)[number];

export function statusOf({
  state,
  by,
  met,
  today,
  beneath,
}: {
  state: string;
  by: string | null;
  met: boolean | null;
  today: string;
  beneath: readonly Status[];
}): Status {
  if (state === 'reached' || state === 'missed' || state === 'dropped' || state === 'proposed') return state;
  if (met === true) return 'on_course';
  if (met === false) return by !== null && by < today ? 'late' : 'at_risk';
  return statuses.find((each) => beneath.includes(each) && open.has(each)) ?? 'unmeasured';
}

const open: ReadonlySet<Status> = new Set(['late', 'at_risk', 'unmeasured', 'on_course']);
