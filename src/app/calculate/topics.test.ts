// Every topic: answers fit their schemas, bad input is refused by place, and nothing hostile gets anything else out of it.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '../../kernel/describe.ts';
import { isRefusal, refusals } from '../../kernel/refusal.ts';
import { doorRefusals } from '../../platform/http/refusals.ts';
import { valueRefusals } from '../../platform/http/value-refusals.ts';
import { schemaOf, type Topic } from './topic.ts';
import { calculate, topics } from './topics.ts';

const page = readFileSync(new URL('../../../docs/handbook/calculate.md', import.meta.url), 'utf8');
const example = (name: string): Json => {
  const found = [...page.matchAll(new RegExp(`tessera calculate ${name} <<'JSON'\\n(.*?)\\nJSON`, 'gs'))].at(-1)?.[1];
  return JSON.parse(found ?? 'null') as Json;
};

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const sides = new Map(topics.map((each) => [each.name, [side(each, 'input'), side(each, 'output')] as const]));

function side(topic: Topic, which: 'input' | 'output') {
  const { $defs } = schemaOf(topic) as { $defs: Json };
  return ajv.compile({ $defs, $ref: `#/$defs/${which}` });
}

const week = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];
const office = { zone: 'Europe/Amsterdam', week };

/** Beside the examples of the page: the other variants of each topic. */
const more: Readonly<Record<string, readonly Json[]>> = {
  availability: [
    {
      root: 'a',
      graph: {},
      measured: {
        from: '2026-03-02T00:00:00Z',
        to: '2026-03-09T00:00:00Z',
        calendar: office,
        down: { a: [{ from: '2026-03-02T09:00:00Z', to: '2026-03-02T10:00:00Z' }] },
      },
    },
    { root: 's', graph: { s: { k: 2, of: [{ part: 'x' }, { part: 'y' }, { part: 'z' }] } }, values: { x: 0.9, y: 0.9 } },
  ],
  chain: [
    {
      metric: 'availability',
      promise: { availability: 0.999 },
      root: 's',
      graph: { s: { all: [{ part: 'x' }, { part: 'y' }] } },
      promised: { x: { availability: 0.999 }, y: { availability: 0.9995, window: 'quarter' } },
      at: '2026-01-01T00:00:00Z',
    },
    {
      metric: 'time',
      promise: { target: 'PT4H', calendar: { zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }] } },
      stages: [{ part: 'x', target: 'PT2H', calendar: office }],
      at: '2026-01-01T00:00:00Z',
    },
  ],
  due: [
    {
      calendar: office,
      start: '2026-03-02T09:00:00Z',
      target: 'PT1H',
      events: [
        { event: 'retarget', at: '2026-03-02T09:30:00Z', target: 'PT0S' },
        { event: 'stop', at: '2026-03-02T12:00:00Z' },
      ],
    },
  ],
  'control-chart': [
    { chart: 'individuals', values: [1, 2, 1, 3, 9], rules: 'nelson' },
    { chart: 'c', counts: [3, 4, 5] },
    {
      chart: 'u',
      samples: [
        { count: 3, of: 1.5 },
        { count: 4, of: 2 },
      ],
    },
    { chart: 'ewma', values: [1, 2, 1, 3, 9] },
    { chart: 'cusum', values: [1, 2, 1, 3, 9], target: 1, sigma: 0.5 },
  ],
  forecast: [
    { method: 'ses', values: [1, 0, 2] },
    { method: 'holt_winters', values: [3, 5, 9, 4, 6, 11, 5, 7, 12], season: 3, multiplicative: true, steps: 5 },
  ],
  allocation: [
    { ...example('allocation'), method: 'direct' },
    { ...example('allocation'), method: 'step_down' },
  ],
};
const inputs = topics.flatMap((topic) => [example(topic.name), ...(more[topic.name] ?? [])].map((input, i) => ({ name: topic.name, i, input })));

describe('schemas', () => {
  it.each(inputs)('$name $i: input and output fit', ({ name, input }) => {
    const [readable, right] = sides.get(name) ?? [];
    expect(readable?.(input), ajv.errorsText(readable?.errors)).toBe(true);
    const answer = calculate(name, input);
    expect(isRefusal(answer), JSON.stringify(answer)).toBe(false);
    expect(right?.(answer), ajv.errorsText(right?.errors)).toBe(true);
  });
});

/** An example with one place changed: `a.b[0].c`. Undefined takes it away. */
function changed(input: unknown, path: string, value: unknown): Json {
  const copy = structuredClone(input) as Json;
  const keys = path.split(/[.[\]]+/).filter(Boolean);
  let at = copy as Record<string, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string, unknown>;
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
  return copy;
}

describe('refuses by place', () => {
  it.each([
    ['availability', 'values.power', 1.2, 'value.not_share', 'values.power'],
    ['availability', 'values.power', Number.NaN, 'value.not_share', 'values.power'],
    ['availability', 'values.steam', 0.9, 'value.not_named', 'values.steam'],
    ['availability', 'values', undefined, 'field.required', 'values'],
    ['availability', 'graph.route-a', { all: [{ part: 'mail' }] }, 'value.cycle', 'graph'],
    ['availability', 'graph.mail', { all: [] }, 'value.wrong_composition', 'graph.mail'],
    ['availability', 'graph.mail', { k: 3, of: [{ part: 'servers' }] }, 'value.wrong_composition', 'graph.mail.k'],
    [
      'availability',
      'graph.route-a-or-b',
      { any: [{ part: 'route-a' }, { part: 'route-b' }], common_cause: 5 },
      'value.not_share',
      'graph.route-a-or-b.common_cause',
    ],
    ['availability', 'graph.mail', { all: [{ part: 'servers' }], common_cause: 0.1 }, 'value.wrong_composition', 'graph.mail'],
    ['availability', 'graph.mail', { part: 'servers', any: [] }, 'value.wrong_composition', 'graph.mail'],
    ['chain', 'promise.target', '-PT8H', 'value.not_duration', 'promise.target'],
    ['chain', 'promise.target', 'PT0S', 'value.not_duration', 'promise.target'],
    ['chain', 'stages[1].share', 2, 'value.not_share', 'stages[1].share'],
    ['chain', 'stages', [], 'value.too_few', 'stages'],
    ['chain', 'metric', 'beauty', 'field.not_choice', 'metric'],
    ['chain', 'metric', undefined, 'field.required', 'metric'],
    ['due', 'calendar.zone', 'Europe/Atlantis', 'field.not_zone', 'calendar.zone'],
    ['due', 'calendar.zone', '+01:00', 'field.not_zone', 'calendar.zone'],
    ['due', 'calendar.week', [], 'value.too_few', 'calendar.week'],
    ['due', 'calendar.week[0].days', [8], 'value.not_whole', 'calendar.week[0].days[0]'],
    ['due', 'calendar.week[0].from', '17:30', 'value.wrong_calendar', 'calendar.week[0].to'],
    ['due', 'calendar.week[0].from', '8', 'value.not_clock', 'calendar.week[0].from'],
    ['due', 'calendar.excluded', [{ days: [1, 2, 3, 4, 5], from: '00:00', to: '24:00' }], 'value.never_open', 'calendar'],
    ['due', 'calendar.holidays', [{ date: '2026-02-30' }], 'field.not_date', 'calendar.holidays[0].date'],
    ['due', 'target', 'P1M', 'value.not_duration', 'target'],
    ['due', 'target', 'eight', 'value.not_duration', 'target'],
    ['due', 'target', 'P36500D', 'calculate.no_end', 'target'],
    ['due', 'start', '2026-03-02T16:00:00', 'value.not_instant', 'start'],
    ['due', 'start', '2026-02-30T16:00:00Z', 'value.not_instant', 'start'],
    ['due', 'events[1].at', '2026-03-01T00:00:00Z', 'value.not_later', 'events[1].at'],
    ['due', 'events[0].event', 'stall', 'field.not_choice', 'events[0].event'],
    ['due', 'colour', 'red', 'value.unknown', 'colour'],
    ['elapsed', 'to', '2026-03-01T10:00:00+01:00', 'value.not_later', 'to'],
    ['elapsed', 'pauses[0].to', '2026-03-02T10:30:00+01:00', 'value.not_later', 'pauses[0].to'],
    ['ledger', 'marks', [], 'value.too_few', 'marks'],
    ['ledger', 'until', '2026-03-02T09:30:00Z', 'value.not_later', 'until'],
    ['handover', 'customer.left', '-PT1H', 'value.not_duration', 'customer.left'],
    ['handover', 'receiver.calendar', undefined, 'field.required', 'receiver.calendar'],
    ['credit', 'fee_minor', 12.5, 'value.not_whole', 'fee_minor'],
    ['credit', 'fee_minor', -1, 'value.not_whole', 'fee_minor'],
    ['credit', 'bands[0].credit', 5, 'value.not_share', 'bands[0].credit'],
    ['erlang', 'agents', 10, 'calculate.overloaded', 'agents'],
    ['erlang', 'agents', undefined, 'field.required', 'agents'],
    ['erlang', 'wanted.share', 1, 'value.not_below_one', 'wanted.share'],
    ['erlang', 'shrinkage', 1, 'value.not_below_one', 'shrinkage'],
    ['erlang', 'classes[0].share', 0.2, 'calculate.shares', 'classes'],
    ['erlang', 'arrivals_per_hour', 1_000_000, 'value.out_of_range', 'arrivals_per_hour'],
    ['erlang', 'handling', 'PT0S', 'value.not_duration', 'handling'],
    ['budget', 'target', 1, 'value.not_below_one', 'target'],
    ['budget', 'observed[0].error_share', 1.5, 'value.not_share', 'observed[0].error_share'],
    ['allocation', 'departments[0].shares.DP', 0.3, 'calculate.shares', 'departments[0].shares'],
    ['allocation', 'departments[0].shares.HR', 0, 'value.not_named', 'departments[0].shares'],
    ['allocation', 'users[1]', 'machining', 'value.twice', 'users'],
    [
      'allocation',
      'departments',
      [
        { name: 'a', cost_minor: 1, shares: { b: 1 } },
        { name: 'b', cost_minor: 0, shares: { a: 1 } },
      ],
      'calculate.stuck',
      'departments',
    ],
    ['control-chart', 'samples[0].count', 101, 'value.out_of_range', 'samples[0].count'],
    ['control-chart', 'baseline', 9, 'value.not_whole', 'baseline'],
    ['control-chart', 'chart', 'pie', 'field.not_choice', 'chart'],
    ['change-point', 'values[3]', Number.POSITIVE_INFINITY, 'value.out_of_range', 'values[3]'],
    ['change-point', 'values', Array.from({ length: 2_001 }, () => 1), 'value.too_many', 'values'],
    ['forecast', 'alpha', -0.1, 'value.not_share', 'alpha'],
    ['forecast', 'method', 'holt_winters', 'field.required', 'season'],
    ['forecast', 'values', [1, 2], 'value.too_few', 'values'],
    ['poisson', 'categories[1].name', 'printer', 'value.twice', 'categories[1].name'],
    ['poisson', 'categories[0].observed', -1, 'value.not_whole', 'categories[0].observed'],
  ] as const)('%s with %s = %o: %s at %s', (name, path, value, refused, field) => {
    expect(calculate(name, changed(example(name), path, value))).toMatchObject({ refused, field, params: { field } });
  });

  it('what does not vary, and what is no object', () => {
    expect(calculate('control-chart', { chart: 'ewma', values: [2, 2, 2] })).toMatchObject({ refused: 'calculate.no_spread', field: 'sigma' });
    for (const input of [null, [], 'x', 3, undefined]) expect(calculate('due', input)).toMatchObject({ refused: 'value.not_object', field: 'input' });
    expect(calculate('astrology', {})).toMatchObject({ refused: 'calculate.unknown_topic' });
  });
});

it('takes a common cause as a share: none of it is two parts, all of it is one', () => {
  const value = (common_cause: number): unknown => {
    const pair = { any: [{ part: 'a' }, { part: 'b' }], common_cause };
    const answer = calculate('availability', { root: 's', graph: { s: pair }, values: { a: 0.98, b: 0.98 } });
    return isRefusal(answer) ? answer : (answer['computed'] as Json)['value'];
  };
  expect([value(0), value(1)]).toEqual([0.9996, 0.98]);
  expect(value(0.1)).toBeGreaterThan(0.98);
  expect(value(0.1)).toBeLessThan(0.9996);
});

it('has a text in every language for each refusal, with its parameters', () => {
  for (const [code, text] of Object.entries(valueRefusals)) {
    const named = (each: string): string[] => [...each.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();
    expect(named(text.nl), code).toEqual(named(text.en));
    expect(named(text.de), code).toEqual(named(text.en));
  }
});

const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    'x',
    -1,
    0,
    1,
    1.5,
    1e308,
    -1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    {},
    true,
    '__proto__',
    'PT0S',
    'P99999D',
    '2099-12-31T23:59:59Z',
  ),
  fc.double(),
  fc.string(),
  fc.array(fc.double(), { maxLength: 3 }),
);

/** Every place of a value, deep down. */
function places(value: unknown, at = ''): string[] {
  if (typeof value !== 'object' || value === null) return [at];
  const inner = Object.entries(value).flatMap(([name, each]) => places(each, `${at}${at === '' ? '' : '.'}${name}`));
  return at === '' ? inner : [at, ...inner];
}

it('answers or refuses, whatever stands in whatever place, and never what is no number', () => {
  const anyCase = fc
    .constantFrom(...inputs)
    .chain(({ name, input }) => fc.record({ name: fc.constant(name), path: fc.constantFrom(...places(input)), value: hostile, input: fc.constant(input) }));
  let answered = 0;
  fc.assert(
    fc.property(anyCase, ({ name, path, value, input }) => {
      const answer = calculate(name, changed(input, path, value));
      if (isRefusal(answer)) {
        expect({ ...refusals, ...doorRefusals, ...valueRefusals }).toHaveProperty([answer.refused]);
        expect(answer.field).toEqual(expect.any(String));
        return;
      }
      const right = sides.get(name)?.[1];
      expect(right?.(answer), `${JSON.stringify(answer)} ${ajv.errorsText(right?.errors)}`).toBe(true);
      expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
      answered += 1;
    }),
    { numRuns: 1_500 },
  );
  expect(answered).toBeGreaterThan(30);
});
