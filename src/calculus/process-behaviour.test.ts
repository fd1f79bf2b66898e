// Process behaviour: the NIST chart through the same door, shares with their own limits, runs in one piece, and new baselines.
import { expect, it } from 'vitest';
import { behaviour, type Observed } from './process-behaviour.ts';

const single = (values: readonly (number | null)[]): Observed[] => values.map((value, i) => ({ period: `m${i}`, value, numerator: value, denominator: null }));
const nist = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
const plain = { kind: 'individuals', scale: 1, phases: [], rest: 0 } as const;

it('SP1: has the limits of the NIST handbook and sees nothing but common causes', () => {
  const { points, verdict, centre } = behaviour(single(nist), plain);
  expect(centre).toBeCloseTo(50.81, 9);
  expect(points[3]?.upper).toBeCloseTo(55.8041, 4);
  expect(points[3]?.lower).toBeCloseTo(45.8159, 4);
  expect(verdict).toBe('common');
});

it('says since when eight and more in a row lie on one side, as one signal', () => {
  const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
  const { signals, verdict } = behaviour(single([...calm, 11, 11, 11, 11, 11, 11, 11, 11, 11, 11]), plain);
  expect(signals).toEqual([{ rule: 4, from: 'm11', to: 'm21', side: 'above', length: 11 }]);
  expect(verdict).toBe('special');
});

it('a point beyond the limits is special, and history once it is behind', () => {
  const calm = [10, 12, 9, 11, 10, 12, 9, 11, 10, 12, 9, 11];
  expect(behaviour(single([...calm, 40]), plain)).toMatchObject({ verdict: 'special', signals: [{ rule: 1, from: 'm12', side: 'above' }] });
  const after = behaviour(single([...calm, 40, 9, 12, 10, 11]), plain);
  expect(after.verdict).toBe('common');
  expect(after.points[12]?.special).toBe(true);
});

it('a known change begins limits of its own, which a bad month before it does not widen', () => {
  const values = [10, 12, 9, 11, 10, 12, 60, 5, 6, 4, 5, 6, 4, 5];
  const { points, phases, centre } = behaviour(single(values), { ...plain, phases: [{ from: 7, reason: 'triage' }] });
  expect(phases.map((each) => [each.period, each.reason, each.baseline])).toEqual([
    ['m0', '', 7],
    ['m7', 'triage', 7],
  ]);
  expect(centre).toBeCloseTo(5, 9);
  expect(points[0]?.centre).toBeCloseTo(124 / 7, 9);
});

it('shares have limits by how many were counted, in ppm; periods without any are left out', () => {
  const counted = [50, 200, 50, 50, 50, 50, 50].map((of, i) => ({ period: `m${i}`, value: 900_000, numerator: of * 0.9, denominator: of }));
  const { points } = behaviour([...counted, { period: 'empty', value: null, numerator: 0, denominator: 0 }], {
    kind: 'p',
    scale: 1_000_000,
    phases: [],
    rest: 0,
  });
  const width = (of: number): number => 3 * Math.sqrt((0.9 * 0.1) / of) * 1_000_000;
  expect((points[0]?.centre ?? 0) - (points[0]?.lower ?? 0)).toBeCloseTo(width(50), 3);
  expect((points[1]?.centre ?? 0) - (points[1]?.lower ?? 0)).toBeCloseTo(width(200), 3);
  expect(points[7]).toMatchObject({ lower: null, upper: null });
});

it('too few points have no limits, and one that still runs decides nothing', () => {
  expect(behaviour(single([1, 2, 3, 2, 1]), plain).verdict).toBe('too_few');
  expect(behaviour(single([10, 12, 9, 11, 10, 12, 400]), { ...plain, rest: 1 })).toMatchObject({ verdict: 'common', signals: [] });
});
