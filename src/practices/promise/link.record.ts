// What is read, told and drawn about the chain of promises beneath one promise, and about the verdict on all of them: types that the screens share.
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

/** One promise of the chain, or a service on which nothing is promised. `ok` is null where it is another party's own affair. */
export type ChainNode = {
  readonly id: string;
  readonly promise: string | null;
  readonly name: string;
  readonly service: string;
  readonly provider: string | null;
  readonly customer: string | null;
  readonly metric: string | null;
  readonly said: Link['offered'];
  readonly ok: boolean | null;
  readonly slack: number | null;
  readonly unit: Link['unit'];
  readonly weakest: boolean;
  /** 0 is the promise asked about. */
  readonly layer: number;
};
export type Chain = { readonly nodes: readonly ChainNode[]; readonly edges: readonly { readonly from: string; readonly to: string }[] };

export const verdicts = ['broken', 'expired', 'accepted', 'tight', 'ok'] as const;
export type Verdict = (typeof verdicts)[number];

/** A risk that somebody of the house answers for; `expired` when it must be decided again. */
export type Acceptance = { readonly reason: string; readonly owner: string | null; readonly until: string | null; readonly expired: boolean };
export type Judgement = Pick<Link, 'promise' | 'name' | 'customer' | 'metric' | 'side' | 'ok' | 'slack' | 'unit' | 'weakest' | 'offered'> & {
  readonly service: string;
  readonly provider: string;
  readonly verdict: Verdict;
  /** Slack as a part of what is promised (of what may fail, for shares), in ppm; orders the tight ones. */
  readonly slack_ppm: number | null;
  /** The smallest step that is enough by itself. */
  readonly cheapest: Tighten | null;
  readonly reason: Link['reasons'][number] | null;
  readonly accepted: Acceptance | null;
};
