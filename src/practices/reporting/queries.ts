// What a report is made of, read in a fixed number of queries, none of which grows with the history before the period.
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { type Composition, type Graph, plan } from '../../calculus/composition.ts';
import type { Ledger } from '../../calculus/ledger.ts';
import { periodOf } from '../../calculus/period.ts';
import type { Actor } from '../../kernel/scope.ts';
import { toSql } from '../../kernel/scope.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { promise } from '../promise/record.ts';
import {
  type CaseCount,
  type CaseRow,
  type DownRow,
  type LateRow,
  type PromiseRow,
  type ServiceRow,
  type Sources,
  sectionKey,
  type TargetCount,
  windowFor,
  windowInForce,
} from './sources.ts';

export type Asking = {
  readonly actor: Actor;
  /** 'YYYY-MM' or 'YYYY-Qn'. */
  readonly period: string;
  readonly zone: string;
  readonly now: number;
  readonly customer: string | null;
  readonly service: string | null;
  readonly house: string;
};
/** The ledgers of some incidents, told by the journal. Handed in: a practice does not read it. */
export type LedgersOf = (db: Db, of: { readonly ids: readonly string[]; readonly now: number }) => Promise<ReadonlyMap<string, Ledger>>;

/** Breaches that are explained one by one; a month with more has a trouble that no list tells. */
const mostExplained = 500;
const timed = new Set(['respond', 'restore', 'fulfil', 'accept', 'repair']);
const iso = (at: number): string => new Date(at).toISOString();

export async function sourcesOf(db: Db, asking: Asking, ledgersOf: LedgersOf): Promise<Sources> {
  const { period, zone, now, house } = asking;
  const window = periodOf(period, zone);
  const of = { period, zone, now };
  const promises = await promisesIn(db, asking);
  const services = promises.length ? await servicesAll(db) : [];
  const beneath = promises.length ? await promisesBeneath(db, { ...asking, services: partsOf(promises, services) }) : [];
  const customers = [...new Set(promises.map((each) => each.customer))];
  const own = [...new Set(promises.map((each) => each.service))];
  const [counts, late] = [await countsIn(db, [...promises, ...beneath.filter((each) => each.provider !== house)], of), await lateIn(db, promises, of)];
  const downs = await downsIn(db, { customers, window: widest([...promises, ...beneath], of) });
  const cases = await casesIn(db, { services: own, customers, window });
  const handled = await handledIn(db, promises, { ...of, window });
  const inPeriod = downs.filter((each) => each.resolved_at !== null && within(Date.parse(each.resolved_at), window));
  const ids = [...cases, ...inPeriod].filter((each) => each.others).map((each) => each.id);
  const ledgers = await ledgersOf(db, { ids: [...new Set([...ids, ...late.map((each) => each.record_id)])], now });
  return { period, zone, window, now, house, promises, beneath, services, counts, late, downs, cases, handled, ledgers };
}

const within = (at: number, { from, to }: { from: number; to: number }): boolean => at >= from && at < to;

function widest(promises: readonly PromiseRow[], of: Pick<Sources, 'period' | 'zone' | 'now'>): { from: number; to: number } {
  const windows = [periodOf(of.period, of.zone), ...promises.filter((each) => each.metric === 'availability').map((each) => windowFor(each, of))];
  return { from: Math.min(...windows.map((each) => each.from)), to: Math.max(...windows.map((each) => each.to)) };
}

/** Every service that the promised ones rest on. */
function partsOf(promises: readonly PromiseRow[], services: readonly ServiceRow[]): string[] {
  const graph: Graph = Object.fromEntries(services.flatMap((each) => (each.composition ? [[each.id, each.composition as Composition] as const] : [])));
  const parts = [...new Set(promises.map((each) => each.service))].flatMap((root) =>
    plan(root, graph).steps.flatMap(({ part }) => (part === null ? [] : [part])),
  );
  return [...new Set(parts)];
}

const promiseColumns = `p.id, p.name, p.service, p.provider, p.customer, p.metric, p.availability, p.attainment, p.throughput, p.satisfied, p.measured_per,
  p.rolling_days, p.fee_minor, p.currency, p.credit_bands, p.valid_from::text as valid_from, p.valid_to::text as valid_to, h.hours as calendar`;
const inForce = `p.state <> 'draft' and coalesce(p.valid_from, '-infinity') < $1::timestamptz and coalesce(p.valid_to, 'infinity') >= $2::timestamptz`;

/** The promises the house made to customers and that were in force at some time in the period, as far as the actor may see them. */
async function promisesIn(db: Db, { actor, period, zone, customer, service, house }: Asking): Promise<PromiseRow[]> {
  const { from, to } = periodOf(period, zone);
  const scope = toSql(promise.see, actor, 6, 'p.');
  return db.query<PromiseRow & Row>(
    `select ${promiseColumns} from promise p join promise_hours h on h.promise = p.id
     where ${inForce} and p.provider = $3 and p.customer <> $3 and ($4::text is null or p.customer = $4) and ($5::text is null or p.service = $5) and ${scope.sql}
     order by p.service, p.customer, p.metric, p.id`,
    [iso(to), iso(from), house, customer, service, ...scope.params],
  );
}

/** What is promised to the house about the parts beneath, by suppliers and by its own teams. */
async function promisesBeneath(db: Db, { period, zone, house, services }: Asking & { services: readonly string[] }): Promise<PromiseRow[]> {
  const { from, to } = periodOf(period, zone);
  return db.query<PromiseRow & Row>(
    `select ${promiseColumns} from promise p join promise_hours h on h.promise = p.id
     where ${inForce} and p.customer = $3 and p.service = any($4) order by p.provider, p.service, p.metric, p.id`,
    [iso(to), iso(from), house, [...services]],
  );
}

async function servicesAll(db: Db): Promise<ServiceRow[]> {
  return db.query<ServiceRow & Row>('select id, name, composition from service order by id');
}

type Of = Pick<Sources, 'period' | 'zone' | 'now'>;

const asked = 'unnest($1::text[], $2::timestamptz[], $3::timestamptz[]) as a (promise, from_at, to_at)';
/** Inside a lateral query, so that each promise is looked up by its own index range and not joined with every clock there is. */
const dueClocks = 'clock c where c.promise = a.promise and coalesce(c.breached_at, c.due) >= a.from_at and coalesce(c.breached_at, c.due) < a.to_at';
/** A target that was due and neither met nor noted as late yet is late all the same. */
const missed = `(c.breached_at is not null or (c.phase = 'running' and c.due < $4))`;
const arrays = (promises: readonly PromiseRow[], of: Of): [string[], string[], string[], string] => {
  const windows = promises.map((each) => windowFor(each, of));
  return [promises.map((each) => each.id), windows.map((each) => iso(each.from)), windows.map((each) => iso(each.to)), iso(of.now)];
};

/** Of each promise on time: the targets due in its window, met and missed; and of the clocks that stopped, the time they used. */
async function countsIn(db: Db, promises: readonly PromiseRow[], of: Of): Promise<ReadonlyMap<string, TargetCount>> {
  const rows = await db.query<TargetCount & Row>(
    `select a.promise, k.met, k.missed, k.clocked, k.used_ms from ${asked} cross join lateral (
       select count(*) filter (where not ${missed} and c.phase = 'met')::int as met, count(*) filter (where ${missed})::int as missed,
         count(*) filter (where c.phase in ('met', 'missed'))::int as clocked,
         coalesce(sum(c.used_ms) filter (where c.phase in ('met', 'missed')), 0)::float8 as used_ms
       from ${dueClocks}) k`,
    arrays(
      promises.filter((each) => timed.has(each.metric)),
      of,
    ),
  );
  return new Map(rows.map((each) => [each.promise, each]));
}

type Late = Omit<LateRow, 'calendar'> & { readonly hours: string };

/** The missed targets of the promises to customers, the latest first. Their hours are few: they are read once each. */
async function lateIn(db: Db, promises: readonly PromiseRow[], of: Of): Promise<LateRow[]> {
  const rows = await manyRows<Late & Row>(db, {
    sql: `select k.record_id, coalesce(i.title, k.record_id) as title, k.clock, a.promise, k.target_minutes, k.started_at, k.breached_at, k.pauses, k.hours
     from ${asked} cross join lateral (
       select c.record_id, c.clock, c.target_minutes, c.started_at, coalesce(c.breached_at, c.due) as breached_at, c.pauses, c.calendar as hours
       from ${dueClocks} and ${missed} order by coalesce(c.breached_at, c.due) desc, c.record_id limit ${mostExplained}) k
     left join incident i on i.id = k.record_id
     order by k.breached_at desc, k.record_id limit ${mostExplained}`,
    params: arrays(
      promises.filter((each) => timed.has(each.metric)),
      of,
    ),
    instants: ['started_at', 'breached_at'],
  });
  if (!rows.length) return [];
  const contents = await db.query<{ hash: string; content: Calendar }>('select hash, content from calendar_content where hash = any($1)', [
    [...new Set(rows.map((each) => each.hours))],
  ]);
  const calendars = new Map(contents.map((each) => [each.hash, each.content]));
  return rows.map(({ hours, ...row }) => ({ ...row, calendar: calendars.get(hours) ?? roundTheClock }));
}

const others = `exists (select 1 from journal j where j.record_id = i.id and j.fact in ('incident.waited', 'incident.custody_passed', 'incident.imported'))`;

/** What was down at some time in the window: parts, which are shared, of everybody; whole services of these customers. */
async function downsIn(db: Db, { customers, window }: { customers: readonly string[]; window: { from: number; to: number } }): Promise<DownRow[]> {
  return manyRows<DownRow & Row>(db, {
    sql: `select i.id, i.service, i.part, i.effect, i.affected_customers, i.fan_out, i.opened_at, i.started_at, i.restored_at, i.resolved_at, i.closed_at, ${others} as others
     from incident i
     where (i.part is not null or i.effect = 'down') and i.state <> 'cancelled' and (i.part is not null or i.affected_customers && $3)
       and tstzrange(i.started_at, greatest(i.started_at, coalesce(i.restored_at, i.resolved_at, i.closed_at, 'infinity'::timestamptz)), '[]')
         && tstzrange($1::timestamptz, $2::timestamptz, '[)')
     order by i.started_at, i.id`,
    params: [iso(window.from), iso(window.to), [...customers]],
    instants: ['opened_at', 'started_at', 'restored_at', 'resolved_at', 'closed_at'],
  });
}

type InPeriod = { services: readonly string[]; customers: readonly string[]; window: { from: number; to: number } };

/** The cases that were resolved in the period. A confirmation or closing later changes nothing here. */
async function casesIn(db: Db, { services, customers, window }: InPeriod): Promise<CaseRow[]> {
  const ms = (column: string): string => `(date_part('epoch', ${column}) * 1000)::float8`;
  // Thousands of rows: short names, and whole milliseconds again afterwards.
  const rows = await manyRows<Slim & Row>(db, {
    sql: `select i.id as i, i.service as s, i.affected_customers as c, ${ms('i.opened_at')} as o, ${ms('i.started_at')} as f,
       ${ms('coalesce(i.restored_at, i.resolved_at)')} as t, ${ms('i.resolved_at')} as e, ${others} as x
     from incident i where i.service = any($1) and i.affected_customers && $2 and i.resolved_at >= $3 and i.resolved_at < $4 and i.state <> 'cancelled'
     order by i.resolved_at, i.id`,
    params: [[...services], [...customers], iso(window.from), iso(window.to)],
    instants: [],
  });
  return rows.map(({ i, s, c, o, f, t, e, x }) => ({
    id: i,
    service: s,
    affected_customers: c,
    opened_ms: Math.round(o),
    started_ms: Math.round(f),
    restored_ms: Math.round(t),
    resolved_ms: Math.round(e),
    others: x,
  }));
}
type Slim = { i: string; s: string; c: string[]; o: number; f: number; t: number; e: number; x: boolean };

/** For each section over the period, and for each promise on throughput or satisfaction over its own window: answers given and, where promised, cases handled. */
async function handledIn(db: Db, promises: readonly PromiseRow[], of: Of & { window: { from: number; to: number } }): Promise<ReadonlyMap<string, CaseCount>> {
  const sections = new Map(
    promises.map(({ service, customer }) => [
      sectionKey(service, customer),
      { key: sectionKey(service, customer), service, customer, handles: false, ...of.window },
    ]),
  );
  const own = promises
    .filter((each) => each.metric === 'throughput' || each.metric === 'satisfaction')
    .map((each) => ({ key: each.id, service: each.service, customer: each.customer, handles: each.metric === 'throughput', ...windowInForce(each, of) }));
  const all = [...sections.values(), ...own];
  const rows = await db.query<CaseCount & Row>(
    `select a.key, case when a.handles = 0 then 0 else (select count(*)::int from incident i where i.service = a.service and i.affected_customers && array[a.customer]
         and i.resolved_at >= a.from_at and i.resolved_at < a.to_at and i.state <> 'cancelled') end as handled, r.answers, r.content, r.rated
     from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::timestamptz[], $6::integer[]) as a (key, service, customer, from_at, to_at, handles)
     cross join lateral (select count(*)::int as answers, count(*) filter (where i.satisfaction >= 4)::int as content,
       coalesce((array_agg(i.id order by i.rated_at, i.id))[1:300], '{}') as rated from incident i
       where i.service = a.service and i.customer = a.customer and i.rated_at >= a.from_at and i.rated_at < a.to_at) r`,
    [
      all.map((each) => each.key),
      all.map((each) => each.service),
      all.map((each) => each.customer),
      all.map((each) => iso(each.from)),
      all.map((each) => iso(each.to)),
      all.map((each) => Number(each.handles)),
    ],
  );
  return new Map(rows.map((each) => [each.key, each]));
}

/** The reports of months that begin on this local date or later. */
export async function reportsFrom(db: Db, first: string): Promise<{ customer: string; period: string; state: string }[]> {
  return db.query("select customer, to_char(period_from, 'YYYY-MM') as period, state from service_report where period_from >= $1", [first]);
}

export async function reportIdOf(db: Db, { customer, from }: { customer: string; from: string }): Promise<string | null> {
  const [known] = await db.query<{ id: string }>('select id from service_report where customer = $1 and period_from = $2', [customer, from]);
  return known?.id ?? null;
}

/** Who was promised something, from when until when: promises without a first day count from the day they were written. */
export async function customersPromised(db: Db, house: string): Promise<{ customer: string; since: string; until: string | null }[]> {
  return db.query(
    `select customer, min(coalesce(valid_from, opened_at::date))::text as since, case when bool_or(valid_to is null) then null else max(valid_to)::text end as until
     from promise where provider = $1 and customer <> $1 and state <> 'draft' group by customer order by customer`,
    [house],
  );
}
