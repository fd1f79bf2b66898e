// What forbids a change its time, unless somebody made an exception for it: asked when it is approved and when it is scheduled.

import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { ConflictKind } from './conflicts.ts';
import type { Block, ChangeRow } from './given.ts';
import type { Excepted } from './shapes.record.ts';

/** An emergency is there for when time does not wait. What it breaks together with others is another matter. */
const waived: ReadonlySet<ConflictKind> = new Set(['freeze', 'event', 'hours']);

type Timed = Pick<ChangeRow, 'type' | 'planned_start' | 'planned_end' | 'excepted'>;

/** Why a block does not hold a change up; null when it does. An exception is for what it named, at the time it was made for. */
export function passes(change: Timed, { kind, with: other }: Pick<Block, 'kind' | 'with'>): 'exception' | 'emergency' | null {
  if (change.type === 'emergency' && waived.has(kind)) return 'emergency';
  return holds(change) && change.excepted?.with.includes(other) ? 'exception' : null;
}

function holds({ excepted, planned_start, planned_end }: Timed): boolean {
  if (!excepted?.starts_at || !excepted.ends_at || !planned_start || !planned_end) return false;
  return Date.parse(excepted.starts_at) <= Date.parse(planned_start) && Date.parse(planned_end) <= Date.parse(excepted.ends_at);
}

/** Says the first block, how many more there are, and the way out. Only the house learns whose plans they are. */
export function blocked(change: Timed, { blocks, actor }: { blocks: readonly Block[]; actor: Actor }): Refusal | null {
  const [first, ...more] = blocks.filter((each) => passes(change, each) === null);
  if (!first) return null;
  if (actor.side !== 'integrator' && !actor.system) return refuse('change.blocked.outside', 'planned_start');
  const { kind, title, about, until } = first;
  const params = { with: `${first.with} ${title}`, about, until, more: more.length ? ` (+${more.length})` : '' };
  return refuse(`change.blocked.${kind}`, 'planned_start', params);
}

/** What an exception made now is for. */
export const exceptedNow = (change: Timed, { blocks, actor, at }: { blocks: readonly Block[]; actor: Actor; at: string }): Excepted => ({
  person: actor.person,
  at,
  starts_at: change.planned_start,
  ends_at: change.planned_end,
  with: [...new Set(blocks.map((each) => each.with))],
});
