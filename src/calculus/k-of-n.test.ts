// Bounds for k of n: as tight as they can be, and decision diagrams that are the same number when they are the same function.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagram } from './decision-diagram.ts';
import { anyAssociation, anyDependence, atLeast, type Bounds } from './k-of-n.ts';

const sure = (...values: number[]): Bounds[] => values.map((value) => ({ low: value, high: value }));
const close = (found: Bounds, low: number, high: number) => {
  expect(found.low).toBeCloseTo(low, 12);
  expect(found.high).toBeCloseTo(high, 12);
};
const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 });

describe('bounds', () => {
  it('in series: what all the failures together leave, and the weakest', () => close(anyDependence(2, sure(0.99, 0.98)), 0.97, 0.98));
  it('in parallel: the strongest, and all together at most', () => close(anyDependence(1, sure(0.3, 0.4)), 0.4, 0.7));
  it('for two of three they are the sharpest there are', () => {
    close(anyDependence(2, sure(0.9, 0.9, 0.9)), 0.85, 1);
    close(anyDependence(2, sure(0.1, 0.1, 0.1)), 0, 0.15);
    close(anyDependence(2, sure(0.9, 0.1, 0.1)), 0.05, 0.2);
  });
  it('are narrower when parts never help one another to fail, and never wider', () => {
    close(anyAssociation(2, sure(0.9, 0.9)), 0.81, 0.9);
    close(anyAssociation(1, sure(0.9, 0.5, 0.1)), 0.9, 0.955);
    close(anyAssociation(2, sure(0.9, 0.9, 0.9)), 0.85, 0.99);
    close(anyAssociation(2, sure(0.1, 0.1, 0.1)), 0.01, 0.15);
    close(anyAssociation(2, sure(0.9, 0.8, 0.1)), 0.72, 0.82);
  });
  it('need nothing for none and have nothing for too many', () => {
    for (const of of [anyDependence, anyAssociation]) {
      expect(of(0, sure(0.5))).toEqual({ low: 1, high: 1 });
      expect(of(2, sure(0.5))).toEqual({ low: 0, high: 0 });
    }
  });

  it('hold the independent value between them', () => {
    fc.assert(
      fc.property(probabilities, fc.integer({ min: 0, max: 7 }), (values, need) => {
        const value = atLeast(need, values);
        const inner = anyAssociation(need, sure(...values));
        const outer = anyDependence(need, sure(...values));
        const chain = [outer.low, inner.low, value, inner.high, outer.high];
        for (const [i, each] of chain.slice(1).entries()) expect(each).toBeGreaterThanOrEqual((chain[i] ?? 0) - 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

describe('diagrams', () => {
  it('are one number for one function, however it is written', () => {
    const { variable, threshold } = diagram(1_000);
    const [a, b, c] = [variable(0), variable(1), variable(2)];
    expect(threshold(1, [a, threshold(2, [a, b])])).toBe(a);
    expect(threshold(2, [a, b, c])).toBe(threshold(1, [threshold(2, [a, b]), threshold(2, [b, c]), threshold(2, [c, a])]));
    expect(threshold(1, [threshold(2, [a, b]), b])).toBe(b);
    expect(threshold(2, [a, a])).toBe(a);
    expect([threshold(0, []), threshold(1, []), threshold(3, [a, b])]).toEqual([1, 0, 0]);
  });

  it('say so when they have outgrown their budget, and stay that way for what builds on it', () => {
    const { variable, threshold } = diagram(3);
    expect(variable(0)).toBe(2);
    expect(variable(1)).toBeNull();
    expect(threshold(1, [variable(0), variable(1)])).toBeNull();
  });
});
