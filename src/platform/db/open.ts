// Opens a database by its address; nothing else in the product knows which engine it is.

import fs from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type DataDirectory, installedPglite, openDirectory } from './data-directory.ts';
import { databaseOver } from './database.ts';
import { defaultStatementTimeoutMs } from './engine.ts';
import { DatabaseRefused } from './errors.ts';
import { schemaVersion } from './migrate.ts';
import { pgliteEngine } from './pglite.ts';
import { postgresEngine } from './postgres.ts';
import type { Db, Log } from './types.ts';

export type OpenOptions = {
  /** `pglite:./data`, `pglite:memory` (lost with the process, and with a statement that times out) or `postgres://...`. */
  url: string;
  log: Log;
  /** 0 to 1, for the jitter of retries. */
  chance?: () => number;
  /** Tarball made by `buildTemplate` from which a new embedded database starts; by default the one beside the bundle. */
  templateFile?: string;
  /** Connections to PostgreSQL; the embedded engine has one. */
  poolSize?: number;
  /** A PostgreSQL address that does not lead through PgBouncer, for LISTEN. */
  directUrl?: string;
  /** Named prepared statements on PostgreSQL; off for the sake of PgBouncer before 1.21. */
  prepare?: boolean;
  /** Milliseconds; 30,000 each by default, 0 for no limit on statements. */
  statementTimeoutMs?: number;
  idleTransactionMs?: number;
};

/** Errors: DatabaseRefused when it must not be opened; the message is for the administrator. */
export async function openDatabase(options: OpenOptions): Promise<Db> {
  if (/^postgres(ql)?:\/\//.test(options.url)) return overPostgres(options);
  const place = /^pglite:(.+)$/.exec(options.url)?.[1];
  if (place === undefined) throw new DatabaseRefused('the database address must begin with pglite: or postgres://, for example pglite:./data');
  return place === 'memory' ? inMemory(options) : inDirectory(options, place);
}

function overPostgres(options: OpenOptions): Db {
  const { url, log, directUrl = url, poolSize = 10, prepare = false, statementTimeoutMs = defaultStatementTimeoutMs } = options;
  return databaseOver(postgresEngine({ url, directUrl, log, poolSize, prepare, statementTimeoutMs }), scopeOptions(options));
}

async function inMemory(options: OpenOptions): Promise<Db> {
  const { log, templateFile = null, statementTimeoutMs = defaultStatementTimeoutMs } = options;
  const worker = { dir: null, templateFile, pglite: installedPglite() };
  return databaseOver(await pgliteEngine({ worker, log, statementTimeoutMs, onClosed: async () => undefined }), scopeOptions(options));
}

async function inDirectory(options: OpenOptions, dir: string): Promise<Db> {
  const { log, templateFile = shippedTemplate(), statementTimeoutMs = defaultStatementTimeoutMs } = options;
  const directory = await openDirectory({ dir, log, templateFile, initialise });
  const worker = { dir: directory.cluster, templateFile: null, pglite: installedPglite() };
  const engine = await pgliteEngine({ worker, log, statementTimeoutMs, onClosed: directory.release }).catch(async (error: unknown) => {
    await directory.release();
    throw error;
  });
  return recordingSchema(databaseOver(engine, scopeOptions(options)), directory);
}

async function initialise(dir: string): Promise<void> {
  const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const worker = { dir, templateFile: null, pglite: installedPglite() };
  const engine = await pgliteEngine({ worker, log: quiet, statementTimeoutMs: 0, onClosed: async () => undefined });
  await engine.close();
}

/** `tessera.json` names the schema at the last start or clean stop; the table `migration` is the truth. */
async function recordingSchema(db: Db, directory: DataDirectory): Promise<Db> {
  directory.recordSchema(await schemaVersion(db));
  return {
    ...db,
    async close() {
      directory.recordSchema(await schemaVersion(db).catch(() => null));
      await db.close();
    },
  };
}

function scopeOptions({ log, chance = Math.random, idleTransactionMs = 30_000 }: OpenOptions): Parameters<typeof databaseOver>[1] {
  return { log, chance, idleTransactionMs };
}

function shippedTemplate(): string | null {
  const file = fileURLToPath(new URL('./template.tar.gz', import.meta.url));
  return fs.existsSync(file) ? file : null;
}
