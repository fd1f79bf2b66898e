// The states of another system's log as steps of ours: named as people here would name them, and complete where the log is silent.
import { describe, expect, it } from 'vitest';
import { apply } from '../../kernel/fact.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { incidentStep } from './import-log.ts';
import { incident } from './record.ts';

const at = (hour: number): string => `2016-03-01T${String(hour).padStart(2, '0')}:00:00.000Z`;
const first = { title: 'Kind 1', customer: 'ORG-2', service: 'SVC-1', team: 'TEAM-1', impact: 'high', urgency: 'high', priority: 1 };

/** The row and the names of the steps after a series of states. */
function told(...states: readonly Record<string, unknown>[]): { row: AnyRow; steps: string[] } {
  let row: AnyRow | null = null;
  const steps: string[] = [];
  for (const [hour, values] of states.entries()) {
    const step = incidentStep({ at: at(hour), values: hour === 0 ? { ...first, ...values } : values, params: {} }, row, 'ORG-1');
    steps.push(step.command);
    row = apply(incident, row, { record_id: 'INC-1', version: hour + 1, at: at(hour), changes: step.changes });
  }
  if (!row) throw new Error('no states');
  return { row, steps };
}

describe('a state of a log', () => {
  it('opens with all that a row must have', () => {
    const { row, steps } = told({ state: 'new' });
    expect(steps).toEqual(['open']);
    const missing = Object.entries(incident.fields).filter(([name, field]) => 'required' in field && field.required && (row[name] ?? null) === null);
    expect(missing).toEqual([]);
    expect(row).toMatchObject({
      state: 'new',
      party: 'ORG-1',
      owner_team: 'TEAM-1',
      affected_customers: ['ORG-2'],
      started_at: at(0),
      source: 'import',
      reopened: 0,
    });
  });
  it('is named as the step people would have taken', () => {
    const states = ['new', 'in_progress', 'pending', 'in_progress', 'resolved', 'closed', 'in_progress'].map((state) => ({
      state,
      waiting_reason: state === 'pending' ? 'RSN-1' : null,
    }));
    expect(told(...states).steps).toEqual(['open', 'take', 'wait', 'resume', 'resolve', 'close', 'reopen']);
  });
  it('is only imported when nobody here could have done it', () => {
    expect(told({ state: 'new' }, { state: 'closed' }).steps).toEqual(['open', 'import_step']);
    expect(told({ state: 'new' }, { state: 'pending', waiting_reason: 'RSN-1' }).steps).toEqual(['open', 'import_step']);
    expect(told({ state: 'closed' }, { state: 'resolved' }).steps).toEqual(['open', 'import_step']);
    expect(told({ state: 'new' }, {}).steps).toEqual(['open', 'import_step']);
  });
  it('tells assigning and classifying apart', () => {
    expect(told({ state: 'in_progress' }, { team: 'TEAM-2' }, { impact: 'low', priority: 2 }, { agent: 'PER-1' }).steps).toEqual([
      'open',
      'assign',
      'reclassify',
      'import_step',
    ]);
  });
  it('fills in when the service was restored, and takes it back when it was not', () => {
    expect(told({ state: 'new' }, { state: 'resolved' }).row).toMatchObject({ resolved_at: at(1), restored_at: at(1) });
    expect(told({ state: 'new' }, { state: 'closed' }).row).toMatchObject({ resolved_at: at(1), restored_at: at(1), closed_at: at(1) });
    expect(told({ state: 'new' }, { state: 'resolved' }, { state: 'closed' }).row).toMatchObject({ resolved_at: at(1), closed_at: at(2) });
    expect(told({ state: 'new' }, { state: 'resolved' }, { state: 'in_progress' }).row).toMatchObject({ resolved_at: null, restored_at: null });
    expect(told({ state: 'new' }, { state: 'resolved', resolved_at: at(0) }).row).toMatchObject({ resolved_at: at(0) });
  });
  it('waits for nothing any more when it does not wait', () => {
    const { row } = told({ state: 'in_progress' }, { state: 'pending', waiting_reason: 'RSN-1', waiting_on: 'ORG-2' }, { state: 'resolved' });
    expect(row).toMatchObject({ waiting_reason: null, waiting_on: null });
  });
  it('never takes away what an incident must have', () => {
    expect(told({ state: 'new' }, { team: null, agent: null, state: null }).row).toMatchObject({ team: 'TEAM-1', agent: null, state: 'new' });
  });
  it('puts the words of the source where ours are not known', () => {
    const before = told({ state: 'new' }).row;
    const step = (values: Record<string, unknown>) => incidentStep({ at: at(1), values, params: { closed_as: 'code 6', row: 2 } }, before, 'ORG-1').params;
    expect(step({ state: 'resolved' })).toEqual({ resolution: 'code 6', row: 2 });
    expect(step({ state: 'resolved', resolution: 'fixed' })).toEqual({ row: 2 });
    expect(step({ state: 'in_progress' })).toEqual({ row: 2 });
  });
});
