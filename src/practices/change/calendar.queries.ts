// What is planned in a period and what it stands on, for the calendar, its conflicts and its slots. Six queries, however much there is.
import type { Exclusion, Holiday, Opening } from '../../calculus/calendar.ts';
import type { Composition } from '../../calculus/composition.ts';
import type { Span } from '../../calculus/intervals.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { type ChangeRow, type Edge, type NoticeRow, nodesOf, type PromiseRow, type ServiceRow, type WindowRow } from './calendar.ts';
import { maintenanceNotice } from './notice.record.ts';
import { change } from './record.ts';
import { changeWindow } from './window.record.ts';

/** So many records of a kind a calendar holds at most; the earliest ones. */
const most = 1_000;
/** A change longer than this is found by the days around it. */
const longestMs = 62 * 86_400_000;

export type Scheduled = { readonly changes: readonly ChangeRow[]; readonly windows: readonly WindowRow[]; readonly notices: readonly NoticeRow[] };
export type Around = { readonly edges: readonly Edge[]; readonly services: readonly ServiceRow[]; readonly promises: readonly PromiseRow[] };

const changeColumns = `id, version, state, open, opened_at, updated_at, title, type, planned_start, planned_end, services, items, affected_customers,
  suppliers, lead_party, team, builder, implementer, outage_minutes, exception, excepted, answers`;
const windowColumns = 'id, version, state, opened_at, updated_at, title, kind, severity, organisation, services, items, starts_at, ends_at, recurrence, zone';
const noticeColumns = `id, version, state, opened_at, updated_at, title, supplier, provider, notice_key, status, starts_at, ends_at, services, items`;
const stamps = ['opened_at', 'updated_at'];

/** What an actor may see of a period. Changes that were refused, put off or called off are not planned. */
export async function scheduled(db: Db, { actor, period, cancelled = false }: { actor: Actor; period: Span; cancelled?: boolean }): Promise<Scheduled> {
  const [from, to] = [new Date(period.from).toISOString(), new Date(period.to).toISOString()];
  const [mine, windows, notices] = [toSql(change.see, actor, 5), toSql(changeWindow.see, actor, 3), toSql(maintenanceNotice.see, actor, 4)];
  const early = new Date(period.from - longestMs).toISOString();
  const gone = cancelled ? ['rejected', 'deferred'] : ['rejected', 'deferred', 'cancelled'];
  const states = cancelled ? ['planned', 'completed', 'withdrawn'] : ['planned', 'completed'];
  return {
    changes: await manyRows<Row & ChangeRow>(db, {
      sql: `select ${changeColumns} from change where planned_start < $2 and planned_start > $3 and planned_end > $1 and state <> all($4::text[]) and ${mine.sql}
        order by planned_start, id limit ${most}`,
      params: [from, to, early, gone, ...mine.params],
      instants: [...stamps, 'planned_start', 'planned_end'],
    }),
    windows: await manyRows<Row & WindowRow>(db, {
      sql: `select ${windowColumns} from change_window where open and starts_at < $2 and coalesce(ends_at, 'infinity'::timestamptz) > $1 and ${windows.sql}
        order by starts_at, id limit ${most}`,
      params: [from, to, ...windows.params],
      instants: [...stamps, 'starts_at', 'ends_at'],
    }),
    notices: await manyRows<Row & NoticeRow>(db, {
      sql: `select ${noticeColumns} from maintenance_notice where ends_at > $1 and starts_at < $2 and state = any($3::text[]) and ${notices.sql} order by starts_at, id limit ${most}`,
      params: [from, to, states, ...notices.params],
      instants: [...stamps, 'starts_at', 'ends_at'],
    }),
  };
}

/** What stands on the given nodes, whom those services are for, and which hours were promised. Only for the house: suppliers are in it. */
export async function around(db: Db, nodes: readonly string[]): Promise<Around> {
  const edges = nodes.length ? await edgesFrom(db, [...new Set(nodes)]) : [];
  const wanted = nodesOf(nodes, edges).filter((each) => each.startsWith('SVC-'));
  if (!wanted.length) return { edges, services: [], promises: [] };
  const services = await db.query<Row & ServiceRow>('select id, provider, customers from service where id = any($1::text[])', [wanted]);
  const promises = await db.query<Row & PromiseRow & { maintenance: readonly Exclusion[] | null; week: readonly Opening[]; holidays: readonly Holiday[] }>(
    `select p.id, p.customer, p.service, p.metric = 'availability' as strict, p.maintenance, c.id as calendar, c.zone, c.week, c.holidays
     from promise p join calendar c on c.id = p.calendar
     where p.state = 'active' and p.service = any($1::text[]) and p.customer is distinct from (select value #>> '{}' from setting where key = 'house')
     order by length(p.id), p.id`,
    [wanted],
  );
  return { edges, services, promises };
}

/** Everything that stands on the roots, with all that each of it needs: the walk goes up only, so it grows with the answer. */
async function edgesFrom(db: Db, roots: readonly string[]): Promise<Edge[]> {
  return db.query<Row & Edge & { composition: Composition | null }>(
    `with recursive part as materialized (select service, part from service_part),
     up (node) as (
       select unnest($1::text[])
       union
       select found.dependent from up cross join lateral (
         select d.dependent from item_dependency d where d.supporter = up.node and d.until is null
         union all select p.service from part p where p.part = up.node
       ) found
     )
     select d.dependent, d.supporter, d.kind, d.redundancy, d.need, null::jsonb as composition
     from item_dependency d where d.until is null and d.dependent in (select node from up)
     union all
     select s.id, null, 'composition', null, null, s.composition from service s where s.open and s.composition is not null and s.id in (select node from up)`,
    [roots],
  );
}
