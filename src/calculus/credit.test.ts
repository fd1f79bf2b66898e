// Service credits: bands, cap, rounding, and the laws that hold for every schedule.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditAmount, creditOf, exposure } from './credit.ts';

const schedule = {
  bands: [
    { below: 999_000, credit: 50_000 },
    { below: 995_000, credit: 100_000 },
    { below: 950_000, credit: 250_000 },
  ],
  cap: 200_000,
};

describe('the credit of a window', () => {
  it.each([
    [1_000_000, 0],
    [999_000, 0],
    [998_999, 50_000],
    [995_000, 50_000],
    [994_999, 100_000],
    [949_999, 200_000],
    [0, 200_000],
  ])('attained %i ppm earns %i ppm of the fee', (attained, credit) => {
    expect(creditOf(schedule, attained)).toBe(credit);
  });

  it('takes the largest band, in whatever order they stand', () => {
    expect(creditOf({ ...schedule, bands: schedule.bands.toReversed() }, 990_000)).toBe(100_000);
  });

  it('is nothing without bands, and at most the whole fee without a cap', () => {
    expect(creditOf({ bands: [], cap: 200_000 }, 0)).toBe(0);
    expect(creditOf({ bands: [{ below: 900_000, credit: 1_500_000 }] }, 0)).toBe(1_000_000);
  });
});

describe('the amount', () => {
  it.each([
    [100_000, 50_000, 5_000],
    [1, 500_000, 1],
    [1, 499_999, 0],
    [3, 500_000, 2],
    [1_250_050, 100_000, 125_005],
    [1_250_055, 100_000, 125_006],
    [9_007_199_254_740_991, 1_000_000, 9_007_199_254_740_991],
    [9_007_199_254_740_991, 333_333, 3_002_396_749_180_579],
    [0, 1_000_000, 0],
  ])('of a fee of %i at %i ppm is %i', (fee, ppm, amount) => {
    expect(creditAmount(fee, ppm)).toBe(amount);
  });

  it('rounds half up exactly, by another path', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.integer({ min: 0, max: 1_000_000 }), (fee, ppm) => {
        expect(BigInt(creditAmount(fee, ppm))).toBe((BigInt(fee) * BigInt(ppm) + 500_000n) / 1_000_000n);
      }),
    );
  });
});

it('leaves in between what is owed upward and not recoverable beneath', () => {
  expect(exposure(120_000, [])).toBe(120_000);
  expect(exposure(120_000, [50_000, 30_000])).toBe(40_000);
  expect(exposure(50_000, [80_000])).toBe(-30_000);
});

const ppm = fc.integer({ min: 0, max: 1_000_000 });
const anySchedule = fc.record({ bands: fc.array(fc.record({ below: ppm, credit: ppm }), { maxLength: 8 }), cap: ppm });

describe('laws', () => {
  it('never earns more than the cap nor less than nothing', () => {
    fc.assert(
      fc.property(anySchedule, ppm, (each, attained) => {
        const credit = creditOf(each, attained);
        expect(credit).toBeGreaterThanOrEqual(0);
        expect(credit).toBeLessThanOrEqual(each.cap);
      }),
    );
  });

  it('never earns more for attaining more', () => {
    fc.assert(
      fc.property(anySchedule, ppm, ppm, (each, a, b) => {
        expect(creditOf(each, Math.max(a, b))).toBeLessThanOrEqual(creditOf(each, Math.min(a, b)));
      }),
    );
  });

  it('earns what one of the bands or the cap says, or nothing', () => {
    fc.assert(
      fc.property(anySchedule, ppm, (each, attained) => {
        expect([0, each.cap, ...each.bands.map((band) => band.credit)]).toContain(creditOf(each, attained));
      }),
    );
  });
});
