// What the staffing of a desk is reckoned from: incidents as they came in, time booked on them, and the people on capacity.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Hours } from './hours-fields.ts';
import type { OnDesk, StaffingFacts } from './staffing.ts';

type Asked = { readonly zone: string; readonly team: string | null; readonly weeks: number; readonly now: string };

/** What nobody answered at a desk: alarms open their incidents themselves, and an import brings the past of another system at once. */
const answered = "state <> 'cancelled' and source not in ('monitoring', 'import')";
const ofTeam = '($4::text is null or owner_team = $4)';
/** Monday of the running week by the wall clock of the desk. */
const thisMonday = "date_trunc('week', $2::timestamptz at time zone $1)";

/** Hours that are protected today for person `c`: those of the week that are named, and minutes a week of plans that name none. */
const guardedSql = `select
    coalesce(jsonb_agg(w.hours) filter (where w.hours is not null), '[]') as windows,
    coalesce(sum(round(a.hours * 420.0 / (a.ends_on - a.starts_on + 1))) filter (where w.hours is null and a.person is not null), 0)::int as loose
  from allocation a left join lateral jsonb_array_elements(a.windows) w (hours) on true
  where a.open and a.protected and ($2::timestamptz at time zone $1)::date between a.starts_on and a.ends_on
    and (a.person = c.person or a.team in (select team from membership where open and person = c.person and team is not null))`;

/** Whole weeks up to the last Sunday, at most so many, and no more than there have been since the first incident. Two queries. */
export async function staffingFacts(db: Db, { zone, team, weeks, now }: Asked): Promise<StaffingFacts> {
  const [span] = await db.query<Row & { from: string; to: string; weeks: number; people: readonly OnDesk[]; incidents: number; minutes: number }>(
    `with span as (
       select ${thisMonday} as until, greatest(${thisMonday} - make_interval(weeks => $3::int),
         coalesce((select date_trunc('week', (min(opened_at) at time zone $1) + interval '6 days 23:59:59') from incident where ${answered} and ${ofTeam}), ${thisMonday})) as since)
     select to_char(since, 'YYYY-MM-DD') as from, to_char(until - interval '1 day', 'YYYY-MM-DD') as to,
       greatest(0, round(extract(epoch from until - since) / 604800))::int as weeks,
       h.incidents, h.minutes,
       (select coalesce(jsonb_agg(jsonb_build_object('weekly', c.weekly, 'absence', c.absence, 'loose', g.loose, 'guarded', g.windows,
            'week', coalesce(k.week, '[{"days": [1, 2, 3, 4, 5], "from": "08:30", "to": "17:00"}]'))), '[]')
          from capacity c join person p on p.id = c.person and p.open left join calendar k on k.id = c.calendar left join lateral (${guardedSql}) g on true
          where c.open and c.starts_on <= until::date and coalesce(c.ends_on, 'infinity'::date) >= until::date
            and ($4::text is null or c.person in (select person from membership where open and team = $4))) as people
     from span left join lateral (
       select count(distinct e.record)::int as incidents, coalesce(sum(e.minutes), 0)::int as minutes from time_entry e join incident i on i.id = e.record
       where e.state = 'booked' and e.started_at >= since at time zone $1 and ($4::text is null or i.owner_team = $4)) h on true`,
    [zone, now, weeks, team],
  );
  const { from, to, people, incidents, minutes, ...counted } = span ?? { from: '', to: '', weeks: 0, people: [], incidents: 0, minutes: 0 };
  const arrived = await db.query<Row & StaffingFacts['arrived'][number]>(
    `select floor(extract(epoch from date_trunc('week', opened_at at time zone $1) - $3::timestamp) / 604800 + 0.01)::int as week,
       extract(isodow from opened_at at time zone $1)::int as day,
       floor(extract(epoch from (opened_at at time zone $1)::time) / 1800)::int as slot, count(*)::int as count
     from incident where opened_at >= $3::timestamp at time zone $1 and opened_at < ${thisMonday} at time zone $1 and ${answered} and ${ofTeam}
     group by 1, 2, 3 order by 1, 2, 3`,
    [zone, now, from || now.slice(0, 10), team],
  );
  return { zone, from, to, weeks: counted.weeks, arrived, people: people as readonly (OnDesk & { week: Hours })[], handled: { incidents, minutes } };
}

type InSlot = Pick<Asked, 'zone' | 'team'> & { readonly from: string; readonly to: string; readonly day: number; readonly slot: number };
export type CameIn = { readonly id: string; readonly title: string; readonly opened_at: string };

/** The incidents behind a half hour, newest first, at most 500. Dates are local, the last one included. */
export async function cameIn(db: Db, { zone, team, from, to, day, slot }: InSlot): Promise<CameIn[]> {
  return db.query<Row & CameIn>(
    `select id, title, opened_at from incident
     where opened_at >= $2::timestamp at time zone $1 and opened_at < ($3::date + 1)::timestamp at time zone $1 and ${answered} and ${ofTeam}
       and extract(isodow from opened_at at time zone $1) = $5 and floor(extract(epoch from (opened_at at time zone $1)::time) / 1800) = $6
     order by opened_at desc, id desc limit 500`,
    [zone, from, to, team, day, slot],
  );
}
