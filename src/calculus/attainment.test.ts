// The figures of a report on their worked numbers.
import { expect, test } from 'vitest';
import { attained, keeps, meanRestoration, mood } from './attainment.ts';
import { roundTheClock } from './calendar.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-02T10:00:00Z');

test('90 met, 8 missed and 2 open overdue are 90.0 %, not 91.8 %', () => {
  expect(attained({ met: 90, missed: 8 + 2 })).toBe(900_000);
  expect(keeps({ met: 90, missed: 10 }, 900_000)).toBe(true);
  expect(keeps({ met: 90, missed: 10 }, 900_001)).toBe(false);
});

test('a share is rounded down, and judged on the counts', () => {
  expect(attained({ met: 2, missed: 1 })).toBe(666_666);
  expect(keeps({ met: 2, missed: 1 }, 666_667)).toBe(false);
  expect(attained({ met: 0, missed: 0 })).toBeNull();
  expect(keeps({ met: 0, missed: 0 }, 1)).toBeNull();
});

test('time to restore is from the start of the impact, pauses included: 10:00 to 13:00 is 3 h whatever the clock of the promise says', () => {
  expect(meanRestoration([{ from: start, to: start + 3 * hour }], roundTheClock)).toEqual({ wall_ms: 3 * hour, agreed_ms: 3 * hour });
});

test('the mean is told by the wall clock and in agreed hours, apart', () => {
  const office = { id: 'CAL-1', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
  const cases = [
    { from: start, to: start + 2 * hour },
    { from: start + 5 * hour, to: start + 25 * hour },
  ];
  expect(meanRestoration(cases, office)).toEqual({ wall_ms: 11 * hour, agreed_ms: ((2 + 2 + 3) * hour) / 2 });
  expect(meanRestoration([], office)).toBeNull();
});

test('green but unhappy: all kept and too few content; its opposite; and silence when there is little to go by', () => {
  const answers = (count: number, content: number, promised_ppm: number | null = null) => ({ count, content, promised_ppm });
  expect(mood([true, true, null], answers(10, 7))).toBe('green_but_unhappy');
  expect(mood([true, true], answers(10, 8))).toBeNull();
  expect(mood([true], answers(10, 8, 850_000))).toBe('green_but_unhappy');
  expect(mood([true, false], answers(10, 8))).toBe('red_but_happy');
  expect(mood([true, false], answers(10, 7))).toBeNull();
  expect(mood([true], answers(2, 0))).toBeNull();
  expect(mood([null], answers(10, 0))).toBeNull();
});
