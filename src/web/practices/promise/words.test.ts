// The terms of a promise in words, in three languages, and which fields a promise of each metric has.
import { expect, it } from 'vitest';
import { type Language, say } from '../../../kernel/text.ts';
import { formatFor } from '../../formats.ts';
import type { Tongue } from '../../record/widget.ts';
import { fits } from './arrangement.tsx';
import { measuredSentence, promiseSentence, validSentence } from './sentences.ts';
import { creditWords, escalationWords, maintenanceWords, routingWords } from './words.ts';

const refs = { 'ORG-1': 'Delta', 'ORG-2': 'Noord', 'SVC-1': 'Workplace' };
const tongue = (language: Language): Tongue => ({ say: (text, params) => say(text, language, params), format: formatFor(language, 'UTC'), refs });
const [en, nl, de] = [tongue('en'), tongue('nl'), tongue('de')];

it('says when nothing counts', () => {
  const last = [{ days: [7], weeks: [-1], from: '02:00', to: '06:00' }];
  expect([en, nl, de].map((each) => maintenanceWords(last, each))).toEqual([
    'last Sunday of the month 02:00–06:00',
    'laatste zondag van de maand 02:00–06:00',
    'am letzten Sonntag des Monats 02:00–06:00',
  ]);
  const some = [
    { days: [2, 4], weeks: [1, 3], from: '20:00', to: '24:00' },
    { days: [6], from: '01:00', to: '05:00' },
    { days: [1, 2, 3, 4, 5, 6, 7], from: '03:00', to: '03:30' },
    { date: '2026-12-24', from: '12:00', to: '18:00' },
  ];
  expect(maintenanceWords(some, en).split('\n')).toEqual([
    'first and third Tuesday and Thursday of the month 20:00–24:00',
    'every Saturday 01:00–05:00',
    'every day 03:00–03:30',
    '24 December 2026 12:00–18:00',
  ]);
});

it('says credit from good to bad with its cap, and who is told in the order of the shares', () => {
  const bands = {
    bands: [
      { below: 900_000, credit: 100_000 },
      { below: 950_000, credit: 50_000 },
    ],
    cap: 200_000,
  };
  expect(creditWords(bands, en)).toBe('below 95%: 5% back\nbelow 90%: 10% back\nat most 20% of the fee');
  const steps = [
    { share: 1_000_000, role: 'executive' },
    { share: 500_000, role: 'agent' },
  ];
  expect(escalationWords(steps, nl).split('\n')[0]).toMatch(/^bij 50%: /);
  expect(routingWords({ order: 'parallel', handover_minutes: 15, rework: 100_000 }, en)).toBe('all parts side by side, 15m to hand over, 10% comes back once');
});

it('says a promise in a sentence', () => {
  const row = { id: 'PRM-1', state: 'active', metric: 'availability', provider: 'ORG-1', customer: 'ORG-2', service: 'SVC-1', availability: 995_000 };
  const whole = { ...row, measured_per: 'rolling', rolling_days: 30, valid_from: '2026-01-01', notice_days: 60 } as never;
  expect(promiseSentence(whole, en)).toBe('Delta keeps Workplace working for Noord for at least 99.5% of the service hours.');
  expect(measuredSentence(whole, en)).toBe('It is measured over the last 30 days.');
  expect(validSentence(whole, en)).toBe('In force from 1 January 2026, until one of the parties ends it. Notice: 60 days.');
  const timed = { ...row, metric: 'restore', targets: { '1': 60 }, attainment: 900_000, measured_per: 'month' } as never;
  expect(measuredSentence(timed, en)).toBe('This holds for at least 90% of the cases, measured per month.');
});

it('asks only for what the metric needs', () => {
  const asked = (metric: string, more = {}) =>
    ['targets', 'attainment', 'availability', 'throughput', 'satisfied', 'rolling_days', 'support_calendar', 'team'].filter((name) =>
      fits(name, { metric, ...more }),
    );
  expect(asked('restore')).toEqual(['targets', 'attainment', 'support_calendar']);
  expect(asked('availability', { measured_per: 'rolling' })).toEqual(['availability', 'rolling_days']);
  expect(asked('throughput')).toEqual(['throughput']);
  expect(asked('satisfaction', { provider: 'ORG-1', customer: 'ORG-1' })).toEqual(['satisfied', 'team']);
  expect(asked('')).toEqual([]);
});
