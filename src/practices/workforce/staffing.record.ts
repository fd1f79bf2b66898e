// What the staffing of a desk answers: for the door, the terminal and the screen.
import type { Answered, StaffingTerms } from '../../calculus/staffing.ts';

/** How a figure came to be: somebody gave it, it was found in the data, or it is a first guess of ours. */
export type Source = 'given' | 'found' | 'assumed';

export type StaffingSlot = {
  /** 1 (Monday) to 7 (Sunday), and the half hour from 0 to 47 by the wall clock of the desk. */
  readonly day: number;
  readonly slot: number;
  /** Incidents that came in there in all weeks, and contacts expected in one week, with the ends of the interval. */
  readonly seen: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly load: number;
  readonly needed: Answered;
  readonly fewer: Answered;
  readonly more: Answered;
  /** On the roster, absence and breaks included; and at the high end of the interval. */
  readonly rostered: number;
  readonly rostered_high: number;
  /** People on capacity in that half hour, in hundredths of a person. */
  readonly staff_hundredths: number;
};

export const staffingDoubts = ['few_weeks', 'few_incidents', 'sparse_slots', 'no_capacity', 'handling_assumed', 'not_better_than_naive'] as const;
export type StaffingDoubt = (typeof staffingDoubts)[number];

export type Staffing = {
  readonly terms: StaffingTerms & {
    readonly handling_source: Source;
    readonly shrinkage_source: Source;
    /** Contacts per hundred incidents: what the desk answers and nobody registers comes on top. */
    readonly contacts: number;
    readonly team: string | null;
    readonly zone: string;
  };
  readonly history: {
    readonly from: string;
    readonly to: string;
    readonly weeks: number;
    readonly total: number;
    readonly per_week: readonly number[];
    readonly method: 'ses' | 'holt' | 'mean';
    readonly week: { readonly value: number; readonly low: number; readonly high: number };
    /** Mean error in mean errors of the naive forecast; below 1 it is better than that. */
    readonly mase: number | null;
    readonly interval: number;
  };
  readonly slots: readonly StaffingSlot[];
  /** Half hours of one week, summed: needed on the roster, there by capacity, and how many half hours have fewer people than needed. */
  readonly sums: { readonly rostered_minutes: number; readonly staff_minutes: number; readonly short: number };
  readonly busiest: number | null;
  readonly doubts: readonly StaffingDoubt[];
};
export type StaffingAnswer = { readonly data: Staffing; readonly refs: Readonly<Record<string, string>>; readonly now: string };
export type ArrivalsAnswer = {
  readonly data: readonly { readonly id: string; readonly title: string; readonly opened_at: string }[];
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
