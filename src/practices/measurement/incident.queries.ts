// Where the figures about incidents come from: one select for each formula, the same for the figure and for the list behind it.
import { type Calendar, roundTheClock, workingMs } from '../../calculus/calendar.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { askedParams, askedSql } from './asked.queries.ts';
import type { Asked, Source } from './counting.queries.ts';
import type { Contribution } from './formula.record.ts';
import type { FormulaCode } from './names.record.ts';

const narrowed = '(a.customer is null or i.affected_customers && array[a.customer]) and (a.service is null or i.service = a.service)';
const resolved = `asked a join incident i on i.resolved_at >= a.from_at and i.resolved_at < a.to_at and i.state <> 'cancelled' and ${narrowed}`;
const lying = `asked a join incident i on i.opened_at < a.to_at and coalesce(i.resolved_at, i.closed_at, 'infinity') >= a.to_at and i.state <> 'cancelled' and ${narrowed}`;
const minutes = (from: string, to: string): string => `greatest(0, extract(epoch from ${to} - ${from}) / 60)`;
const select = (num: string, den: string): string => `select a.period, i.id, ${num} as num, ${den} as den`;

/** Promises to customers of some metrics, in force in the period; and their clocks that were due in it. As the service reports count. */
const clocks = (metrics: string): string => `asked a
  join promise p on p.metric in (${metrics}) and p.provider = a.house and p.customer <> a.house and p.state <> 'draft'
    and coalesce(p.valid_from, '-infinity') < a.ends_at and coalesce(p.valid_to, 'infinity') >= a.from_at
    and (a.customer is null or p.customer = a.customer) and (a.service is null or p.service = a.service)
  cross join lateral (select c.record_id, c.phase, c.used_ms, (c.breached_at is not null or (c.phase = 'running' and c.due < a.now)) as missed from clock c
    where c.promise = p.id and coalesce(c.breached_at, c.due) >= a.from_at and coalesce(c.breached_at, c.due) < a.ends_at) c`;

/** The facts that moved an incident after its first; their index holds exactly these. */
const moves = `from journal j where j.record_id = i.id and j.record = 'incident' and j.changes ?| array['team', 'party', 'state']`;

export const incidentSources: Readonly<Partial<Record<FormulaCode, Source>>> = {
  'incident.restore_in_time': {
    about: ['clock', 'agreed'],
    sql: `select a.period, c.record_id as id, (not c.missed and c.phase = 'met')::int as num, (c.missed or c.phase = 'met')::int as den from ${clocks("'restore'")}`,
  },
  'incident.sla_time': {
    about: ['clock', 'agreed'],
    sql: `select a.period, c.record_id as id, c.used_ms / 60000.0 as num, 1 as den from ${clocks("'restore', 'fulfil'")} where c.phase in ('met', 'missed')`,
  },
  'incident.mtrs_wall': { about: ['solved'], sql: `${select(minutes('i.started_at', 'coalesce(i.restored_at, i.resolved_at)'), '1')} from ${resolved}` },
  'incident.mtrs_agreed': { about: ['solved', 'agreed'], rows: agreedHours },
  'incident.flow_efficiency': {
    about: ['solved'],
    sql: `${select('s.active', 'round(extract(epoch from i.resolved_at - i.opened_at) * 1000)')} from ${resolved} cross join lateral (
      select coalesce(sum(greatest(0, round(extract(epoch from least(coalesce(f.next_at, i.resolved_at), i.resolved_at) - f.at) * 1000))) filter (where f.state = 'in_progress'), 0) as active
      from (select j.changes ->> 'state' as state, j.at, lead(j.at) over (order by j.version) as next_at ${moves} and j.changes ? 'state') f) s`,
  },
  'incident.reassignments': {
    about: ['solved'],
    sql: `${select('s.moves', '1')} from ${resolved} cross join lateral (select count(*)::int as moves ${moves} and j.version > 1 and j.changes ? 'team') s`,
  },
  'incident.ping_pong': {
    about: ['solved'],
    sql: `${select('s.moves - s.others', '1')} from ${resolved} cross join lateral (
      select count(*) filter (where f.version > 1)::int as moves, count(distinct f.team) filter (where f.team is distinct from f.first)::int as others
      from (select j.version, j.changes ->> 'team' as team, first_value(j.changes ->> 'team') over (order by j.version) as first ${moves} and j.changes ? 'team') f) s`,
  },
  'incident.party_bounces': {
    about: ['solved'],
    sql: `${select('s.bounces', '1')} from ${resolved} cross join lateral (select count(*)::int as bounces ${moves} and j.version > 1 and j.changes ? 'party') s`,
  },
  'incident.first_contact': {
    about: ['solved'],
    sql: `${select(
      `(i.resolved_at - i.opened_at <= interval '30 minutes' and i.reopened = 0 and not exists (select 1 ${moves} and j.version > 1
        and (j.changes ? 'team' or j.changes ? 'party' or j.changes ->> 'state' = 'pending')))::int`,
      '1',
    )} from ${resolved} where i.source in ('phone', 'mail', 'portal', 'in_person')`,
  },
  'incident.reopened': { about: ['solved'], sql: `${select('(i.reopened > 0)::int', '1')} from ${resolved}` },
  'incident.backlog': { about: ['lying'], sql: `${select('1', '1')} from ${lying}` },
  'incident.backlog_age_median': { about: ['lying'], sql: `${select(minutes('i.opened_at', 'a.to_at'), '1')} from ${lying}` },
  'incident.backlog_age_p90': { about: ['lying'], sql: `${select(minutes('i.opened_at', 'a.to_at'), '1')} from ${lying}` },
  'problem.known_error_used': { about: ['solved'], sql: `${select('(coalesce(cardinality(i.known_errors), 0) > 0)::int', '1')} from ${resolved}` },
  'customer.satisfaction': {
    about: ['rated'],
    sql: `${select('(i.satisfaction >= 4)::int', '1')} from asked a join incident i on i.rated_at >= a.from_at and i.rated_at < a.to_at
      and (a.customer is null or i.customer = a.customer) and (a.service is null or i.service = a.service)`,
  },
};

type Case = { period: string; id: string; service: string; customer: string; from_ms: number; to_ms: number };
type Hours = { period: string; service: string; customer: string; hours: Calendar };

/** Hours agreed with the leading customer (or with the one asked about), as the service reports take them. Two reads. */
async function agreedHours(db: Db, asked: Asked): Promise<Contribution[]> {
  const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;
  const cases = await db.query<Row & Case>(
    `select a.period, i.id, i.service, coalesce(a.customer, i.customer) as customer, ${ms('i.started_at')} as from_ms, ${ms('coalesce(i.restored_at, i.resolved_at)')} as to_ms
     from ${resolved.replace('asked a', `${askedSql} a`)}`,
    askedParams(asked),
  );
  if (!cases.length) return [];
  const agreed = await db.query<Row & Hours>(
    `select distinct on (a.period, p.service, p.customer) a.period, p.service, p.customer, h.hours
     from ${askedSql} a join promise p on p.provider = a.house and p.customer <> a.house and p.state <> 'draft'
       and coalesce(p.valid_from, '-infinity') < a.ends_at and coalesce(p.valid_to, 'infinity') >= a.from_at
     join promise_hours h on h.promise = p.id
     order by a.period, p.service, p.customer, (p.metric in ('restore', 'fulfil')) desc, p.metric, p.id`,
    askedParams(asked),
  );
  // The same hours come many times over; one object each lets the reckoning remember them.
  const same = new Map<string, Calendar>();
  const known = new Map<string, Calendar>();
  for (const { period, service, customer, hours } of agreed) {
    const text = JSON.stringify(hours);
    same.set(text, same.get(text) ?? hours);
    known.set(`${period} ${service} ${customer}`, same.get(text) ?? hours);
  }
  return cases.map(({ period, id, service, customer, from_ms, to_ms }) => {
    const calendar = known.get(`${period} ${service} ${customer}`) ?? roundTheClock;
    const [from, to] = [Math.round(from_ms), Math.round(to_ms)];
    return { period, id, num: from < to ? workingMs(calendar, from, to) / 60_000 : 0, den: 1 };
  });
}
