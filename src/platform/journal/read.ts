// Reading records: every function takes the actor; no unscoped read exists.
import { createHash } from 'node:crypto';
import { kinds } from '../../kernel/field.ts';
import { type AnyRow, baseColumns, type Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import { parseView, wrongView } from '../../kernel/view.ts';
import { manyRows } from '../db/many-rows.ts';
import type { House } from '../house.ts';
import { keysetSql, listSql, Params, wrongTargets } from './list-sql.ts';
import { columnsOf } from './write.ts';

export const countCap = 1_000;
export type Page = { readonly data: AnyRow[]; readonly next: string | null; readonly count: { readonly value: number; readonly capped: boolean } | null };
export type Listing = {
  readonly actor: Actor;
  readonly definition: Definition;
  readonly q: string;
  readonly after?: string | null;
  readonly limit: number;
  /** Only these, of `columnsOf(definition)`; all when absent. */
  readonly columns?: readonly string[] | null;
};

/** One page of a list. The count comes with the first page only and stops at `countCap`. */
export async function listRecords(house: House, { actor, definition, q, after, limit, columns }: Listing): Promise<Page | Refusal> {
  const view = parseView(q);
  const wrong = wrongView(definition, view) ?? wrongTargets(definition, view);
  if (wrong) return wrong;
  const params = new Params();
  const { where, sort } = listSql({ definition, view, actor, now: house.clock.now(), params });
  const cursor = after ? readCursor(after, q) : null;
  if (isRefusal(cursor)) return cursor;
  const keyset = cursor ? ` and ${keysetSql(sort, cursor, params)}` : '';
  const order = sort.descending ? 'desc' : 'asc';
  // The count travels with the first page: it depends on no row, so the database takes it once.
  const total = cursor ? 'null::int' : `(${countSql(definition, where)})`;
  const names = columns ?? columnsOf(definition);
  const sql = `select ${names.join(', ')}, ${sort.expression}::text as sort_key, ${total} as total from ${definition.name} where ${where}${keyset}
    order by ${sort.expression} ${order}, id ${order} limit ${Math.trunc(limit) + 1}`;
  const rows = await manyRows<AnyRow & { sort_key: string; total: number | null }>(house.db, { sql, params: params.values, instants: instantsOf(definition) });
  const more = rows.length > limit;
  const page = more ? rows.slice(0, limit) : rows;
  const last = page.at(-1);
  const data = page.map(withoutListing);
  return { data, next: more && last ? writeCursor(q, last.sort_key, last.id) : null, count: cursor ? null : capped(rows[0]?.total ?? 0) };
}

/** A loop: spreads and rest patterns over so many fields are slow. */
function withoutListing(found: AnyRow): AnyRow {
  const row: Record<string, unknown> = {};
  for (const name in found) if (name !== 'sort_key' && name !== 'total') row[name] = found[name];
  return row as AnyRow;
}

function instantsOf({ fields }: Definition): string[] {
  const own = Object.keys(fields).filter((name) => kinds[fields[name]?.kind ?? 'text'].sql === 'timestamptz');
  return [...own, ...Object.keys(baseColumns).filter((name) => baseColumns[name as keyof typeof baseColumns] === 'timestamptz')];
}

const countSql = (definition: Definition, where: string): string =>
  `select count(*)::int from (select 1 from ${definition.name} where ${where} limit ${countCap + 1}) few`;
const capped = (n: number): { value: number; capped: boolean } => ({ value: Math.min(n, countCap), capped: n > countCap });

/** The whole row when it is the actor's to see, else null; callers `project` it for the actor's side. */
export async function readRecord(house: House, { actor, definition, id }: { actor: Actor; definition: Definition; id: string }): Promise<AnyRow | null> {
  const scope = toSql(definition.see, actor, 2);
  const [row] = await house.db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${definition.name} where id = $1 and ${scope.sql}`, [
    id,
    ...scope.params,
  ]);
  return row ?? null;
}

const mark = (q: string): string => createHash('sha256').update(q).digest('base64url').slice(0, 8);

function writeCursor(q: string, value: string, id: string): string {
  return Buffer.from(JSON.stringify([mark(q), value, id])).toString('base64url');
}

function readCursor(cursor: string, q: string): [string, string] | Refusal {
  try {
    const [of, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (of === mark(q) && typeof value === 'string' && typeof id === 'string') return [value, id];
  } catch {
    // Falls through to the refusal: whatever was wrong with it, it is not ours.
  }
  return refuse('view.wrong_cursor', 'after');
}
