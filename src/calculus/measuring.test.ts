// Periods of measures: weeks by ISO 8601, also over the end of a year and a DST night.
import { expect, it } from 'vitest';
import { isMeasured, lastPeriods, monthsOf, periodAt, periodOfDay, spanOf } from './measuring.ts';

const zone = 'Europe/Amsterdam';

it('names weeks by ISO 8601: the week of the first Thursday is the first', () => {
  expect(periodOfDay('2027-01-01', 'week')).toBe('2026-W53');
  expect(periodOfDay('2026-01-01', 'week')).toBe('2026-W01');
  expect(isMeasured('2026-W53')).toBe(true);
  expect(isMeasured('2025-W53')).toBe(false);
  expect(isMeasured('2025-W00')).toBe(false);
});

it('spans a week by the wall clock, an hour longer when summer time ends', () => {
  const { from, to } = spanOf('2026-W43', zone);
  expect(new Date(from).toISOString()).toBe('2026-10-18T22:00:00.000Z');
  expect((to - from) / 3_600_000).toBe(169);
  expect(periodAt(from, { grain: 'week', zone })).toBe('2026-W43');
  expect(periodAt(from - 1, { grain: 'week', zone })).toBe('2026-W42');
});

it('counts back over the end of a year', () => {
  const now = Date.parse('2026-02-28T23:30:00Z');
  expect(lastPeriods(4, { now, grain: 'month', zone })).toEqual(['2025-12', '2026-01', '2026-02', '2026-03']);
  expect(lastPeriods(3, { now, grain: 'quarter', zone })).toEqual(['2025-Q3', '2025-Q4', '2026-Q1']);
  expect(lastPeriods(10, { now, grain: 'week', zone })[0]).toBe('2025-W52');
  expect(monthsOf('2025-Q4')).toEqual(['2025-10', '2025-11', '2025-12']);
});
