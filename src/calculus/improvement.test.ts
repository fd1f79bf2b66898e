// What a step on one part brings: by hand, and that the raise that is named is the least that is enough.
import { expect, it } from 'vitest';
import { availability } from './availability.ts';
import type { Graph } from './composition.ts';
import { improved, levers, redundancies, singlePoints } from './improvement.ts';

const graph: Graph = {
  workplace: { all: [{ part: 'network' }, { part: 'hosting' }] },
  network: { any: [{ part: 'line-a' }, { part: 'line-b' }], common_cause: 100_000 },
};
const values = { 'line-a': 0.98, 'line-b': 0.98, hosting: 0.99 };

it('a second one beside a part: 98 % twice is 99.96 % (AV4), and the whole follows', () => {
  const single = { graph: { s: { all: [{ part: 'a' }] } } as Graph, values: { a: 0.98 } };
  const found = improved('s', single, { part: 'a', kind: 'double' });
  expect(found.before).toBeCloseTo(0.98, 12);
  expect(found.after).toBeCloseTo(0.9996, 12);
});

it('a composed part is doubled as a whole, and a raised one counts with what it is raised to', () => {
  const pair = { graph: { s: { all: [{ part: 'n' }] }, n: { all: [{ part: 'a' }, { part: 'b' }] } } as Graph, values: { a: 0.9, b: 0.9 } };
  expect(improved('s', pair, { part: 'n', kind: 'double' }).after).toBeCloseTo(1 - 0.19 ** 2, 12);
  expect(improved('s', pair, { part: 'n', kind: 'improve', to: 0.999 }).after).toBeCloseTo(0.999, 12);
});

it('what is unknown stays unknown', () => {
  expect(improved('s', { graph: { s: { all: [{ part: 'a' }] } }, values: {} }, { part: 'a', kind: 'double' })).toEqual({ before: null, after: null });
});

it('names for each part the least raise that reaches the target alone, the smallest first', () => {
  const target = 0.992;
  const [first, ...others] = levers('workplace', { graph, values }, target);
  expect(first?.part).toBe('hosting');
  const to = first?.to ?? 0;
  expect(availability('workplace', graph, { ...values, hosting: to }).low).toBeGreaterThanOrEqual(target - 1e-9);
  expect(availability('workplace', graph, { ...values, hosting: to - 1e-6 }).low).toBeLessThan(target);
  expect(others.map((each) => each.to)).toEqual([null, null]);
  expect(first?.alone).toBe(true);
  expect(others.every((each) => !each.alone)).toBe(true);
});

it('finds single points of failure and what redundancy there is with its common cause', () => {
  expect(singlePoints('workplace', graph)).toEqual(['hosting']);
  expect(redundancies('workplace', graph)).toEqual([{ within: 'network', members: ['line-a', 'line-b'], need: 1, common_cause: 100_000 }]);
});
