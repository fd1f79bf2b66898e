// Signing a promise: the verdict is asked for with the dates as they stand in the form, and the risk only when there is one.
import type { FormState } from '../../record/arrangement.ts';
import { useVerdict } from './link.ts';

const risk = new Set(['accepted_risk', 'risk_owner', 'risk_until']);
const dates = ['valid_from', 'valid_to'];

/** Signing can change the dates only; an accepted risk has no part in the verdict. */
export function useSigning({ row, values }: Pick<FormState, 'row' | 'values'>) {
  const changed = dates.filter((name) => (values[name] ?? null) !== (row?.[name] ?? null));
  return useVerdict(row?.id ?? null, Object.fromEntries(changed.map((name) => [name, values[name] ?? null])));
}

/** The risk is not asked for while the chain carries the promise. Without an answer everything can be filled in. */
export function useRiskFitting(form: FormState): (name: string) => boolean {
  const asked = useSigning(form);
  return (name) => !risk.has(name) || (asked.data ? !asked.data.data.ok : asked.isError);
}
