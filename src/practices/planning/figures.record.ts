// What is answered about tactical plans: the arithmetic behind each, as plain data for screens, the API and the command line.
import type { CostOutcome } from '../../calculus/cost-flow.ts';
import type { CriticalPath, Loss } from '../../calculus/recovery.ts';

export type Verdict = 'good' | 'warn' | 'bad' | 'unknown';
export type Refs = Readonly<Record<string, string>>;
export type Answer<T> = { readonly data: T; readonly refs: Refs; readonly now: string };

/** One part (a leaf of the composition). Availability in ppm. */
export type PartFigure = {
  readonly part: string;
  readonly provider: string | null;
  readonly promise: string | null;
  readonly promised_ppm: number | null;
  readonly measured_ppm: number | null;
  readonly down_ms: number;
  readonly outages: number;
  /** The incidents behind them: those that name the part, and those that took it down as a service of its own. */
  readonly incidents: readonly string[];
  /** How much the whole moves per unit of this part (Birnbaum), by what is promised. */
  readonly slope: number | null;
  /** What this part alone would have to be raised to; null when that would not do. */
  readonly to_ppm: number | null;
  /** What the whole would be with a second one beside it. */
  readonly doubled_ppm: number | null;
  readonly alone: boolean;
};
export type Outage = { readonly from: string; readonly to: string; readonly incidents: readonly string[] };
export type Redundant = {
  readonly within: string;
  readonly members: readonly string[];
  readonly need: number;
  readonly common_cause: number;
  readonly same_provider: boolean;
};
/** Where the time of the outages went, all of them together, in milliseconds of the clock on the wall; each part of it as far as records tell it. */
export type Lifecycle = {
  readonly incidents: number;
  /** From the start to the report. */
  readonly detect_ms: number;
  /** Of how many it is known when work on them began; then from the report until that, and from that until service was back. */
  readonly taken: number;
  readonly respond_ms: number;
  readonly repair_ms: number;
  /** Whose time it was from the report until service was back. */
  readonly restore: readonly { readonly party: string; readonly ms: number }[];
  /** From the return of service until somebody, or time, confirmed it. */
  readonly confirm_ms: number;
};
export type AvailabilityFigures = {
  readonly plan: string;
  readonly service: string;
  readonly target_ppm: number | null;
  readonly target_from: string | null;
  readonly from: string;
  readonly to: string;
  readonly months: readonly string[];
  readonly measured_ppm: number | null;
  readonly by_promises_ppm: number | null;
  readonly by_measures_ppm: number | null;
  readonly unpromised: readonly string[];
  readonly agreed_ms: number;
  readonly down_ms: number;
  readonly budget_ms: number | null;
  readonly burn: number | null;
  readonly means: { readonly mtbsi_ms: number; readonly mtbf_ms: number; readonly mtrs_ms: number } | null;
  readonly outages: readonly Outage[];
  readonly parts: readonly PartFigure[];
  readonly single_points: readonly string[];
  readonly redundant: readonly Redundant[];
  readonly lifecycle: Lifecycle;
  readonly verdict: Verdict;
};

export type ForecastPoint = { readonly period: string; readonly value: number; readonly lower: number; readonly upper: number };
export type CapacityFigures = {
  readonly plan: string;
  readonly service: string;
  readonly unit: string;
  readonly contracted: number;
  readonly points: readonly { readonly period: string; readonly value: number }[];
  readonly ahead: readonly ForecastPoint[];
  readonly method: string | null;
  readonly mape: number | null;
  readonly naive_mape: number | null;
  /** Dates on which the forecast passes what is contracted: expected, and the ends of the interval that holds four cases in five. */
  readonly crosses_on: string | null;
  readonly earliest_on: string | null;
  readonly latest_on: string | null;
  /** When what is left falls below the headroom that should stay. */
  readonly headroom_gone_on: string | null;
  readonly headroom_ppm: number | null;
  readonly headroom_wanted_ppm: number;
  readonly unused_minor: number | null;
  readonly currency: string;
  readonly peak: {
    readonly sum: number;
    readonly spare: number;
    readonly counted: readonly string[];
    readonly within: readonly string[];
    readonly silent: readonly string[];
  };
  readonly verdict: Verdict;
};

export type ContinuityFigures = {
  readonly plan: string;
  readonly service: string;
  readonly rto: number;
  readonly rpo: number;
  readonly time: CriticalPath;
  readonly loss: Loss;
  /** What is left of the RTO; null when there is no way back to add up: no parts, and no steps of its own. */
  readonly slack: number | null;
  readonly parts: readonly {
    readonly part: string;
    readonly provider: string | null;
    readonly plan: string | null;
    readonly rto: number | null;
    readonly rpo: number | null;
  }[];
  readonly suppliers: readonly { readonly supplier: string; readonly valid_until: string | null; readonly verdict: Verdict }[];
  readonly tests: readonly { readonly id: string; readonly name: string; readonly state: string; readonly on: string }[];
  readonly age_days: number | null;
  readonly tested_days: number | null;
  readonly verdict: Verdict;
};

export type RiskReach = {
  readonly services: readonly string[];
  readonly customers: readonly string[];
  readonly appetite: { readonly most: number; readonly id: string | null };
  readonly within: boolean;
};
/** A risk that somebody accepted elsewhere: with a promise that its chain does not carry, or a problem that stays. */
export type AcceptedElsewhere = {
  readonly id: string;
  readonly record: 'promise' | 'problem';
  readonly title: string;
  readonly because: string | null;
  readonly owner: string | null;
  readonly until: string | null;
  readonly expired: boolean;
};
export type RegisterAnswer = Answer<{
  /** Open and accepted risks by likelihood and impact; a cell opens `likelihood:… impact:…`. */
  readonly cells: readonly { readonly likelihood: number; readonly impact: number; readonly open: number; readonly accepted: number; readonly over: number }[];
  readonly expired: readonly {
    readonly id: string;
    readonly title: string;
    readonly score: number;
    readonly owner: string | null;
    readonly expired_on: string;
  }[];
  readonly ending: readonly {
    readonly id: string;
    readonly title: string;
    readonly score: number;
    readonly owner: string | null;
    readonly accepted_until: string;
  }[];
  readonly over: readonly { readonly id: string; readonly title: string; readonly score: number; readonly most: number; readonly state: string }[];
  readonly elsewhere: readonly AcceptedElsewhere[];
}>;

export type PortfolioCard = {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly service: string | null;
  readonly sourcing: string | null;
  readonly owner: string;
  readonly currency: string;
  readonly value_minor: number | null;
  readonly cost_minor: number | null;
  readonly value_now_minor: number | null;
  readonly cost_now_minor: number | null;
  /** Fees promised by customers for a year, and what the last cost run came to for a year. */
  readonly fees_minor: number | null;
  readonly run_minor: number | null;
  readonly run: string | null;
  readonly risk: number | null;
  readonly review_on: string | null;
  readonly overdue: boolean;
};

/** One service in the overview; each verdict names the record behind it. */
export type PlanningRow = {
  readonly service: string;
  readonly name: string;
  readonly criticality: string;
  readonly integrated: boolean;
  readonly availability: { readonly verdict: Verdict; readonly plan: string | null; readonly computed_ppm: number | null; readonly target_ppm: number | null };
  readonly capacity: { readonly verdict: Verdict; readonly plan: string | null; readonly crosses_on: string | null; readonly plans: number };
  readonly continuity: { readonly verdict: Verdict; readonly plan: string | null; readonly slack: number | null; readonly rto: number | null };
  readonly cost: { readonly verdict: Verdict; readonly model: string | null; readonly margin_minor: number | null; readonly currency: string };
  readonly risk: { readonly verdict: Verdict; readonly score: number | null; readonly open: number };
};
export type PlanningAnswer = Answer<{
  readonly services: readonly PlanningRow[];
  /** Of the critical services, how many have a continuity plan that was tested in the last year. */
  readonly tested: number;
  readonly critical: number;
}>;

/** What a service costs and of what that is made: each component a pool, a department or another service. */
export type Price = {
  readonly service: string;
  readonly amount_minor: number;
  readonly parts: readonly {
    readonly from: string;
    readonly kind: 'pool' | 'department' | 'service';
    readonly amount_minor: number;
    readonly q: string | null;
  }[];
  readonly kept_minor: number;
};
/** One service of one customer: what it is charged by the model, what it pays by its promises, and what was given back. Minor units. */
export type ChargeLine = {
  readonly customer: string;
  readonly service: string;
  readonly cost_minor: number;
  readonly fees_minor: number;
  readonly credits_minor: number;
  readonly margin_minor: number;
  readonly promises: readonly string[];
};
/** The same input passed on by each method, side by side; null where a department reaches nobody by it. */
export type Compared = { readonly service: string; readonly direct: number | null; readonly step_down: number | null; readonly reciprocal: number | null };
export type CostFigures = {
  readonly model: string;
  readonly currency: string;
  readonly frozen: boolean;
  readonly fault: string | null;
  readonly outcome: CostOutcome | null;
  readonly prices: readonly Price[];
  readonly charges: readonly ChargeLine[];
  readonly unallocated_minor: number;
  readonly compared: readonly Compared[];
  readonly names: Readonly<Record<string, string>>;
};
