// Laws of the custody ledger: its intervals partition a life, its parts sum to the whole; and the counts of handing over.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR } from '../../test/calendars.ts';
import { type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { type CustodyMark, ledger, type Time } from './ledger.ts';

const begin = Date.UTC(2026, 2, 26);
const office: Calendar = { id: 'o', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };

const anyMarks: fc.Arbitrary<CustodyMark[]> = fc.array(
  fc.record({
    at: fc.nat(6 * DAY).map((shift) => begin + shift),
    party: fc.constantFrom('desk', 'network', '__proto__'),
    team: fc.constantFrom('one', 'two', null),
    person: fc.constantFrom('ann', null),
    reason: fc.constantFrom('working', 'handover', 'waiting_customer', 'waiting_supplier'),
    on_behalf: fc.constantFrom('customer', 'network', null),
  }),
  { minLength: 1, maxLength: 12 },
);

describe('laws', () => {
  it('partitions the life of the record: no gap, no overlap, no second without an owner', () => {
    fc.assert(
      fc.property(anyMarks, fc.option(fc.nat(8 * DAY)), fc.nat(8 * DAY), (marks, ended, now) => {
        const input = { marks, end: ended === null ? null : begin + ended, now: begin + now, calendar: roundTheClock };
        const { intervals, total } = ledger(input);
        const start = Math.min(...marks.map((mark) => mark.at));
        const until = Math.min(input.end ?? input.now, input.now);
        if (until <= start) {
          expect(intervals).toEqual([]);
          return;
        }
        expect(intervals[0]?.from).toBe(start);
        expect(intervals.at(-1)?.to).toBe(until);
        for (const [i, each] of intervals.entries()) {
          expect(each.from).toBe(intervals[i - 1]?.to ?? start);
          expect(each.to).toBeGreaterThan(each.from);
        }
        expect(total).toEqual({ wall_ms: until - start, working_ms: until - start });
      }),
    );
  });

  it('sums: by party, by team and by reason the parts are the whole, in wall clock and in working time', () => {
    fc.assert(
      fc.property(anyMarks, anyCalendar(), fc.nat(9 * DAY), (marks, calendar, life) => {
        const { intervals, total, by_party, by_team, by_reason } = ledger({ marks, end: null, now: begin + life, calendar });
        for (const parts of [intervals, by_party, by_team, by_reason]) expect(sumOf(parts)).toEqual(total);
        const first = intervals[0]?.from ?? 0;
        expect(total.working_ms).toBe(workingMs(calendar, first, intervals.at(-1)?.to ?? 0));
        expect(new Set(by_reason.map((each) => JSON.stringify([each.party, each.reason]))).size).toBe(by_reason.length);
      }),
    );
  });

  it('gives each instant to the last mark before it', () => {
    fc.assert(
      fc.property(anyMarks, fc.nat(7 * DAY), (marks, moment) => {
        const at = begin + moment;
        const { intervals } = ledger({ marks, end: null, now: begin + 9 * DAY, calendar: roundTheClock });
        const latest = marks.reduce<CustodyMark | null>((last, mark) => (mark.at <= at && mark.at >= (last?.at ?? 0) ? mark : last), null);
        const found = intervals.find((each) => each.from <= at && at < each.to);
        if (latest === null) {
          expect(found).toBeUndefined();
          return;
        }
        expect(found).toMatchObject({ custodian: latest.party, team: latest.team, person: latest.person, reason: latest.reason });
        expect(found?.party).toBe(latest.reason !== 'working' && latest.on_behalf !== null ? latest.on_behalf : latest.party);
      }),
      { numRuns: 2000 },
    );
  });

  it('is not changed by marks that say nothing new, and survives a JSON round trip', () => {
    fc.assert(
      fc.property(anyMarks, fc.array(fc.nat(7 * DAY), { maxLength: 6 }), (marks, repeats) => {
        const input = { end: null, now: begin + 9 * DAY, calendar: office };
        const sorted = [...marks].sort((a, b) => a.at - b.at);
        const echoes = repeats.flatMap((shift) => {
          const last = sorted.filter((mark) => mark.at <= begin + shift).at(-1);
          return last === undefined ? [] : [{ ...last, at: begin + shift }];
        });
        const plain = ledger({ ...input, marks: sorted });
        expect(ledger({ ...input, marks: [...sorted, ...echoes] })).toEqual(plain);
        expect(JSON.parse(JSON.stringify(plain))).toEqual(plain);
      }),
    );
  });

  it('counts no more returns than reassignments', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        const { reassignments, ping_pong, bounces, returns } = ledger({ marks, end: null, now: begin + 9 * DAY, calendar: roundTheClock });
        expect(ping_pong).toBeLessThanOrEqual(reassignments);
        expect(returns).toBeLessThanOrEqual(ping_pong);
        expect(bounces).toBeLessThan(marks.length);
      }),
    );
  });
});

describe('whose time it was', () => {
  const at = (day: number, hour: number) => Date.UTC(2026, 5, day, hour - 2); // June 2026 in Amsterdam; the 1st is a Monday
  const mark = (when: number, change: Partial<CustodyMark> = {}): CustodyMark => {
    return { at: when, party: 'desk', team: 'first line', person: null, reason: 'working', on_behalf: null, ...change };
  };

  it('waiting belongs to the party waited on, working never does', () => {
    const marks = [mark(at(1, 9)), mark(at(1, 11), { reason: 'waiting_customer', on_behalf: 'customer' }), mark(at(2, 9), { on_behalf: 'customer' })];
    const result = ledger({ marks, end: at(2, 10), now: at(9, 9), calendar: office });
    expect(result.by_party).toEqual([
      { party: 'desk', wall_ms: 3 * HOUR, working_ms: 3 * HOUR },
      { party: 'customer', wall_ms: 22 * HOUR, working_ms: 7 * HOUR },
    ]);
    expect(result.by_team.map((each) => each.team)).toEqual(['first line', null]);
    expect(result.intervals[1]).toMatchObject({ party: 'customer', custodian: 'desk', team: 'first line' });
  });

  it('frappe/helpdesk#1895: of forty hours each team sees its own ten and thirty', () => {
    const marks = [mark(at(1, 9)), mark(at(1, 19), { team: 'second line' })];
    const { by_team } = ledger({ marks, end: at(1, 19) + 30 * HOUR, now: at(9, 9), calendar: roundTheClock });
    expect(by_team.map((each) => [each.team, each.wall_ms / HOUR])).toEqual([
      ['first line', 10],
      ['second line', 30],
    ]);
  });

  it('has nothing to say about a record without marks', () => {
    expect(ledger({ marks: [], end: null, now: at(1, 9), calendar: office })).toMatchObject({ intervals: [], total: { wall_ms: 0 }, reassignments: 0 });
  });
});

describe('handing over', () => {
  const counts = (...custody: [party: string, team: string | null][]) => {
    const marks = custody.map(([party, team], i) => ({ at: begin + i * HOUR, party, team, person: null, reason: 'working', on_behalf: null }));
    const { reassignments, ping_pong, bounces } = ledger({ marks, end: null, now: begin + DAY, calendar: roundTheClock });
    return [reassignments, ping_pong, bounces];
  };

  it.each([
    [
      'A to B and back to A is two reassignments and one ping-pong (5.27)',
      [
        ['p', 'A'],
        ['p', 'B'],
        ['p', 'A'],
      ],
      [2, 1, 0],
    ],
    [
      'the same between parties is two bounces as well',
      [
        ['p', 'A'],
        ['q', 'B'],
        ['p', 'A'],
      ],
      [2, 1, 2],
    ],
    [
      'the first assignment is none',
      [
        ['p', null],
        ['p', 'A'],
      ],
      [0, 0, 0],
    ],
    [
      'the first assignment at another party is none, but a bounce',
      [
        ['p', null],
        ['q', 'A'],
      ],
      [0, 0, 1],
    ],
    [
      'the same team again is none',
      [
        ['p', 'A'],
        ['p', 'A'],
        ['p', 'A'],
      ],
      [0, 0, 0],
    ],
    [
      'back to the own pile and out again is none',
      [
        ['p', 'A'],
        ['p', null],
        ['p', 'A'],
      ],
      [0, 0, 0],
    ],
    [
      'out of the own pile to another team is one',
      [
        ['p', 'A'],
        ['p', null],
        ['p', 'B'],
      ],
      [1, 0, 0],
    ],
    [
      'to a party without teams is one',
      [
        ['p', 'A'],
        ['q', null],
      ],
      [1, 0, 1],
    ],
    [
      'the team found there is no second',
      [
        ['p', 'A'],
        ['q', null],
        ['q', 'B'],
      ],
      [1, 0, 1],
    ],
    [
      'teams of one name at two parties are two teams',
      [
        ['p', 'A'],
        ['q', 'A'],
      ],
      [1, 0, 1],
    ],
    [
      'every return counts',
      [
        ['p', 'A'],
        ['p', 'B'],
        ['p', 'A'],
        ['p', 'B'],
      ],
      [3, 2, 0],
    ],
    [
      'a return by way of the other pile counts once',
      [
        ['p', 'A'],
        ['q', 'B'],
        ['p', null],
        ['p', 'A'],
      ],
      [2, 1, 2],
    ],
  ] as [string, [string, string | null][], number[]][])('%s', (_name, custody, expected) => {
    expect(counts(...custody)).toEqual(expected);
  });

  it('counts a hand-over that lasted no time, as it happened', () => {
    const marks = ['A', 'B', 'A'].map((team) => ({ at: begin, party: 'p', team, person: null, reason: 'working', on_behalf: null }));
    const result = ledger({ marks, end: null, now: begin + HOUR, calendar: roundTheClock });
    expect(result).toMatchObject({ reassignments: 2, ping_pong: 1 });
    expect(result.intervals).toHaveLength(1);
  });

  it('a return counts as work that nobody wants within one party only: a supplier who gives it back has done it', () => {
    const returns = (...custody: [string, string][]) =>
      ledger({
        marks: custody.map(([party, team], i) => ({ at: begin + i * HOUR, party, team, person: null, reason: 'working', on_behalf: null })),
        end: null,
        now: begin + DAY,
        calendar: roundTheClock,
      }).returns;
    expect(returns(['p', 'A'], ['p', 'B'], ['p', 'A'])).toBe(1);
    expect(returns(['p', 'A'], ['q', 'B'], ['p', 'A'])).toBe(0);
  });

  it('handing over has a time of its own, which is part of the sender’s', () => {
    const marks = ['working', 'handover', 'working'].map((reason, i) => {
      return { at: begin + i * HOUR, party: 'p', team: i === 2 ? 'B' : 'A', person: null, reason, on_behalf: null, receiver: i === 1 ? 'B' : null };
    });
    const found = ledger({ marks, end: null, now: begin + 4 * HOUR, calendar: roundTheClock });
    expect(found.handover).toEqual({ wall_ms: HOUR, working_ms: HOUR });
    expect(found.by_reason).toEqual([
      { party: 'p', reason: 'working', wall_ms: 3 * HOUR, working_ms: 3 * HOUR },
      { party: 'p', reason: 'handover', wall_ms: HOUR, working_ms: HOUR },
    ]);
    expect(found.intervals.map((each) => each.receiver)).toEqual([null, 'B', null]);
  });

  it('as of an earlier moment it knows nothing of what came later', () => {
    const marks = ['A', 'B', 'A'].map((team, i) => ({ at: begin + i * HOUR, party: 'p', team, person: null, reason: 'working', on_behalf: null }));
    expect(ledger({ marks, end: null, now: begin + HOUR, calendar: roundTheClock })).toMatchObject({ reassignments: 1, ping_pong: 0 });
  });
});

function sumOf(parts: readonly Time[]): Time {
  return parts.reduce((sum, each) => ({ wall_ms: sum.wall_ms + each.wall_ms, working_ms: sum.working_ms + each.working_ms }), { wall_ms: 0, working_ms: 0 });
}
