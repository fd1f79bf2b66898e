// The recurrence test against counts worked out by hand, and what must hold whatever the counts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recurrenceTest } from './recurrence.ts';

it('none where three were expected is proof at five per cent: e to the power -3 is 4.98 %', () => {
  const found = recurrenceTest({ baseline: 9, baseline_days: 90, found: 0, window_days: 30, level: 0.05 });
  expect(found.expected).toBeCloseTo(3, 12);
  expect(found.chance).toBeCloseTo(Math.exp(-3), 12);
  expect(found.passes).toBe(true);
  expect(found.needs_days).toBeCloseTo(29.957, 3);
});

it('one where three were expected is not: (1 + 3) e^-3 is 19.9 %', () => {
  const found = recurrenceTest({ baseline: 9, baseline_days: 90, found: 1, window_days: 30, level: 0.05 });
  expect(found.chance).toBeCloseTo(4 * Math.exp(-3), 12);
  expect(found.passes).toBe(false);
});

it('without a baseline nothing can be proven, and no window is long enough', () => {
  expect(recurrenceTest({ baseline: 0, baseline_days: 90, found: 0, window_days: 900, level: 0.05 })).toEqual({
    expected: 0,
    chance: 1,
    passes: false,
    needs_days: null,
  });
});

it('more found is never more proof, and a longer window without any never less', () => {
  const counts = { baseline: fc.integer({ min: 1, max: 200 }), baseline_days: fc.integer({ min: 7, max: 730 }), found: fc.integer({ min: 0, max: 60 }) };
  fc.assert(
    fc.property(fc.record({ ...counts, window_days: fc.integer({ min: 1, max: 365 }) }), (of) => {
      const here = recurrenceTest({ ...of, level: 0.05 }).chance;
      expect(recurrenceTest({ ...of, found: of.found + 1, level: 0.05 }).chance).toBeGreaterThanOrEqual(here - 1e-12);
      expect(recurrenceTest({ ...of, window_days: of.window_days + 1, level: 0.05 }).chance).toBeLessThanOrEqual(here + 1e-12);
      expect(here >= 0 && here <= 1).toBe(true);
    }),
  );
});
