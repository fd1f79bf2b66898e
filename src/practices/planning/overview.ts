// The overview of planning: of each service one verdict per register, computed from the same arithmetic as the plans themselves.
import { availability } from '../../calculus/availability.ts';
import type { CostOutcome } from '../../calculus/cost-flow.ts';
import { measured, outages } from '../../calculus/outages.ts';
import { type Appetite, appetiteFor } from './appetite.ts';
import { byNode, promisedOf, targetOf, verdictOf, windowBack } from './availability-figures.ts';
import { type ContinuityRow, continuityFigures } from './continuity-figures.ts';
import type { DownFact, ServiceFact, World } from './facts.ts';
import type { CapacityFigures, PlanningRow, Verdict } from './figures.record.ts';

type Risk = { readonly service: string | null; readonly customer: string | null; readonly score: number; readonly state: string };
export type OverviewFacts = {
  readonly world: World;
  readonly downs: readonly DownFact[];
  readonly availability: readonly { readonly id: string; readonly service: string; readonly target: number | null; readonly months: number }[];
  readonly capacity: readonly CapacityFigures[];
  readonly continuity: readonly ContinuityRow[];
  readonly run: { readonly id: string; readonly currency: string; readonly outcome: CostOutcome | null } | null;
  /** Fees less credits and cost, by service. */
  readonly margins: ReadonlyMap<string, number>;
  readonly risks: readonly Risk[];
  readonly appetites: readonly Appetite[];
};
const million = 1_000_000;
const rank: Readonly<Record<Verdict, number>> = { bad: 0, warn: 1, unknown: 2, good: 3 };

export function planningRows(facts: OverviewFacts): PlanningRow[] {
  const down = byNode(facts.downs);
  return [...facts.world.services.values()]
    .filter((each) => each.state !== 'retired')
    .map((service) => rowOf(service, facts, down))
    .sort((a, b) => weight(a) - weight(b) || a.name.localeCompare(b.name));
}

/** Integrated services first, what is worst of them first. */
function weight({ integrated, ...row }: PlanningRow): number {
  return (integrated ? 0 : 100) + Math.min(...[row.availability, row.capacity, row.continuity, row.cost, row.risk].map((each) => rank[each.verdict]));
}

function rowOf(service: ServiceFact, facts: OverviewFacts, down: ReturnType<typeof byNode>): PlanningRow {
  const { id, name, criticality, composition } = service;
  return {
    service: id,
    name,
    criticality,
    integrated: composition !== null,
    availability: availabilityOf(id, facts, down),
    capacity: capacityOf(id, facts.capacity),
    continuity: continuityOf(service, facts),
    cost: costOf(id, facts),
    risk: riskOf(id, facts),
  };
}

function availabilityOf(service: string, { world, availability: plans }: OverviewFacts, down: ReturnType<typeof byNode>): PlanningRow['availability'] {
  const plan = plans.find((each) => each.service === service) ?? null;
  const { target_ppm, calendar } = targetOf({ service, target: plan?.target ?? null }, world);
  const found = availability(service, world.graph, promisedOf(service, world)).value;
  const computed_ppm = found === null ? null : Math.floor(found * million + 1e-4);
  const window = windowBack(world.today, world.zone, plan?.months ?? 6);
  const { agreed_ms, down_ms } = measured(outages(service, world.graph, down, window), window, calendar);
  const measured_ppm = agreed_ms > 0 ? Math.floor(((agreed_ms - down_ms) * million) / agreed_ms) : null;
  return { verdict: verdictOf(target_ppm, computed_ppm, measured_ppm), plan: plan?.id ?? null, computed_ppm, target_ppm };
}

function capacityOf(service: string, figures: readonly CapacityFigures[]): PlanningRow['capacity'] {
  const own = figures.filter((each) => each.service === service).sort((a, b) => rank[a.verdict] - rank[b.verdict]);
  const [worst] = own;
  return { verdict: worst?.verdict ?? 'unknown', plan: worst?.plan ?? null, crosses_on: worst?.crosses_on ?? null, plans: own.length };
}

function continuityOf({ id, criticality }: ServiceFact, { world, continuity }: OverviewFacts): PlanningRow['continuity'] {
  const plan = continuity.find((each) => each.service === id);
  // A critical service without a plan is a gap; for another it may be a choice.
  if (!plan) return { verdict: criticality === 'high' ? 'warn' : 'unknown', plan: null, slack: null, rto: null };
  const { verdict, slack, rto } = continuityFigures(plan, { world, plans: continuity, tests: [] });
  return { verdict, plan: plan.id, slack, rto };
}

function costOf(service: string, { run, margins }: OverviewFacts): PlanningRow['cost'] {
  const margin_minor = margins.get(service) ?? null;
  const currency = run?.currency ?? 'EUR';
  const known = run?.outcome?.services.some((each) => each.node === service) ?? false;
  if (!run || !known) return { verdict: 'unknown', model: null, margin_minor: null, currency };
  return { verdict: margin_minor === null || margin_minor >= 0 ? 'good' : 'bad', model: run.id, margin_minor, currency };
}

function riskOf(service: string, { risks, appetites }: OverviewFacts): PlanningRow['risk'] {
  const own = risks.filter((each) => each.service === service);
  const open = own.filter((each) => each.state !== 'accepted');
  const over = own.some((each) => each.score > appetiteFor(each, appetites).most);
  const score = own.length ? Math.max(...own.map((each) => each.score)) : null;
  return { verdict: over ? 'bad' : open.length ? 'warn' : 'good', score, open: own.length };
}
