// What the screens of the model ask the server, and the types of its answers.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Content } from '../../../practices/model/composing.record.ts';
import type { Accountability, Conflict, FiguresAnswer } from '../../../practices/model/figures.record.ts';
import { get, query } from '../../api.ts';
import type { Refs } from '../../contract.ts';

export type Current = {
  readonly id: string;
  readonly name: string;
  readonly number: number;
  readonly published_at: string | null;
  readonly records_off: readonly string[];
  readonly content: Content | null;
};
type CurrentAnswer = { readonly data: Current | null; readonly now: string };
export type Duty = {
  readonly id: string;
  readonly name: string;
  readonly record: string;
  readonly first: string;
  readonly second: string;
  readonly enforced: boolean;
  readonly why: string | null;
  readonly conflicts: number;
};
type ConflictsAnswer = { readonly data: readonly Conflict[]; readonly next: string | null; readonly refs: Refs };

export const useCurrent = () =>
  useQuery({ queryKey: ['operating_model', 'list', 'current'], queryFn: ({ signal }) => get<CurrentAnswer>('/api/model/current', signal) });

/** The figures of every process, or of one. */
export const useFigures = (id: string | null = null) =>
  useQuery({
    queryKey: ['process', 'list', 'figures', id],
    queryFn: ({ signal }) => get<FiguresAnswer>(id ? `/api/processes/${id}/figures` : '/api/processes/figures', signal),
  });

export const useDuties = () =>
  useQuery({
    queryKey: ['separation', 'list', 'conflicts'],
    queryFn: ({ signal }) => get<{ readonly data: readonly Duty[] }>('/api/separations/conflicts', signal),
  });

export const useConflicts = (id: string) =>
  useInfiniteQuery({
    queryKey: ['separation', 'conflicts', id],
    queryFn: ({ pageParam, signal }) => get<ConflictsAnswer>(`/api/separations/${id}/conflicts${query({ after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });

export const useAccountabilities = () =>
  useQuery({
    queryKey: ['raci', 'list', 'accountabilities'],
    queryFn: ({ signal }) => get<{ readonly data: readonly Accountability[]; readonly refs: Refs }>('/api/racis/accountabilities', signal),
  });
