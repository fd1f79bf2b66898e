// The one direct connection on which a node listens for notifications; it comes back by itself when the server does.

import pg from 'pg';
import { channelName } from './engine.ts';
import { ConnectionLost } from './errors.ts';
import type { Log } from './types.ts';

export type PostgresListener = {
  listen(channel: string, fn: (payload: string) => void, onReconnect?: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
};

type Listener = { fn: (payload: string) => void; onReconnect: (() => void) | undefined };

type House = {
  config: pg.ClientConfig;
  log: Log;
  channels: Map<string, Set<Listener>>;
  client: pg.Client | undefined;
  connecting: Promise<void> | undefined;
  timer: NodeJS.Timeout | undefined;
  attempts: number;
  /** Whether messages were missed since the last connection. */
  interrupted: boolean;
  closed: boolean;
};

const pingMs = 30_000;
const slowestRetryMs = 5_000;

export function postgresListener({ config, log }: { config: pg.ClientConfig; log: Log }): PostgresListener {
  const house: House = {
    config,
    log,
    channels: new Map(),
    client: undefined,
    connecting: undefined,
    timer: undefined,
    attempts: 0,
    interrupted: false,
    closed: false,
  };
  return {
    async listen(channel, fn, onReconnect) {
      const name = channelName(channel);
      const listener: Listener = { fn, onReconnect };
      const listeners = house.channels.get(channel) ?? new Set();
      house.channels.set(channel, listeners.add(listener));
      const stop = async (): Promise<void> => {
        listeners.delete(listener);
        if (listeners.size > 0 || house.channels.get(channel) !== listeners) return;
        house.channels.delete(channel);
        await house.client?.query(`unlisten ${name}`).catch(() => undefined);
      };
      try {
        if (!house.client) await connected(house);
        else if (listeners.size === 1) await house.client.query(`listen ${name}`);
      } catch (error) {
        await stop();
        throw new ConnectionLost(`cannot listen to the database: ${error instanceof Error ? error.message : error}`, { maybe_committed: false, cause: error });
      }
      return stop;
    },
    async close() {
      house.closed = true;
      clearTimeout(house.timer);
      await house.connecting?.catch(() => undefined);
      await house.client?.end().catch(() => undefined);
    },
  };
}

function connected(house: House): Promise<void> {
  if (house.client) return Promise.resolve();
  house.connecting ??= connect(house).finally(() => {
    house.connecting = undefined;
  });
  return house.connecting;
}

async function connect(house: House): Promise<void> {
  const client = new pg.Client({ ...house.config, connectionTimeoutMillis: 5_000 });
  client.on('error', () => lose(house, client));
  client.on('end', () => lose(house, client));
  client.on('notification', ({ channel, payload }) => {
    for (const listener of [...(house.channels.get(channel) ?? [])]) listener.fn(payload ?? '');
  });
  await client.connect();
  for (const channel of house.channels.keys()) await client.query(`listen ${channelName(channel)}`);
  house.client = client;
  house.attempts = 0;
  if (house.interrupted) resume(house);
  schedule(house, pingMs, () => ping(house, client));
}

/** A connection whose other end vanished without a word looks alive until something is sent. */
function ping(house: House, client: pg.Client): void {
  const late = setTimeout(() => lose(house, client), 5_000);
  client.query('select 1').then(
    () => {
      clearTimeout(late);
      if (house.client === client) schedule(house, pingMs, () => ping(house, client));
    },
    () => clearTimeout(late),
  );
}

function lose(house: House, client: pg.Client): void {
  if (house.client !== client) return;
  house.client = undefined;
  house.interrupted = true;
  void client.end().catch(() => undefined);
  if (house.closed) return;
  house.log.warn({}, 'the listening database connection was lost');
  retry(house);
}

function resume(house: House): void {
  house.interrupted = false;
  house.log.info({}, 'listening to the database again');
  for (const listener of [...house.channels.values()].flatMap((set) => [...set])) listener.onReconnect?.();
}

function retry(house: House): void {
  const wait = Math.min(slowestRetryMs, 100 * 2 ** house.attempts);
  house.attempts += 1;
  schedule(house, wait, () => {
    connected(house).catch(() => retry(house));
  });
}

function schedule(house: House, ms: number, work: () => void): void {
  clearTimeout(house.timer);
  if (house.closed) return;
  house.timer = setTimeout(work, ms);
  house.timer.unref();
}
