// The embedded engine: one connection for everybody in turn, in a worker thread that is replaced when it dies.

import { type Command, channelName, type Engine, type Result, type RunOptions, type Session } from './engine.ts';
import { ConnectionLost, DatabaseRefused } from './errors.ts';
import { type Remote, type RequestBody, startRemote } from './pglite-remote.ts';
import type { WireResult, WorkerData } from './pglite-rpc.ts';
import type { Health, Log } from './types.ts';

export type PgliteOptions = {
  worker: WorkerData;
  log: Log;
  statementTimeoutMs: number;
  /** The worker's program; for tests that give it a failing disk. */
  program?: string;
  /** After the engine has closed, for instance to give back the directory. */
  onClosed: () => Promise<void>;
};

export type PgliteEngine = Engine & {
  /** Writes a gzipped tarball of the cluster, from which others start. */
  dump(file: string): Promise<void>;
};

/** Errors: DatabaseRefused when the cluster cannot be opened. */
export async function pgliteEngine(options: PgliteOptions): Promise<PgliteEngine> {
  const house: House = { options, remote: undefined, reopening: undefined, gone: undefined, lock: fifo(), listeners: new Map() };
  try {
    house.remote = await start(house);
  } catch (error) {
    throw new DatabaseRefused(`the embedded database cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
  if (options.worker.dir !== null && !house.remote.opened.durable) {
    options.log.warn({ dir: options.worker.dir }, 'POWER LOSS IS NOT SAFE: the self-test committed a row and no sync reached the disk');
  }
  return {
    name: 'pglite',
    acquire: () => acquire(house),
    listen: (channel, fn, onReconnect) => listen(house, channel, { fn, onReconnect }),
    health: () => health(house),
    close: () => close(house),
    async dump(file) {
      const free = await house.lock();
      try {
        const remote = await alive(house);
        await remote.ask({ kind: 'exec', sql: 'checkpoint' }, 0);
        await remote.ask({ kind: 'dump', file }, 0);
      } finally {
        free();
      }
    },
  };
}

type Listener = { fn: (payload: string) => void; onReconnect: (() => void) | undefined };

type House = {
  options: PgliteOptions;
  remote: Remote | undefined;
  reopening: Promise<void> | undefined;
  /** Closed, or an in-memory database whose thread died: there is nothing to come back to. */
  gone: Error | undefined;
  lock: () => Promise<() => void>;
  listeners: Map<string, Set<Listener>>;
};

function start(house: House): Promise<Remote> {
  return startRemote(
    { data: house.options.worker, program: house.options.program },
    {
      onNotification(channel, payload) {
        for (const listener of [...(house.listeners.get(channel) ?? [])]) listener.fn(payload);
      },
      onDeath: (reason, ended) => revive(house, { reason, ended }),
    },
  );
}

function revive(house: House, { reason, ended }: { reason: string; ended: Promise<unknown> }): void {
  house.remote = undefined;
  if (house.gone) return;
  house.options.log.warn({ reason }, 'the embedded database stopped and is opened again');
  if (house.options.worker.dir === null) {
    house.gone = new ConnectionLost(`the database was in memory and is lost: ${reason}`, { maybe_committed: false });
    return;
  }
  beginReopening(house, ended);
}

function beginReopening(house: House, ended: Promise<unknown>): void {
  house.reopening = reopen(house, ended).finally(() => {
    house.reopening = undefined;
  });
}

/** Never rejects: a failure is logged and tried again by the next caller. */
async function reopen(house: House, ended: Promise<unknown>): Promise<void> {
  try {
    await ended;
    const remote = await start(house);
    for (const channel of house.listeners.keys()) await remote.ask({ kind: 'exec', sql: `listen ${channelName(channel)}` }, 0);
    house.remote = remote;
    for (const listener of [...house.listeners.values()].flatMap((set) => [...set])) listener.onReconnect?.();
  } catch (error) {
    house.options.log.error({ err: error }, 'the embedded database could not be opened again');
  }
}

async function alive(house: House): Promise<Remote> {
  if (!house.remote && !house.reopening && !house.gone) beginReopening(house, Promise.resolve());
  await house.reopening;
  if (house.gone) throw house.gone;
  if (house.remote) return house.remote;
  throw new ConnectionLost('the embedded database could not be opened again; the log says why', { maybe_committed: false });
}

async function acquire(house: House): Promise<Session> {
  const free = await house.lock();
  try {
    return sessionOn(house, await alive(house), free);
  } catch (error) {
    free();
    throw error;
  }
}

/** The session keeps to the thread it began on: after a restart its transaction no longer exists. */
function sessionOn(house: House, remote: Remote, free: () => void): Session {
  let released = false;
  const ask = (request: RequestBody, { timeoutMs }: RunOptions) => remote.ask(request, timeoutMs ?? house.options.statementTimeoutMs);
  return {
    async run(commands: readonly Command[], options: RunOptions): Promise<Result[]> {
      const { results } = await ask({ kind: 'run', commands }, options);
      return results.map((result) => ({ command: result.command, rows: result.rows.map((cells) => rowOf(result, cells)) }));
    },
    async exec(sql: string): Promise<void> {
      await ask({ kind: 'exec', sql }, { timeoutMs: 0 });
    },
    async release(): Promise<void> {
      if (released) return;
      released = true;
      if (house.remote === remote && remote.status() !== 'I') await remote.ask({ kind: 'exec', sql: 'rollback' }, 0).catch(() => undefined);
      free();
    },
  };
}

function rowOf(result: WireResult, cells: readonly unknown[]): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  const { fields } = result;
  for (let at = 0; at < fields.length; at += 1) row[fields[at] as string] = cells[at];
  return row;
}

async function listen(house: House, channel: string, listener: Listener): Promise<() => Promise<void>> {
  const name = channelName(channel);
  const listeners = house.listeners.get(channel) ?? new Set();
  house.listeners.set(channel, listeners.add(listener));
  if (listeners.size === 1) await control(house, `listen ${name}`);
  return async () => {
    listeners.delete(listener);
    if (listeners.size > 0 || house.listeners.get(channel) !== listeners) return;
    house.listeners.delete(channel);
    if (!house.gone) await control(house, `unlisten ${name}`);
  };
}

async function control(house: House, sql: string): Promise<void> {
  const session = await acquire(house);
  try {
    await session.exec(sql);
  } finally {
    await session.release(false);
  }
}

const healthMs = 5_000;

async function health(house: House): Promise<Health> {
  const { opened } = house.remote ?? {};
  const at = house.options.worker.dir ?? 'memory';
  const answer = { engine: `PGlite ${opened?.pglite ?? ''} (PostgreSQL ${opened?.server ?? '?'})`, durable: opened?.durable ?? false };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${healthMs} ms`)), healthMs);
  });
  try {
    await Promise.race([control(house, 'select 1'), late]);
    return { ok: true, detail: `embedded, in ${at}`, ...answer };
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error), ...answer };
  } finally {
    clearTimeout(timer);
  }
}

async function close(house: House): Promise<void> {
  const free = await house.lock();
  try {
    if (house.gone instanceof Closed) return;
    await house.reopening;
    house.gone = new Closed('the database is closed');
    await house.remote?.ask({ kind: 'close' }, 60_000).catch((error: unknown) => {
      house.options.log.warn({ err: error }, 'the embedded database did not close cleanly; it will recover at the next start');
    });
    await house.remote?.terminate();
    await house.options.onClosed();
  } finally {
    free();
  }
}

class Closed extends Error {}

/** First come, first served. Answers the function that gives the turn to the next. */
function fifo(): () => Promise<() => void> {
  let tail: Promise<void> = Promise.resolve();
  return async () => {
    const before = tail;
    let free = (): void => undefined;
    tail = new Promise((resolve) => {
      free = resolve;
    });
    await before;
    return free;
  };
}
