// What happens to teams beyond their declaration: who may lead one, and when one may be dissolved.
import type { Case, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Belonging, refuseAdding } from './own.ts';

export type TeamGiven = {
  readonly organisation: Belonging;
  /** The proposed lead. */
  readonly lead: { readonly name: string; readonly open: boolean } | null;
  /** How many roles are held in the team now. */
  readonly members: number;
};
type The = Case & { readonly given: TeamGiven };

export const teamRules: Rules<TeamGiven> = {
  open: (the) =>
    refuseAdding({ record: 'team', actor: the.actor, organisation: the.input.organisation, belonging: the.given.organisation }) ?? refuseLead(the) ?? {},
  edit: (the) => refuseLead(the) ?? {},
  end: ({ given }) => (given.members > 0 ? refuse('team.end.has_members', undefined, { count: given.members }) : {}),
};

function refuseLead({ given }: The): Refusal | null {
  return given.lead && !given.lead.open ? refuse('team.lead_has_left', 'lead', { lead: given.lead.name }) : null;
}
