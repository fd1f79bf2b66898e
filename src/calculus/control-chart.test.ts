// Control charts: published charts, every run rule on data made for it, and the laws.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Chart, counts, individuals, proportions, rates, signals } from './control-chart.ts';
import { cusumChart, ewmaChart } from './memory-chart.ts';

const nist = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

it('SP1: individuals of the NIST handbook', () => {
  const { centre, points, moving_range } = individuals(nist);
  expect(centre).toBeCloseTo(50.81, 9);
  expect(moving_range).toBeCloseTo(1.8778, 4);
  expect(points[0]?.upper).toBeCloseTo(55.8041, 4);
  expect(points[0]?.lower).toBeCloseTo(45.8159, 4);
  expect(signals(individuals(nist), 'western_electric').filter((each) => each.rule === 1)).toEqual([]);
});

it('SP3: the EWMA chart of the NIST handbook, in control', () => {
  const values = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, ...nist];
  const { points, steady } = ewmaChart(values, { target: 50, sigma: 2.0539, weight: 0.3, width: 3 });
  const expected = [50.6, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33, 50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99];
  for (const [i, z] of expected.entries()) expect(points[i]?.ewma).toBeCloseTo(z, 1);
  expect(points[3]?.ewma).toBeCloseTo(50.18, 2);
  expect(steady.upper).toBeCloseTo(52.588, 3);
  expect(steady.lower).toBeCloseTo(47.412, 3);
  expect(points.some((each) => each.out)).toBe(false);
});

describe('shares, counts and rates', () => {
  it('have the limits of their formulas', () => {
    const p = proportions([
      { count: 10, of: 100 },
      { count: 20, of: 200 },
    ]);
    expect(p.centre).toBeCloseTo(0.1, 12);
    expect(p.points.map((each) => each.upper)).toEqual([0.1 + 3 * Math.sqrt(0.09 / 100), 0.1 + 3 * Math.sqrt(0.09 / 200)]);
    const c = counts([4, 9, 5]);
    expect(c.centre).toBe(6);
    expect(c.points[0]).toMatchObject({ lower: 0, upper: 6 + 3 * Math.sqrt(6) });
    const u = rates([
      { count: 8, of: 2 },
      { count: 8, of: 6 },
    ]);
    expect(u.centre).toBe(2);
    expect(u.points[0]).toMatchObject({ value: 4, upper: 5 });
  });

  it('stay within what is possible', () => {
    const sample = fc.integer({ min: 1, max: 500 }).chain((of) => fc.integer({ min: 0, max: of }).map((count) => ({ count, of })));
    fc.assert(
      fc.property(fc.array(sample, { minLength: 2, maxLength: 30 }), (samples) => {
        for (const each of proportions(samples).points) {
          expect(each.lower).toBeGreaterThanOrEqual(0);
          expect(each.upper).toBeLessThanOrEqual(1);
        }
        for (const each of [...rates(samples).points, ...counts(samples.map((one) => one.count)).points]) expect(each.lower).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

it('takes its limits from the baseline only', () => {
  const { centre, points } = individuals([1, 2, 1, 2, 50], 4);
  expect(centre).toBe(1.5);
  expect(points[4]?.upper).toBeCloseTo(1.5 + 3 / 1.128, 12);
});

/** A chart of scores: centre 0, sigma 1. */
const chartOf = (scores: readonly number[]): Chart => ({
  centre: 0,
  moving_range: null,
  points: scores.map((value) => ({ value, lower: -3, upper: 3, sigma: 1 })),
});
const repeated = (count: number, value: number): number[] => Array.from({ length: count }, () => value);

describe('run rules', () => {
  it.each([
    ['western_electric', 1, [0, 3.1]],
    ['western_electric', 2, [2.5, 0, 2.5]],
    ['western_electric', 3, [1.5, 1.5, -1, 1.5, 1.5]],
    ['western_electric', 4, repeated(8, -0.5)],
    ['nelson', 1, [0, -3.1]],
    ['nelson', 2, repeated(9, 0.5)],
    ['nelson', 3, [-0.5, -0.3, -0.1, 0.1, 0.3, 0.5]],
    ['nelson', 4, Array.from({ length: 14 }, (_, i) => (i % 2 ? 0.2 : -0.2))],
    ['nelson', 5, [-2.5, 0, -2.5]],
    ['nelson', 6, [-1.5, -1.5, 1, -1.5, -1.5]],
    ['nelson', 7, Array.from({ length: 15 }, (_, i) => ((i * 7) % 5) / 5 - 0.4)],
    ['nelson', 8, Array.from({ length: 8 }, (_, i) => (i % 3 ? 1.2 : -1.2))],
  ] as const)('%s rule %i is met with the last point and not before', (rules, rule, scores) => {
    const found = signals(chartOf(scores), rules).filter((each) => each.rule === rule);
    expect(found).toEqual([{ rule, at: scores.length - 1 }]);
  });

  it('one point on the other side does not count along', () => {
    expect(signals(chartOf([2.5, 0, -2.5]), 'western_electric')).toEqual([]);
    expect(signals(chartOf([2.5, 2.5, 0]), 'western_electric').map((each) => each.at)).toEqual([1]);
    expect(signals(chartOf([...repeated(7, 0.5), -0.5]), 'western_electric')).toEqual([]);
  });

  it('finds every value special that differs from a baseline without variation', () => {
    expect(signals(individuals([5, 5, 5, 6], 3), 'western_electric')).toEqual([{ rule: 1, at: 3 }]);
    expect(signals(individuals([5, 5, 5, 5]), 'nelson').filter((each) => each.rule !== 7)).toEqual([]);
  });

  it('find the same in the mirror and in another unit', () => {
    const scores = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(scores, fc.constantFrom('western_electric', 'nelson'), (each, rules) => {
        const found = signals(chartOf(each.map((one) => one / 10)), rules);
        expect(signals(chartOf(each.map((one) => -one / 10)), rules)).toEqual(found);
      }),
    );
  });
});

describe('CUSUM', () => {
  it('finds a shift of one sigma and dates it', () => {
    const values = [...repeated(10, 10), ...repeated(12, 11)];
    const found = cusumChart(values, { target: 10, sigma: 1, slack: 0.5, limit: 5 });
    const first = found.find((each) => each.out);
    expect(first).toMatchObject({ high: 5.5, low: 0, shifted_after: 10 });
    expect(found.findIndex((each) => each.out)).toBe(20);
    const down = cusumChart([12, ...values.map((each) => 20 - each)], { target: 10, sigma: 1, slack: 0.5, limit: 5 });
    expect(down.find((each) => each.out)).toMatchObject({ low: 5.5, shifted_after: 11 });
  });

  it('finds it downward as upward', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 50 }), (values) => {
        const terms = { target: 0, sigma: 1, slack: 0.5, limit: 4 };
        const up = cusumChart(values, terms);
        const down = cusumChart(
          values.map((each) => -each),
          terms,
        );
        expect(down.map((each) => [each.low, each.high, each.out])).toEqual(up.map((each) => [each.high, each.low, each.out]));
      }),
    );
  });
});
