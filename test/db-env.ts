// Runs the same tests on the embedded database and on PostgreSQL, each with fresh migrated databases.

import { randomUUID } from 'node:crypto';
import net from 'node:net';
import { afterAll, describe, inject } from 'vitest';
import { type OpenOptions, openDatabase } from '../src/platform/db/open.ts';
import type { Db } from '../src/platform/db/types.ts';

export type TestEngine = 'pglite' | 'postgres';

export type OpenTest = (options?: {
  /** Without any migration. */
  empty?: boolean;
  /** Anything but the address: time limits, pool size ... */
  with?: Partial<OpenOptions>;
}) => Promise<Db>;

/** Chosen by TESSERA_TEST_DB: pglite, postgres or both (default). */
export const testEngines: readonly TestEngine[] = chosenEngines(process.env['TESSERA_TEST_DB'] ?? 'both');

/**
 * Each `open()` makes a new database of its own with the schema of `migrations/`; all are closed at the end of the group.
 * Usage: `eachDatabase('jobs', (open) => { let db: Db; beforeAll(async () => { db = await open(); }); it(...) })`.
 */
export function eachDatabase(name: string, tests: (open: OpenTest, engine: TestEngine) => void): void {
  for (const engine of testEngines) {
    describe(`${name} on ${engine}`, () => {
      const opened: Db[] = [];
      const open: OpenTest = async (options = {}) => {
        const url = engine === 'pglite' ? 'pglite:memory' : await freshPostgresUrl(options);
        const template = engine === 'pglite' ? { templateFile: await templateFile(options) } : {};
        const db = await openDatabase({ log: testLog, ...template, ...options.with, url });
        opened.push(db);
        return db;
      };
      afterAll(async () => {
        for (const db of opened) await db.close();
      });
      tests(open, engine);
    });
  }
}

/** The address of a new PostgreSQL database, for tests that open it more than once. The server forgets it at the end of the run. */
export async function freshPostgresUrl(options: { empty?: boolean } = {}): Promise<string> {
  const server = await ask('postgres');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const db = await openDatabase({ url: server, log: testLog, poolSize: 1 });
  try {
    await db.exec(`create database ${name} template ${options.empty ? 'template0' : 'tessera_template'}`);
  } finally {
    await db.close();
  }
  return server.replace(/postgres$/, name);
}

/** The tarball from which embedded databases start, for tests that open them themselves. */
export function templateFile(options: { empty?: boolean } = {}): Promise<string> {
  return ask(options.empty ? 'empty' : 'template');
}

/** Errors reach the console; the rest is expected noise. */
export const testLog = { info: () => undefined, warn: () => undefined, error: console.error };

function ask(what: 'template' | 'empty' | 'postgres'): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const line = net.connect(inject('databases'), () => line.write(`${what}\n`));
    line.on('data', (chunk) => {
      text += chunk;
    });
    line.on('error', reject);
    line.on('close', () => {
      const answer = JSON.parse(text || '{"error":"the test run has ended"}') as { value?: string; error?: string };
      if (answer.value === undefined) reject(new Error(answer.error));
      else resolve(answer.value);
    });
  });
}

function chosenEngines(choice: string): readonly TestEngine[] {
  if (choice === 'both') return ['pglite', 'postgres'];
  if (choice === 'pglite' || choice === 'postgres') return [choice];
  throw new Error(`TESSERA_TEST_DB must be pglite, postgres or both, not ${choice}`);
}
