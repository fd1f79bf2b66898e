// Incidents by their rules: given a row and what is known, when something is asked, then a fact or a refusal that says what is right.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { IncidentGiven } from './classify.ts';
import { standardMatrix } from './impact.ts';
import { priorityRule } from './priority-rule.record.ts';
import { priorityRuleRules } from './priority-rule.rules.ts';
import { reason } from './reason.record.ts';
import { reasonRules } from './reason.rules.ts';
import { incident } from './record.ts';
import { incidentRules } from './rules.ts';

const house = 'ORG-1';
const at = '2026-10-05T09:00:00.000Z';
const agent = somebody({ side: 'integrator', organisation: house, person: 'PER-1', teams: ['TEAM-2', 'TEAM-1'], roles: ['agent'] });
const user = somebody({ side: 'customer', organisation: 'ORG-2', person: 'PER-5', roles: ['customer_user'] });
const other = somebody({ side: 'customer', organisation: 'ORG-3', person: 'PER-6', roles: ['customer_user'] });
const given: IncidentGiven = {
  house,
  reopen_window_days: 14,
  swarm_after: 2,
  matrix: standardMatrix,
  house_team: 'TEAM-9',
  service: { id: 'SVC-1', name: 'Workplace', provider: house, team: 'TEAM-1', criticality: 'high', customers: ['ORG-2', 'ORG-3'] },
  team: null,
  member: false,
  reason: null,
  parent: null,
};
const waiting = { id: 'RSN-1', kind: 'waiting', waits_on: 'customer', open: true };
const judge = (told: Told) => inMemory({ definition: incident, rules: incidentRules, house }, { given, actor: agent, at, ...told });
const opened = (input: object = {}, told: Partial<Told> = {}) =>
  judge({ command: 'open', input: { title: 'Mail is slow', service: 'SVC-1', customer: 'ORG-2', ...input }, ...told });
const row = (change: object = {}): AnyRow => ({ ...happened(opened()).row, ...change });
const step = (command: string, from: AnyRow, told: Partial<Told> = {}): AnyRow => happened(judge({ command, row: from, ...told })).row;

describe('reporting', () => {
  it('by the desk registers it with the service’s team, ranked by the matrix', () => {
    expect(happened(opened({ effect: 'down', urgency: 'high' })).row).toMatchObject({
      state: 'registered',
      customer: 'ORG-2',
      affected_customers: ['ORG-2'],
      party: house,
      team: 'TEAM-1',
      owner_team: 'TEAM-1',
      agent: null,
      impact: 'high',
      urgency: 'high',
      priority: 1,
      priority_overridden: false,
      source: 'phone',
      started_at: at,
      reopened: 0,
      requester: null,
    });
  });

  it('by a customer is for itself, and waits for the desk to register it', () => {
    expect(happened(opened({ customer: undefined, urgency: 'low' }, { actor: user })).row).toMatchObject({
      state: 'new',
      customer: 'ORG-2',
      requester: 'PER-5',
      source: 'portal',
      impact: 'medium',
      priority: 4,
    });
    expect(opened({ customer: 'ORG-3' }, { actor: user })).toMatchObject({ refused: 'not_allowed', field: 'customer' });
    expect(opened({ impact: 'high' }, { actor: user })).toEqual({ refused: 'incident.open.not_yours', field: 'impact', params: { field: 'impact' } });
    expect(opened({ affected_customers: ['ORG-3'] }, { actor: user })).toMatchObject({ refused: 'incident.open.not_yours', field: 'affected_customers' });
  });

  it('by an alarm takes what the alarm says, and lets no gap in the matrix silence it', () => {
    const alarm = {
      effect: 'degraded',
      impact: 'medium',
      urgency: 'high',
      part: 'SVC-3',
      affected_customers: ['ORG-3'],
      event: 'EVT-1',
      started_at: '2026-10-05T08:59:00.000Z',
    };
    const fact = happened(opened(alarm, { actor: asSystem('alarm'), given: { ...given, matrix: [] } }));
    expect(fact.row).toMatchObject({
      state: 'registered',
      part: 'SVC-3',
      affected_customers: ['ORG-2', 'ORG-3'],
      priority: 2,
      source: 'monitoring',
      started_at: alarm.started_at,
    });
    expect(fact.params).toEqual({ event: 'EVT-1' });
    expect(happened(opened({ started_at: '2026-10-05T09:04:00.000Z' }, { actor: asSystem('alarm') })).row.started_at).toBe(at);
  });

  it.each([
    [{ customer: undefined }, {}, 'incident.open.no_customer', 'customer'],
    [{ customer: 'ORG-8' }, {}, 'incident.open.not_a_customer', 'service'],
    [{ started_at: '2026-10-05T10:00:00Z' }, {}, 'incident.time.in_future', 'started_at'],
    [{}, { matrix: [] }, 'incident.priority.no_rule', 'impact'],
    [{}, { house_team: null, service: { ...given.service, team: null } }, 'incident.open.no_team', 'team'],
    [{ title: '' }, {}, 'field.required', 'title'],
    [{ restored_at: at }, {}, 'field.unknown', 'restored_at'],
  ])('is refused for %j with %j', (input, change, refused, field) => {
    expect(opened(input, { given: { ...given, ...change } })).toMatchObject({ refused, field });
  });

  it('needs no customer when the service has just one, and falls back on a team of the house', () => {
    const service = { id: 'SVC-1', name: 'Workplace', provider: 'ORG-5', team: 'TEAM-5', criticality: 'low' as const, customers: ['ORG-3', house] };
    expect(happened(opened({ customer: undefined }, { given: { ...given, service } })).row).toMatchObject({ customer: 'ORG-3', team: 'TEAM-9' });
  });
});

describe('classifying', () => {
  it('ranks by the matrix, and only when impact or urgency is given', () => {
    const registered = step('register', row({ state: 'new' }), { input: { impact: 'high', urgency: 'high' } });
    expect(registered).toMatchObject({ state: 'registered', priority: 1 });
    const raised = step('prioritise', registered, {
      input: { priority: 4, reason: 'RSN-3' },
      given: { ...given, reason: { ...waiting, id: 'RSN-3', kind: 'override' } },
    });
    expect(raised).toMatchObject({ priority: 4, priority_overridden: true, impact: 'high' });
    expect(step('reclassify', raised, { input: { part: 'SVC-3' } })).toMatchObject({ priority: 4, priority_overridden: true });
    expect(step('reclassify', raised, { input: { urgency: 'low' } })).toMatchObject({ priority: 3, priority_overridden: false });
  });

  it.each([
    ['reclassify', {}, {}, 'incident.reclassify.nothing', 'impact'],
    ['reclassify', { title: '' }, {}, 'field.required', 'title'],
    ['reclassify', { service: 'SVC-7' }, { service: { ...given.service, id: 'SVC-7', customers: ['ORG-4'] } }, 'incident.open.not_a_customer', 'service'],
    ['prioritise', { priority: 6, reason: 'RSN-1' }, {}, 'field.out_of_range', 'priority'],
    ['prioritise', { priority: 1 }, {}, 'field.required', 'reason'],
    ['prioritise', { priority: 1, reason: 'RSN-1' }, { reason: waiting }, 'incident.prioritise.wrong_reason', 'reason'],
    ['prioritise', { priority: 1, reason: 'RSN-1' }, { reason: { ...waiting, kind: 'override', open: false } }, 'incident.prioritise.wrong_reason', 'reason'],
  ])('%s %j is refused', (command, input, change, refused, field) => {
    expect(judge({ command, row: row(), input, given: { ...given, ...change } })).toMatchObject({ refused, field });
  });

  it('an alarm that joins makes it wider and worse, never better, and leaves a hand-set priority alone', () => {
    const first = row({
      effect: 'degraded',
      impact: 'medium',
      urgency: 'high',
      priority: 2,
      cleared_at: at,
      fan_out: [{ service: 'SVC-1', customer: 'ORG-2', effect: 'degraded' }],
    });
    const input = {
      event: 'EVT-2',
      affected_customers: ['ORG-4'],
      effect: 'down',
      impact: 'high',
      urgency: 'low',
      fan_out: [
        { service: 'SVC-1', customer: 'ORG-2', effect: 'down' },
        { service: 'SVC-7', customer: 'ORG-4', effect: 'down' },
      ],
    };
    const joined = step('join_event', first, { input, actor: asSystem('alarm') });
    expect(joined).toMatchObject({
      affected_customers: ['ORG-2', 'ORG-4'],
      effect: 'down',
      impact: 'high',
      urgency: 'high',
      priority: 1,
      cleared_at: null,
      fan_out: input.fan_out,
    });
    const milder = { event: 'EVT-3', effect: 'none', impact: 'low', urgency: 'low' };
    expect(step('join_event', joined, { input: milder, actor: asSystem('alarm') })).toMatchObject({ effect: 'down', impact: 'high', priority: 1 });
    expect(step('join_event', { ...first, priority: 5, priority_overridden: true }, { input, actor: asSystem('alarm') })).toMatchObject({
      priority: 5,
      impact: 'high',
    });
    expect(judge({ command: 'join_event', row: first, input })).toMatchObject({ refused: 'not_allowed' });
  });
});

describe('the work', () => {
  const team = { id: 'TEAM-2', organisation: house };
  it('is assigned within the house, and taken by who is in a team', () => {
    const assigned = step('assign', row(), { input: { team: 'TEAM-2', agent: 'PER-2' }, given: { ...given, team, member: true } });
    expect(assigned).toMatchObject({ state: 'assigned', party: house, team: 'TEAM-2', agent: 'PER-2' });
    const taken = step('take', assigned);
    expect(taken).toMatchObject({ state: 'in_progress', team: 'TEAM-2', agent: 'PER-1' });
    expect(step('assign', taken, { input: { team: 'TEAM-2' }, given: { ...given, team } })).toMatchObject({ state: 'in_progress', agent: null });
    expect(step('take', { ...row(), team: 'TEAM-7' })).toMatchObject({ team: 'TEAM-1' });
  });

  it.each([
    [{ input: { team: 'TEAM-5' }, given: { ...given, team: { id: 'TEAM-5', organisation: 'ORG-5' } } }, 'incident.assign.other_party', 'team'],
    [{ input: { team: 'TEAM-2', agent: 'PER-9' }, given: { ...given, team } }, 'incident.assign.not_in_team', 'agent'],
  ])('is not assigned with %j', (told, refused, field) => {
    expect(judge({ command: 'assign', row: row(), ...told })).toMatchObject({ refused, field });
  });

  it('is heard when the team it was escalated to takes it, and nobody else is', () => {
    const asked = { ...row(), escalated_to: 'agent', escalation: 'asked' };
    expect(step('take', asked)).toMatchObject({ escalation: 'seen', acknowledged_by: agent.person });
    expect(step('take', { ...asked, escalated_to: 'process_manager' })).toMatchObject({ escalation: 'asked' });
  });

  it('is not taken by who is in no team, or is no person', () => {
    expect(judge({ command: 'take', row: row(), actor: { ...agent, teams: [] } })).toEqual({ refused: 'incident.take.no_team' });
    expect(judge({ command: 'take', row: row(), actor: { ...agent, person: null } })).toEqual({ refused: 'incident.take.not_a_person' });
  });

  it('waits on the customer in its sight, on others out of its sight', () => {
    const onCustomer = happened(
      judge({ command: 'wait', row: row(), input: { waiting_reason: 'RSN-1', note: 'Which room?' }, given: { ...given, reason: waiting } }),
    );
    expect(onCustomer.row).toMatchObject({ state: 'pending', waiting_reason: 'RSN-1', waiting_on: 'ORG-2' });
    expect(onCustomer.audience).toEqual([house, 'ORG-2']);
    const supplier = { ...given, reason: { ...waiting, waits_on: 'supplier' } };
    const onSupplier = happened(judge({ command: 'wait', row: row({ party: 'ORG-5' }), input: { waiting_reason: 'RSN-1' }, given: supplier }));
    expect([onSupplier.row.waiting_on, onSupplier.audience]).toEqual(['ORG-5', [house]]);
    expect(step('resume', onCustomer.row, { actor: user, given: { ...given, reason: waiting } })).toMatchObject({
      state: 'in_progress',
      waiting_reason: null,
      waiting_on: null,
    });
    expect(judge({ command: 'resume', row: onCustomer.row, actor: user, given: supplier })).toEqual({ refused: 'incident.resume.not_yours' });
  });

  it.each([
    [{ waiting_reason: 'RSN-1' }, { reason: { ...waiting, kind: 'rejection' } }, 'incident.wait.wrong_reason', 'waiting_reason'],
    [{ waiting_reason: 'RSN-1' }, { reason: { ...waiting, open: false } }, 'incident.wait.wrong_reason', 'waiting_reason'],
    [{ waiting_reason: 'RSN-1', waiting_until: at }, { reason: waiting }, 'incident.wait.in_past', 'waiting_until'],
  ])('does not wait with %j', (input, change, refused, field) => {
    expect(judge({ command: 'wait', row: row(), input, given: { ...given, ...change } })).toMatchObject({ refused, field });
  });

  it('passes to who accepted it and comes back to the owner', () => {
    const itself = asSystem('work order');
    const passed = happened(
      judge({ command: 'pass_custody', row: row({ agent: 'PER-1' }), input: { party: 'ORG-5', team: 'TEAM-5', work_order: 'WO-1' }, actor: itself }),
    );
    expect(passed.row).toMatchObject({ state: 'in_progress', party: 'ORG-5', team: 'TEAM-5', agent: null, owner_team: 'TEAM-1' });
    expect([passed.params, passed.audience]).toEqual([{ work_order: 'WO-1' }, [house]]);
    expect(step('return_custody', passed.row, { input: { team: 'TEAM-1', work_order: 'WO-1' }, actor: itself })).toMatchObject({
      party: house,
      team: 'TEAM-1',
      agent: null,
    });
    expect(step('return_custody', row({ agent: 'PER-1' }), { input: { work_order: 'WO-1' }, actor: itself })).toMatchObject({ party: house, agent: 'PER-1' });
    expect(judge({ command: 'pass_custody', row: row(), input: { party: 'ORG-5', team: 'TEAM-5' } })).toMatchObject({ refused: 'not_allowed' });
  });
});

describe('words', () => {
  const both = row({ affected_customers: ['ORG-2', 'ORG-3'] });
  const said = (command: string, told: Partial<Told>) => {
    const outcome = judge({ command, row: both, ...told });
    return 'refused' in outcome ? outcome.refused : outcome.audience;
  };
  it('stay in the house when noted, go to the leading customer when replied, and to others only when chosen', () => {
    expect(said('note', { input: { note: 'x' } })).toEqual([house]);
    expect(said('note', { input: { note: 'x', audience: [house, 'ORG-3'] } })).toEqual([house, 'ORG-3']);
    expect(said('note', { input: { note: 'x', audience: ['ORG-4'] } })).toBe('audience.too_wide');
    expect(said('reply', { input: { note: 'x' } })).toEqual([house, 'ORG-2']);
    expect(said('reply', { input: { note: 'x', audience: ['ORG-3'] } })).toEqual([house, 'ORG-3']);
    expect(said('reply', { input: { note: 'x', audience: ['TEAM-4'] } })).toBe('incident.audience.not_a_customer');
  });
  it('of one customer never reach another, whatever it asks', () => {
    expect(said('reply', { input: { note: 'x', audience: ['ORG-2'] }, actor: other })).toEqual([house, 'ORG-3']);
    expect(said('note', { input: { note: 'x' }, actor: other })).toBe('not_allowed');
    expect(judge({ command: 'reply', row: row(), input: { note: 'x' }, actor: other })).toEqual({ refused: 'not_found' });
  });
});

describe('the end', () => {
  const cleared = row({ state: 'in_progress', started_at: '2026-10-05T08:00:00.000Z', cleared_at: '2026-10-05T08:40:00.000Z', waiting_reason: 'RSN-1' });
  const solve = { resolution: 'workaround', note: 'Over line B' };
  const resolved = step('resolve', cleared, { input: solve });

  it('a workaround is enough; the cleared alarm is proposed as the moment of restoration', () => {
    expect(resolved).toMatchObject({
      state: 'resolved',
      open: true,
      resolution: 'workaround',
      restored_at: '2026-10-05T08:40:00.000Z',
      resolved_at: at,
      waiting_reason: null,
    });
    expect(step('resolve', { ...cleared, cleared_at: null }, { input: solve }).restored_at).toBe(at);
    expect(step('resolve', cleared, { input: { ...solve, restored_at: '2026-10-05T08:30:00Z' } }).restored_at).toBe('2026-10-05T08:30:00.000Z');
  });

  it.each([
    [{ ...solve, restored_at: '2026-10-05T07:00:00Z' }, 'incident.resolve.before_start', 'restored_at'],
    [{ ...solve, restored_at: '2026-10-05T09:00:01Z' }, 'incident.time.in_future', 'restored_at'],
    [{ ...solve, resolution: 'duplicate' }, 'incident.resolve.duplicate', 'resolution'],
    [{ resolution: 'fixed' }, 'field.required', 'note'],
    [{ note: 'x' }, 'field.required', 'resolution'],
  ])('is not %j', (input, refused, field) => {
    expect(judge({ command: 'resolve', row: cleared, input })).toMatchObject({ refused, field });
  });

  it('the leading customer confirms, or who reported it; another affected customer cannot', () => {
    expect(step('confirm', resolved, { actor: user })).toMatchObject({ state: 'closed', open: false, closed_at: at });
    const shared = { ...resolved, affected_customers: ['ORG-2', 'ORG-3'] };
    expect(judge({ command: 'confirm', row: shared, actor: other })).toEqual({ refused: 'incident.confirm.not_yours' });
    expect(step('confirm', { ...shared, requester: 'PER-6' }, { actor: other }).state).toBe('closed');
    expect(judge({ command: 'confirm', row: resolved })).toMatchObject({ refused: 'not_allowed' });
    expect(judge({ command: 'confirm', row: cleared, actor: user })).toMatchObject({ refused: 'wrong_state' });
  });

  it('it is reopened within the window, and not a moment later', () => {
    const closed = step('confirm', resolved, { actor: user });
    const again = step('reopen', closed, { actor: user, input: { note: 'Still slow' }, at: '2026-10-19T09:00:00.000Z' });
    expect(again).toMatchObject({
      state: 'in_progress',
      open: true,
      closed_at: null,
      reopened: 1,
      restored_at: null,
      resolved_at: null,
      resolution: null,
      cleared_at: null,
      party: house,
      team: 'TEAM-1',
    });
    expect(judge({ command: 'reopen', row: closed, actor: user, input: { note: 'x' }, at: '2026-10-19T09:00:00.001Z' })).toEqual({
      refused: 'incident.reopen.too_late',
      params: { until: '2026-10-19' },
    });
    expect(step('reopen', resolved, { input: { note: 'x' }, given: { ...given, reopen_window_days: 0 } }).state).toBe('in_progress');
    expect(judge({ command: 'reopen', row: row(), input: { note: 'x' } })).toMatchObject({ refused: 'wrong_state' });
  });

  it('a duplicate goes into an open incident that covers all its customers', () => {
    const parent = { id: 'INC-7', open: true, state: 'in_progress', affected_customers: ['ORG-2', 'ORG-3'] };
    const merge = (change: object) =>
      judge({ command: 'merge_into', row: row(), input: { parent: 'INC-7' }, given: { ...given, parent: { ...parent, ...change } } });
    expect(happened(merge({})).row).toMatchObject({ state: 'cancelled', resolution: 'duplicate', parent: 'INC-7' });
    expect(merge({ id: 'INC-1' })).toMatchObject({ refused: 'incident.merge_into.itself' });
    expect(merge({ open: false })).toMatchObject({ refused: 'incident.merge_into.not_open' });
    expect(merge({ state: 'resolved' })).toMatchObject({ refused: 'incident.merge_into.not_open' });
    expect(merge({ affected_customers: ['ORG-3'] })).toMatchObject({ refused: 'incident.merge_into.other_customer' });
  });

  it('an imported step sets what another system said', () => {
    const manager = somebody({ side: 'integrator', organisation: house, roles: ['process_manager'] });
    const input = { state: 'closed', priority: 3, team: 'TEAM-4', resolution: 'fixed', note: 'code 5' };
    const imported = happened(judge({ command: 'import_step', row: resolved, input, actor: manager, at: '2016-03-05T12:00:00.000Z' }));
    expect(imported.row).toMatchObject({ state: 'closed', closed_at: '2016-03-05T12:00:00.000Z', priority: 3, team: 'TEAM-4', resolution: 'fixed' });
    expect(judge({ command: 'import_step', row: resolved, input: { team: null }, actor: manager })).toMatchObject({ refused: 'field.required', field: 'team' });
    expect(judge({ command: 'import_step', row: resolved, input })).toMatchObject({ refused: 'not_allowed' });
  });
});

describe('reasons and the matrix', () => {
  const manager = somebody({ side: 'integrator', organisation: house, roles: ['process_manager'] });
  const add = (input: object) =>
    inMemory(
      { definition: reason, rules: reasonRules, house },
      { command: 'add', input: { name: 'Waits', code: 'waits', kind: 'waiting', ...input }, actor: manager },
    );
  it('a waiting reason says on whom, and has a lasting code', () => {
    expect(happened(add({ waits_on: 'customer' })).row).toMatchObject({ state: 'active', waits_on: 'customer' });
    expect(happened(add({ kind: 'rejection' })).row.waits_on).toBe('nobody');
    expect(add({})).toMatchObject({ refused: 'reason.add.waits_on_needed', field: 'waits_on' });
    expect(add({ code: 'Waits On', waits_on: 'nobody' })).toMatchObject({ refused: 'reason.add.bad_code', field: 'code' });
  });
  it('a cell of the matrix is called by its coordinates', () => {
    const cell = { command: 'add', input: { impact: 'high', urgency: 'low', priority: 3 }, actor: manager };
    expect(happened(inMemory({ definition: priorityRule, rules: priorityRuleRules, house }, cell)).row.name).toBe('high / low');
  });
});
