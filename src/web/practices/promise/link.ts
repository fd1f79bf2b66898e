// What the server answers about the chain beneath promises, and how it is asked.
import { useQuery } from '@tanstack/react-query';
import { get, query, send } from '../../api.ts';
import type { Refs } from '../../contract.ts';

export type Reason = { readonly code: string; readonly holds: boolean; readonly params: Readonly<Record<string, string | number>> };
/** One promise in the way to a target: `minutes` in its own hours, `elapsed` at worst in those of the promise above. */
type Stage = {
  readonly promise: string;
  readonly service: string;
  readonly provider: string;
  readonly metric: string;
  readonly minutes: number;
  readonly elapsed_minutes: number;
};
export type Way = {
  readonly priority: string;
  readonly offered_minutes: number;
  readonly needed_minutes: number;
  readonly handover_minutes: number;
  readonly rework_minutes: number;
  readonly slack_minutes: number;
  readonly stages: readonly Stage[];
};
export type Unit = 'minutes' | 'ppm' | 'cases';
export type Tighten = {
  readonly service: string;
  readonly promise: string;
  readonly priority: string | null;
  readonly from: number;
  readonly to: number;
  readonly alone: boolean;
};
/** Minutes by priority, ppm, or cases. */
export type Said = Readonly<Record<string, number | undefined>> | number | null;
export type Link = {
  readonly promise: string;
  readonly name: string;
  readonly metric: string;
  readonly side: 'customer' | 'desk' | 'supplier';
  readonly customer: string;
  readonly offered: Said;
  readonly ok: boolean;
  /** Negative by what is lacking. */
  readonly slack: number | null;
  readonly unit: Unit;
  readonly weakest: string | null;
  readonly ways: readonly Way[];
  readonly availability: {
    readonly promised_ppm: number;
    readonly computed_ppm: number | null;
    readonly naive_ppm: number | null;
    readonly bounds: { readonly low_ppm: number; readonly high_ppm: number };
  } | null;
  readonly certainty: { readonly promised_ppm: number; readonly certain_ppm: number; readonly independent_ppm: number } | null;
  readonly sensitivity: readonly { readonly service: string; readonly promise: string; readonly per: number }[];
  /** The smallest step first. */
  readonly tighten: readonly Tighten[];
  readonly stake: { readonly owed_minor: number; readonly recoverable_minor: number; readonly gap_minor: number; readonly currency: string } | null;
  readonly reasons: readonly Reason[];
  readonly assumptions: readonly Reason[];
  readonly backed_by: readonly {
    readonly promise: string;
    readonly service: string;
    readonly provider: string;
    readonly metric: string;
    readonly availability: number | null;
  }[];
};

export type ChainNode = {
  readonly id: string;
  /** Null: nothing is promised on this service. */
  readonly promise: string | null;
  readonly name: string;
  readonly service: string;
  readonly provider: string | null;
  readonly customer: string | null;
  readonly metric: string | null;
  readonly said: Said;
  /** Null: what lies beneath it is another party's own affair. */
  readonly ok: boolean | null;
  readonly slack: number | null;
  readonly unit: Unit;
  readonly weakest: boolean;
  /** 0 is the promise asked about. */
  readonly layer: number;
};
export type Accepted = { readonly reason: string; readonly owner: string | null; readonly until: string | null; readonly expired: boolean };
export type ChainAnswer = {
  readonly data: Link;
  readonly nodes: readonly ChainNode[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
  readonly accepted: Accepted | null;
  readonly refs: Refs;
  readonly now: string;
};

export function useChain(id: string) {
  return useQuery({ queryKey: ['promise', 'chain', id], queryFn: ({ signal }) => get<ChainAnswer>(`/api/promises/${id}/chain`, signal) });
}

export type VerdictAnswer = { readonly data: Link; readonly refs: Refs; readonly now: string };

/** The verdict on a draft as it would be with changes that are not saved; the one before stays until the next is there. */
export function useVerdict(id: string | null, changes: Readonly<Record<string, unknown>>) {
  return useQuery({
    queryKey: ['promise', 'verdict', id, changes],
    queryFn: () => send<VerdictAnswer>({ path: `/api/promises/${id}/verdict`, body: { changes } }),
    placeholderData: (before) => before,
    enabled: id !== null,
    retry: false,
  });
}

export const verdicts = ['broken', 'expired', 'accepted', 'tight', 'ok'] as const;
export type Verdict = (typeof verdicts)[number];
export type Judgement = Pick<Link, 'promise' | 'name' | 'customer' | 'metric' | 'offered' | 'ok' | 'slack' | 'unit' | 'weakest'> & {
  readonly service: string;
  readonly provider: string;
  readonly verdict: Verdict;
  readonly cheapest: Tighten | null;
  readonly reason: Reason | null;
  readonly accepted: Accepted | null;
};
export type FeasibilityAnswer = {
  readonly data: readonly Judgement[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly checked: number;
  readonly took_ms: number;
  readonly refs: Refs;
  readonly now: string;
};

export function useFeasibility(asked: {
  readonly customer?: string | undefined;
  readonly service?: string | undefined;
  readonly verdict?: string | undefined;
}) {
  return useQuery({
    queryKey: ['promise', 'feasibility', asked],
    queryFn: ({ signal }) => get<FeasibilityAnswer>(`/api/feasibility${query({ ...asked, limit: 1000 })}`, signal),
    placeholderData: (before) => before,
  });
}
