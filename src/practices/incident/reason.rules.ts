// What adding a reason means beyond its declaration.
import type { Rules } from '../../kernel/decide.ts';
import { refuse } from '../../kernel/refusal.ts';

export const reasonRules: Rules = {
  add: ({ input }) => {
    if (!/^[a-z][a-z0-9_]*$/.test(input.code as string)) return refuse('reason.add.bad_code', 'code');
    if (input.kind === 'waiting' && !input.waits_on) return refuse('reason.add.waits_on_needed', 'waits_on');
    return { changes: { waits_on: input.waits_on ?? 'nobody' } };
  },
};
