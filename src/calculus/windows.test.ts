// Laws of sets of time against a clock that looks at every minute, and windows that come back over nights and clock changes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { common, lengthOf, minus, overlap, type Span, union } from './intervals.ts';
import { occurrences, type Recurrence } from './windows.ts';

const spans = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 12 })).map(([from, length]) => ({ from, to: from + length })),
  { maxLength: 9 },
);
const has = (set: readonly Span[], at: number): boolean => set.some((each) => each.from <= at && at < each.to);
const points = Array.from({ length: 75 }, (_, at) => at);
const tidy = (set: readonly Span[]): boolean => set.every((each, i) => each.from < each.to && (i === 0 || (set[i - 1]?.to ?? 0) < each.from));
const ms = (text: string): number => Date.parse(text);
const shown = (set: readonly Span[]): string[] =>
  set.map((each) => `${new Date(each.from).toISOString().slice(0, 16)}/${new Date(each.to).toISOString().slice(0, 16)}`);

describe('sets of time', () => {
  it('hold exactly the points that the words say', () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        const sets = { both: union([...a, ...b]), left: minus(a, b), shared: common(a, b) };
        for (const at of points) {
          expect(has(sets.both, at)).toBe(has(a, at) || has(b, at));
          expect(has(sets.left, at)).toBe(has(a, at) && !has(b, at));
          expect(has(sets.shared, at)).toBe(has(a, at) && has(b, at));
        }
        expect([sets.both, sets.left, sets.shared].every(tidy)).toBe(true);
        expect(lengthOf(sets.left) + lengthOf(sets.shared)).toBe(lengthOf(union(a)));
      }),
    );
  });

  it('say whether two spans share a moment', () => {
    fc.assert(
      fc.property(spans, ([a, b]) => {
        fc.pre(a !== undefined && b !== undefined && a.from < a.to && b.from < b.to);
        if (a && b) expect(overlap(a, b)).toBe(common([a], [b]).length > 0);
      }),
    );
  });
});

describe('windows that come back', () => {
  const nights: Recurrence = { zone: 'Europe/Amsterdam', days: [7], from: '22:00', to: '04:00' };
  const always = { starts: 0, ends: null };
  const within = (from: string, to: string): Span => ({ from: ms(from), to: ms(to) });

  it('run past midnight, an hour shorter or longer on the nights the clock changes', () => {
    expect(shown(occurrences({ ...always, recurrence: { ...nights, days: [6] } }, within('2026-03-23T00:00Z', '2026-04-06T00:00Z')))).toEqual([
      '2026-03-28T21:00/2026-03-29T02:00',
      '2026-04-04T20:00/2026-04-05T02:00',
    ]);
    expect(shown(occurrences({ ...always, recurrence: { ...nights, days: [6] } }, within('2026-10-20T00:00Z', '2026-10-27T00:00Z')))).toEqual([
      '2026-10-24T20:00/2026-10-25T03:00',
    ]);
  });

  it('choose weekdays of the month, and stay whole when the night after is in another month', () => {
    const last = { ...nights, weeks: [-1] };
    expect(shown(occurrences({ ...always, recurrence: last }, within('2026-05-01T00:00Z', '2026-07-01T00:00Z')))).toEqual([
      '2026-05-31T20:00/2026-06-01T02:00',
      '2026-06-28T20:00/2026-06-29T02:00',
    ]);
  });

  it('count from their beginning to their end, and happen once without a recurrence', () => {
    const period = within('2026-06-01T00:00Z', '2026-07-01T00:00Z');
    const daily = { zone: 'UTC', days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '01:00' };
    const some = { starts: ms('2026-06-10T00:30Z'), ends: ms('2026-06-12T00:10Z'), recurrence: daily };
    expect(shown(occurrences(some, period))).toEqual([
      '2026-06-10T00:30/2026-06-10T01:00',
      '2026-06-11T00:00/2026-06-11T01:00',
      '2026-06-12T00:00/2026-06-12T00:10',
    ]);
    expect(shown(occurrences({ ...some, recurrence: null }, period))).toEqual(['2026-06-10T00:30/2026-06-12T00:10']);
    expect(occurrences({ ...some, ends: ms('2026-05-01T00:00Z') }, period)).toEqual([]);
  });

  it('are there whatever part of them is asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 1, max: 90 }),
        fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
        (day, hours, days) => {
          const recurrence = { ...nights, days };
          const from = ms('2026-01-01T00:00Z') + day * 86_400_000;
          const part = { from, to: from + hours * 3_600_000 };
          const wide = { from: from - 9 * 86_400_000, to: part.to + 9 * 86_400_000 };
          expect(occurrences({ ...always, recurrence }, part)).toEqual(common(occurrences({ ...always, recurrence }, wide), [part]));
        },
      ),
    );
  });
});
