// The report of a month: shared parts once, redundancy respected, cases counted, and minutes by party.
import { expect, test } from 'vitest';
import type { Calendar } from '../../calculus/calendar.ts';
import { ledger } from '../../calculus/ledger.ts';
import { type IncidentRow, monthReport, type PromiseRow, type Sources } from './month.ts';

const hour = 3_600_000;
const from = Date.parse('2026-03-01T00:00:00Z');
const at = (hours: number): string => new Date(from + hours * hour).toISOString();
const always: Calendar = { id: 'CAL-1', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }], holidays: [] };
const promised = (id: string, service: string, metric: string, more: Partial<PromiseRow> = {}): PromiseRow => ({
  id,
  name: id,
  service,
  provider: 'H',
  customer: 'A',
  metric,
  targets: null,
  availability: null,
  attainment: null,
  calendar: 'CAL-1',
  ...more,
});
const failing = (id: string, part: string, start: number, end: number, more: Partial<IncidentRow> = {}): IncidentRow => ({
  id,
  title: id,
  priority: 1,
  state: 'closed',
  service: 'work',
  part,
  effect: 'down',
  impact: 'high',
  affected_customers: ['A'],
  fan_out: null,
  started_at: at(start),
  restored_at: at(end),
  resolved_at: at(end),
  closed_at: at(end),
  opened_at: at(start),
  ...more,
});
const services = [
  { id: 'work', name: 'work', composition: { all: [{ any: [{ part: 'line-a' }, { part: 'line-b' }] }, { part: 'identity' }] } },
  { id: 'care', name: 'care', composition: { all: [{ part: 'identity' }] } },
  ...['line-a', 'line-b', 'identity'].map((id) => ({ id, name: id, composition: null })),
];
const report = (more: Partial<Sources>) =>
  monthReport({
    window: { from, to: from + 1_000 * hour },
    now: from + 2_000 * hour,
    promises: [promised('P', 'work', 'availability', { availability: 990_000 })],
    beneath: [],
    calendars: new Map([['CAL-1', always]]),
    services,
    clocks: [],
    incidents: [],
    ledgers: new Map(),
    ...more,
  });

test('one of two lines down costs nothing; both at once, and a part of its own, cost their union', () => {
  const [one] = report({ incidents: [failing('INC-1', 'line-a', 10, 20)] });
  expect(one?.availability[0]).toMatchObject({ down_ms: 0, measured_ppm: 1_000_000, kept: true });
  const [both] = report({ incidents: [failing('INC-1', 'line-a', 10, 20), failing('INC-2', 'line-b', 15, 30), failing('INC-3', 'identity', 18, 22)] });
  expect(both?.availability[0]).toMatchObject({ down_ms: 7 * hour, outages: 1, longest_ms: 7 * hour, measured_ppm: 993_000, kept: true });
});

test('an outage of a shared part counts in every service made of it, once in each', () => {
  const promises = [
    promised('P', 'work', 'availability', { availability: 999_000 }),
    promised('Q', 'care', 'availability', { customer: 'B', availability: 999_000 }),
  ];
  const shared = failing('INC-1', 'identity', 10, 15, {
    affected_customers: ['A', 'B'],
    fan_out: [
      { service: 'work', customer: 'A', effect: 'down' },
      { service: 'care', customer: 'B', effect: 'down' },
    ],
  });
  const sections = report({ promises, incidents: [shared] });
  expect(sections.map((each) => [each.service, each.availability[0]?.down_ms, each.availability[0]?.kept, each.incidents.map((one) => one.id)])).toEqual([
    ['work', 5 * hour, false, ['INC-1']],
    ['care', 5 * hour, false, ['INC-1']],
  ]);
});

test('what the parts promise together is computed with each part once, and claimed only when all of them promise', () => {
  const beneath = ['line-a', 'line-b', 'identity'].map((part) => promised(`U-${part}`, part, 'availability', { availability: 990_000, customer: 'H' }));
  expect(report({ beneath })[0]?.availability[0]).toMatchObject({ chain_ppm: 989_901 });
  expect(report({ beneath: beneath.slice(1) })[0]?.availability[0]).toMatchObject({ chain_ppm: null });
});

test('attainment is met over decided cases, and a promise without cases is neither kept nor broken', () => {
  const promises = [promised('P', 'work', 'restore', { attainment: 900_000 })];
  const clock = {
    record_id: 'INC-1',
    clock: 'restore',
    key: 'customer:A',
    promise: 'P',
    phase: 'met',
    target_minutes: 240,
    used_ms: hour,
    paused_ms: 0,
    stopped_at: at(5),
    breached_at: null,
  };
  const late = { ...clock, record_id: 'INC-2', phase: 'running', breached_at: at(9) };
  expect(report({ promises, clocks: [] })[0]?.times[0]).toMatchObject({ met: 0, missed: 0, kept: null });
  expect(report({ promises, clocks: [clock, late] })[0]?.times[0]).toMatchObject({ met: 1, missed: 1, attained_ppm: 500_000, kept: false });
  expect(report({ promises, clocks: [...Array.from({ length: 9 }, () => clock), late] })[0]?.times[0]).toMatchObject({ met: 9, missed: 1, kept: true });
});

test('minutes are told by party and add up to the life of the incidents', () => {
  const marks = [
    { at: from, party: 'H', team: null, person: null, reason: 'working', on_behalf: null },
    { at: from + hour, party: 'S', team: null, person: null, reason: 'working', on_behalf: null },
    { at: from + 3 * hour, party: 'H', team: null, person: null, reason: 'RSN-1', on_behalf: 'A' },
  ];
  const told = ledger({ marks, end: from + 6 * hour, now: from + 9 * hour, calendar: always });
  const [section] = report({ incidents: [failing('INC-1', 'identity', 0, 6)], ledgers: new Map([['INC-1', told]]) });
  expect(section?.parties).toEqual([
    { party: 'A', ms: 3 * hour, waiting_ms: 3 * hour },
    { party: 'S', ms: 2 * hour, waiting_ms: 0 },
    { party: 'H', ms: hour, waiting_ms: 0 },
  ]);
});
