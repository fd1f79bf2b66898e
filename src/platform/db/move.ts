// Moves a whole database to another engine or another major version, and proves that everything arrived.

import { createHash } from 'node:crypto';
import { DatabaseRefused } from './errors.ts';
import { migrate, pendingMigrations } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';
import { type Column, readTables, type Table } from './schema-read.ts';
import type { Db } from './types.ts';

export type MoveOptions = {
  /** Read in one snapshot; may be in use, but what is written to it meanwhile stays behind. */
  from: Db;
  /** Empty or freshly migrated. */
  to: Db;
  migrationsDir: string;
  progress?: (state: { table: string; rows: number }) => void;
};

/** `hash` is SHA-256 over the rows as JSON, one a line, in the order of the primary key; the same on both sides. */
export type Moved = { table: string; rows: number; hash: string };

/**
 * Everything is copied and compared in one transaction of the target, which stays empty unless all of it is right.
 * Errors: DatabaseRefused when the target has rows, the source is of another schema, or a table differs afterwards.
 */
export async function moveDatabase({ from, to, migrationsDir, progress = () => undefined }: MoveOptions): Promise<Moved[]> {
  await refuseUnlikeSource(from, migrationsDir);
  await refuseRows(to);
  return once(from, async () => {
    await from.exec('set transaction isolation level repeatable read, read only');
    return once(to, async () => {
      await migrate(to, migrationsDir);
      const schema = await dumpSchema(to);
      refuseDifference(await dumpSchema(from), schema);
      const tables = movable(await readTables(to));
      await loosen(to, tables);
      const copied: Moved[] = [];
      for (const table of tables) copied.push(await copy({ from, to, table, progress }));
      await moveSequences(from, to);
      await tighten(to, tables);
      for (const moved of copied) await compare(to, moved, tables);
      if ((await dumpSchema(to)) !== schema) throw new Error('the schema of the target is not what it was before the move');
      return copied;
    });
  });
}

/** Rows per round trip; fewer while the rows are long. */
const pageRows = 5_000;
const pageBytes = 8_000_000;
const unlimited = { timeoutMs: 0 };

/** Repeating this would repeat everything: whatever goes wrong, the administrator decides. */
function once<T>(db: Db, work: () => Promise<T>): Promise<T> {
  return db.tx(work, { retries: 0 });
}

async function refuseUnlikeSource(from: Db, migrationsDir: string): Promise<void> {
  const missing = await pendingMigrations(from, migrationsDir);
  if (missing.length === 0) return;
  throw new DatabaseRefused(`the source lacks ${missing.length} migrations, the first is ${missing[0]?.name}: run \`tessera migrate\` on it first.`);
}

function refuseDifference(source: string, schema: string): void {
  if (source === schema) return;
  const expected = new Set(schema.split(/,?\n/));
  const found = new Set(source.split(/,?\n/));
  const line = [...found].find((each) => !expected.has(each)) ?? [...expected].find((each) => !found.has(each));
  throw new DatabaseRefused(
    `the source is not as its migrations made it, somebody changed it by hand; the first difference is: ${line?.trim()}. Nothing was moved.`,
  );
}

async function refuseRows(to: Db): Promise<void> {
  for (const { name } of movable(await readTables(to))) {
    const rows = await to.query(`select 1 from ${quoted(name)} limit 1`);
    if (rows.length > 0) throw new DatabaseRefused(`the target has rows in the table ${name}: move into an empty database only.`);
  }
}

/** Partitions are read and written through their parent; the record of migrations is the target's own. */
function movable(tables: readonly Table[]): Table[] {
  return tables.filter((table) => table.partition_of === null && table.name !== 'migration');
}

/** Without foreign keys the order of tables and rows does not matter, not even where they refer to each other in a circle. */
async function loosen(to: Db, tables: readonly Table[]): Promise<void> {
  await prepareForLongWork(to);
  for (const table of tables) {
    await to.exec(`alter table ${quoted(table.name)} disable trigger user`);
    for (const key of foreignKeys(table)) await to.exec(`alter table ${quoted(table.name)} drop constraint ${quoted(key.name)}`);
  }
  const seeded = tables.map((table) => quoted(table.name)).join(', ');
  if (seeded !== '') await to.exec(`truncate ${seeded}`); // what migrations themselves put there comes from the source
}

/** Checking a foreign key takes as long as the table is big, and a table with deferred checks outstanding cannot be altered. */
async function prepareForLongWork(to: Db): Promise<void> {
  await to.exec('set local statement_timeout = 0');
  await to.exec('set constraints all immediate');
}

async function tighten(to: Db, tables: readonly Table[]): Promise<void> {
  await prepareForLongWork(to);
  for (const table of tables) {
    for (const key of foreignKeys(table)) await to.exec(`alter table ${quoted(table.name)} add constraint ${quoted(key.name)} ${key.definition}`);
    await to.exec(`alter table ${quoted(table.name)} enable trigger user`);
  }
}

function foreignKeys(table: Table): Table['constraints'] {
  return table.constraints.filter((constraint) => constraint.kind === 'foreign');
}

type Copy = { from: Db; to: Db; table: Table; progress: NonNullable<MoveOptions['progress']> };

async function copy({ from, to, table, progress }: Copy): Promise<Moved> {
  const insert = insertSql(table);
  let rows = 0;
  const hash = await eachPage(from, table, async (page) => {
    await to.query(insert, [`[${page.join(',')}]`], unlimited);
    rows += page.length;
    progress({ table: table.name, rows });
  });
  return { table: table.name, rows, hash };
}

async function compare(to: Db, moved: Moved, tables: readonly Table[]): Promise<void> {
  const table = tables.find((each) => each.name === moved.table);
  let rows = 0;
  const hash = await eachPage(to, table as Table, async (page) => {
    rows += page.length;
  });
  if (rows === moved.rows && hash === moved.hash) return;
  throw new DatabaseRefused(
    `the table ${moved.table} arrived with ${rows} rows (${hash}) instead of ${moved.rows} (${moved.hash}). The target was left empty.`,
  );
}

/** Hands the rows as JSON texts to `work`, page by page, through a cursor of the transaction; answers their hash. */
async function eachPage(db: Db, table: Table, work: (page: readonly string[]) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  await db.query(`declare moving no scroll cursor for ${selectSql(table)}`, [], unlimited);
  let size = 100;
  for (;;) {
    const page = (await db.query<{ row: string }>(`fetch ${size} from moving`, [], unlimited)).map((each) => each.row);
    if (page.length === 0) break;
    let bytes = 0;
    for (const row of page) {
      hash.update(row).update('\n');
      bytes += row.length;
    }
    await work(page);
    size = Math.max(1, Math.min(pageRows, size * 2, Math.floor((pageBytes * page.length) / bytes)));
  }
  await db.query('close moving');
  return hash.digest('hex');
}

/** JSON travels as text inside the JSON of its row: otherwise the JSON null could not be told from no value. */
function selectSql(table: Table): string {
  const columns = stored(table).map((column) => `${quoted(column.name)}${isJson(column) ? '::text' : ''} as ${quoted(column.name)}`);
  const key = table.constraints.find((constraint) => constraint.kind === 'primary')?.columns ?? [];
  const order = key.length > 0 ? key.map((name) => orderOf(table, name)) : ['row_to_json(r)::text collate "C"'];
  return `select row_to_json(r)::text as row from (select ${columns.join(', ')} from ${quoted(table.name)}) r order by ${order.join(', ')}`;
}

function orderOf(table: Table, name: string): string {
  const column = table.columns.find((each) => each.name === name);
  return /^(text|character|name)/.test(column?.type ?? '') ? `r.${quoted(name)} collate "C"` : `r.${quoted(name)}`;
}

function insertSql(table: Table): string {
  const columns = stored(table);
  const names = columns.map((column) => quoted(column.name)).join(', ');
  const typed = columns.map((column) => `${quoted(column.name)} ${isJson(column) ? 'text' : column.type}`).join(', ');
  const values = columns.map((column) => `${quoted(column.name)}${isJson(column) ? `::${column.type}` : ''}`).join(', ');
  return `insert into ${quoted(table.name)} (${names}) overriding system value select ${values} from json_to_recordset($1::json) as r (${typed})`;
}

function stored(table: Table): Column[] {
  return table.columns.filter((column) => !column.generated);
}

function isJson(column: Column): boolean {
  return column.type === 'json' || column.type === 'jsonb';
}

/** Of identity columns and of their own: the next number must be the next number. */
async function moveSequences(from: Db, to: Db): Promise<void> {
  const sequences = await from.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relkind = 'S' order by 1`,
  );
  for (const { name } of sequences) {
    const [state] = await from.query<{ last_value: number; is_called: boolean }>(`select last_value::text, is_called from ${quoted(name)}`);
    if (state) await to.query('select setval($1::regclass, $2::bigint, $3)', [quoted(name), state.last_value, state.is_called]);
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
