// What stands beside the forums of an overview: their meetings, their actions and the meetings of the change advisory board.
import type { Db, Row } from '../../platform/db/types.ts';

export type BesideForum = {
  readonly forum: string;
  readonly next: string | null;
  readonly next_at: string | null;
  readonly last: string | null;
  readonly last_at: string | null;
  readonly open_actions: number;
  readonly late_actions: number;
  readonly zone: string;
  readonly holidays: readonly { readonly date: string }[];
};

/** One row per forum; one query. `now` is an ISO instant. */
export function besideForums(db: Db, { forums, now }: { readonly forums: readonly string[]; readonly now: string }): Promise<readonly BesideForum[]> {
  return db.query<Row & BesideForum>(
    `select f.id as forum, n.id as next, n.starts_at as next_at, l.id as last, l.starts_at as last_at,
       (select count(*)::int from action a where a.forum = f.id and a.open) as open_actions,
       (select count(*)::int from action a where a.forum = f.id and a.open and a.due < $2::timestamptz) as late_actions,
       coalesce(c.zone, h.zone, 'UTC') as zone, coalesce(c.holidays, '[]') as holidays
     from forum f left join calendar c on c.id = f.calendar
     left join organisation h on h.id = (select value #>> '{}' from setting where key = 'house')
     left join lateral (select m.id, m.starts_at from meeting m where m.forum = f.id and m.state = 'planned' order by m.starts_at, m.id limit 1) n on true
     left join lateral (select m.id, m.starts_at from meeting m where m.forum = f.id and m.state = 'held' order by m.starts_at desc, m.id limit 1) l on true
     where f.id = any($1::text[]) order by f.id`,
    [[...forums], now],
  );
}
