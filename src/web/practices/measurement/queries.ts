// What several screens ask about a measure.
import { useQuery } from '@tanstack/react-query';
import type { ValuesAnswer } from '../../../practices/measurement/answers.record.ts';
import { get, query } from '../../api.ts';

/** A measure, or a formula that none uses yet, with the latest value alone. */
export function useMeasureHead(code: string, enabled = true) {
  return useQuery({
    queryKey: ['measure', 'head', code],
    queryFn: ({ signal }) => get<ValuesAnswer>(`/api/measures/${encodeURIComponent(code)}/values${query({ periods: 1 })}`, signal),
    enabled,
  });
}
