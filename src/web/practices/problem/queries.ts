// What the screens of problems ask the server, and the types of its answers.
import { useQuery } from '@tanstack/react-query';
import type { Pain, Rates } from '../../../practices/problem/pain.record.ts';
import { get, query } from '../../api.ts';
import type { Entry, Refs } from '../../contract.ts';

type Told<T> = { readonly data: T; readonly refs: Refs; readonly now: string };

export type CostAnswer = Told<Pain> & { readonly rates: Rates };
export type Recurred = { readonly id: string; readonly title: string; readonly started_at: string; readonly linked: boolean };
export type Proof = {
  readonly fixed_at: string;
  readonly verify_until: string;
  readonly baseline_days: number;
  readonly begun: boolean;
  readonly baseline: readonly Recurred[];
  readonly found: readonly Recurred[];
  readonly expected: number;
  readonly chance: number;
  readonly passes: boolean;
  readonly over: boolean;
  readonly level: number;
  readonly needs_days: number | null;
  readonly enough_at: string | null;
};
export type ProofAnswer = Told<Proof>;
export type Offer = {
  readonly id: string;
  readonly title: string;
  readonly text: string | null;
  readonly no_workaround: boolean;
  readonly words: readonly string[];
  readonly used?: number;
  readonly service?: string;
  readonly same_part?: boolean;
};
export type OffersAnswer = Told<readonly Offer[]>;
export type BoardRow = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly priority: number;
  readonly due: string | null;
  readonly service: string | null;
  readonly supplier: string | null;
  readonly agent: string | null;
  readonly known_error: string | null;
  readonly verify_until: string | null;
  readonly risk_until: string | null;
  readonly incidents: number;
  readonly customers: number;
  readonly per_year_minor: number;
  readonly currency: string;
  readonly share_ppm: number;
  readonly cumulative_ppm: number;
};
export type BoardAnswer = Told<readonly BoardRow[]>;
export type Happened = Entry & { readonly record: string; readonly record_id: string };
export type MomentsAnswer = Told<readonly Happened[]>;

export type EvidenceDay = { readonly day: string; readonly count: number; readonly own: number };
export type Evidence = {
  readonly whole: boolean;
  readonly from: string;
  readonly to: string;
  readonly days: readonly EvidenceDay[];
  readonly incidents: readonly {
    readonly id: string;
    readonly title: string;
    readonly state: string;
    readonly service: string;
    readonly customer: string;
    readonly started_at: string;
  }[];
};
export type EvidenceAnswer = Told<Evidence>;

const asked = <T>(what: string, id: string) => ({
  queryKey: ['problem', what, id],
  queryFn: ({ signal }: { signal: AbortSignal }) => get<T>(`/api/problems/${id}/${what}`, signal),
});
export const useCost = (id: string) => useQuery(asked<CostAnswer>('cost', id));
export const useProof = (id: string) => useQuery(asked<ProofAnswer>('proof', id));
export const useMoments = (id: string) => useQuery(asked<MomentsAnswer>('moments', id));
export const useEvidence = (id: string) =>
  useQuery({
    queryKey: ['problem_candidate', 'evidence', id],
    queryFn: ({ signal }) => get<EvidenceAnswer>(`/api/problem-candidates/${id}/evidence`, signal),
  });
export const useBoard = (of: Readonly<Record<string, string | undefined>>) =>
  useQuery({ queryKey: ['problem', 'list', 'board', of], queryFn: ({ signal }) => get<BoardAnswer>(`/api/problems/board${query(of)}`, signal) });
export const useOffers = (id: string) =>
  useQuery({ queryKey: ['incident', 'offers', id], queryFn: ({ signal }) => get<OffersAnswer>(`/api/incidents/${id}/known-errors`, signal) });
export const useOffersFor = (service: string | null, title: string) =>
  useQuery({
    queryKey: ['known_error', 'offers', service, title],
    queryFn: ({ signal }) => get<OffersAnswer>(`/api/known-errors/offers${query({ service: service ?? '', title })}`, signal),
    enabled: service !== null && title.trim().length > 3,
    staleTime: 30_000,
    placeholderData: (before) => before,
  });
