// Hours against hours: given two calendars, when a promise counts in the one, then this is what it may take in the other.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar } from '../../test/calendars.ts';
import { addWorking, type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { uncoveredMs, worstElapsed, worstInPeriod } from './hours.ts';

const HOUR = 3_600_000;
const from = Date.UTC(2026, 0, 5);
const office: Calendar = { id: 'o', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const early: Calendar = { ...office, week: [{ days: [1, 2, 3, 4, 5], from: '06:00', to: '17:00' }] };

describe('the worst elapsed time', () => {
  it('is the time itself when the hours are the same or wider', () => {
    expect(worstElapsed(roundTheClock, 4 * HOUR, roundTheClock, from)).toBe(4 * HOUR);
    expect(worstElapsed(office, 4 * HOUR, office, from)).toBe(4 * HOUR);
    expect(worstElapsed(roundTheClock, 4 * HOUR, office, from)).toBe(4 * HOUR);
  });

  it('adds the weekend when the inner party does not work then', () => {
    expect(worstElapsed(office, 4 * HOUR, roundTheClock, from)).toBe((4 + 63) * HOUR);
    expect(worstElapsed(office, 4 * HOUR, early, from)).toBe((4 + 2) * HOUR);
  });

  it('adds every night that the work lasts through', () => {
    expect(worstElapsed(office, 10 * HOUR, early, from)).toBe((10 + 2 + 2) * HOUR);
    expect(worstElapsed(office, 9 * HOUR, early, from)).toBe((9 + 2) * HOUR);
  });

  it('adds holidays that only the inner party has', () => {
    const withEaster = { ...office, holidays: [{ date: '2026-04-06', name: 'Easter Monday' }] };
    expect(worstElapsed(withEaster, HOUR, roundTheClock, from)).toBe((1 + 63 + 24) * HOUR);
    expect(worstElapsed(withEaster, HOUR, office, from)).toBe((1 + 9) * HOUR);
  });

  it('is unknown when the inner hours never hold the work', () => {
    expect(worstElapsed(office, 400 * 24 * HOUR, roundTheClock, from)).toBeNull();
    expect(worstElapsed({ ...office, week: [] }, HOUR, roundTheClock, from)).toBeNull();
  });

  it('is never exceeded, wherever the work begins', () => {
    const start = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minute) => from + minute * 60_000);
    const work = fc.integer({ min: 1, max: 3_000 }).map((minutes) => minutes * 60_000);
    fc.assert(
      fc.property(anyCalendar(from), anyCalendar(from), start, work, (inner, outer, at, ms) => {
        const worst = worstElapsed(inner, ms, outer, from);
        const due = addWorking(inner, at, ms);
        if (worst !== null && due !== null) expect(workingMs(outer, at, due)).toBeLessThanOrEqual(worst);
      }),
      { numRuns: 400 },
    );
  });
});

describe('uncovered hours', () => {
  it('are none when the inner hours hold the outer', () => {
    expect(uncoveredMs(roundTheClock, office, from)).toBe(0);
    expect(uncoveredMs(early, office, from)).toBe(0);
    expect(uncoveredMs(office, early, from)).toBe(286 * 2 * HOUR);
  });
});

describe('an availability in a shorter period', () => {
  it('may lose the allowance of the longer one in it', () => {
    expect(worstInPeriod(0.999, 'quarter', 'month')).toBeCloseTo(1 - (0.001 * 92) / 28, 12);
    expect(worstInPeriod(0.999, 'year', 'quarter')).toBeCloseTo(1 - (0.001 * 366) / 90, 12);
    expect(worstInPeriod(0.9, 'year', 'month')).toBe(0);
  });

  it('keeps its value in the same or a longer one', () => {
    for (const outer of ['month', 'quarter', 'year'] as const) expect(worstInPeriod(0.999, 'month', outer)).toBe(0.999);
    expect(worstInPeriod(0.999, 'quarter', 'quarter')).toBe(0.999);
  });
});
