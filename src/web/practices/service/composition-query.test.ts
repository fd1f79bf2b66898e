// The tree that the map draws from parts and gates.
import { expect, it } from 'vitest';
import { flat, type Part, walk } from './composition-query.ts';

const part = (id: string, composition: Part['composition'] = null): Part => ({
  id,
  name: id,
  code: null,
  owner: null,
  lifecycle: 'live',
  state: 'up',
  shared_by: [],
  composition,
  incidents: [],
});

it('hangs the parts of a joint service directly, and gates in between', () => {
  const nodes = [part('S', { all: [{ part: 'A' }, { any: [{ part: 'B' }, { part: 'C' }] }] }), part('A'), part('B'), part('C')];
  const root = walk(nodes, 'S');
  const drawn = root ? flat(root).map((place) => `${place.depth}${place.part?.id ?? place.gate?.kind}`) : [];
  expect(drawn).toEqual(['0S', '1A', '1any', '2B', '2C']);
});

it('draws a shared part wherever it is needed, under different paths', () => {
  const nodes = [part('S', { all: [{ part: 'A' }, { part: 'X' }, { part: 'X' }] }), part('A', { all: [{ part: 'X' }] }), part('X')];
  const root = walk(nodes, 'S');
  const paths = (root ? flat(root) : []).filter((place) => place.part?.id === 'X').map((place) => place.path);
  expect([paths.length, new Set(paths).size]).toEqual([3, 3]);
});

it('stops where a service would be drawn beneath itself for ever', () => {
  const nodes = [part('S', { all: [{ part: 'T' }] }), part('T', { all: [{ part: 'S' }] })];
  const root = walk(nodes, 'S');
  expect(root ? flat(root).length : 0).toBeLessThan(20);
});
