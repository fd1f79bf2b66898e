// Work orders by their rules: given what is known of the receiver, when work is offered, answered and done, then a fact or a refusal.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import { type AnyRow, project } from '../../kernel/record.ts';
import { workOrder } from './record.ts';
import { type WorkOrderGiven, workOrderRules } from './rules.ts';

const house = 'ORG-1';
const agent = somebody({ side: 'integrator', organisation: house, person: 'PER-1', teams: ['TEAM-1'], roles: ['agent'] });
const supplier = somebody({ side: 'supplier', organisation: 'ORG-5', person: 'PER-8', roles: ['supplier_agent'] });
const rival = somebody({ side: 'supplier', organisation: 'ORG-6', person: 'PER-9', roles: ['supplier_agent'] });
const customer = somebody({ side: 'customer', organisation: 'ORG-2', person: 'PER-5', roles: ['customer_manager'] });
const given: WorkOrderGiven = {
  house,
  supplies: true,
  team: null,
  service: null,
  reason: null,
  incident: { id: 'INC-1', open: true, priority: 2, part: 'SVC-3', part_provider: 'ORG-5' },
};
const line = { id: 'SVC-3', name: 'Line A', provider: 'ORG-5', team: 'TEAM-5' };
const rejection = { id: 'RSN-2', kind: 'rejection', waits_on: 'nobody', open: true };
const judge = (told: Told) => inMemory({ definition: workOrder, rules: workOrderRules, house }, { given, actor: supplier, ...told });
const offer = (input: object = {}, change: Partial<WorkOrderGiven> = {}) =>
  judge({
    command: 'offer',
    actor: agent,
    given: { ...given, service: line, ...change },
    input: { title: 'Line A is down', instruction: 'Restore it', supplier: 'ORG-5', parent: 'INC-1', ...input },
  });
const row = (change: object = {}): AnyRow => ({ ...happened(offer()).row, ...change });
const step = (command: string, from: AnyRow, told: Partial<Told> = {}): AnyRow => happened(judge({ command, row: from, ...told })).row;

describe('an offer', () => {
  it('takes part, team and priority from the incident, and stays with the sender', () => {
    const fact = happened(offer());
    expect(fact.row).toMatchObject({ state: 'offered', holder: house, supplier: 'ORG-5', service: 'SVC-3', team: 'TEAM-5', priority: 2 });
    expect(fact.audience).toEqual([house, 'ORG-5']);
  });

  it.each([
    [{ supplier: 'ORG-2' }, { supplies: false }, 'work_order.offer.to_a_customer', 'supplier'],
    [{ team: 'TEAM-6' }, { team: { id: 'TEAM-6', organisation: 'ORG-6' } }, 'work_order.offer.wrong_team', 'team'],
    [{ service: 'SVC-4' }, { service: { ...line, provider: 'ORG-6' } }, 'work_order.offer.wrong_service', 'service'],
    [{}, { incident: { ...given.incident, open: false } as WorkOrderGiven['incident'] }, 'work_order.offer.parent_closed', 'parent'],
    [{ instruction: '' }, {}, 'field.required', 'instruction'],
    [{ parent: null }, { incident: null }, 'field.required', 'priority'],
  ])('%j with %j is refused', (input, change, refused, field) => {
    expect(offer(input, change)).toMatchObject({ refused, field });
  });

  it('is not about the failing part when somebody else provides that', () => {
    expect(happened(offer({ supplier: 'ORG-6' }, { service: null })).row).toMatchObject({ service: null, team: null });
  });
});

describe('the receiver', () => {
  it('accepts, and then has the work', () => {
    const accepted = step('accept', row(), { input: { their_reference: 'TT-99' } });
    expect(accepted).toMatchObject({ state: 'accepted', holder: 'ORG-5', team: 'TEAM-5', agent: 'PER-8', their_reference: 'TT-99' });
    expect(
      judge({ command: 'accept', row: row(), input: { team: 'TEAM-6' }, given: { ...given, team: { id: 'TEAM-6', organisation: 'ORG-6' } } }),
    ).toMatchObject({ refused: 'work_order.offer.wrong_team' });
  });

  it('rejects with a reason, and never has it', () => {
    expect(step('reject', row(), { input: { reject_reason: 'RSN-2' }, given: { ...given, reason: rejection } })).toMatchObject({
      state: 'rejected',
      open: false,
      holder: house,
    });
    expect(judge({ command: 'reject', row: row() })).toMatchObject({ refused: 'field.required', field: 'reject_reason' });
    for (const reason of [{ ...rejection, kind: 'waiting' }, { ...rejection, open: false }, null])
      expect(judge({ command: 'reject', row: row(), input: { reject_reason: 'RSN-2' }, given: { ...given, reason } })).toMatchObject({
        refused: 'work_order.reject.wrong_reason',
        field: 'reject_reason',
      });
  });

  it('works, waits, goes on and reports it done', () => {
    const started = step('start', step('accept', row()));
    const onCustomer = { ...given, reason: { id: 'RSN-1', kind: 'waiting', waits_on: 'customer', open: true } };
    const waits = step('wait', started, { input: { waiting_reason: 'RSN-1' }, given: onCustomer });
    expect(waits).toMatchObject({ state: 'pending', waiting_on: house, holder: 'ORG-5' });
    const done = step('complete', step('resume', waits), { input: { result: 'Cable replaced' } });
    expect(done).toMatchObject({
      state: 'completed',
      open: true,
      holder: house,
      waiting_reason: null,
      waiting_on: null,
      result: 'Cable replaced',
      completed_at: '2026-10-05T09:00:00.000Z',
    });
    expect(step('send_back', done, { actor: agent, input: { note: 'Still down' } })).toMatchObject({
      state: 'in_progress',
      holder: 'ORG-5',
      result: null,
      completed_at: null,
    });
    expect(step('close', done, { actor: agent })).toMatchObject({ state: 'closed', open: false });
    expect(judge({ command: 'wait', row: started, input: { waiting_reason: 'RSN-2' }, given: { ...given, reason: rejection } })).toMatchObject({
      refused: 'work_order.wait.wrong_reason',
    });
    expect(
      judge({ command: 'wait', row: started, input: { waiting_reason: 'RSN-1', waiting_until: '2026-10-05T08:00:00Z' }, given: onCustomer }),
    ).toMatchObject({ refused: 'work_order.wait.in_past' });
  });

  it('loses it when it is withdrawn', () => {
    expect(step('withdraw', step('accept', row()), { actor: agent, input: { note: 'Works again' } })).toMatchObject({ state: 'withdrawn', holder: house });
  });
});

describe('answering for a supplier', () => {
  it('says who of them it was', () => {
    expect(judge({ command: 'accept', row: row(), actor: agent })).toEqual({ refused: 'work_order.on_behalf.needs_note', field: 'note' });
    expect(step('accept', row(), { actor: agent, input: { note: 'Ms Kok by telephone' } })).toMatchObject({ holder: 'ORG-5', agent: null });
  });
  it('is not needed for a team of the house', () => {
    expect(step('accept', row({ supplier: house, team: 'TEAM-3' }), { actor: agent })).toMatchObject({ holder: house, agent: 'PER-1' });
  });
});

describe('who sees and does what', () => {
  it('the receiver sees what was sent and nothing that belongs to the customer’s record; nobody else sees it at all', () => {
    expect(project(workOrder, row(), 'supplier')).not.toHaveProperty('parent');
    expect(project(workOrder, row(), 'supplier')).not.toHaveProperty('holder');
    for (const actor of [rival, customer]) expect(judge({ command: 'accept', row: row(), actor })).toEqual({ refused: 'not_found' });
    expect(judge({ command: 'withdraw', row: row(), input: { note: 'x' } })).toMatchObject({ refused: 'not_allowed' });
  });
  it('notes stay on the writer’s side unless somebody is chosen', () => {
    const audience = (actor: typeof agent, chosen?: string[]) => {
      const outcome = judge({ command: 'note', row: row(), actor, input: { note: 'x', ...(chosen ? { audience: chosen } : {}) } });
      return 'refused' in outcome ? outcome.refused : outcome.audience;
    };
    expect([audience(agent), audience(agent, [house, 'ORG-5']), audience(supplier), audience(agent, ['ORG-2'])]).toEqual([
      [house],
      [house, 'ORG-5'],
      [house, 'ORG-5'],
      'audience.too_wide',
    ]);
  });
});
