// Availability against full enumeration, bounds that hold, published vectors, and what is too tangled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyGraph, availabilityByEnumeration } from '../../test/compositions.ts';
import { availability, birnbaum, bounds, importances, naiveAvailability } from './availability.ts';
import { type Composition, type Graph, leaves, up } from './composition.ts';

const part = (name: string) => ({ part: name });
const parts = (count: number, prefix = 'p') => Array.from({ length: count }, (_, i) => part(`${prefix}${i}`));
const same = (names: readonly string[], value: number) => Object.fromEntries(names.map((name) => [name, value]));
const valued = anyGraph.chain((graph) => {
  const names = leaves('root', graph);
  return fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: names.length, maxLength: names.length }).map((numbers) => ({
    graph,
    values: Object.fromEntries(names.map((name, i) => [name, numbers[i] ?? 0])),
  }));
});

describe('laws', () => {
  it('is the sum over all combinations in which it is up, shared parts counted once', () => {
    fc.assert(
      fc.property(valued, ({ graph, values }) => {
        const result = availability('root', graph, values);
        expect(result.exact).toBe(true);
        expect(result.value).toBeCloseTo(availabilityByEnumeration('root', graph, values), 10);
        expect([result.low, result.high]).toEqual([result.value, result.value]);
      }),
      { numRuns: 1000 },
    );
  });

  it('lies within the bounds that hold for any dependence, and within those of a diagram without budget', () => {
    let bailed = 0;
    fc.assert(
      fc.property(valued, ({ graph, values }) => {
        const value = availability('root', graph, values).value ?? Number.NaN;
        const without = availability('root', graph, values, 0);
        bailed += without.exact ? 0 : 1;
        for (const { low, high } of [bounds('root', graph, values), without]) {
          expect(low).toBeLessThanOrEqual(value + 1e-9);
          expect(high).toBeGreaterThanOrEqual(value - 1e-9);
        }
        if (!without.exact) expect(without.value).toBeNull();
      }),
      { numRuns: 1000 },
    );
    expect(bailed).toBeGreaterThan(100);
  });

  it('is monotone in each leaf, by its Birnbaum importance', () => {
    fc.assert(
      fc.property(valued, fc.double({ min: 0, max: 1, noNaN: true }), ({ graph, values }, other) => {
        const leaf = Object.keys(values)[0] ?? '';
        const slope = birnbaum('root', graph, values, leaf) ?? Number.NaN;
        expect(slope).toBeGreaterThanOrEqual(-1e-12);
        const moved = (availability('root', graph, { ...values, [leaf]: other }).value ?? 0) - (availability('root', graph, values).value ?? 0);
        expect(moved).toBeCloseTo(slope * (other - (values[leaf] ?? 0)), 10);
      }),
    );
  });

  it('is an interval that holds when leaves have no value', () => {
    fc.assert(
      fc.property(valued, fc.nat(7), ({ graph, values }, drop) => {
        const names = Object.keys(values);
        const gone = names[drop % names.length] ?? '';
        const { [gone]: lost, ...rest } = values;
        const result = availability('root', graph, rest);
        expect(result).toMatchObject({ value: null, exact: false, unknown: [gone] });
        expect(result.low).toBeCloseTo(availability('root', graph, { ...values, [gone]: 0 }).value ?? -1, 10);
        expect(result.high).toBeCloseTo(availability('root', graph, { ...values, [gone]: 1 }).value ?? -1, 10);
        expect(lost).toBeDefined();
      }),
    );
  });
});

describe('vectors', () => {
  const of = (composition: Composition, values: Record<string, number>) => availability('s', { s: composition }, values).value;
  const pair = { p0: 0.98, p1: 0.98 };

  it('AV3 series 96.04 %, AV4 parallel 99.96 %, AV5 98.01 % and 99.99 %', () => {
    expect(of({ all: parts(2) }, pair)).toBeCloseTo(0.9604, 12);
    expect(of({ any: parts(2) }, pair)).toBeCloseTo(0.9996, 12);
    expect(of({ all: parts(2) }, { p0: 0.99, p1: 0.99 })).toBeCloseTo(0.9801, 12);
    expect(of({ any: parts(2) }, { p0: 0.99, p1: 0.99 })).toBeCloseTo(0.9999, 12);
  });

  it('AV6 eight parts in series 99.616 %', () => {
    const values = [0.9999, 0.9999, 0.9995, 0.999, 0.99995, 0.999, 0.9999, 0.999];
    expect(of({ all: parts(8) }, Object.fromEntries(values.map((value, i) => [`p${i}`, value])))).toBeCloseTo(0.9961558, 7);
  });

  it('AV11 k of n', () => {
    const majority = (k: number, n: number, p: number) =>
      of(
        { k, of: parts(n) },
        same(
          parts(n).map((each) => each.part),
          p,
        ),
      );
    expect(majority(2, 3, 0.9)).toBeCloseTo(0.972, 12);
    expect(majority(2, 3, 0.99)).toBeCloseTo(0.999702, 12);
    expect(majority(3, 5, 0.95)).toBeCloseTo(0.99884, 5);
  });

  it('AV13 the bridge, which is no tree: 0.97848', () => {
    const paths = [
      ['a', 'd'],
      ['b', 'e'],
      ['a', 'c', 'e'],
      ['b', 'c', 'd'],
    ];
    const bridge = { any: paths.map((path) => ({ all: path.map(part) })) };
    expect(of(bridge, same(['a', 'b', 'c', 'd', 'e'], 0.9))).toBeCloseTo(0.97848, 12);
    expect(naiveAvailability('s', { s: bridge }, same(['a', 'b', 'c', 'd', 'e'], 0.9))).not.toBeCloseTo(0.97848, 3);
  });

  it('counts a shared network once, where multiplying counts it twice', () => {
    const graph: Graph = { s: { all: [part('mail'), part('files')] }, mail: { all: [part('m'), part('net')] }, files: { all: [part('f'), part('net')] } };
    const values = { m: 0.99, f: 0.99, net: 0.95 };
    expect(availability('s', graph, values).value).toBeCloseTo(0.99 * 0.99 * 0.95, 12);
    expect(naiveAvailability('s', graph, values)).toBeCloseTo(0.99 * 0.99 * 0.95 * 0.95, 12);
    expect(bounds('s', graph, values).low).toBeCloseTo(0.88, 12);
    expect(bounds('s', graph, values).high).toBeCloseTo(0.95, 12);
  });
});

describe('size', () => {
  /** Pairs in series, every member of a pair on one of two shared power feeds. */
  const paired = (count: number): { graph: Graph; values: Record<string, number>; exact: number } => {
    const lanes = Array.from({ length: count }, (_, i) => ({ any: [{ all: [part(`x${i}`), part('feed1')] }, { all: [part(`y${i}`), part('feed2')] }] }));
    const names = lanes.flatMap((_, i) => [`x${i}`, `y${i}`]);
    const [both, one] = [1 - 0.01 * 0.01, 0.99];
    const exact = 0.999 * 0.999 * both ** count + 2 * 0.999 * 0.001 * one ** count;
    return { graph: { s: { all: lanes } }, values: { ...same(names, 0.99), feed1: 0.999, feed2: 0.999 }, exact };
  };

  it('is exact for 400 leaves that share two feeds, quickly', () => {
    const { graph, values, exact } = paired(200);
    const start = performance.now();
    expect(availability('s', graph, values).value).toBeCloseTo(exact, 12);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('is exact for a tree of any depth and 20,000 leaves in series', () => {
    const chain: Graph = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`n${i}`, { all: [part(`n${i + 1}`), part(`leaf${i}`)] }]));
    const values = same(['n20000', ...Array.from({ length: 20_000 }, (_, i) => `leaf${i}`)], 0.99999);
    expect(availability('n0', chain, values).value).toBeCloseTo(0.99999 ** 20_001, 10);
  });

  it('gives an interval around the truth, in bounded time, when everything hangs on everything', () => {
    const tangle = Array.from({ length: 60 }, (_, i) => ({ k: 3, of: [1, 7, 13, 22, 31, 44].map((step) => part(`p${(i * step + i * i) % 60}`)) }));
    const graph: Graph = { s: { k: 40, of: tangle } };
    const values = same(leaves('s', graph), 0.8);
    const start = performance.now();
    const result = availability('s', graph, values, 20_000);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(result).toMatchObject({ exact: false, value: null, unknown: [] });
    const names = leaves('s', graph);
    const worlds = fc.sample(fc.noBias(fc.array(fc.integer({ min: 1, max: 10 }), { minLength: names.length, maxLength: names.length })), {
      numRuns: 500,
      seed: 7,
    });
    const share = worlds.filter((world) => up('s', graph, (leaf) => (world[names.indexOf(leaf)] ?? 0) <= 8)).length / worlds.length;
    expect(result.low).toBeLessThanOrEqual(share + 0.05);
    expect(result.high).toBeGreaterThanOrEqual(share - 0.05);
  });

  it('has no opinion on a part that needs itself, and takes no value for one that is none', () => {
    const graph: Graph = { s: { all: [part('s'), part('x')] } };
    expect(availability('s', graph, { x: 0.9 })).toMatchObject({ value: null, low: 0, high: 1, exact: false });
    expect([naiveAvailability('s', graph, { x: 0.9 }), birnbaum('s', graph, { x: 0.9 }, 'x')]).toEqual([null, null]);
    expect(bounds('s', graph, { x: 0.9 })).toEqual({ low: 0, high: 1 });
    expect(availability('x', {}, { x: 99.9 })).toMatchObject({ value: null, unknown: ['x'] });
    expect(availability('constructor', {}, {})).toMatchObject({ value: null, unknown: ['constructor'] });
    expect(naiveAvailability('x', {}, {})).toBeNull();
  });
});

describe('importances', () => {
  it('are, for all leaves in one pass, what each is by itself', () => {
    fc.assert(
      fc.property(valued, ({ graph, values }) => {
        const found = importances('root', graph, values);
        for (const leaf of Object.keys(values)) expect(found?.get(leaf)).toBeCloseTo(birnbaum('root', graph, values, leaf) ?? Number.NaN, 10);
      }),
      { numRuns: 500 },
    );
  });

  it('are not told when a leaf has no value or the structure is too tangled', () => {
    expect(importances('root', { root: { all: parts(2) } }, { p0: 0.9 })).toBeNull();
    expect(importances('root', { root: { k: 2, of: parts(3) } }, same(['p0', 'p1', 'p2'], 0.9))?.get('p1')).toBeCloseTo(0.18, 12);
  });
});
