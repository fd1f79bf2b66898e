// The ladder's arithmetic: the highest stage evidenced, never lower for more evidence, the cheapest step first; and data that is wrong is named.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Asking, Finding, Ladder } from './growth.record.ts';
import { readLadder } from './ladder.ts';
import { gateAnswer, standingOf } from './stage.ts';

const say = { en: 'x', nl: 'x', de: 'x' };
const asking = (gate: string, needs = 1): Asking => ({ gate, needs, within_days: 92 });
const stage = (code: string, gates: readonly Asking[]) => ({ code, name: say, contracted: say, accountable: say, levels: ['operational'] as const, gates });
const ladder: Ladder = {
  provenance: 'own',
  note: say,
  stages: [
    stage('zero', []),
    stage('one', [asking('promised'), asking('clock_data', 3)]),
    stage('two', [asking('composed', 2)]),
    stage('three', [asking('priced')]),
  ],
};
const found = (count: number, lacks: readonly string[] = []): Finding => ({ found: count, ids: [], lacks });
const names = ladder.stages.flatMap((each) => each.gates.map(({ gate }) => gate));

it('is the highest stage with all gates of it and below, not one that was jumped to', () => {
  const at = (findings: Record<string, Finding>): number => standingOf(ladder, new Map(Object.entries(findings))).stage;
  expect(at({})).toBe(0);
  expect(at({ promised: found(1), clock_data: found(2) })).toBe(0);
  expect(at({ promised: found(1), clock_data: found(3) })).toBe(1);
  expect(at({ composed: found(9), priced: found(1) })).toBe(0);
  expect(at({ promised: found(1), clock_data: found(3), composed: found(2), priced: found(1, ['SVC-4']) })).toBe(2);
  expect(standingOf(ladder, new Map(names.map((name) => [name, found(3)])))).toMatchObject({ stage: 3, next: null });
});

it('names what is missing on the way to the next stage, the fewest first', () => {
  const { next } = standingOf(
    ladder,
    new Map([
      ['promised', found(0)],
      ['clock_data', found(0, ['X-1'])],
    ]),
  );
  expect(next).toMatchObject({
    stage: 1,
    distance: 5,
    steps: [
      { gate: 'promised', missing: 1 },
      { gate: 'clock_data', missing: 4, lacks: ['X-1'] },
    ],
  });
  expect(gateAnswer(asking('promised'), found(7))).toMatchObject({ met: true, missing: 0 });
});

it('never falls when evidence is added, and its distance never grows on the same stage', () => {
  const finding = fc.record({ found: fc.nat(4), ids: fc.constant([]), lacks: fc.subarray(['A-1', 'A-2', 'A-3']) });
  const findings = fc.tuple(...names.map(() => finding));
  fc.assert(
    fc.property(findings, fc.constantFrom(...names), fc.boolean(), (all, more, mends) => {
      const before = new Map(names.map((name, i) => [name, all[i] as Finding]));
      const old = before.get(more) as Finding;
      const after = new Map([...before, [more, mends ? { ...old, lacks: old.lacks.slice(1) } : { ...old, found: old.found + 1 }]]);
      const [was, is] = [standingOf(ladder, before), standingOf(ladder, after)];
      expect(is.stage).toBeGreaterThanOrEqual(was.stage);
      if (is.stage === was.stage && is.next && was.next) expect(is.next.distance).toBeLessThanOrEqual(was.next.distance);
    }),
  );
});

it('names every fault of a ladder with its place', () => {
  const wrong = {
    provenance: 'gospel',
    note: say,
    stages: [
      { code: 'a', name: say, contracted: say, accountable: say, levels: ['operational'], gates: [{ gate: 'promised' }] },
      {
        code: 'a',
        name: { en: 'x' },
        contracted: say,
        accountable: say,
        levels: ['upper'],
        gates: [
          { gate: 'no_such', needs: 0 },
          { gate: 'promised', why: 1 },
        ],
      },
    ],
  };
  const { faults } = readLadder(wrong);
  expect(faults?.map((each) => each.path.join('.')).sort()).toEqual(
    [
      'provenance',
      'stages.0.gates',
      'stages.1.code',
      'stages.1.gates.0.gate',
      'stages.1.gates.0.needs',
      'stages.1.gates.1.gate',
      'stages.1.gates.1.why',
      'stages.1.levels',
      'stages.1.name',
    ].sort(),
  );
  expect(readLadder({ provenance: 'own', note: say, stages: [] }).faults?.map((each) => each.path)).toEqual([['stages']]);
  for (const nonsense of [null, 7, [], 'x', { stages: 3 }]) expect(readLadder(nonsense).ladder).toBeNull();
});
