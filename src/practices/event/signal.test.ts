// Reading what monitoring systems really send: given a body, then signals, or a refusal that names the field.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal } from '../../kernel/refusal.ts';
import { fromAlertmanager } from './alertmanager.ts';
import { fromPagerDuty } from './pagerduty.ts';
import { event } from './record.ts';
import type { Signal } from './signal.ts';

const sample = (name: string): unknown =>
  (JSON.parse(readFileSync(new URL(`../../../test/samples/${name}.json`, import.meta.url), 'utf8')) as { body: unknown }).body;
const only = (signals: ReturnType<typeof fromAlertmanager>): Signal => {
  if (isRefusal(signals)) throw new Error(JSON.stringify(signals));
  expect(signals).toHaveLength(1);
  return signals[0] as Signal;
};
const alert = (change: object) => ({ alerts: [{ status: 'firing', fingerprint: 'f1', startsAt: '2026-10-05T09:00:00Z', labels: {}, ...change }] });
const trigger = (change: object) => ({ event_action: 'trigger', dedup_key: 'k', payload: { summary: 's', source: 'h', severity: 'error' }, ...change });

describe('Alertmanager webhook', () => {
  it('reads a firing alert', () => {
    expect(only(fromAlertmanager(sample('alertmanager-webhook-firing')))).toMatchObject({
      dedup_key: 'df012a996b9419b3',
      action: 'trigger',
      summary: 'Instance 127.0.0.1:7999 down',
      severity: 'critical',
      started_at: '2026-11-22T21:43:33.632Z',
      cleared_at: null,
      labels: { ci: 'rtr-ams-1', service: 'svc-internet', 'annotation.description': 'é ünïcode & "quotes"' },
      hints: ['rtr-ams-1', 'svc-internet', '127.0.0.1:7999', '127.0.0.1', 'edge-router'],
    });
  });

  it('reads its resolution with the same key', () => {
    expect(only(fromAlertmanager(sample('alertmanager-webhook-resolved')))).toMatchObject({
      dedup_key: 'df012a996b9419b3',
      action: 'clear',
      started_at: '2026-11-22T21:43:33.632Z',
      cleared_at: '2026-11-22T21:43:49.632Z',
    });
  });

  it('makes one short line of a long summary, without splitting a character', () => {
    const summary = only(fromAlertmanager(alert({ annotations: { summary: `two\nlines ${'x'.repeat(289)}😀 more` } }))).summary;
    expect(summary).toBe(`two lines ${'x'.repeat(289)}`);
  });

  it('reads every alert of a group', () => {
    const two = { alerts: [...alert({}).alerts, ...alert({ fingerprint: 'f2', status: 'resolved', endsAt: '2026-10-05T09:05:00+02:00' }).alerts] };
    const signals = fromAlertmanager(two) as Signal[];
    expect(signals.map((each) => [each.dedup_key, each.action, each.cleared_at])).toEqual([
      ['f1', 'trigger', null],
      ['f2', 'clear', '2026-10-05T07:05:00.000Z'],
    ]);
  });

  it.each([
    [null, 'body', 'signal.not_object'],
    [[], 'body', 'signal.not_object'],
    [{}, 'alerts', 'signal.not_list'],
    [{ alerts: [3] }, 'alerts[0]', 'signal.not_object'],
    [{ alerts: Array.from({ length: 1_001 }, () => ({})) }, 'alerts', 'signal.too_many'],
    [alert({ status: 'burning' }), 'alerts[0].status', 'signal.not_choice'],
    [alert({ fingerprint: undefined }), 'alerts[0].fingerprint', 'signal.required'],
    [alert({ fingerprint: 'x'.repeat(256) }), 'alerts[0].fingerprint', 'signal.not_text'],
    [alert({ fingerprint: 'a\u0000' }), 'alerts[0].fingerprint', 'signal.not_text'],
    [alert({ startsAt: 'yesterday' }), 'alerts[0].startsAt', 'signal.not_instant'],
    [alert({ startsAt: '0001-01-01T00:00:00Z' }), 'alerts[0].startsAt', 'signal.not_instant'],
    [alert({ status: 'resolved' }), 'alerts[0].endsAt', 'signal.not_instant'],
    [alert({ labels: ['a'] }), 'alerts[0].labels', 'signal.not_object'],
    [alert({ labels: { ci: '\ud800' } }), 'alerts[0].labels.ci', 'signal.not_text'],
    [alert({ annotations: { summary: 'a\u0000b' } }), 'alerts[0].annotations.summary', 'signal.not_text'],
  ])('refuses %j and names %s', (body, field, refused) => {
    expect(fromAlertmanager(body)).toMatchObject({ refused, field });
  });
});

describe('PagerDuty Events v2', () => {
  it('reads what Alertmanager sends through it, trigger and resolve', () => {
    const fired = only(fromPagerDuty(sample('alertmanager-pagerduty-events-v2-trigger')));
    const solved = only(fromPagerDuty(sample('alertmanager-pagerduty-events-v2-resolve')));
    expect(fired).toMatchObject({ action: 'trigger', severity: 'critical', started_at: null });
    expect(fired.summary).toBe('[FIRING:1] InstanceDown svc-internet (rtr-ams-1 127.0.0.1:7999 edge-router critical ams1)');
    expect(fired.hints.slice(0, 3)).toEqual(['rtr-ams-1', 'comp', 'svc-internet']);
    expect([solved.action, solved.dedup_key]).toEqual(['clear', fired.dedup_key]);
  });

  it('reads Zabbix, whose tags name the service', () => {
    const signal = only(fromPagerDuty(sample('zabbix6-pagerduty-mediatype')));
    expect(signal).toMatchObject({ dedup_key: '4711', severity: 'error', summary: 'Problem: Link down' });
    expect(signal.hints).toEqual(['internet', 'rtr-1', '127.0.0.1', 'rtr-1 : 127.0.0.1']);
  });

  it('takes an acknowledgement for nothing, and makes a key where there is none', () => {
    expect(fromPagerDuty({ event_action: 'acknowledge', dedup_key: 'k' })).toEqual([]);
    expect(only(fromPagerDuty(trigger({ dedup_key: undefined }))).dedup_key).toBe('h|s');
  });

  it.each([
    ['text', 'body', 'signal.not_object'],
    [{}, 'event_action', 'signal.not_choice'],
    [{ event_action: 'resolve' }, 'dedup_key', 'signal.required'],
    [trigger({ dedup_key: 7 }), 'dedup_key', 'signal.not_text'],
    [trigger({ payload: [] }), 'payload', 'signal.not_object'],
    [trigger({ payload: { source: 'h', severity: 'error' } }), 'payload.summary', 'signal.required'],
    [trigger({ payload: { summary: 's', severity: 'error' } }), 'payload.source', 'signal.required'],
    [trigger({ payload: { summary: 's', source: 'h', severity: 'bad' } }), 'payload.severity', 'signal.not_choice'],
    [trigger({ payload: { summary: 's', source: 'h', severity: 'info', timestamp: 'noon' } }), 'payload.timestamp', 'signal.not_instant'],
    [trigger({ payload: { summary: 's', source: 'h', severity: 'info', custom_details: { a: '\u0000' } } }), 'payload.custom_details.a', 'signal.not_text'],
  ])('refuses %j and names %s', (body, field, refused) => {
    expect(fromPagerDuty(body)).toMatchObject({ refused, field });
  });
});

describe('whatever arrives', () => {
  it('is a refusal with a text, or signals that can be stored', () => {
    const bodies = fc.oneof(
      fc.anything(),
      fc.record({
        alerts: fc.array(
          fc.record({
            status: fc.constantFrom('firing', 'resolved', 1),
            fingerprint: fc.string(),
            startsAt: fc.constantFrom('2026-10-05T09:00:00.123456789Z', 'x'),
            endsAt: fc.constant('2026-10-05T09:00:00Z'),
            labels: fc.object({ maxDepth: 1 }),
            annotations: fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
          }),
        ),
      }),
      fc.record({
        event_action: fc.constantFrom('trigger', 'resolve'),
        dedup_key: fc.string(),
        payload: fc.record({ summary: fc.string({ unit: 'binary' }), source: fc.string(), severity: fc.constant('error'), custom_details: fc.anything() }),
      }),
    );
    fc.assert(
      fc.property(bodies, (body) => {
        for (const read of [fromAlertmanager, fromPagerDuty]) {
          const found = read(body);
          if (isRefusal(found)) {
            expect(Object.keys(event.refusals)).toContain(found.refused);
            continue;
          }
          for (const signal of found) {
            expect(signal.summary.length).toBeLessThanOrEqual(300);
            expect(JSON.stringify(signal).includes('\\u0000') || !JSON.stringify(signal).isWellFormed()).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
