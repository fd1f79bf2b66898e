// Probability that at least k of n events happen: when they are independent, and bounds when they need not be.

/** A probability known to lie between two values. */
export type Bounds = { readonly low: number; readonly high: number };

/** Probability that at least `need` of independent events happen. */
export function atLeast(need: number, probabilities: readonly number[]): number {
  if (need <= 0) return 1;
  if (need > probabilities.length) return 0;
  if (need === probabilities.length) return probabilities.reduce((product, each) => product * each, 1);
  if (need === 1) return 1 - probabilities.reduce((product, each) => product * (1 - each), 1);
  const reached = [1, ...Array.from({ length: need }, () => 0)];
  for (const p of probabilities) {
    for (let count = need; count > 0; count--) reached[count] = p * (reached[count - 1] ?? 0) + (1 - p) * (reached[count] ?? 0);
  }
  return reached[need] ?? 0;
}

/** For each event the probability that it decides: exactly one less than `need` of the others happen. */
export function pivots(need: number, probabilities: readonly number[]): number[] {
  return probabilities.map((_, i) => {
    const others = probabilities.filter((__, j) => j !== i);
    return need === probabilities.length || need === 1 ? decided(need, others) : atLeast(need - 1, others) - atLeast(need, others);
  });
}

/** All of the others, or none of them: without the cancellation of a difference. */
function decided(need: number, others: readonly number[]): number {
  return others.reduce((product, each) => product * (need === 1 && others.length > 0 ? 1 - each : each), 1);
}

/** Bounds for k of n when the parts are associated (they never help one another to fail), each known within bounds. */
export function anyAssociation(need: number, parts: readonly Bounds[]): Bounds {
  const frechet = anyDependence(need, parts);
  const best = parts
    .map((each) => each.low)
    .sort((a, b) => b - a)
    .slice(0, Math.max(0, need));
  const worst = parts
    .map((each) => each.high)
    .sort((a, b) => a - b)
    .slice(0, Math.max(0, parts.length - need + 1));
  const low = need > parts.length ? 0 : best.reduce((product, each) => product * each, 1);
  const high = need <= 0 ? 1 : 1 - worst.reduce((product, each) => product * (1 - each), 1);
  return { low: Math.max(low, frechet.low), high: Math.min(high, frechet.high) };
}

/** Bounds for k of n however the parts depend on one another. */
export function anyDependence(need: number, parts: readonly Bounds[]): Bounds {
  const high = mostLikely(
    need,
    parts.map((each) => each.high),
  );
  const low =
    1 -
    mostLikely(
      parts.length - need + 1,
      parts.map((each) => 1 - each.low),
    );
  return { low, high };
}

/** The greatest probability that at least `need` of these events happen, over all ways they may depend on one another. */
function mostLikely(need: number, probabilities: readonly number[]): number {
  if (need <= 0) return 1;
  if (need > probabilities.length) return 0;
  const sorted = [...probabilities].sort((a, b) => a - b);
  let least = 1;
  let sum = 0;
  for (const [i, each] of sorted.entries()) {
    sum += each;
    const sure = sorted.length - 1 - i;
    if (sure < need) least = Math.min(least, sum / (need - sure));
  }
  return least;
}
