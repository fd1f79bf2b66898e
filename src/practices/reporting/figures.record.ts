// What a service-level report says, as plain data: frozen as it stands, and read by screen, PDF, CSV and API alike.

/**
 * Raised whenever a figure gets another meaning; each version is described in words in docs/handbook/reporting.md.
 * A frozen report keeps the version it was made with.
 */
export const definitionVersion = 1;

export type Window = {
  readonly from: string;
  readonly to: string;
  /** The promise's own measurement window is over with it; otherwise the figure is "so far" and decides nothing. */
  readonly whole: boolean;
};

type Promised = { readonly promise: string; readonly name: string; readonly measured_per: string; readonly window: Window; readonly kept: boolean | null };

/** One promise on time: of the targets that were due, how many were met. An open one past its due instant is missed. */
export type Kept = Promised & {
  readonly metric: string;
  readonly met: number;
  readonly missed: number;
  readonly attained_ppm: number | null;
  readonly promised_ppm: number;
};

/** One promise on availability. `chain_ppm` counts shared parts once; `naive_ppm` multiplies the promises beneath as if none were shared. */
export type Available = Promised & {
  readonly promised_ppm: number;
  readonly measured_ppm: number;
  readonly agreed_ms: number;
  readonly down_ms: number;
  /** What the promise allows in the window, and what is left of it; negative when it is overspent. */
  readonly budget_ms: number;
  readonly budget_left_ms: number;
  readonly outages: number;
  readonly longest_ms: number;
  readonly chain_ppm: number | null;
  readonly naive_ppm: number | null;
  readonly incidents: readonly string[];
};

/** One promise on how many cases are handled in its window. */
export type Handled = Promised & { readonly handled: number; readonly promised: number };

/** Answers from 1 to 5; content are those of 4 and 5. Without a promise the figures stand by themselves. */
export type Satisfaction = Omit<Promised, 'promise' | 'name' | 'measured_per'> & {
  readonly promise: string | null;
  readonly name: string | null;
  readonly answers: number;
  readonly content: number;
  readonly content_ppm: number | null;
  readonly promised_ppm: number | null;
  /** The incidents that were rated, at most 300: a customer is not shown the fields that a list would be filtered by. */
  readonly rated: readonly string[];
};

/** Cases that came to an end in the period: time to restore from the start of the impact, pauses included; and apart from it the time on the clock of the promise. */
export type Restoration = {
  readonly cases: number;
  /** Beside these, felt through a part that is shared with the service that led the incident. */
  readonly through_parts: readonly string[];
  readonly mtrs_wall_ms: number | null;
  readonly mtrs_agreed_ms: number | null;
  readonly clocked: number;
  readonly resolution_ms: number | null;
};

export type HeldPart = { readonly party: string; readonly team: string | null; readonly reason: string; readonly used_ms: number };
/** A broken target and what its time was spent on. */
export type Breach = {
  readonly record_id: string;
  readonly title: string;
  readonly promise: string;
  readonly metric: string;
  readonly target_ms: number;
  readonly breached_at: string;
  readonly used_ms: number;
  readonly longest: HeldPart | null;
  readonly last: HeldPart | null;
};

export type PartyTime = { readonly party: string; readonly ms: number; readonly waiting_ms: number };

/** What stands behind the service: one supplier, what it promised the house, and what it had of the customer's cases. */
export type Supplier = {
  readonly supplier: string;
  readonly times: readonly Kept[];
  readonly availability: readonly Available[];
  readonly held_ms: number;
  readonly cases: readonly string[];
  /** Returns to a party that had the work before (A-B-A). */
  readonly bounces: number;
  /** Breaches of the customer's promises in which it held the longest part, and those that broke in its hands. */
  readonly breaches_longest: number;
  readonly breaches_last: number;
};

/** What a promise that was not kept costs, in whole minor units of its currency. */
export type Credit = {
  readonly promise: string;
  readonly name: string;
  readonly party: string;
  readonly attained_ppm: number;
  readonly fee_minor: number;
  readonly credit_ppm: number;
  readonly amount_minor: number;
  readonly currency: string;
};
export type Balance = { readonly currency: string; readonly owed_minor: number; readonly recoverable_minor: number; readonly exposure_minor: number };
export type Credits = { readonly owed: readonly Credit[]; readonly recoverable: readonly Credit[]; readonly balance: readonly Balance[] };

export type Mood = 'green_but_unhappy' | 'red_but_happy';

/** One service of one customer. */
export type Section = {
  readonly service: string;
  readonly customer: string;
  readonly times: readonly Kept[];
  readonly availability: readonly Available[];
  readonly throughput: readonly Handled[];
  readonly satisfaction: readonly Satisfaction[];
  readonly restoration: Restoration;
  readonly breaches: readonly Breach[];
  readonly parties: readonly PartyTime[];
  readonly suppliers: readonly Supplier[];
  readonly credits: Credits;
  readonly mood: Mood | null;
};

/** What is frozen. `cut_off` is the instant up to which it was computed. */
export type Figures = {
  readonly definition_version: number;
  readonly period: string;
  readonly zone: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly cut_off: string;
  readonly sections: readonly Section[];
  /** Over all services; a supplier's credit that stands under several of them is counted once. */
  readonly balance: readonly Balance[];
};

/** One figure that is not what it was. `what` names it; values are numbers in its own unit, null when there was none. */
export type Difference = {
  readonly service: string;
  readonly promise: string | null;
  readonly what: string;
  readonly was: number | null;
  readonly now: number | null;
};

/** A correction stands beside what it corrects; it replaces nothing. */
export type Correction = {
  readonly at: string;
  readonly person: string | null;
  readonly by: string;
  readonly reason: string;
  readonly differences: readonly Difference[];
  readonly figures: Figures;
};

/** How the report of one customer stands. `differs`: what a computation of this moment says otherwise than the figures that hold. */
export type Standing = {
  readonly customer: string;
  readonly id: string | null;
  readonly state: 'provisional' | 'frozen' | 'corrected';
  readonly version: number | null;
  readonly frozen_at: string | null;
  /** When it freezes by itself; null once it is frozen. */
  readonly freezes_at: string | null;
  readonly definition_version: number;
  readonly corrections: readonly Omit<Correction, 'figures'>[];
  readonly differs: readonly Difference[];
  readonly may: readonly string[];
};

/** The list behind a figure. `what` of `promise` (a supplier's number for what it held; null for the section) is the length of the list `plural` filtered by `q`. */
export type Behind = {
  readonly service: string;
  readonly customer: string;
  readonly promise: string | null;
  readonly what: string;
  readonly plural: string;
  readonly q: string;
};
