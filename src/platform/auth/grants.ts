// What an API token may do at most: the one place that compares its scopes with what a request needs.

import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';

/** Reading, a command such as `incident.resolve`, or one of the doors that have a scope of their own. */
export type Need = 'read' | 'alerts' | 'import' | `${string}.${string}`;
export const plainScopes = ['read', 'write', 'alerts', 'import'] as const;

/** Never more than the token's owner: this only takes away, the scopes of records still decide. Null means it is granted. */
export function grants(actor: Actor, need: Need): Refusal | null {
  if (actor.grants === null || actor.grants.includes(need)) return null;
  if (need.includes('.') && actor.grants.includes('write')) return null;
  return refuse('token.scope', undefined, { scope: need });
}

/** A scope that is none of ours is refused when the token is made, not silently worth nothing later. */
export function isScope(scope: string, definitions: Iterable<Definition>): boolean {
  if ((plainScopes as readonly string[]).includes(scope)) return true;
  const [record, command, ...rest] = scope.split('.');
  if (!record || !command || rest.length > 0) return false;
  return [...definitions].some((each) => each.name === record && Object.hasOwn(each.commands, command));
}
