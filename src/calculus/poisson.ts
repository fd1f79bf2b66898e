// Is this more than chance? Counts against what was expected, and the correction for asking it of many at once.

/** Probability of `count` or more events when `expected` (0 or more) come on average, independently of one another. */
export function poissonAtLeast(count: number, expected: number): number {
  if (count <= 0) return 1;
  if (expected <= 0) return 0;
  // The smaller side is summed, so that a small probability is not the difference of two large ones.
  return count > expected ? tail(count, expected) : Math.max(0, 1 - head(count, expected));
}

export type Correction = 'none' | 'bonferroni' | 'holm' | 'benjamini_hochberg';

/**
 * Probabilities made comparable with the level of one test, in the order given, none above 1. Bonferroni and Holm (1979)
 * bound the chance of a single false alarm, Benjamini & Hochberg (1995) the share of false alarms among the alarms.
 */
export function corrected(probabilities: readonly number[], correction: Correction): number[] {
  const count = probabilities.length;
  if (correction === 'none') return [...probabilities];
  if (correction === 'bonferroni') return probabilities.map((each) => Math.min(1, each * count));
  const order = probabilities.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const found: number[] = Array.from({ length: count }, () => 1);
  let bound = correction === 'holm' ? 0 : 1;
  const steps = correction === 'holm' ? [...order.entries()] : [...order.entries()].reverse();
  for (const [rank, { value, at }] of steps) {
    bound = correction === 'holm' ? Math.max(bound, Math.min(1, value * (count - rank))) : Math.min(bound, (value * count) / (rank + 1));
    found[at] = bound;
  }
  return found;
}

/** Natural logarithm of n!, exact by summing for small n, by Stirling's series (error below 1e-15) above. */
export function logFactorial(n: number): number {
  if (n < 20) {
    let product = 1;
    for (let k = 2; k <= n; k++) product *= k;
    return Math.log(product);
  }
  const x = n + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5) - 1 / (1680 * x ** 7);
}

function probabilityOf(count: number, expected: number): number {
  return Math.exp(count * Math.log(expected) - expected - logFactorial(count));
}

/** From `count` upward, where the terms only fall. */
function tail(count: number, expected: number): number {
  let term = probabilityOf(count, expected);
  let sum = 0;
  for (let k = count; term > sum * 1e-17 && term > 0; k++) {
    sum += term;
    term *= expected / (k + 1);
  }
  return Math.min(1, sum);
}

/** Below `count`, downward: it is at most the expectation, so the terms only fall. */
function head(count: number, expected: number): number {
  let term = probabilityOf(count - 1, expected);
  let sum = 0;
  for (let k = count - 1; k >= 0 && term > sum * 1e-17; k--) {
    sum += term;
    term *= k / expected;
  }
  return sum;
}
