// What a promise says, as far as the chain of promises has to know, and what can be said of a chain.
import type { Calendar } from './calendar.ts';

export type Window = 'month' | 'quarter' | 'year' | 'rolling';

/** Nominal lengths, for comparing windows and for downtime per window. */
const nominal: Readonly<Record<Window, number>> = { month: 30, quarter: 90, year: 365, rolling: 30 };

/** Days of the window a promise is judged over. */
export const windowDays = ({ window, window_days }: Pick<PromiseTerms, 'window' | 'window_days'>): number =>
  window === 'rolling' ? (window_days ?? nominal.rolling) : nominal[window];

/**
 * `target_ms` in working time of `calendar` (round the clock when absent), or `availability` from 0 to 1; `share` is the
 * part of the cases that must be within the target, all of them when absent. Both are judged once per `window`.
 */
export type PromiseTerms = {
  readonly metric: string;
  readonly target_ms?: number | null;
  readonly availability?: number | null;
  readonly share?: number | null;
  readonly window: Window;
  /** Length of a rolling window. */
  readonly window_days?: number | null;
  readonly calendar?: Calendar;
};

export const chainCodes = [
  'chain.no_promise',
  'chain.never_open',
  'chain.time_exceeded',
  'chain.availability_too_low',
  'chain.share_too_low',
  'chain.hours_not_covered',
  'chain.window_too_long',
  'chain.only_if_independent',
] as const;
export type ChainCode = (typeof chainCodes)[number];

export type Reason = { readonly code: ChainCode; readonly part?: string };

/**
 * `slack_ms` is what is left (negative: what is missing): time on the clock of the promise above, or downtime per window
 * of it; null when it cannot be said. `reasons` are why it is not feasible, `notes` what it rests on although it is.
 */
export type Feasibility = { readonly ok: boolean; readonly slack_ms: number | null; readonly reasons: readonly Reason[]; readonly notes: readonly Reason[] };

/** Probabilities are floats: what differs by less than this is equal. */
export const TOLERANCE = 1e-12;

/**
 * How much of what one window of the promise beneath allows may fall into a single window of the promise above, in windows of
 * that one: all of it when it is the longer one; and a window that rolls touches one more than it is long.
 */
export function windowsSpanned(beneath: PromiseTerms, above: PromiseTerms): number {
  const [under, over] = [windowDays(beneath), windowDays(above)];
  if (above.window === 'rolling' && beneath.window !== 'rolling') return (under * (Math.ceil(over / under) + 1)) / over;
  return Math.max(1, under / over);
}
