// Where each figure of a process opens its records: the list of a kind with the view that counts the same.
import type { Work } from '../../../practices/model/figures.record.ts';

export type Counted = 'open' | 'late' | 'opened' | 'closed';

/** The view that shows what a figure counts. `since` is the instant the flow begins at. */
export function viewOf(counted: Counted, since: string): string {
  if (counted === 'open') return 'is:open';
  if (counted === 'late') return 'is:open is:overdue';
  return `${counted === 'opened' ? 'opened_at' : 'closed_at'}:>=${since}`;
}

/** The kind that most of a figure is about, for one link where several kinds are summed. */
export function mostOf(work: readonly Work[], counted: Counted): Work | null {
  return work.toSorted((a, b) => b[counted] - a[counted])[0] ?? null;
}
