// Once per test run: the databases, made when the first test asks for one, and their end.

import { createHash } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { installedPglite } from '../src/platform/db/data-directory.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import { buildTemplate } from '../src/platform/db/template.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databases: string;
  }
}

/** A line on the socket asks for `template`, `empty` (another template) or `postgres`; the answer is a line of JSON: `{ "value": ... }` or `{ "error": ... }`. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const templates = new Map<string, Promise<string>>();
  let server: Promise<PostgresServer> | undefined;
  let migrated: Promise<string> | undefined;
  const answers: Record<string, () => Promise<string>> = {
    template: () => remembered(templates, 'migrated'),
    empty: () => remembered(templates, 'empty'),
    postgres() {
      server ??= startPostgres();
      migrated ??= server.then(postgresTemplate);
      return migrated;
    },
  };
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'tessera-test-'));
  const socket = path.join(directory, 'databases.sock');
  const desk = net.createServer((line) => serve(line, answers));
  await new Promise<void>((resolve) => desk.listen(socket, resolve));
  project.provide('databases', socket);
  return async () => {
    desk.close();
    await server?.then((running) => running.stop()).catch(() => undefined);
    fs.rmSync(directory, { recursive: true, force: true });
  };
}

const migrationsDir = fileURLToPath(new URL('../migrations', import.meta.url));
const log = { info: () => undefined, warn: () => undefined, error: console.error };

function serve(line: net.Socket, answers: Record<string, () => Promise<string>>): void {
  line.on('error', () => undefined);
  line.once('data', (chunk) => {
    const answer = answers[String(chunk).trim()]?.() ?? Promise.reject(new Error('asked for something unknown'));
    answer.then(
      (value) => line.end(JSON.stringify({ value })),
      (error: unknown) => line.end(JSON.stringify({ error: error instanceof Error ? error.message : String(error) })),
    );
  });
}

function remembered(templates: Map<string, Promise<string>>, kind: 'migrated' | 'empty'): Promise<string> {
  const made = templates.get(kind) ?? pgliteTemplate(kind);
  templates.set(kind, made);
  return made;
}

/** Kept between runs under the hash of what it depends on: building it takes as long as ten test files. */
async function pgliteTemplate(kind: 'migrated' | 'empty'): Promise<string> {
  const hash = createHash('sha256').update(installedPglite());
  const names = kind === 'empty' ? [] : fs.readdirSync(migrationsDir).sort();
  for (const name of names) hash.update(name).update(fs.readFileSync(path.join(migrationsDir, name)));
  const directory = fileURLToPath(new URL('../node_modules/.cache/tessera', import.meta.url));
  const file = path.join(directory, `${kind}-${hash.digest('hex').slice(0, 16)}.tar.gz`);
  if (fs.existsSync(file)) return file;
  fs.mkdirSync(directory, { recursive: true });
  await buildTemplate({ file, ...(kind === 'migrated' ? { migrationsDir } : {}), log });
  return file;
}

async function postgresTemplate(server: PostgresServer): Promise<string> {
  const db = await openDatabase({ url: server.url, log });
  await db.exec('create database tessera_template');
  await db.close();
  const template = await openDatabase({ url: server.url.replace(/postgres$/, 'tessera_template'), log });
  await migrate(template, migrationsDir);
  await template.close();
  return server.url;
}
