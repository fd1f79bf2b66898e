// What the figures of tactical plans are computed from: services, what is promised on them, when they were down. A fixed number of queries.
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { AvailabilityPromise, DownFact, ServiceFact, World } from './facts.ts';
import { here } from './gather.ts';

export async function worldOf(db: Db, now: string): Promise<World> {
  const [around] = await db.query<{ house: string; zone: string; today: string }>(
    `select ${here(1)}, coalesce((select value #>> '{}' from setting where key = 'zone'), 'Europe/Amsterdam') as zone`,
    [now],
  );
  if (!around) throw new Error('a select without a from answers one row');
  const services = await db.query<ServiceFact & Row>('select id, name, provider, state, criticality, composition from service where open order by id');
  const promises = await db.query<Omit<AvailabilityPromise, 'calendar'> & { calendar: Calendar | null } & Row>(
    `select p.id, p.service, p.provider, p.customer, p.availability, h.hours as calendar from promise p left join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.metric = 'availability' and p.availability is not null
       and coalesce(p.valid_from, '-infinity'::date) <= $1::date and coalesce(p.valid_to, 'infinity'::date) >= $1::date order by p.id`,
    [around.today],
  );
  return {
    ...around,
    services: new Map(services.map((each) => [each.id, each])),
    graph: Object.fromEntries(services.flatMap((each) => (each.composition ? [[each.id, each.composition] as const] : []))),
    promises: promises.map((each) => ({ ...each, calendar: each.calendar ?? roundTheClock })),
  };
}

/** When these parts and services were down at some time in a window. An incident names the part that failed, or took the whole service down. */
export async function downsOf(db: Db, { nodes, from, to }: { nodes: readonly string[]; from: number; to: number }): Promise<DownFact[]> {
  const ms = (column: string): string => `(date_part('epoch', ${column}) * 1000)::float8`;
  return manyRows<DownFact & Row>(db, {
    sql: `select i.id, coalesce(i.part, i.service) as node, ${ms('i.started_at')} as started, ${ms('i.opened_at')} as opened,
       ${ms('t.at')} as taken, ${ms('i.restored_at')} as restored, ${ms('coalesce(i.restored_at, i.resolved_at, i.closed_at)')} as ended,
       ${ms('i.closed_at')} as closed
     from incident i left join lateral (
       select min(j.at) as at from journal j where j.record = 'incident' and j.record_id = i.id
         and j.changes ?| array['team', 'party', 'state'] and j.changes ->> 'state' = 'in_progress') t on true
     where (i.part = any($3) or (i.part is null and i.effect = 'down' and i.service = any($3))) and i.state <> 'cancelled'
       and tstzrange(i.started_at, greatest(i.started_at, coalesce(i.restored_at, i.resolved_at, i.closed_at, 'infinity'::timestamptz)), '[]')
         && tstzrange($1::timestamptz, $2::timestamptz, '[)')
     order by i.started_at, i.id`,
    params: [new Date(from).toISOString(), new Date(to).toISOString(), [...nodes]],
    instants: [],
  });
}

export type Counted = { readonly source: 'incidents' | 'work_orders'; readonly service: string; readonly period: string; readonly value: number };
type Counting = {
  /** The services of which each is counted. */
  readonly incidents: readonly string[];
  readonly work_orders: readonly string[];
  readonly zone: string;
  readonly from: string;
  readonly to: string;
};

/** How many records there were on each service per month, for plans that count them; one query for all of these plans. */
export async function countsOf(db: Db, { incidents, work_orders, zone, from, to }: Counting): Promise<Counted[]> {
  if (incidents.length + work_orders.length === 0) return [];
  const per = (source: string, table: string, services: number): string =>
    `select '${source}' as source, service, to_char(opened_at at time zone $3, 'YYYY-MM') as period, count(*)::int as value from ${table}
     where service = any($${services}) and state <> 'cancelled' and opened_at >= $4::timestamptz and opened_at < $5::timestamptz group by 1, 2, 3`;
  return db.query<Counted & Row>(`${per('incidents', 'incident', 1)} union all ${per('work_orders', 'work_order', 2)} order by 1, 2, 3`, [
    [...incidents],
    [...work_orders],
    zone,
    from,
    to,
  ]);
}
