// What a problem reads of incidents: which count as recurrences of it, before the cause was removed and after.
import type { Db, Row } from '../../platform/db/types.ts';
import type { ProblemRow } from './given.ts';

export type Recurred = { readonly id: string; readonly title: string; readonly started_at: string; readonly linked: boolean };
type Asked = Pick<ProblemRow, 'incidents' | 'services' | 'matches' | 'fixed_at' | 'baseline_days' | 'verify_until'>;

/**
 * Incidents that count: linked ones, and those on its services whose words match. The same rule before and after, so that what
 * nobody linked after the repair still counts. Cancelled ones (merged, withdrawn) never count. Oldest first, at most 5,000.
 */
export async function recurred(db: Db, of: Asked, span: { from: string; to: string }): Promise<Recurred[]> {
  return db.query<Row & Recurred>(
    `select id, title, started_at, id = any($1) as linked from incident
     where started_at >= $2 and started_at < $3 and state <> 'cancelled'
       and (id = any($1) or ($5 <> '' and (service = any($4) or part = any($4)) and search @@ websearch_to_tsquery('simple', $5)))
     order by started_at, id limit 5000`,
    [[...of.incidents], span.from, span.to, [...of.services], of.matches ?? ''],
  );
}

/** Those of the baseline before the repair, and those of the verification since, until now or its end. */
export async function recurrences(
  db: Db,
  of: Asked,
  { now, baseline_days }: { now: string; baseline_days: number },
): Promise<{ baseline: string[]; found: string[] }> {
  const fixed = of.fixed_at ?? now;
  const until = of.verify_until && of.verify_until < now ? of.verify_until : now;
  const from = new Date(Date.parse(fixed) - (of.baseline_days ?? baseline_days) * 86_400_000).toISOString();
  const rows = await recurred(db, of, { from, to: until });
  const split = (after: boolean): string[] => rows.filter((each) => each.started_at >= fixed === after).map((each) => each.id);
  return { baseline: split(false), found: split(true) };
}
