// Rules that sites, teams, people and roles share: managers of others keep to their own organisation, and nothing is added to an ended one.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';

/** What is known of the organisation that something is added to; null when there is none. */
export type Belonging = { readonly name: string; readonly open: boolean } | null;

export const isOurs = (actor: Actor): boolean => Boolean(actor.system) || actor.side === 'integrator';

/** Is this one of the actor's own organisations, or does the actor keep them all? */
export const mayKeep = (actor: Actor, organisation: unknown): boolean =>
  isOurs(actor) || (typeof organisation === 'string' && actor.parties.includes(organisation));

type Adding = { readonly record: string; readonly actor: Actor; readonly organisation: unknown; readonly belonging: Belonging };

/** The refusal to add a record to an organisation, or null. Codes are `<record>.not_your_organisation` and `<record>.organisation_ended`. */
export function refuseAdding({ record, actor, organisation, belonging }: Adding): Refusal | null {
  if (!mayKeep(actor, organisation)) return refuse(`${record}.not_your_organisation`, 'organisation');
  if (belonging && !belonging.open) return refuse(`${record}.organisation_ended`, 'organisation', { organisation: belonging.name });
  return null;
}
