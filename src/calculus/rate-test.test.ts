// More often than before: published probabilities, the share of false alarms among many tests, and the date by brute force.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { corrected } from './poisson.ts';
import { binomialAtLeast, dispersionOf, type Observed, riseBegins, riseChance } from './rate-test.ts';

describe('an exact test of two rates', () => {
  it('eight heads or more of ten are 56 of 1024', () => {
    expect(binomialAtLeast(8, 10, 0.5)).toBeCloseTo(56 / 1024, 12);
    expect(binomialAtLeast(3, 10, 0.5)).toBeCloseTo(968 / 1024, 12);
    expect([binomialAtLeast(0, 5, 0.1), binomialAtLeast(6, 5, 0.9), binomialAtLeast(5, 5, 1)]).toEqual([1, 0, 1]);
  });

  it('PD1: comes to the Poisson probability when the rate before is known well', () => {
    const before = { count: 2_000_000, exposure: 1_000_000 };
    expect(riseChance(before, { count: 8, exposure: 1 })).toBeCloseTo(0.0010967, 6);
    expect(riseChance(before, { count: 5, exposure: 1 })).toBeCloseTo(0.05265, 4);
  });

  it('agrees with adding up the terms one by one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 60 }), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (of, k, share) => {
        const count = Math.min(k, of);
        let [term, sum] = [(1 - share) ** of, 0];
        for (let i = 0; i <= of; i++) {
          if (i >= count) sum += term;
          term *= ((of - i) / (i + 1)) * (share / (1 - share));
        }
        expect(binomialAtLeast(count, of, share)).toBeCloseTo(sum, 9);
      }),
    );
  });

  it('needs more where events come in bursts', () => {
    const [before, after] = [
      { count: 28, exposure: 28 },
      { count: 18, exposure: 7 },
    ];
    expect(riseChance(before, after, 3)).toBeGreaterThan(10 * riseChance(before, after));
    expect(dispersionOf([4, 4, 4, 4])).toBe(1);
    expect(dispersionOf([0, 12, 0, 0])).toBeCloseTo(12, 12);
  });
});

it('under pure noise at most the stated share of looks finds anything', () => {
  let seed = 7;
  const random = (): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed + 0.5) / 4_294_967_296;
  };
  const poisson = (mean: number): number => {
    let count = 0;
    for (let left = Math.exp(-mean), p = random(); p > left; p *= random()) count++;
    return count;
  };
  const looks = 600;
  let alarms = 0;
  for (let look = 0; look < looks; look++) {
    const chances = Array.from({ length: 30 }, (_, i) =>
      riseChance({ count: poisson(3 * (1 + (i % 8))), exposure: 28 }, { count: poisson(0.75 * (1 + (i % 8))), exposure: 7 }),
    );
    if (corrected(chances, 'benjamini_hochberg').some((q) => q <= 0.05)) alarms++;
  }
  // 5 % and three standard errors of 600 looks.
  expect(alarms / looks).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / looks));
});

describe('since when', () => {
  const days = (counts: readonly number[]): Observed[] => counts.map((count) => ({ count, exposure: 1 }));

  it('dates a plain step, and finds nothing in what is level or falls', () => {
    expect(riseBegins(days([1, 0, 1, 1, 0, 1, 4, 5, 3, 6]))?.at).toBe(6);
    expect(riseBegins(days([2, 2, 2, 2]))).toBeNull();
    expect(riseBegins(days([5, 4, 1, 0]))).toBeNull();
  });

  it('does not take busy days for a rise', () => {
    expect(riseBegins([...days([2, 2, 2]), { count: 8, exposure: 4 }])).toBeNull();
  });

  it('is the split of greatest likelihood', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.integer({ min: 0, max: 9 }), exposure: fc.integer({ min: 1, max: 5 }) }), { minLength: 2, maxLength: 30 }),
        (all) => {
          const rate = (part: readonly Observed[]) => part.reduce((sum, each) => sum + each.count, 0) / part.reduce((sum, each) => sum + each.exposure, 0);
          const score = (part: readonly Observed[]) =>
            part.reduce((sum, { count, exposure }) => sum + (rate(part) > 0 ? count * Math.log(rate(part)) : 0) - rate(part) * exposure, 0);
          const gains = all.slice(1).map((_, i) => {
            const [before, after] = [all.slice(0, i + 1), all.slice(i + 1)];
            return rate(after) > rate(before) ? score(before) + score(after) - score(all) : 0;
          });
          expect(riseBegins(all)?.gain ?? 0).toBeCloseTo(Math.max(...gains), 6);
        },
      ),
    );
  });
});
