// Builds the tarball of an initialised and migrated database, from which others start in a second instead of five.

import fs from 'node:fs/promises';
import { installedPglite } from './data-directory.ts';
import { databaseOver } from './database.ts';
import { migrate } from './migrate.ts';
import { pgliteEngine } from './pglite.ts';
import type { Log } from './types.ts';

export type TemplateOptions = {
  /** Where the tarball goes; it appears complete or not at all. */
  file: string;
  /** Migrations to apply first; none for an empty database. */
  migrationsDir?: string;
  log: Log;
};

/** Errors: as `migrate`. */
export async function buildTemplate({ file, migrationsDir, log }: TemplateOptions): Promise<void> {
  const worker = { dir: null, templateFile: null, pglite: installedPglite() };
  const engine = await pgliteEngine({ worker, log, statementTimeoutMs: 0, onClosed: async () => undefined });
  const db = databaseOver(engine, { log, chance: () => 0.5, idleTransactionMs: 600_000 });
  const draft = `${file}.${process.pid}`;
  try {
    if (migrationsDir !== undefined) await migrate(db, migrationsDir);
    await engine.dump(draft);
  } finally {
    await db.close();
  }
  await fs.rename(draft, file);
}
