// What the commands of a change window mean beyond their declaration: a period that can be, and the severity its kind has by itself.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

const usual = { freeze: 'block', maintenance: 'inform', customer_event: 'warn' } as const;

export const changeWindowRules: Rules = {
  plan: (the) => {
    const kind = the.input.kind as keyof typeof usual;
    return wrong(the, kind) ?? ({ changes: { severity: the.input.severity ?? usual[kind] } } satisfies Decision);
  },
  amend: (the) => wrong(the, the.row?.kind as keyof typeof usual) ?? {},
  cancel: ({ input }) => ({ params: { note: String(input.note ?? '') } }),
};

function wrong({ row, input }: Case, kind: keyof typeof usual): Refusal | null {
  const will = { ...row, ...input } as Readonly<Record<string, unknown>>;
  const { recurrence } = will;
  const ends_at = will.ends_at as string | null | undefined;
  if (!ends_at && !recurrence) return refuse('change_window.ends_needed', 'ends_at');
  if (ends_at && Date.parse(ends_at) <= Date.parse(String(will.starts_at))) return refuse('change_window.wrong_period', 'ends_at');
  if (recurrence && !will.zone) return refuse('change_window.zone_needed', 'zone');
  return kind === 'customer_event' && !will.organisation ? refuse('change_window.whose', 'organisation') : null;
}
