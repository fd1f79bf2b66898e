// The report computed: shared parts once, redundancy respected, targets counted when due, minutes by party, causes, suppliers, credits, moods.
import { expect, test } from 'vitest';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { ledger } from '../../calculus/ledger.ts';
import { periodOf } from '../../calculus/period.ts';
import { figuresOf } from './figures.ts';
import type { CaseRow, DownRow, PromiseRow, Sources, TargetCount } from './sources.ts';

const hour = 3_600_000;
const { from, to } = periodOf('2026-03', 'UTC');
const at = (hours: number): string => new Date(from + hours * hour).toISOString();
const promised = (id: string, service: string, metric: string, more: Partial<PromiseRow> = {}): PromiseRow => ({
  id,
  name: id,
  service,
  provider: 'H',
  customer: 'A',
  metric,
  availability: null,
  attainment: null,
  throughput: null,
  satisfied: null,
  measured_per: 'month',
  rolling_days: null,
  fee_minor: null,
  currency: null,
  credit_bands: null,
  valid_from: null,
  valid_to: null,
  calendar: roundTheClock as Calendar,
  ...more,
});
const failing = (id: string, part: string, start: number, end: number, more: Partial<DownRow> = {}): DownRow => ({
  id,
  service: 'work',
  part,
  effect: 'down',
  affected_customers: ['A'],
  fan_out: null,
  opened_at: at(start),
  started_at: at(start),
  restored_at: at(end),
  resolved_at: at(end),
  closed_at: at(end),
  others: false,
  ...more,
});
const solved = (id: string, start: number, end: number, others = false): CaseRow => {
  const ms = (hours: number): number => from + hours * hour;
  return { id, service: 'work', affected_customers: ['A'], opened_ms: ms(start), started_ms: ms(start), restored_ms: ms(end), resolved_ms: ms(end), others };
};
const services = [
  { id: 'work', name: 'work', composition: { all: [{ any: [{ part: 'line-a' }, { part: 'line-b' }] }, { part: 'identity' }] } },
  { id: 'care', name: 'care', composition: { all: [{ part: 'identity' }] } },
  ...['line-a', 'line-b', 'identity'].map((id) => ({ id, name: id, composition: null })),
];
const available = promised('P', 'work', 'availability', { availability: 990_000 });
const told = (more: Partial<Sources>) =>
  figuresOf({
    period: '2026-03',
    zone: 'UTC',
    window: { from, to },
    now: to + 24 * hour,
    house: 'H',
    promises: [available],
    beneath: [],
    services,
    counts: new Map(),
    late: [],
    downs: [],
    cases: [],
    handled: new Map(),
    ledgers: new Map(),
    ...more,
  });
const section = (more: Partial<Sources>) => {
  const [first] = told(more).sections;
  if (!first) throw new Error('the report is empty');
  return first;
};
const count = (promise: string, met: number, missed: number): [string, TargetCount] => [promise, { promise, met, missed, clocked: met, used_ms: met * hour }];

test('one of two lines down costs nothing; both at once, and a part of its own, cost their union', () => {
  expect(section({ downs: [failing('INC-1', 'line-a', 10, 20)] }).availability[0]).toMatchObject({
    down_ms: 0,
    measured_ppm: 1_000_000,
    kept: true,
    incidents: [],
  });
  const both = section({ downs: [failing('INC-1', 'line-a', 10, 20), failing('INC-2', 'line-b', 15, 30), failing('INC-3', 'identity', 18, 22)] });
  const agreed = 744 * hour;
  expect(both.availability[0]).toMatchObject({ down_ms: 7 * hour, outages: 1, longest_ms: 7 * hour, agreed_ms: agreed, kept: true });
  expect(both.availability[0]).toMatchObject({
    budget_ms: agreed / 100,
    budget_left_ms: agreed / 100 - 7 * hour,
    incidents: ['INC-1', 'INC-2', 'INC-3'],
  });
});

test('an outage of a shared part counts in every service made of it, once in each; excluded hours do not count', () => {
  const other = promised('Q', 'care', 'availability', { customer: 'B', availability: 999_000 });
  const shared = failing('INC-1', 'identity', 10, 15, {
    affected_customers: ['A', 'B'],
    fan_out: [
      { service: 'work', customer: 'A', effect: 'down' },
      { service: 'care', customer: 'B', effect: 'down' },
    ],
  });
  const { sections } = told({ promises: [available, other], downs: [shared] });
  expect(sections.map((each) => [each.service, each.availability[0]?.down_ms, each.availability[0]?.kept, each.restoration.through_parts])).toEqual([
    ['work', 5 * hour, true, []],
    ['care', 5 * hour, false, ['INC-1']],
  ]);
  // Sunday the first of March, 10:00 to 15:00, of which four hours are maintenance.
  const calendar = { ...roundTheClock, excluded: [{ days: [7], weeks: [1], from: '11:00', to: '15:00' }] };
  expect(section({ promises: [{ ...available, calendar }], downs: [shared] }).availability[0]).toMatchObject({ down_ms: hour, agreed_ms: 740 * hour });
});

test('a promise is measured on the days it was in force', () => {
  const late = { ...available, valid_from: '2026-03-02' };
  expect(section({ promises: [late], downs: [failing('INC-1', 'identity', 10, 15)] }).availability[0]).toMatchObject({ down_ms: 0, agreed_ms: 720 * hour });
});

test('what the parts promise together is computed with each part once, and claimed only when all of them promise', () => {
  const beneath = ['line-a', 'line-b', 'identity'].map((part) => promised(`U-${part}`, part, 'availability', { availability: 990_000, customer: 'H' }));
  expect(section({ beneath }).availability[0]).toMatchObject({ chain_ppm: 989_901 });
  expect(section({ beneath: beneath.slice(1) }).availability[0]).toMatchObject({ chain_ppm: null });
});

test('attainment is met over what was due; without a case a promise is neither kept nor broken', () => {
  const promises = [promised('P', 'work', 'restore', { attainment: 900_000 })];
  expect(section({ promises }).times[0]).toMatchObject({ met: 0, missed: 0, attained_ppm: null, kept: null });
  expect(section({ promises, counts: new Map([count('P', 90, 10)]) }).times[0]).toMatchObject({ attained_ppm: 900_000, kept: true });
  expect(section({ promises, counts: new Map([count('P', 89, 10)]) }).times[0]).toMatchObject({ attained_ppm: 898_989, kept: false });
});

test('a quarterly promise says so far in March only if the quarter is not over: in February it decides nothing', () => {
  const promises = [promised('P', 'work', 'restore', { measured_per: 'quarter' })];
  const counts = new Map([count('P', 1, 1)]);
  expect(section({ promises, counts }).times[0]).toMatchObject({ kept: false, window: { from: '2026-01-01T00:00:00.000Z', whole: true } });
  const february = { period: '2026-02', window: periodOf('2026-02', 'UTC') };
  expect(section({ promises, counts, ...february }).times[0]).toMatchObject({ kept: null, attained_ppm: 500_000, window: { whole: false } });
});

test('throughput counts what was handled, and satisfaction the content of the answers', () => {
  const promises = [promised('T', 'work', 'throughput', { throughput: 20 }), promised('S', 'work', 'satisfaction', { satisfied: 800_000 })];
  const handled = new Map([
    ['T', { key: 'T', handled: 19, answers: 0, content: 0, rated: [] }],
    ['S', { key: 'S', handled: 0, answers: 10, content: 8, rated: [] }],
  ]);
  const found = section({ promises, handled });
  expect(found.throughput[0]).toMatchObject({ handled: 19, promised: 20, kept: false });
  expect(found.satisfaction[0]).toMatchObject({ answers: 10, content: 8, content_ppm: 800_000, kept: true });
  // A month that is not over may still reach it.
  expect(section({ promises, handled, now: to - hour }).throughput[0]).toMatchObject({ kept: null });
});

test('time to restore and time on the clock stand apart, and whose time it was adds up to the life of the cases', () => {
  const marks = [
    { at: from, party: 'H', team: null, person: null, reason: 'working', on_behalf: null },
    { at: from + hour, party: 'S', team: null, person: null, reason: 'working', on_behalf: null },
    { at: from + 3 * hour, party: 'H', team: null, person: null, reason: 'RSN-1', on_behalf: 'A' },
  ];
  const ledgers = new Map([['INC-1', ledger({ marks, end: from + 6 * hour, now: to, calendar: roundTheClock })]]);
  const promises = [promised('P', 'work', 'restore')];
  const found = section({ promises, ledgers, cases: [solved('INC-1', 0, 6, true), solved('INC-2', 10, 12)], counts: new Map([count('P', 2, 0)]) });
  expect(found.parties).toEqual([
    { party: 'H', ms: 3 * hour, waiting_ms: 0 },
    { party: 'A', ms: 3 * hour, waiting_ms: 3 * hour },
    { party: 'S', ms: 2 * hour, waiting_ms: 0 },
  ]);
  expect(found.parties.reduce((sum, each) => sum + each.ms, 0)).toBe(8 * hour);
  expect(found.restoration).toMatchObject({ cases: 2, mtrs_wall_ms: 4 * hour, resolution_ms: hour });
});

/** A breach that a supplier held longest and the desk let break, with what each side then owes. */
const broken = (): Partial<Sources> => {
  const fee = { fee_minor: 100_000, currency: 'EUR' };
  const bands = { bands: [{ below: 900_000, credit: 100_000 }], cap: 150_000 };
  const marks = [
    { at: from, party: 'H', team: 'desk', person: null, reason: 'working', on_behalf: null },
    { at: from + hour, party: 'S', team: 'noc', person: null, reason: 'working', on_behalf: null },
    { at: from + 6 * hour, party: 'H', team: 'desk', person: null, reason: 'working', on_behalf: null },
    { at: from + 9 * hour, party: 'S', team: 'noc', person: null, reason: 'working', on_behalf: null },
  ];
  const late = { record_id: 'INC-1', title: 'x', clock: 'restore', promise: 'P', target_minutes: 480, started_at: at(0), breached_at: at(8), pauses: [] };
  return {
    promises: [promised('P', 'work', 'restore', { ...fee, credit_bands: bands })],
    beneath: [promised('U', 'identity', 'repair', { provider: 'S', customer: 'H', currency: 'EUR', fee_minor: 33_333, credit_bands: bands })],
    counts: new Map([count('P', 1, 1), count('U', 0, 1)]),
    late: [{ ...late, calendar: roundTheClock }],
    cases: [solved('INC-1', 0, 10, true)],
    ledgers: new Map([['INC-1', ledger({ marks, end: from + 10 * hour, now: to, calendar: roundTheClock })]]),
  };
};

test('a breach names who held it longest and in whose hands it broke; the supplier has it on its account, with its bounces', () => {
  const found = section(broken());
  expect(found.breaches[0]).toMatchObject({
    used_ms: 8 * hour,
    longest: { party: 'S', team: 'noc', used_ms: 5 * hour },
    last: { party: 'H', team: 'desk', used_ms: 3 * hour },
  });
  expect(found.suppliers).toMatchObject([
    { supplier: 'S', held_ms: 6 * hour, cases: ['INC-1'], bounces: 1, breaches_longest: 1, breaches_last: 0, times: [{ promise: 'U', met: 0, missed: 1 }] },
  ]);
});

test('credits both ways in whole minor units, and the gap between them; nothing is owed before the window is over', () => {
  const found = told(broken());
  expect(found.sections[0]?.credits).toMatchObject({
    owed: [{ promise: 'P', party: 'A', attained_ppm: 500_000, credit_ppm: 100_000, amount_minor: 10_000 }],
    recoverable: [{ promise: 'U', party: 'S', attained_ppm: 0, amount_minor: 3_333 }],
    balance: [{ currency: 'EUR', owed_minor: 10_000, recoverable_minor: 3_333, exposure_minor: 6_667 }],
  });
  expect(told({ ...broken(), now: to - hour }).sections[0]?.credits.owed).toEqual([]);
});

test('a supplier’s credit under two services of the customer is one credit in the total', () => {
  const both = broken();
  const second = promised('P2', 'care', 'restore', { fee_minor: 100, currency: 'EUR', credit_bands: { bands: [{ below: 900_000, credit: 500_000 }] } });
  const found = told({ ...both, promises: [...(both.promises ?? []), second], counts: new Map([...(both.counts ?? []), count('P2', 0, 1)]) });
  expect(found.sections.map((each) => each.credits.balance[0]?.recoverable_minor)).toEqual([3_333, 3_333]);
  expect(found.balance).toEqual([{ currency: 'EUR', owed_minor: 10_050, recoverable_minor: 3_333, exposure_minor: 6_717 }]);
});

test('kept but unhappy is flagged', () => {
  const handled = new Map([['work A', { key: 'work A', handled: 9, answers: 5, content: 2, rated: [] }]]);
  expect(section({ handled }).mood).toBe('green_but_unhappy');
  expect(section({ handled: new Map() }).mood).toBeNull();
});
