// Is the cause really gone? What came back in a window, against what would have come had nothing been repaired.
import { poissonAtLeast } from './poisson.ts';

/** Whole counts; days above 0. `level` is the chance of being fooled that is still accepted, such as 0.05. */
export type Recurrences = {
  readonly baseline: number;
  readonly baseline_days: number;
  readonly found: number;
  readonly window_days: number;
  readonly level: number;
};

/**
 * `expected`: how many the rate of the baseline gives in the window. `chance`: that of so few or fewer by mere chance with
 * nothing repaired, P(N <= found) of a Poisson distribution. `passes`: that chance is at most `level`. `needs_days`: the length
 * of window in which none at all would pass, -ln(level) / rate; null without a baseline. The baseline is taken as the true rate,
 * so a short one promises more certainty than it has.
 */
export type Verdict = { readonly expected: number; readonly chance: number; readonly passes: boolean; readonly needs_days: number | null };

export function recurrenceTest({ baseline, baseline_days, found, window_days, level }: Recurrences): Verdict {
  const rate = baseline / baseline_days;
  const expected = rate * Math.max(0, window_days);
  const chance = Math.min(1, Math.max(0, 1 - poissonAtLeast(found + 1, expected)));
  return { expected, chance, passes: chance <= level, needs_days: rate > 0 ? -Math.log(level) / rate : null };
}
