// Escalation: given a clock and a ladder, when shares of the target are used, then the right role is told at the right moment, once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { type Calendar, isOpen, roundTheClock } from './calendar.ts';
import { type ClockTerms, idle, mark, observe, reading, retarget } from './clock.ts';
import { houseLadder, ladderOf, nextReached, reached, reachesAt, warnedAfter } from './escalation.ts';

const begin = Date.UTC(2026, 2, 24);
const office: Calendar = { id: 'office', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }], holidays: [] };
const four: ClockTerms = { target_ms: 4 * HOUR, calendar: roundTheClock };
const started = (terms: ClockTerms, at = begin) => mark(idle(), terms, 'start', at);
const clock = (terms: ClockTerms, warned = 0) => ({ state: started(terms), terms, ladder: houseLadder, warned });

describe('the ladder', () => {
  it('is the house’s when a promise has none, in order, each share once', () => {
    expect(ladderOf(null)).toBe(houseLadder);
    const own = [
      { share: 900_000, role: 'executive' },
      { share: 600_000, role: 'agent' },
      { share: 900_000, role: 'service_level_manager' },
      { share: 0, role: 'agent' },
    ];
    expect(ladderOf(own)).toEqual([
      { share: 600_000, role: 'agent' },
      { share: 900_000, role: 'service_level_manager' },
    ]);
    expect(ladderOf([])).toEqual([]);
  });

  it('is climbed in order of time: team at half, process manager at three quarters, service level manager at the target', () => {
    const steps = reached(clock(four), begin + 10 * HOUR);
    expect(steps.map(({ role, at }) => [role, (at - begin) / HOUR])).toEqual([
      ['agent', 2],
      ['process_manager', 3],
      ['service_level_manager', 4],
    ]);
    expect(reached(clock(four), begin + 3 * HOUR - 1)).toHaveLength(1);
    expect(reached(clock(four, 500_000), begin + 3 * HOUR)).toEqual([{ share: 750_000, role: 'process_manager', at: begin + 3 * HOUR }]);
    expect(nextReached(clock(four, 750_000))).toEqual({ share: 1_000_000, role: 'service_level_manager', at: begin + 4 * HOUR });
    expect(nextReached(clock(four, 1_000_000))).toBeNull();
  });

  it('says at one instant only the highest share: a tighter target tells the one it has become the business of', () => {
    const used = observe(started(four), four, begin + 90 * MINUTE);
    const tight = { ...four, target_ms: 100 * MINUTE };
    const state = retarget(used, four, tight, begin + 90 * MINUTE);
    const now = { state, terms: tight, ladder: houseLadder, warned: warnedAfter(0, state, tight) };
    expect(nextReached(now)).toEqual({ share: 750_000, role: 'process_manager', at: begin + 90 * MINUTE });
    expect(reached(now, begin + 100 * MINUTE).map((each) => each.share)).toEqual([750_000, 1_000_000]);
  });

  it('takes back what a wider target has not used, and keeps what it has', () => {
    const used = observe(started(four), four, begin + 3 * HOUR);
    const wide = { ...four, target_ms: 5 * HOUR };
    expect(warnedAfter(750_000, retarget(used, four, wide, begin + 3 * HOUR), wide)).toBe(600_000);
    expect(warnedAfter(750_000, used, four)).toBe(750_000);
    expect(warnedAfter(500_000, retarget(used, four, wide, begin + 3 * HOUR), wide)).toBe(500_000);
  });

  it('is silent while the clock waits', () => {
    const paused = mark(started(four), four, 'pause', begin + HOUR);
    expect(reached({ ...clock(four), state: paused }, begin + 30 * DAY)).toEqual([]);
    expect(nextReached({ ...clock(four), state: paused })).toBeNull();
  });

  it('glpi PR 22678: what is used up at closing time is told when the next day opens', () => {
    const monday = Date.UTC(2026, 2, 23, 15);
    const terms = { target_ms: 4 * HOUR, calendar: office };
    expect(reachesAt(started(terms, monday), terms, 500_000)).toBe(Date.UTC(2026, 2, 24, 9));
  });

  it('is never early, never outside the hours, and at the first open instant that has used the share', () => {
    const terms = fc.record({ target_ms: fc.integer({ min: 1, max: 5 * DAY }), calendar: anyCalendar() });
    fc.assert(
      fc.property(terms, fc.integer({ min: 1, max: 1_500_000 }), fc.nat(3 * DAY), (some, share, later) => {
        const state = observe(started(some), some, begin + later);
        const at = reachesAt(state, some, share);
        if (at === null) return;
        const need = Math.ceil((some.target_ms * share) / 1_000_000);
        expect(isOpen(some.calendar, at)).toBe(true);
        expect(reading(state, some, at).used_ms).toBeGreaterThanOrEqual(need);
        if (at > (state.since ?? 0) && isOpen(some.calendar, at - 1)) expect(reading(state, some, at - 1).used_ms).toBeLessThan(need);
      }),
      { numRuns: 400 },
    );
  });
});
