// What happens to organisations beyond their declaration: codes that can be typed, a family tree without circles, a house that stays.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type OrganisationGiven = {
  /** The integrator; null before the installation is set up. */
  readonly house: string | null;
  /** The proposed parent and everything above it. */
  readonly above: readonly string[];
};
type The = Case & { readonly given: OrganisationGiven };

const slug = /^[a-z0-9][a-z0-9-]*$/;

export const organisationRules: Rules<OrganisationGiven> = {
  open: details,
  edit: details,
  end: (the) => (the.row?.id === the.given.house ? refuse('organisation.end.is_house') : {}),
};

function details(the: The): Decision | Refusal {
  const { code, parent } = the.input;
  if (typeof code === 'string' && !slug.test(code)) return refuse('organisation.code_not_slug', 'code', { code });
  if (typeof parent === 'string' && (parent === the.id || the.given.above.includes(the.id))) return refuse('organisation.parent_cycle', 'parent', { parent });
  return {};
}
