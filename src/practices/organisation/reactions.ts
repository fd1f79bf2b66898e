// What follows when somebody leaves: their roles end, so that no right outlives its reason.
import type { Reaction } from '../../kernel/practice.ts';

/** `rolesOf` reads the numbers of the roles that the person of the fact still holds. */
export function membershipReactions<Query>(rolesOf: NonNullable<Reaction<Query, readonly string[]>['gather']>): readonly Reaction<Query, readonly string[]>[] {
  return [
    {
      name: 'end_roles',
      on: ['person.left'],
      asks: ['membership.end'],
      gather: rolesOf,
      react: (_fact, _row, roles) => roles.map((target) => ({ record: 'membership', command: 'end', target, input: {} })),
    },
  ];
}
