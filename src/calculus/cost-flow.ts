// Cost on its way: from pools over departments and services to customers, every cent of it in a flow from somebody to somebody.
import { type Allocation, allocate, apportion, type Department, type Method } from './allocation.ts';
import { type Composition, cycle } from './composition.ts';

/** `to` bears the amount first: a department or a service. Amounts in whole minor units. */
export type Pool = { readonly code: string; readonly to: string; readonly amount_minor: number };
/** So much of the work of `from` is for `to`. */
export type Driver = { readonly from: string; readonly to: string; readonly quantity: number };
/** `departments` in the order in which they pass on step by step. Who is no department and works for others is a service; who works for nobody may be a customer. */
export type CostInput = {
  readonly method: Method;
  readonly pools: readonly Pool[];
  readonly departments: readonly string[];
  readonly drivers: readonly Driver[];
  readonly customers: readonly string[];
};

export type Flow = { readonly from: string; readonly to: string; readonly amount_minor: number };
/** What went through: `own` from pools, `received` from others, `passed` to others, `kept` what nobody was named for. */
export type Through = {
  readonly node: string;
  readonly own_minor: number;
  readonly received_minor: number;
  readonly passed_minor: number;
  readonly kept_minor: number;
};

/**
 * `flows` are those between departments (when passed on step by step), from departments to services, among services and to customers.
 * `owed` is what departments owe one another when that is solved at once, rounded: it cancels out and is no part of the sums.
 * What customers are charged and what services keep sums to `total_minor` exactly.
 */
export type CostOutcome = {
  readonly method: Method;
  readonly total_minor: number;
  readonly departments: readonly Through[];
  readonly services: readonly Through[];
  readonly customers: readonly { readonly node: string; readonly amount_minor: number }[];
  readonly flows: readonly Flow[];
  readonly owed: readonly Flow[];
};
export type CostFault = { readonly stuck: string } | { readonly circle: readonly string[] };

/** Departments first, by the method; then services in the order in which they stand on one another. The same input gives the same outcome. */
export function passOn(input: CostInput): CostOutcome | CostFault {
  const own = sumBy(input.pools.map((each) => ({ key: each.to, amount_minor: each.amount_minor })));
  const departments = passDepartments(input, own);
  if ('stuck' in departments) return departments;
  const services = passServices(input, own, departments.flows);
  if ('circle' in services) return services;
  const flows = [...departments.flows, ...services.flows];
  const received = sumBy(flows.map((each) => ({ key: each.to, amount_minor: each.amount_minor })));
  const passed = sumBy(flows.map((each) => ({ key: each.from, amount_minor: each.amount_minor })));
  const through = (node: string): Through => {
    const [own_minor, received_minor, passed_minor] = [own.get(node) ?? 0, received.get(node) ?? 0, passed.get(node) ?? 0];
    return { node, own_minor, received_minor, passed_minor, kept_minor: own_minor + received_minor - passed_minor };
  };
  return {
    method: input.method,
    total_minor: input.pools.reduce((sum, each) => sum + each.amount_minor, 0),
    departments: input.departments.map((each) => ({ ...through(each), kept_minor: 0, passed_minor: departments.passed.get(each) ?? 0 })),
    services: services.order.map(through),
    customers: input.customers.map((node) => ({ node, amount_minor: received.get(node) ?? 0 })).filter((each) => each.amount_minor > 0),
    flows,
    owed: departments.owed,
  };
}

type Departments = { readonly flows: readonly Flow[]; readonly owed: readonly Flow[]; readonly passed: ReadonlyMap<string, number> };

function passDepartments({ method, departments, drivers }: CostInput, own: ReadonlyMap<string, number>): Departments | { stuck: string } {
  const known = new Set(departments);
  const users = [...new Set(drivers.filter((each) => known.has(each.from) && !known.has(each.to)).map((each) => each.to))];
  const asked = departments.map((name): Department => ({ name, cost_minor: own.get(name) ?? 0, shares: sharesOf(name, drivers) }));
  if (method !== 'reciprocal') return inOrder(method, { asked, users });
  const found = allocate(method, asked, users);
  return 'stuck' in found ? found : told(found, asked);
}

/** Direct and step by step: every amount is divided into whole cents where it is passed on, so the flows are the whole story. */
function inOrder(
  method: 'direct' | 'step_down',
  { asked, users }: { asked: readonly Department[]; users: readonly string[] },
): Departments | { stuck: string } {
  const held = new Map(asked.map((each) => [each.name, each.cost_minor]));
  const flows: Flow[] = [];
  for (const [at, { name, shares }] of asked.entries()) {
    const following = method === 'direct' ? [] : asked.slice(at + 1).map((each) => each.name);
    const receivers = [...following, ...users].filter((each) => (shares[each] ?? 0) > 0);
    const amount = held.get(name) ?? 0;
    if (amount > 0 && !receivers.length) return { stuck: name };
    for (const flow of divided(name, amount, { receivers, weight: (to) => shares[to] ?? 0 })) {
      flows.push(flow);
      if (held.has(flow.to)) held.set(flow.to, (held.get(flow.to) ?? 0) + flow.amount_minor);
    }
  }
  return { flows, owed: [], passed: held };
}

/** Solved at once: what each user is charged is exact; from whom it came is divided in proportion to what each department passes on. */
function told({ passed_on, charged }: Allocation, asked: readonly Department[]): Departments {
  const passed = new Map(passed_on.map((each) => [each.name, each.amount_minor]));
  const weight = (from: Department, to: string): number => (passed.get(from.name) ?? 0) * (from.shares[to] ?? 0);
  const flows = charged.flatMap(({ name: to, amount_minor }) => {
    const from = asked.filter((each) => weight(each, to) > 0);
    const parts = from.length
      ? apportion(
          amount_minor,
          from.map((each) => weight(each, to)),
        )
      : [];
    return from.map((each, at): Flow => ({ from: each.name, to, amount_minor: parts[at] ?? 0 }));
  });
  const owed = asked.flatMap((from) =>
    asked.flatMap((to): Flow[] => (weight(from, to.name) > 0 ? [{ from: from.name, to: to.name, amount_minor: Math.round(weight(from, to.name)) }] : [])),
  );
  return { flows: flows.filter((each) => each.amount_minor > 0), owed, passed };
}

type Services = { readonly order: readonly string[]; readonly flows: readonly Flow[] };

function passServices(
  { drivers, departments, customers }: CostInput,
  own: ReadonlyMap<string, number>,
  before: readonly Flow[],
): Services | { circle: readonly string[] } {
  const outside = new Set([...departments, ...customers]);
  const among = drivers.filter((each) => !departments.includes(each.from) && each.quantity > 0);
  const named = [...own.keys(), ...before.map((each) => each.to), ...among.flatMap((each) => [each.from, each.to])];
  const services = [...new Set(named.filter((each) => !outside.has(each)))];
  const order = inTurn(services, among);
  if (order === null) return { circle: circleIn(services, among) };
  const held = new Map(services.map((each) => [each, own.get(each) ?? 0]));
  for (const each of before) if (held.has(each.to)) held.set(each.to, (held.get(each.to) ?? 0) + each.amount_minor);
  const flows: Flow[] = [];
  for (const from of order) {
    const shares = sharesOf(from, among);
    for (const flow of divided(from, held.get(from) ?? 0, { receivers: Object.keys(shares), weight: (to) => shares[to] ?? 0 })) {
      flows.push(flow);
      if (held.has(flow.to)) held.set(flow.to, (held.get(flow.to) ?? 0) + flow.amount_minor);
    }
  }
  return { order, flows };
}

/** Whoever works for others before them; null when they work in a circle. */
function inTurn(services: readonly string[], drivers: readonly Driver[]): string[] | null {
  const waits = new Map(services.map((each) => [each, new Set(drivers.filter((one) => one.to === each).map((one) => one.from))]));
  const order: string[] = [];
  while (order.length < services.length) {
    const next = services.find((each) => !order.includes(each) && [...(waits.get(each) ?? [])].every((one) => order.includes(one)));
    if (next === undefined) return null;
    order.push(next);
  }
  return order;
}

function circleIn(services: readonly string[], drivers: readonly Driver[]): string[] {
  const graph = Object.fromEntries(
    services.map((each) => [each, { all: drivers.filter((one) => one.from === each).map((one): Composition => ({ part: one.to })) }] as const),
  );
  return cycle(graph) ?? [];
}

function divided(from: string, amount: number, { receivers, weight }: { receivers: readonly string[]; weight: (to: string) => number }): Flow[] {
  if (!receivers.length || amount === 0) return [];
  const parts = apportion(amount, receivers.map(weight));
  return receivers.map((to, at) => ({ from, to, amount_minor: parts[at] ?? 0 })).filter((each) => each.amount_minor > 0);
}

/** The work of one as shares that sum to 1; what is for itself or for nobody does not count. */
function sharesOf(from: string, drivers: readonly Driver[]): Readonly<Record<string, number>> {
  const own = sumBy(
    drivers.filter((each) => each.from === from && each.to !== from && each.quantity > 0).map((each) => ({ key: each.to, amount_minor: each.quantity })),
  );
  const whole = [...own.values()].reduce((sum, each) => sum + each, 0);
  return Object.fromEntries([...own].map(([to, quantity]) => [to, quantity / whole]));
}

function sumBy(entries: readonly { readonly key: string; readonly amount_minor: number }[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { key, amount_minor } of entries) sums.set(key, (sums.get(key) ?? 0) + amount_minor);
  return sums;
}
