// Recovery along a composition: by hand, and against trying every way in which the parts can come back.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Composition, Graph } from './composition.ts';
import { lostAtMost, type Recovering, timeBack, withoutPlan } from './recovery.ts';

const graph: Graph = {
  workplace: { all: [{ part: 'network' }, { part: 'hosting' }, { part: 'identity' }] },
  network: { any: [{ part: 'line-a' }, { part: 'line-b' }] },
};
const planned = { 'line-a': { rto: 240, rpo: 0 }, 'line-b': { rto: 120, rpo: 0 }, hosting: { rto: 480, rpo: 60 }, identity: { rto: 60, rpo: 15 } };
const base: Recovering = { graph, planned, own: { workplace: 30 }, sequential: new Set() };

it('side by side the slowest part that is needed decides, and own steps come after it', () => {
  expect(timeBack('workplace', base)).toEqual({
    minutes: 510,
    unknown: [],
    path: [
      { part: 'hosting', minutes: 480, own: false },
      { part: 'workplace', minutes: 30, own: true },
    ],
    slowest: 'hosting',
  });
});

it('one after another they add up, and of two lines the quicker one is enough', () => {
  const found = timeBack('workplace', { ...base, sequential: new Set(['workplace']) });
  expect(found.minutes).toBe(120 + 480 + 60 + 30);
  expect(found.path.map((each) => each.part)).toEqual(['line-b', 'hosting', 'identity', 'workplace']);
});

it('a plan of a part stands for everything beneath it', () => {
  expect(timeBack('workplace', { ...base, planned: { ...planned, network: { rto: 600, rpo: 0 } } }).minutes).toBe(630);
});

it('a part without a plan makes it unknown when it is needed, and not when another is enough', () => {
  const { hosting: _, ...rest } = planned;
  expect(timeBack('workplace', { ...base, planned: rest })).toMatchObject({ minutes: 150, unknown: ['hosting'] });
  const { 'line-a': __, ...line } = planned;
  expect(timeBack('workplace', { ...base, planned: line })).toMatchObject({ minutes: 510, unknown: [] });
  expect(withoutPlan('workplace', { graph, planned: rest })).toEqual(['hosting']);
});

it('as much is lost as the worst needed part loses', () => {
  expect(lostAtMost('workplace', base)).toEqual({ minutes: 60, part: 'hosting', unknown: [] });
});

describe('the critical path, whatever the composition', () => {
  const names = ['a', 'b', 'c', 'd', 'e'];
  const leaf = fc.constantFrom(...names).map((part): Composition => ({ part }));
  const { tree } = fc.letrec<{ tree: Composition }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Composition => ({ all })),
      fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Composition => ({ any })),
      fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((of): Composition => ({ k: 2, of })),
    ),
  }));
  const times = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 5, maxLength: 5 });
  const given = (tree: Composition, minutes: number[], more: Partial<Recovering> = {}): Recovering => ({
    graph: { root: tree },
    planned: Object.fromEntries(names.map((each, at) => [each, { rto: minutes[at] ?? 0, rpo: minutes[at] ?? 0 }])),
    own: {},
    sequential: new Set(),
    ...more,
  });
  /** Up when all that are back by then make it up: the definition itself. */
  const isUp = (tree: Composition, back: (part: string) => boolean): boolean => {
    if ('part' in tree) return back(tree.part);
    const list = 'all' in tree ? tree.all : 'any' in tree ? tree.any : tree.of;
    return list.filter((each) => isUp(each, back)).length >= ('all' in tree ? list.length : 'any' in tree ? 1 : tree.k);
  };

  it('is the first instant at which the parts that are back make the service up', () => {
    fc.assert(
      fc.property(tree, times, (composition, minutes) => {
        const { minutes: found } = timeBack('root', given(composition, minutes));
        const back = (at: number) => (part: string) => (minutes[names.indexOf(part)] ?? 0) <= at;
        expect(isUp(composition, back(found))).toBe(true);
        if (found > 0) expect(isUp(composition, back(found - 1))).toBe(false);
        expect(lostAtMost('root', given(composition, minutes)).minutes).toBe(found);
      }),
      { numRuns: 400 },
    );
  });

  it('never gets shorter when a part gets slower, one after another is never quicker, and own steps are added', () => {
    fc.assert(
      fc.property(tree, times, fc.nat(4), (composition, minutes, at) => {
        const quick = timeBack('root', given(composition, minutes)).minutes;
        const slower = minutes.map((each, i) => (i === at ? each + 100 : each));
        expect(timeBack('root', given(composition, slower)).minutes).toBeGreaterThanOrEqual(quick);
        expect(timeBack('root', given(composition, minutes, { sequential: new Set(['root']) })).minutes).toBeGreaterThanOrEqual(quick);
        expect(timeBack('root', given(composition, minutes, { own: { root: 7 } })).minutes).toBe(quick + 7);
      }),
      { numRuns: 300 },
    );
  });
});
