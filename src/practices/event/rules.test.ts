// Events by their rules: given what is known, when a signal arrives, then one fact or none at all.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, type Told } from '../../../test/memory.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { type Context, type Intake, isNothingNew, type Known, signalToRequest } from './intake.ts';
import { event } from './record.ts';
import { eventRules } from './rules.ts';
import type { Signal } from './signal.ts';

const judge = (told: Told) => inMemory({ definition: event, rules: eventRules, house: 'ORG-1' }, told);
const firing: Signal = {
  dedup_key: 'f1',
  action: 'trigger',
  summary: 'Line A down',
  severity: 'critical',
  started_at: '2026-10-05T08:59:30.000Z',
  cleared_at: null,
  labels: { ci: 'line-a', site: 'ams1' },
  hints: ['line-a'],
};
const context: Context = { source: 'alertmanager', service: 'SVC-4', item: null, customer: 'ORG-2', earlier: 0, now: '2026-10-05T09:00:00.000Z' };
const known = (row: AnyRow): Known => row as AnyRow & Known;
const ask = (signal: Signal, row: AnyRow | null = null): Intake => {
  const found = signalToRequest(signal, row && known(row), context);
  if (!found) throw new Error('nothing new');
  return found;
};
const raised = happened(judge({ command: 'raise', input: ask(firing).input })).row;
const tell = (signal: Signal, row: AnyRow) => judge({ command: ask(signal, row).command, row, input: ask(signal, row).input });

describe('a first signal', () => {
  it('raises one event', () => {
    expect(raised).toMatchObject({
      state: 'open',
      summary: 'Line A down',
      service: 'SVC-4',
      customer: 'ORG-2',
      count: 1,
      last_seen_at: '2026-10-05T09:00:00.000Z',
      cleared_at: null,
    });
  });

  it('has the same command id whenever it is delivered, and another one for another occurrence', () => {
    const later = { ...context, now: '2026-10-05T11:00:00.000Z' };
    expect(signalToRequest(firing, null, later)).toEqual(ask(firing));
    expect(ask({ ...firing, started_at: '2026-10-06T08:00:00.000Z' }).id).not.toBe(ask(firing).id);
    const silent = { ...firing, started_at: null };
    expect(signalToRequest(silent, null, { ...later, earlier: 1 })?.id).not.toBe(signalToRequest(silent, null, context)?.id);
  });

  it('is refused when the source lives in the future', () => {
    const outcome = judge({ command: 'raise', input: ask({ ...firing, started_at: '2026-10-07T09:00:00.000Z' }).input });
    expect(outcome).toMatchObject({ refused: 'event.raise.in_future', field: 'started_at' });
  });

  it('is nothing when it is a clear that nobody waits for', () => {
    expect(signalToRequest({ ...firing, action: 'clear', cleared_at: context.now }, null, context)).toBeNull();
  });
});

describe('a signal that is known', () => {
  it('adds nothing, also with its labels in another order', () => {
    expect(signalToRequest(firing, known(raised), context)).toBeNull();
    expect(signalToRequest({ ...firing, labels: { site: 'ams1', ci: 'line-a' } }, known(raised), context)).toBeNull();
    expect(signalToRequest({ ...firing, started_at: null }, known(raised), context)).toBeNull();
  });

  it('counts when it says something new', () => {
    const worse = happened(tell({ ...firing, severity: 'error', summary: 'Line A flapping' }, raised));
    expect(worse.fact).toBe('event.repeated');
    expect(worse.row).toMatchObject({ count: 2, severity: 'error', summary: 'Line A flapping', started_at: firing.started_at });
    const judgedTwice = judge({ command: 'repeat', row: worse.row, input: ask({ ...firing, severity: 'error', summary: 'Line A flapping' }, raised).input });
    expect(judgedTwice).toMatchObject({ refused: 'event.repeat.nothing_new' });
    expect(isNothingNew({ refused: 'event.repeat.nothing_new' })).toBe(true);
    expect(isNothingNew({ refused: 'event.raise.in_future' })).toBe(false);
  });

  it('gets different ids for different news about one version', () => {
    expect(ask({ ...firing, severity: 'error' }, raised).id).not.toBe(ask({ ...firing, severity: 'warning' }, raised).id);
  });

  it('ends when the source says so, at the moment it says', () => {
    const cleared = happened(tell({ ...firing, action: 'clear', cleared_at: '2026-10-05T09:20:00.000Z' }, raised)).row;
    expect(cleared).toMatchObject({ state: 'cleared', open: false, cleared_at: '2026-10-05T09:20:00.000Z' });
  });

  it('does not end by news of an older occurrence', () => {
    const again = happened(tell({ ...firing, started_at: '2026-10-05T10:00:00.000Z' }, raised)).row;
    expect(again).toMatchObject({ count: 2, started_at: '2026-10-05T10:00:00.000Z' });
    const late: Signal = { ...firing, action: 'clear', cleared_at: '2026-10-05T09:20:00.000Z' };
    expect(signalToRequest(late, known(again), context)).toBeNull();
    expect(signalToRequest({ ...late, started_at: null }, known(again), context)).toBeNull();
    expect(signalToRequest(firing, known(again), context)).toBeNull();
    expect(signalToRequest({ ...firing, severity: 'warning' }, known(again), context)).toBeNull();
    expect(judge({ command: 'clear', row: again, input: { cleared_at: late.cleared_at } })).toMatchObject({
      refused: 'event.clear.too_old',
      field: 'cleared_at',
    });
  });
});
