// What is told of all plans at once: the overview per service, the risk register and the portfolio. The number of queries does not grow with services.
import type { House } from '../platform/house.ts';
import { isoNow } from '../platform/http/context.ts';
import { appetiteFor } from '../practices/planning/appetite.ts';
import { windowBack } from '../practices/planning/availability-figures.ts';
import { capacityFigures } from '../practices/planning/capacity-figures.ts';
import { costFigures } from '../practices/planning/cost-figures.ts';
import type { World } from '../practices/planning/facts.ts';
import { downsOf, worldOf } from '../practices/planning/figures.queries.ts';
import type { CapacityFigures, PlanningAnswer, PortfolioCard, RegisterAnswer } from '../practices/planning/figures.record.ts';
import { planningRows } from '../practices/planning/overview.ts';
import { dateAfter, daysBetween } from '../practices/planning/plan.ts';
import {
  acceptedElsewhere,
  appetitesInForce,
  availabilityPlans,
  type CostStored,
  capacityPlans,
  continuityPlans,
  lastRun,
  paidIn,
  portfolioEntries,
  standingRisks,
} from '../practices/planning/register.queries.ts';
import { countedFor, pointsOf } from './planning.ts';

export async function planningOverview(house: House): Promise<PlanningAnswer['data']> {
  const world = await worldOf(house.db, isoNow(house));
  const availability = await availabilityPlans(house.db);
  const longest = Math.max(6, ...availability.map((each) => each.months));
  const { from, to } = windowBack(world.today, world.zone, longest);
  const downs = await downsOf(house.db, { nodes: [...world.services.keys()], from, to });
  const continuity = await continuityPlans(house.db);
  const run = await lastRun(house.db);
  const services = planningRows({
    world,
    downs,
    availability,
    capacity: await capacityOfAll(house, world),
    continuity,
    run,
    margins: await marginsOf(house, world, run),
    risks: await standingRisks(house.db),
    appetites: await appetitesInForce(house.db),
  });
  const critical = services.filter((each) => each.criticality === 'high');
  const tested = critical.filter((each) => {
    const on = continuity.find((one) => one.service === each.service)?.tested_on ?? null;
    return on !== null && daysBetween(on, world.today) <= 365;
  });
  return { services, tested: tested.length, critical: critical.length };
}

async function capacityOfAll(house: House, world: World): Promise<CapacityFigures[]> {
  const plans = await capacityPlans(house.db);
  const counted = await countedFor(house, plans, world);
  return plans.map((plan) => capacityFigures(plan, pointsOf(plan, counted, world), world));
}

async function marginsOf(house: House, world: World, run: CostStored | null): Promise<ReadonlyMap<string, number>> {
  if (!run) return new Map();
  const paid = await paidIn(house.db, { from: run.starts_on, to: run.ends_on, house: world.house, currency: run.currency });
  const margins = new Map<string, number>();
  for (const each of costFigures(run, { line_sums: [], paid }).charges) margins.set(each.service, (margins.get(each.service) ?? 0) + each.margin_minor);
  return margins;
}

/** Ends within so many days: time to decide again. */
const soonDays = 30;

export async function riskRegister(house: House): Promise<RegisterAnswer['data']> {
  const { today } = await worldOf(house.db, isoNow(house));
  const risks = await standingRisks(house.db);
  const appetites = await appetitesInForce(house.db);
  const judged = risks.map((each) => ({ ...each, most: appetiteFor(each, appetites).most }));
  const cells = [1, 2, 3, 4, 5].flatMap((likelihood) =>
    [1, 2, 3, 4, 5].map((impact) => {
      const own = judged.filter((each) => each.likelihood === likelihood && each.impact === impact);
      const accepted = own.filter((each) => each.state === 'accepted').length;
      return { likelihood, impact, open: own.length - accepted, accepted, over: own.filter((each) => each.score > each.most).length };
    }),
  );
  const until = dateAfter(today, soonDays);
  return {
    cells,
    expired: judged.flatMap(({ id, title, score, owner, expired_on, state }) =>
      expired_on !== null && state !== 'accepted' ? [{ id, title, score, owner, expired_on }] : [],
    ),
    ending: judged.flatMap(({ id, title, score, owner, accepted_until, state }) =>
      accepted_until !== null && state === 'accepted' && accepted_until <= until ? [{ id, title, score, owner, accepted_until }] : [],
    ),
    over: judged.flatMap(({ id, title, score, most, state }) => (score > most ? [{ id, title, score, most, state }] : [])).slice(0, 50),
    elsewhere: await acceptedElsewhere(house.db, today),
  };
}

export async function portfolioBoard(house: House): Promise<readonly PortfolioCard[]> {
  const world = await worldOf(house.db, isoNow(house));
  const run = await lastRun(house.db);
  const fees = await paidIn(house.db, {
    from: `${world.today.slice(0, 4)}-01-01`,
    to: `${world.today.slice(0, 4)}-12-31`,
    house: world.house,
    currency: 'EUR',
  });
  const days = run ? daysBetween(run.starts_on, run.ends_on) + 1 : 365;
  return (await portfolioEntries(house.db)).map((each) => {
    const through = run?.outcome?.services.find((one) => one.node === each.service);
    const own = fees.filter((one) => one.service === each.service);
    return {
      ...each,
      fees_minor: own.length ? own.reduce((sum, one) => sum + one.fees_minor, 0) : null,
      run_minor: through ? Math.round(((through.own_minor + through.received_minor) * 365) / days) : null,
      run: through ? (run?.id ?? null) : null,
      overdue: each.review_on !== null && each.review_on < world.today && each.state !== 'retired' && each.state !== 'declined',
    };
  });
}
