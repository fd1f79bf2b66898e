// Five thousand random spans, most of them around a clock change, against a minute-by-minute count by another path.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { zones } from '../../test/calendars.ts';
import { clockChanges, compare } from '../../test/oracle.ts';

const seed = Number(process.env['SEED'] ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })), 1)[0]);
const CASES = 5_000;

it(`agrees with a count minute by minute (SEED=${seed})`, { timeout: 120_000 }, () => {
  console.log(`calendar oracle: ${CASES} cases, SEED=${seed}`);
  const found = compare('calendars', { cases: CASES, seed });
  expect(found.flatMap((each) => each.difference ?? []).slice(0, 3)).toEqual([]);
  expect(found).toHaveLength(CASES);
  expect(found.filter((each) => each.open).length).toBeGreaterThan(CASES * 0.3);
  expect(new Set(found.map((each) => each.zone))).toEqual(new Set(zones));
});

it('knows odd instants in every zone that has them', () => {
  const without = zones.filter((zone) => clockChanges(zone).length === 0);
  expect(without).toEqual(['Asia/Kathmandu', 'UTC']);
});
