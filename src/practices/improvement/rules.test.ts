// Improvements, audits, findings and assessments by their rules: measured before done, independent, answered to the end, and never an average.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { audit } from './audit.record.ts';
import { type AuditGiven, auditRules } from './audit.rules.ts';
import { finding } from './finding.record.ts';
import { findingRules } from './finding.rules.ts';
import { improvement } from './improvement.record.ts';
import { type ImprovementGiven, improvementRules } from './improvement.rules.ts';
import { maturityAssessment } from './maturity.record.ts';
import { type MaturityGiven, maturityRules } from './maturity.rules.ts';

const house = 'ORG-1';
const manager = somebody({ side: 'integrator', organisation: house, person: 'PER-1', roles: ['process_manager'] });
const agent = somebody({ side: 'integrator', organisation: house, person: 'PER-2', roles: ['agent'] });

describe('an improvement', () => {
  const given: ImprovementGiven = { zone: 'UTC', doing: 0, limit: 4, values: null };
  const judge = (told: Told) => inMemory({ definition: improvement, rules: improvementRules, house }, { given, actor: manager, ...told });
  const aim = { title: 'Fewer hops', owner: 'PER-1', measure: 'incident.hops', unit: 'count', better: 'lower', baseline: 200, expected: 120 };
  const step = (row: AnyRow | null, command: string, input: object = {}, at = '2026-04-01T09:00:00.000Z'): AnyRow =>
    happened(judge({ command, row, input: { ...input }, at })).row;
  const measuring = (): AnyRow => {
    const doing = step(step(step(null, 'propose', aim), 'accept'), 'start');
    return step(doing, 'deliver', { starts_on: '2026-04-01', window_months: 1 });
  };
  const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
  const values = {
    before: months.map((period, n) => ({ period, value: 190 + (n % 2) * 4 })),
    after: [{ period: '2026-04', value: 120 }],
    from: 'The old tool',
  };
  const may = '2026-05-02T09:00:00.000Z';

  it('is not done without the measurement, and says what is missing', () => {
    expect(judge({ command: 'finish', row: measuring(), input: { lesson: 'It worked' }, at: may })).toMatchObject({
      refused: 'improvement.finish.not_measured',
      field: 'measured',
      params: { missing: 'measured, evidence' },
    });
    const measured = step(measuring(), 'measure', values, may);
    expect(measured).toMatchObject({ baseline: 192, measured: 120, effect: 72, proven: true });
    expect(step(measured, 'finish', { lesson: 'It worked' }, may).state).toBe('done');
  });

  it('is measured only when its months are over, and by values that say where they are from', () => {
    const asked = (input: object, at = may) => judge({ command: 'measure', row: measuring(), input: { ...input }, at });
    expect(asked(values, '2026-04-30T23:00:00.000Z')).toMatchObject({ refused: 'improvement.measure.too_early', params: { until: '2026-05-01' } });
    expect(asked({ ...values, from: null })).toMatchObject({ refused: 'improvement.measure.needs_source' });
    expect(asked({})).toMatchObject({ refused: 'improvement.measure.no_values', field: 'before' });
  });

  it('that became worse, or only by the usual variation, may be done but is not proven', () => {
    const counting = (value: number) => step(measuring(), 'measure', { ...values, after: [{ period: '2026-04', value }] }, may);
    expect(counting(300)).toMatchObject({ effect: -108, proven: false });
    expect(counting(191)).toMatchObject({ effect: 1, proven: false });
    expect(step(counting(300), 'finish', { lesson: 'It did not work' }, may).state).toBe('done');
  });

  it('loses its measurement when it comes to aim at something else, and when it is done anew', () => {
    const measured = step(measuring(), 'measure', values, may);
    for (const other of [
      { measure: 'incident.reopened' },
      { unit: 'share' },
      { better: 'higher', expected: 250 },
      { baseline: 300 },
      { starts_on: '2026-03-01' },
      { customer: 'ORG-2' },
    ]) {
      const changed = step(measured, 'edit', other, may);
      expect(changed, JSON.stringify(other)).toMatchObject({ measured: null, evidence: null, proven: null });
      expect(judge({ command: 'finish', row: changed, input: { lesson: 'x' }, at: may })).toMatchObject({ refused: 'improvement.finish.not_measured' });
    }
    expect(step(measured, 'edit', { title: 'Far fewer hops', measure: 'incident.hops' }, may)).toMatchObject({ measured: 120, proven: true });
    expect(step(step(measured, 'start', {}, may), 'deliver', {}, may)).toMatchObject({ measured: null, evidence: null });
  });

  it('starts with an owner, a measure and an aim on the better side, and not beyond the limit unless that is said', () => {
    const accepted = step(step(null, 'propose', aim), 'accept');
    const start = (row: AnyRow, told: Partial<Told> = {}) => judge({ command: 'start', row, ...told });
    expect(start({ ...accepted, owner: null })).toMatchObject({ refused: 'improvement.needs_owner' });
    expect(start({ ...accepted, measure: null })).toMatchObject({ refused: 'improvement.needs_measure', field: 'measure' });
    expect(start(accepted, { input: { expected: 210 } })).toMatchObject({ refused: 'improvement.expected_no_better' });
    const full = { ...given, doing: 4 };
    expect(start(accepted, { given: full })).toMatchObject({ refused: 'improvement.start.limit', params: { doing: 4, limit: 4 } });
    expect(happened(start(accepted, { given: full, input: { beyond_limit: true } })).row.state).toBe('doing');
  });
});

describe('an audit', () => {
  const clause = (name: string) => ({ clause: name, title: { en: name, nl: name, de: name }, question: { en: '?', nl: '?', de: '?' }, automatic: null });
  const given: AuditGiven = { checklists: ['fitsm-1'], clauses: [clause('GR1'), clause('GR2')], owners: ['PER-4'], found: [], shown: null };
  const judge = (told: Told) => inMemory({ definition: audit, rules: auditRules, house }, { given, actor: manager, ...told });
  const planned = { title: 'Whole', checklist: 'fitsm-1', planned_on: '2026-06-01', auditor: 'PER-1', owner: 'PER-3' };
  const step = (row: AnyRow | null, command: string, input: object, told: Partial<Told> = {}): AnyRow =>
    happened(judge({ command, row, input: { ...input }, ...told })).row;
  const running = (): AnyRow => step(step(null, 'plan', planned), 'start', {});
  const answer = (row: AnyRow, name: string, input: object): AnyRow => step(row, 'answer', { clause: name, ...input });

  it('is not done by who owns what is audited, whether the audit says so or the process, at any time', () => {
    const owning = { refused: 'audit.auditor_owns', field: 'auditor' };
    expect(judge({ command: 'plan', input: { ...planned, owner: 'PER-1' } })).toMatchObject(owning);
    expect(judge({ command: 'plan', input: { ...planned, auditor: 'PER-4' } })).toMatchObject(owning);
    expect(judge({ command: 'edit', row: running(), input: { auditor: 'PER-4' } })).toMatchObject(owning);
    expect(judge({ command: 'edit', row: running(), input: { owner: 'PER-1' } })).toMatchObject(owning);
    // The process came into their hands after the audit was planned.
    expect(judge({ command: 'start', row: step(null, 'plan', planned), given: { ...given, owners: ['PER-1'] } })).toMatchObject(owning);
  });

  it('closes when everything is answered and each nonconformity has its finding', () => {
    const close = (row: AnyRow, told: Partial<Told> = {}) => judge({ command: 'close', row, input: { conclusion: 'Good' }, ...told });
    const half = answer(running(), 'GR1', { verdict: 'conform', text: 'Seen' });
    expect(close(half)).toMatchObject({ refused: 'audit.close.unanswered', params: { count: 1, clause: 'GR2' } });
    const whole = answer(half, 'GR2', { verdict: 'not', text: 'Nothing is written' });
    expect(close(whole)).toMatchObject({ refused: 'audit.close.without_finding', params: { clause: 'GR2' } });
    const closed = happened(close(whole, { given: { ...given, found: ['GR2'] } }));
    expect(closed.row.state).toBe('closed');
    expect(closed.params).toMatchObject({ conform: 1, count: 2 });
  });

  it('calls nothing conform without something to show, and nothing else without a reason', () => {
    const said = (input: object, told: Partial<Told> = {}) => judge({ command: 'answer', row: running(), input: { clause: 'GR1', ...input }, ...told });
    expect(said({ verdict: 'conform' })).toMatchObject({ refused: 'audit.answer.needs_evidence' });
    expect(said({ verdict: 'not_applicable' })).toMatchObject({ refused: 'audit.answer.needs_reason' });
    expect(said({ verdict: 'conform', text: 'Seen', clause: 'XX' })).toMatchObject({ refused: 'audit.answer.unknown' });
    const shown = { met: 3, of: 4, plural: 'incidents', q: '' };
    expect(happened(said({ verdict: 'conform' }, { given: { ...given, shown } })).row.answers).toMatchObject([{ clause: 'GR1', shown }]);
  });
});

describe('a finding', () => {
  const judge = (told: Told) => inMemory({ definition: finding, rules: findingRules, house }, { given: { audit: null }, actor: manager, ...told });
  const opened = (grade: string): AnyRow => happened(judge({ command: 'open', input: { title: 'Nothing written', grade, statement: 'No document' } })).row;
  const answered = (grade: string): AnyRow =>
    happened(judge({ command: 'answer', row: opened(grade), input: { cause: 'No time', corrective_action: 'Write it', owner: 'PER-1', due_on: '2026-11-01' } }))
      .row;
  const verify = (told: Partial<Told>) => judge({ command: 'verify', row: answered('major'), input: { effect: 'There it is', evidence: ['AUD-1'] }, ...told });

  it('closes when somebody else than its owner saw the effect, with evidence', () => {
    expect(judge({ command: 'close', row: answered('minor') })).toMatchObject({ refused: 'finding.close.not_verified', field: 'effect' });
    expect(verify({})).toMatchObject({ refused: 'finding.verify.own_action' });
    expect(verify({ actor: agent, input: { effect: 'There it is' } })).toMatchObject({ refused: 'finding.verify.needs_evidence' });
    const verified = happened(verify({ actor: agent })).row;
    expect(verified).toMatchObject({ verified_by: 'PER-2' });
    expect(happened(judge({ command: 'close', row: verified })).row.state).toBe('closed');
    expect(happened(judge({ command: 'reject', row: verified, input: { note: 'It came back' } })).row).toMatchObject({ verified_by: null, effect: null });
  });

  it('that is only an observation closes without', () => {
    expect(happened(judge({ command: 'close', row: answered('observation') })).row.state).toBe('closed');
  });
});

describe('a maturity assessment', () => {
  const rule = (code: string) => ({ code, attribute: code, level: Number(code[0]) });
  const given: MaturityGiven = {
    zone: 'UTC',
    name: 'Incident',
    questions: ['1.1', '2.1', '2.2', '3.1', '4.1'].map(rule),
    previous: { score: 1, goal: 3 },
    shown: {},
  };
  const judge = (told: Told) => inMemory({ definition: maturityAssessment, rules: maturityRules, house }, { given, actor: manager, ...told });
  const says = (answers: Readonly<Record<string, string>>, text: string | null = 'Seen') =>
    Object.entries(answers).map(([code, rating]) => ({ code, rating, text, records: [], shown: null }));
  const final = (answers: Readonly<Record<string, string>>, text?: string | null) => {
    const row = happened(judge({ command: 'open', input: { process: 'PRO-1', answers: says(answers, text) } })).row;
    return judge({ command: 'finalise', row });
  };

  it('is as high as its lowest answered rule allows, never the average', () => {
    // Four of five are fully so; the average would be level 4.
    const row = happened(final({ '1.1': 'f', '2.1': 'f', '2.2': 'p', '3.1': 'f', '4.1': 'f' })).row;
    expect(row).toMatchObject({ score: 1, held_by: ['2.2'], previous: 1 });
    expect(happened(final({ '1.1': 'f', '2.1': 'l', '2.2': 'l', '3.1': 'n' })).row).toMatchObject({ score: 2, held_by: ['3.1'] });
    expect(happened(final({ '1.1': 'f', '2.1': 'f', '2.2': 'f', '3.1': 'f', '4.1': 'f' })).row).toMatchObject({ score: 4, held_by: [] });
  });

  it('needs an answer to what it claims and to what stops it, and something to show for it', () => {
    expect(final({ '1.1': 'f', '2.1': 'f' })).toMatchObject({ refused: 'maturity_assessment.finalise.unanswered', params: { code: '2.2', level: 2 } });
    expect(final({ '1.1': 'f', '2.1': 'n', '2.2': 'n' }, null)).toMatchObject({ refused: 'maturity_assessment.needs_evidence', params: { code: '1.1' } });
  });

  it('believes the data, not what the input says that the data said', () => {
    const told = { met: 9, of: 9, plural: 'incidents', q: '' };
    const shown = { met: 1, of: 9, plural: 'incidents', q: 'is:open' };
    const answers = [{ code: '1.1', rating: 'f', text: null, records: [], shown: told }];
    const open = (known: MaturityGiven['shown']) =>
      happened(judge({ command: 'open', input: { process: 'PRO-1', answers }, given: { ...given, shown: known } })).row.answers;
    expect(open({ '1.1': shown })).toMatchObject([{ shown }]);
    expect(open({})).toMatchObject([{ shown: null }]);
  });
});
