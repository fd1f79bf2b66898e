// Many rows with many columns, in the way that is cheapest for the engine: as rows from a server, as one JSON text from the embedded one.
import type { Db, Row, Value } from './types.ts';
import { isoInstant } from './values.ts';

export type ManyRows = {
  /** A select whose columns have different names. */
  readonly sql: string;
  readonly params: readonly Value[];
  /** Its columns of type timestamptz; all others must be of types that JSON carries whole: text, boolean, int4, json, and arrays of them. */
  readonly instants: readonly string[];
};

/**
 * The same rows in the same order as `db.query` answers. Measured with 50 rows of 46 columns on a busy machine: embedded 6.2 ms as rows and 3.4
 * as JSON; on a server 2.7 as rows and 3.8 as JSON.
 */
export async function manyRows<R extends Row = Row>(db: Db, { sql, params, instants }: ManyRows): Promise<R[]> {
  if (db.engine === 'postgres') return db.query<R>(sql, params);
  const [found] = await db.query<{ rows: string | null }>(`select json_agg(r)::text as rows from (${sql}) r`, params);
  const rows = JSON.parse(found?.rows ?? '[]') as Record<string, unknown>[];
  for (const row of rows)
    for (const name of instants) {
      const at = row[name];
      if (typeof at === 'string') row[name] = isoInstant(at);
    }
  return rows as R[];
}
