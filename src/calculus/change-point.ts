// Where the mean of a series shifted: least squares, split again and again while a split is worth its penalty.

/** Observations `from` up to but not including `to`, counted from 0, with their mean. */
export type Segment = { readonly from: number; readonly to: number; readonly mean: number };

/**
 * `after` observations the mean became another; `gain` is by how many noise variances the sum of squares falls.
 * `noise` is the standard deviation of the noise, from successive differences so that shifts hardly count.
 */
export type Shifts = {
  readonly changes: readonly { readonly after: number; readonly gain: number }[];
  readonly segments: readonly Segment[];
  readonly noise: number;
};

/** A split must lower the sum of squares by more than `penalty` noise variances; segments are at least `shortest` long. */
export type ShiftTerms = { readonly penalty?: number | undefined; readonly shortest?: number | undefined; readonly most?: number | undefined };

/**
 * Binary segmentation (Scott & Knott 1974): the best split of the whole, then of each part. The penalty is 3 ln n when
 * absent: of pure noise almost nothing is split (Zhang & Siegmund 2007).
 */
export function shifts(values: readonly number[], { penalty = 3 * Math.log(values.length), shortest = 2, most = 100 }: ShiftTerms = {}): Shifts {
  // Sums are taken of distances from the first value: far from zero their difference would lose the digits that count.
  const base = values[0] ?? 0;
  const sums = [0];
  for (const each of values) sums.push((sums.at(-1) ?? 0) + each - base);
  const variance = noiseOf(values);
  const wanted = Math.max(penalty * variance, Number.EPSILON * values.reduce((sum, each) => sum + (each - base) ** 2, 0));
  const found: Split[] = [];
  const open = [bestSplit(sums, 0, values.length, shortest)];
  while (found.length < most) {
    const at = open.reduce((best, each, i) => (each.gain > (open[best]?.gain ?? 0) ? i : best), 0);
    const [best] = open.splice(at, 1);
    if (best === undefined || best.gain <= wanted) break;
    found.push(best);
    open.push(bestSplit(sums, best.from, best.after, shortest), bestSplit(sums, best.after, best.to, shortest));
  }
  const changes = found.sort((a, b) => a.after - b.after).map(({ after, gain }) => ({ after, gain: variance > 0 ? gain / variance : gain }));
  const edges = [0, ...changes.map((each) => each.after), values.length];
  const segments = edges.slice(1).map((to, i) => {
    const from = edges[i] ?? 0;
    return { from, to, mean: base + ((sums[to] ?? 0) - (sums[from] ?? 0)) / (to - from) };
  });
  return { changes, segments, noise: Math.sqrt(variance) };
}

type Split = { readonly from: number; readonly to: number; readonly after: number; readonly gain: number };

/** The split that lowers the sum of squares most: by n1 n2 / n (mean 1 - mean 2)^2. */
function bestSplit(sums: readonly number[], from: number, to: number, shortest: number): Split {
  const sumOf = (a: number, b: number): number => (sums[b] ?? 0) - (sums[a] ?? 0);
  let best: Split = { from, to, after: from, gain: 0 };
  for (let after = from + shortest; after <= to - shortest; after++) {
    const difference = sumOf(from, after) / (after - from) - sumOf(after, to) / (to - after);
    const gain = (((after - from) * (to - after)) / (to - from)) * difference ** 2;
    if (gain > best.gain) best = { from, to, after, gain };
  }
  return best;
}

/**
 * Half the mean square of successive differences (von Neumann 1941), without the largest tenth of them, where the
 * shifts are; 0.6230 is what that leaves of a normal mean square.
 */
function noiseOf(values: readonly number[]): number {
  const squares = values.slice(1).map((each, i) => (each - (values[i] ?? 0)) ** 2);
  const kept = squares.sort((a, b) => a - b).slice(0, Math.max(1, Math.ceil(squares.length * 0.9)));
  const whole = kept.length === squares.length ? 1 : TRIMMED;
  return kept.reduce((sum, each) => sum + each, 0) / kept.length / 2 / whole;
}

/** Mean of the lower nine tenths of a chi-square distribution with one degree of freedom. */
const TRIMMED = 0.623;
