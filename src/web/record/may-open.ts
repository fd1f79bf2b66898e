// Whether to show a button that makes a new record. A preview by the kernel's own scope; the server judges when it is pressed.
import type { Side } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import type { Session } from '../contract.ts';
import { opening } from './queries.ts';

export function mayOpen(definition: Definition, session: Session): boolean {
  const found = opening(definition);
  return found !== null && allows(found.command.may, actorOf(session), {});
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
