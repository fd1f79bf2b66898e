// What is read and what is told about the chain of promises beneath one promise.
import type { Window } from '../../calculus/chain-terms.ts';
import type { Graph } from '../../calculus/composition.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import type { Promised, Terms } from '../../calculus/terms.ts';
import type { Routing } from './shapes.ts';

export type ChainPromise = Promised & {
  readonly name: string;
  readonly availability: number | null;
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
};

/** `code` is the key of its text in the refusals of the promise. A reason that `holds` explains; one that does not is why the chain fails. */
export type Reason = { readonly code: string; readonly holds: boolean; readonly params: Readonly<Record<string, string | number>> };

/** One promise of ours in the way to a target: `minutes` in its own hours, `elapsed` at worst in those of the promise above. */
export type Stage = {
  readonly promise: string;
  readonly service: string;
  readonly provider: string;
  readonly metric: string;
  readonly minutes: number;
  readonly elapsed_minutes: number;
};
/** The slowest way for one priority. `slack_minutes` is negative by as much as is lacking. */
export type Way = {
  readonly priority: string;
  readonly offered_minutes: number;
  readonly needed_minutes: number;
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

export type Judged = {
  /** What is left, negative by what is lacking; in minutes for the tightest priority, in ppm for an availability. Null when nothing can be compared. */
  readonly slack: number | null;
  readonly unit: 'minutes' | 'ppm';
  /** The service beneath where a change helps most. */
  readonly weakest: string | null;
  readonly backed_by: readonly ChainPromise[];
  readonly ways: readonly Way[];
  readonly availability: ChainAvailability | null;
  /** What a promise beneath would have to be, by itself, for an availability to be carried; the smallest step first. */
  readonly tighten: readonly { readonly service: string; readonly availability_ppm: number }[];
  readonly reasons: readonly Reason[];
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
  /** Minutes by priority, or ppm. */
  readonly offered: Readonly<Record<string, number | undefined>> | number | null;
  readonly ok: boolean;
  readonly backed_by: readonly Backing[];
};
