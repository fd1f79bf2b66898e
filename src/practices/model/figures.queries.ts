// The figures of all processes at once, in a number of queries that does not grow with them.
import type { Db, Row } from '../../platform/db/types.ts';
import type { InForce, ProcessRow, Role, Work } from './figures.record.ts';

/** Processes that are not retired, or the one asked for. */
export async function processRows(db: Db, id: string | null): Promise<readonly ProcessRow[]> {
  return db.query<Row & ProcessRow>(
    'select id, code, name, level, state, records, activities, owner, manager, team from process where ($1::text is null and open) or id = $1::text order by length(id), id',
    [id],
  );
}

/**
 * The work of each kind of record, in one query. `records` are names of tables that the registry has, never of an input. What
 * was closed since is looked for among what changed since, for which there is an index.
 */
export async function workOf(
  db: Db,
  records: readonly string[],
  { since, now }: { readonly since: string; readonly now: string },
): Promise<ReadonlyMap<string, Work>> {
  if (!records.length) return new Map();
  const parts = records.map(
    (name) => `select '${name}' as record, (select count(*) from ${name} where open)::int as open,
      (select count(*) from ${name} where open and due < $2::timestamptz)::int as late,
      (select count(*) from ${name} where opened_at >= $1::timestamptz)::int as opened,
      (select count(*) from ${name} where updated_at >= $1::timestamptz and closed_at >= $1::timestamptz)::int as closed`,
  );
  const rows = await db.query<Row & Work>(parts.join(' union all '), [since, now]);
  return new Map(rows.map((row) => [row.record, row]));
}

/** The matrices in force and the roles in use. Two queries. */
export async function responsibilities(db: Db): Promise<{ readonly matrices: readonly InForce[]; readonly roles: readonly Role[] }> {
  const matrices = await db.query<Row & InForce>(
    "select distinct on (process) id, process, number, rows from raci where state = 'in_force' order by process, number desc",
  );
  const roles = await db.query<Row & Role>('select id, name, party, holders from process_role where open order by length(id), id');
  return { matrices, roles };
}
