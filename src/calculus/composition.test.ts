// Laws of compositions: evaluation against plain recursion, cycles named, impact, and depth without a stack.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyGraph, isUpByRecursion } from '../../test/compositions.ts';
import { type Composition, compositionFault, cycle, effect, type Graph, impactOf, leaves, partsIn, plan, up } from './composition.ts';

const states = fc.func(fc.boolean());

describe('laws', () => {
  it('is up exactly when plain recursion says so', () => {
    fc.assert(
      fc.property(anyGraph, states, (graph, isUp) => {
        expect(up('root', graph, isUp)).toBe(isUpByRecursion({ part: 'root' }, graph, isUp));
      }),
      { numRuns: 1000 },
    );
  });

  it('has every part once in its plan, children first', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { steps, cyclic } = plan('root', graph);
        const named = steps.flatMap((step) => step.part ?? []);
        expect(new Set(named).size).toBe(named.length);
        expect(steps.at(-1)?.part).toBe('root');
        for (const [i, step] of steps.entries()) for (const child of step.of ?? []) expect(child).toBeLessThan(i);
        expect(cyclic).toBe(false);
        expect(cycle(graph)).toBeNull();
      }),
    );
  });

  it('is down in effect exactly when it is not up, degraded only when something beneath is not wholly up', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(anyGraph, states, states, (graph, isUp, isWhole) => {
        const all = leaves('root', graph);
        const down = new Set(all.filter((leaf) => !isUp(leaf)));
        const degraded = new Set(all.filter((leaf) => !isWhole(leaf)));
        const result = effect('root', graph, down, degraded);
        seen.add(result);
        expect(result === 'down').toBe(!up('root', graph, isUp));
        if (result !== 'down') expect(result === 'degraded').toBe(down.size + degraded.size > 0);
        expect(effect('root', graph, new Set())).toBe('up');
      }),
      { numRuns: 1000 },
    );
    expect([...seen].sort()).toEqual(['degraded', 'down', 'up']);
  });

  it('counts in the impact of a part exactly those it can be reached from', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        for (const part of ['a', 'part3', 'constructor']) {
          const hit = Object.keys(graph).filter((name) => name !== part && plan(name, graph).steps.some((step) => step.part === part));
          expect(impactOf(part, graph).sort()).toEqual(hit.sort());
        }
      }),
    );
  });

  it('finds a cycle exactly when there is one, and its path is real', () => {
    let found = 0;
    fc.assert(
      fc.property(anyGraph, fc.constantFrom('part4', 'part5', 'part6'), fc.constantFrom('root', 'part1', 'part6'), (graph, from, to) => {
        const tied: Graph = { ...graph, [from]: { all: [{ part: to }, graph[from] ?? { part: 'a' }] } };
        const path = cycle(tied);
        expect(path === null).toBe(!(from === to || impactOf(from, graph).includes(to)));
        if (path === null) return;
        found++;
        expect(path.length).toBeGreaterThan(1);
        expect(path[0]).toBe(path.at(-1));
        for (const [i, part] of path.slice(1).entries()) expect(partsIn(tied[path[i] ?? ''])).toContain(part);
      }),
    );
    expect(found).toBeGreaterThan(10);
  });
});

describe('effects', () => {
  const web: Graph = {
    shop: { all: [{ any: [{ part: 'web1' }, { part: 'web2' }] }, { part: 'store' }] },
    store: { k: 2, of: [{ part: 'd1' }, { part: 'd2' }, { part: 'd3' }] },
  };
  const of = (down: string[], degraded: string[] = []) => effect('shop', web, new Set(down), new Set(degraded));

  it('is degraded when redundancy is lost and down when it was the last', () => {
    expect([of([]), of(['web1']), of(['web1', 'web2']), of(['d3']), of(['d3', 'd1']), of(['elsewhere'])]).toEqual([
      'up',
      'degraded',
      'down',
      'degraded',
      'down',
      'up',
    ]);
  });

  it('takes a composed part that is itself down or degraded for what it is', () => {
    expect([of(['store']), of([], ['store']), of([], ['web2']), of(['shop']), of([], ['shop'])]).toEqual(['down', 'degraded', 'degraded', 'down', 'degraded']);
  });
});

describe('shape', () => {
  it('names leaves in the order they are met', () => {
    expect(leaves('s', { s: { any: [{ part: 'x' }, { all: [{ part: 't' }, { part: 'x' }] }] }, t: { part: 'y' } })).toEqual(['x', 'y']);
    expect(leaves('alone', {})).toEqual(['alone']);
  });

  it('names the path of a cycle', () => {
    expect(cycle({ a: { part: 'b' }, b: { all: [{ part: 'x' }, { part: 'c' }] }, c: { part: 'b' } })).toEqual(['b', 'c', 'b']);
    expect(cycle({ a: { any: [{ part: 'a' }] } })).toEqual(['a', 'a']);
    expect(up('a', { a: { any: [{ part: 'a' }, { part: 'x' }] } }, () => true)).toBe(true);
    expect(up('a', { a: { all: [{ part: 'a' }] } }, () => true)).toBe(false);
  });

  it('knows no parts that only the language has', () => {
    expect(leaves('s', { s: { all: [{ part: 'constructor' }, { part: '__proto__' }] } })).toEqual(['constructor', '__proto__']);
  });

  it('finds impact and cycles over 100,000 edges, and up through 50,000 levels', () => {
    const chain: Graph = Object.fromEntries(Array.from({ length: 50_000 }, (_, i) => [`n${i}`, { all: [{ part: `n${i + 1}` }, { part: 'power' }] }]));
    const start = performance.now();
    expect(impactOf('n50000', chain)).toHaveLength(50_000);
    expect(impactOf('power', chain)).toHaveLength(50_000);
    expect(cycle(chain)).toBeNull();
    expect(cycle({ ...chain, n50000: { part: 'n0' } })).toHaveLength(50_002);
    expect(up('n0', chain, (leaf) => leaf !== 'power')).toBe(false);
    expect(effect('n0', chain, new Set(), new Set(['power']))).toBe('degraded');
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('faults', () => {
  const deep = Array.from({ length: 30 }).reduce<Composition>((inner) => ({ all: [inner] }), { part: 'x' });

  it.each([
    [{ part: 'x' }, null],
    [{ k: 1, of: [{ any: [{ part: 'x' }] }] }, null],
    ['x', 'composition: must be'],
    [{}, 'composition: must be'],
    [{ all: [] }, 'composition: must be'],
    [{ part: '' }, 'composition.part:'],
    [{ all: [{ part: 'x' }, 7] }, 'composition.all[1]: must be'],
    [{ k: 3, of: [{ part: 'x' }, { part: 'y' }] }, 'composition.k: must be a whole number from 1 to 2'],
    [{ any: [{ k: 0, of: [{ part: 'x' }] }] }, 'composition.any[0].k:'],
    [{ k: 1.5, of: [{ part: 'x' }, { part: 'y' }] }, 'composition.k:'],
    [deep, 'composition.all[0]'],
  ])('says where and what: %j', (value, expected) => {
    const fault = compositionFault(value);
    if (expected === null) expect(fault).toBeNull();
    else expect(fault).toContain(expected);
  });
});
