// How a command line reaches the product: a server somewhere, the server on this machine, or the database opened for a moment.
import { existsSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { join } from 'node:path';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/db/types.ts';
import { openHouse } from './house.ts';
import { localRequests } from './serve.ts';

export type Answer = { readonly status: number; readonly body: string };
export type Call = { readonly method: string; readonly path: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> };
export type Connection = { readonly call: (call: Call) => Promise<Answer>; readonly close: () => Promise<void>; readonly where: string };

export const socketPath = (config: Config): string => join(config.data, 'tessera.sock');

/**
 * With `url`: that server, as the owner of `token`. Otherwise the running server of the data directory, over its socket that
 * only this user can open; otherwise the database itself, under its exclusive lock. The last two act as the administrator.
 */
export async function connect(config: Config, { url, token, log }: { url: string | undefined; token: string | undefined; log: Log }): Promise<Connection> {
  if (url) return { where: url, call: (call) => viaFetch(url, token, call), close: async () => undefined };
  const path = socketPath(config);
  if (existsSync(path) && (await answers(path))) return { where: path, call: (call) => viaSocket(path, call), close: async () => undefined };
  const opened = await openHouse(config, { log });
  const app = await localRequests(opened.house, opened.runner);
  const call = async ({ method, path: target, body, headers }: Call): Promise<Answer> => {
    const answer = await app.inject({ method: method as 'GET', url: target, headers: headersOf(body, headers), payload: textOf(body) });
    return { status: answer.statusCode, body: answer.body };
  };
  const close = async (): Promise<void> => {
    await opened.runner.drain();
    await app.close();
    await opened.close();
  };
  return { where: 'the database', call, close };
}

const textOf = (body: unknown): string | undefined => (body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
const headersOf = (body: unknown, headers: Call['headers']): Record<string, string> => ({
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...headers,
});

async function viaFetch(url: string, token: string | undefined, { method, path, body, headers }: Call): Promise<Answer> {
  const answer = await fetch(new URL(path, url), {
    method,
    headers: { ...headersOf(body, headers), ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: textOf(body),
  });
  return { status: answer.status, body: await answer.text() };
}

function viaSocket(socket: string, { method, path, body, headers }: Call): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ socketPath: socket, method, path, headers: headersOf(body, headers) }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(textOf(body));
  });
}

/** A socket file may be left over from a killed server: only one that answers counts. */
async function answers(socket: string): Promise<boolean> {
  return viaSocket(socket, { method: 'GET', path: '/healthz' }).then(
    (answer) => answer.status === 200,
    () => false,
  );
}
