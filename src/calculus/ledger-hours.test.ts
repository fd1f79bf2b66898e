// The ledger in the hours of agreements and as ruled: parts still sum to the whole, and a ruling moves only what it is about.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR } from '../../test/calendars.ts';
import { type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { type CustodyMark, ledger, type Time } from './ledger.ts';
import { asRuled, inHours, isSwarming, workingIn } from './ledger-hours.ts';

const begin = Date.UTC(2026, 2, 26);
const office: Calendar = { id: 'o', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const parties: fc.Arbitrary<string> = fc.constantFrom('desk', 'network', 'customer');
const anyMarks: fc.Arbitrary<CustodyMark[]> = fc.array(
  fc.record({
    at: fc.nat(6 * DAY).map((shift) => begin + shift),
    party: parties,
    team: fc.constantFrom('one', null),
    person: fc.constant(null),
    reason: fc.constantFrom('working', 'handover', 'waiting'),
    on_behalf: fc.constantFrom('customer', null),
  }),
  { minLength: 1, maxLength: 8 },
);
const anyHours = fc
  .array(fc.record({ from: fc.nat(6 * DAY).map((shift) => begin + shift), calendar: anyCalendar() }), { minLength: 1, maxLength: 3 })
  .map((list) => list.sort((a, b) => a.from - b.from));
const anyRulings = fc.array(
  fc.record({ from: fc.nat(6 * DAY), length: fc.integer({ min: 1, max: 2 * DAY }), held: parties, claimed: parties }).map(({ from, length, ...who }) => {
    return { from: begin + from, to: begin + from + length, ...who };
  }),
  { maxLength: 4 },
);
const sumOf = (parts: readonly Time[]): Time =>
  parts.reduce((sum, each) => ({ wall_ms: sum.wall_ms + each.wall_ms, working_ms: sum.working_ms + each.working_ms }), { wall_ms: 0, working_ms: 0 });

describe('laws', () => {
  it('in the hours of any agreement the parts are the whole, also when its calendar changed meanwhile', () => {
    fc.assert(
      fc.property(anyMarks, anyHours, (marks, hours) => {
        const plain = ledger({ marks, end: null, now: begin + 8 * DAY, calendar: roundTheClock });
        const found = inHours(plain, hours);
        for (const parts of [found.intervals, found.by_party, found.by_team, found.by_reason]) expect(sumOf(parts)).toEqual(found.total);
        expect(found.total).toEqual({
          wall_ms: plain.total.wall_ms,
          working_ms: workingIn(hours, plain.intervals[0]?.from ?? 0, plain.intervals.at(-1)?.to ?? 0),
        });
      }),
    );
  });

  it('a ruling neither makes nor loses time, and time of nobody it is about stays where it was', () => {
    fc.assert(
      fc.property(anyMarks, anyHours, anyRulings, (marks, hours, rulings) => {
        const plain = inHours(ledger({ marks, end: null, now: begin + 8 * DAY, calendar: roundTheClock }), hours);
        const found = asRuled(plain, rulings, hours);
        expect(found.total).toEqual(plain.total);
        for (const parts of [found.intervals, found.by_party, found.by_team, found.by_reason]) expect(sumOf(parts)).toEqual(plain.total);
        for (const [i, each] of found.intervals.entries()) expect(each.from).toBe(found.intervals[i - 1]?.to ?? plain.intervals[0]?.from);
        const moved = rulings.flatMap((each) => [each.held, each.claimed]);
        for (const each of plain.by_party.filter(({ party }) => !moved.includes(party))) expect(found.by_party).toContainEqual(each);
        expect([found.bounces, found.reassignments, found.ping_pong]).toEqual([plain.bounces, plain.reassignments, plain.ping_pong]);
      }),
    );
  });

  it('no ruling, no change', () => {
    fc.assert(
      fc.property(anyMarks, anyHours, (marks, hours) => {
        const plain = inHours(ledger({ marks, end: null, now: begin + 8 * DAY, calendar: roundTheClock }), hours);
        expect(asRuled(plain, [], hours)).toEqual(plain);
      }),
    );
  });
});

describe('worked cases', () => {
  /** June 2026 in Amsterdam; the 1st is a Monday. */
  const at = (day: number, hour: number) => Date.UTC(2026, 5, day, hour - 2);
  const mark = (when: number, party: string): CustodyMark => ({ at: when, party, team: null, person: null, reason: 'working', on_behalf: null });
  const plain = ledger({ marks: [mark(at(1, 15), 'desk'), mark(at(1, 16), 'supplier')], end: at(2, 10), now: at(9, 9), calendar: roundTheClock });

  it('one hour of the desk, and a night of the supplier that the customer sleeps through', () => {
    const hours = [{ from: at(1, 15), calendar: office }];
    expect(inHours(plain, hours).by_party).toEqual([
      { party: 'desk', wall_ms: HOUR, working_ms: HOUR },
      { party: 'supplier', wall_ms: 18 * HOUR, working_ms: 3 * HOUR },
    ]);
    expect(plain.by_party[1]).toEqual({ party: 'supplier', wall_ms: 18 * HOUR, working_ms: 18 * HOUR });
  });

  it('each stretch counts in the calendar that held: office hours until eight in the evening, round the clock from then on', () => {
    const hours = [
      { from: at(1, 15), calendar: office },
      { from: at(1, 20), calendar: roundTheClock },
    ];
    expect(workingIn(hours, at(1, 15), at(2, 10))).toBe(2 * HOUR + 14 * HOUR);
    expect(workingIn(hours, at(1, 10), at(1, 16))).toBe(workingMs(office, at(1, 10), at(1, 16)));
    expect(workingIn([], at(1, 15), at(2, 10))).toBe(0);
  });

  it('a ruling moves its part of the interval and no more; the later of two decides', () => {
    const hours = [{ from: at(1, 15), calendar: roundTheClock }];
    const ruling = { from: at(1, 18), to: at(1, 20), held: 'supplier', claimed: 'desk' };
    expect(asRuled(plain, [ruling], hours).by_party.map((each) => [each.party, each.wall_ms / HOUR])).toEqual([
      ['desk', 3],
      ['supplier', 16],
    ]);
    expect(asRuled(plain, [{ ...ruling, held: 'desk', claimed: 'supplier' }], hours)).toMatchObject({ by_party: plain.by_party });
    expect(asRuled(plain, [ruling, { ...ruling, claimed: 'customer' }], hours).by_party.map((each) => each.party)).toEqual(['desk', 'supplier', 'customer']);
  });

  it('refusals and returns together call for a swarm', () => {
    expect([isSwarming({ refused: 1, returns: 0, limit: 2 }), isSwarming({ refused: 1, returns: 1, limit: 2 })]).toEqual([false, true]);
    expect(isSwarming({ refused: 9, returns: 9, limit: 0 })).toBe(false);
  });
});
