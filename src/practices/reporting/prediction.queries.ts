// What a prediction is made of: open work that somebody holds, how long finished work was handled, and who works in each team.
import type { Handled, Past } from '../../calculus/prediction.ts';
import type { Actor } from '../../kernel/scope.ts';
import { toSql } from '../../kernel/scope.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { incident } from '../incident/record.ts';
import { workOrder } from '../work-order/record.ts';

/** `begun` is whether somebody is at work; waiting work is nobody's at the moment and is left out. */
export type OpenRow = Row & {
  readonly record: 'incident' | 'work_order';
  readonly id: string;
  readonly title: string;
  readonly team: string | null;
  readonly priority: number;
  readonly begun: boolean;
};

/** Kinds of record that are predicted: the clock that must be kept, and the one that ends when handling begins. */
export const predicted = {
  incident: { keeps: 'restore', begins: 'respond' },
  work_order: { keeps: 'repair', begins: null },
} as const;

/** Open work as far as the actor may see it, what is due first, at most `most` of each kind. */
export async function openWork(db: Db, actor: Actor, most: number): Promise<OpenRow[]> {
  const a = toSql(incident.see, actor, 1);
  const incidents = await db.query<OpenRow>(
    `select 'incident' as record, id, title, team, priority, state = 'in_progress' as begun from incident
     where open and state in ('new', 'registered', 'assigned', 'in_progress') and ${a.sql} order by coalesce(due, 'infinity'::timestamptz), id limit ${most}`,
    [...a.params],
  );
  const b = toSql(workOrder.see, actor, 1);
  const orders = await db.query<OpenRow>(
    `select 'work_order' as record, id, title, team, priority, state = 'in_progress' as begun from work_order
     where open and state in ('accepted', 'in_progress') and ${b.sql} order by coalesce(due, 'infinity'::timestamptz), id limit ${most}`,
    [...b.params],
  );
  return [...incidents, ...orders];
}

/** Finished work, latest first: handling is what the clock used after the response, without waiting; what was allowed is the rest of its target. */
export async function handledBefore(db: Db): Promise<readonly (Past & { readonly record: string })[]> {
  return db.query<Row & Past & { record: string }>(
    `(select 'incident' as record, i.priority, greatest(0, c.used_ms - coalesce(r.used_ms, 0))::bigint as handling_ms,
        greatest(0, c.target_minutes::bigint * 60000 - coalesce(r.used_ms, 0))::bigint as allowed_ms
      from clock c join incident i on i.id = c.record_id
      left join clock r on r.record_id = c.record_id and r.key = c.key and r.clock = 'respond' and r.phase in ('met', 'missed')
      where c.record = 'incident' and c.clock = 'restore' and c.side = 'customer' and c.phase in ('met', 'missed') and c.used_ms > coalesce(r.used_ms, 0)
      order by c.stopped_at desc limit 1000)
     union all
     (select 'work_order', w.priority, c.used_ms, c.target_minutes::bigint * 60000 from clock c join work_order w on w.id = c.record_id
      where c.record = 'work_order' and c.clock = 'repair' and c.phase in ('met', 'missed') and c.used_ms > 0 order by c.stopped_at desc limit 1000)`,
  );
}

/** How many people work in each team. */
export async function peopleOf(db: Db): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<{ team: string; people: number }>(
    'select team, count(distinct person)::integer as people from membership where open and team is not null group by team',
  );
  return new Map(rows.map(({ team, people }) => [team, people]));
}

/** Work orders and incidents take different times: their priorities are told apart. */
export const lane = (record: string, priority: number): number => (record === 'incident' ? priority : 10 + priority);
export const inLanes = (past: readonly (Handled & { readonly record: string })[]): Handled[] =>
  past.map(({ record, priority, handling_ms }) => ({ priority: lane(record, priority), handling_ms: Number(handling_ms) }));
