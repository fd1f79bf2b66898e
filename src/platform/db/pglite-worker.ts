// The worker thread in which the embedded PostgreSQL runs: it is synchronous, and would otherwise stop the whole process.

import fs from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { amcheck } from '@electric-sql/pglite/contrib/amcheck';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { DatabaseError } from './errors.ts';
import { DurableNodeFS, durableStartParams } from './pglite-files.ts';
import { converse } from './pglite-protocol.ts';
import type { Opened, Reply, Request, WorkerStart } from './pglite-rpc.ts';

const port = parentPort;
if (!port) throw new Error('pglite-worker runs in a worker thread only');

const { dir, templateFile, pglite, wasm } = workerData as WorkerStart;
const files = dir === null ? undefined : new DurableNodeFS(dir);
/** What migrations may `create extension`; a server has them in its contrib package. */
const extensions = { amcheck, pg_trgm, unaccent };
/** The request in hand, and the last words of the server's own log. */
let current = 0;
const lastWords: string[] = [];

try {
  if (files) files.onAbort = () => send({ id: current, kind: 'fatal', message: lastWords.join(' ') || 'the server aborted' });
  const engine = await open();
  engine.onNotification((channel, payload) => send({ id: -1, kind: 'notification', channel, payload }));
  const talk = converse(engine);
  port.on('message', (request: Request) => void answer(request, engine, talk));
  send({ id: 0, kind: 'opened', opened: await describe(talk) });
} catch (error) {
  send({ id: 0, kind: 'fatal', message: messageOf(error) });
}

function send(reply: Reply): void {
  port?.postMessage(reply);
}

async function open(): Promise<PGlite> {
  const common = { pgliteWasmModule: wasm, extensions, onStderr: remember };
  if (files) return PGlite.create({ ...common, fs: files, startParams: durableStartParams(PGlite.defaultStartParams) });
  const template = templateFile === null ? {} : { loadDataDir: new Blob([fs.readFileSync(templateFile)]) };
  return PGlite.create({ ...common, dataDir: 'memory://', ...template });
}

function remember(line: string): boolean {
  lastWords.push(line);
  if (lastWords.length > 3) lastWords.shift();
  return false;
}

type Talk = ReturnType<typeof converse>;

async function answer(request: Request, engine: PGlite, talk: Talk): Promise<void> {
  const { id } = request;
  current = id;
  try {
    if (request.kind === 'run') send({ id, kind: 'results', results: await talk.run(request.commands), status: talk.status() });
    else if (request.kind === 'exec') send({ id, kind: 'results', results: await talk.exec(request.sql), status: talk.status() });
    else send(await finish(request, engine));
  } catch (error) {
    if (error instanceof DatabaseError) send({ id, kind: 'refused', error: fieldsOf(error), status: talk.status() });
    else send({ id, kind: 'fatal', message: messageOf(error) });
  }
}

async function finish(request: Extract<Request, { kind: 'dump' | 'close' }>, engine: PGlite): Promise<Reply> {
  if (request.kind === 'close') await engine.close();
  else fs.writeFileSync(request.file, new Uint8Array(await (await engine.dumpDataDir('gzip')).arrayBuffer()));
  return { id: request.id, kind: 'done' };
}

async function describe(talk: Talk): Promise<Opened> {
  const [version] = await talk.run([{ sql: 'show server_version', values: [] }]);
  return { pglite, server: String(version?.rows[0]?.[0]), durable: files !== undefined && (await commitReachesDisk(talk, files)) };
}

/** A logical message writes and commits one WAL record like any row, but leaves no table behind. */
async function commitReachesDisk(talk: Talk, disk: DurableNodeFS): Promise<boolean> {
  const before = disk.syncs;
  await talk.run([{ sql: "select pg_logical_emit_message(true, 'tessera', 'durability self-test')", values: [] }]);
  return disk.syncs > before;
}

function fieldsOf(error: DatabaseError): DatabaseError {
  return Object.assign({}, error, { message: error.message });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
