// What becomes of findings: known ones are not told twice, what was judged stays quiet until enough is new, and figures are whole.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../calculus/candidate-scan.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import { factsOf, type Known, planned, yearlyCost } from './candidate.plan.ts';
import { type CandidateGiven, candidateRules } from './candidate.rules.ts';

const ids = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, i) => `INC-${from + i}`);
const finding = (change: Partial<Finding> = {}): Finding => ({
  key: 'service|service:SVC-1|',
  kind: 'service',
  group: 'service:SVC-1',
  words: [],
  window_days: 7,
  since: '2026-03-10',
  until: '2026-03-15',
  seen: 6,
  expected: 1.5,
  odds: 0.0004,
  cases: ids(1, 6),
  also: [],
  ...change,
});
const known = (change: Partial<Known> = {}): Known => ({
  id: 'PBC-1',
  state: 'proposed',
  key: 'service|service:SVC-1|',
  incidents: ids(1, 6),
  since: '2026-03-10',
  closed_at: null,
  dismissed_seen: null,
  ...change,
});
/** INC-n began n hours into the tenth of March; `SVC-1`, every third on `SVC-2`. INC-0 does not count any more. */
const caseOf = (id: string) => {
  const n = Number(id.slice(4));
  if (n === 0) return undefined;
  return {
    started_at: new Date(Date.UTC(2026, 2, 10, n)).toISOString(),
    service: n % 3 === 0 ? 'SVC-2' : 'SVC-1',
    title: n < 5 ? 'Printer offline' : `Nr ${n}`,
  };
};
const plan = (findings: Finding[], before: Known[]) => planned(findings, before, caseOf);
const told = (findings: Finding[], before: Known[]) => plan(findings, before).told.map(({ command, target }) => [command, target]);

describe('findings and the candidates there are', () => {
  it('propose what is new, and tell nothing of what is as it was', () => {
    expect(told([finding()], [])).toEqual([['propose', null]]);
    expect(told([finding({ seen: 9, odds: 0.1 })], [known()])).toEqual([]);
    expect(told([finding({ cases: ids(1, 7) })], [known()])).toEqual([['refresh', 'PBC-1']]);
    // Another window over the same incidents is no news; one that counts no more is.
    expect(told([finding({ since: '2026-03-11', cases: ids(4, 6) })], [known()])).toEqual([]);
    expect(told([finding()], [known({ incidents: [...ids(1, 6), 'INC-0'] })])).toEqual([['refresh', 'PBC-1']]);
  });
  it('are known by their incidents when the words have changed, but never take what has its own key', () => {
    const grown = finding({ key: 'topic||printer', cases: ids(4, 9) });
    expect(told([grown], [known()])).toEqual([['refresh', 'PBC-1']]);
    expect(told([finding({ key: 'topic||printer', cases: ids(5, 9) })], [known()])).toEqual([['propose', null]]);
    expect(told([grown, finding({ cases: ids(1, 7) })], [known()])).toEqual([
      ['propose', null],
      ['refresh', 'PBC-1'],
    ]);
  });
  it('let an open candidate lapse that became part of another', () => {
    const whole = known({ id: 'PBC-2', key: 'item|item:CI-1|', incidents: ids(10, 16) });
    const found = finding({ also: ['item|item:CI-1|'] });
    expect(plan([found], [known(), whole]).folded).toEqual(['PBC-2']);
    expect(plan([finding()], [known(), whole]).folded).toEqual([]);
  });
  it('stay quiet when dismissed until three began since, and half as many again', () => {
    const dismissed = known({ state: 'dismissed', closed_at: '2026-03-10T06:30:00.000Z', dismissed_seen: 8 });
    expect(told([finding()], [dismissed])).toEqual([]);
    expect(told([finding({ cases: ids(1, 9) })], [dismissed])).toEqual([]);
    expect(told([finding({ cases: ids(1, 10) })], [dismissed])).toEqual([['return', 'PBC-1']]);
    expect(told([finding({ cases: ids(1, 8) })], [{ ...dismissed, dismissed_seen: 2 }])).toEqual([]);
    expect(told([finding({ cases: ids(1, 9) })], [{ ...dismissed, dismissed_seen: 2 }])).toEqual([['return', 'PBC-1']]);
    // Earlier incidents that were not counted then are no new evidence.
    expect(told([finding({ cases: ids(1, 6) })], [{ ...dismissed, incidents: [] }])).toEqual([]);
  });
  it('stay quiet under another name too, and when they were accepted just now', () => {
    const dismissed = known({ state: 'dismissed', closed_at: '2026-03-10T06:30:00.000Z', dismissed_seen: 6 });
    expect(told([finding({ key: 'topic||printer' })], [dismissed])).toEqual([]);
    const accepted = known({ state: 'accepted', closed_at: '2026-03-10T06:30:00.000Z' });
    expect(told([finding()], [accepted])).toEqual([]);
    expect(told([finding({ cases: ids(7, 12) })], [accepted])).toEqual([['propose', null]]);
  });
  it('come back after they lapsed', () => {
    const expired = known({ state: 'expired', closed_at: '2026-03-10T06:30:00.000Z' });
    expect(told([finding({ cases: ids(5, 8) })], [expired])).toEqual([]);
    expect(told([finding({ cases: ids(7, 9) })], [expired])).toEqual([['return', 'PBC-1']]);
  });
  it('are at most fifty new ones a night', () => {
    const many = Array.from({ length: 60 }, (_, i) => finding({ key: `topic||${i}`, cases: ids(i * 10, i * 10 + 4) }));
    expect(told(many, [])).toHaveLength(50);
  });
});

describe('a candidate', () => {
  const around = { earlier: [], caseOf, nameOf: (id: string) => ({ 'SVC-1': 'Printing', 'ORG-3': 'Secret Supplier' })[id], mean_minor: 5_000, currency: 'EUR' };
  it('is told in whole numbers and references', () => {
    expect(factsOf(finding(), around)).toMatchObject({
      title: 'Printing',
      service: 'SVC-1',
      services: ['SVC-1', 'SVC-2'],
      expected_milli: 1_500,
      odds_one_in: 2_500,
      last_at: '2026-03-10T06:00:00.000Z',
      yearly_cost_minor: Math.round((4.5 / 30) * 365 * 5_000),
    });
    expect(factsOf(finding({ odds: 0 }), around)).toMatchObject({ odds_one_in: 1_000_000_000 });
    expect(yearlyCost({ seen: 2, expected: 3, window_days: 7 }, 5_000)).toBe(0);
    expect(yearlyCost({ seen: 1_000, expected: 3, window_days: 2 }, 5_000_000)).toBe(2_147_483_647);
  });
  it('has the words of its incidents for a title, and never the name of a supplier', () => {
    const topic = finding({ kind: 'topic', group: 'service:SVC-1', words: ['offline', 'printer'] });
    expect(factsOf(topic, around)).toMatchObject({ title: 'Printer offline (Printing)', service: 'SVC-1' });
    expect(factsOf({ ...topic, group: '', cases: ids(5, 9) }, around)).toMatchObject({ title: 'offline printer' });
    const supplier = factsOf(finding({ kind: 'supplier', group: 'supplier:ORG-3' }), around);
    expect(supplier).toMatchObject({ supplier: 'ORG-3', service: 'SVC-1' });
    expect(supplier.title).not.toContain('Secret');
  });
  it('keeps what earlier scans counted', () => {
    expect(factsOf(finding({ cases: ids(4, 6) }), { ...around, earlier: ids(1, 5) })).toMatchObject({ incidents: ids(1, 6), seen: 6 });
  });
  it('holds as many incidents as a list can, the latest', () => {
    const { incidents } = factsOf(finding({ cases: ids(1, 1_200) }), around) as { incidents: string[] };
    expect([incidents.length, incidents[0], incidents.at(-1)]).toEqual([1_000, 'INC-201', 'INC-1200']);
  });
});

describe('rules of a candidate', () => {
  const row = { state: 'dismissed', seen: 8, dismissed_seen: 8, incidents: ids(1, 6), since: '2026-03-10' };
  const judged = (command: string, { input = {}, given = {} }: { input?: object; given?: Partial<CandidateGiven> }) => {
    const the = { command, row: row as never, input: input as never, actor: asSystem('a test'), at: '', now: '', id: 'PBC-1' };
    return candidateRules[command]?.({ ...the, given: { fresh: 0, problem: null, ...given } }) ?? {};
  };
  it('refuse to tell the same again', () => {
    expect(judged('refresh', { input: { incidents: ids(1, 6).toReversed(), since: '2026-03-10' } })).toMatchObject({
      refused: 'problem_candidate.refresh.nothing',
    });
    expect(isRefusal(judged('refresh', { input: { incidents: ids(1, 6), since: '2026-03-09' } }))).toBe(false);
    expect(isRefusal(judged('refresh', { input: { incidents: ids(2, 7), since: '2026-03-10' } }))).toBe(false);
  });
  it('let a dismissed one return on new evidence only', () => {
    expect(judged('return', { given: { fresh: 3 } })).toMatchObject({ refused: 'problem_candidate.return.same_evidence', params: { count: 3, needed: 4 } });
    expect(judged('return', { given: { fresh: 4 } })).toMatchObject({ params: { count: 4 } });
  });
  it('merge into a problem that is alive and can hold them', () => {
    const into = (state: string, incidents: string[]) => judged('merge', { input: { problem: 'PRB-1' }, given: { problem: { state, incidents } } });
    expect(into('cancelled', [])).toMatchObject({ refused: 'problem_candidate.merge.cancelled', field: 'problem' });
    expect(into('investigating', ids(7, 1_001))).toMatchObject({ refused: 'problem_candidate.merge.too_many' });
    expect(into('investigating', ids(1, 1_000))).toEqual({});
  });
  it('remember how much was seen when it was dismissed', () => expect(judged('dismiss', {})).toEqual({ changes: { dismissed_seen: 8 } }));
});
