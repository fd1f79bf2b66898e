// Periods by the wall clock: DST months, quarters that are not over, rolling days.
import { expect, test } from 'vitest';
import { cutTo, daysOf, isPeriod, periodOf, windowOf } from './period.ts';

const zone = 'Europe/Amsterdam';
const hour = 3_600_000;
const iso = (at: number): string => new Date(at).toISOString();

test('a month runs from midnight to midnight of its zone, an hour shorter in March and longer in October', () => {
  const march = periodOf('2026-03', zone);
  expect([iso(march.from), iso(march.to)]).toEqual(['2026-02-28T23:00:00.000Z', '2026-03-31T22:00:00.000Z']);
  expect((march.to - march.from) / hour).toBe(31 * 24 - 1);
  const october = periodOf('2026-10', zone);
  expect((october.to - october.from) / hour).toBe(31 * 24 + 1);
  expect(iso(periodOf('2026-12', 'UTC').to)).toBe('2027-01-01T00:00:00.000Z');
});

test('a quarter is three months; its dates are said as dates', () => {
  const quarter = periodOf('2026-Q4', 'UTC');
  expect([iso(quarter.from), iso(quarter.to)]).toEqual(['2026-10-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z']);
  expect(daysOf('2026-Q1')).toEqual({ first: '2026-01-01', last: '2026-03-31' });
  expect(daysOf('2024-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
});

test('a quarterly promise is told so far within the quarter, and decided in its last month', () => {
  const at = (month: string) => windowOf(month, { zone: 'UTC', per: 'quarter' });
  expect([iso(at('2026-04').from), iso(at('2026-04').to), at('2026-04').whole]).toEqual(['2026-04-01T00:00:00.000Z', '2026-05-01T00:00:00.000Z', false]);
  expect([iso(at('2026-05').from), at('2026-05').whole]).toEqual(['2026-04-01T00:00:00.000Z', false]);
  expect([iso(at('2026-06').from), iso(at('2026-06').to), at('2026-06').whole]).toEqual(['2026-04-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z', true]);
  expect(at('2026-Q2')).toMatchObject({ from: at('2026-06').from, whole: true });
});

test('a yearly promise is whole in December, and a monthly one is not decided by a quarter', () => {
  const year = windowOf('2026-11', { zone: 'UTC', per: 'year' });
  expect([iso(year.from), year.whole]).toEqual(['2026-01-01T00:00:00.000Z', false]);
  expect(windowOf('2026-Q4', { zone: 'UTC', per: 'year' }).whole).toBe(true);
  expect(windowOf('2026-Q4', { zone: 'UTC', per: 'month' })).toMatchObject({ from: Date.UTC(2026, 9, 1), whole: false });
});

test('rolling days end with the period and reach back by dates, not by hours', () => {
  const rolling = windowOf('2026-03', { zone, per: 'rolling', rolling_days: 90 });
  expect([iso(rolling.from), iso(rolling.to), rolling.whole]).toEqual(['2025-12-31T23:00:00.000Z', '2026-03-31T22:00:00.000Z', true]);
});

test('a window is cut to the days a promise is in force', () => {
  const march = periodOf('2026-03', 'UTC');
  const cut = cutTo(march, { zone: 'UTC', from: '2026-03-10', to: '2026-03-20' });
  expect([iso(cut.from), iso(cut.to)]).toEqual(['2026-03-10T00:00:00.000Z', '2026-03-21T00:00:00.000Z']);
  expect(cutTo(march, { zone: 'UTC', from: null, to: null })).toEqual(march);
  const past = cutTo(march, { zone: 'UTC', from: null, to: '2026-01-31' });
  expect(past.to).toBe(past.from);
});

test('what is no period is refused', () => {
  for (const name of ['2026-13', '2026-Q5', '2026', '1800-01', '2026-1', 'x']) expect(isPeriod(name)).toBe(false);
  expect(() => periodOf('2026-00', zone)).toThrow('neither a month');
});
