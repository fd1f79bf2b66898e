// The arrow keys reach what the eye sees next, and every block can be reached.
import { expect, test } from 'vitest';
import { type Box, curve, nearest } from './house-layout.ts';

const box = (x: number, y: number): Box => ({ x, y, width: 100, height: 40 });
const boxes = new Map([
  ['customers', box(-150, 60)],
  ['strategy', box(0, 0)],
  ['finance', box(120, 0)],
  ['problem', box(0, 60)],
  ['supplier', box(120, 60)],
  ['incident', box(60, 120)],
]);

test('an arrow key goes to the block that lies there', () => {
  expect(nearest('strategy', 'ArrowRight', boxes)).toBe('finance');
  expect(nearest('strategy', 'ArrowDown', boxes)).toBe('problem');
  expect(nearest('incident', 'ArrowUp', boxes)).toMatch(/problem|supplier/);
  expect(nearest('problem', 'ArrowLeft', boxes)).toBeNull();
  expect(nearest('problem', 'x', boxes)).toBeNull();
});

test('every block can be reached from every other', () => {
  const blocks = [...boxes.keys()].filter((each) => each !== 'customers');
  for (const start of blocks) {
    const seen = new Set([start]);
    for (const at of seen) for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) seen.add(nearest(at, key, boxes) ?? at);
    expect([...seen].sort()).toEqual(blocks.toSorted());
  }
});

test('a line begins and ends at the edges', () => {
  expect(curve(box(0, 0), box(0, 100))).toBe('M50 40 C50 70, 50 70, 50 100');
  expect(curve(box(200, 0), box(0, 0))).toBe('M200 20 C150 20, 150 20, 100 20');
});
