// The capability index against hand-made figures: on the target, well inside, and on the wrong side.
import { expect, it } from 'vitest';
import { capability } from './capability.ts';

it('is the room up to the target in units of the usual variation', () => {
  // Mean 50, sigma 2, an upper limit of 56 and a target of at most 59: (59 - 50) / 6.
  expect(capability({ centre: 50, limit: 56, target: 59, better: 'lower' })).toBe(1.5);
  // Mean 0.93, a lower limit of 0.90 and a target of at least 0.90: the variation just fits.
  expect(capability({ centre: 0.93, limit: 0.9, target: 0.9, better: 'higher' })).toBeCloseTo(1, 12);
  expect(capability({ centre: 0.88, limit: 0.85, target: 0.9, better: 'higher' })).toBeCloseTo(-2 / 3, 12);
});

it('is nothing when nothing varies', () => {
  expect(capability({ centre: 5, limit: 5, target: 7, better: 'lower' })).toBeNull();
});
