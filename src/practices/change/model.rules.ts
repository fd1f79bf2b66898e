// What the commands of a change model mean: who wrote it cannot approve it, and only a whole one is approved.
import type { Rules } from '../../kernel/decide.ts';
import { refuse } from '../../kernel/refusal.ts';
import type { ModelRow } from './given.ts';

export const modelRules: Rules = {
  open: ({ actor }) => ({ changes: { author: actor.person } }),
  approve: ({ row, actor }) => {
    const model = row as ModelRow;
    if (actor.person !== null && actor.person === model.author) return refuse('change_model.approve.own');
    const missing = lacking(model);
    return missing ? refuse('change_model.approve.incomplete', missing, { field: missing }) : { changes: { approver: actor.person } };
  },
  reinstate: ({ row, actor }) => {
    const missing = lacking(row as ModelRow);
    return missing ? refuse('change_model.approve.incomplete', missing, { field: missing }) : { changes: { approver: actor.person, failed_change: null } };
  },
  suspend: () => ({ changes: { review_note: null } }),
  lose_standing: () => ({ changes: { review_note: null } }),
};

/** The first thing a model lacks before it may approve anything beforehand. */
function lacking(model: ModelRow): string | null {
  if (!model.services.length && !model.items.length) return 'services';
  const needed = ['duration_minutes', 'backout_plan', 'test_evidence'] as const;
  return needed.find((name) => model[name] === null) ?? null;
}
