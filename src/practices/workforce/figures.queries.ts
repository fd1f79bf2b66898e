// What the figures of a period are reckoned from: a constant number of statements, whoever and however many are looked at.
import type { Ledger } from '../../calculus/ledger.ts';
import { working } from '../../calculus/ledger.ts';
import type { Dates } from '../../calculus/workload.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CopyRow } from './figures.record.ts';
import type { Facts } from './figures.ts';
import { overseers } from './scopes.record.ts';

/** Whose time records were: given by whoever wires this. */
export type TimesOf = (db: Db, of: { definition: Definition; ids: readonly string[]; now: number }) => Promise<ReadonlyMap<string, Ledger>>;
type Reading = Dates & {
  readonly actor: Actor;
  readonly zone: string;
  readonly now: number;
  readonly timesOf: TimesOf;
  /** Records whose custody tells whose time they took. */
  readonly held: readonly Definition[];
};
/** More records than this in one period are not read: then the answer would be late and the figure of no use. */
export const mostRecords = 20_000;

export async function workforceFacts(db: Db, asked: Reading): Promise<Facts> {
  const { actor, zone, from, to } = asked;
  const whole = allows(overseers, actor, {}) || Boolean(actor.system);
  const people = await db.query<Row & Facts['people'][number] & { lead: string | null }>(
    `select p.id, coalesce(p.zone, s.zone, o.zone, 'UTC') as zone, m.team, m.lead
     from person p join organisation o on o.id = p.organisation left join site s on s.id = p.site
       left join lateral (select x.team, t.lead from membership x join team t on t.id = x.team where x.person = p.id and x.open and t.open order by x.opened_at, x.id limit 1) m on true
     where p.organisation = (select value #>> '{}' from setting where key = 'house') and (p.open or p.closed_at >= $1::date) and ($2 or p.id = $3 or m.lead = $3)
     order by p.name, p.id limit 2000`,
    [from, whole, actor.person ?? ''],
  );
  const ids = people.map((each) => each.id);
  // Of a team whose other people one may not see, one's own hours would be told as those of the team.
  const teams = [...new Set(people.flatMap((each) => ((whole || each.lead === actor.person) && each.team) || []))];
  const [read] = await db.query<Row & Omit<Facts, 'people' | 'teams' | 'holdings' | 'timed' | 'whole' | 'zone'> & { timed: readonly string[] }>(factsSql, [
    ids,
    teams,
    from,
    to,
    zone,
    whole,
  ]);
  if (!read) throw new Error('a select without a from answers one row');
  const holdings = await holdingsOf(db, asked, new Set(ids));
  return { zone, whole, people, teams, holdings, ...read, timed: new Set(read.timed) };
}

const list = (sql: string): string => `(select coalesce(jsonb_agg(x), '[]') from (${sql}) x)`;
const factsSql = `select
  ${list("select id, level, records from process where state = 'active' order by length(id), id")} as processes,
  ${list(`select c.id, c.person, c.weekly, c.starts_on, c.ends_on, c.absence,
      case when k.id is null then null else jsonb_build_object('id', k.id, 'zone', k.zone, 'week', k.week, 'holidays', k.holidays) end as calendar
    from capacity c left join calendar k on k.id = c.calendar
    where c.open and c.person = any($1) and c.starts_on <= $4::date and coalesce(c.ends_on, 'infinity'::date) >= $3::date`)} as capacities,
  ${list(`select id, process, level, person, team, starts_on as from, ends_on as to, hours * 60 as minutes, protected from allocation
    where open and (person = any($1) or team = any($2)) and starts_on <= $4::date and ends_on >= $3::date`)} as allocations,
  ${list(`select id, person, process, level, started_at, minutes, how from time_entry
    where state = 'booked' and person = any($1) and started_at >= $3::timestamp at time zone $5 and started_at < ($4::date + 1)::timestamp at time zone $5`)} as entries,
  ${list(`select b.id, b.allocation, b.person, b.process, b.level, a.process as from_process, a.level as from_level, b.minutes, b.borrowed_on, b.reason, b.by, b.state
    from borrowing b join allocation a on a.id = b.allocation
    where b.state <> 'revoked' and b.borrowed_on >= $3::date and b.borrowed_on <= $4::date and ($6 or b.person = any($1) or a.team = any($2))
    order by b.borrowed_on desc, b.id desc`)} as lent,
  (select coalesce(jsonb_agg(distinct person || ' ' || record), '[]') from time_entry where state = 'booked' and record is not null and person = any($1)) as timed,
  ${list(`select d.process, d.activity, d.level, d.people, c.id as competence from competence c,
      jsonb_to_recordset(c.demands) as d (process text, activity text, level integer, people integer) where c.open and $6`)} as demands,
  ${list('select s.id, s.competence, s.person, s.level, s.valid_until from skill s join person p on p.id = s.person where s.open and p.open and $6')} as skills`;

async function holdingsOf(db: Db, { from, to, zone, now, timesOf, held }: Reading, people: ReadonlySet<string>): Promise<Facts['holdings']> {
  const holdings: Facts['holdings'][number][] = [];
  for (const definition of held) {
    // A definition's name is a table; it never comes from a request.
    const rows = await db.query<Row & { id: string }>(
      `select id from ${definition.name} where opened_at < ($2::date + 1)::timestamp at time zone $3 and coalesce(closed_at, 'infinity') > $1::timestamp at time zone $3
       order by opened_at desc limit ${mostRecords}`,
      [from, to, zone],
    );
    const ledgers = await timesOf(db, { definition, ids: rows.map((each) => each.id), now });
    for (const [record, { intervals }] of ledgers)
      for (const each of intervals)
        if (each.person !== null && each.reason === working && people.has(each.person))
          holdings.push({ record, kind: definition.name, person: each.person, from: each.from, to: each.to });
  }
  return holdings;
}

type Copying = { readonly from: Dates; readonly to: Dates };

/** Allocations that lie within a period, as they would be a period later. */
export async function copiesOf(db: Db, { from, to }: Copying): Promise<(CopyRow & { readonly windows: unknown })[]> {
  return db.query<Row & CopyRow & { windows: unknown }>(
    `select a.id as allocation, a.process, a.level, a.person, a.team, $3::date as starts_on, $4::date as ends_on, a.hours, a.protected, a.windows,
       (select b.id from allocation b where b.open and b.process = a.process and b.level = a.level and b.person is not distinct from a.person
          and b.team is not distinct from a.team and b.starts_on <= $4::date and b.ends_on >= $3::date order by b.starts_on, b.id limit 1) as exists
     from allocation a where a.open and a.starts_on >= $1::date and a.ends_on <= $2::date order by a.process, a.level, coalesce(a.person, a.team), a.id limit 1000`,
    [from.from, from.to, to.from, to.to],
  );
}

/** Who has the competences that a service asks for, the best first. */
export async function competentFor(
  db: Db,
  service: string,
  today: string,
): Promise<{ competence: string; person: string; level: number; team: string | null }[]> {
  return db.query<Row & { competence: string; person: string; level: number; team: string | null }>(
    `select s.competence, s.person, s.level, (select m.team from membership m where m.person = s.person and m.open and m.team is not null order by m.opened_at, m.id limit 1) as team
     from competence c join skill s on s.competence = c.id and s.open join person p on p.id = s.person and p.open
     where c.open and c.services @> array[$1]::text[] and (s.valid_until is null or s.valid_until >= $2::date)
     order by c.name, c.id, s.level desc, p.name, s.id limit 200`,
    [service, today],
  );
}

/** The timer that runs for somebody. */
export async function timerOf(db: Db, person: string): Promise<{ id: string; version: number; record: string | null; started_at: string } | null> {
  const [found] = await db.query<Row & { id: string; version: number; record: string | null; started_at: string }>(
    'select id, version, record, started_at from time_entry where person = $1 and open limit 1',
    [person],
  );
  return found ?? null;
}
