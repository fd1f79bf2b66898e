// What stands in the way of a change, each kind on its own; and the law that two changes on the same or dependent item are flagged in both.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import type { Graph } from '../../calculus/composition.ts';
import { type Closure, conflictsOf, type Plans, reachOf, type Upkeep, type Work } from './conflicts.ts';

const hour = 3_600_000;
const monday = Date.parse('2026-06-01T00:00:00Z');
/** A service on two lines that stand in for one another, a server in it, and a portal on top. */
const graph: Graph = {
  'SVC-1': { all: [{ any: [{ part: 'CI-1' }, { part: 'CI-2' }, { part: 'CI-3' }] }, { part: 'CI-9' }] },
  'SVC-2': { all: [{ part: 'SVC-1' }] },
};
const work = (id: string, nodes: readonly string[], more: Partial<Work> = {}): Work => ({
  id,
  nodes,
  from: monday + hour,
  to: monday + 3 * hour,
  down: true,
  customers: ['ORG-1'],
  agreed: [],
  builder: null,
  team: null,
  lead_party: null,
  ...more,
  reach: reachOf(graph, more.down === false ? { down: [], degraded: nodes } : { down: nodes }),
});
const plans = (more: Partial<Plans>): Plans => ({ works: [], closures: [], upkeep: [], promised: [], graph, ...more });
const told = (one: Work, more: Partial<Plans>): string[] =>
  conflictsOf(one, plans(more)).map((each) => `${each.severity} ${each.kind} ${each.with} ${each.about}`);
const span = { from: monday, to: monday + 24 * hour };
const closure = (more: Partial<Closure>): Closure => ({
  id: 'CHW-1',
  kind: 'freeze',
  severity: 'block',
  organisation: null,
  nodes: [],
  spans: [span],
  ...more,
});

describe('what stands in the way', () => {
  it('is a freeze of the house, of a customer that is hit, or on what is touched; and no other', () => {
    const one = work('CHG-1', ['CI-9']);
    expect(told(one, { closures: [closure({})] })).toEqual(['block freeze CHW-1 null']);
    expect(told(one, { closures: [closure({ organisation: 'ORG-1', nodes: ['SVC-2'] })] })).toEqual(['block freeze CHW-1 ORG-1']);
    const elsewhere = [
      closure({ organisation: 'ORG-2' }),
      closure({ nodes: ['SVC-7'] }),
      closure({ spans: [{ from: 0, to: 1 }] }),
      closure({ kind: 'maintenance' }),
    ];
    expect(told(one, { closures: elsewhere })).toEqual([]);
    expect(told(one, { closures: [closure({ kind: 'customer_event', severity: 'warn', organisation: 'ORG-1' })] })).toEqual(['warn event CHW-1 ORG-1']);
  });

  it('are hours promised to a customer, but for the windows agreed and the changes that take nothing down', () => {
    const hours: Calendar = { ...roundTheClock, excluded: [{ days: [1], from: '01:00', to: '02:00' }] };
    const promised = [{ id: 'PRM-1', customer: 'ORG-1', service: 'SVC-1', strict: true, hours }];
    const one = work('CHG-1', ['CI-9']);
    expect(told(one, { promised })).toEqual(['block hours PRM-1 ORG-1']);
    expect(told({ ...one, to: monday + 2 * hour }, { promised })).toEqual([]);
    expect(told(work('CHG-1', ['CI-9'], { down: null }), { promised })).toEqual(['warn hours PRM-1 ORG-1']);
    expect(told(work('CHG-1', ['CI-9'], { down: false }), { promised })).toEqual([]);
    expect(told(work('CHG-1', ['CI-1']), { promised })).toEqual([]);
    const agreed = closure({ kind: 'maintenance', severity: 'inform', organisation: 'ORG-1', nodes: ['SVC-1'] });
    expect(told(one, { promised, closures: [agreed] })).toEqual([]);
    expect(told(one, { promised, closures: [{ ...agreed, organisation: 'ORG-2' }] })).toEqual(['block hours PRM-1 ORG-1']);
    expect(told(one, { promised: [...promised, { ...promised[0], id: 'PRM-2', strict: false } as never] })).toEqual(['block hours PRM-1 ORG-1']);
  });

  it('are the same people twice and a supplier at work beneath', () => {
    const one = work('CHG-1', ['CI-9'], { builder: 'PER-1', team: 'TEAM-1' });
    expect(told(one, { works: [one, work('CHG-2', ['CI-77'], { builder: 'PER-1', team: 'TEAM-1' })] })).toEqual(['warn person CHG-2 PER-1']);
    expect(told(one, { works: [work('CHG-2', ['CI-77'], { team: 'TEAM-1' })] })).toEqual(['warn team CHG-2 TEAM-1']);
    const upkeep = (nodes: readonly string[], firm: boolean): Upkeep => ({ id: 'MNT-1', nodes, reach: reachOf(graph, { down: nodes }), firm, ...span });
    expect(told(work('CHG-1', ['SVC-1']), { upkeep: [upkeep(['CI-9'], true)] })).toEqual(['warn supplier MNT-1 SVC-1']);
    expect(told(work('CHG-1', ['SVC-1']), { upkeep: [upkeep(['CI-9'], false)] })).toEqual(['inform supplier MNT-1 SVC-1']);
    expect(told(work('CHG-1', ['CI-1', 'CI-2']), { upkeep: [upkeep(['CI-3'], true)] })).toEqual(['block redundancy MNT-1 SVC-1']);
  });

  it('is what together takes all members of a group down: two of two, or three of three', () => {
    const [a, b, c] = [work('CHG-1', ['CI-1']), work('CHG-2', ['CI-2', 'CI-3']), work('CHG-3', ['CI-3'])];
    expect(told(a, { works: [a, b] })).toEqual(['block redundancy CHG-2 SVC-1']);
    expect(told(b, { works: [a, b] })).toEqual(['block redundancy CHG-1 SVC-1']);
    const two = work('CHG-2', ['CI-2']);
    expect(told(a, { works: [a, two] })).toEqual([]);
    for (const each of [a, two, c]) expect(told(each, { works: [a, two, c] })).toEqual([`block redundancy ${each.id === 'CHG-1' ? 'CHG-2' : 'CHG-1'} SVC-1`]);
    expect(told(a, { works: [a, two, { ...c, down: null }] })).toEqual(['warn redundancy CHG-2 SVC-1']);
    const later = { ...c, from: monday + 2.5 * hour, to: monday + 9 * hour };
    expect(told(a, { works: [a, { ...two, to: monday + 2 * hour }, later] })).toEqual([]);
  });

  it('says when it would be over', () => {
    const one = work('CHG-1', ['CI-9']);
    expect(conflictsOf(one, plans({ works: [work('CHG-2', ['CI-9'], { from: monday + 2 * hour, to: monday + 5 * hour })] }))).toEqual([
      { kind: 'same', severity: 'block', with: 'CHG-2', about: 'CI-9', from: monday + 2 * hour, to: monday + 3 * hour, until: monday + 5 * hour },
    ]);
  });
});

describe('law', () => {
  it('two changes that overlap on the same or a dependent item are flagged in both, as hard', () => {
    const items = ['CI-1', 'CI-2', 'CI-3', 'CI-9', 'SVC-1', 'SVC-2', 'CI-77'];
    const any = fc.record({
      nodes: fc.subarray(items, { minLength: 1, maxLength: 2 }),
      at: fc.integer({ min: 0, max: 9 }),
      length: fc.integer({ min: 1, max: 4 }),
      down: fc.constantFrom(true, false, null),
    });
    fc.assert(
      fc.property(fc.array(any, { minLength: 2, maxLength: 5 }), (changes) => {
        const works = changes.map(({ nodes, at, length, down }, i) =>
          work(`CHG-${i + 1}`, nodes, { down, from: monday + at * hour, to: monday + (at + length) * hour }),
        );
        for (const a of works)
          for (const b of works) {
            if (a === b) continue;
            const related = a.nodes.some((each) => b.reach.has(each)) || b.nodes.some((each) => a.reach.has(each));
            const mine = conflictsOf(a, plans({ works })).filter((each) => each.with === b.id && ['same', 'dependent'].includes(each.kind));
            const theirs = conflictsOf(b, plans({ works })).filter((each) => each.with === a.id && ['same', 'dependent'].includes(each.kind));
            expect(mine.length > 0).toBe(related && a.from < b.to && b.from < a.to);
            expect(mine.map((each) => [each.kind, each.severity])).toEqual(theirs.map((each) => [each.kind, each.severity]));
          }
      }),
    );
  });
});
