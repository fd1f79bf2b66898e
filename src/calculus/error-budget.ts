// Error budgets: how much failure a target leaves room for, how fast it is being spent, and which alarms that is worth.

/** Period and windows in milliseconds, errors as a share of all that was asked (0 to 1). */
export type Observed = { readonly window_ms: number; readonly error_share: number };

/** `share` is what may fail; `spent` what of it was, 1 is all; times in milliseconds, null when it is never exhausted. */
export type BudgetSpent = { readonly share: number; readonly burn: number; readonly spent: number; readonly exhausted_after_ms: number | null };

/**
 * Burn is the observed share of errors over the share that may fail: at 1 the budget lasts exactly the period. What a
 * window of it spends is burn x window / period, and the whole is gone after period / burn (Google SRE Workbook, ch. 5).
 * `target` is below 1: a promise of all leaves no budget.
 */
export function budgetSpent(target: number, period_ms: number, { window_ms, error_share }: Observed): BudgetSpent {
  const share = 1 - target;
  const burn = error_share / share;
  return { share, burn, spent: (burn * window_ms) / period_ms, exhausted_after_ms: burn > 0 ? period_ms / burn : null };
}

/** An alarm fires when both windows burn faster than `factor`: the long one says it matters, the short one that it goes on. */
export type BurnAlert = { readonly severity: 'page' | 'ticket'; readonly long_ms: number; readonly short_ms: number; readonly factor: number };

/** The burn at which `budget_share` of a budget over `period_ms` is spent within `long_ms`. */
export function burnFactor(budget_share: number, period_ms: number, long_ms: number): number {
  return (budget_share * period_ms) / long_ms;
}

const HOUR = 3_600_000;
const standard = [
  { severity: 'page', long_ms: HOUR, short_ms: HOUR / 12, budget_share: 0.02 },
  { severity: 'page', long_ms: 6 * HOUR, short_ms: HOUR / 2, budget_share: 0.05 },
  { severity: 'ticket', long_ms: 24 * HOUR, short_ms: 2 * HOUR, budget_share: 0.1 },
  { severity: 'ticket', long_ms: 72 * HOUR, short_ms: 6 * HOUR, budget_share: 0.1 },
] as const;

/** The usual four pairs of windows, with the factors that this period gives them: 14.4, 6, 3 and 1 for 30 days. */
export function standardAlerts(period_ms: number): BurnAlert[] {
  return standard.map(({ severity, long_ms, short_ms, budget_share }) => ({
    severity,
    long_ms,
    short_ms,
    factor: burnFactor(budget_share, period_ms, long_ms),
  }));
}

/** Does it fire? Null when one of its windows was not observed. Burning at exactly the factor does not. */
export function fires({ long_ms, short_ms, factor }: BurnAlert, target: number, observed: readonly Observed[]): boolean | null {
  const above = (window_ms: number): boolean | null => {
    const found = observed.find((each) => each.window_ms === window_ms);
    // The share that may fail is a difference of floats: what differs by less than this is equal.
    return found === undefined ? null : found.error_share / (1 - target) > factor * (1 + 1e-9);
  };
  const [long, short] = [above(long_ms), above(short_ms)];
  return long === null || short === null ? null : long && short;
}
