// The tactical registers of the demo world: plans that hold and one that does not, a cost run, risks of which one came back, a portfolio.
import type { Input } from '../../kernel/command.ts';
import { monthAfter } from '../../practices/planning/plan.ts';
import type { PersonCode } from './cast.ts';
import { availabilityPlans, capacityPlans, continuityPlans, costLines, departments, drivers, pools, portfolio, risks } from './planning-data.ts';
import type { Step } from './plots.ts';
import type { Stage } from './stage.ts';

const day = 24 * 3_600_000;
const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The steps of tactical planning in a history that ends at `now`. */
export function tactics(now: number): Step[] {
  return [
    { at: now - 300 * day, run: (stage) => continuity(stage, now) },
    { at: now - 240 * day, run: (stage) => registers(stage, now) },
    { at: now - 110 * day, run: (stage) => risksOf(stage, now) },
    {
      at: now - 100 * day,
      run: (stage) => test(stage, { service: 'care-record', at: now - 100 * day, rto: 510, finding: 'All lists were back; entering took an hour longer.' }),
    },
    {
      at: now - 62 * day,
      run: (stage) =>
        test(stage, { service: 'workplace', at: now - 62 * day, rto: 545, finding: 'Hosting was there after eight hours. The rest waited for it.' }),
    },
    { at: now - 40 * day, run: (stage) => availability(stage, now) },
    { at: now - 20 * day, run: (stage) => capacity(stage, now) },
    { at: now - 2 * day, run: (stage) => cost(stage, now) },
  ];
}

async function continuity({ act, id }: Stage, now: number): Promise<void> {
  for (const { service, evidence = [], steps = [], impact = [], ...terms } of continuityPlans) {
    const shown = evidence.map(({ supplier, what, days }) => ({ supplier: id(`organisation.${supplier}`), what, valid_until: dateOf(now + days * day) }));
    const input: Input = { ...terms, service: id(`service.${service}`), steps, impact, evidence: shown };
    const plan = await act('kees', 'continuity_plan', 'open', { input });
    await act('kees', 'continuity_plan', 'adopt', { target: plan.id, input: { review_on: dateOf(now + 65 * day) } });
  }
}

type Tested = { readonly service: string; readonly at: number; readonly rto: number; readonly finding: string };

/** A test that fails opens its problem by itself. */
async function test({ act, id, house }: Stage, { service, at, rto, finding }: Tested): Promise<void> {
  const [plan] = await house.db.query<{ id: string }>('select id from continuity_plan where service = $1 and open', [id(`service.${service}`)]);
  if (!plan) return;
  const planned = await act('eva', 'continuity_test', 'open', { input: { plan: plan.id, kind: 'parallel', planned_on: dateOf(at) } });
  const result = { ran_on: dateOf(at), restored: true, rto_achieved: rto, rpo_achieved: 45, finding };
  await act('eva', 'continuity_test', 'run', { target: planned.id, input: result });
}

async function availability({ act, id }: Stage, now: number): Promise<void> {
  for (const { service, target, review } of availabilityPlans) {
    const plan = await act('kees', 'availability_plan', 'open', { input: { service: id(`service.${service}`), ...(target ? { target } : {}) } });
    if (service === 'workplace') {
      const due_on = dateOf(now + 80 * day);
      const raised = { part: id('service.hosting'), kind: 'improve', to: 999_500, what: 'Hosting on two sites', cost_minor: 2_400_000, due_on };
      const second = { part: id('service.identity'), kind: 'double', what: 'A second way to sign in', cost_minor: 900_000, due_on };
      for (const input of [raised, second]) await act('kees', 'availability_plan', 'plan_step', { target: plan.id, input });
    }
    await act('kees', 'availability_plan', 'adopt', { target: plan.id, input: { review_on: dateOf(now + review * day) } });
  }
}

async function capacity({ act, id }: Stage, now: number): Promise<void> {
  const month = dateOf(now - 20 * day).slice(0, 7);
  for (const { service, used, demands = [], ...terms } of capacityPlans) {
    const points = used.map((value, at) => ({ period: monthAfter(month, at - used.length), value }));
    const needed = demands.map((each) => ({ service: id(`service.${each.service}`), peak: each.peak }));
    const currency = terms.cost_minor ? { currency: 'EUR' } : {};
    const plan = await act('kees', 'capacity_plan', 'open', { input: { ...terms, ...currency, service: id(`service.${service}`), points, demands: needed } });
    await act('kees', 'capacity_plan', 'adopt', { target: plan.id, input: { review_on: dateOf(now + 70 * day) } });
  }
}

/** The month before this one is run and frozen; the present one is a draft like it. */
async function cost({ act, id, ids }: Stage, now: number): Promise<void> {
  const number = (code: string): string => ids[`service.${code}`] ?? ids[`organisation.${code}`] ?? code;
  const month = monthAfter(dateOf(now - 2 * day).slice(0, 7), -1);
  const content = {
    method: 'reciprocal',
    departments,
    pools: pools.map((each) => ({ ...each, to: number(each.to) })),
    drivers: drivers.map(([from, to, name, quantity]) => ({ from: number(from), to: number(to), name, quantity })),
  };
  const model = await act('kees', 'cost_model', 'open', { input: { name: `Cost of ${month}`, ...wholeMonth(month), currency: 'EUR', ...content } });
  for (const { supplier, ...line } of costLines) {
    const input = { ...line, model: model.id, supplier: id(`organisation.${supplier}`), behaviour: 'fixed', booked_on: wholeMonth(month).ends_on };
    await act('kees', 'cost_line', 'open', { input });
  }
  await act('kees', 'cost_model', 'run', { target: model.id });
  const next = monthAfter(month, 1);
  await act('kees', 'cost_model', 'open', { input: { name: `Cost of ${next}`, ...wholeMonth(next), like: model.id } });
}

const wholeMonth = (month: string) => ({
  starts_on: `${month}-01`,
  ends_on: dateOf(Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`) - day),
});

async function risksOf({ act, id }: Stage, now: number): Promise<void> {
  await act('rosa', 'risk_appetite', 'open', { input: { name: 'Usual', most: 9, because: 'More than that the board wants to know.' } });
  const care = { name: 'Care', service: id('service.care-record'), most: 6, because: 'People depend on it.' };
  await act('rosa', 'risk_appetite', 'open', { input: care });
  for (const { title, at, owner, assessed, treat, accept, ...about } of risks) {
    const [likelihood, impact] = at;
    const named = Object.entries(about).map(([name, code]) => [name, id(`${name === 'service' ? 'service' : 'organisation'}.${code}`)]);
    const input = { title, likelihood, impact, owner: id(`person.${owner}`), ...Object.fromEntries(named) };
    const { id: target } = await act('eva', 'risk', 'open', { input });
    if (assessed || treat || accept) await act('eva', 'risk', 'assess', { target, input: { likelihood, impact } });
    if (treat) {
      const { treatment, response, due, aimed } = treat;
      const aims = { aimed_likelihood: aimed[0], aimed_impact: aimed[1] };
      await act('eva', 'risk', 'treat', { target, input: { treatment, response, due_on: dateOf(now + due * day), ...aims } });
    }
    if (accept) {
      const terms = { owner: id(`person.${owner}`), accepted_until: dateOf(now + accept.until * day), accepted_because: accept.because };
      await act(accept.by, 'risk', 'accept', { target, input: terms });
    }
  }
}

async function registers({ act, id }: Stage, now: number): Promise<void> {
  const who: PersonCode = 'rosa';
  for (const { service, wanted_by, decide, launch, review, end, ...terms } of portfolio) {
    const wanted = wanted_by.map((each) => id(`organisation.${each}`));
    const input = { ...terms, currency: 'EUR', wanted_by: wanted, ...(service ? { service: id(`service.${service}`) } : {}) };
    const { id: target } = await act(who, 'portfolio_entry', 'open', { input });
    if (decide) {
      const { review: days, supplier, ...choice } = decide;
      const from = supplier ? { supplier: id(`organisation.${supplier}`) } : {};
      await act(who, 'portfolio_entry', 'decide', { target, input: { ...choice, ...from, review_on: dateOf(now + days * day) } });
    }
    if (launch) await act(who, 'portfolio_entry', 'launch', { target });
    if (review) {
      const { next, ...found } = review;
      await act(who, 'portfolio_entry', 'review', { target, input: { ...found, review_on: dateOf(now + next * day) } });
    }
    if (end) await act(who, 'portfolio_entry', end, { target, input: { note: 'Nobody uses it any more.' } });
  }
}
