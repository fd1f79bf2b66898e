// Cost allocation: the published case, by hand, and that nothing is ever lost or made.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, apportion, type Department, methods } from './allocation.ts';

const users = ['machining', 'assembly'];
const departments: Department[] = [
  { name: 'HR', cost_minor: 80_000_00, shares: { DP: 0.2, RM: 0.1, machining: 0.4, assembly: 0.3 } },
  { name: 'DP', cost_minor: 120_000_00, shares: { HR: 0.08, RM: 0.07, machining: 0.3, assembly: 0.55 } },
  { name: 'RM', cost_minor: 40_000_00, shares: { machining: 0.5, assembly: 0.5 } },
];
const amounts = (list: readonly { amount_minor: number }[]) => list.map((each) => each.amount_minor / 100);

it('CA1: departments that serve one another, solved', () => {
  const found = allocate('reciprocal', departments, users);
  if ('stuck' in found) throw new Error('stuck');
  expect(amounts(found.passed_on).map(Math.round)).toEqual([91_057, 138_211, 58_780]);
  expect(amounts(found.charged).map(Math.round)).toEqual([107_276, 132_724]);
  expect(found.charged.reduce((sum, each) => sum + each.amount_minor, 0)).toBe(240_000_00);
});

it('the same directly: 4 to 3, 30 to 55, half and half', () => {
  const found = allocate('direct', departments, users);
  if ('stuck' in found) throw new Error('stuck');
  expect(amounts(found.passed_on)).toEqual([80_000, 120_000, 40_000]);
  expect(amounts(found.charged)).toEqual([108_067.23, 131_932.77]);
});

it('the same step by step: HR, then DP with its part of HR, then RM with its parts of both', () => {
  const found = allocate('step_down', departments, users);
  if ('stuck' in found) throw new Error('stuck');
  // DP 120,000 + 16,000 = 136,000, of which 7/92 to RM: 40,000 + 8,000 + 10,347.83.
  // Machining 32,000 + 44,347.82 + 29,173.92, assembly 24,000 + 81,304.35 + 29,173.91.
  expect(amounts(found.passed_on)).toEqual([80_000, 136_000, 58_347.83]);
  expect(amounts(found.charged)).toEqual([105_521.74, 134_478.26]);
});

describe('cost that reaches nobody', () => {
  const pair: Department[] = [
    { name: 'a', cost_minor: 1, shares: { b: 1 } },
    { name: 'b', cost_minor: 1, shares: { a: 1 } },
  ];
  it.each(methods)('is not passed on by %s but named', (method) => {
    expect(allocate(method, pair, ['user'])).toEqual({ stuck: method === 'step_down' ? 'b' : 'a' });
  });

  it('does not matter when there is none of it', () => {
    const free = pair.map((each) => ({ ...each, cost_minor: 0 }));
    expect(allocate('reciprocal', [...free, { name: 'c', cost_minor: 7, shares: { user: 1 } }], ['user'])).toMatchObject({
      charged: [{ name: 'user', amount_minor: 7 }],
    });
  });
});

describe('laws', () => {
  const weight = fc.integer({ min: 0, max: 20 });
  const anyHouse = fc.integer({ min: 1, max: 6 }).chain((count) =>
    fc.array(
      fc.record({
        cost_minor: fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 10_000_000_000_000 })),
        others: fc.array(weight, { minLength: count, maxLength: count }),
        users: fc.tuple(fc.integer({ min: 1, max: 20 }), weight, weight),
      }),
      { minLength: count, maxLength: count },
    ),
  );
  const receivers = ['u0', 'u1', 'u2'];
  const houseOf = (given: readonly { cost_minor: number; others: readonly number[]; users: readonly number[] }[]): Department[] =>
    given.map(({ cost_minor, others, users: some }, i) => {
      const all = [...others.map((each, j) => [`d${j}`, i === j ? 0 : each] as const), ...some.map((each, j) => [`u${j}`, each] as const)];
      const whole = all.reduce((sum, [, each]) => sum + each, 0);
      return { name: `d${i}`, cost_minor, shares: Object.fromEntries(all.map(([name, each]) => [name, each / whole])) };
    });

  it.each(methods)('%s: users are charged what the departments cost, to the minor unit, and none less than nothing', (method) => {
    fc.assert(
      fc.property(anyHouse, (given) => {
        const found = allocate(method, houseOf(given), receivers);
        if ('stuck' in found) throw new Error(`stuck: ${found.stuck}`);
        const total = given.reduce((sum, each) => sum + each.cost_minor, 0);
        expect(found.charged.reduce((sum, each) => sum + each.amount_minor, 0)).toBe(total);
        for (const each of found.charged) {
          expect(each.amount_minor).toBeGreaterThanOrEqual(0);
          expect(Number.isInteger(each.amount_minor)).toBe(true);
        }
      }),
    );
  });

  it('the solution satisfies its equations: own cost plus what the others charge', () => {
    fc.assert(
      fc.property(anyHouse, (given) => {
        const house = houseOf(given);
        const found = allocate('reciprocal', house, receivers);
        if ('stuck' in found) throw new Error('stuck');
        for (const [i, each] of found.passed_on.entries()) {
          const received = house.reduce((sum, from, j) => sum + (found.passed_on[j]?.amount_minor ?? 0) * (from.shares[each.name] ?? 0), 0);
          expect(Math.abs(each.amount_minor - (house[i]?.cost_minor ?? 0) - received)).toBeLessThanOrEqual(house.length + 1e-9 * each.amount_minor);
        }
      }),
    );
  });

  it('divided amounts sum to the whole, each within one of its exact part', () => {
    const weights = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 }).filter((each) => each.some((one) => one > 1e-6));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), weights, (amount, each) => {
        const parts = apportion(amount, each);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amount);
        const whole = each.reduce((sum, one) => sum + one, 0);
        for (const [i, part] of parts.entries()) expect(Math.abs(part - (amount * (each[i] ?? 0)) / whole)).toBeLessThanOrEqual(1 + 1e-3);
      }),
    );
  });
});
