// The directory of an embedded database: private, locked, of a known version, and never half made.

import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { lockDirectory } from './directory-lock.ts';
import { DatabaseRefused } from './errors.ts';
import { syncPath, unpack } from './tar.ts';
import type { Log } from './types.ts';

/** What the pinned PGlite is, and whose files it reads. A test compares this with the engine itself. */
export const embedded = { pg_major: 18, readable: ['0.5.14'] };

/** The contents of `tessera.json`. */
export type DirectoryVersion = { pglite: string; pg_major: number; schema_version: string | null };

export type DataDirectory = {
  /** Where the engine keeps its files. */
  cluster: string;
  /** For the version file; written when it differs. */
  recordSchema(version: string | null): void;
  release(): Promise<void>;
};

export type DirectoryOptions = {
  dir: string;
  log: Log;
  templateFile: string | null;
  /** Makes a cluster in an empty directory, the slow way; used when there is no template. */
  initialise: (dir: string) => Promise<void>;
};

/** Errors: DatabaseRefused in plain words when it is in use, of another version, or not a database. */
export async function openDirectory(options: DirectoryOptions): Promise<DataDirectory> {
  const dir = path.resolve(options.dir);
  refuseForeign(dir);
  makePrivate(dir);
  const lock = await lockDirectory(dir);
  try {
    const cluster = path.join(dir, 'pg');
    const version = readVersion(dir);
    if (fs.existsSync(path.join(cluster, 'PG_VERSION'))) check({ dir, cluster, version }, options.log);
    else await create({ dir, cluster, version }, options);
    makePrivate(cluster);
    const written: DirectoryVersion = { pglite: installedPglite(), pg_major: embedded.pg_major, schema_version: version?.schema_version ?? null };
    writeVersion(dir, written);
    return {
      cluster,
      recordSchema(schemaVersion) {
        if (schemaVersion === written.schema_version) return;
        written.schema_version = schemaVersion;
        writeVersion(dir, written);
      },
      release: () => lock.release(),
    };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** The version of PGlite that runs here. */
export function installedPglite(): string {
  return (JSON.parse(fs.readFileSync(pgliteFile('package.json'), 'utf8')) as { version: string }).version;
}

/** The path of a file in the package of PGlite, which does not export all of its files. */
export function pgliteFile(name: string): string {
  return path.resolve(path.dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')), '..', name);
}

type Found = { dir: string; cluster: string; version: DirectoryVersion | undefined };

/** A directory of somebody else's must not become private to Tessera; a volume may have `lost+found` in it. */
function refuseForeign(dir: string): void {
  const foreign = fs.existsSync(dir) ? fs.readdirSync(dir).filter((name) => !/^(pg|pg\.new|tessera\..+|lost\+found|\..+)$/.test(name)) : [];
  if (foreign.length === 0) return;
  throw new DatabaseRefused(`${dir} has other files in it (${foreign.slice(0, 3).join(', ')}). Choose a directory that is empty or does not exist yet.`);
}

/** The engine creates its files readable for all: the directory is what keeps others out. */
function makePrivate(dir: string): void {
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  if ((fs.statSync(dir).mode & 0o077) !== 0) fs.chmodSync(dir, 0o700);
}

function readVersion(dir: string): DirectoryVersion | undefined {
  const file = path.join(dir, 'tessera.json');
  if (!fs.existsSync(file)) return undefined;
  try {
    const version = JSON.parse(fs.readFileSync(file, 'utf8')) as DirectoryVersion;
    if (typeof version.pglite === 'string' && typeof version.pg_major === 'number') return version;
  } catch {
    // answered below: the same advice for every way in which the file can be wrong
  }
  throw new DatabaseRefused(`${file} cannot be read. Restore it from a backup, or delete it if ${dir} has no database in it yet.`);
}

function writeVersion(dir: string, version: DirectoryVersion): void {
  const file = path.join(dir, 'tessera.json');
  const text = `${JSON.stringify(version, null, 2)}\n`;
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) return;
  const draft = `${file}.new`;
  fs.writeFileSync(draft, text, { mode: 0o600 });
  syncPath(draft);
  fs.renameSync(draft, file);
  syncPath(dir);
}

function check({ dir, cluster, version }: Found, log: Log): void {
  const major = Number(fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim());
  if (!version) log.warn({ dir }, 'tessera.json is missing beside the database and is written anew');
  const isReadable = !version || embedded.readable.includes(version.pglite);
  if (major === embedded.pg_major && (version?.pg_major ?? major) === major && isReadable) return;
  const wrote = version ? `PGlite ${version.pglite} (PostgreSQL ${version.pg_major})` : `PostgreSQL ${major}`;
  throw new DatabaseRefused(
    `${dir} was written by ${wrote}; this Tessera runs PGlite ${installedPglite()} (PostgreSQL ${embedded.pg_major}) and cannot read it. ` +
      'Start the Tessera that wrote it, move the database with `tessera db move` to a PostgreSQL server or to a new directory, or restore a backup.',
  );
}

/** Made beside and renamed when complete, so that a crash in the middle leaves nothing that looks like a database. */
async function create({ dir, cluster, version }: Found, options: DirectoryOptions): Promise<void> {
  if (version?.schema_version)
    throw new DatabaseRefused(
      `${dir} had a database (${version.schema_version}) but ${cluster} is gone. Restore a backup, or delete ${path.join(dir, 'tessera.json')} to begin anew.`,
    );
  if (fs.existsSync(cluster) && fs.readdirSync(cluster).length > 0)
    throw new DatabaseRefused(`${cluster} is neither empty nor a database. Choose another directory.`);
  const draft = path.join(dir, 'pg.new');
  fs.rmSync(draft, { recursive: true, force: true });
  makePrivate(draft);
  if (options.templateFile === null) await options.initialise(draft);
  else await unpack(options.templateFile, draft);
  const major = Number(fs.readFileSync(path.join(draft, 'PG_VERSION'), 'utf8').trim());
  if (major !== embedded.pg_major)
    throw new DatabaseRefused(`the template ${options.templateFile} is of PostgreSQL ${major}, not ${embedded.pg_major}: build it again.`);
  fs.rmSync(cluster, { recursive: true, force: true });
  fs.renameSync(draft, cluster);
  syncPath(dir);
}
