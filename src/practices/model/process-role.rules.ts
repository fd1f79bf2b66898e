// What the commands of a process role mean: a role that a matrix in force names cannot end.
import type { Rules } from '../../kernel/decide.ts';
import { refuse } from '../../kernel/refusal.ts';

/** The first matrix in force that names the role, if any. */
export type ProcessRoleGiven = { readonly named: string | null };

export const processRoleRules: Rules<ProcessRoleGiven> = {
  end: ({ given }) => (given.named === null ? {} : refuse('process_role.end.in_force', undefined, { raci: given.named })),
};
