// Cost on its way: the published case inside the flow, by hand, and that every cent arrives somewhere whatever the house looks like.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { methods } from './allocation.ts';
import { type CostInput, type CostOutcome, passOn } from './cost-flow.ts';

const made = (input: CostInput): CostOutcome => {
  const found = passOn(input);
  if (!('flows' in found)) throw new Error(JSON.stringify(found));
  return found;
};
const through = ({ own_minor, received_minor }: CostOutcome['services'][number]): number => own_minor + received_minor;

/** CA1 with percentages as quantities. */
const ca1: CostInput = {
  method: 'reciprocal',
  pools: [
    { code: 'hr', to: 'HR', amount_minor: 80_000_00 },
    { code: 'dp', to: 'DP', amount_minor: 120_000_00 },
    { code: 'rm', to: 'RM', amount_minor: 40_000_00 },
  ],
  departments: ['HR', 'DP', 'RM'],
  drivers: [
    { from: 'HR', to: 'DP', quantity: 20 },
    { from: 'HR', to: 'RM', quantity: 10 },
    { from: 'HR', to: 'machining', quantity: 40 },
    { from: 'HR', to: 'assembly', quantity: 30 },
    { from: 'DP', to: 'HR', quantity: 8 },
    { from: 'DP', to: 'RM', quantity: 7 },
    { from: 'DP', to: 'machining', quantity: 30 },
    { from: 'DP', to: 'assembly', quantity: 55 },
    { from: 'RM', to: 'machining', quantity: 50 },
    { from: 'RM', to: 'assembly', quantity: 50 },
  ],
  customers: [],
};

it('CA1: departments that serve one another, as flows to the services', () => {
  const found = made(ca1);
  expect(found.departments.map((each) => Math.round(each.passed_minor / 100))).toEqual([91_057, 138_211, 58_780]);
  expect(found.services.map((each) => Math.round(through(each) / 100))).toEqual([107_276, 132_724]);
  expect(found.services.reduce((sum, each) => sum + through(each), 0)).toBe(240_000_00);
  expect(found.flows.filter((each) => each.to === 'machining').reduce((sum, each) => sum + each.amount_minor, 0)).toBe(found.services[0]?.received_minor);
});

it('passes services on to those who stand on them and to customers, in the order they stand', () => {
  const found = made({
    method: 'direct',
    pools: [
      { code: 'lines', to: 'line', amount_minor: 100 },
      { code: 'desk', to: 'workplace', amount_minor: 50 },
    ],
    departments: [],
    drivers: [
      { from: 'workplace', to: 'ORG-2', quantity: 2 },
      { from: 'workplace', to: 'ORG-3', quantity: 1 },
      { from: 'line', to: 'workplace', quantity: 1 },
    ],
    customers: ['ORG-2', 'ORG-3'],
  });
  expect(found.services.map((each) => [each.node, through(each), each.kept_minor])).toEqual([
    ['line', 100, 0],
    ['workplace', 150, 0],
  ]);
  expect(found.customers).toEqual([
    { node: 'ORG-2', amount_minor: 100 },
    { node: 'ORG-3', amount_minor: 50 },
  ]);
});

it('names a circle of services, and a department that reaches nobody', () => {
  const none = { method: 'direct', pools: [{ code: 'a', to: 'A', amount_minor: 1 }], departments: [], customers: [] } as const;
  const round = [
    { from: 'A', to: 'B', quantity: 1 },
    { from: 'B', to: 'A', quantity: 1 },
  ];
  expect(passOn({ ...none, drivers: round })).toEqual({ circle: ['A', 'B', 'A'] });
  expect(passOn({ ...none, departments: ['A'], drivers: [] })).toEqual({ stuck: 'A' });
});

describe('whatever the house looks like', () => {
  const quantity = fc.integer({ min: 0, max: 9 });
  const house = fc.record({
    method: fc.constantFrom(...methods),
    costs: fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 6, maxLength: 6 }),
    drivers: fc.array(quantity, { minLength: 40, maxLength: 40 }),
  });
  const departments = ['d1', 'd2', 'd3'];
  const services = ['s1', 's2', 's3'];
  const inputOf = ({ method, costs, drivers }: { method: CostInput['method']; costs: number[]; drivers: number[] }): CostInput => {
    const pairs = [
      ...departments.flatMap((from) => [...departments, ...services].filter((to) => to !== from).map((to) => ({ from, to }))),
      ...services.flatMap((from, at) => [...services.slice(at + 1), 'ORG-1', 'ORG-2'].map((to) => ({ from, to }))),
    ];
    return {
      method,
      pools: [...departments, ...services].map((to, at) => ({ code: `p${at}`, to, amount_minor: costs[at] ?? 0 })),
      departments,
      // Every department works for the first service at least, or its cost could reach nobody.
      drivers: pairs.map((each, at) => ({ ...each, quantity: (drivers[at] ?? 0) + (departments.includes(each.from) && each.to === 's1' ? 1 : 0) })),
      customers: ['ORG-1', 'ORG-2'],
    };
  };

  it('what customers are charged and services keep is the whole, to the cent; and twice is the same', () => {
    fc.assert(
      fc.property(house, (given) => {
        const input = inputOf(given);
        const found = made(input);
        const charged = found.customers.reduce((sum, each) => sum + each.amount_minor, 0);
        const kept = found.services.reduce((sum, each) => sum + each.kept_minor, 0);
        expect(charged + kept).toBe(found.total_minor);
        expect(found.flows.every((each) => Number.isInteger(each.amount_minor) && each.amount_minor > 0)).toBe(true);
        expect(passOn(input)).toEqual(found);
      }),
      { numRuns: 300 },
    );
  });
});
