// What other practices keep about processes, for their figures: the last final assessment, measures in use, hours allocated now. One query each.
import type { Db, Row } from '../platform/db/types.ts';
import { lastAssessments } from '../practices/improvement/overview.queries.ts';
import type { Maturity } from '../practices/model/figures.record.ts';

export type Measured = { readonly id: string; readonly name: string; readonly code: string };

/** By the number of the process. */
export async function maturities(db: Db): Promise<ReadonlyMap<string, Maturity>> {
  return new Map((await lastAssessments(db)).map(({ process, id, score, previous, goal }) => [process, { id, score: score ?? 0, previous, goal }]));
}

/** Measures in use, by the code of their process. */
export async function measuresInUse(db: Db): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const rows = await db.query<Row & Measured & { process: string }>("select id, name, code, process from measure where state = 'in_use' order by name, id");
  const found = new Map<string, Measured[]>();
  for (const { process, id, name, code } of rows) found.set(process, [...(found.get(process) ?? []), { id, name, code }]);
  return found;
}

/** Minutes allocated in the periods that hold this day, by the number of the process. */
export async function allocatedOn(db: Db, day: string): Promise<ReadonlyMap<string, number>> {
  const rows = await db.query<Row & { process: string; minutes: number }>(
    'select process, sum(hours)::int * 60 as minutes from allocation where open and starts_on <= $1::date and ends_on >= $1::date group by process',
    [day],
  );
  return new Map(rows.map(({ process, minutes }) => [process, Number(minutes)]));
}
