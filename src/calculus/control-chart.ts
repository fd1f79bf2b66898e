// Control charts after Shewhart: is a measurement common variation, or has something special happened?

/** `value` with the limits that hold for it; `sigma` is one standard error, so centre and limits are three of them apart. */
export type Point = { readonly value: number; readonly lower: number; readonly upper: number; readonly sigma: number };

/** `moving_range` is the mean one, for individuals only. */
export type Chart = { readonly centre: number; readonly points: readonly Point[]; readonly moving_range: number | null };

/** Expected range of two normal values in standard deviations (d2 for samples of two). */
const D2 = 1.128;

/**
 * Individuals: limits three sigma from the mean, sigma from the mean moving range / 1.128 (so mean +- 2.66 x range), both
 * of the first `baseline` values (at least 2).
 */
export function individuals(values: readonly number[], baseline = values.length): Chart {
  const known = values.slice(0, baseline);
  const centre = mean(known);
  const moving_range = mean(known.slice(1).map((each, i) => Math.abs(each - (known[i] ?? 0))));
  const sigma = moving_range / D2;
  return { centre, moving_range, points: values.map((value) => ({ value, lower: centre - 3 * sigma, upper: centre + 3 * sigma, sigma })) };
}

/** `count` out of `of` (for u: an amount of opportunity, such as hours). */
export type Counted = { readonly count: number; readonly of: number };

/** Shares of a sample: p +- 3 sqrt(p (1 - p) / n), within 0 and 1; each sample with its own n. */
export function proportions(samples: readonly Counted[], baseline = samples.length): Chart {
  return ratios(samples, baseline, { spread: (p) => p * (1 - p), most: 1 });
}

/** Counts per unit of opportunity: u +- 3 sqrt(u / n), not below 0. */
export function rates(samples: readonly Counted[], baseline = samples.length): Chart {
  return ratios(samples, baseline, { spread: (u) => u, most: Infinity });
}

/** Counts where the opportunity is always the same: c +- 3 sqrt(c), not below 0. */
export function counts(values: readonly number[], baseline = values.length): Chart {
  return rates(
    values.map((count) => ({ count, of: 1 })),
    baseline,
  );
}

export const ruleSets = ['western_electric', 'nelson'] as const;
export type RuleSet = (typeof ruleSets)[number];

/** `at` is the position of the point with which the rule is met. */
export type Signal = { readonly rule: number; readonly at: number };

/**
 * Run rules on a chart. Western Electric (1956): 1 one point beyond 3 sigma; 2 two of three beyond 2 sigma on one side;
 * 3 four of five beyond 1 sigma on one side; 4 eight in a row on one side. Nelson (1984): 1 one beyond 3 sigma; 2 nine
 * in a row on one side; 3 six in a row all rising or all falling; 4 fourteen alternating; 5 two of three beyond 2 sigma;
 * 6 four of five beyond 1 sigma; 7 fifteen in a row within 1 sigma; 8 eight in a row beyond 1 sigma, on either side.
 */
export function signals({ centre, points }: Chart, ruleSet: RuleSet): Signal[] {
  const scores = points.map(({ value, sigma }) => scoreOf(value - centre, sigma));
  const rules = ruleSet === 'nelson' ? nelson : westernElectric;
  return points.flatMap((_, at) => rules.flatMap((met, i) => (met(scores, at) ? [{ rule: i + 1, at }] : [])));
}

type Rule = (scores: readonly number[], at: number) => boolean;

const westernElectric: readonly Rule[] = [beyond(1, 1, 3), beyond(2, 3, 2), beyond(4, 5, 1), beyond(8, 8, 0)];
const nelson: readonly Rule[] = [
  beyond(1, 1, 3),
  beyond(9, 9, 0),
  last(6, (run) => steps(run).every((each) => each > 0) || steps(run).every((each) => each < 0)),
  last(14, (run) => steps(run).every((each, i, all) => each !== 0 && (i === 0 || each > 0 !== (all[i - 1] ?? 0) > 0))),
  beyond(2, 3, 2),
  beyond(4, 5, 1),
  last(15, (run) => run.every((each) => Math.abs(each) < 1)),
  last(8, (run) => run.every((each) => Math.abs(each) > 1)),
];

/** `need` of the last `of` points beyond so many sigma on the side of the present one, which is one of them. */
function beyond(need: number, of: number, sigmas: number): Rule {
  return (scores, at) => {
    const side = Math.sign(scores[at] ?? 0);
    const out = (each: number): boolean => side !== 0 && each * side > sigmas;
    return out(scores[at] ?? 0) && scores.slice(Math.max(0, at - of + 1), at + 1).filter(out).length >= need;
  };
}

function last(count: number, holds: (run: readonly number[]) => boolean): Rule {
  return (scores, at) => at + 1 >= count && holds(scores.slice(at + 1 - count, at + 1));
}

function steps(run: readonly number[]): number[] {
  return run.slice(1).map((each, i) => each - (run[i] ?? 0));
}

/** Without any variation in the baseline every other value is infinitely far. */
function scoreOf(distance: number, sigma: number): number {
  if (sigma > 0) return distance / sigma;
  return Math.sign(distance) * (distance === 0 ? 0 : Infinity);
}

type Ratio = { readonly spread: (centre: number) => number; readonly most: number };

function ratios(samples: readonly Counted[], baseline: number, { spread, most }: Ratio): Chart {
  const known = samples.slice(0, baseline);
  const centre = sum(known.map((each) => each.count)) / sum(known.map((each) => each.of));
  const points = samples.map(({ count, of }) => {
    const sigma = Math.sqrt(spread(centre) / of);
    return { value: count / of, lower: Math.max(0, centre - 3 * sigma), upper: Math.min(most, centre + 3 * sigma), sigma };
  });
  return { centre, points, moving_range: null };
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, each) => total + each, 0);
}
