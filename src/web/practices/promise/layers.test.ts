// Where the boxes of a chain stand: none twice, none over another, the promise on top, and one line to each column it rests on.
import { expect, it } from 'vitest';
import type { ChainNode } from '../../../practices/promise/link.record.ts';
import { box, layOut } from './layers.ts';

const node = (id: string, service: string, layer: number, weakest = false): ChainNode => ({
  id,
  promise: id,
  name: id,
  service,
  provider: null,
  customer: null,
  metric: 'restore',
  said: null,
  ok: true,
  slack: null,
  unit: 'minutes',
  weakest,
  layer,
});
const nodes = [node('A', 's', 0), node('B', 't', 1), node('C', 't', 1, true), node('D', 'u', 1), node('E', 'v', 2)];
const edges = ['B', 'C', 'D'].map((to) => ({ from: 'A', to })).concat({ from: 'C', to: 'E' }, { from: 'D', to: 'E' });

it('lays out each promise once, by layer, and two on one service in one column', () => {
  const { boxes, lines, width, height } = layOut(nodes, edges, 780);
  const at = Object.fromEntries(boxes.map((each) => [each.node.id, each]));
  expect(boxes).toHaveLength(nodes.length);
  expect(at.B?.x).toBe(at.C?.x);
  expect(at.A?.y).toBe(0);
  for (const [above, beneath] of [
    ['A', 'B'],
    ['B', 'C'],
    ['C', 'E'],
    ['D', 'E'],
  ] as const)
    expect((at[above]?.y ?? 0) + box.height).toBeLessThanOrEqual(at[beneath]?.y ?? 0);
  for (const one of boxes)
    for (const other of boxes) if (one !== other) expect(Math.abs(one.x - other.x) >= box.width || Math.abs(one.y - other.y) >= box.height).toBe(true);
  expect(Math.max(...boxes.map((each) => each.x + box.width))).toBeLessThanOrEqual(width);
  expect(Math.max(...boxes.map((each) => each.y + box.height))).toBe(height);
  // A to the columns t and u, C and D to v; the line to the weakest is marked although another box stands above it.
  expect(lines.map((each) => [each.key.split(' ')[0], each.weakest])).toEqual([
    ['A', true],
    ['A', false],
    ['C', false],
    ['D', false],
  ]);
});
