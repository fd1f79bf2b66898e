// The effect of an improvement: means, natural limits, and the word of the control chart.
import { expect, it } from 'vitest';
import { effectOf, monthsAfter, monthsBefore } from './effect.ts';

// Individuals of the NIST handbook: mean 50.81, limits 45.8159 and 55.8041.
const before = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];

it('uses the limits of the values before, as the handbook of NIST reckons them', () => {
  const { baseline, limits } = effectOf({ before, after: [50], better: 'lower' });
  expect(baseline).toBeCloseTo(50.81, 6);
  expect(limits?.lower).toBeCloseTo(45.8159, 3);
  expect(limits?.upper).toBeCloseTo(55.8041, 3);
});

it('tells a shift from what was always there', () => {
  expect(effectOf({ before, after: [49, 52, 50], better: 'lower' }).word).toBe('within_noise');
  expect(effectOf({ before, after: [44, 43, 45], better: 'lower' })).toMatchObject({ word: 'beyond_noise', effect: expect.closeTo(6.81, 6) });
  expect(effectOf({ before, after: [44, 43, 45], better: 'higher' }).effect).toBeCloseTo(-6.81, 6);
});

it('a signal on the other side than the mean moved to is none', () => {
  expect(effectOf({ before, after: [56, 45, 45, 45.9, 45.9], better: 'lower' }).word).toBe('beyond_noise');
  expect(effectOf({ before, after: [56.5, 49.5, 49.5, 49.5, 49.5, 49.5], better: 'lower' }).word).toBe('within_noise');
});

it('claims nothing from five values', () => {
  expect(effectOf({ before: before.slice(0, 5), after: [1], better: 'lower' })).toMatchObject({ word: 'too_few', limits: null });
});

it('takes whole months: before the month it began, and after it', () => {
  expect(monthsBefore('2026-02-10', 3)).toEqual(['2025-11', '2025-12', '2026-01']);
  expect(monthsAfter('2026-11-01', 3)).toEqual(['2026-11', '2026-12', '2027-01']);
  expect(monthsAfter('2026-11-02', 2)).toEqual(['2026-12', '2027-01']);
});
