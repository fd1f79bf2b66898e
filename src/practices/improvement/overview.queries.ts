// The register as a whole and the maturity of every process: counts, sums of proven effect, and the last two assessments.
import type { Db, Row } from '../../platform/db/types.ts';
import type { MaturityOf, Portfolio } from './overview.record.ts';

/** One query. `since` is an ISO instant: effects measured from then on are summed. Filters are null for all. */
export async function portfolioOf(
  db: Db,
  {
    since,
    level,
    process,
    customer,
  }: { readonly since: string; readonly level: string | null; readonly process: string | null; readonly customer: string | null },
): Promise<Portfolio> {
  const [found] = await db.query<Row & { portfolio: Portfolio }>(
    `with i as (select * from improvement where ($2::text is null or level = $2) and ($3::text is null or process = $3) and ($4::text is null or customer = $4))
     select jsonb_build_object(
       'counts', (select coalesce(jsonb_object_agg(x.state, x.n), '{}') from (select state, count(*)::int as n from i group by state) x),
       'limit', coalesce((select (value #>> '{}')::integer from setting where key = 'improvement_limit'), 4),
       'doing', (select count(*)::int from improvement where state = 'doing'),
       'proven', (select coalesce(jsonb_agg(x order by x.unit), '[]') from (select unit, count(*)::int as count, sum(effect)::bigint as effect from i
            where proven and state = 'done' and measured_at >= $1::timestamptz and unit is not null group by unit) x),
       'saved_minutes', (select coalesce(sum(saved_minutes), 0)::bigint from i where proven and state = 'done' and measured_at >= $1::timestamptz),
       'measured', (select count(*)::int from i where state = 'done' and measured_at >= $1::timestamptz),
       'proven_count', (select count(*)::int from i where proven and state = 'done' and measured_at >= $1::timestamptz),
       'processes', (select coalesce(jsonb_agg(distinct process order by process), '[]') from improvement where process is not null),
       'customers', (select coalesce(jsonb_agg(distinct customer order by customer), '[]') from improvement where customer is not null)
     ) as portfolio`,
    [since, level, process, customer],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.portfolio;
}

export type LastAssessment = {
  readonly process: string;
  /** Of the process. */
  readonly name: string;
  readonly id: string;
  readonly score: number | null;
  readonly previous: number | null;
  readonly goal: number | null;
};

/** The last final assessment of each process, as it was concluded. One query. */
export function lastAssessments(db: Db): Promise<readonly LastAssessment[]> {
  return db.query<Row & LastAssessment>(
    `select distinct on (m.process) m.process, coalesce(p.name, m.process) as name, m.id, m.score, m.previous, m.goal
     from maturity_assessment m left join process p on p.id = m.process
     where m.state = 'final' order by m.process, m.assessed_on desc, length(m.id) desc, m.id desc`,
  );
}

/** The last final assessment of each process, and the one before it. One query. */
export function maturities(db: Db): Promise<readonly MaturityOf[]> {
  return db.query<Row & MaturityOf>(
    `with ranked as (select m.*, row_number() over (partition by m.process order by m.assessed_on desc, m.closed_at desc, m.id desc) as nth from maturity_assessment m where m.state = 'final')
     select l.process, l.id, l.score, l.goal, l.assessed_on, l.held_by, b.id as before, b.score as previous,
       (select d.id from maturity_assessment d where d.process = l.process and d.state = 'draft' order by d.opened_at desc limit 1) as draft,
       array(select i.id from improvement i where i.source = l.id order by i.id) as improvements
     from ranked l left join ranked b on b.process = l.process and b.nth = 2 where l.nth = 1 order by l.process`,
  );
}
