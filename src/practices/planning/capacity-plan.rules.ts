// What the commands of a capacity plan mean: figures belong to months that are over, and demand to services that stand on this one.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { capacityPlan, Demand, UsePoint } from './capacity-plan.record.ts';
import { lookAgain, monthAfter, ownerOf, type PlanGiven, refuseOwner, refusePlan, twice } from './plan.ts';

export type CapacityPlanGiven = PlanGiven & {
  /** The promise that is named; null when there is none of that number. */
  readonly promise: { readonly id: string; readonly service: string; readonly metric: string; readonly throughput: number | null } | null;
  /** Services that are composed of this one, directly or further up, by name. */
  readonly above: ReadonlyMap<string, string>;
};
type Row = RowOf<typeof capacityPlan>;
type The = Case<Case['row'], CapacityPlanGiven>;

export const capacityPlanRules: Rules<CapacityPlanGiven> = {
  open: (the) => refusePlan(the) ?? refuseTerms(the) ?? opened(the),
  edit: (the) => refuseOwner(the) ?? refuseTerms(the) ?? contractedBy(the),
  enter_use: enterUse,
  adopt: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
  review: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
};

function opened(the: The): Decision | Refusal {
  const { input, given } = the;
  const points = merged([], (input.points ?? []) as readonly UsePoint[]);
  return {
    changes: {
      ...contractedBy(the).changes,
      name: input.name ?? `${given.service?.name ?? ''}: ${String(input.resource)}`,
      owner: ownerOf(the),
      source: input.source ?? 'entered',
      method: input.method ?? 'holt',
      headroom: input.headroom ?? 100_000,
      horizon: input.horizon ?? 12,
      points,
      demands: input.demands ?? [],
    },
  };
}

/** What a promise says goes before what is typed. */
function contractedBy({ given }: The): Decision {
  return typeof given.promise?.throughput === 'number' ? { changes: { contracted: given.promise.throughput } } : {};
}

function refuseTerms({ row, input, given }: The): Refusal | null {
  const service = row?.service ?? input.service;
  const { promise } = given;
  if (promise && (promise.metric !== 'throughput' || promise.service !== service || promise.throughput === null))
    return refuse('capacity_plan.not_throughput', 'promise', { promise: promise.id });
  const after = { ...(row ?? {}), ...input } as Partial<Row>;
  if (typeof after.contracted !== 'number' && typeof promise?.throughput !== 'number') return refuse('capacity_plan.nothing_contracted', 'contracted');
  const demands = (input.demands ?? []) as readonly Demand[];
  const again = twice(demands.map((each) => each.service));
  if (again !== null) return refuse('capacity_plan.twice', 'demands', { field: 'demands', value: again });
  const stranger = demands.find((each) => !given.above.has(each.service));
  if (stranger) return refuse('capacity_plan.stranger', 'demands', { service: stranger.service, services: [...given.above.keys()].join(', ') || '–' });
  return refusePoints((input.points ?? []) as readonly UsePoint[], given.today);
}

function refusePoints(points: readonly UsePoint[], today: string): Refusal | null {
  const again = twice(points.map((each) => each.period));
  if (again !== null) return refuse('capacity_plan.twice', 'points', { field: 'points', value: again });
  const month = today.slice(0, 7);
  const early = points.find((each) => each.period >= month);
  return early ? refuse('capacity_plan.in_future', 'points', { period: early.period, latest: monthAfter(month, -1) }) : null;
}

function enterUse({ row, input, given }: The): Decision | Refusal {
  const plan = row as Row;
  if (plan.source !== 'entered') return refuse('capacity_plan.not_entered', 'source');
  const written = readLines((input.lines as string | null | undefined) ?? '');
  if (isRefusal(written)) return written;
  const points = [...((input.points ?? []) as readonly UsePoint[]), ...written];
  if (!points.length) return refuse('capacity_plan.nothing_entered', 'points');
  return refusePoints(points, given.today) ?? { changes: { points: merged(plan.points, points) }, params: { months: points.length } };
}

/** `2026-03;120` per line; comma, tab or spaces will do as well, and a heading without figures is passed over. */
export function readLines(text: string): UsePoint[] | Refusal {
  const points: UsePoint[] = [];
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    const [, period, value] = /^\s*"?(\d{4}-(?:0[1-9]|1[0-2]))"?\s*[;,\t ]\s*"?(\d{1,10})"?\s*$/.exec(line) ?? [];
    if (period !== undefined && value !== undefined && Number(value) <= 2_000_000_000) points.push({ period, value: Number(value) });
    else if (line.trim() !== '' && !(at === 0 && !/\d/.test(line))) return refuse('capacity_plan.wrong_line', 'lines', { line: at + 1 });
  }
  return points;
}

function merged(before: readonly UsePoint[], added: readonly UsePoint[]): UsePoint[] {
  const by = new Map([...before, ...added].map((each) => [each.period, each]));
  return [...by.values()].sort((a, b) => (a.period < b.period ? -1 : 1));
}
