// Five thousand random spans, most of them around a clock change, against a minute-by-minute count by another path.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE, openAt, workingByMinutes, zones } from '../../test/calendars.ts';
import { addWorking, type Calendar, isOpen, nextOpening, workingMs } from './calendar.ts';

const seed = Number(process.env['SEED'] ?? fc.sample(fc.noBias(fc.integer({ min: 1, max: 2 ** 31 - 1 })), 1)[0]);
const CASES = 5_000;

/** Instants where something odd happens, by zone: found with Intl, hour by hour, so that most spans meet one. */
const changes = new Map<string, number[]>(zones.map((zone) => [zone, clockChanges(zone)]));

type Case = { calendar: Calendar; from: number; to: number; part: number };

it(`agrees with a count minute by minute (SEED=${seed})`, { timeout: 120_000 }, () => {
  console.log(`calendar oracle: ${CASES} cases, SEED=${seed}`);
  let counted = 0;
  fc.assert(
    fc.property(anyCase(), ({ calendar, from, to, part }) => {
      const oracle = workingByMinutes(calendar, from, to);
      expect(workingMs(calendar, from, to)).toBe(oracle.worked);
      const wanted = Math.floor(oracle.worked * part);
      if (wanted > 0) expect(addWorking(calendar, from, wanted)).toBe(oracle.reached(wanted));
      const opening = oracle.worked > 0 ? oracle.reached(1) : null;
      if (opening !== null) expect(nextOpening(calendar, from)).toBe(opening - 1);
      expect(isOpen(calendar, from)).toBe(openAt(calendar, from));
      counted += oracle.worked > 0 ? 1 : 0;
    }),
    { numRuns: CASES, seed },
  );
  expect(counted).toBeGreaterThan(CASES * 0.35);
});

it('knows odd instants in every zone that has them', () => {
  const without = zones.filter((zone) => changes.get(zone)?.length === 0);
  expect(without).toEqual(['Asia/Kathmandu', 'UTC']);
});

function anyCase(): fc.Arbitrary<Case> {
  return fc.constantFrom(...zones).chain((zone) => {
    const near = changes.get(zone) ?? [];
    const around = near.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...near) }, anyInstant) : anyInstant;
    return around.chain((at) =>
      fc
        .record({
          calendar: anyCalendar(at).map((calendar) => ({ ...calendar, zone })),
          from: fc
            .oneof(
              fc.integer({ min: -2 * HOUR, max: HOUR }),
              fc.integer({ min: -150, max: 60 }).map((n) => n * MINUTE),
            )
            .map((shift) => at + shift),
          span: fc.oneof({ weight: 86, arbitrary: upTo(3 * HOUR) }, { weight: 12, arbitrary: upTo(26 * HOUR) }, { weight: 2, arbitrary: upTo(6 * DAY) }),
          part: fc.double({ min: 0, max: 1, noNaN: true }),
        })
        .map(({ calendar, from, span, part }) => ({ calendar, from, to: from + span, part })),
    );
  });
}

const anyInstant = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2036, 0, 1) });

function upTo(span: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: span });
}

/** The first minute after each change of offset in three spans of years, by Intl. */
function clockChanges(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => format.format(at).split(', ')[1];
  const found: number[] = [];
  for (const [first, last] of [
    [2009, 2012],
    [2017, 2019],
    [2023, 2028],
  ] as const) {
    for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last, 0, 1); at += DAY) {
      if (offset(at) === offset(at + DAY)) continue;
      let [low, high] = [at, at + DAY];
      while (high - low > MINUTE) {
        const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
        if (offset(middle) === offset(low)) low = middle;
        else high = middle;
      }
      found.push(high);
    }
  }
  return found;
}
