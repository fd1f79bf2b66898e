// What the commands of a maintenance notice mean beyond their declaration: the state its status asks for, and that only news is news.
import type { Case, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { maintenanceNotice } from './notice.record.ts';
import { isNewer, stateOf } from './notice.ts';

type Row = RowOf<typeof maintenanceNotice>;
type Will = Partial<Pick<Row, 'starts_at' | 'ends_at' | 'status'>>;

export const maintenanceNoticeRules: Rules = {
  receive: (the) => wrong(the) ?? { changes: { state: stateOf(the.input as Will) } },
  update: (the) => {
    const row = the.row as Row;
    // Judged again on the locked row: the same notice twice, or an older one that arrives late, changes nothing.
    if (!isNewer(the.input, row)) return refuse('maintenance_notice.update.older', undefined, { sequence: row.sequence ?? 0 });
    const status = String(the.input.status ?? row.status ?? '');
    return wrong(the) ?? { changes: { state: stateOf({ ...row, ...the.input } as Will), problem: the.input.problem ?? null }, params: { status } };
  },
  fill_in: (the) => wrong(the) ?? { changes: { problem: null } },
  dismiss: ({ input }) => ({ params: { note: String(input.note ?? '') } }),
};

function wrong({ row, input }: Case): Refusal | null {
  const { starts_at, ends_at } = { ...row, ...input } as Will;
  return starts_at && ends_at && Date.parse(ends_at) <= Date.parse(starts_at) ? refuse('maintenance_notice.wrong_period', 'ends_at') : null;
}
