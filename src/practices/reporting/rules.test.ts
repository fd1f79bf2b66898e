// Freezing and correcting: given figures of a month, when they are frozen and later differ, then every correction stands beside what was told before.
import { expect, it } from 'vitest';
import { changesOf, judging, serviceLevelManager } from '../../../test/judge.ts';
import type { Correction, Figures, Section } from './figures.record.ts';
import { serviceReport } from './record.ts';
import { type ReportGiven, reportRules } from './rules.ts';

type Satisfaction = Section['satisfaction'][number];
const none = { availability: [], throughput: [], suppliers: [], credits: { owed: [], recoverable: [], balance: [] }, times: [] };
const figures = (answers: number): Figures => {
  const told = { promise: null, answers, content: answers } as Partial<Satisfaction> as Satisfaction;
  const section = {
    ...none,
    service: 'SVC-1',
    satisfaction: [told],
    restoration: { cases: 0, through_parts: [], clocked: 0, mtrs_wall_ms: null, mtrs_agreed_ms: null, resolution_ms: null },
  };
  const of = { definition_version: 1, period: '2026-03', zone: 'UTC', window: { from: '', to: '' }, cut_off: '', balance: [] };
  return { ...of, sections: [section as Partial<Section> as Section] };
};
const given: ReportGiven = {
  customer_name: 'North',
  period: '2026-03',
  days: { first: '2026-03-01', last: '2026-03-31' },
  begins: '2026-03-01T00:00:00.000Z',
  ends: '2026-04-01T00:00:00.000Z',
  promised: true,
  figures: figures(3),
};
const ask = judging(serviceReport, reportRules, given);
const frozen = { name: 'North 2026-03', customer: 'ORG-2', state: 'frozen', figures: figures(2), corrections: null };

it('freezes nothing before the period is over', () => {
  const at = { at: '2026-03-31T23:59:59.000Z', actor: serviceLevelManager };
  expect(ask({ command: 'freeze', row: { ...frozen, state: 'draft' }, ...at })).toMatchObject({ refused: 'service_report.freeze.not_over' });
  expect(changesOf(ask({ command: 'freeze', row: { ...frozen, state: 'draft' }, ...at, at: given.ends }))).toMatchObject({
    state: 'frozen',
    frozen_at: given.ends,
  });
});

it('keeps what was frozen and every correction of it', () => {
  const first = changesOf(ask({ command: 'correct', row: frozen, input: { note: 'A late answer.' }, actor: serviceLevelManager }));
  expect(first).not.toHaveProperty('figures');
  const corrections = first.corrections as readonly Correction[];
  expect(corrections).toMatchObject([{ reason: 'A late answer.', differences: [{ what: 'answers', was: 2, now: 3 }, { what: 'content' }] }]);
  const row = { ...frozen, state: 'corrected', corrections };
  expect(ask({ command: 'correct', row, input: { note: 'Again.' }, actor: serviceLevelManager })).toMatchObject({ refused: 'service_report.correct.nothing' });
  const second = ask({ command: 'correct', row, input: { note: 'Another.' }, given: { figures: figures(4) }, actor: serviceLevelManager });
  expect(changesOf(second).corrections).toMatchObject([{ reason: 'A late answer.' }, { reason: 'Another.', differences: [{ was: 3, now: 4 }, {}] }]);
});
