// Did it begin to happen more often? An exact test of two counts with what each had the opportunity for, and since when.
import { logFactorial } from './poisson.ts';

/** `count` events in `exposure` of opportunity (days, or days weighed by how busy they are; above 0, one unit for all). */
export type Observed = { readonly count: number; readonly exposure: number };

/** Probability of `count` or more successes in `of` trials (whole numbers, 0 or more) of chance `share` each. */
export function binomialAtLeast(count: number, of: number, share: number): number {
  if (count <= 0) return 1;
  if (count > of || share <= 0) return 0;
  if (share >= 1) return 1;
  const term = (k: number): number => Math.exp(logFactorial(of) - logFactorial(k) - logFactorial(of - k) + k * Math.log(share) + (of - k) * Math.log1p(-share));
  const odds = share / (1 - share);
  // The smaller side is summed, so that a small probability is not the difference of two large ones.
  let sum = 0;
  if (count > of * share) {
    for (let k = count, one = term(count); k <= of && one > sum * 1e-17; one *= ((of - k) / (k + 1)) * odds, k++) sum += one;
    return Math.min(1, sum);
  }
  for (let k = count - 1, one = term(count - 1); k >= 0 && one > sum * 1e-17; one *= k / (of - k + 1) / odds, k--) sum += one;
  return Math.max(0, 1 - sum);
}

/**
 * Probability of so many events after, or more, if the rate is what it was before: of all events together, the share that
 * falls after is then that of its exposure (Przyborowski & Wilenski 1940). `dispersion` is variance / mean of the counts
 * where events come in bursts (1 when they are independent): both counts are divided by it, the later one rounded down.
 */
export function riseChance(before: Observed, after: Observed, dispersion = 1): number {
  const by = Math.max(1, dispersion);
  const [earlier, later] = [Math.ceil(before.count / by), Math.floor(after.count / by)];
  return binomialAtLeast(later, earlier + later, after.exposure / (before.exposure + after.exposure));
}

/** Variance / mean of counts over periods of equal exposure, never below 1; 1 when there are fewer than three or nothing happened. */
export function dispersionOf(counts: readonly number[]): number {
  const mean = counts.reduce((sum, each) => sum + each, 0) / counts.length;
  if (counts.length < 3 || mean === 0) return 1;
  const variance = counts.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (counts.length - 1);
  return Math.max(1, variance / mean);
}

/** `at` periods lie before the rise; `gain` is by how much the log likelihood is better than without one. */
export type Rise = { readonly at: number; readonly gain: number };

/**
 * Since when the rate of a Poisson process is higher, to the end of the series: the split of greatest likelihood, the
 * earliest of equals (Hinkley & Hinkley 1970 for counts). Null when nothing rose. Linear in the number of periods.
 */
export function riseBegins(periods: readonly Observed[]): Rise | null {
  const all = periods.reduce((sum, each) => ({ count: sum.count + each.count, exposure: sum.exposure + each.exposure }), { count: 0, exposure: 0 });
  let best: Rise | null = null;
  let [count, exposure] = [0, 0];
  for (const [i, each] of periods.entries()) {
    const after = { count: all.count - count, exposure: all.exposure - exposure };
    if (i > 0 && after.count * exposure > count * after.exposure) {
      const gain = likelihood({ count, exposure }) + likelihood(after) - likelihood(all);
      if (gain > (best?.gain ?? 1e-12)) best = { at: i, gain };
    }
    count += each.count;
    exposure += each.exposure;
  }
  return best;
}

/** Greatest log likelihood of a constant rate, without what is the same for every rate. */
const likelihood = ({ count, exposure }: Observed): number => (count > 0 ? count * Math.log(count / exposure) : 0);
