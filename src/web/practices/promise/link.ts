// What the server answers about the chain beneath promises, and how it is asked.
import { useQuery } from '@tanstack/react-query';
import type { Acceptance, Chain, Judgement, Link, Verdict } from '../../../practices/promise/link.record.ts';
import { get, query, send } from '../../api.ts';
import type { Refs } from '../../contract.ts';

export type ChainAnswer = Chain & {
  readonly data: Link;
  readonly accepted: Acceptance | null;
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
