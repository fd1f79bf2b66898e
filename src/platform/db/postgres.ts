// The PostgreSQL engine: a pool of `pg` connections, the same values and the same errors as the embedded one.

import { createHash } from 'node:crypto';
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { deadline } from './deadline.ts';
import { type Command, type Engine, isWorthPreparing, type Result, type Session } from './engine.ts';
import { ConnectionLost, DatabaseError, isStalePlan, QueryTimeout } from './errors.ts';
import { postgresListener } from './postgres-listen.ts';
import type { Health, Log, Row } from './types.ts';
import { type Encoded, parserFor } from './values.ts';

export type PostgresOptions = {
  url: string;
  /** For LISTEN, when `url` leads through PgBouncer, which does not deliver notifications. */
  directUrl: string;
  poolSize: number;
  statementTimeoutMs: number;
  /** Named prepared statements. PgBouncer before 1.21 cannot carry them in transaction mode. */
  prepare: boolean;
  log: Log;
};

/** Connects on first use; a server that is not there shows in `health` and as ConnectionLost. */
export function postgresEngine(given: PostgresOptions): Engine {
  const options: Prepared = { ...given, names: new Map() };
  const pool = new pg.Pool({
    ...connectionConfig(options.url),
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    pipeline: true,
    onConnect: (client) => client.query(settings(options.statementTimeoutMs)).then(() => undefined),
  });
  pool.on('error', (error) => options.log.warn({ err: error }, 'an idle database connection was lost'));
  const listener = postgresListener({ config: connectionConfig(options.directUrl), log: options.log });
  let closing: Promise<void> | undefined;
  return {
    name: 'postgres',
    async acquire() {
      if (closing) throw new Error('the database is closed');
      const client = await pool.connect().catch((error: unknown) => {
        throw closing ? new Error('the database is closed') : lost(error, false);
      });
      return sessionOn(client, options);
    },
    listen: listener.listen,
    health: () => health(pool, options),
    close() {
      closing ??= Promise.all([listener.close(), pool.end()]).then(() => undefined);
      return closing;
    },
  };
}

/** Used by every connection, so that values and time limits do not depend on how the server was set up. */
export function connectionConfig(url: string): pg.ClientConfig {
  return { connectionString: url, application_name: 'tessera', keepAlive: true, types: { getTypeParser: (oid: number) => parserFor(oid) } };
}

function settings(statementTimeoutMs: number): string {
  return [
    "set timezone = 'UTC'",
    "set datestyle = 'ISO, YMD'",
    "set intervalstyle = 'postgres'",
    "set bytea_output = 'hex'",
    'set jit = off',
    `set statement_timeout = ${statementTimeoutMs}`,
    'set idle_in_transaction_session_timeout = 120000',
  ].join(';');
}

function sessionOn(client: pg.PoolClient, options: Prepared): Session {
  let gone = false;
  // Without a listener the loss of a checked-out connection would be an uncaught error and end the process.
  const onError = (): void => {
    gone = true;
  };
  client.on('error', onError);

  /** The server keeps the limit; the watchdog is for a server that no longer answers at all. */
  async function guarded<T>(limitMs: number, work: () => Promise<T>): Promise<T> {
    const cancel = limitMs > 0 ? deadline(limitMs + 5_000, () => destroy(client)) : undefined;
    try {
      return await work();
    } catch (error) {
      const translated = translate(error, { limitMs, gone });
      gone ||= isStalePlan(translated);
      throw translated;
    } finally {
      cancel?.();
    }
  }

  return {
    run(commands, { timeoutMs }) {
      const usualMs = options.statementTimeoutMs;
      const sent = timeoutMs === undefined || timeoutMs === usualMs ? commands : withTimeout(client, commands, { timeoutMs, usualMs });
      return guarded(timeoutMs ?? usualMs, async () => {
        const results = await inOrder(together(client, () => sent.map((command) => client.query<Row>(queryFor(command, options)))));
        return results.filter((_, at) => commands.includes(sent[at] as Command));
      });
    },
    exec(sql) {
      return guarded(0, async () => void (await client.query(sql)));
    },
    async release(broken) {
      client.off('error', onError);
      client.release(broken || gone || client.getTransactionStatus() !== 'I');
    },
  };
}

/** `names` are those of prepared statements by their text. */
type Prepared = PostgresOptions & { names: Map<string, string> };
type Query = { text: string; values: Encoded[]; queryMode: 'extended'; name?: string };

/** `pg` drops no statement before its connection, so only the first texts get a name. */
const mostPrepared = 500;

function queryFor(command: Command, options: Prepared): Query {
  const query: Query = { text: command.sql, values: [...command.values], queryMode: 'extended' };
  if (!options.prepare || !isWorthPreparing(command)) return query;
  const name = options.names.get(command.sql) ?? createHash('sha1').update(command.sql).digest('base64url');
  if (options.names.size < mostPrepared) options.names.set(command.sql, name);
  return options.names.has(command.sql) ? { ...query, name } : query;
}

/** All are on the wire already; waits for all, so that the connection is quiet, and reports the first failure. */
async function inOrder(queries: readonly Promise<pg.QueryResult<Row>>[]): Promise<Result[]> {
  const settled = await Promise.allSettled(queries);
  const results: Result[] = [];
  for (const outcome of settled) {
    if (outcome.status === 'rejected') throw outcome.reason;
    results.push({ rows: outcome.value.rows, command: outcome.value.command });
  }
  return results;
}

/** `set local` lasts for a transaction: one is opened when there is none, and the usual limit restored when there is. */
function withTimeout(client: pg.PoolClient, commands: readonly Command[], limits: { timeoutMs: number; usualMs: number }): Command[] {
  const plain = (sql: string): Command => ({ sql, values: [] });
  const before = commands.slice(0, -1);
  const inside = before.length > 0 || client.getTransactionStatus() !== 'I';
  const limited = [plain(`set local statement_timeout = ${Math.ceil(limits.timeoutMs)}`), ...commands.slice(-1)];
  if (!inside) return [plain('begin'), ...limited, plain('commit')];
  return [...before, ...limited, plain(`set local statement_timeout = ${limits.usualMs}`)];
}

/** `pg` writes each query by itself; the server is woken once for what goes out in one piece. */
function together<T>(client: pg.PoolClient, work: () => T): T {
  const stream = streamOf(client);
  stream.cork();
  try {
    return work();
  } finally {
    stream.uncork();
  }
}

const destroy = (client: pg.PoolClient): void => void streamOf(client).destroy();
const streamOf = (client: pg.PoolClient): Duplex => (client as pg.PoolClient & { connection: { stream: Duplex } }).connection.stream;

function translate(error: unknown, at: { limitMs: number; gone: boolean }): unknown {
  if (!(error instanceof pg.DatabaseError)) return at.gone ? lost(error, true) : error;
  const code = error.code ?? 'XX000';
  if (code === '57014' && error.message.includes('statement timeout')) return new QueryTimeout(`the statement was stopped after ${at.limitMs} ms`);
  if (at.gone || /^(08...|57P0[1235]|25P03)$/.test(code)) return lost(error, true);
  return new DatabaseError({ ...error, message: error.message, code });
}

function lost(error: unknown, maybeCommitted: boolean): ConnectionLost {
  const reason = error instanceof Error ? error.message || error.name : String(error);
  return new ConnectionLost(`the database server cannot be reached: ${reason}`, { maybe_committed: maybeCommitted, cause: error });
}

/** The plpgsql block notices a server whose binaries were upgraded under it: its old sessions work, new ones do not. */
async function health(pool: pg.Pool, options: Prepared): Promise<Health> {
  const sql = `select version() as version, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit`;
  try {
    const session = sessionOn(await pool.connect(), options);
    try {
      await session.exec('do $$ begin perform 1; end $$');
      const [result] = await session.run([{ sql, values: [] }], {});
      const { version, fsync, commit } = result?.rows[0] ?? {};
      const durable = fsync === 'on' && commit !== 'off';
      return { ok: true, detail: `${pool.totalCount} connections`, engine: String(version).split(' (')[0] ?? 'PostgreSQL', durable };
    } finally {
      await session.release(false);
    }
  } catch (error) {
    return { ok: false, detail: error instanceof Error ? error.message : String(error), engine: 'PostgreSQL', durable: false };
  }
}
