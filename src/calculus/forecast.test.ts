// Forecasts: the published smoothing, series that the models know exactly, and the laws of intervals.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forecast } from './forecast.ts';
import { normalQuantile } from './normal.ts';

const terms = { weights: {}, steps: 3, level: 0.95 };

it('FC1: simple smoothing of the NIST handbook', () => {
  const nist = [71, 70, 69, 68, 64, 65, 72, 78, 75, 75, 75, 70];
  const found = forecast(nist, { ...terms, method: 'ses', weights: { alpha: 0.1 } });
  expect(found?.accuracy.mse).toBeCloseTo(18.98, 1);
  expect(found?.fitted.slice(0, 5)).toEqual([null, 71, 70.9, expect.closeTo(70.71, 9), expect.closeTo(70.439, 9)]);
  const better = forecast(nist, { ...terms, method: 'ses' });
  for (let alpha = 0; alpha <= 1; alpha += 0.02) {
    expect(better?.accuracy.mse).toBeLessThanOrEqual((forecast(nist, { ...terms, method: 'ses', weights: { alpha } })?.accuracy.mse ?? 0) + 1e-3);
  }
});

it('knows a straight line from its first step', () => {
  const found = forecast([10, 12, 14, 16, 18, 20], { ...terms, method: 'holt' });
  expect(found?.ahead.map((each) => each.value)).toEqual([22, 24, 26].map((each) => expect.closeTo(each, 9)));
  expect(found?.accuracy.mae).toBeCloseTo(0, 9);
  expect(found?.naive.mae).toBeCloseTo(2, 9);
  expect(found?.naive.mase).toBeCloseTo(1, 9);
});

describe('a season', () => {
  const pattern = [10, 20, 30, 12];
  it('that adds is known after two of them', () => {
    const values = Array.from({ length: 16 }, (_, i) => pattern[i % 4] ?? 0);
    const found = forecast(values, { ...terms, method: 'holt_winters', season: 4, steps: 4 });
    expect(found?.ahead.map((each) => each.value)).toEqual(pattern.map((each) => expect.closeTo(each, 6)));
  });

  it('that multiplies is followed as the level grows', () => {
    const values = Array.from({ length: 40 }, (_, i) => (pattern[i % 4] ?? 0) * (1 + i / 10));
    const found = forecast(values, { ...terms, method: 'holt_winters', season: 4, multiplicative: true, steps: 4 });
    for (const [i, each] of (found?.ahead ?? []).entries()) expect(each.value / ((pattern[i] ?? 0) * (1 + (40 + i) / 10))).toBeCloseTo(1, 1);
    expect(found?.accuracy.mase).toBeLessThan(1);
  });
});

it('begins a season with the mean of the first, the mean step to the second, and the first deviations', () => {
  const weights = { alpha: 0, beta: 0, gamma: 0 };
  const found = forecast([1, 2, 3, 4, 5, 6, 7, 8, 9], { ...terms, method: 'holt_winters', season: 4, weights });
  expect(found?.fitted).toEqual([null, null, null, null, 2, 4, 6, 8, 6]);
});

it('reaches as far as the normal distribution says, and further with every step by what level and trend take over', () => {
  const values = [5, 7, 6, 9, 8, 12];
  const weights = { alpha: 0.4, beta: 0.5 };
  const found = forecast(values, { ...terms, method: 'holt', weights });
  const half = found?.ahead.map((each) => (each.upper - each.lower) / 2 / 1.959963985 / Math.sqrt(found.accuracy.mse));
  expect(half).toEqual([1, Math.sqrt(1 + 0.6 ** 2), Math.sqrt(1 + 0.6 ** 2 + 0.8 ** 2)].map((each) => expect.closeTo(each, 7)));
});

it('forecasts nothing from too little', () => {
  expect(forecast([1], { ...terms, method: 'ses' })).toBeNull();
  expect(forecast([1, 2], { ...terms, method: 'holt' })).toBeNull();
  expect(forecast([1, 2, 3, 4, 5, 6], { ...terms, method: 'holt_winters', season: 3 })).toBeNull();
});

it('has no share of error where a value is nothing, and no scale where nothing changes', () => {
  expect(forecast([1, 0, 2], { ...terms, method: 'ses' })?.accuracy.mape).toBeNull();
  expect(forecast([2, 2, 2], { ...terms, method: 'ses' })?.accuracy.mase).toBeNull();
});

it.each([
  [0.5, 0],
  [0.975, 1.959963985],
  [0.995, 2.575829304],
  [0.001, -3.090232306],
])('%d of a normal distribution lies below %d', (share, value) => {
  expect(normalQuantile(share)).toBeCloseTo(value, 7);
});

describe('laws', () => {
  const series = fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 9, maxLength: 30 });
  const method = fc.constantFrom('ses', 'holt', 'holt_winters');

  it('intervals hold the forecast, widen with the steps and with the share that they promise', () => {
    fc.assert(
      fc.property(series, method, (values, each) => {
        const at = (level: number) =>
          forecast(values, { method: each, season: 4, weights: { alpha: 0.4, beta: 0.2, gamma: 0.3 }, steps: 8, level })?.ahead ?? [];
        const [narrow, wide] = [at(0.8), at(0.95)];
        for (const [i, { lower, upper, value }] of wide.entries()) {
          expect(lower).toBeLessThanOrEqual(value);
          expect(upper - lower).toBeGreaterThanOrEqual((narrow[i]?.upper ?? 0) - (narrow[i]?.lower ?? 0));
          if (i > 0) expect(upper - lower).toBeGreaterThanOrEqual((wide[i - 1]?.upper ?? 0) - (wide[i - 1]?.lower ?? 0) - 1e-9);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('weights that are chosen never do worse than given ones in the middle', () => {
    fc.assert(
      fc.property(series, method, (values, each) => {
        const chosen = forecast(values, { ...terms, method: each, season: 4 });
        const given = forecast(values, { ...terms, method: each, season: 4, weights: { alpha: 0.5, beta: 0.5, gamma: 0.5 } });
        expect(chosen?.accuracy.mse).toBeLessThanOrEqual((given?.accuracy.mse ?? 0) + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('moves with the series: another zero moves the forecast by as much', () => {
    fc.assert(
      fc.property(series, method, fc.integer({ min: -1_000, max: 1_000 }), (values, each, shift) => {
        const given = { ...terms, method: each, season: 4, weights: { alpha: 0.4, beta: 0.2, gamma: 0.3 } };
        const moved = forecast(
          values.map((one) => one + shift),
          given,
        );
        for (const [i, one] of (forecast(values, given)?.ahead ?? []).entries()) expect(moved?.ahead[i]?.value).toBeCloseTo(one.value + shift, 6);
      }),
      { numRuns: 50 },
    );
  });
});
