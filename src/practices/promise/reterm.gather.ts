// The reactions that bring running work under another promise, and note when one has lapsed, with what they must know first.
import type { Reaction } from '../../kernel/practice.ts';
import type { Db } from '../../platform/db/types.ts';
import { type Family, lapses, retermEnded, retermHours, retermSigned } from './reterm.ts';

const named = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const retermReactions: readonly Reaction<Db, any>[] = [
  named<Family>({
    name: 'promise.reterm',
    on: ['promise.signed'],
    asks: ['queue:reterm'],
    gather: (db, fact) => familyOf(db, fact.record_id),
    react: retermSigned,
  }),
  named<Family>({
    name: 'promise.unterm',
    on: ['promise.ended'],
    asks: ['queue:reterm'],
    gather: (db, fact) => familyOf(db, fact.record_id),
    react: retermEnded,
  }),
  named<Family>({
    name: 'promise.lapse',
    on: ['promise.signed', 'promise.ended', 'promise.superseded'],
    asks: ['promise.lapse'],
    gather: (db, fact) => familyOf(db, fact.record_id),
    react: (_fact, row, family) => lapses(row, family),
  }),
  named<readonly string[]>({
    name: 'calendar.reterm',
    on: ['calendar.edited'],
    asks: ['queue:reterm'],
    gather: (db, fact) => countingIn(db, fact.record_id),
    react: (fact, _row, promises) => retermHours(fact, promises),
  }),
];

async function familyOf(db: Db, id: string): Promise<Family> {
  const [found] = await db.query<Family>(
    `select h.hours ->> 'zone' as zone,
       (select array_agg(o.id order by o.id) from promise o where coalesce(o.version_of, o.id) = coalesce(p.version_of, p.id)) as promises
     from promise p join promise_hours h on h.promise = p.id where p.id = $1`,
    [id],
  );
  return found ?? { zone: 'UTC', promises: [id] };
}

async function countingIn(db: Db, calendar: string): Promise<readonly string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from promise where state = 'active' and metric not in ('availability', 'throughput', 'satisfaction')
       and coalesce(support_calendar, calendar) = $1 order by length(id), id`,
    [calendar],
  );
  return rows.map((row) => row.id);
}
