// What adding a priority rule means beyond its declaration: without a name it is called by its cell.
import type { Rules } from '../../kernel/decide.ts';

export const priorityRuleRules: Rules = {
  add: ({ input }) => ({ changes: { name: input.name ?? `${String(input.impact)} / ${String(input.urgency)}` } }),
};
