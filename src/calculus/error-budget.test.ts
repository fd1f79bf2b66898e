// Error budgets: the published factors, and the laws of spending.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetSpent, burnFactor, fires, standardAlerts } from './error-budget.ts';

const HOUR = 3_600_000;
const MONTH = 30 * 24 * HOUR;

it.each([
  [14.4, 1, 0.02],
  [6, 6, 0.05],
  [3, 24, 0.1],
  [1, 72, 0.1],
])('EB1: burning at %d for %d h of 30 days spends %d', (burn, hours, spent) => {
  const found = budgetSpent(0.999, MONTH, { window_ms: hours * HOUR, error_share: burn * 0.001 });
  expect(found.burn).toBeCloseTo(burn, 9);
  expect(found.spent).toBeCloseTo(spent, 9);
  expect(burnFactor(spent, MONTH, hours * HOUR)).toBeCloseTo(burn, 9);
});

it('EB2: burning at 14.4 a month is exhausted after 50 hours', () => {
  expect(budgetSpent(0.999, MONTH, { window_ms: HOUR, error_share: 0.0144 }).exhausted_after_ms).toBeCloseTo(50 * HOUR, 0);
  expect(budgetSpent(0.999, MONTH, { window_ms: HOUR, error_share: 0 }).exhausted_after_ms).toBeNull();
});

it('has the usual four alarms', () => {
  expect(standardAlerts(MONTH).map((each) => [each.severity, each.long_ms / HOUR, each.short_ms / HOUR, Math.round(each.factor * 10) / 10])).toEqual([
    ['page', 1, 1 / 12, 14.4],
    ['page', 6, 0.5, 6],
    ['ticket', 24, 2, 3],
    ['ticket', 72, 6, 1],
  ]);
});

describe('an alarm', () => {
  const alert = { severity: 'page', long_ms: HOUR, short_ms: HOUR / 12, factor: 14.4 } as const;
  const observed = (long: number, short: number) => [
    { window_ms: HOUR, error_share: long },
    { window_ms: HOUR / 12, error_share: short },
  ];
  it.each([
    [0.02, 0.02, true],
    [0.02, 0.01, false],
    [0.01, 0.02, false],
    [0.0144, 0.0144, false],
  ])('with %d in the long window and %d in the short one: %s', (long, short, fired) => {
    expect(fires(alert, 0.999, observed(long, short))).toBe(fired);
  });

  it('is not known when a window was not observed', () => {
    expect(fires(alert, 0.999, observed(0.02, 0.02).slice(0, 1))).toBeNull();
  });
});

it('spends in two halves what it spends in the whole, and all of it exactly when it is exhausted', () => {
  const share = fc.double({ min: 0.0001, max: 0.9, noNaN: true });
  fc.assert(
    fc.property(share, share, fc.integer({ min: 1, max: 1_000 }), (target, error_share, hours) => {
      const at = (window_ms: number) => budgetSpent(target, MONTH, { window_ms, error_share });
      expect(at(hours * HOUR).spent).toBeCloseTo(2 * at((hours * HOUR) / 2).spent, 9);
      expect(at(at(HOUR).exhausted_after_ms ?? 0).spent).toBeCloseTo(1, 9);
    }),
  );
});
