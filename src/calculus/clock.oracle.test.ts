// Five thousand random lives of a clock against a stopwatch that looks at the wall every minute, written by another path.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zones } from '../../test/calendars.ts';
import { compare } from '../../test/oracle.ts';
import { byMinutes } from '../../test/stopwatch.ts';
import { roundTheClock } from './calendar.ts';
import { foldClock } from './clock.ts';

const seed = Number(process.env['SEED'] ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })), 1)[0]);
const CASES = 5_000;

it(`agrees with a stopwatch in used, paused and left, due and breached, started and stopped (SEED=${seed})`, { timeout: 240_000 }, () => {
  console.log(`clock oracle: ${CASES} cases, SEED=${seed}`);
  const found = compare('clocks', { cases: CASES, seed });
  expect(found.flatMap((each) => each.difference ?? []).slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(CASES);
  expect(found.filter((each) => each.open).length).toBeGreaterThan(CASES * 0.3);
  expect(new Set(found.map((each) => each.zone))).toEqual(new Set(zones));
});

describe('the stopwatch itself', () => {
  const terms = { target_ms: 120_000, calendar: roundTheClock };
  it('counts what runs, not what waits, and is due when the target is used', () => {
    const facts = [
      { event: 'start', at: 0 },
      { event: 'pause', at: 90_000 },
      { event: 'resume', at: 150_000 },
    ] as const;
    const found = byMinutes({ facts, terms, now: 160_000, horizon: 600_000 });
    expect(found).toEqual({ phase: 'running', used: 100_000, paused: 60_000, left: 20_000, due: 180_000, breached: null, started: 0, stopped: null });
    expect(byMinutes({ facts, terms, now: 180_001, horizon: 600_000 })).toMatchObject({ breached: 180_000, left: -1 });
  });
});

it('found: terms that changed while a clock was stopped decide whether it is breached when it is opened again', () => {
  const hours = (target_hours: number) => ({ target_ms: target_hours * 3_600_000, calendar: roundTheClock });
  const at = (hour: number) => hour * 3_600_000;
  const reopened = (before: number, after: number) =>
    foldClock(
      [
        { event: 'start', at: at(0) },
        { event: 'stop', at: at(2) },
        { event: 'retarget', at: at(3), terms: hours(after) },
        { event: 'reopen', at: at(4) },
      ],
      hours(before),
    );
  expect(reopened(1, 8)).toMatchObject({ used_ms: at(2), breached_at: null, due: at(10) });
  expect(reopened(8, 1)).toMatchObject({ used_ms: at(2), breached_at: at(4), due: at(4) });
  expect(reopened(1, 1)).toMatchObject({ used_ms: at(2), breached_at: at(1), due: at(1) });
});
