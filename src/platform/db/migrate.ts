// Applies the numbered SQL files of a directory, forward only, each once and in its own transaction.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { DatabaseRefused } from './errors.ts';
import type { Db } from './types.ts';

export type Migration = {
  /** `0001-journal` for the file `0001-journal.sql`. */
  name: string;
  sql: string;
  checksum: string;
  /** Declared by `-- breaking` in the first line: processes of the older release must stop before it is applied. */
  breaking: boolean;
};

/**
 * Answers the migrations applied now, oldest first.
 * Errors: DatabaseRefused when an applied file was changed or is unknown here, DatabaseError with the file's name.
 */
export async function migrate(db: Db, directory: string): Promise<Migration[]> {
  const files = await readMigrations(directory);
  await db.tx(async () => {
    await lock(db);
    await db.exec(migrationTable);
    await pending(db, files);
  });
  const applied: Migration[] = [];
  for (const file of files) if (await applyOnce(db, file, files)) applied.push(file);
  return applied;
}

/** What `migrate` would apply. Errors: as `migrate`. */
export async function pendingMigrations(db: Db, directory: string): Promise<Migration[]> {
  const files = await readMigrations(directory);
  return (await hasMigrationTable(db)) ? pending(db, files) : files;
}

/** The name of the newest applied migration; null before the first. */
export async function schemaVersion(db: Db): Promise<string | null> {
  if (!(await hasMigrationTable(db))) return null;
  const [row] = await db.query<{ name: string | null }>('select max(name) as name from migration');
  return row?.name ?? null;
}

/** Errors: DatabaseRefused for a file that is not called NNNN-what.sql, or two with one number. */
export async function readMigrations(directory: string): Promise<Migration[]> {
  const names = (await fs.readdir(directory)).filter((name) => name.endsWith('.sql')).sort();
  const numbers = new Set<string>();
  for (const name of names) {
    const number = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(name)?.[1];
    if (number === undefined)
      throw new DatabaseRefused(`${path.join(directory, name)}: a migration is called NNNN-what.sql, for example 0007-change-calendar.sql`);
    if (numbers.has(number)) throw new DatabaseRefused(`${directory} has two migrations with the number ${number}: give the newer one the next free number`);
    numbers.add(number);
  }
  return Promise.all(names.map((name) => readMigration(path.join(directory, name))));
}

const migrationTable = `create table if not exists migration (
  name text collate "C" primary key,
  checksum text not null,
  breaking boolean not null,
  applied_at timestamptz not null default now()
)`;

/** Line ends are not part of a migration, or a checkout on another system would be refused. */
async function readMigration(file: string): Promise<Migration> {
  const sql = (await fs.readFile(file, 'utf8')).replaceAll('\r\n', '\n');
  const checksum = createHash('sha256').update(sql).digest('hex');
  return { name: path.basename(file, '.sql'), sql, checksum, breaking: /^--\s*breaking\b/.test(sql) };
}

/** Two processes may start together: the lock makes the second wait, and then see the first one's work. */
async function applyOnce(db: Db, file: Migration, files: readonly Migration[]): Promise<boolean> {
  try {
    return await db.tx(async () => {
      await db.exec('set local statement_timeout = 0');
      await lock(db);
      if (!(await pending(db, files)).includes(file)) return false;
      await db.exec(file.sql);
      await db.query('insert into migration (name, checksum, breaking) values ($1, $2, $3)', [file.name, file.checksum, file.breaking]);
      return true;
    });
  } catch (error) {
    if (error instanceof Error && !(error instanceof DatabaseRefused)) error.message = `migration ${file.name}: ${error.message}`;
    throw error;
  }
}

/** The embedded engine has one connection and one process, so there is nobody to wait for. */
async function lock(db: Db): Promise<void> {
  if (db.engine === 'postgres') await db.query("select pg_advisory_xact_lock(hashtext('tessera migration'))");
}

async function pending(db: Db, files: readonly Migration[]): Promise<Migration[]> {
  const rows = await db.query<{ name: string; checksum: string }>('select name, checksum from migration order by name');
  const byName = new Map(files.map((file) => [file.name, file]));
  for (const row of rows) {
    const file = byName.get(row.name);
    if (!file)
      throw new DatabaseRefused(
        `the database has the migration ${row.name}, which this Tessera does not know: it was opened by a newer one. Start that one, or restore a backup made before it.`,
      );
    if (file.checksum !== row.checksum)
      throw new DatabaseRefused(
        `the migration ${row.name} was changed after it was applied here. Restore the file as it was, and put the change into a new migration.`,
      );
  }
  const applied = new Set(rows.map((row) => row.name));
  const newest = rows.at(-1)?.name ?? '';
  const missing = files.filter((file) => !applied.has(file.name));
  const late = missing.find((file) => file.name < newest);
  if (late) throw new DatabaseRefused(`the migration ${late.name} comes before ${newest}, which is applied already: give it the next free number.`);
  return missing;
}

async function hasMigrationTable(db: Db): Promise<boolean> {
  const [row] = await db.query<{ found: boolean }>("select to_regclass('public.migration') is not null as found");
  return row?.found === true;
}
