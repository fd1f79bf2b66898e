// Booking, allocating and borrowing: protected time is never just taken, no hour is spent twice, and what is lent is never more than there is.
import { describe, expect, it } from 'vitest';
import type { Case } from '../../kernel/decide.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { type Actor, asSystem } from '../../kernel/scope.ts';
import { type AllocationGiven, allocationRules } from './allocation.rules.ts';
import { type BorrowingGiven, borrowingRules, type Lender } from './borrowing.rules.ts';
import { borrowings, touchesProtected } from './hours.reactions.ts';
import { capacityRules, skillRules } from './rules.ts';
import { type TimeEntryGiven, timeEntryRules } from './time-entry.rules.ts';
import type { Worker } from './worker.ts';

const now = '2026-03-20T15:00:00.000Z';
const anna: Worker = { id: 'PER-1', name: 'Anna', open: true, ours: true, team: 'TEAM-1', lead: 'PER-9', zone: 'Europe/Amsterdam' };
const actor = (person: string, role: Actor['roles'][number] = 'agent'): Actor => ({
  person,
  name: person,
  side: 'integrator',
  organisation: 'ORG-1',
  parties: ['ORG-1'],
  teams: [],
  roles: [role],
  grants: null,
});
type Rule = { readonly row?: object; readonly input?: object; readonly actor?: Actor; readonly at?: string };
const the = <G>(given: G, { row, input = {}, actor: who = actor('PER-1'), at = now }: Rule = {}) =>
  ({ command: 'x', id: 'TME-9', row: row ?? null, input, actor: who, at, now, given }) as Case<AnyRow, G>;

/** Fridays from 13:00 to 17:00 in Amsterdam: 12:00 to 16:00 UTC in winter. */
const friday = {
  id: 'ALO-1',
  process: 'PRO-2',
  level: 'tactical',
  starts_on: '2026-03-01',
  ends_on: '2026-03-31',
  windows: [{ days: [5], from: '13:00', to: '17:00' }],
};
const given: TimeEntryGiven = { worker: anna, process: { id: 'PRO-1', name: 'Incidents', level: 'operational' }, others: [], protecting: [friday] };
const open = (more: object, facts: Partial<TimeEntryGiven> = {}, who?: Actor) =>
  timeEntryRules.open?.(the({ ...given, ...facts }, { input: more, ...(who ? { actor: who } : {}) }));

describe('a time entry', () => {
  it('needs a reason for the part that lies in protected hours, and says how much that is', () => {
    const hour = { minutes: 120, started_at: '2026-03-20T11:00:00.000Z' };
    expect(open(hour)).toEqual({ refused: 'time_entry.inside_protected', field: 'reason', params: { minutes: 60, allocation: 'ALO-1' } });
    expect(open({ ...hour, reason: 'Network down' })).toMatchObject({
      changes: { state: 'booked', how: 'hand', lent: [{ allocation: 'ALO-1', minutes: 60 }] },
    });
  });

  it('needs none on another day, after the period, or for the future itself', () => {
    for (const started_at of ['2026-03-19T12:00:00.000Z', '2026-02-27T12:00:00.000Z'])
      expect(open({ minutes: 60, started_at })).toMatchObject({ changes: { lent: [] } });
    expect(open({ minutes: 60, started_at: '2026-03-20T12:00:00.000Z', level: 'strategic' })).toMatchObject({ changes: { lent: [] } });
  });

  it('is a timer without minutes: one at a time, and one’s own', () => {
    expect(open({})).toMatchObject({ changes: { state: 'running', how: 'timer', started_at: now, level: 'operational' } });
    const running = [{ id: 'TME-4', started_at: now, minutes: null }];
    expect(open({}, { others: running })).toMatchObject({ refused: 'time_entry.already_running', params: { other: 'TME-4' } });
    expect(open({}, {}, actor('PER-9'))).toMatchObject({ refused: 'time_entry.timer_of_another' });
    expect(open({ minutes: 5, started_at: '2026-03-19T08:00:00Z' }, {}, actor('PER-9'))).toMatchObject({ changes: { state: 'booked' } });
    expect(open({ minutes: 5 }, {}, actor('PER-3'))).toMatchObject({ refused: 'time_entry.not_yours' });
  });

  it('books no hour twice and none that is still to come', () => {
    const others = [{ id: 'TME-4', started_at: '2026-03-19T08:00:00.000Z', minutes: 60 }];
    expect(open({ minutes: 30, started_at: '2026-03-19T08:45:00.000Z' }, { others })).toMatchObject({
      refused: 'time_entry.overlaps',
      params: { other: 'TME-4' },
    });
    expect(open({ minutes: 30, started_at: '2026-03-19T09:00:00.000Z' }, { others })).toMatchObject({ changes: { minutes: 30 } });
    expect(open({ minutes: 30, started_at: '2026-03-20T14:45:00.000Z' })).toMatchObject({ refused: 'time_entry.in_future' });
  });

  it('takes the time that passed when the timer stops, at least a minute and at most a day', () => {
    const row = { started_at: '2026-03-20T10:00:00.000Z', level: 'operational', how: 'timer' };
    const stop = (at: string, more: object = {}) => timeEntryRules.stop?.(the(given, { row: { ...row, ...more }, at }));
    expect(stop('2026-03-20T10:00:20.000Z')).toMatchObject({ changes: { minutes: 1, how: 'timer' } });
    expect(stop('2026-03-20T11:30:00.000Z')).toMatchObject({ changes: { minutes: 90, lent: [] } });
    expect(stop('2026-03-20T12:30:00.000Z')).toMatchObject({ refused: 'time_entry.inside_protected', params: { minutes: 30 } });
    expect(stop('2026-03-20T15:00:00.000Z', { started_at: '2026-03-18T10:00:00.000Z' })).toMatchObject({ refused: 'time_entry.too_long' });
  });

  it('stops a timer that began in the last, rounded minute of the one before, and none that ran beside it', () => {
    const others = [{ id: 'TME-4', started_at: '2026-03-20T09:59:30.000Z', minutes: 1 }];
    const row = { started_at: '2026-03-20T10:00:00.000Z', level: 'operational', how: 'timer' };
    const stop = (minutes: number) =>
      timeEntryRules.stop?.(the({ ...given, others: others.map((each) => ({ ...each, minutes })) }, { row, at: '2026-03-20T10:05:00.000Z' }));
    expect(stop(1)).toMatchObject({ changes: { minutes: 5, state: 'booked' } });
    expect(stop(2)).toMatchObject({ refused: 'time_entry.overlaps', params: { other: 'TME-4' } });
  });
});

describe('what follows from an entry', () => {
  const row: AnyRow = {
    ...{ version: 1, open: false, due: null, opened_at: now, updated_at: now, closed_at: now, extra: {} },
    id: 'TME-9',
    state: 'booked',
    process: 'PRO-1',
    level: 'operational',
    person: 'PER-1',
    reason: 'Down',
    started_at: now,
    lent: [{ allocation: 'ALO-1', minutes: 60 }],
  };
  const fact = { actor: 'PER-9', changes: {} } as Parameters<typeof borrowings>[0];
  const known = (minutes: number) => [{ id: 'BRW-1', allocation: 'ALO-1', minutes, process: 'PRO-1', level: 'operational' }];
  const follows = (more: object, minutes?: number) => borrowings(fact, { ...row, ...more }, { known: minutes ? known(minutes) : [], zone: 'Europe/Amsterdam' });

  it('is a borrowing for what it ate into, by who booked it', () => {
    expect(follows({})).toMatchObject([
      { record: 'borrowing', command: 'open', input: { allocation: 'ALO-1', minutes: 60, by: 'PER-9', entry: 'TME-9', borrowed_on: '2026-03-20' } },
    ]);
    expect(follows({}, 60)).toEqual([]);
  });

  it('is another one when it is corrected, and none when it is struck', () => {
    expect(follows({}, 45).map((each) => ('command' in each ? each.command : ''))).toEqual(['revoke', 'open']);
    expect(follows({ state: 'struck' }, 60)).toMatchObject([{ command: 'revoke', target: 'BRW-1' }]);
  });

  it('is nothing for the many entries that touch no protected hours', () => {
    expect(touchesProtected({ changes: { title: 'x', lent: [] } })).toBe(false);
    expect(touchesProtected({ changes: { title: 'x', lent: [{ allocation: 'ALO-1', minutes: 1 }] } })).toBe(true);
    expect(touchesProtected({ changes: { state: 'struck' } })).toBe(true);
  });
});

describe('an allocation', () => {
  const facts: AllocationGiven = { worker: anna, team: null, process: { name: 'Problems', level: 'tactical' }, lent: 0 };
  const month = { person: 'PER-1', process: 'PRO-2', starts_on: '2026-03-01', ends_on: '2026-03-31', hours: 20 };
  const plan = (input: object, more: Partial<AllocationGiven> = {}, who = actor('PER-5', 'process_manager')) =>
    allocationRules.open?.(the({ ...facts, ...more }, { input, actor: who }));

  it('is protected when it is for the future, unless somebody says otherwise', () => {
    expect(plan(month)).toMatchObject({ changes: { level: 'tactical', protected: true } });
    expect(plan({ ...month, level: 'operational' })).toMatchObject({ changes: { protected: false } });
    expect(plan({ ...month, protected: false })).toMatchObject({ changes: { protected: false } });
  });

  it('is for one person or one team, in a period of at most a year, by who plans', () => {
    expect(plan({ ...month, team: 'TEAM-1' })).toMatchObject({ refused: 'allocation.person_or_team' });
    expect(plan({ ...month, person: undefined })).toMatchObject({ refused: 'allocation.person_or_team' });
    expect(plan({ ...month, ends_on: '2027-03-02' })).toMatchObject({ refused: 'allocation.wrong_period' });
    expect(plan({ ...month, ends_on: '2026-02-27' })).toMatchObject({ refused: 'allocation.wrong_period' });
    expect(plan(month, {}, actor('PER-1'))).toMatchObject({ refused: 'allocation.not_yours' });
    expect(plan(month, {}, actor('PER-9'))).toMatchObject({ changes: { lead: 'PER-9' } });
    expect(plan(month, { worker: { ...anna, ours: false } })).toMatchObject({ refused: 'allocation.not_ours' });
  });

  it('is not made smaller than what is borrowed of it', () => {
    const edit = (hours: number) => allocationRules.edit?.(the({ ...facts, lent: 90 }, { row: month, input: { hours } }));
    expect(edit(1)).toMatchObject({ refused: 'allocation.lent_more' });
    expect(edit(2)).toEqual({});
  });
});

describe('a borrowing', () => {
  const lender: Lender = {
    id: 'ALO-1',
    open: true,
    protected: true,
    process: 'PRO-2',
    level: 'tactical',
    person: 'PER-1',
    team: null,
    lead: 'PER-9',
    starts_on: '2026-03-01',
    ends_on: '2026-03-31',
    minutes: 1_200,
    lent: 1_150,
  };
  const facts: BorrowingGiven = { lender, whose: 'Anna', process: { name: 'Incidents', level: 'operational' }, today: '2026-03-20' };
  const borrow = (input: object, more: Partial<Lender> = {}, who = actor('PER-9')) =>
    borrowingRules.open?.(
      the({ ...facts, lender: { ...lender, ...more } }, { input: { allocation: 'ALO-1', process: 'PRO-1', minutes: 50, reason: 'x', ...input }, actor: who }),
    );

  it('takes no more than there is, in its period, for other work, from protected hours', () => {
    expect(borrow({})).toMatchObject({ changes: { by: 'PER-9', person: 'PER-1', borrowed_on: '2026-03-20', level: 'operational' } });
    expect(borrow({ minutes: 51 })).toMatchObject({ refused: 'borrowing.too_much', params: { left: 50 } });
    expect(borrow({ borrowed_on: '2026-04-01' })).toMatchObject({ refused: 'borrowing.outside_period' });
    expect(borrow({ process: 'PRO-2', level: 'tactical' })).toMatchObject({ refused: 'borrowing.same_work' });
    expect(borrow({}, { protected: false })).toMatchObject({ refused: 'borrowing.not_protected' });
    expect(borrow({}, { open: false })).toMatchObject({ refused: 'borrowing.withdrawn' });
    expect(borrow({}, {}, actor('PER-3'))).toMatchObject({ refused: 'borrowing.not_yours' });
  });

  it('of an entry tells what happened, even when that was more', () => {
    expect(borrow({ minutes: 60, entry: 'TME-1', by: 'PER-1' }, {}, asSystem('a test'))).toMatchObject({ changes: { by: 'PER-1', entry: 'TME-1' } });
    expect(borrow({ entry: 'TME-1', by: 'PER-1' })).toMatchObject({ changes: { by: 'PER-9', entry: null } });
  });
});

describe('skills and capacities', () => {
  it('are confirmed by somebody else than who has them', () => {
    const skill = (who: Actor) =>
      skillRules.open?.(the({ worker: anna, competence: { name: 'Networks', open: true }, held: null }, { input: { level: 3 }, actor: who }));
    expect(skill(actor('PER-1'))).toMatchObject({ changes: { confirmed_by: null, title: 'Anna · Networks' } });
    expect(skill(actor('PER-9'))).toMatchObject({ changes: { confirmed_by: 'PER-9' } });
    expect(skill(actor('PER-3'))).toMatchObject({ refused: 'skill.not_yours' });
  });

  it('never overlap for one person', () => {
    const others = [{ id: 'CPY-1', starts_on: '2026-01-01', ends_on: '2026-05-31' }];
    const capacity = (input: object) => capacityRules.open?.(the({ worker: anna, others }, { input, actor: actor('PER-9') }));
    expect(capacity({ starts_on: '2026-05-31' })).toMatchObject({ refused: 'capacity.overlaps', params: { other: 'CPY-1' } });
    expect(capacity({ starts_on: '2026-06-01' })).toMatchObject({ changes: { absence: 0 } });
    expect(capacity({ starts_on: '2026-06-02', ends_on: '2026-06-01' })).toMatchObject({ refused: 'capacity.wrong_period' });
  });
});
