// The arithmetic of a cost model told for readers: prices by sub-service, charges and margin per customer, and the methods side by side.
import { methods } from '../../calculus/allocation.ts';
import { type CostFault, type CostOutcome, passOn } from '../../calculus/cost-flow.ts';
import { type CostModelContent, inputOf } from './cost-model.rules.ts';
import type { LineSum } from './cost-shapes.ts';
import type { ChargeLine, Compared, CostFigures, Price } from './figures.record.ts';

export type CostRow = CostModelContent & {
  readonly id: string;
  readonly state: string;
  readonly currency: string;
  readonly outcome: CostOutcome | null;
  readonly line_sums: readonly LineSum[] | null;
};
/** What a customer pays for a service in the period of the model, and what was given back to it. */
export type Paid = {
  readonly customer: string;
  readonly service: string;
  readonly promise: string;
  readonly fees_minor: number;
  readonly credits_minor: number;
};

/** `line_sums` as they are now, for a model that was not run; one that was keeps what it was run with. */
export function costFigures(row: CostRow, { line_sums, paid }: { readonly line_sums: readonly LineSum[]; readonly paid: readonly Paid[] }): CostFigures {
  const sums = row.line_sums ?? line_sums;
  const made = row.outcome ?? passOn(inputOf(row, sums));
  const outcome = isFault(made) ? null : made;
  return {
    model: row.id,
    currency: row.currency,
    frozen: row.outcome !== null,
    fault: isFault(made) ? faultOf(made) : null,
    outcome,
    prices: outcome ? pricesOf(row, outcome, sums) : [],
    charges: outcome ? chargesOf(outcome, paid) : [],
    unallocated_minor: outcome ? outcome.services.reduce((sum, each) => sum + each.kept_minor, 0) : 0,
    compared: comparedBy(row, sums),
    names: Object.fromEntries([...row.departments, ...row.pools].map((each) => [each.code, each.name])),
  };
}

const isFault = (made: CostOutcome | CostFault): made is CostFault => !('flows' in made);
const faultOf = (fault: CostFault): string => ('stuck' in fault ? fault.stuck : fault.circle.join(' > '));

function pricesOf(row: CostRow, { services, flows }: CostOutcome, sums: readonly LineSum[]): Price[] {
  const departments = new Set(row.departments.map((each) => each.code));
  const lines = new Map(sums.map((each) => [each.pool, each]));
  return services.map(({ node, own_minor, received_minor, kept_minor }) => ({
    service: node,
    amount_minor: own_minor + received_minor,
    kept_minor,
    parts: [
      ...row.pools
        .filter((each) => each.to === node)
        .map((each) => ({
          from: each.code,
          kind: 'pool' as const,
          amount_minor: each.amount_minor + (lines.get(each.code)?.amount_minor ?? 0),
          q: lines.has(each.code) ? `model:${row.id} pool:${each.code}` : null,
        })),
      ...flows
        .filter((each) => each.to === node)
        .map((each) => ({
          from: each.from,
          kind: departments.has(each.from) ? ('department' as const) : ('service' as const),
          amount_minor: each.amount_minor,
          q: null,
        })),
    ].filter((each) => each.amount_minor > 0),
  }));
}

function chargesOf({ flows, customers }: CostOutcome, paid: readonly Paid[]): ChargeLine[] {
  const known = new Set(customers.map((each) => each.node));
  const pairs = new Map<string, { customer: string; service: string; cost_minor: number }>();
  for (const { from, to, amount_minor } of flows) if (known.has(to)) pairs.set(`${to} ${from}`, { customer: to, service: from, cost_minor: amount_minor });
  for (const { customer, service } of paid) if (!pairs.has(`${customer} ${service}`)) pairs.set(`${customer} ${service}`, { customer, service, cost_minor: 0 });
  return [...pairs.values()]
    .map((each) => {
      const own = paid.filter((one) => one.customer === each.customer && one.service === each.service);
      const fees_minor = own.reduce((sum, one) => sum + one.fees_minor, 0);
      const credits_minor = own.reduce((sum, one) => sum + one.credits_minor, 0);
      return { ...each, fees_minor, credits_minor, margin_minor: fees_minor - credits_minor - each.cost_minor, promises: own.map((one) => one.promise) };
    })
    .sort((a, b) => a.customer.localeCompare(b.customer) || a.service.localeCompare(b.service));
}

function comparedBy(row: CostRow, sums: readonly LineSum[]): Compared[] {
  const made = methods.map((method) => passOn(inputOf({ ...row, method }, sums)));
  const services = [...new Set(made.flatMap((each) => (isFault(each) ? [] : each.services.map((one) => one.node))))];
  const amount = (at: number, service: string): number | null => {
    const outcome = made[at];
    if (!outcome || isFault(outcome)) return null;
    const found = outcome.services.find((each) => each.node === service);
    return found ? found.own_minor + found.received_minor : 0;
  };
  return services.map((service) => ({ service, direct: amount(0, service), step_down: amount(1, service), reciprocal: amount(2, service) }));
}
