// Weeks and months of the calendar: numbers at the turn of the year, and days on which the clock changes.
import { expect, it } from 'vitest';
import { beginOf, periodOf, stepped, weekNumber } from './calendar-period.ts';

it('numbers weeks as ISO 8601 does, also where the year turns', () => {
  expect(['2026-01-01', '2025-12-29', '2027-01-01', '2026-12-31', '2026-11-23'].map(weekNumber)).toEqual([1, 1, 53, 53, 48]);
});

it('begins weeks on Monday and months on the first, and steps from one to the next', () => {
  expect(periodOf('week', '2026-11-29')).toMatchObject({ from: '2026-11-23', to: '2026-11-30' });
  expect(periodOf('month', '2026-12-31')).toMatchObject({ from: '2026-12-01', to: '2027-01-01' });
  expect(periodOf('month', '2026-02-10').days).toHaveLength(28);
  expect([stepped('month', '2026-01-31', 1), stepped('month', '2026-01-31', -1), stepped('timeline', '2026-11-25', -1)]).toEqual([
    '2026-02-01',
    '2025-12-31',
    '2026-11-22',
  ]);
});

it('begins days by the clock of the zone', () => {
  expect(new Date(beginOf('2026-03-30', 'Europe/Amsterdam')).toISOString()).toBe('2026-03-29T22:00:00.000Z');
  expect(beginOf('2026-03-30', 'Europe/Amsterdam') - beginOf('2026-03-29', 'Europe/Amsterdam')).toBe(23 * 3_600_000);
});
