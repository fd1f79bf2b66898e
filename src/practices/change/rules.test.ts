// Changes by their rules: given who asks and what is known, when a change is raised, judged, done and reviewed, then a fact or a refusal.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import { type AnyRow, project } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import { say } from '../../kernel/text.ts';
import { standardLevels } from './authority.ts';
import type { Block, ChangeGiven, ModelBrief } from './given.ts';
import { change } from './record.ts';
import { changeRules } from './rules.ts';
import type { Hurt } from './shapes.record.ts';

const house = 'ORG-1';
const agent = somebody({ side: 'integrator', organisation: house, person: 'PER-1', roles: ['agent'] });
const builder = somebody({ side: 'integrator', organisation: house, person: 'PER-2', roles: ['agent', 'process_manager'] });
const manager = somebody({ side: 'integrator', organisation: house, person: 'PER-3', roles: ['process_manager'] });
const executive = somebody({ side: 'integrator', organisation: house, person: 'PER-4', roles: ['executive'] });
const levels = somebody({ side: 'integrator', organisation: house, person: 'PER-5', roles: ['service_level_manager'] });
const customer = somebody({ side: 'customer', organisation: 'ORG-2', person: 'PER-6', roles: ['customer_manager'] });
const supplier = somebody({ side: 'supplier', organisation: 'ORG-5', person: 'PER-8', roles: ['supplier_agent'] });
const rival = somebody({ side: 'supplier', organisation: 'ORG-6', person: 'PER-9', roles: ['supplier_agent'] });

const inside: Hurt = { customer: 'ORG-2', service: 'SVC-1', effect: 'down', promises: ['PRM-1'], inside: true };
const model: ModelBrief = {
  notice: null,
  description: null,
  backout_minutes: null,
  id: 'CHM-1',
  state: 'active',
  services: ['SVC-1'],
  items: [],
  duration_minutes: 60,
  backout_plan: 'Undo',
  test_evidence: 'Done often',
  outage_minutes: 0,
};
const given: ChangeGiven = {
  house,
  providers: ['ORG-5', house],
  model: null,
  tasks: [],
  history: { done: 0, failed: 0, alike: 'none' },
  hurt: [],
  truncated: false,
  blocks: [],
  incidents: [],
  levels: standardLevels,
  review_due: '2026-10-12T09:00:00.000Z',
};
const now = '2026-10-05T09:00:00.000Z';
const times = { planned_start: '2026-10-05T08:00:00.000Z', planned_end: '2026-10-05T12:00:00.000Z' };
const freeze: Block = { kind: 'freeze', with: 'CHW-1', title: 'Year end', about: '', until: '2026-10-06 08:00 UTC' };
const frozen = { ...given, blocks: [freeze, { ...freeze, kind: 'same', with: 'CHG-9', about: 'Mail' }] } as const;
const answers = {
  reason: 'Old',
  benefit: 'New',
  risks: 'Few',
  resources: 'Two hours',
  builder: 'PER-2',
  relations: 'None',
  services: ['SVC-1'],
  outage_minutes: 30,
};
const judge = (told: Told) => inMemory({ definition: change, rules: changeRules, house }, { given, actor: agent, at: now, ...told });
const step = (command: string, row: AnyRow, told: Partial<Told> = {}): AnyRow => happened(judge({ command, row, ...told })).row;
const opened = (input: object = {}, told: Partial<Told> = {}): AnyRow =>
  happened(
    judge({ command: 'open', input: { title: 'New firewall', type: 'normal', ...times, ...answers, backout_plan: 'Put the old one back', ...input }, ...told }),
  ).row;
const assessed = (hurt: readonly Hurt[] = [], input: object = {}): AnyRow => step('assess', step('submit', opened(input)), { given: { ...given, hurt } });
const light = (): AnyRow => step('override_risk', assessed(), { actor: manager, input: { risk_score: 10, note: 'Done ten times elsewhere' } });
const approved = (): AnyRow => step('approve', light(), { actor: manager });
const tested = (): AnyRow => step('test', step('build', step('schedule', approved(), { input: times })), { input: { test_evidence: 'Lab, all passed' } });
const implementing = (): AnyRow => step('implement', tested());

describe('a normal change', () => {
  it('goes from draft to closed', () => {
    const done = step('complete', implementing());
    expect(done).toMatchObject({
      state: 'implemented',
      implemented_at: now,
      within_window: true,
      review_due: given.review_due,
      approver: 'PER-3',
      builder: 'PER-2',
    });
    const reviewed = step('review', done, { actor: manager, input: { outcome: 'success', lessons: 'None' } });
    expect(step('close', reviewed, { actor: manager })).toMatchObject({ state: 'closed', open: false });
  });

  it.each(['reason', 'benefit', 'risks', 'resources', 'builder', 'relations'])('is not assessed while %s is not answered', (name) => {
    const row = step('submit', opened({ [name]: null }));
    expect(judge({ command: 'assess', row })).toMatchObject({ refused: 'change.assess.unanswered', field: name });
  });

  // 6 of 20 for one customer, 4 of 20 for one promise, 10 of 25 unknown, 8 of 15 for half an hour, 5 of 10 untried, 10 of 10 inside.
  it('has a risk with its reasons; what a person says stands beside what was reckoned', () => {
    const row = assessed([inside]);
    expect(row).toMatchObject({ risk_score: 43, category: 'significant', authority: 'cab', affected_customers: ['ORG-2'] });
    const mine = step('override_risk', row, { actor: manager, input: { risk_score: 80, note: 'The last time was a disaster' } });
    expect(mine).toMatchObject({
      risk_score: 80,
      category: 'major',
      authority: 'executive',
      risk: { computed: 43, overridden: { score: 80, person: 'PER-3' } },
    });
    expect(step('assess', mine, { given })).toMatchObject({ risk_score: 80, risk: { overridden: { score: 80 } } });
    expect(judge({ command: 'assess', row, given: { ...given, hurt: [inside] }, input: { category: 'minor' } })).toMatchObject({
      refused: 'change.assess.too_light',
      field: 'category',
    });
  });

  it('is decided as high as its risk, never by who builds or asked for it', () => {
    expect(judge({ command: 'approve', row: light(), actor: builder })).toMatchObject({ refused: 'change.approve.builder' });
    expect(judge({ command: 'approve', row: { ...light(), requester: 'PER-3' }, actor: manager })).toMatchObject({ refused: 'change.approve.requester' });
    expect(judge({ command: 'approve', row: { ...light(), authority: 'executive' }, actor: manager })).toMatchObject({ refused: 'change.approve.too_low' });
    expect(judge({ command: 'approve', row: { ...light(), backout_plan: null }, actor: manager })).toMatchObject({ field: 'backout_plan' });
    const board = { ...light(), authority: 'cab' };
    expect(judge({ command: 'approve', row: board, actor: manager })).toMatchObject({ refused: 'change.approve.no_meeting', field: 'meeting' });
    expect(step('approve', { ...board, meeting: 'CAB-1' }, { actor: executive })).toMatchObject({ state: 'approved', approver: 'PER-4', decision: 'approve' });
    expect(judge({ command: 'approve', row: { ...light(), authority: 'executive' }, actor: asSystem('a vote') })).toMatchObject({
      refused: 'change.approve.too_low',
    });
  });

  it('is never built by who approved it, whoever was named before', () => {
    const row = step('schedule', approved(), { input: times });
    expect(judge({ command: 'build', row, input: { builder: 'PER-3' } })).toMatchObject({ refused: 'change.approve.builder', field: 'builder' });
    expect(judge({ command: 'implement', row: { ...tested(), builder: 'PER-3' } })).toMatchObject({ refused: 'change.approve.builder' });
  });

  it('needs consents where promises are broken, or an exception', () => {
    const row = { ...light(), hurt: [inside] };
    expect(judge({ command: 'approve', row, actor: manager })).toMatchObject({ field: 'service_level_manager' });
    expect(step('approve', { ...row, hurt: [{ ...inside, inside: false }] }, { actor: manager }).state).toBe('approved');
    const consented = step('consent', row, { actor: levels });
    expect(judge({ command: 'approve', row: consented, actor: manager })).toMatchObject({ field: 'answers', params: { customer: 'ORG-2' } });
    const told = step('inform', consented, { input: { notice: 'No mail for half an hour', affected_customers: ['ORG-2'] } });
    expect(step('approve', step('answer', told, { actor: customer, input: { answer: 'agrees' } }), { actor: manager }).state).toBe('approved');
    const objected = step('answer', { ...told, hurt: [] }, { actor: customer, input: { answer: 'objects', note: 'Elections' } });
    expect(judge({ command: 'approve', row: objected, actor: manager })).toMatchObject({ refused: 'change.approve.no_customer_consent' });
    expect(step('approve', step('except', objected, { actor: levels, input: { exception: 'Unsafe to wait' } }), { actor: manager }).state).toBe('approved');
  });

  it('is not moved into agreed hours after it was approved outside them', () => {
    expect(judge({ command: 'schedule', row: approved(), input: times, given: { ...given, hurt: [inside] } })).toMatchObject({
      field: 'service_level_manager',
    });
    expect(judge({ command: 'schedule', row: { ...approved(), outage_minutes: 500 }, input: times })).toMatchObject({
      refused: 'change.schedule.outage_longer',
    });
  });

  it('is not implemented without approval, evidence, a way back, or outside its window', () => {
    for (const row of [opened(), step('submit', opened()), assessed()]) expect(judge({ command: 'implement', row })).toMatchObject({ refused: 'wrong_state' });
    expect(judge({ command: 'implement', row: approved() })).toMatchObject({ refused: 'change.implement.not_ready' });
    const row = tested();
    expect(judge({ command: 'implement', row: { ...row, backout_plan: null } })).toMatchObject({ field: 'backout_plan' });
    expect(judge({ command: 'implement', row: { ...row, test_evidence: null } })).toMatchObject({ field: 'test_evidence' });
    expect(judge({ command: 'implement', row: { ...row, planned_start: '2026-10-05T09:01:00.000Z' } })).toMatchObject({
      refused: 'change.implement.too_early',
    });
    expect(judge({ command: 'implement', row: { ...row, planned_end: '2026-10-05T08:59:00.000Z' } })).toMatchObject({ refused: 'change.implement.too_late' });
  });

  it('is implemented when every task is; after a failed one somebody says why to go on', () => {
    const task = { id: 'CHT-1', title: 'Swap', state: 'doing', phase: 'implement', party: house, after: [] } as const;
    const complete = (state: ChangeGiven['tasks'][number]['state'], input = {}) =>
      judge({ command: 'complete', row: implementing(), given: { ...given, tasks: [{ ...task, state }] }, input });
    expect(complete('doing')).toMatchObject({ refused: 'change.complete.task_open' });
    expect(complete('failed')).toMatchObject({ refused: 'change.complete.task_failed', field: 'go_on' });
    expect(happened(complete('failed', { go_on: 'The second try elsewhere worked' })).row.state).toBe('implemented');
    expect(happened(complete('done')).row.state).toBe('implemented');
  });

  it('says what becomes of its own items, and of no others', () => {
    const item_updates = [{ item: 'CI-9', changes: { state: 'retired' } }];
    const refused = { refused: 'change.item_updates.other_item', field: 'item_updates', params: { item: 'CI-9' } };
    expect(judge({ command: 'prepare', row: opened({ items: ['CI-1'] }), input: { item_updates } })).toMatchObject(refused);
    expect(judge({ command: 'complete', row: { ...implementing(), items: ['CI-1'] }, input: { item_updates } })).toMatchObject(refused);
    expect(step('prepare', opened({ items: ['CI-1', 'CI-9'] }), { input: { item_updates } })).toMatchObject({ item_updates });
  });

  it('is decided anew when the request changes', () => {
    expect(step('revise', approved(), { input: { note: 'Two more sites' } })).toMatchObject({ state: 'submitted', approver: null, decision: null });
  });

  it('is no success with incidents after it, unless they had another cause', () => {
    const done = step('complete', implementing());
    const outcome = { outcome: 'success', lessons: 'None' };
    const after = { ...given, incidents: ['INC-9'] };
    expect(judge({ command: 'review', row: done, actor: manager, input: outcome, given: after })).toMatchObject({ refused: 'change.review.incidents' });
    expect(step('review', done, { actor: manager, input: { ...outcome, outcome: 'partial' }, given: after })).toMatchObject({ incidents: ['INC-9'] });
    expect(step('review', done, { actor: manager, input: { ...outcome, incidents: [] }, given: after })).toMatchObject({ incidents: [] });
    const undone = step('back_out', implementing(), { input: { note: 'No traffic' } });
    expect(judge({ command: 'review', row: undone, actor: manager, input: outcome })).toMatchObject({ refused: 'change.review.was_backed_out' });
  });
});

describe('a standard change', () => {
  const standard = (state: ModelBrief['state'] = 'active') => {
    const known = { ...given, model: { ...model, state } };
    return judge({ command: 'open', given: known, input: { title: 'New phone', type: 'standard', model: 'CHM-1', planned_start: times.planned_start } });
  };
  it('takes everything from its model and needs no decision', () => {
    const row = happened(standard()).row;
    expect(row).toMatchObject({ services: ['SVC-1'], backout_plan: 'Undo', test_evidence: 'Done often', planned_end: now });
    const submitted = step('submit', row, { given: { ...given, model: model } });
    expect(submitted).toMatchObject({ state: 'approved', authority: 'model', approver: null });
    expect(step('implement', step('schedule', submitted, { input: times })).state).toBe('implementing');
  });
  it('is none without a model in good standing', () => {
    expect(standard('suspended')).toMatchObject({ refused: 'change.model.not_standing', field: 'model' });
    const row = happened(standard()).row;
    expect(judge({ command: 'submit', row, given: { ...given, model: { ...model, state: 'suspended' } } })).toMatchObject({ field: 'model' });
    expect(judge({ command: 'open', input: { title: 'x', type: 'standard' } })).toMatchObject({ refused: 'change.model.missing' });
    expect(judge({ command: 'open', input: { title: 'x', type: 'normal', model: 'CHM-1' } })).toMatchObject({ refused: 'change.model.not_standard' });
  });
});

describe('a time that the calendar forbids', () => {
  const excepted = (row: AnyRow) => step('except', row, { actor: levels, input: { exception: 'Unsafe to wait' }, given: frozen });

  it('is refused with what forbids it and the way out, until somebody of authority makes an exception with the reason', () => {
    const params = { with: 'CHW-1 Year end', about: '', until: freeze.until, more: ' (+1)' };
    expect(judge({ command: 'approve', row: light(), actor: manager, given: frozen })).toEqual({
      refused: 'change.blocked.freeze',
      field: 'planned_start',
      params,
    });
    expect(judge({ command: 'schedule', row: approved(), input: times, given: frozen })).toMatchObject({ refused: 'change.blocked.freeze' });
    for (const refused of Object.keys(change.refusals).filter((each) => each.startsWith('change.blocked.') && !each.endsWith('outside')))
      expect(say(change.refusals[refused as keyof typeof change.refusals], 'en', params)).toMatch(/CHW-1 Year end.*\(\+1\).*Find another slot.*exception/);
    const row = excepted(light());
    expect(row).toMatchObject({ excepted: { person: 'PER-5', ...{ starts_at: times.planned_start, ends_at: times.planned_end }, with: ['CHW-1', 'CHG-9'] } });
    const through = step('approve', row, { actor: manager, given: frozen });
    expect(step('schedule', through, { input: times, given: frozen })).toMatchObject({ state: 'scheduled' });
    expect(judge({ command: 'except', row: light(), input: { exception: 'I want to' } })).toMatchObject({ refused: 'not_allowed' });
    expect(judge({ command: 'except', row: light(), actor: builder, input: { exception: 'I want to' } })).toMatchObject({ refused: 'change.except.own' });
  });

  it('is forbidden again at another time, and for what the exception did not name', () => {
    const row = step('approve', excepted(light()), { actor: manager, given: frozen });
    const later = { ...times, planned_end: '2026-10-05T13:00:00.000Z' };
    expect(judge({ command: 'schedule', row, input: later, given: frozen })).toMatchObject({ refused: 'change.blocked.freeze' });
    const other = { ...given, blocks: [{ ...freeze, with: 'CHW-2' }] };
    expect(judge({ command: 'schedule', row, input: times, given: other })).toMatchObject({ params: { with: 'CHW-2 Year end' } });
    expect(step('revise', row, { input: { note: 'More' } })).toMatchObject({ exception: null, excepted: null });
  });

  it('is forbidden to a standard change too, tells a supplier no names, and lets an emergency through a freeze but not beside another', () => {
    const standard = { ...opened(), type: 'standard', model: model.id };
    expect(judge({ command: 'submit', row: standard, given: { ...frozen, model } })).toMatchObject({ refused: 'change.blocked.freeze' });
    const led = { ...standard, lead_party: 'ORG-5', suppliers: ['ORG-5'] };
    expect(judge({ command: 'submit', row: led, actor: supplier, given: { ...frozen, model } })).toEqual({
      refused: 'change.blocked.outside',
      field: 'planned_start',
    });
    const leak = step('submit', opened({ type: 'emergency' }));
    expect(step('approve', leak, { actor: manager, given: { ...given, blocks: [freeze] } }).state).toBe('approved');
    expect(judge({ command: 'approve', row: leak, actor: manager, given: frozen })).toMatchObject({ refused: 'change.blocked.same' });
  });
});

describe('an emergency', () => {
  it('goes before its papers, but is not closed without them', () => {
    const row = step('submit', happened(judge({ command: 'open', input: { title: 'Stop the leak', type: 'emergency', services: ['SVC-1'] } })).row);
    expect(judge({ command: 'implement', row })).toMatchObject({ refused: 'wrong_state' });
    const going = step('implement', step('approve', row, { actor: manager }));
    expect(going).toMatchObject({ authority: 'ecab', debts: ['reason', 'backout_plan', 'test_evidence'], builder: 'PER-1' });
    expect(judge({ command: 'implement', row: step('approve', row, { actor: manager }), actor: { ...manager, roles: ['agent'] } })).toMatchObject({
      refused: 'change.approve.builder',
    });
    const reviewed = step('review', step('complete', going), { actor: manager, input: { outcome: 'success', lessons: 'Alarm earlier' } });
    expect(judge({ command: 'close', row: reviewed, actor: manager })).toMatchObject({ refused: 'change.close.owes', field: 'reason' });
    const paid = step('prepare', { ...reviewed, reason: 'A leak' }, { input: { backout_plan: 'Open it', test_evidence: 'It held' } });
    expect(step('close', paid, { actor: manager })).toMatchObject({ state: 'closed', debts: [] });
  });
});

describe('who sees and does what', () => {
  it('customers see what they will notice once they are told, and answer for themselves', () => {
    const told = step('inform', { ...assessed([inside]), notice: 'No mail', suppliers: ['ORG-5'] });
    const shown = project(change, told, 'customer');
    for (const name of ['suppliers', 'lead_party', 'risk', 'hurt', 'affected_customers', 'informed_customers', 'description', 'items', 'votes', 'builder'])
      expect(shown).not.toHaveProperty(name);
    expect(shown).toMatchObject({ title: 'New firewall', notice: 'No mail', planned_start: times.planned_start, outage_minutes: 30 });
    const fact = happened(judge({ command: 'answer', row: { ...told, informed_customers: ['ORG-2', 'ORG-3'] }, actor: customer, input: { answer: 'agrees' } }));
    expect(fact.audience).toEqual([house, 'ORG-2']);
    expect(judge({ command: 'answer', row: assessed(), actor: customer, input: { answer: 'agrees' } })).toEqual({ refused: 'not_found' });
    expect(judge({ command: 'answer', row: told, input: { answer: 'agrees', customer: 'ORG-3', note: 'By telephone' } })).toMatchObject({ field: 'customer' });
  });

  it('a supplier proposes and leads its own, and touches nothing of others', () => {
    const row = opened({}, { actor: supplier });
    expect(row).toMatchObject({ lead_party: 'ORG-5', suppliers: ['ORG-5'], requester: 'PER-8' });
    expect(judge({ command: 'edit', row, actor: rival, input: { title: 'Mine' } })).toEqual({ refused: 'not_found' });
    expect(judge({ command: 'prepare', row: { ...row, suppliers: ['ORG-5', 'ORG-6'] }, actor: rival, input: { backout_plan: 'x' } })).toMatchObject({
      refused: 'change.not_the_lead',
    });
    expect(judge({ command: 'open', actor: supplier, input: { title: 'x', type: 'normal', affected_customers: ['ORG-2'] } })).toMatchObject({
      refused: 'change.open.not_yours',
      field: 'affected_customers',
    });
    expect(judge({ command: 'approve', row: { ...row, state: 'assessed' }, actor: supplier })).toMatchObject({ refused: 'not_allowed' });
  });

  it('what was done without approval is reported, reviewed, and never approved afterwards', () => {
    const row = happened(
      judge({
        command: 'open',
        input: { type: 'normal', unauthorised: true, title: 'Rule added by night', reason: 'Found at the audit', implemented_at: '2026-10-01T00:00:00Z' },
      }),
    ).row;
    expect(row).toMatchObject({ state: 'implemented', unauthorised: true });
    expect(judge({ command: 'open', input: { title: 'x', type: 'normal', implemented_at: '2026-10-01T00:00:00Z' } })).toMatchObject({
      field: 'implemented_at',
    });
    expect(judge({ command: 'open', input: { title: 'x', type: 'normal', unauthorised: true, reason: 'y' } })).toMatchObject({ field: 'implemented_at' });
    expect(judge({ command: 'approve', row, actor: manager })).toMatchObject({ refused: 'wrong_state' });
  });
});
