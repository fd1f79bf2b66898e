// What is read and what is told about the chain of promises beneath one promise.
import type { Window } from '../../calculus/chain-terms.ts';
import type { Graph } from '../../calculus/composition.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import type { Promised, Terms } from '../../calculus/terms.ts';
import type { Routing } from './shapes.ts';

export type ChainPromise = Promised & {
  readonly name: string;
  readonly availability: number | null;
  readonly throughput: number | null;
  readonly satisfied: number | null;
  readonly attainment: number | null;
  readonly measured_per: Window;
  readonly rolling_days: number | null;
  readonly routing: Routing | null;
  readonly fee_minor: number | null;
  readonly currency: string | null;
  readonly credit_bands: CreditBands | null;
};

/** Read by `chainOf`: the promises in force on `service` and everything beneath it. `today` is a local date. */
export type ChainData = {
  readonly house: string;
  readonly service: string;
  readonly today: string;
  readonly graph: Graph;
  readonly services: ReadonlyMap<string, { readonly name: string; readonly provider: string }>;
  readonly promises: readonly ChainPromise[];
  /** For judging very many: the verdict, the first reason and the ways out of the tightest priority, and nothing that explains. */
  readonly brief?: boolean;
};

/** `code` is the key of its text in the refusals of the promise. A reason that `holds` explains; one that does not is why the chain fails. */
export type Reason = { readonly code: string; readonly holds: boolean; readonly params: Readonly<Record<string, string | number>> };

/** One promise in the way to a target: `minutes` in its own hours, `elapsed` at worst in those of the promise above. */
export type Stage = {
  readonly promise: string;
  readonly service: string;
  readonly provider: string;
  readonly metric: string;
  readonly minutes: number;
  readonly elapsed_minutes: number;
};
/** The slowest way for one priority: its stages, what handing over takes in between, and what coming back costs on average. */
export type Way = {
  readonly priority: string;
  readonly offered_minutes: number;
  readonly needed_minutes: number;
  readonly handover_minutes: number;
  readonly rework_minutes: number;
  readonly slack_minutes: number;
  readonly stages: readonly Stage[];
};
/** In parts per million. `computed` counts a shared part once; `naive` multiplies as if nothing were shared; the bounds hold even if parts fail together. */
export type ChainAvailability = {
  readonly promised_ppm: number;
  readonly computed_ppm: number | null;
  readonly naive_ppm: number | null;
  readonly bounds: { readonly low_ppm: number; readonly high_ppm: number };
};

/** The share of cases in time on the worst way: what is certain however the stages depend on one another, and what it is if they do not. */
export type Certainty = { readonly promised_ppm: number; readonly certain_ppm: number; readonly independent_ppm: number };

/** By how much the whole moves when this promise does: minutes per minute, or availability per availability. */
export type Sensitivity = { readonly service: string; readonly promise: string; readonly per: number };

/**
 * What one promise beneath would have to be for the promise above to be carried: minutes for one priority, ppm, or cases. `alone` when
 * that is enough by itself; otherwise others have to follow.
 */
export type Tighten = {
  readonly service: string;
  readonly promise: string;
  readonly priority: string | null;
  readonly from: number;
  readonly to: number;
  readonly alone: boolean;
};

/** In minor units of one currency, per period of the promise above: the most that is owed, what suppliers give back at most, and the gap. */
export type Stake = { readonly owed_minor: number; readonly recoverable_minor: number; readonly gap_minor: number; readonly currency: string };

export type Judged = {
  /** What is left, negative by what is lacking; minutes for the tightest priority, ppm for an availability, cases for a throughput. Null when nothing can be compared. */
  readonly slack: number | null;
  readonly unit: 'minutes' | 'ppm' | 'cases';
  /** The service beneath where a change helps most. */
  readonly weakest: string | null;
  readonly backed_by: readonly ChainPromise[];
  readonly ways: readonly Way[];
  readonly availability: ChainAvailability | null;
  readonly certainty: Certainty | null;
  /** The heaviest first. */
  readonly sensitivity: readonly Sensitivity[];
  /** What is enough by itself first, then the smallest step relative to what is promised now. */
  readonly tighten: readonly Tighten[];
  readonly reasons: readonly Reason[];
  /** What the figures rest on. */
  readonly assumptions: readonly Reason[];
  /** Services beneath on which nothing is promised that this rests on. */
  readonly bare: readonly string[];
};

/** What a metric that rests on nothing beneath comes to. */
export const nothingBeneath = (unit: Judged['unit'], code: string): Judged => ({
  slack: null,
  unit,
  weakest: null,
  backed_by: [],
  ways: [],
  availability: null,
  certainty: null,
  sensitivity: [],
  tighten: [],
  reasons: [{ code, holds: true, params: {} }],
  assumptions: [],
  bare: [],
});

export type Backing = Pick<ChainPromise, 'service' | 'provider' | 'metric' | 'targets' | 'availability' | 'attainment' | 'measured_per' | 'rolling_days'> & {
  readonly promise: string;
};
export type Link = Omit<Judged, 'backed_by'> & {
  readonly promise: string;
  readonly name: string;
  readonly metric: string;
  readonly side: Terms['side'];
  readonly customer: string;
  readonly stake: Stake | null;
  /** Minutes by priority, ppm, or cases. */
  readonly offered: Readonly<Record<string, number | undefined>> | number | null;
  readonly ok: boolean;
  readonly backed_by: readonly Backing[];
};
