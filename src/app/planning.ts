// The figures of tactical plans, gathered for the doors: each reads what it needs in a fixed number of queries and hands it to the arithmetic.

import { effect, impactOf } from '../calculus/composition.ts';
import type { Ledger } from '../calculus/ledger.ts';
import type { AnyRow } from '../kernel/record.ts';
import type { House } from '../platform/house.ts';
import { isoNow } from '../platform/http/context.ts';
import { appetiteFor } from '../practices/planning/appetite.ts';
import { availabilityFigures, nodesBeneath, windowBack } from '../practices/planning/availability-figures.ts';
import { type CapacityRow, capacityFigures } from '../practices/planning/capacity-figures.ts';
import type { UsePoint } from '../practices/planning/capacity-plan.record.ts';
import { type ContinuityRow, continuityFigures } from '../practices/planning/continuity-figures.ts';
import { type CostRow, costFigures } from '../practices/planning/cost-figures.ts';
import type { World } from '../practices/planning/facts.ts';
import { type Counted, countsOf, downsOf, worldOf } from '../practices/planning/figures.queries.ts';
import type { AvailabilityFigures, CapacityFigures, ContinuityFigures, CostFigures, RiskReach } from '../practices/planning/figures.record.ts';
import { monthAfter } from '../practices/planning/plan.ts';
import { appetitesInForce, type CapacityStored, continuityPlans, lineSums, paidIn, testsOf } from '../practices/planning/register.queries.ts';
import { incidentLedgers } from './registry.ts';

type Row = AnyRow;

export async function availabilityOf(house: House, row: Row): Promise<AvailabilityFigures> {
  const { id, service, target, months } = row as Row & { service: string; target: number | null; months: number };
  const world = await worldOf(house.db, isoNow(house));
  const { from, to } = windowBack(world.today, world.zone, months);
  const downs = await downsOf(house.db, { nodes: nodesBeneath(service, world), from, to });
  const ledgers = await incidentLedgers(house.db, { ids: [...new Set(downs.map((each) => each.id))], now: house.clock.now() });
  return availabilityFigures({ plan: { id, service, target, months }, world, downs, held: heldBy(ledgers) });
}

const heldBy = (ledgers: ReadonlyMap<string, Ledger>) =>
  new Map([...ledgers].map(([id, { intervals }]) => [id, intervals.map(({ party, from, to }) => ({ party, from, to }))] as const));

export async function capacityOf(house: House, row: Row): Promise<CapacityFigures> {
  const world = await worldOf(house.db, isoNow(house));
  const plan = row as Row & CapacityRow & { source: CapacityStored['source']; points: readonly UsePoint[] };
  return capacityFigures(plan, pointsOf(plan, await countedFor(house, [plan], world), world), world);
}

type Sourced = Pick<CapacityStored, 'service' | 'source' | 'points'>;

/** The records of the last three years by month, for those of these plans that count them: one query for all. */
export async function countedFor(house: House, plans: readonly Sourced[], { today, zone }: World): Promise<readonly Counted[]> {
  const month = today.slice(0, 7);
  const named = (source: Sourced['source']): string[] => [...new Set(plans.filter((each) => each.source === source).map((each) => each.service))];
  const window = { zone, from: `${monthAfter(month, -36)}-01T00:00:00Z`, to: `${month}-01T00:00:00Z` };
  return countsOf(house.db, { incidents: named('incidents'), work_orders: named('work_orders'), ...window });
}

/** Entered figures, or what was counted; a month without any record is a month of none. */
export function pointsOf({ service, source, points }: Sourced, counted: readonly Counted[], { today }: World): readonly UsePoint[] {
  if (source === 'entered') return points;
  const found = counted.filter((each) => each.source === source && each.service === service);
  const [first] = found;
  if (!first) return [];
  const by = new Map(found.map((each) => [each.period, each.value]));
  const months: UsePoint[] = [];
  for (let period = first.period; period < today.slice(0, 7); period = monthAfter(period, 1)) months.push({ period, value: by.get(period) ?? 0 });
  return months;
}

export async function continuityOf(house: House, row: Row): Promise<ContinuityFigures> {
  const world = await worldOf(house.db, isoNow(house));
  return continuityFigures(row as Row & ContinuityRow, { world, plans: await continuityPlans(house.db), tests: await testsOf(house.db, row.id) });
}

export async function costOf(house: House, row: Row): Promise<CostFigures> {
  const model = row as Row & CostRow & { starts_on: string; ends_on: string };
  const { house: integrator } = await worldOf(house.db, isoNow(house));
  const paid = await paidIn(house.db, { from: model.starts_on, to: model.ends_on, house: integrator, currency: model.currency });
  return costFigures(model, { line_sums: await lineSums(house.db, model.id), paid });
}

/** Whom a risk would hit: the services that fall with its service, and the customers that they are promised to. */
export async function reachOf(house: House, row: Row): Promise<RiskReach> {
  const { service, customer, score } = row as Row & { service: string | null; customer: string | null; score: number };
  const world = await worldOf(house.db, isoNow(house));
  const above = service ? impactOf(service, world.graph).filter((each) => effect(each, world.graph, new Set([service])) !== 'up') : [];
  const services = service ? [service, ...above] : [];
  const rows = await house.db.query<{ customer: string }>(
    "select distinct customer from promise where state = 'active' and service = any($1) and customer <> $2 order by customer",
    [services, world.house],
  );
  const { most, id } = appetiteFor({ service, customer }, await appetitesInForce(house.db));
  const customers = [...new Set([...(customer ? [customer] : []), ...rows.map((each) => each.customer)])];
  return { services, customers, appetite: { most, id }, within: score <= most };
}
