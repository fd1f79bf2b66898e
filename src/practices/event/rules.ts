// What the commands of an event mean beyond their declaration.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { isNews } from './intake.ts';
import type { event, Labels } from './record.ts';
import type { Severity } from './signal.ts';

const dayMs = 86_400_000;
type Row = RowOf<typeof event>;

export const eventRules: Rules = {
  raise: ({ input, at, now }) => {
    const started_at = input.started_at as string;
    if (Date.parse(started_at) > Date.parse(now) + dayMs) return refuse('event.raise.in_future', 'started_at', { started_at });
    return { changes: { count: 1, last_seen_at: at } };
  },

  repeat: (the) => {
    const row = the.row as Row;
    const said = {
      summary: (the.input.summary as string | undefined) ?? row.summary,
      severity: (the.input.severity as Severity | undefined) ?? row.severity,
      labels: (the.input.labels as Labels | undefined) ?? row.labels ?? {},
      started_at: (the.input.started_at as string | undefined) ?? null,
    };
    // Judged again on the locked row: two deliveries of the same news are one fact.
    if (!isNews(said, row)) return refuse('event.repeat.nothing_new');
    return { changes: { count: row.count + 1, last_seen_at: the.at }, params: { summary: said.summary } };
  },

  clear: clear,
};

function clear({ row, input, at }: Case): Decision | Refusal {
  const started_at = row?.started_at as string;
  const cleared_at = (input.cleared_at as string | null | undefined) ?? at;
  if (cleared_at < started_at) return refuse('event.clear.too_old', 'cleared_at', { started_at });
  return { changes: { cleared_at } };
}
