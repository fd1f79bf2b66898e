// What the commands of a cost model mean: only what hangs together is kept, and a run is made of what is there, once.
import { type CostInput, passOn } from '../../calculus/cost-flow.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { costModel } from './cost-model.record.ts';
import type { CostDepartment, CostDriver, CostPool, LineSum } from './cost-shapes.ts';
import { ownerOf, refuseOwner, twice } from './plan.ts';

export type CostModelGiven = {
  readonly house: string;
  readonly today: string;
  readonly owner_of: string | null;
  /** Services and organisations that the drivers and pools name, by number. */
  readonly names: ReadonlyMap<string, string>;
  /** The model that is taken after. */
  readonly like: Content | null;
  /** Cost lines of this model by the pool they name. */
  readonly line_sums: readonly LineSum[];
};
type Row = RowOf<typeof costModel>;
type The = Case<Case['row'], CostModelGiven>;
type Content = Pick<Row, 'method' | 'pools' | 'departments' | 'drivers' | 'currency'>;

export const costModelRules: Rules<CostModelGiven> = {
  open: (the) => refuseOwner(whole(the)) ?? kept(the) ?? opened(the),
  edit: (the) => refuseOwner(whole(the)) ?? kept(the) ?? {},
  run,
};

const whole = (the: The) => ({ ...the, given: { ...the.given, service: null, other: null } });

function opened(the: The): Decision {
  const content = after(the);
  return { changes: { ...content, owner: ownerOf(the) } };
}

/** The model as it would be. */
function after({ row, input, given }: The): Content {
  const before = (row as Row | null) ?? given.like ?? { method: 'step_down', pools: [], departments: [], drivers: [], currency: 'EUR' };
  const { method, pools, departments, drivers, currency } = before;
  const asked = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null)) as Partial<Content>;
  return {
    method: asked.method ?? method,
    pools: asked.pools ?? pools,
    departments: asked.departments ?? departments,
    drivers: asked.drivers ?? drivers,
    currency: asked.currency ?? currency,
  };
}

function kept(the: The): Refusal | null {
  const dates = { ...(the.row ?? {}), ...the.input } as { starts_on?: string; ends_on?: string };
  if ((dates.ends_on ?? '9') < (dates.starts_on ?? '')) return refuse('cost_model.wrong_period', 'ends_on');
  const content = after(the);
  if (!/^[A-Z]{3}$/.test(content.currency)) return refuse('cost_model.currency', 'currency');
  return refuseDoubles(content) ?? refuseStrangers(content, the.given.names);
}

function refuseDoubles({ pools, departments, drivers }: Content): Refusal | null {
  const lists = {
    pools: pools.map((each) => each.code),
    departments: departments.map((each) => each.code),
    drivers: drivers.map((each) => `${each.from} > ${each.to}`),
  };
  for (const [field, values] of Object.entries(lists)) {
    const value = twice(values);
    if (value !== null) return refuse('cost_model.twice', field, { field, value });
  }
  return null;
}

function refuseStrangers({ pools, departments, drivers }: Content, names: ReadonlyMap<string, string>): Refusal | null {
  const own = new Set(departments.map((each) => each.code));
  const isKnown = (value: string): boolean => own.has(value) || names.has(value);
  const pool = pools.find((each) => !isKnown(each.to));
  if (pool) return refuse('cost_model.unknown', 'pools', { field: 'pools', value: pool.to });
  const stranger = drivers.flatMap((each) => [each.from, each.to]).find((each) => !isKnown(each));
  if (stranger !== undefined) return refuse('cost_model.unknown', 'drivers', { field: 'drivers', value: stranger });
  for (const { from, to } of drivers) {
    if (from === to) return refuse('cost_model.to_itself', 'drivers', { value: from });
    if (own.has(from) && to.startsWith('ORG-')) return refuse('cost_model.department_to_customer', 'drivers', { value: from });
    if (!own.has(from) && own.has(to)) return refuse('cost_model.service_to_department', 'drivers', { value: from });
  }
  return null;
}

function run(the: The): Decision | Refusal {
  const row = the.row as Row;
  const { line_sums, names } = the.given;
  const stray = line_sums.find((each) => !row.pools.some((pool) => pool.code === each.pool));
  if (stray) return refuse('cost_model.stray_lines', 'pools', { value: stray.pool, lines: stray.lines });
  const outcome = passOn(inputOf(row, line_sums));
  if ('stuck' in outcome) return refuse('cost_model.stuck', 'drivers', { value: nameIn(row.departments, outcome.stuck), method: row.method });
  if ('circle' in outcome) return refuse('cost_model.circle', 'drivers', { path: outcome.circle.map((each) => names.get(each) ?? each).join(' > ') });
  if (outcome.total_minor === 0) return refuse('cost_model.nothing', 'pools');
  const total = Math.round(outcome.total_minor / 100);
  return { changes: { ran_at: the.at, total, line_sums, outcome }, params: { total, currency: row.currency } };
}

export type CostModelContent = {
  readonly method: Row['method'];
  readonly pools: readonly CostPool[];
  readonly departments: readonly CostDepartment[];
  readonly drivers: readonly CostDriver[];
};

/** What the arithmetic is given: pools with their lines, and everybody by number or code. */
export function inputOf({ method, pools, departments, drivers }: CostModelContent, line_sums: readonly LineSum[]): CostInput {
  const lines = new Map(line_sums.map((each) => [each.pool, each.amount_minor]));
  return {
    method,
    pools: pools.map(({ code, to, amount_minor }) => ({ code, to, amount_minor: amount_minor + (lines.get(code) ?? 0) })),
    departments: departments.map((each) => each.code),
    drivers: drivers.map(({ from, to, quantity }) => ({ from, to, quantity })),
    customers: [...new Set(drivers.map((each) => each.to).filter((each) => each.startsWith('ORG-')))],
  };
}

const nameIn = (departments: readonly CostDepartment[], code: string): string => departments.find((each) => each.code === code)?.name ?? code;
