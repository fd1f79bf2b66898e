// How much of a map is drawn: groups where there is a crowd, what was opened stays open, and never more than there is room for.
import { describe, expect, it } from 'vitest';
import { type Found, grouped } from './map.ts';

const node = (id: string, change: Partial<Found> = {}): Found => ({
  id,
  layer: 'item',
  name: id,
  type: 'Server',
  owner: null,
  lifecycle: 'live',
  state: 'up',
  incidents: [],
  customers: 0,
  beside: 'CI-0',
  above: true,
  ...change,
});
const root = node('CI-0', { beside: null });
const servers = (count: number, from = 1): Found[] => Array.from({ length: count }, (_, n) => node(`CI-${from + n}`));
const drawn = (nodes: Found[], expand: string[] = [], most = 200) =>
  grouped({ nodes, edges: nodes.slice(1).map((each) => ({ from: each.id, to: 'CI-0', gate: 'all' })), expand: new Set(expand), most });

describe('a map', () => {
  it('draws a few one by one, and a crowd of a kind as a group with the worst state and one edge', () => {
    expect(drawn([root, ...servers(11)]).groups).toEqual([]);
    const { nodes, groups, edges } = drawn([root, ...servers(33), node('CI-99', { state: 'degraded' })]);
    expect(nodes.map((each) => each.id)).toEqual(['CI-0']);
    expect(groups).toEqual([{ id: 'CI-0~above~item~Server', layer: 'item', type: 'Server', count: 34, state: 'degraded' }]);
    expect(edges).toEqual([{ from: 'CI-0~above~item~Server', to: 'CI-0', gate: 'all' }]);
  });

  it('keeps kinds, and both sides of a node, apart', () => {
    const mixed = [
      root,
      ...servers(12),
      ...servers(12, 20).map((each) => ({ ...each, type: 'Rack' })),
      ...servers(12, 40).map((each) => ({ ...each, above: false })),
    ];
    expect(drawn(mixed).groups.map((each) => each.count)).toEqual([12, 12, 12]);
  });

  it('opens a group when asked, the worst first, and keeps together what there is no room for', () => {
    const id = 'CI-0~above~item~Server';
    expect(drawn([root, ...servers(34)], [id]).nodes).toHaveLength(35);
    const many = [root, ...servers(900), node('CI-999', { state: 'down' })];
    const opened = drawn(many, [id]);
    expect(opened.nodes).toHaveLength(101);
    expect(opened.nodes.map((each) => each.id)).toContain('CI-999');
    expect(opened.groups).toMatchObject([{ id, count: 801 }]);
  });

  it('never groups what was expanded, groups smaller crowds on a full map, and never draws more than the most', () => {
    expect(drawn([root, ...servers(30)], ['CI-7']).nodes.map((each) => each.id)).toEqual(['CI-0', 'CI-7']);
    const few = Array.from({ length: 60 }, (_, n) => servers(5, 1 + n * 5).map((each) => ({ ...each, beside: `SVC-${n}` }))).flat();
    const full = drawn([root, ...few]);
    expect(full.nodes.length + full.groups.length).toBeLessThanOrEqual(200);
    expect(full.groups.length).toBe(60);
    const odd = Array.from({ length: 500 }, (_, n) => node(`CI-${n + 1}`, { type: `T${n}` }));
    expect(drawn([root, ...odd]).nodes).toHaveLength(200);
  });
});
