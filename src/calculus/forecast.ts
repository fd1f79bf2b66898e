// Forecasts by exponential smoothing, judged against the naive one, with the interval in which the future should lie.
import { normalQuantile } from './normal.ts';
import { fewest, type Model, type Smoothed, smooth, spreadAhead, type Weights } from './smoothing.ts';

/**
 * Errors of predicting one step ahead. `mape` is a share of the value (null when a value is 0); `mase` the mean error in
 * mean errors of the naive forecast (Hyndman & Koehler 2006), below 1 when better; null when the naive one never errs.
 */
export type Accuracy = { readonly mse: number; readonly mae: number; readonly mape: number | null; readonly mase: number | null };

export type Ahead = { readonly value: number; readonly lower: number; readonly upper: number };

/** `naive` predicts the value of one season before (of one observation without a season), on the observations that the model predicts. */
export type Forecast = {
  readonly weights: Weights;
  readonly fitted: readonly (number | null)[];
  readonly ahead: readonly Ahead[];
  readonly accuracy: Accuracy;
  readonly naive: Accuracy;
};

/** Weights that are absent are those that make the smallest squared error. `level` is the share of cases within the interval. */
export type ForecastTerms = Model & { readonly weights: Partial<Weights>; readonly steps: number; readonly level: number };

/** Null when there are too few observations: two for simple smoothing, three with a trend, two seasons and one with a season. */
export function forecast(values: readonly number[], { weights: given, steps, level, ...model }: ForecastTerms): Forecast | null {
  if (values.length < fewest(model)) return null;
  const weights = fitted(values, model, given);
  const found = smooth(values, model, weights);
  const lag = model.method === 'holt_winters' ? (model.season ?? 1) : 1;
  const naive = values.map((_, i) => (i >= lag && found.fitted[i] !== null ? (values[i - lag] ?? null) : null));
  const scale = meanOf(values.slice(lag).map((each, i) => Math.abs(each - (values[i] ?? 0))));
  const accuracy = accuracyOf(values, found.fitted, scale);
  const reach = normalQuantile((1 + level) / 2);
  const ahead = Array.from({ length: steps }, (_, i) => {
    const value = found.ahead(i + 1);
    const half = reach * Math.sqrt(accuracy.mse * spreadAhead(model, weights, i + 1));
    return { value, lower: value - half, upper: value + half };
  });
  return { weights, fitted: found.fitted, ahead, accuracy, naive: accuracyOf(values, naive, scale) };
}

/** Steps of a tenth over all weights that are free, then closer around the best, three times. */
function fitted(values: readonly number[], model: Model, given: Partial<Weights>): Weights {
  const free = { ses: ['alpha'], holt: ['alpha', 'beta'], holt_winters: ['alpha', 'beta', 'gamma'] } as const;
  const names = free[model.method].filter((name) => given[name] === undefined);
  let best: Weights = { alpha: 0, beta: 0, gamma: 0, ...given };
  for (const name of names) best = { ...best, [name]: 0.5 };
  let least = squaredError(values, smooth(values, model, best));
  for (let width = 0.5, rounds = 0; rounds < ROUNDS && names.length > 0; rounds++, width /= 4) {
    const centre = best;
    for (const trial of around(centre, names, width)) {
      const error = squaredError(values, smooth(values, model, trial));
      if (error < least) [least, best] = [error, trial];
    }
  }
  return best;
}

const ROUNDS = 4;
const POINTS = [-1, -0.6, -0.2, 0.2, 0.6, 1];

/** Every combination of these weights in a cube around the centre, within 0 and 1. */
function around(centre: Weights, names: readonly (keyof Weights)[], width: number): Weights[] {
  return names.reduce<Weights[]>(
    (all, name) => all.flatMap((each) => POINTS.map((point) => ({ ...each, [name]: Math.min(1, Math.max(0, centre[name] + point * width)) }))),
    [centre],
  );
}

function squaredError(values: readonly number[], { fitted: expected }: Smoothed): number {
  return expected.reduce<number>((sum, each, i) => (each === null ? sum : sum + ((values[i] ?? 0) - each) ** 2), 0);
}

function accuracyOf(values: readonly number[], expected: readonly (number | null)[], scale: number): Accuracy {
  const pairs = expected.flatMap((each, i) => (each === null ? [] : [{ value: values[i] ?? 0, error: Math.abs((values[i] ?? 0) - each) }]));
  const mae = meanOf(pairs.map((each) => each.error));
  return {
    mse: meanOf(pairs.map((each) => each.error ** 2)),
    mae,
    mape: pairs.every((each) => each.value !== 0) ? meanOf(pairs.map((each) => each.error / Math.abs(each.value))) : null,
    mase: scale > 0 ? mae / scale : null,
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
