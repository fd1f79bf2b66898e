// The terms of one clock of one record: a promise applied to it.
import type { Calendar } from './calendar.ts';

/** Answered by a practice's gather as `given.terms`: all terms that apply to the record from now on. */
export type Terms = {
  /** Name of the clock declaration: `restore`. */
  readonly clock: string;
  /** Distinguishes clocks of one declaration, one per promise relation: `customer:ORG-2`, `desk`, `supplier:ORG-5`. */
  readonly key: string;
  readonly side: 'customer' | 'desk' | 'supplier';
  readonly promise: string | null;
  readonly provider: string | null;
  readonly customer: string | null;
  /** In the service hours of `calendar`. */
  readonly target_minutes: number;
  readonly calendar: Calendar;
  /** Reasons for waiting (their ids) that pause this clock. */
  readonly pauses: readonly string[];
  /** Organisations that may see the clock. */
  readonly audience: readonly string[];
};
