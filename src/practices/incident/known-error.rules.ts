// What using or dismissing a known error means for an incident: its workaround and what is remembered, never its state or clocks.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { IncidentGiven, IncidentRow } from './classify.ts';

type The = Case<Case['row'], IncidentGiven>;
const listed = (ids: readonly string[] | null, id: string): readonly string[] => [...new Set([...(ids ?? []), id])];

export const incidentKnownErrorRules: Rules<IncidentGiven> = {
  use_known_error: use,
  dismiss_known_error: ({ row, input }) => {
    const known_error = input.known_error as string;
    return { changes: { dismissed_errors: listed((row as IncidentRow).dismissed_errors, known_error) }, params: { known_error } };
  },
  suggest_known_error: ({ input }) => ({ params: { known_error: input.known_error as string } }),
};

function use({ row, input, given }: The): Decision | Refusal {
  const { known_errors, dismissed_errors } = row as IncidentRow;
  const known_error = input.known_error as string;
  const found = given.known_error;
  if (found?.state !== 'published') return refuse('incident.use_known_error.not_published', 'known_error', { known_error });
  if (known_errors?.includes(known_error)) return refuse('incident.use_known_error.again', 'known_error', { known_error });
  const dismissed = dismissed_errors?.filter((each) => each !== known_error) ?? null;
  return {
    changes: {
      known_errors: listed(known_errors, known_error),
      dismissed_errors: dismissed,
      ...(found.workaround ? { workaround: found.workaround } : {}),
    },
    params: { known_error, problem: found.problem },
  };
}
