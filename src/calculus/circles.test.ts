// Circles of a directed graph: what lies on one and what only leads to one.
import { expect, test } from 'vitest';
import { circling } from './circles.ts';

const named = (edges: readonly (readonly [string, string])[]): string[] => [...circling(edges)].map((at) => edges[at]?.join('') ?? '').sort();

test('finds the steps of every circle and no others', () => {
  expect(
    named([
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['c', 'd'],
      ['d', 'e'],
      ['e', 'd'],
      ['x', 'a'],
      ['e', 'z'],
    ]),
  ).toEqual(['ab', 'bc', 'ca', 'de', 'ed']);
  expect(
    named([
      ['a', 'b'],
      ['a', 'c'],
      ['b', 'd'],
      ['c', 'd'],
    ]),
  ).toEqual([]);
  expect(
    named([
      ['a', 'a'],
      ['a', 'b'],
    ]),
  ).toEqual(['aa']);
});

test('goes as deep as the graph without a deep stack', () => {
  const chain = Array.from({ length: 50_000 }, (_, at) => [`n${at}`, `n${at + 1}`] as const);
  expect(circling(chain).size).toBe(0);
  expect(circling([...chain, ['n50000', 'n0']]).size).toBe(50_001);
});
