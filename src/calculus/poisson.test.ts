// More than chance: published probabilities, corrections by hand, and the laws of both.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pareto } from './pareto.ts';
import { type Correction, corrected, logFactorial, poissonAtLeast } from './poisson.ts';

describe('the probability of so many or more', () => {
  it('PD1: eight and five where two are expected', () => {
    expect(poissonAtLeast(8, 2)).toBeCloseTo(0.0010967, 7);
    expect(poissonAtLeast(5, 2)).toBeCloseTo(0.05265, 5);
  });

  it('is sure of none, and of nothing where nothing is expected', () => {
    expect(poissonAtLeast(0, 3)).toBe(1);
    expect(poissonAtLeast(0, 0)).toBe(1);
    expect(poissonAtLeast(1, 0)).toBe(0);
  });

  it('keeps its precision far out', () => {
    expect(poissonAtLeast(1, 1e-12)).toBeCloseTo(1e-12, 20);
    expect(poissonAtLeast(50, 2) / 5.214301903317168e-51).toBeCloseTo(1, 12);
    expect(poissonAtLeast(1_000_000, 1_000_000)).toBeCloseTo(0.5, 3);
  });

  it('agrees with adding up the terms one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.01, max: 40, noNaN: true }), (count, expected) => {
        let term = Math.exp(-expected);
        let below = 0;
        for (let k = 0; k < count; k++) {
          below += term;
          term *= expected / (k + 1);
        }
        expect(poissonAtLeast(count, expected)).toBeCloseTo(1 - below, 9);
      }),
    );
  });

  it('is a probability that falls with the count and rises with what is expected', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 5_000, noNaN: true }), (count, expected) => {
        const found = poissonAtLeast(count, expected);
        expect(found).toBeGreaterThanOrEqual(0);
        expect(found).toBeLessThanOrEqual(1);
        expect(poissonAtLeast(count + 1, expected)).toBeLessThanOrEqual(found + 1e-9);
        expect(poissonAtLeast(count, expected + 1)).toBeGreaterThanOrEqual(found - 1e-9);
      }),
    );
  });
});

it('has the same factorial on both sides of its two ways', () => {
  expect(logFactorial(20) - logFactorial(19)).toBeCloseTo(Math.log(20), 12);
  expect(logFactorial(0)).toBe(0);
});

describe('many at once', () => {
  const given = [0.01, 0.04, 0.03, 0.005];
  it.each([
    ['none', [0.01, 0.04, 0.03, 0.005]],
    ['bonferroni', [0.04, 0.16, 0.12, 0.02]],
    ['holm', [0.03, 0.06, 0.06, 0.02]],
    ['benjamini_hochberg', [0.02, 0.04, 0.04, 0.02]],
  ] as const)('%s', (correction, expected) => {
    const found = corrected(given, correction);
    for (const [i, each] of expected.entries()) expect(found[i]).toBeCloseTo(each, 12);
  });

  it('never makes a finding stronger, keeps their order, and Holm is never stricter than Bonferroni', () => {
    const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(probabilities, (each) => {
        const by = (correction: Correction) => corrected(each, correction);
        for (const correction of ['bonferroni', 'holm', 'benjamini_hochberg'] as const) {
          const found = by(correction);
          for (const [i, one] of each.entries()) {
            expect(found[i]).toBeGreaterThanOrEqual(one - 1e-12);
            expect(found[i]).toBeLessThanOrEqual(1);
            for (const [j, other] of each.entries()) if (one < other) expect(found[i]).toBeLessThanOrEqual((found[j] ?? 0) + 1e-12);
          }
        }
        for (const [i, one] of by('holm').entries()) expect(one).toBeLessThanOrEqual((by('bonferroni')[i] ?? 0) + 1e-12);
      }),
    );
  });
});

describe('the vital few', () => {
  it('PD2: cumulative shares', () => {
    const costs = [12, 45, 2, 25, 8, 5, 3].map((cost, i) => ({ name: `cause ${i}`, cost }));
    expect(pareto(costs).map((each) => Math.round(each.cumulative * 100))).toEqual([45, 70, 82, 90, 95, 98, 100]);
  });

  it('shares nothing when nothing costs anything', () => {
    expect(pareto([{ name: 'a', cost: 0 }])).toEqual([{ name: 'a', cost: 0, share: 0, cumulative: 0 }]);
  });
});
