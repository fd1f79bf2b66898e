// Control charts with a memory, for small shifts that last: EWMA and CUSUM.

export type EwmaPoint = { readonly value: number; readonly ewma: number; readonly lower: number; readonly upper: number; readonly out: boolean };

/**
 * Exponentially weighted moving average (Roberts 1959): z = weight x value + (1 - weight) x z before, beginning at the
 * target; limits target +- width sigma sqrt(w / (2 - w) (1 - (1 - w)^2i)), which settle on `steady`.
 */
export type Ewma = { readonly points: readonly EwmaPoint[]; readonly steady: { readonly lower: number; readonly upper: number } };

/** `weight` above 0 and at most 1; `width` in sigma, usually 3. */
export type EwmaTerms = { readonly target: number; readonly sigma: number; readonly weight: number; readonly width: number };

export function ewmaChart(values: readonly number[], { target, sigma, weight, width }: EwmaTerms): Ewma {
  const reach = (settled: number): number => width * sigma * Math.sqrt((weight / (2 - weight)) * settled);
  let ewma = target;
  const points = values.map((value, i) => {
    ewma = weight * value + (1 - weight) * ewma;
    const [lower, upper] = [target - reach(1 - (1 - weight) ** (2 * (i + 1))), target + reach(1 - (1 - weight) ** (2 * (i + 1)))];
    return { value, ewma, lower, upper, out: ewma < lower || ewma > upper };
  });
  return { points, steady: { lower: target - reach(1), upper: target + reach(1) } };
}

/** Sums in the unit of the values; `shifted_after` is the number of observations before the shift that a signal tells of. */
export type CusumPoint = {
  readonly value: number;
  readonly high: number;
  readonly low: number;
  readonly out: boolean;
  readonly shifted_after: number | null;
};

/** `slack` (usually 0.5, half the shift to find) and `limit` (usually 4 or 5) in sigma. */
export type CusumTerms = { readonly target: number; readonly sigma: number; readonly slack: number; readonly limit: number };

/**
 * Tabular CUSUM (Page 1954): high = max(0, value - (target + K) + high before), low the same downward, a signal beyond
 * H. How long a sum has been above zero dates the shift.
 */
export function cusumChart(values: readonly number[], { target, sigma, slack, limit }: CusumTerms): CusumPoint[] {
  let [high, low] = [0, 0];
  let [highSince, lowSince] = [0, 0];
  return values.map((value, i) => {
    high = Math.max(0, value - target - slack * sigma + high);
    low = Math.max(0, target - slack * sigma - value + low);
    highSince = high > 0 ? highSince : i + 1;
    lowSince = low > 0 ? lowSince : i + 1;
    const reached = limit * sigma;
    const out = high > reached || low > reached;
    return { value, high, low, out, shifted_after: out ? (high > reached ? highSince : lowSince) : null };
  });
}
