// What is planned in a period and what it stands on, for the calendar, its conflicts and its slots. As many queries as there are steps in what stands above it and five, however much there is.
import type { Exclusion, Holiday, Opening } from '../../calculus/calendar.ts';
import type { Span } from '../../calculus/intervals.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Around, ChangeRow, NoticeRow, PromiseRow, ServiceRow, WindowRow } from './calendar.ts';
import type { AboveOf } from './impact.queries.ts';
import { maintenanceNotice } from './notice.record.ts';
import { change } from './record.ts';
import { changeWindow } from './window.record.ts';

/** So many records of a kind a calendar holds at most; the earliest ones. */
const most = 1_000;
/** A change longer than this is found by the days around it. */
const longestMs = 62 * 86_400_000;

export type Scheduled = { readonly changes: readonly ChangeRow[]; readonly windows: readonly WindowRow[]; readonly notices: readonly NoticeRow[] };

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

/** Changes by number, for the house. */
export const changesById = (db: Db, ids: readonly string[]): Promise<readonly ChangeRow[]> =>
  manyRows<Row & ChangeRow>(db, {
    sql: `select ${changeColumns} from change where id = any($1::text[])`,
    params: [ids],
    instants: [...stamps, 'planned_start', 'planned_end'],
  });

/** What stands on the given nodes, whom those services are for, and which hours were promised. Only for the house: suppliers are in it. */
export async function around(db: Db, aboveOf: AboveOf, nodes: readonly string[]): Promise<Around> {
  const { graph } = nodes.length ? await aboveOf(db, nodes) : { graph: {} };
  const wanted = [...new Set([...nodes, ...Object.keys(graph)])].filter((each) => each.startsWith('SVC-'));
  if (!wanted.length) return { graph, services: [], promises: [] };
  const services = await db.query<Row & ServiceRow>('select id, provider, customers from service where id = any($1::text[])', [wanted]);
  const promises = await db.query<Row & PromiseRow & { maintenance: readonly Exclusion[] | null; week: readonly Opening[]; holidays: readonly Holiday[] }>(
    `select p.id, p.customer, p.service, p.metric = 'availability' as strict, p.maintenance, c.id as calendar, c.zone, c.week, c.holidays
     from promise p join calendar c on c.id = p.calendar
     where p.state = 'active' and p.service = any($1::text[]) and p.customer is distinct from (select value #>> '{}' from setting where key = 'house')
     order by length(p.id), p.id`,
    [wanted],
  );
  return { graph, services, promises };
}
