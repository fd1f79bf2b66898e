// How satisfied the customer was: given when confirming or afterwards, and changed once within a fortnight.
import type { Case, Decision } from '../../kernel/decide.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { IncidentRow } from './classify.ts';

type Asked = Pick<Case, 'row' | 'input' | 'actor' | 'at'> & { readonly given: { readonly house: string | null } };

/** How long after the first answer it may still be changed, once. */
export const changeableDays = 14;
const dayMs = 86_400_000;

/** The answer belongs to the customer that leads and whoever reported it; other customers of the same incident never read it. */
export function rate(the: Asked): Decision | Refusal {
  const { actor, input } = the;
  const { customer, requester } = the.row as IncidentRow & { readonly requester: string | null };
  const theirs = actor.parties.includes(customer) || (requester !== null && requester === actor.person);
  if (!theirs && !actor.system) return refuse('incident.rate.not_yours');
  const changes = rated(the);
  if (isRefusal(changes)) return changes;
  const house = the.given.house ?? '';
  return { changes, params: { satisfaction: input.satisfaction as number }, audience: [...new Set([house, customer])] };
}

/** What an answer changes; nothing when none was given. The first answer says in which period it counts. */
export function rated({ row, input, at }: Pick<Asked, 'row' | 'input' | 'at'>): Readonly<Record<string, unknown>> | Refusal {
  const answer = (input.satisfaction as number | null | undefined) ?? null;
  if (answer === null) return {};
  const { rated_at = null, rerated_at = null } = (row ?? {}) as { rated_at?: string | null; rerated_at?: string | null };
  if (rated_at === null) return { satisfaction: answer, rated_at: at };
  if (rerated_at !== null) return refuse('incident.rate.changed_already', 'satisfaction', { when: rerated_at.slice(0, 10) });
  const until = new Date(Date.parse(rated_at) + changeableDays * dayMs).toISOString();
  if (at > until) return refuse('incident.rate.too_late', 'satisfaction', { until: until.slice(0, 10) });
  return { satisfaction: answer, rerated_at: at };
}
