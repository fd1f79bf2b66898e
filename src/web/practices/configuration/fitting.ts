// Which fields of a relation apply to its kind.
import type { FormState } from '../../record/arrangement.ts';

/** Groups belong to kinds that know redundancy; where it comes from is said by imports. */
export function useGroupFitting({ values }: FormState): (name: string) => boolean {
  return (name) => {
    if (name === 'redundancy') return values.kind === 'any_of' || values.kind === 'k_of_n';
    if (name === 'need') return values.kind === 'k_of_n';
    return !['source', 'source_key', 'seen_at'].includes(name);
  };
}
