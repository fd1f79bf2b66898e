// Whether to show a button that makes a new record. A preview by the kernel's own scope; the server judges when it is pressed.
import type { Side } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Actor, allows, type Scope } from '../../kernel/scope.ts';
import type { Session } from '../contract.ts';
import { opening } from './queries.ts';

export function mayOpen(definition: Definition, session: Session): boolean {
  if (session.records_off?.includes(definition.name)) return false;
  const found = opening(definition);
  return found !== null && allows(found.command.may, actorOf(session), {});
}

/** The same preview for what is asked of no record, such as a what-if. */
export const mayAsk = (scope: Scope, session: Session): boolean => allows(scope, actorOf(session), {});

/** The same preview for imports: they are the integrator's affair, and of those who keep its records in order. */
export const mayImport = (session: Session): boolean => mayAsk({ all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager'] }] }, session);

/**
 * Could there be a record of this kind for somebody to see? Conditions on fields count as fulfilled. Only for what is near
 * at hand in the navigation; the server answers what is really theirs.
 */
export function mightSee(definition: Definition, session: Session): boolean {
  if (session.records_off?.includes(definition.name)) return false;
  const actor = actorOf(session);
  const might = (scope: Scope): boolean => {
    if (typeof scope === 'string') return scope === 'everyone';
    if ('any' in scope) return scope.any.some(might);
    if ('all' in scope) return scope.all.every(might);
    return 'side' in scope || 'role' in scope ? allows(scope, actor, {}) : true;
  };
  return might(definition.see);
}

function actorOf(session: Session): Actor {
  const organisation = session.organisation?.id ?? null;
  return {
    person: session.person?.id ?? null,
    name: session.person?.name ?? '',
    side: (session.side ?? 'customer') as Side,
    organisation,
    parties: organisation ? [organisation] : [],
    teams: session.teams.map((team) => team.id),
    roles: session.roles as Actor['roles'],
    grants: null,
  };
}
