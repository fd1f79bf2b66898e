// Somebody of the house as the rules of this practice know them, and who may keep something for them.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import { planners } from './scopes.record.ts';

export type Worker = {
  readonly id: string;
  readonly name: string;
  readonly open: boolean;
  /** Works for the integrating organisation. */
  readonly ours: boolean;
  /** The first team, and who leads it. */
  readonly team: string | null;
  readonly lead: string | null;
  readonly zone: string;
};

/** Planners keep it for all, a team lead for the team; `own`: the person too. */
export function mayKeepFor(actor: Actor, worker: Worker, own: boolean): boolean {
  if (actor.system || allows(planners, actor, {})) return true;
  return actor.person !== null && ((own && worker.id === actor.person) || worker.lead === actor.person);
}

type Keeping = { readonly record: string; readonly actor: Actor; readonly worker: Worker | null; readonly own: boolean };

/** Codes are `<record>.not_ours`, `.has_left` and `.not_yours`. */
export function refuseWorker({ record, actor, worker, own }: Keeping): Refusal | null {
  if (!worker) return refuse('field.required', 'person', { field: 'person' });
  const person = worker.name;
  if (!worker.ours) return refuse(`${record}.not_ours`, 'person', { person });
  if (!worker.open) return refuse(`${record}.has_left`, 'person', { person });
  return mayKeepFor(actor, worker, own) ? null : refuse(`${record}.not_yours`, 'person', { person });
}
