// Common causes: given redundant parts, when some of their failures strike all of them at once, then redundancy is worth less.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { availability, birnbaum, bounds } from './availability.ts';
import { type Composition, compositionFault } from './composition.ts';

const pair = (common_cause: number): Composition => ({ any: [{ part: 'a' }, { part: 'b' }], common_cause });
const of = (composition: Composition, values: Readonly<Record<string, number>>): number =>
  availability('root', { root: composition }, values).value ?? Number.NaN;
const share = fc.double({ min: 0, max: 1, noNaN: true });
const ppm = fc.integer({ min: 0, max: 1_000_000 });

describe('a common cause', () => {
  it('costs two equal parts about beta u + ((1 - beta) u)^2', () => {
    const down = 1 - of(pair(100_000), { a: 0.99, b: 0.99 });
    expect(down).toBeCloseTo(0.1 * 0.01 + (0.9 * 0.01) ** 2, 5);
    expect(1 - of(pair(0), { a: 0.99, b: 0.99 })).toBeCloseTo(0.0001, 12);
    expect(of(pair(1_000_000), { a: 0.99, b: 0.99 })).toBeCloseTo(0.99, 12);
  });

  it('never helps, never takes more than redundancy gave, and leaves a single part as it is', () => {
    fc.assert(
      fc.property(share, share, ppm, ppm, (a, b, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)];
        expect(of(pair(more), { a, b })).toBeLessThanOrEqual(of(pair(less), { a, b }) + 1e-12);
        expect(of(pair(more), { a, b })).toBeGreaterThanOrEqual(bounds('root', { root: pair(more) }, { a, b }).low - 1e-12);
        expect(of({ any: [{ part: 'a' }], common_cause: more }, { a })).toBeCloseTo(a, 12);
      }),
    );
  });

  it('counts once where its members are used again', () => {
    const graph = { root: { all: [{ part: 'left' }, { part: 'right' }] }, left: pair(200_000), right: { part: 'a' } } as const;
    // Everything needs a, and a is up a tenth of a percent less than always: redundancy of b cannot matter.
    expect(availability('root', graph, { a: 0.999, b: 0.9 }).value).toBeCloseTo(0.999, 12);
  });

  it('is added on top when members are composed', () => {
    const graph = { root: { any: [{ part: 'x' }, { part: 'b' }], common_cause: 100_000 }, x: { all: [{ part: 'c' }, { part: 'd' }] } } as const;
    const value = availability('root', graph, { b: 0.99, c: 0.995, d: 0.995 }).value ?? 0;
    expect(1 - value).toBeGreaterThan(0.1 * (1 - 0.995 ** 2));
    expect(1 - value).toBeLessThan(0.1 * 0.01 + 0.00011);
  });

  it('keeps the importance of a part', () => {
    expect(birnbaum('root', { root: pair(100_000) }, { a: 0.99, b: 0.99 }, 'a')).toBeGreaterThan(0.01);
  });

  it('is refused where nothing is redundant, and outside 0 to 1000000', () => {
    expect(compositionFault(pair(100_000))).toBeNull();
    expect(compositionFault(pair(1_000_001))).toMatch(/^composition\.common_cause: /);
    expect(compositionFault({ all: [{ part: 'a' }], common_cause: 1 })).toMatch(/^composition\.common_cause: /);
  });
});
