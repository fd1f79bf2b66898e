// What an engine must offer so that `scope.ts` can build a `Db` on it; nothing outside this folder sees it.

import type { Health, Row } from './types.ts';
import type { Encoded } from './values.ts';

export type Command = { sql: string; values: readonly Encoded[] };

export type RunOptions = {
  /** Milliseconds, 0 for no limit; absent means the engine's own default. */
  timeoutMs?: number | undefined;
};

/** `command` is the first word of the command tag: SELECT, INSERT, COMMIT ... */
export type Result = { rows: Row[]; command: string };

/** One connection, held by one caller at a time. */
export type Session = {
  /** In order; the first failure rejects and what follows it has no effect. */
  run(commands: readonly Command[], options: RunOptions): Promise<Result[]>;
  exec(sql: string): Promise<void>;
  /** A broken session is rolled back or thrown away, whichever is cheaper. Never throws. */
  release(broken: boolean): Promise<void>;
};

export type Engine = {
  readonly name: 'pglite' | 'postgres';
  acquire(): Promise<Session>;
  listen(channel: string, fn: (payload: string) => void, onReconnect?: () => void): Promise<() => Promise<void>>;
  health(): Promise<Health>;
  close(): Promise<void>;
};

/** Milliseconds a statement may run unless the caller says otherwise. */
export const defaultStatementTimeoutMs = 30_000;

/** A plan that depends on the values (a page of a list, optional filters, words) deserves to be made each time; the rest is prepared once. */
export function isWorthPreparing({ sql, values }: Command): boolean {
  if (sql.length >= 4_000) return false;
  return values.length === 0 || !/\b(limit\s+(\$|\d{2,})|(is\s+null\s+or|to_tsquery|like)\b)/i.test(sql);
}

/** Errors: TypeError. A channel is interpolated into LISTEN, hence the narrow alphabet. */
export function channelName(channel: string): string {
  if (/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) return `"${channel}"`;
  throw new TypeError(`channel "${channel}" must be lower case letters, digits and _`);
}
