// Exponential smoothing: one pass over a series with level, trend and season, and what it predicts next.

export const smoothings = ['ses', 'holt', 'holt_winters'] as const;
export type Smoothing = (typeof smoothings)[number];

/** Weights from 0 to 1: of the newest value in the level, of the newest step in the trend, of the newest deviation in the season. */
export type Weights = { readonly alpha: number; readonly beta: number; readonly gamma: number };

/** `season` is the length of a season in observations; `multiplicative` when deviations grow with the level. */
export type Model = { readonly method: Smoothing; readonly season?: number | undefined; readonly multiplicative?: boolean | undefined };

/**
 * `fitted` holds what was predicted for each observation from those before it, null where it could not be yet;
 * `ahead` predicts so many observations on from the last one.
 */
export type Smoothed = {
  readonly fitted: readonly (number | null)[];
  readonly level: number;
  readonly trend: number;
  readonly seasons: readonly number[];
  readonly ahead: (steps: number) => number;
};

/**
 * Simple smoothing begins with S2 = y1 (NIST handbook 6.4.3.1); Holt (1957) with the first value and the first step;
 * Winters (1960) with the mean of the first season, the mean step to the second, and the first season's deviations, so
 * it needs two seasons.
 */
export function smooth(values: readonly number[], model: Model, weights: Weights): Smoothed {
  const state = begin(values, model);
  const { alpha, beta, gamma } = { ...weights, ...(model.method === 'ses' ? { beta: 0 } : {}) };
  const { seasons } = state;
  const neutral = model.multiplicative ? 1 : 0;
  const seasonal = (i: number): number => (seasons.length > 0 ? (seasons[i % seasons.length] ?? neutral) : neutral);
  const join = (level: number, i: number): number => (model.multiplicative ? level * seasonal(i) : level + seasonal(i));
  const split = (value: number, by: number): number => (model.multiplicative ? value / by : value - by);
  let { level, trend } = state;
  const fitted = values.map((value, i) => {
    if (i < state.start) return null;
    const expected = join(level + trend, i);
    const before = level;
    level = alpha * split(value, seasonal(i)) + (1 - alpha) * (level + trend);
    trend = beta * (level - before) + (1 - beta) * trend;
    if (seasons.length > 0) seasons[i % seasons.length] = gamma * split(value, level) + (1 - gamma) * seasonal(i);
    return expected;
  });
  const ahead = (steps: number): number => join(level + steps * trend, values.length - 1 + steps);
  return { fitted, level, trend, seasons, ahead };
}

/** The fewest observations that a model needs: one more than it begins with. */
export function fewest({ method, season = 1 }: Model): number {
  return { ses: 2, holt: 3, holt_winters: 2 * season + 1 }[method];
}

/**
 * How the variance of the error grows with the steps ahead, in variances of one step (Hyndman et al. 2008, ch. 6, class 1):
 * 1 + sum of c^2, with c = alpha + beta' j, and gamma' more on every season. Exact for additive errors, an approximation
 * when the season multiplies.
 */
export function spreadAhead({ method, season = 1 }: Model, { alpha, beta, gamma }: Weights, steps: number): number {
  let sum = 1;
  for (let j = 1; j < steps; j++) {
    const trend = method === 'ses' ? 0 : alpha * beta * j;
    const again = method === 'holt_winters' && j % season === 0 ? gamma * (1 - alpha) : 0;
    sum += (alpha + trend + again) ** 2;
  }
  return sum;
}

/** `start` is the first observation that is predicted. */
type Begin = { readonly start: number; readonly level: number; readonly trend: number; readonly seasons: number[] };

function begin(values: readonly number[], { method, season = 1, multiplicative = false }: Model): Begin {
  const [first = 0, second = 0] = values;
  if (method === 'ses') return { start: 1, level: first, trend: 0, seasons: [] };
  if (method === 'holt') return { start: 2, level: second, trend: second - first, seasons: [] };
  const [one, two] = [mean(values.slice(0, season)), mean(values.slice(season, 2 * season))];
  const seasons = values.slice(0, season).map((each) => (multiplicative ? each / one : each - one));
  return { start: season, level: one, trend: (two - one) / season, seasons };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
