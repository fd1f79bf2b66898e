// The agenda and the clock of its items: what is late, who goes on, and that the server counts no time.
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { type CabGiven, cabRules } from './cab.rules.ts';
import { following, moved, usedMs, withFound } from './cab-agenda.record.ts';
import type { AgendaItem } from './cab-data.record.ts';

const actor: Actor = {
  ...{ person: 'PER-1', name: 'Eva', side: 'integrator', organisation: 'ORG-1', parties: ['ORG-1'], teams: [], roles: ['process_manager'], grants: null },
};
const at = (state: string, elsewhere: string | null = null) => ({ state, elsewhere });
const given: CabGiven = {
  house: 'ORG-1',
  zone: 'Europe/Amsterdam',
  people: {
    'PER-1': { organisation: 'ORG-1', active: true },
    'PER-2': { organisation: 'ORG-2', active: true },
    'PER-3': { organisation: 'ORG-3', active: false },
  },
  found: ['CHG-2', 'CHG-1', 'CHG-3'],
  changes: { 'CHG-9': at('assessed'), 'CHG-8': at('draft'), 'CHG-7': at('assessed', 'CAB-9') },
  successor: null,
  minutes: null,
  settled: [],
};
const item = (change: string): AgendaItem => ({ change, late: false, minutes: 10, added_by: null, reason: null });
const row = {
  ...{ id: 'CAB-1', version: 3, state: 'frozen', open: true, title: 'CAB', kind: 'regular', mode: 'meeting', starts_at: '2026-03-24T09:00:00.000Z' },
  ...{ cut_off: '2026-03-23T09:00:00.000Z', item_minutes: 10, chair: 'PER-1', members: ['PER-1', 'PER-2'], present: [], repeats: 'weekly' },
  ...{ agenda: ['CHG-1', 'CHG-2', 'CHG-3'].map(item), timing: [], actions: [], current: null },
};
type More = { readonly row?: object | null; readonly input?: object; readonly given?: Partial<CabGiven>; readonly actor?: Actor; readonly at?: string };
const run = (command: string, more: More = {}): { refused?: string; field?: string; changes: Record<string, never>; params: Record<string, unknown> } => {
  const at = more.at ?? '2026-03-24T09:00:00.000Z';
  const base = more.row === null ? null : { ...row, ...more.row };
  const the = {
    command,
    row: base as never,
    input: (more.input ?? {}) as never,
    given: { ...given, ...more.given },
    actor: more.actor ?? actor,
    at,
    now: at,
    id: 'CAB-1',
  };
  const decided = cabRules[command]?.(the) ?? {};
  return decided as ReturnType<typeof run>;
};
const plan = (input: object, more: More = {}) =>
  run('plan', {
    ...more,
    row: null,
    input: { title: 'CAB', kind: 'regular', mode: 'meeting', starts_at: '2026-03-24T09:00:00.000Z', chair: 'PER-1', members: ['PER-1', 'PER-2'], ...input },
  });

describe('planning', () => {
  it('fills in what is usual and finds the parties of the members', () => {
    const { changes } = plan({});
    expect(changes).toMatchObject({ cut_off: '2026-03-23T09:00:00.000Z', planned_minutes: 60, parties: ['ORG-2'], rule: { quorum: 1, majority: 'unanimous' } });
  });
  it.each([
    ['a chair of another party', { chair: 'PER-2' }, 'cab_meeting.chair_outside', 'chair'],
    ['a member who has left', { members: ['PER-3'] }, 'cab_meeting.person_left', 'members'],
    ['no members', { members: [] }, 'cab_meeting.nobody', 'members'],
    ['a cut-off after the start', { cut_off: '2026-03-24T10:00:00.000Z' }, 'cab_meeting.cut_off_late', 'cut_off'],
    ['a vote without a deadline', { mode: 'by_deadline' }, 'cab_meeting.no_deadline', 'deadline'],
    ['a deadline before the vote begins', { mode: 'by_deadline', deadline: '2026-03-24T09:00:00.000Z' }, 'cab_meeting.no_deadline', 'deadline'],
    ['a quorum of more than there are', { rule: { quorum: 3, majority: 'simple', everybody: false } }, 'cab_meeting.quorum', 'rule'],
    ['a change that is a draft', { changes: ['CHG-8'] }, 'cab_meeting.add.not_to_judge', 'changes'],
  ])('refuses %s', (_name, input, refused, field) => expect(plan(input)).toMatchObject({ refused, field }));
  it('lets an agent call an emergency, and nothing else', () => {
    const agent: Actor = { ...actor, roles: ['agent'] };
    expect(plan({}, { actor: agent }).refused).toBe('cab_meeting.plan.emergency_only');
    expect(plan({ kind: 'emergency' }, { actor: agent }).changes).toMatchObject({ cut_off: null });
  });
});

describe('the agenda', () => {
  it('takes what was found after what is there, nothing twice', () => {
    expect(withFound([item('CHG-1')], given.found, 5).map((each) => each.change)).toEqual(['CHG-1', 'CHG-2', 'CHG-3']);
  });
  it('moves and goes on by its order', () => {
    const agenda = row.agenda;
    expect(moved(agenda, 'CHG-3', 1).map((each) => each.change)).toEqual(['CHG-3', 'CHG-1', 'CHG-2']);
    expect(moved(agenda, 'CHG-1', 9).map((each) => each.change)).toEqual(['CHG-2', 'CHG-3', 'CHG-1']);
    expect([following(agenda, null), following(agenda, 'CHG-1'), following(agenda, 'CHG-3')]).toEqual(['CHG-1', 'CHG-2', null]);
  });
  it('marks late what comes after the cut-off, and asks why', () => {
    expect(run('add', { input: { change: 'CHG-9' } })).toMatchObject({ refused: 'cab_meeting.add.why_late', field: 'reason' });
    expect(run('add', { input: { change: 'CHG-9', reason: 'The line is down' } }).changes.agenda).toMatchObject([{}, {}, {}, { change: 'CHG-9', late: true }]);
    expect(run('add', { row: { state: 'planned' }, input: { change: 'CHG-9' } }).changes.agenda).toMatchObject([{}, {}, {}, { late: false }]);
    expect(run('add', { input: { change: 'CHG-1', reason: 'x' } }).refused).toBe('cab_meeting.add.already');
    expect(run('add', { input: { change: 'CHG-7', reason: 'x' } }).refused).toBe('cab_meeting.add.elsewhere');
  });
});

describe('the clock', () => {
  it('is facts: intervals with pauses between, counted by whoever looks', () => {
    const started = run('start', { at: '2026-03-24T09:00:00.000Z' });
    expect(started.changes).toMatchObject({ current: 'CHG-1', present: ['PER-1'], timing: [{ change: 'CHG-1', to: null }] });
    const session = { ...started.changes, state: 'in_session' };
    const paused = run('pause', { row: session, at: '2026-03-24T09:04:00.000Z' });
    const resumed = run('resume', { row: { ...session, ...paused.changes }, at: '2026-03-24T09:10:00.000Z' });
    const on = run('next', { row: { ...session, ...resumed.changes }, input: { after: 'CHG-1' }, at: '2026-03-24T09:12:00.000Z' });
    expect(on.changes).toMatchObject({ current: 'CHG-2' });
    const timing = on.changes.timing as never;
    expect([usedMs(timing, 'CHG-1', Date.parse('2026-03-24T10:00:00Z')), usedMs(timing, 'CHG-2', Date.parse('2026-03-24T09:13:30Z'))]).toEqual([
      360_000, 90_000,
    ]);
  });
  it('does not go on twice for two who press at once', () => {
    const session = { state: 'in_session', current: 'CHG-2' };
    expect(run('next', { row: session, input: { after: 'CHG-1' } })).toMatchObject({ refused: 'cab_meeting.next.moved_on' });
    expect(run('next', { row: session, input: { after: 'CHG-2' } }).changes).toMatchObject({ current: 'CHG-3' });
    expect(run('next', { row: { ...session, current: 'CHG-3' }, input: { after: 'CHG-3' } }).refused).toBe('cab_meeting.next.last');
  });
  it('keeps ten o’clock when the next one lies behind the change of the clocks', () => {
    expect(run('recur', { row: { state: 'held' } }).params).toEqual({ starts_at: '2026-03-31T08:00:00.000Z' });
    expect(run('recur', { row: { repeats: 'none' } })).toMatchObject({ refused: 'cab_meeting.recur.when', field: 'begins_at' });
    expect(run('recur', { given: { successor: 'CAB-2' } }).refused).toBe('cab_meeting.recur.already');
  });
});

describe('who is there', () => {
  const guest: Actor = { ...actor, person: 'PER-2', side: 'supplier', organisation: 'ORG-2', parties: ['ORG-2'], roles: ['supplier_agent'] };
  it('says so for themselves; the chair for others; nobody who is not asked', () => {
    expect(run('attend', { actor: guest }).changes).toMatchObject({ present: ['PER-2'] });
    expect(run('attend', { actor: guest, input: { person: 'PER-1' } }).refused).toBe('cab_meeting.only_oneself');
    expect(run('attend', { input: { person: 'PER-2' } }).changes).toMatchObject({ present: ['PER-2'] });
    expect(isRefusal(run('attend', { actor: { ...guest, person: 'PER-7' } }))).toBe(true);
  });
  it('does not close a vote before its deadline', () => {
    const vote = { mode: 'by_deadline', deadline: '2026-03-25T09:00:00.000Z' };
    expect(run('close', { row: vote }).refused).toBe('cab_meeting.close.voting');
    expect(run('close', { row: vote, at: '2026-03-25T09:00:00.000Z' }).changes).toMatchObject({ ended_at: '2026-03-25T09:00:00.000Z' });
    expect(run('close').refused).toBe('cab_meeting.close.not_begun');
  });
});
