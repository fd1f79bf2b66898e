// Slots against a search that tries every quarter of an hour.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlap, type Span } from './intervals.ts';
import { findSlots } from './slot.ts';

const step = 900_000;
const spans = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 60 }))
    .map(([at, length]) => ({ from: at * step - 60_000, to: (at + length) * step + 120_000 })),
  { maxLength: 8 },
);
const period = { from: 0, to: 400 * step };
const clear = (slot: Span, of: readonly Span[]): boolean => !of.some((each) => overlap(slot, each));

it('never blocks, tells its costs, and is never later than the first that could be found', () => {
  fc.assert(
    fc.property(spans, spans, fc.integer({ min: 1, max: 30 }), (blocked, warned, quarters) => {
      const length = quarters * step;
      const costs = warned.map((each) => ({ spans: [each] }));
      const found = findSlots({ period, length, step, most: 2 }, { blocked, costs });
      const every = Array.from({ length: 400 }, (_, i) => ({ from: i * step, to: i * step + length })).filter(
        (each) => each.to <= period.to && clear(each, blocked),
      );
      const free = every.filter((each) => clear(each, warned));
      expect(found.length).toBeLessThanOrEqual(2);
      expect(found.length > 0).toBe(every.length > 0);
      for (const slot of found) {
        expect(every).toContainEqual({ from: slot.from, to: slot.to });
        expect(slot.costs).toEqual(costs.filter(({ spans: [span] }) => span && overlap(span, slot)));
      }
      expect(found.find((each) => each.costs.length === 0)?.from).toBe(free[0]?.from);
      expect(found.map((each) => each.from)).toEqual([...found.map((each) => each.from)].sort((a, b) => a - b));
    }),
    { numRuns: 300 },
  );
});

it('gives a slot a day where nothing is in the way', () => {
  const day = 86_400_000;
  const found = findSlots({ period: { from: 0, to: 90 * day }, length: 3_600_000, step, most: 3 }, { blocked: [], costs: [] });
  expect(found.map((each) => each.from / day)).toEqual([0, 1, 2]);
});
