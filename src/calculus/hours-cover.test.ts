// The longest a target can take on another clock, against trying every minute.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { addWorking, type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { cover, sameHours, worstElapsed } from './hours-cover.ts';

const at = Date.UTC(2026, 0, 5); // a Monday
const hours = (days: number[], from: string, to: string, zone = 'UTC'): Calendar => ({
  id: `${days}${from}${to}`,
  zone,
  week: [{ days, from, to }],
  holidays: [],
});
const workdays = [1, 2, 3, 4, 5];
const office = hours(workdays, '08:00', '17:00');
const long = hours(workdays, '07:00', '19:00');
const weekend = hours([6, 7], '00:00', '24:00');

describe('cover', () => {
  it('says how much of the hours above is not covered', () => {
    expect(cover(long, office, at).uncovered_ms).toBe(0);
    expect(cover(office, long, at).uncovered_ms).toBe(53 * 5 * 3 * HOUR);
    expect(cover(weekend, office, at)).toMatchObject({ uncovered_ms: 53 * 45 * HOUR, parent_ms: 53 * 45 * HOUR, child_ms: 53 * 48 * HOUR });
    expect(cover(undefined, office, at).uncovered_ms).toBe(0);
  });

  it('knows hours that are the same under another name', () => {
    expect(sameHours(office, { ...office, id: 'other' })).toBe(true);
    expect(sameHours(office, { ...office, zone: 'Europe/Amsterdam' })).toBe(false);
  });
});

describe('longest time', () => {
  it('is the target itself on the same clock, and when the doors below are open longer', () => {
    expect(worstElapsed(8 * HOUR, { child: office, parent: { ...office, id: 'other' }, at })).toBe(8 * HOUR);
    expect(worstElapsed(4 * HOUR, { child: roundTheClock, parent: office, at })).toBe(4 * HOUR);
  });

  it('is less when the clock above stands still at night: a day round the clock is nine office hours', () => {
    expect(worstElapsed(DAY, { child: roundTheClock, parent: office, at })).toBe(9 * HOUR);
  });

  it('includes the wait for a closed door: begun on Friday evening, done on Monday', () => {
    expect(worstElapsed(HOUR, { child: office, parent: roundTheClock, at })).toBe((7 + 8) * HOUR + 2 * DAY + HOUR);
    expect(worstElapsed(9 * HOUR, { child: office, parent: long, at })).toBe((9 + 2 + 1) * HOUR);
  });

  it('finds the moment just too late for today, in the middle of the hours of both', () => {
    const [early, late] = [hours(workdays.slice(0, 2), '09:00', '17:00'), hours(workdays.slice(0, 2), '10:00', '18:00')];
    expect(worstElapsed(4 * HOUR, { child: early, parent: late, at })).toBe(5 * HOUR - 1); // 13:00 and a millisecond
  });

  it('finds the moment at which the doors below close and the clock above is still to run', () => {
    const child = hours([1, 2], '06:00', '09:00');
    const parent: Calendar = {
      ...hours([1], '12:00', '18:00'),
      week: [
        { days: [1], from: '12:00', to: '18:00' },
        { days: [2], from: '06:30', to: '07:30' },
      ],
    };
    expect(worstElapsed(HOUR, { child, parent, at })).toBe(6.5 * HOUR); // from 9:00 on Monday to 7:00 on Tuesday
  });

  it('finds the one holiday of the year', () => {
    const free = { ...office, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
    expect(worstElapsed(HOUR, { child: free, parent: office, at })).toBe(10 * HOUR);
  });

  it('is never when the doors below never open', () => {
    expect(worstElapsed(HOUR, { child: { ...office, week: [] }, parent: office, at })).toBeNull();
  });

  it('is exactly the longest over every minute of three weeks', () => {
    const clock = fc.integer({ min: 0, max: 8 }).map((n) => n * 120 + 60);
    const opening = fc
      .record({ days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), from: clock, length: fc.integer({ min: 1, max: 6 }) })
      .map(({ days, from, length }) => ({ days, from: text(from), to: text(Math.min(1440, from + length * 60)) }));
    const anyHours = fc.array(opening, { minLength: 1, maxLength: 3 }).map((week): Calendar => ({ ...office, week }));
    fc.assert(
      fc.property(anyHours, anyHours, fc.integer({ min: 1, max: 20 }), (child, parent, work) => {
        const target = work * 30 * MINUTE;
        const found = worstElapsed(target, { child, parent, at }) ?? 0;
        let most = 0;
        for (let start = at; start < at + 7 * DAY; start += 5 * MINUTE) {
          for (const nearby of [start, start + 1]) most = Math.max(most, workingMs(parent, nearby, addWorking(child, nearby, target) ?? nearby));
        }
        expect(found).toBeGreaterThanOrEqual(most);
        expect(found - most).toBeLessThanOrEqual(1);
      }),
      { numRuns: 60 },
    );
  });
});

function text(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}
