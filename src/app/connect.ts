// How a command line reaches the product: a server somewhere, the server on this machine, or the database opened for a moment.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/db/types.ts';
import { openHouse } from './house.ts';
import { appOf, type Local, localFile } from './serve.ts';

export type Answer = { readonly status: number; readonly body: string };
export type Streamed = { readonly status: number; readonly body: Readable };
export type Call = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** A stream and a text go as they are, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};
export type Connection = {
  readonly call: (call: Call) => Promise<Answer>;
  /** Gives a large answer as it comes, so that it is never held whole. */
  readonly stream: (path: string) => Promise<Streamed>;
  readonly close: () => Promise<void>;
  readonly where: string;
};

/**
 * With `url`: that server, as the owner of `token`. Otherwise the running server of the data directory, proved by a secret that
 * only its account can read; otherwise the database itself, under its exclusive lock. The last two act as the administrator.
 */
export async function connect(config: Config, { url, token, log }: { url?: string; token?: string; log: Log }): Promise<Connection> {
  if (url) return over(url, token ? `Bearer ${token}` : null);
  const local = readLocal(config);
  if (local && (await answers(local.url))) return over(local.url, `Local ${local.secret}`);
  const opened = await openHouse(config, { log });
  // What a command sets going (an import, a reaction) is done here, as a server would.
  opened.runner.wake();
  const secret = opened.house.chance.uuid();
  const app = await appOf(opened.house, config, { secret, web: null });
  const call = async ({ method, path, body, headers }: Call): Promise<Answer> => {
    const answer = await app.inject({
      method,
      url: path,
      headers: { ...headersOf(body, headers), authorization: `Local ${secret}` },
      payload: payloadOf(body),
    });
    return { status: answer.statusCode, body: answer.body };
  };
  const stream = async (path: string): Promise<Streamed> => {
    const answer = await app.inject({ method: 'GET', url: path, headers: { authorization: `Local ${secret}` }, payloadAsStream: true });
    return { status: answer.statusCode, body: answer.stream() };
  };
  const close = async (): Promise<void> => {
    await opened.runner.drain();
    await app.close();
    await opened.close();
  };
  return { where: 'the database', call, stream, close };
}

const payloadOf = (body: unknown): string | Readable | undefined =>
  body === undefined || typeof body === 'string' || body instanceof Readable ? body : JSON.stringify(body);
const headersOf = (body: unknown, headers: Call['headers']): Record<string, string> => ({
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...headers,
});

function over(url: string, authorization: string | null): Connection {
  const call = async ({ method, path, body, headers }: Call): Promise<Answer> => {
    const payload = payloadOf(body);
    const sent = payload instanceof Readable ? { body: Readable.toWeb(payload) as ReadableStream, duplex: 'half' } : { body: payload };
    const all = { ...headersOf(body, headers), ...(authorization ? { authorization } : {}) };
    const answer = await fetch(new URL(path, url), { method, headers: all, ...sent });
    return { status: answer.status, body: await answer.text() };
  };
  const stream = async (path: string): Promise<Streamed> => {
    const answer = await fetch(new URL(path, url), { headers: authorization ? { authorization } : {} });
    return { status: answer.status, body: Readable.from(answer.body ? piecesOf(answer.body) : []) };
  };
  return { where: url, call, stream, close: async () => undefined };
}

async function* piecesOf(body: NonNullable<Response['body']>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    yield value;
  }
}

function readLocal(config: Config): Local | null {
  try {
    return JSON.parse(readFileSync(localFile(config), 'utf8')) as Local;
  } catch {
    // No file, or one cut short by a killed server: there is no server to talk to.
    return null;
  }
}

/** The file may be left over from a killed server: only one that answers counts. */
async function answers(url: string): Promise<boolean> {
  return fetch(new URL('/healthz', url), { signal: AbortSignal.timeout(3_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
}
