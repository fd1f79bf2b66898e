// How imports are kept: their row, their content in pieces, and their bad rows.
import { createHash } from 'node:crypto';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Db, Row } from '../db/types.ts';
import type { House } from '../house.ts';
import type { ByteSource } from './bytes.ts';
import type { Mapping } from './mapping.ts';
import type { Bad } from './plan.ts';
import { storable } from './plan.ts';
import type { Form } from './rows.ts';

export type ImportState = 'new' | 'uploaded' | 'running' | 'paused' | 'done' | 'failed' | 'cancelled';
export type Import = Row & {
  readonly id: string;
  readonly name: string;
  readonly record: string;
  readonly format: Form['format'];
  readonly mapping: Mapping | null;
  readonly dry_run: boolean;
  readonly state: ImportState;
  readonly failure: Refusal | null;
  readonly bytes: number;
  readonly content_sha256: string | null;
  readonly form: Form | null;
  readonly byte_offset: number;
  readonly row_number: number;
  readonly rows_read: number;
  readonly records_added: number;
  readonly facts_added: number;
  readonly rows_known: number;
  readonly rows_bad: number;
  readonly created: Readonly<Record<string, readonly string[]>>;
  readonly actor: Actor;
  readonly created_at: string;
  readonly started_at: string | null;
  readonly finished_at: string | null;
};

/** Bytes of one file, and of one piece of it. */
export const largestFile = 1_073_741_824;
const chunkSize = 262_144;
/** More than this many bad rows: the mapping is wrong, not the rows. */
export const mostBadRows = 20_000;

export async function findImport(db: Db, id: string, { lock = false }: { lock?: boolean } = {}): Promise<Import | null> {
  const [row] = await db.query<Import>(`select * from import where id = $1${lock ? ' for update' : ''}`, [id]);
  return row ?? null;
}

export async function listImports(db: Db): Promise<Import[]> {
  return db.query<Import>('select * from import order by created_at desc, id desc limit 200');
}

export type Changed = Partial<Omit<Import, 'id'>>;

/** Sets columns of an import; objects are written as JSON. */
export async function setImport(db: Db, id: string, changes: Changed): Promise<void> {
  const entries = Object.entries(changes).filter(([, value]) => value !== undefined);
  const set = entries.map(([name], at) => `${name} = $${at + 2}`).join(', ');
  const values = entries.map(([, value]) =>
    typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as string | number | boolean | null),
  );
  await db.query(`update import set ${set} where id = $1`, [id, ...values]);
}

/** Takes in the content, a piece at a time; what was there before is replaced. A stream that breaks leaves the import without content. */
export async function storeContent(
  house: House,
  id: string,
  stream: AsyncIterable<Uint8Array>,
  limit = largestFile,
): Promise<{ bytes: number; sha256: string } | Refusal> {
  await dropChunks(house.db, id);
  const hash = createHash('sha256');
  let [bytes, seq, held] = [0, 0, 0];
  let parts: Uint8Array[] = [];
  const flush = async (all: boolean): Promise<void> => {
    if (held === 0 || (!all && held < chunkSize)) return;
    const joined = Buffer.concat(parts);
    const whole = all ? joined.length : joined.length - (joined.length % chunkSize);
    for (let from = 0; from < whole; from += chunkSize) {
      await house.db.query('insert into import_chunk (import, seq, content) values ($1, $2, $3)', [
        id,
        seq,
        joined.subarray(from, Math.min(whole, from + chunkSize)),
      ]);
      seq += 1;
    }
    parts = whole < joined.length ? [joined.subarray(whole)] : [];
    held = joined.length - whole;
  };
  for await (const part of stream) {
    bytes += part.length;
    if (bytes > limit) {
      await dropChunks(house.db, id);
      return refuse('import.too_large', undefined, { limit });
    }
    hash.update(part);
    parts.push(part);
    held += part.length;
    await flush(false);
  }
  await flush(true);
  return { bytes, sha256: hash.digest('hex') };
}

/** The stored content as bytes that can be read from anywhere. */
export function contentOf(db: Db, { id, bytes }: Pick<Import, 'id' | 'bytes'>): ByteSource {
  return {
    size: bytes,
    async read(from, length) {
      const until = Math.min(from + length, bytes);
      if (until <= from) return new Uint8Array();
      const first = Math.floor(from / chunkSize);
      const rows = await db.query<{ content: Uint8Array }>('select content from import_chunk where import = $1 and seq between $2 and $3 order by seq', [
        id,
        first,
        Math.floor((until - 1) / chunkSize),
      ]);
      const joined = Buffer.concat(rows.map((row) => row.content));
      // A reader would wait for ever for bytes that are gone.
      if (joined.length < until - first * chunkSize) throw new Error(`the content of ${id} is not complete`);
      return joined.subarray(from - first * chunkSize, until - first * chunkSize);
    },
  };
}

export async function hasContent(db: Db, id: string): Promise<boolean> {
  return (await db.query('select 1 from import_chunk where import = $1 limit 1', [id])).length > 0;
}

export async function dropChunks(db: Db, id: string): Promise<void> {
  await db.query('delete from import_chunk where import = $1', [id]);
}

/** Content that nobody used within thirty days is only ballast. */
export async function dropOldContent(db: Db, { now }: { now: string }): Promise<void> {
  await db.query("delete from import_chunk where import in (select id from import where created_at < $1::timestamptz - interval '30 days')", [now]);
}

export async function addBadRows(db: Db, id: string, bad: readonly Bad[]): Promise<void> {
  if (!bad.length) return;
  const rows = bad.map(({ row, column, refusal, value, key }) => ({
    import: id,
    row_number: row,
    column_name: storable(column).slice(0, 200),
    code: refusal.refused,
    field: refusal.field ?? null,
    params: refusal.params ?? null,
    value: storable(value).slice(0, 300),
    key: storable(key).slice(0, 300),
  }));
  await db.query(
    `insert into import_bad_row (import, row_number, column_name, code, field, params, value, key)
     select import, row_number, column_name, code, field, params, value, key from jsonb_populate_recordset(null::import_bad_row, $1::jsonb)`,
    [JSON.stringify(rows, (_name, each: unknown) => (typeof each === 'string' ? storable(each) : each))],
  );
}

export type BadRow = Row & {
  readonly id: number;
  readonly row_number: number;
  readonly column_name: string;
  readonly code: string;
  readonly field: string | null;
  readonly params: Refusal['params'] | null;
  readonly value: string;
};

export async function badRows(db: Db, { id, after, limit }: { id: string; after: number; limit: number }): Promise<BadRow[]> {
  return db.query<BadRow>(
    'select id, row_number, column_name, code, field, params, value from import_bad_row where import = $1 and id > $2 order by id limit $3',
    [id, after, limit],
  );
}

/** Keys of records that already have a bad row in this import: number of that row by key. */
export async function heldKeys(db: Db, id: string, keys: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const asked = new Map(keys.map((key) => [storable(key).slice(0, 300), key]));
  const rows = await db.query<{ key: string; row_number: number }>(
    'select key, min(row_number) as row_number from import_bad_row where import = $1 and key = any($2) group by key',
    [id, [...asked.keys()]],
  );
  return new Map(rows.map((row) => [asked.get(row.key) ?? row.key, row.row_number]));
}
