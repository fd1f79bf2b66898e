// Releases, tasks and models by their rules: criteria before the build, acceptance by others, order, and what stands beforehand.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { changeModel } from './model.record.ts';
import { modelRules } from './model.rules.ts';
import { loseStanding, makeReady, nameInProblem, openIncident, updateItems } from './reactions.ts';
import { release } from './release.record.ts';
import { type ReleaseGiven, releaseRules } from './release.rules.ts';
import { changeTask } from './task.record.ts';
import { type TaskGiven, taskRules } from './task.rules.ts';

const house = 'ORG-1';
const builder = somebody({ side: 'integrator', organisation: house, person: 'PER-1', roles: ['agent'] });
const operator = somebody({ side: 'integrator', organisation: house, person: 'PER-2', roles: ['process_manager'] });
const now = '2026-10-05T09:00:00.000Z';

describe('a release', () => {
  const given: ReleaseGiven = { changes: [{ id: 'CHG-1', state: 'approved', release: null }], tasks: [], incidents: [] };
  const judge = (told: Told) => inMemory({ definition: release, rules: releaseRules, house }, { given, actor: builder, at: now, ...told });
  const step = (command: string, row: AnyRow | null, told: Partial<Told> = {}): AnyRow => happened(judge({ command, row, ...told })).row;
  const criteria = (met: boolean) => [{ text: 'It is watched', met }];
  const planned = () => step('open', null, { input: { title: '8.2', changes: ['CHG-1'], backout_plan: 'Back to 8.1' } });
  const agreed = () => step('agree', planned(), { input: { acceptance: criteria(true) } });
  const tested = () => step('test', step('build', agreed()), { input: { test_evidence: 'Three wards' } });
  const accepted = () => step('accept', tested(), { actor: operator, input: { acceptance: criteria(true) } });
  const deployed = () => step('complete', step('deploy', accepted()));
  const watched = () => step('support', deployed(), { input: { early_life_until: '2026-10-12T09:00:00.000Z', exit: criteria(false) } });

  it('is built after its criteria were agreed, which nobody has met by then', () => {
    expect(judge({ command: 'build', row: planned() })).toMatchObject({ refused: 'release.build.no_criteria', field: 'acceptance' });
    expect(judge({ command: 'agree', row: planned(), input: { acceptance: [] } })).toMatchObject({ refused: 'release.criteria.empty' });
    expect(agreed()).toMatchObject({ acceptance: criteria(false), agreed_by: 'PER-1' });
    const taken = { ...given, changes: [{ id: 'CHG-1', state: 'approved', release: 'REL-9' }] };
    expect(judge({ command: 'edit', row: planned(), input: { changes: ['CHG-1'] }, given: taken })).toMatchObject({ refused: 'release.changes.taken' });
  });

  it('is accepted by operations as agreed, never by who built it', () => {
    expect(judge({ command: 'accept', row: tested(), input: { acceptance: criteria(true) } })).toMatchObject({ refused: 'release.accept.own' });
    expect(judge({ command: 'accept', row: tested(), actor: operator })).toMatchObject({ refused: 'release.criteria.unmet' });
    expect(judge({ command: 'accept', row: tested(), actor: operator, input: { acceptance: [{ text: 'Easier', met: true }] } })).toMatchObject({
      refused: 'release.accept.criteria_changed',
    });
    expect(judge({ command: 'accept', row: tested(), actor: operator, input: { acceptance: [] } })).toMatchObject({
      refused: 'release.accept.criteria_changed',
    });
    expect(step('accept', tested(), { actor: operator, input: { note: 'Watched by hand until Monday' } })).toMatchObject({ accepted_by: 'PER-2' });
  });

  it('is deployed with a way back, when every change is approved, and done when every ring is', () => {
    expect(judge({ command: 'deploy', row: { ...accepted(), backout_plan: null } })).toMatchObject({ refused: 'release.deploy.no_backout' });
    for (const state of ['draft', 'submitted', 'assessed', 'deferred', 'rejected', 'cancelled'])
      expect(judge({ command: 'deploy', row: accepted(), given: { ...given, changes: [{ id: 'CHG-1', state, release: null }] } })).toMatchObject({
        refused: 'release.deploy.not_approved',
      });
    const ring = (state: 'doing' | 'failed' | 'done' | 'cancelled') => ({ ...given, tasks: [{ id: 'CHT-1', title: 'Ring 1', state }] });
    for (const state of ['doing', 'failed'] as const)
      expect(judge({ command: 'complete', row: step('deploy', accepted()), given: ring(state) })).toMatchObject({ refused: 'release.complete.tasks_open' });
    for (const state of ['done', 'cancelled'] as const)
      expect(step('complete', step('deploy', accepted()), { given: ring(state) })).toMatchObject({ deployed_at: now });
  });

  it('leaves its early life by its exit criteria, or by a reason; what came up then is kept', () => {
    const early = { early_life_until: now, exit: criteria(false) };
    expect(judge({ command: 'support', row: deployed(), input: early })).toMatchObject({ refused: 'release.time.in_past' });
    expect(judge({ command: 'support', row: deployed(), input: { early_life_until: '2026-10-12T09:00:00.000Z', exit: [] } })).toMatchObject({ field: 'exit' });
    expect(judge({ command: 'close', row: watched(), actor: operator })).toMatchObject({ refused: 'release.criteria.unmet', field: 'exit' });
    const came = { ...given, incidents: ['INC-1'] };
    expect(step('close', watched(), { actor: operator, input: { exit: criteria(true) }, given: came })).toMatchObject({
      state: 'closed',
      incidents: ['INC-1'],
    });
    expect(step('roll_back', watched(), { actor: operator, input: { note: 'Too slow' }, given: came })).toMatchObject({
      state: 'rolled_back',
      incidents: ['INC-1'],
    });
  });
});

describe('a task', () => {
  const brief = (id: string, after: readonly string[] = [], state: 'planned' | 'done' | 'cancelled' = 'planned') =>
    ({ id, title: id, state, phase: 'implement', party: house, after, position: 1 }) as const;
  const given: TaskGiven = {
    ...{ house, party: house, supplies: true, team: null, assignee: null, release: null },
    ...{ change: { id: 'CHG-1', state: 'implementing', open: true }, tasks: [] },
  };
  const judge = (told: Told) => inMemory({ definition: changeTask, rules: taskRules, house }, { given, actor: builder, at: now, ...told });
  const planned = (input: object = {}, more: object = {}) =>
    judge({ command: 'plan', given: { ...given, ...more }, input: { title: 'Swap', change: 'CHG-1', ...input } });

  it('belongs to a change that is still to be made, and to somebody who supplies something', () => {
    expect(happened(planned()).row).toMatchObject({ party: house, phase: 'implement', position: 1 });
    expect(planned({}, { change: null })).toMatchObject({ refused: 'change_task.plan.no_whole' });
    expect(planned({}, { change: { id: 'CHG-1', state: 'implemented', open: true } })).toMatchObject({ refused: 'change_task.plan.too_late' });
    expect(planned({}, { supplies: false })).toMatchObject({ refused: 'change_task.not_a_supplier' });
    expect(planned({ team: 'TEAM-5' }, { team: { id: 'TEAM-5', organisation: 'ORG-5' } })).toMatchObject({ refused: 'change_task.wrong_team' });
  });

  it('comes after others in no circle, and begins when they are over and its phase has come', () => {
    const row = { ...happened(planned()).row, id: 'CHT-1' };
    const circle = { ...given, tasks: [brief('CHT-2', ['CHT-3']), brief('CHT-3', ['CHT-1'])] };
    expect(judge({ command: 'edit', row, input: { after: ['CHT-2'] }, given: circle })).toMatchObject({ refused: 'change_task.wrong_after' });
    const start = (state: 'planned' | 'done' | 'cancelled', whole = 'implementing') =>
      judge({
        ...{ command: 'start', row: { ...row, after: ['CHT-2'] } },
        given: { ...given, change: { id: 'CHG-1', state: whole, open: true }, tasks: [brief('CHT-2', [], state)] },
      });
    expect(start('planned')).toMatchObject({ refused: 'change_task.start.waits' });
    expect(start('done', 'tested')).toMatchObject({ refused: 'change_task.start.too_early' });
    for (const state of ['done', 'cancelled'] as const)
      expect(happened(start(state)).row).toMatchObject({ state: 'doing', assignee: 'PER-1', started_at: now });
    const tasks = [brief('CHT-1', [], 'done'), brief('CHT-2', ['CHT-1']), brief('CHT-3', ['CHT-2']), { ...brief('CHT-4'), phase: 'verify' } as const];
    expect(makeReady('implementing', tasks).map((each) => each.target)).toEqual(['CHT-2', 'CHT-4']);
    expect(makeReady('building', tasks)).toEqual([]);
  });
});

describe('a model', () => {
  const judge = (told: Told) => inMemory({ definition: changeModel, rules: modelRules, house }, { actor: operator, at: now, ...told });
  const content = { name: 'Swap', services: ['SVC-1'], duration_minutes: 60, backout_plan: 'Put it back', test_evidence: 'Often' };
  const draft = happened(judge({ command: 'open', input: content, actor: builder })).row;
  it('is approved whole, and by somebody who did not write it', () => {
    expect(judge({ command: 'approve', row: { ...draft, author: 'PER-2' } })).toMatchObject({ refused: 'change_model.approve.own' });
    for (const lacks of ['duration_minutes', 'backout_plan', 'test_evidence'])
      expect(judge({ command: 'approve', row: { ...draft, [lacks]: null } })).toMatchObject({ refused: 'change_model.approve.incomplete', field: lacks });
    expect(judge({ command: 'approve', row: { ...draft, services: [] } })).toMatchObject({ field: 'services' });
    expect(happened(judge({ command: 'approve', row: draft })).row).toMatchObject({ state: 'active', approver: 'PER-2' });
  });
});

describe('what follows from a change', () => {
  const failed = { id: 'CHG-1', type: 'standard', model: 'CHM-1', outcome: 'backed_out' } as const;
  it('a failed standard change takes the standing of its model, and nothing else does', () => {
    for (const outcome of ['backed_out', 'failed'] as const)
      expect(loseStanding({ ...failed, outcome }, { state: 'active' })).toMatchObject([{ command: 'lose_standing', target: 'CHM-1' }]);
    for (const outcome of ['success', 'partial'] as const) expect(loseStanding({ ...failed, outcome }, { state: 'active' })).toEqual([]);
    expect(loseStanding({ ...failed, type: 'normal' }, { state: 'active' })).toEqual([]);
    expect(loseStanding(failed, { state: 'suspended' })).toEqual([]);
  });

  it('items become what was planned and keep the rest; those it left as they were are confirmed', () => {
    const updates = { implemented_at: now, item_updates: [{ item: 'CI-1', changes: { state: 'live', attributes: { model: 'New' } } }] };
    const asks = updateItems(updates, [
      { id: 'CI-1', attributes: { model: 'Old', ports: 24 }, state: 'test' },
      { id: 'CI-2', attributes: { model: 'Old' }, state: 'live' },
    ]);
    expect(asks.map((each) => [each.target, each.input])).toEqual([
      ['CI-1', { attributes: { model: 'New', ports: 24 }, status: 'live', seen_at: now }],
      ['CI-2', { seen_at: now }],
    ]);
  });

  it('an incident is opened once, for whom it hits; a problem takes it only when it waits for one', () => {
    const change = {
      ...failed,
      title: 'Swap',
      incident: null,
      hurt: [
        { service: 'SVC-1', customer: 'ORG-3' },
        { service: 'SVC-2', customer: 'ORG-4' },
      ],
    } as never;
    const first = { service: 'SVC-1', customer: 'ORG-2' };
    expect(openIncident(change, first)).toMatchObject([{ input: { external_id: 'CHG-1', affected_customers: ['ORG-2', 'ORG-3'] } }]);
    expect(openIncident({ ...(change as object), incident: 'INC-1' } as never, first)).toEqual([]);
    expect(openIncident(change, null)).toEqual([]);
    const named = { id: 'CHG-1', problem: 'PRB-1' };
    expect(nameInProblem(named, { state: 'known_error', changes: [] })).toHaveLength(1);
    expect(nameInProblem(named, { state: 'known_error', changes: ['CHG-1'] })).toEqual([]);
    expect(nameInProblem(named, { state: 'investigating', changes: [] })).toEqual([]);
  });
});
