// What happens to roles beyond their declaration: which role fits which organisation, and who may hand it out.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, type Role, roles } from '../../kernel/scope.ts';
import { type Belonging, isOurs, mayKeep } from './own.ts';

export type MembershipGiven = {
  /** The integrator; null before the installation is set up. */
  readonly house: string | null;
  readonly organisation: Belonging;
  readonly person: { readonly name: string; readonly organisation: string; readonly open: boolean } | null;
  readonly team: { readonly name: string; readonly organisation: string; readonly open: boolean } | null;
  /** Administrators of the installation other than the person whose role this is. */
  readonly other_administrators: number;
};
type The = Case & { readonly given: MembershipGiven };

export const membershipRules: Rules<MembershipGiven> = {
  open: given,
  rejoin: given,
  end: (the) => refuseRole(the) ?? refuseLast(the) ?? {},
};

const rolesOfOthers: readonly Role[] = ['customer_manager', 'customer_user', 'supplier_manager', 'supplier_agent'];
const rolesOfTheHouse = roles.filter((role) => !rolesOfOthers.includes(role));

const named = (the: The, field: string): unknown => the.row?.[field] ?? the.input[field] ?? null;

function given(the: The): Decision | Refusal {
  return refuseOutsider(the) ?? refuseRole(the) ?? refusePlace(the) ?? {};
}

function refuseOutsider({ actor, given: { person }, ...the }: The): Refusal | null {
  const organisation = the.row?.organisation ?? the.input.organisation;
  return mayKeep(actor, organisation) && mayKeep(actor, person?.organisation) ? null : refuse('membership.not_your_organisation', 'person');
}

function refuseRole(the: The): Refusal | null {
  const role = named(the, 'role') as Role;
  const { actor } = the;
  if (role === 'administrator' && !actor.system && !actor.roles.includes('administrator')) return refuse('membership.role_above_yours', 'role', { role });
  const granted = grantable(actor);
  return granted.includes(role) ? null : refuse('membership.role_not_yours_to_give', 'role', { role, options: granted.join(', ') });
}

/** A manager at a customer hands out the roles of customers, one at a supplier those of suppliers. */
function grantable(actor: Actor): readonly Role[] {
  if (isOurs(actor)) return roles;
  const kinds = ['customer', 'supplier'].filter((kind) => actor.roles.some((role) => role === `${kind}_manager`));
  return rolesOfOthers.filter((role) => kinds.some((kind) => role.startsWith(kind)));
}

function refusePlace(the: The): Refusal | null {
  const { house, organisation, person, team } = the.given;
  const role = named(the, 'role') as Role;
  if (house !== null) {
    const fitting = named(the, 'organisation') === house ? rolesOfTheHouse : rolesOfOthers;
    const code = fitting === rolesOfOthers ? 'membership.role_of_the_house' : 'membership.role_of_others';
    if (!fitting.includes(role)) return refuse(code, 'role', { role, options: fitting.join(', ') });
  }
  if (organisation && !organisation.open) return refuse('membership.organisation_ended', 'organisation', { organisation: organisation.name });
  if (person && !person.open) return refuse('membership.person_has_left', 'person', { person: person.name });
  if (!team) return null;
  if (team.organisation !== named(the, 'organisation'))
    return refuse('membership.team_elsewhere', 'team', { team: team.name, organisation: organisation?.name ?? null });
  return team.open ? null : refuse('membership.team_ended', 'team', { team: team.name });
}

function refuseLast({ row, given: { other_administrators, house } }: The): Refusal | null {
  if (row?.role !== 'administrator' || row.organisation !== house) return null;
  return other_administrators === 0 ? refuse('membership.end.is_last_administrator') : null;
}
