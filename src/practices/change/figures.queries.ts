// How changes go, counted: the key figures of change management over the changes raised since an instant, each with the records behind it.
import type { Db, Row } from '../../platform/db/types.ts';
import type { ChangeFigure, ChangeFigures } from './figures.record.ts';

type Counted = Row & { readonly [name: string]: number } & { readonly caused: readonly string[]; readonly lead_hours: number | null };

/**
 * Counts over changes raised since `since` (ISO instant). Success: reviewed as a success, of all with an outcome. Lead time: the
 * median of hours from raising to implementing. One query.
 */
export async function changeFigures(db: Db, since: string): Promise<ChangeFigures> {
  const [row] = await db.query<Counted>(
    `select count(*)::int as all, count(*) filter (where outcome is not null)::int as judged, count(*) filter (where outcome = 'success')::int as success,
       count(*) filter (where type = 'emergency')::int as emergency, count(*) filter (where unauthorised)::int as unauthorised,
       count(*) filter (where outcome = 'backed_out')::int as backed_out,
       (percentile_cont(0.5) within group (order by extract(epoch from implemented_at - opened_at) / 3600) filter (where implemented_at is not null and not unauthorised))::float8 as lead_hours,
       count(*) filter (where state in ('implemented', 'backed_out'))::int as to_review,
       coalesce((select array_agg(distinct i order by i) from change c cross join lateral unnest(case when c.incident is null or c.outcome is null then c.incidents
         else c.incidents || c.incident end) as x (i) where c.opened_at >= $1), '{}') as caused
     from change where opened_at >= $1`,
    [since],
  );
  const n = (name: string): number => row?.[name] ?? 0;
  const from = `opened_at:>=${since.slice(0, 10)}`;
  const figure = (name: ChangeFigure['name'], value: number, of: number | null, q: string) =>
    ({ name, value, of, list: 'changes', q: `${q} ${from}`.trim() }) as const;
  const caused = row?.caused ?? [];
  return [
    figure('success', n('success'), n('judged'), 'outcome:success'),
    figure('emergency', n('emergency'), n('all'), 'type:emergency'),
    figure('unauthorised', n('unauthorised'), n('all'), 'unauthorised:true'),
    figure('backed_out', n('backed_out'), n('judged'), 'outcome:backed_out'),
    { name: 'incidents', value: caused.length, of: null, list: 'incidents', q: caused.length ? `id:${caused.slice(0, 100).join(',')}` : 'id:none' },
    figure('lead_time', Math.round(row?.lead_hours ?? 0), null, '-implemented_at:none unauthorised:false'),
    figure('to_review', n('to_review'), null, 'is:implemented,backed_out'),
  ];
}
