// What happens to people beyond their declaration: one mailbox is one person, a site is their own, and an administrator remains.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Belonging, refuseAdding } from './own.ts';

export type PersonGiven = {
  readonly organisation: Belonging;
  /** The proposed site, with the organisation it belongs to. */
  readonly site: { readonly name: string; readonly organisation: string } | null;
  readonly is_administrator: boolean;
  /** Administrators of the installation other than this person. */
  readonly other_administrators: number;
};
type The = Case & { readonly given: PersonGiven };

export const personRules: Rules<PersonGiven> = {
  open: (the) =>
    refuseAdding({ record: 'person', actor: the.actor, organisation: the.input.organisation, belonging: the.given.organisation }) ??
    refuseSite(the) ??
    addressed(the),
  edit: (the) => refuseSite(the) ?? {},
  readdress: addressed,
  leave: ({ given }) => (given.is_administrator && given.other_administrators === 0 ? refuse('person.leave.is_last_administrator') : {}),
};

/** Addresses are compared without regard to case everywhere, so they are kept in one. */
function addressed({ input }: The): Decision {
  return typeof input.email === 'string' ? { changes: { email: input.email.toLowerCase() } } : {};
}

function refuseSite({ input, row, given }: The): Refusal | null {
  const organisation = row?.organisation ?? input.organisation;
  if (!given.site || given.site.organisation === organisation) return null;
  return refuse('person.site_elsewhere', 'site', { site: given.site.name, organisation: given.organisation?.name ?? String(organisation) });
}
