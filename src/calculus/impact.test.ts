// What failures reach: against `effect` of compositions on any graph, and by hand for groups, circles and the way the harm came.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyGraph } from '../../test/compositions.ts';
import { type Composition, effect, type Graph, partsIn } from './composition.ts';
import { type Dependence, harmFrom, sparesIn, standing } from './impact.ts';

const on = (dependent: string, kind: string, supporter: string, redundancy: string | null = null, need: number | null = null): Dependence => ({
  dependent,
  supporter,
  kind,
  redundancy,
  need,
});
const told = (graph: Graph, down: string[], degraded: string[] = []) =>
  Object.fromEntries([...harmFrom(graph, { down, degraded })].map(([part, { effect: left }]) => [part, left]));

const eight = Array.from({ length: 8 }, (_, n) => `N-${n}`);
const part = fc.constantFrom(...eight).map((each): Composition => ({ part: each }));
const several = fc.array(part, { minLength: 1, maxLength: 4 });
const expression = fc.oneof(
  several.map((all): Composition => ({ all })),
  several.map((any): Composition => ({ any })),
  several.chain((of) => fc.integer({ min: 1, max: of.length }).map((k): Composition => ({ k, of }))),
  fc.tuple(part, several).map(([one, any]): Composition => ({ all: [one, { any }] })),
);
const inCircles = fc.uniqueArray(fc.tuple(fc.constantFrom(...eight), expression), { selector: ([node]) => node });

/** Asks every node again until nothing changes: down when it cannot be up, degraded when anything in it is hit. */
function slowly(graph: Graph, roots: readonly string[]): Record<string, string> {
  const hit: Record<string, string> = Object.fromEntries(roots.map((each) => [each, 'down']));
  const up = (c: Composition): boolean => {
    if ('part' in c) return hit[c.part] !== 'down';
    if ('all' in c) return c.all.every(up);
    return 'any' in c ? c.any.some(up) : c.of.filter(up).length >= c.k;
  };
  for (let round = 0; round < 40; round += 1)
    for (const [node, c] of Object.entries(graph)) {
      if (!c || roots.includes(node)) continue;
      if (!up(c)) hit[node] = 'down';
      else if (partsIn(c).some((each) => hit[each])) hit[node] = 'degraded';
    }
  return hit;
}

describe('harm', () => {
  it('is what asking again until nothing changes finds, also round in circles', () => {
    fc.assert(
      fc.property(inCircles, fc.subarray(eight, { maxLength: 3 }), (pairs, down) => {
        const graph = Object.fromEntries(pairs);
        expect(told(graph, down)).toEqual(slowly(graph, down));
      }),
      { numRuns: 500 },
    );
  });

  it('is what `effect` says of every part of any graph, whatever fails or is degraded at once', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'constructor', 'part2', 'part5', 'root'];
    const some = fc.subarray(names, { maxLength: 5 });
    fc.assert(
      fc.property(anyGraph, some, some, (graph, down, degraded) => {
        const found = harmFrom(graph, { down, degraded });
        for (const part of new Set([...Object.keys(graph), ...names]))
          expect(found.get(part)?.effect ?? 'up').toBe(effect(part, graph, new Set(down), new Set(degraded)));
      }),
      { numRuns: 2_000 },
    );
  });

  it('counts redundancy: one of two lost is degraded, both lost is down', () => {
    const graph = standing([on('rack', 'any_of', 'feed-a', 'power'), on('rack', 'any_of', 'feed-b', 'power'), on('host', 'contains', 'rack')]);
    expect(told(graph, ['feed-a'])).toEqual({ 'feed-a': 'down', rack: 'degraded', host: 'degraded' });
    expect(told(graph, ['feed-a', 'feed-b'])).toEqual({ 'feed-a': 'down', 'feed-b': 'down', rack: 'down', host: 'down' });
  });

  it('counts so many of a group, each group by itself, and at most all of it', () => {
    const three = ['n1', 'n2', 'n3'].map((each) => on('cluster', 'k_of_n', each, 'nodes', 2));
    const graph = standing([...three, on('cluster', 'any_of', 'net-a', 'net'), on('cluster', 'any_of', 'net-b', 'net')]);
    expect(told(graph, ['n1'])['cluster']).toBe('degraded');
    expect(told(graph, ['n1', 'n2'])['cluster']).toBe('down');
    expect(told(graph, ['n1', 'net-a'])['cluster']).toBe('degraded');
    expect(told(standing([on('x', 'k_of_n', 'y', 'g', 9)]), ['y'])['x']).toBe('down');
    expect(told(standing([on('x', 'k_of_n', 'y', 'g', 9)]), [])).toEqual({});
  });

  it('adds relations to what a service is composed of', () => {
    const graph = standing([on('SVC-1', 'needs', 'CI-1')], { 'SVC-1': { any: [{ part: 'SVC-2' }, { part: 'SVC-3' }] } });
    expect(told(graph, ['SVC-2'])['SVC-1']).toBe('degraded');
    expect(told(graph, ['CI-1'])['SVC-1']).toBe('down');
  });

  it('lets a circle stand until something in it fails', () => {
    const graph = standing([
      on('a', 'needs', 'b'),
      on('b', 'needs', 'a'),
      on('b', 'needs', 'c'),
      on('d', 'needs', 'd'),
      on('d', 'any_of', 'c'),
      on('d', 'any_of', 'e'),
    ]);
    expect(told(graph, [])).toEqual({});
    expect(told(graph, ['c'])).toEqual({ c: 'down', b: 'down', a: 'down', d: 'degraded' });
  });

  it('says how far off and by which part, the one that hurts most', () => {
    const graph = standing([on('top', 'needs', 'mid'), on('top', 'any_of', 'x'), on('top', 'any_of', 'spare'), on('mid', 'needs', 'y')]);
    const found = harmFrom(graph, { down: ['x', 'y'] });
    expect(found.get('top')).toEqual({ effect: 'down', hops: 1, via: 'mid' });
    expect(found.get('mid')).toEqual({ effect: 'down', hops: 1, via: 'y' });
    expect(found.get('y')).toEqual({ effect: 'down', hops: 0, via: null });
  });

  it('tells what redundancy is left, the least first', () => {
    const nodes = ['n1', 'n2', 'n3', 'n4'].map((each) => on('cluster', 'k_of_n', each, 'nodes', 2));
    const graph = standing([...nodes, on('rack', 'any_of', 'feed-a'), on('rack', 'any_of', 'feed-b'), on('calm', 'any_of', 'x'), on('calm', 'any_of', 'y')]);
    const told = sparesIn(graph, harmFrom(graph, { down: ['n1', 'feed-a'], degraded: ['x'] }));
    expect(told).toEqual([
      { part: 'rack', need: 1, of: 2, left: 1, lost: ['feed-a'], members: ['feed-a', 'feed-b'] },
      { part: 'cluster', need: 2, of: 4, left: 3, lost: ['n1'], members: ['n1', 'n2', 'n3', 'n4'] },
    ]);
  });
});
