// Whose time broke a promise: the parts sum to what was used, waiting on the customer is nobody's.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breachCause } from './breach-cause.ts';
import { roundTheClock, workingMs } from './calendar.ts';
import { ledger } from './ledger.ts';

const hour = 3_600_000;
const start = Date.parse('2026-03-02T08:00:00Z');
const office = { id: 'CAL-1', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const held = (hours: number, party: string, team: string | null, reason = 'working', on_behalf: string | null = null) => ({
  at: start + hours * hour,
  party,
  team,
  person: null,
  reason,
  on_behalf,
});
const told = (marks: ReturnType<typeof held>[]) => ledger({ marks, end: start + 200 * hour, now: start + 300 * hour, calendar: office }).intervals;

test('the longest part and the last straw may be two: the supplier had it longest, and the desk when it broke', () => {
  const intervals = told([held(0, 'H', 'desk'), held(1, 'S', 'noc'), held(6, 'H', 'desk')]);
  const cause = breachCause({ intervals, started_at: start, breached_at: start + 8 * hour, calendar: office, pauses: [] });
  expect(cause).toEqual({
    used_ms: 8 * hour,
    parts: [
      { party: 'S', team: 'noc', reason: 'working', used_ms: 5 * hour },
      { party: 'H', team: 'desk', reason: 'working', used_ms: 3 * hour },
    ],
    longest: { party: 'S', team: 'noc', reason: 'working', used_ms: 5 * hour },
    last: { party: 'H', team: 'desk', reason: 'working', used_ms: 3 * hour },
  });
});

test('a pause of the promise is no part; waiting on a supplier is the supplier’s and runs on', () => {
  const intervals = told([held(0, 'H', 'desk'), held(2, 'H', 'desk', 'RSN-1', 'A'), held(5, 'H', 'desk', 'RSN-3', 'S')]);
  const cause = breachCause({ intervals, started_at: start, breached_at: start + 9 * hour, calendar: office, pauses: ['RSN-1'] });
  expect(cause.parts).toEqual([
    { party: 'S', team: null, reason: 'RSN-3', used_ms: 4 * hour },
    { party: 'H', team: 'desk', reason: 'working', used_ms: 2 * hour },
  ]);
});

test('time outside the hours of the promise is nobody’s, and after the breach nothing counts', () => {
  const intervals = told([held(0, 'H', 'desk'), held(8, 'S', 'noc')]);
  const cause = breachCause({ intervals, started_at: start, breached_at: start + 26 * hour, calendar: office, pauses: [] });
  expect(cause.parts.map((each) => [each.party, each.used_ms / hour])).toEqual([
    ['H', 8],
    ['S', 3],
  ]);
});

test('a promise that was broken before anything was used has no cause to tell', () => {
  expect(breachCause({ intervals: told([held(0, 'H', null)]), started_at: start, breached_at: start, calendar: office, pauses: [] })).toEqual({
    used_ms: 0,
    parts: [],
    longest: null,
    last: null,
  });
});

test('the parts always sum to the working time between start and breach', () => {
  const marks = fc.array(fc.record({ hours: fc.integer({ min: 0, max: 150 }), party: fc.constantFrom('H', 'S', 'T'), team: fc.constantFrom('x', 'y', null) }), {
    minLength: 1,
    maxLength: 12,
  });
  fc.assert(
    fc.property(marks, fc.integer({ min: 0, max: 190 }), fc.constantFrom(office, roundTheClock), (list, until, calendar) => {
      const intervals = told([held(0, 'H', null), ...list.map((each) => held(each.hours, each.party, each.team))]);
      const { used_ms, parts } = breachCause({ intervals, started_at: start, breached_at: start + until * hour, calendar, pauses: [] });
      expect(used_ms).toBe(workingMs(calendar, start, start + until * hour));
      expect(parts.reduce((sum, each) => sum + each.used_ms, 0)).toBe(used_ms);
    }),
    { numRuns: 200 },
  );
});
