// A real server in a process of its own, for tests that kill it: started from the build, found by what it writes for its own command line.
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const root = new URL('../..', import.meta.url).pathname;
export type Place = { readonly data: string; readonly database?: string };
export type Server = {
  readonly url: string;
  /** What proves a command line on this machine. */
  readonly secret: string;
  readonly child: ChildProcess;
  readonly output: () => string;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
  gone: Promise<number | null>;
};

export function newPlace(database?: string): Place {
  return { data: join(mkdtempSync(join(tmpdir(), 'tessera-fault-')), 'data'), database };
}

export const forget = (place: Place): void => rmSync(join(place.data, '..'), { recursive: true, force: true });

export function environment(place: Place, more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const { TESSERA_URL: _url, TESSERA_TOKEN: _token, ...env } = process.env;
  return {
    ...env,
    TESSERA_DATA: place.data,
    TESSERA_PORT: '0',
    TESSERA_LOG: 'warn',
    ...(place.database ? { TESSERA_DATABASE_URL: place.database } : {}),
    ...more,
  };
}

/** Starts the built server and waits until it is ready. */
export async function start(place: Place, args: readonly string[] = [], more: Record<string, string> = {}): Promise<Server> {
  if (!existsSync(join(root, 'dist/tessera.mjs'))) throw new Error('the server is not built: run `npm run build` first');
  rmSync(join(place.data, 'tessera.local'), { force: true });
  const child = spawn(process.execPath, [join(root, 'bin/tessera.mjs'), 'serve', ...args], {
    env: environment(place, more),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  const gone = new Promise<number | null>((resolve) => child.on('exit', (code) => resolve(code)));
  const local = await ready(place, child, () => output);
  const call: Server['call'] = (method, path, body, headers = {}) =>
    fetch(new URL(path, local.url), {
      method,
      body: body === undefined ? undefined : JSON.stringify(body),
      headers: { authorization: `Local ${local.secret}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    });
  return { url: local.url, secret: local.secret, child, output: () => output, call, gone };
}

async function ready(place: Place, child: ChildProcess, output: () => string): Promise<{ url: string; secret: string }> {
  const until = Date.now() + 300_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${output()}`);
    const file = join(place.data, 'tessera.local');
    if (existsSync(file) && output().includes('is ready')) {
      const local = JSON.parse(readFileSync(file, 'utf8')) as { url: string; secret: string };
      if (
        await fetch(new URL('/readyz', local.url)).then(
          (answer) => answer.ok,
          () => false,
        )
      )
        return local;
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  child.kill('SIGKILL');
  throw new Error(`the server was not ready in five minutes: ${output()}`);
}
