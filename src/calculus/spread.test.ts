// How outages spread, against asking every node again until nothing changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composition } from './composition.ts';
import { dependenceOf, type Effect, spread } from './spread.ts';

const nodes = Array.from({ length: 8 }, (_, i) => `N-${i}`);
const part = fc.constantFrom(...nodes).map((each): Composition => ({ part: each }));
const several = fc.array(part, { minLength: 1, maxLength: 4 });
const expression = fc.oneof(
  several.map((all): Composition => ({ all })),
  several.map((any): Composition => ({ any })),
  several.chain((of) => fc.integer({ min: 1, max: of.length }).map((k): Composition => ({ k, of }))),
  fc.tuple(part, several).map(([one, any]): Composition => ({ all: [one, { any }] })),
);
const graphs = fc.uniqueArray(fc.tuple(fc.constantFrom(...nodes), expression), { selector: ([node]) => node });

/** Down when it cannot be up even if all that is not known to be down is; weakened when anything in it is hit. */
function slowly(needs: ReadonlyMap<string, Composition>, roots: readonly string[]): Map<string, Effect> {
  const hit = new Map<string, Effect>(roots.map((each) => [each, 'down']));
  const up = (c: Composition): boolean => {
    if ('part' in c) return hit.get(c.part) !== 'down';
    if ('all' in c) return c.all.every(up);
    return 'any' in c ? c.any.some(up) : c.of.filter(up).length >= c.k;
  };
  const parts = (c: Composition): string[] => ('part' in c ? [c.part] : ('all' in c ? c.all : 'any' in c ? c.any : c.of).flatMap(parts));
  for (let round = 0; round < 40; round += 1)
    for (const [node, c] of needs)
      if (!roots.includes(node)) {
        if (!up(c)) hit.set(node, 'down');
        else if (parts(c).some((each) => hit.has(each))) hit.set(node, 'degraded');
      }
  return hit;
}

describe('spreading', () => {
  it('hits what the slow way hits, as hard, also round in circles', () => {
    fc.assert(
      fc.property(graphs, fc.subarray(nodes, { maxLength: 3 }), (pairs, down) => {
        const needs = new Map(pairs);
        expect(Object.fromEntries(spread(dependenceOf(needs), { down }))).toEqual(Object.fromEntries(slowly(needs, down)));
      }),
      { numRuns: 500 },
    );
  });

  it('only weakens what stands on something weakened, and what has another to stand on', () => {
    const dependence = dependenceOf(
      new Map<string, Composition>([
        ['vpn', { any: [{ part: 'line-1' }, { part: 'line-2' }] }],
        ['mail', { all: [{ part: 'vpn' }, { part: 'server' }] }],
      ]),
    );
    expect(Object.fromEntries(spread(dependence, { down: ['line-1'] }))).toEqual({ 'line-1': 'down', vpn: 'degraded', mail: 'degraded' });
    expect(spread(dependence, { down: ['line-1', 'line-2'] }).get('mail')).toBe('down');
    expect(spread(dependence, { down: [], degraded: ['server'] }).get('mail')).toBe('degraded');
  });
});
