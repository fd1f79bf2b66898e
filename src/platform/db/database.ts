// Builds a `Db` on an engine: the part of it that is the same whatever the engine.

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Command, Engine, Result, RunOptions, Session } from './engine.ts';
import { isStalePlan } from './errors.ts';
import { enqueue, finish, type House, nested, openOnly, outermost, runOutside, type Scope, send, type TransactionOptions } from './transaction.ts';
import type { Db, Row, Statement, Value } from './types.ts';
import { encodeParams } from './values.ts';

export function databaseOver(engine: Engine, options: TransactionOptions): Db {
  const current = new AsyncLocalStorage<Scope | undefined>();
  const house: House = { engine, options, current };

  async function run(commands: readonly Command[], runOptions: RunOptions): Promise<Result[]> {
    const scope = current.getStore();
    if (scope) return enqueue(scope, () => send(scope, (session) => session.run(commands, runOptions)));
    const work = (session: Session) => session.run(commands, runOptions);
    return alone(engine, work).catch((error: unknown) => {
      if (isStalePlan(error)) return alone(engine, work);
      throw error;
    });
  }

  const db: Db = {
    engine: engine.name,
    async query<R extends Row = Row>(sql: string, params?: readonly Value[], queryOptions?: { timeoutMs?: number }): Promise<R[]> {
      const [result] = await run([{ sql, values: encodeParams(params) }], { timeoutMs: queryOptions?.timeoutMs });
      return (result?.rows ?? []) as R[];
    },
    async last<R extends Row = Row>(sql: string, params?: readonly Value[]): Promise<R[]> {
      const scope = current.getStore();
      if (!scope || scope.nested) return db.query<R>(sql, params);
      const result = await finish(scope, { sql, values: encodeParams(params) });
      return result.rows as R[];
    },
    async batch(statements: readonly Statement[]): Promise<Row[][]> {
      const commands = statements.map(({ sql, params }) => ({ sql, values: encodeParams(params) }));
      if (commands.length === 0) return [];
      const inside = current.getStore() !== undefined;
      const results = inside ? await run(commands, {}) : await db.tx(() => run(commands, {}));
      return results.map((result) => result.rows);
    },
    tx<T>(fn: () => Promise<T>, txOptions?: { retries?: number }): Promise<T> {
      const scope = current.getStore();
      if (scope) return enqueue(scope, () => nested(house, scope, fn));
      return outermost(house, fn, txOptions?.retries ?? 5);
    },
    async exec(sql: string): Promise<void> {
      const scope = current.getStore();
      if (scope) await enqueue(scope, () => send(scope, (session) => session.exec(sql)));
      else await alone(engine, (session) => session.exec(sql));
    },
    afterCommit(fn: () => void): void {
      const scope = current.getStore();
      if (scope) openOnly(scope).callbacks.push(fn);
      else runOutside(house, fn);
    },
    async listen(channel, fn, onReconnect) {
      if (current.getStore()) throw new Error('listen outside of transactions: it needs a connection of its own');
      const outside = (payload: string) => runOutside(house, () => fn(payload));
      return engine.listen(channel, outside, onReconnect && (() => runOutside(house, onReconnect)));
    },
    async notify(channel: string, payload: string): Promise<void> {
      if (Buffer.byteLength(payload) >= 8_000) throw new RangeError(`a notification carries less than 8000 bytes, not ${Buffer.byteLength(payload)}`);
      await run([{ sql: 'select pg_notify($1, $2)', values: [channel, payload] }], {});
    },
    health: () => engine.health(),
    close: () => engine.close(),
  };
  return db;
}

async function alone<T>(engine: Engine, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await engine.acquire();
  try {
    return await work(session);
  } finally {
    await session.release(false);
  }
}
