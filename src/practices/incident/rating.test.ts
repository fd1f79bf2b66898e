// Who says how it went, how often, and until when.
import { expect, test } from 'vitest';
import type { Actor } from '../../kernel/scope.ts';
import { incidentRules } from './rules.ts';

const actor = (parties: readonly string[], person = 'PER-9'): Actor => ({
  person,
  name: 'Tom',
  side: 'customer',
  organisation: parties[0] ?? null,
  parties,
  teams: [],
  roles: ['customer_user'],
  grants: null,
});
const day = 86_400_000;
const start = Date.parse('2026-03-02T09:00:00Z');
const at = (days: number): string => new Date(start + days * day).toISOString();
const row = (more: object = {}) => ({
  customer: 'ORG-2',
  requester: 'PER-1',
  affected_customers: ['ORG-2', 'ORG-3'],
  rated_at: null,
  rerated_at: null,
  ...more,
});
const asked = (command: 'rate' | 'confirm', { who = actor(['ORG-2']), input = { satisfaction: 4 } as object, when = at(0), of = row() } = {}) =>
  incidentRules[command]?.({ command, row: of, input, actor: who, at: when, now: when, id: 'INC-1', given: { house: 'ORG-1' } } as never);

test('the first answer counts where it was given; other customers of the incident are not told', () => {
  expect(asked('rate')).toEqual({ changes: { satisfaction: 4, rated_at: at(0) }, params: { satisfaction: 4 }, audience: ['ORG-1', 'ORG-2'] });
});

test('it is changed once, within fourteen days of the first', () => {
  const once = row({ satisfaction: 4, rated_at: at(0) });
  expect(asked('rate', { of: once, when: at(14), input: { satisfaction: 2 } })).toMatchObject({ changes: { satisfaction: 2, rerated_at: at(14) } });
  expect(asked('rate', { of: once, when: at(14.01) })).toMatchObject({ refused: 'incident.rate.too_late', params: { until: at(14).slice(0, 10) } });
  const twice = row({ satisfaction: 2, rated_at: at(0), rerated_at: at(1) });
  expect(asked('rate', { of: twice, when: at(2) })).toMatchObject({ refused: 'incident.rate.changed_already' });
});

test('a customer who is only affected does not rate for the one that leads, but who reported it may', () => {
  expect(asked('rate', { who: actor(['ORG-3']) })).toMatchObject({ refused: 'incident.rate.not_yours' });
  expect(asked('rate', { who: actor(['ORG-3'], 'PER-1') })).toMatchObject({ changes: { satisfaction: 4 } });
});

test('confirming takes the answer along, and works without one', () => {
  expect(asked('confirm')).toMatchObject({ changes: { satisfaction: 4, rated_at: at(0), waiting_reason: null } });
  const silent = asked('confirm', { input: {} });
  expect(silent).toMatchObject({ changes: { waiting_reason: null } });
  expect(JSON.stringify(silent)).not.toContain('rated_at');
});
