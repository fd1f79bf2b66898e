// The hand-over check: worked cases by hand, and its laws against a slow second opinion.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { breachesAt, idle, mark } from './clock.ts';
import { bestFirst, type HandoverInput, handoverFit, honestTime } from './handover.ts';

const office: Calendar = { id: 'o', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const closed: Calendar = { id: 'c', zone: 'UTC', week: [], holidays: [] };
/** June 2026 in Amsterdam; the 1st is a Monday. */
const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 5, day, hour - 2, minute);

const check = (change: Partial<HandoverInput> = {}) =>
  handoverFit({
    now: at(1, 9),
    customer: { left_ms: 4 * HOUR, calendar: office },
    receiver: { accept_ms: 30 * MINUTE, repair_ms: 2 * HOUR, calendar: office },
    ...change,
  });

describe('worked cases', () => {
  it('fits: accepted by 9:30, done by 11:30, the customer due at 13:00', () => {
    expect(check()).toEqual({
      verdict: 'fits',
      fits: true,
      short_ms: 0,
      spare_ms: 90 * MINUTE,
      accepts_at: at(1, 9, 30),
      finishes_at: at(1, 11, 30),
      due_at: at(1, 13),
      resumed: false,
    });
  });

  it('is in time when it ends at the very due moment, and short by what comes after', () => {
    expect(check({ customer: { left_ms: 150 * MINUTE, calendar: office } })).toMatchObject({ verdict: 'fits', spare_ms: 0, short_ms: 0 });
    expect(check({ customer: { left_ms: 149 * MINUTE, calendar: office } })).toMatchObject({ verdict: 'short', fits: false, short_ms: MINUTE, spare_ms: 0 });
  });

  it('counts on the clock of the customer: a night in which only the customer counts is paid for', () => {
    const receiver = { accept_ms: 30 * MINUTE, repair_ms: 2 * HOUR, calendar: office };
    const late = { now: at(1, 16), receiver };
    // 16:00 + 30 min + 2 h in office hours is 9:30 the next day: 17.5 hours of a customer round the clock, 2.5 of one in office hours.
    expect(check({ ...late, customer: { left_ms: 4 * HOUR, calendar: roundTheClock } })).toMatchObject({ finishes_at: at(2, 9, 30), short_ms: 13.5 * HOUR });
    expect(check({ ...late, customer: { left_ms: 4 * HOUR, calendar: office } })).toMatchObject({ verdict: 'fits', spare_ms: 90 * MINUTE });
  });

  it('a receiver that works at night uses nothing of a customer who sleeps', () => {
    const found = check({
      now: at(1, 17),
      customer: { left_ms: HOUR, calendar: office },
      receiver: { accept_ms: 0, repair_ms: 14 * HOUR, calendar: roundTheClock },
    });
    expect(found).toMatchObject({ verdict: 'fits', finishes_at: at(2, 7), spare_ms: HOUR, due_at: at(2, 9) });
  });

  it('acceptance may have hours of its own, and the handing over takes time of the customer', () => {
    const receiver = { accept_ms: 30 * MINUTE, repair_ms: 2 * HOUR, calendar: office, accept_calendar: roundTheClock };
    expect(check({ now: at(1, 20), receiver })).toMatchObject({ accepts_at: at(1, 20, 30), finishes_at: at(2, 10), spare_ms: 2 * HOUR });
    expect(check({ handover_ms: 90 * MINUTE })).toMatchObject({ verdict: 'fits', spare_ms: 0, finishes_at: at(1, 13) });
  });

  it('a receiver without a promise of acceptance is reckoned by its repair alone', () => {
    expect(check({ receiver: { accept_ms: null, repair_ms: 2 * HOUR, calendar: office } })).toMatchObject({ finishes_at: at(1, 11), accepts_at: at(1, 9) });
  });
});

describe('what is not a plain case', () => {
  it('nothing promised: it is not said to fit, and no time is made up', () => {
    const found = check({ receiver: { accept_ms: 30 * MINUTE, repair_ms: null, calendar: office } });
    expect(found).toMatchObject({ verdict: 'no_promise', fits: false, short_ms: null, spare_ms: null, finishes_at: null, due_at: at(1, 13) });
  });

  it('late already: nothing fits, and what it is short by includes the lateness', () => {
    expect(check({ customer: { left_ms: -HOUR, calendar: office } })).toMatchObject({ verdict: 'late', fits: false, short_ms: 3.5 * HOUR, due_at: at(1, 9) });
    expect(check({ customer: { left_ms: -1, calendar: office }, receiver: { accept_ms: 0, repair_ms: 0, calendar: office } })).toMatchObject({ short_ms: 1 });
  });

  it('paused: reckoned as if the clock of the customer went on now, and it says so', () => {
    expect(check({ customer: { left_ms: HOUR, calendar: office, paused: true } })).toMatchObject({ resumed: true, verdict: 'short', short_ms: 90 * MINUTE });
  });

  it('a receiver that never opens never finishes; a customer whose hours never open never runs out', () => {
    expect(check({ receiver: { accept_ms: 0, repair_ms: HOUR, calendar: closed } })).toMatchObject({ verdict: 'never', fits: false, short_ms: null });
    expect(check({ customer: { left_ms: HOUR, calendar: closed } })).toMatchObject({ verdict: 'fits', due_at: null, spare_ms: HOUR });
    expect(check({ customer: { left_ms: HOUR, calendar: closed }, handover_ms: 1 })).toMatchObject({ verdict: 'never' });
  });
});

describe('the order of the ways out', () => {
  it('what fits best comes first, what promised nothing after what is short', () => {
    const left = { left_ms: 3 * HOUR, calendar: office };
    const receivers = { none: null, slow: 9 * HOUR, fast: HOUR, good: 2 * HOUR, near: 4 * HOUR };
    const checks = Object.entries(receivers).map(([name, repair_ms]) => ({
      name,
      handover: check({ customer: left, receiver: { accept_ms: 0, repair_ms, calendar: office } }),
    }));
    expect(bestFirst(checks).map((each) => each.name)).toEqual(['fast', 'good', 'near', 'slow', 'none']);
  });

  it('the honest time is in the hours of the customer', () => {
    const found = check({ now: at(1, 16), receiver: { accept_ms: 0, repair_ms: 4 * HOUR, calendar: roundTheClock } });
    expect(honestTime(found, office)).toBe(at(2, 8));
    expect(honestTime(check(), office)).toBe(at(1, 11, 30));
    expect(honestTime(check({ receiver: { accept_ms: 0, repair_ms: null, calendar: office } }), office)).toBeNull();
  });
});

const anyInput: fc.Arbitrary<HandoverInput> = fc.record({
  now: fc.nat(6 * DAY).map((shift) => Date.UTC(2026, 2, 26) + shift),
  customer: fc.record({ left_ms: fc.integer({ min: -DAY, max: 3 * DAY }), calendar: anyCalendar() }),
  receiver: fc.record({
    accept_ms: fc.option(fc.nat(4 * HOUR)),
    repair_ms: fc.nat(DAY),
    calendar: anyCalendar(),
    accept_calendar: anyCalendar(),
  }),
});

describe('laws', () => {
  it('says the same as the clock itself: it fits exactly when the clock is not late at the end', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { now, customer } = input;
        fc.pre(customer.left_ms >= 0);
        const found = handoverFit(input);
        if (found.finishes_at === null) return;
        const terms = { target_ms: customer.left_ms, calendar: customer.calendar };
        const clock = mark(idle(), terms, 'start', now);
        expect(found.fits).toBe(mark(clock, terms, 'stop', found.finishes_at).phase === 'met');
        const breach = breachesAt(clock, terms);
        if (breach !== null) expect(found.fits).toBe(found.finishes_at < breach);
      }),
    );
  });

  it('short and spare are what the clock of the customer counts, and one of them is nothing', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { verdict, short_ms, spare_ms, finishes_at } = handoverFit(input);
        if (finishes_at === null || short_ms === null || spare_ms === null) return;
        expect(spare_ms - short_ms).toBe(input.customer.left_ms - workingMs(input.customer.calendar, input.now, finishes_at));
        expect(Math.min(short_ms, spare_ms)).toBe(0);
        expect(verdict === 'fits').toBe(short_ms === 0);
      }),
    );
  });

  it('a stricter promise of the receiver, or more left, never makes it worse', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(DAY), fc.nat(DAY), (input, less, more) => {
        const before = handoverFit(input);
        const receiver = { ...input.receiver, repair_ms: Math.max(0, (input.receiver.repair_ms ?? 0) - less) };
        const customer = { ...input.customer, left_ms: input.customer.left_ms + more };
        const after = handoverFit({ ...input, receiver, customer });
        if (before.fits) expect(after.fits).toBe(true);
        if (before.short_ms !== null) expect(after.short_ms ?? 0).toBeLessThanOrEqual(before.short_ms);
      }),
    );
  });
});
