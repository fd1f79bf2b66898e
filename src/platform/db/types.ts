// The one contract between the product and its database, the same for the embedded engine and for a PostgreSQL server.

/** What a statement parameter may be. Objects: `JSON.stringify` yourself and cast `$1::jsonb`. */
export type Value = string | number | boolean | null | Uint8Array | readonly (string | number | null)[];

/**
 * One row. Values come back the same on both engines: int8 as number (string beyond 2^53), numeric, date, time and
 * interval as string, timestamptz as `2026-01-02T03:04:05.678Z`, json and jsonb parsed, bytea as Uint8Array.
 */
export type Row = Record<string, unknown>;

export type Statement = { sql: string; params?: readonly Value[] };

export type Health = { ok: boolean; detail: string; engine: string; durable: boolean };

export type Db = {
  readonly engine: 'pglite' | 'postgres';
  /** Runs one statement; inside `tx` it joins that transaction. Errors: DatabaseError, QueryTimeout, ConnectionLost. */
  query<R extends Row = Row>(sql: string, params?: readonly Value[], options?: { timeoutMs?: number }): Promise<R[]>;
  /** The last statement of a transaction: the commit travels with it. Within a nested one, and outside, an ordinary statement. */
  last<R extends Row = Row>(sql: string, params?: readonly Value[]): Promise<R[]>;
  /** Runs the statements in order, in one round trip where the engine can; outside `tx` they are one transaction. */
  batch(statements: readonly Statement[]): Promise<Row[][]>;
  /** One transaction. Nested: a savepoint. Outermost: repeated on 40001 and 40P01, so `fn` must be repeatable. */
  tx<T>(fn: () => Promise<T>, options?: { retries?: number }): Promise<T>;
  /** Several statements without parameters, for migrations. */
  exec(sql: string): Promise<void>;
  /** Runs `fn` after the outermost commit and never after a rollback; outside a transaction at once. */
  afterCommit(fn: () => void): void;
  /** Answers a function that stops listening. After `onReconnect` the listener must assume that it missed messages. */
  listen(channel: string, fn: (payload: string) => void, onReconnect?: () => void): Promise<() => Promise<void>>;
  /** Inside a transaction delivered at commit. The payload is below 8,000 bytes: send ids, not contents. */
  notify(channel: string, payload: string): Promise<void>;
  /** Never throws. `durable` is whether an acknowledged commit survives a power cut, as far as the engine tells. */
  health(): Promise<Health>;
  close(): Promise<void>;
};

/** Where warnings go; pino fits. */
export type Log = {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
};
