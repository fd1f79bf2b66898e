// The queries behind the gates of the ladder, one for all customers and services at once: which records prove it, and what lacks it.
import type { GateName } from './gates.record.ts';

/**
 * Answers `customer, service, id, lacks` for pairs of `pair`: `lacks` is true for a thing that should have something and has not.
 * What it may read: `pair` (customer, service), `beneath` (top, part: a service and all it is composed of, itself too), `force` (promises
 * that were in force then), and of `ask` the instants `at` and `since`, as far back as the gate looks.
 */
export type GateSql = string;

const inForce = (where: string): GateSql =>
  `select r.customer, r.service, f.id, false from pair r cross join ask join force f on f.service = r.service and f.customer = r.customer and f.provider = ask.house
   where ${where}`;

/** Records about a service or a part of it, by a column with one service or with many. */
const beneathIt = (from: string, where: string): GateSql =>
  `select distinct r.customer, r.service, x.id, false from pair r cross join ask join beneath b on b.top = r.service join ${from} where ${where}`;

/** Parts that others provide, with a promise to the house that is `so`; those without one lack it. */
const partsPromised = (so: string): string =>
  `select r.customer, r.service, coalesce(f.id, s.id), f.id is null from pair r cross join ask join beneath b on b.top = r.service and b.part <> r.service
   join service s on s.id = b.part and s.provider <> ask.house and s.open
   left join lateral (select id from force f where f.service = s.id and f.customer = ask.house and f.provider = s.provider and ${so} order by id limit 1) f on true`;

export const gateSql = {
  in_catalogue: `select r.customer, r.service, s.id, false from pair r cross join ask join service s on s.id = r.service
    where s.state = 'live' and coalesce(s.description, '') <> '' and s.opened_at <= ask.at`,
  promised: inForce('true'),
  clock_data: `select r.customer, r.service, k.record_id, false from pair r cross join ask
    join promise p on p.service = r.service and p.customer = r.customer and p.provider = ask.house
    join clock k on k.promise = p.id and k.started_at > ask.since and k.started_at <= ask.at and (k.stopped_at <= ask.at or k.breached_at <= ask.at) and k.phase in ('met', 'missed')`,
  level_promised: inForce("f.metric in ('availability', 'restore', 'fulfil')"),
  items_registered: `select distinct r.customer, r.service, d.supporter, false from pair r cross join ask join beneath b on b.top = r.service
    join item_dependency d on d.dependent = b.part and d.since <= ask.at and coalesce(d.until, 'infinity'::timestamptz) > ask.at
    join configuration_item i on i.id = d.supporter`,
  incident_in_place: `select r.customer, r.service, i.id, false from pair r cross join ask
    join incident i on i.service = r.service and r.customer = any(i.affected_customers) and i.resolved_at > ask.since and i.resolved_at <= ask.at`,
  change_in_place: beneathIt('change x on b.part = any(x.services)', 'x.reviewed_at > ask.since and x.reviewed_at <= ask.at'),
  composed: `select r.customer, r.service, b.part, false from pair r cross join ask join service_part b on b.service = r.service
    join service s on s.id = b.part and s.opened_at <= ask.at`,
  end_to_end: `select distinct on (r.customer, r.service, f.metric) r.customer, r.service, f.id, false from pair r cross join ask
    join force f on f.service = r.service and f.customer = r.customer and f.provider = ask.house and f.metric in ('availability', 'restore')
    where exists (select 1 from service_part p where p.service = r.service) order by r.customer, r.service, f.metric, f.id`,
  chain_backed: partsPromised('true'),
  chain_feasible: `select r.customer, r.service, f.id, f.id = any(ask.broken) from pair r cross join ask
    join force f on f.service = r.service and f.customer = r.customer and f.provider = ask.house`,
  problem_in_place: beneathIt('problem x on x.service = b.part or b.part = any(x.services)', 'x.opened_at > ask.since and x.opened_at <= ask.at'),
  reported: `select r.customer, r.service, t.id, false from pair r cross join ask join service_report t on t.customer = r.customer and t.state <> 'draft'
    and t.frozen_at <= ask.at and t.period_to > ask.since::date
    where exists (select 1 from promise p where p.service = r.service and p.customer = r.customer and p.provider = ask.house and p.state <> 'draft')`,
  priced: `select r.customer, r.service, f.id, false from pair r cross join ask
    join force f on f.service = r.service and f.customer = r.customer and f.provider = ask.house and f.fee_minor > 0
    union all select * from (${partsPromised('f.fee_minor > 0')}) y (customer, service, id, lacks) where lacks`,
  outcome_promised: inForce("f.metric in ('satisfaction', 'throughput')"),
  experience_measured: `select r.customer, r.service, i.id, false from pair r cross join ask
    join incident i on i.service = r.service and i.customer = r.customer and i.rated_at > ask.since and i.rated_at <= ask.at`,
  reviewed: `select r.customer, r.service, m.id, false from pair r cross join ask
    join meeting m on m.customer = r.customer and m.kind = 'review' and m.state = 'held' and m.starts_at > ask.since and m.starts_at <= ask.at`,
  improved: `select r.customer, r.service, i.id, false from pair r cross join ask
    join improvement i on i.customer = r.customer and i.state = 'done' and i.measured_at > ask.since and i.measured_at <= ask.at`,
  continuity_tested: beneathIt('continuity_test x on x.service = b.part', 'x.restored and x.ran_on > ask.since::date and x.ran_on <= ask.at::date'),
} as const satisfies Readonly<Record<GateName, GateSql>>;

/**
 * Everything the queries above may read. Parameters: customers and services of the pairs, the house, the moment, how
 * far back, and the promises whose chain was judged not to carry them.
 */
export const prelude = `with recursive pair as (select customer, service from unnest($1::text[], $2::text[]) as p (customer, service)),
  ask as (select $3::text as house, $4::timestamptz as at, $5::timestamptz as since, $6::text[] as broken),
  beneath as (select distinct service as top, service as part from pair union select b.top, p.part from beneath b join service_part p on p.service = b.part),
  force as (select p.* from promise p cross join ask where p.state <> 'draft' and p.opened_at <= at and coalesce(p.closed_at, 'infinity'::timestamptz) > at
    and coalesce(p.valid_from, '-infinity'::date) <= at::date and coalesce(p.valid_to, 'infinity'::date) >= at::date)`;
