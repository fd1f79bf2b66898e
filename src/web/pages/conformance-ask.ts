// What the screen of conformance asks: its address, the map of a period (again and again while cases are read), and the cases of a figure.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { CasesAnswer, ConformanceAnswer } from '../../practices/conformance/conformance.record.ts';
import { get, query } from '../api.ts';

export const followed = ['incident', 'work_order', 'problem', 'change'] as const;
export type Narrowing = { readonly from: string; readonly to: string; readonly customer?: string; readonly service?: string; readonly supplier?: string };

const askAgainMs = 1_000;

export const useMap = (plural: string, asked: Narrowing) =>
  useQuery({
    queryKey: ['conformance', plural, asked],
    queryFn: ({ signal }) => get<ConformanceAnswer>(`/api/conformance/${plural}${query(asked)}`, signal),
    refetchInterval: ({ state }) => (state.data?.state === 'working' ? askAgainMs : false),
  });

export const pageSize = 50;

export const useCases = (plural: string, asked: Narrowing, { figure, offset }: { figure: string; offset: number }) =>
  useQuery({
    queryKey: ['conformance', plural, asked, figure, offset],
    queryFn: ({ signal }) => get<CasesAnswer>(`/api/conformance/${plural}/cases${query({ ...asked, figure, offset, limit: pageSize })}`, signal),
    placeholderData: keepPreviousData,
  });

/** The last 91 days, as dates of the reader's day. */
export function usualPeriod(now: number): { readonly from: string; readonly to: string } {
  const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
  return { from: date(now - 90 * 86_400_000), to: date(now) };
}
