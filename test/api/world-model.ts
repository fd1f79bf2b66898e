// The house looking at itself in the small world: its model, its measures and its plans, each with a word of the house that nobody outside reads.
import type { Input } from '../../src/kernel/command.ts';

type Made = {
  readonly ids: Record<string, string>;
  readonly id: (name: string) => string;
  readonly act: (record: string, command: string, what: { target?: string; input?: Input }) => Promise<string>;
  readonly word: string;
};

/** Adds one row of every kind that the house keeps of its own organisation. */
export async function theHouseItself(made: Made): Promise<void> {
  await model(made);
  await measures(made);
  await plans(made);
  await money(made);
}

async function model({ ids, id, act, word }: Made): Promise<void> {
  const activities = [{ code: 'look', name: 'Look', commands: [] }];
  const process = await act('process', 'open', { input: { code: 'change', name: `Changing ${word}`, level: 'tactical', activities } });
  const role = await act('process_role', 'open', { input: { name: `Keeper ${word}`, party: 'integrator', holders: [id('person.agent')] } });
  const rows = [{ activity: 'look', letters: [{ role, letter: 'AR' }] }];
  ids['process_role.house'] = role;
  ids['raci.house'] = await act('raci', 'open', { input: { process, rows } });
  const duties = { record: 'change', first: 'open', second: 'close', why: `Said ${word}` };
  ids['separation.house'] = await act('separation', 'open', { input: { name: `Two people ${word}`, ...duties } });
  ids['operating_model.house'] = await act('operating_model', 'open', { input: { name: `Model ${word}` } });
}

async function measures({ ids, id, act, word }: Made): Promise<void> {
  const shown = { target: 100_000, at_once: true, board_group: 'customer', board_place: 1 };
  ids['measure.house'] = await act('measure', 'open', { input: { code: 'incident.reopened', name: `Reopened ${word}`, ...shown } });
  const aim = { name: `Less of it ${word}`, level: 'strategic', measure: id('measure.house'), target: 50_000, by: '2026-12-31' };
  ids['objective.house'] = await act('objective', 'propose', { input: aim });
  ids['scorecard.house'] = await act('scorecard', 'freeze', { input: { per: 'month', day: '2026-02-28' } });
  await act('measure', 'take_off_board', { target: id('measure.house') });
}

async function plans({ ids, id, act, word }: Made): Promise<void> {
  const about = { service: id('service.a'), owner: id('person.manager') };
  ids['availability_plan.house'] = await act('availability_plan', 'open', { input: { ...about, name: `Up ${word}`, target: 990_000 } });
  ids['capacity_plan.house'] = await act('capacity_plan', 'open', { input: { ...about, resource: `Disk ${word}`, unit: 'GB', contracted: 100 } });
  ids['continuity_plan.house'] = await act('continuity_plan', 'open', { input: { ...about, name: `Back ${word}`, rto: 240, rpo: 60 } });
  const trial = { plan: id('continuity_plan.house'), kind: 'parallel', planned_on: '2026-06-01', name: `Trial ${word}`, owner: about.owner };
  ids['continuity_test.house'] = await act('continuity_test', 'open', { input: trial });
  const danger = { title: `Danger ${word}`, likelihood: 3, impact: 4, ...about, customer: id('organisation.a'), supplier: id('organisation.x') };
  ids['risk.house'] = await act('risk', 'open', { input: danger });
  ids['risk_appetite.house'] = await act('risk_appetite', 'open', { input: { name: `Usual ${word}`, most: 9, because: word } });
  const wish = { name: `Wish ${word}`, ...about, wanted_by: [id('organisation.a')], value_minor: 100, cost_minor: 50, currency: 'EUR' };
  ids['portfolio_entry.house'] = await act('portfolio_entry', 'open', { input: wish });
}

async function money({ ids, id, act, word }: Made): Promise<void> {
  const pools = [{ code: 'salaries', name: `Salaries ${word}`, to: id('service.a'), amount_minor: 100_000 }];
  const drivers = [{ from: id('service.a'), to: id('organisation.a'), name: 'contacts', quantity: 1 }];
  const month = { starts_on: '2026-02-01', ends_on: '2026-02-28', currency: 'EUR' };
  const content = { method: 'direct', owner: id('person.manager'), pools, departments: [], drivers };
  ids['cost_model.house'] = await act('cost_model', 'open', { input: { name: `Cost ${word}`, ...month, ...content } });
  const bill = { name: `Bill ${word}`, model: id('cost_model.house'), pool: 'salaries', amount_minor: 5_000, supplier: id('organisation.x') };
  ids['cost_line.house'] = await act('cost_line', 'open', { input: bill });
}
