// `tessera cost run CST-2`, `tessera continuity`: the cost of a period passed on, and whether services come back in time, from a terminal.
import type { Command } from 'commander';
import type { Answer, ContinuityFigures, CostFigures, PlanningAnswer } from '../../practices/planning/figures.record.ts';
import { ask, asking, plain, print, Said, table, talking, type Where } from '../terminal.ts';

type Shown = Where & { json?: boolean };

export function planningCommands(program: Command): void {
  const cost = program.command('cost').description('what services cost, and who pays for it');
  asking(cost, 'run <model>', 'run a cost model and freeze it, for example: tessera cost run CST-2').action(runCost);
  asking(cost, 'show <model>', 'prices, charges and margin of a cost model as it is').action(showCost);
  asking(program, 'continuity [plan]', 'whether services are back in time: all of them, or one plan with the way back').action(continuity);
}

const numbered = (id: string, prefix: string): string => {
  const upper = id.toUpperCase();
  if (!new RegExp(`^${prefix}-\\d{1,15}$`).test(upper)) throw new Said(`${id} is not a number such as ${prefix}-2.`);
  return upper;
};

async function runCost(id: string, options: Shown): Promise<void> {
  const model = numbered(id, 'CST');
  await talking(options, (to) => ask<unknown>(to, { method: 'POST', path: `/api/cost_models/${model}/run`, body: {} }));
  await showCost(model, options);
}

async function showCost(id: string, options: Shown): Promise<void> {
  const path = `/api/cost_models/${numbered(id, 'CST')}/figures`;
  const answer = await talking(options, (to) => ask<Answer<CostFigures>>(to, { method: 'GET', path }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const { data, refs } = answer;
  if (!data.outcome) throw new Said(`${id} cannot be run: ${data.fault ?? ''} reaches nobody, or works for itself in a circle.`);
  const money = (minor: number): string => `${(minor / 100).toFixed(2)} ${data.currency}`;
  const name = (each: string): string => plain(refs[each] ?? data.names[each] ?? each);
  print(
    `${data.frozen ? 'Frozen' : 'As it would be now'}: ${money(data.outcome.total_minor)}, of which ${money(data.unallocated_minor)} reached no customer.\n`,
  );
  const made = (parts: CostFigures['prices'][number]['parts']): string => parts.map((each) => `${name(each.from)} ${money(each.amount_minor)}`).join(', ');
  print(
    table(
      ['service', 'costs', 'made of'],
      data.prices.map((each) => [name(each.service), money(each.amount_minor), made(each.parts)]),
    ),
  );
  const charges = data.charges.map((each) => [
    name(each.customer),
    name(each.service),
    ...[each.fees_minor, each.credits_minor, each.cost_minor, each.margin_minor].map(money),
  ]);
  if (charges.length) print(`\n${table(['customer', 'service', 'fees', 'credits', 'cost', 'margin'], charges)}`);
}

async function continuity(id: string | undefined, options: Shown): Promise<void> {
  if (id !== undefined) return onePlan(numbered(id, 'CTP'), options);
  const answer = await talking(options, (to) => ask<PlanningAnswer>(to, { method: 'GET', path: '/api/planning' }));
  if (options.json)
    return print(
      JSON.stringify(
        answer.data.services.map(({ service, continuity: own }) => ({ service, ...own })),
        null,
        2,
      ),
    );
  const { services, tested, critical } = answer.data;
  const rows = services.map(({ service, name, continuity: own }) => [
    service,
    plain(name),
    own.plan ?? 'no plan',
    own.rto === null ? '-' : `${own.rto} min`,
    own.slack === null ? '-' : own.slack < 0 ? `${-own.slack} min too slow` : `${own.slack} min to spare`,
    own.verdict,
  ]);
  print(table(['service', '', 'plan', 'back within', 'along the chain', 'verdict'], rows));
  print(`\n${tested} of ${critical} critical services were tested in the last year.`);
}

async function onePlan(plan: string, options: Shown): Promise<void> {
  const answer = await talking(options, (to) => ask<Answer<ContinuityFigures>>(to, { method: 'GET', path: `/api/continuity_plans/${plan}/figures` }));
  if (options.json) return print(JSON.stringify(answer, null, 2));
  const { data, refs } = answer;
  const name = (each: string): string => plain(refs[each] ?? each);
  // Made of nothing, so there is nothing to add up.
  if (data.slack === null) return print(`${name(data.service)}: back within ${data.rto} min and at most ${data.rpo} min lost, by the word of who delivers it.`);
  const verdict = data.slack < 0 ? `${-data.slack} min too slow because of ${name(data.time.slowest ?? '')}` : `${data.slack} min to spare`;
  print(`${name(data.service)}: back within ${data.rto} min; along the chain it takes ${data.time.minutes} min: ${verdict}.`);
  print(`Lost at most ${data.rpo} min; along the chain ${data.loss.minutes} min${data.loss.part ? ` (${name(data.loss.part)})` : ''}.`);
  if (data.time.unknown.length) print(`Without a plan: ${data.time.unknown.map(name).join(', ')}.`);
  print(
    `\n${table(
      ['the slowest way back', 'minutes'],
      data.time.path.map((each) => [`${name(each.part)}${each.own ? ', own steps' : ''}`, each.minutes]),
    )}`,
  );
}
