// What a scan for problem candidates reads: incidents a page at a time, changes of late, and the candidates there are already.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Known } from './candidate.plan.ts';

/** `day` is the local date it began; `groups` such as `service:SVC-3`. */
export type ScannedIncident = {
  readonly id: string;
  readonly title: string;
  readonly day: string;
  readonly service: string;
  readonly started_at: string;
  readonly groups: readonly string[];
};
/** Dates are days of `zone`, both included; `house` is no supplier of itself. */
export type Scope = { readonly from: string; readonly to: string; readonly zone: string; readonly house: string };
type Paged = Scope & { readonly after: Pick<ScannedIncident, 'started_at' | 'id'> | null; readonly limit: number };

/** Incidents by when they began, without those withdrawn or merged into another: they are one happening. */
export async function incidentsToScan(db: Db, { from, to, zone, house, after, limit }: Paged): Promise<ScannedIncident[]> {
  const begin = after ? '(i.started_at, i.id) > ($4::timestamptz, $5)' : "i.started_at >= ($4::date)::timestamp at time zone $2 and $5 = ''";
  return db.query<Row & ScannedIncident>(
    `select i.id, i.title, i.service, i.started_at, to_char(i.started_at at time zone $2, 'YYYY-MM-DD') as day,
       array['service:' || i.service] || array_remove(array[case when i.part <> i.service then 'service:' || i.part end, 'item:' || i.item], null)
         || array(select distinct 'supplier:' || w.supplier from work_order w
                  where w.parent = i.id and w.supplier <> $3 and w.state not in ('rejected', 'withdrawn') order by 1) as groups
     from incident i
     where ${begin} and i.started_at < ($1::date + 1)::timestamp at time zone $2 and i.state <> 'cancelled'
     order by i.started_at, i.id limit ${Math.trunc(limit)}`,
    [to, zone, house, after ? after.started_at : from, after?.id ?? ''],
  );
}

/** Incidents of a problem that was not itself withdrawn: all of them at once, for to ask for each costs more than reading them. */
export async function linkedIncidents(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.query<{ id: string }>("select distinct unnest(incidents) as id from problem where state <> 'cancelled'");
  return new Set(rows.map((each) => each.id));
}

export type ScannedChange = { readonly id: string; readonly day: string; readonly groups: readonly string[] };

/** Changes carried out in these days, with the services and items they touched. */
export async function changesToScan(db: Db, { from, to, zone }: Pick<Scope, 'from' | 'to' | 'zone'>): Promise<ScannedChange[]> {
  return db.query<Row & ScannedChange>(
    `select c.id, to_char(c.implemented_at at time zone $3, 'YYYY-MM-DD') as day,
       array(select 'service:' || s from unnest(c.services) s) || array(select 'item:' || s from unnest(c.items) s) as groups
     from change c
     where c.implemented_at >= ($1::date)::timestamp at time zone $3 and c.implemented_at < ($2::date + 1)::timestamp at time zone $3
       and (cardinality(c.services) > 0 or cardinality(c.items) > 0)
     order by c.implemented_at, c.id limit 2000`,
    [from, to, zone],
  );
}

/** Every open candidate, and what was closed since `since` (an instant), the latest first. */
export async function knownCandidates(db: Db, since: string): Promise<Known[]> {
  return db.query<Row & Known>(
    `select id, state, key, incidents, since, closed_at, dismissed_seen from problem_candidate
     where open or closed_at >= $1 order by opened_at desc, id limit 5000`,
    [since],
  );
}

/** Open candidates of which fewer than three incidents are left that belong to no problem and were not withdrawn. */
export async function explainedCandidates(db: Db): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `with linked as materialized (select distinct unnest(incidents) as id from problem where state <> 'cancelled')
     select c.id from problem_candidate c cross join lateral unnest(c.incidents) o (id)
       left join incident i on i.id = o.id and i.state <> 'cancelled' left join linked on linked.id = o.id
     where c.open group by c.id having count(i.id) filter (where linked.id is null) < 3 order by c.id`,
  );
  return rows.map((each) => each.id);
}

/** Open candidates whose last incident began before `at` (an instant). */
export async function quietCandidates(db: Db, at: string): Promise<string[]> {
  const rows = await db.query<{ id: string }>('select id from problem_candidate where open and last_at < $1 order by id', [at]);
  return rows.map((each) => each.id);
}

/** When a scan last ended, and what came of it; as it is kept among the settings. */
export type LastScan = {
  readonly at: string;
  readonly as_of: string;
  readonly cases: number;
  readonly findings: number;
  readonly ms: number;
} & Readonly<Record<'proposed' | 'refreshed' | 'returned' | 'expired', number>>;

export async function lastScan(db: Db): Promise<LastScan | null> {
  const [found] = await db.query<{ value: LastScan }>("select value from setting where key = 'candidate_scan'");
  return found?.value ?? null;
}
