// Transactions: who is inside which one, savepoints, retries, and giving up on those that stall.

import type { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { deadline } from './deadline.ts';
import type { Command, Engine, Result, Session } from './engine.ts';
import { ConnectionLost, DatabaseError, isRetryable, TransactionTimeout } from './errors.ts';
import type { Log } from './types.ts';

export type TransactionOptions = {
  log: Log;
  /** 0 to 1; the jitter between two attempts. */
  chance: () => number;
  /** Milliseconds a transaction may hold its connection without running a statement. */
  idleTransactionMs: number;
};

export type House = { engine: Engine; options: TransactionOptions; current: AsyncLocalStorage<Scope | undefined> };

/** One outermost transaction on one connection. */
export type Transaction = {
  session: Session;
  /** Control statements that travel in front of the next real one, which saves their round trips. */
  unsent: string[];
  savepoints: number;
  /** The commit was sent and answered. */
  committed: boolean;
  /** Set once nothing more may be sent: timed out, or the connection is gone. */
  dead: Error | undefined;
  startIdleTimer: () => void;
  stopIdleTimer: () => void;
};

/** A transaction or a savepoint in it: what belongs to one `tx` call. */
export type Scope = {
  tx: Transaction;
  nested: boolean;
  open: boolean;
  /** Statements of one scope run one after another, and not while a nested one is open. Never rejects. */
  tail: Promise<unknown>;
  /** The first refused statement: the server has given up this scope, whatever its code made of the error. */
  failed: unknown;
  callbacks: (() => void)[];
};

export function openOnly(scope: Scope): Scope {
  if (scope.open) return scope;
  throw new Error('this transaction is over: await everything inside tx, and start background work with afterCommit');
}

export async function enqueue<T>(scope: Scope, work: () => Promise<T>): Promise<T> {
  const turn = openOnly(scope).tail.then(work);
  scope.tail = turn.catch(() => undefined);
  return turn;
}

/** The unsent control statements travel with the first use of the session that follows them. */
export async function send<T>(scope: Scope, work: (session: Session) => Promise<T>): Promise<T> {
  const { tx } = scope;
  if (tx.dead) throw tx.dead;
  tx.stopIdleTimer();
  try {
    const control = tx.unsent.splice(0).map((sql) => ({ sql, values: [] }));
    return await work(control.length === 0 ? tx.session : ledBy(tx.session, control));
  } catch (error) {
    if (error instanceof DatabaseError) scope.failed ??= error;
    else tx.dead = withoutCommit(error);
    throw tx.dead ?? error;
  } finally {
    tx.startIdleTimer();
  }
}

/** Sends a statement with the commit behind it. Nothing can follow it in this transaction. */
export async function finish(scope: Scope, command: Command): Promise<Result> {
  const done = enqueue(scope, async () => {
    const { tx } = scope;
    if (tx.dead) throw tx.dead;
    if (scope.failed) throw scope.failed;
    const [result] = await commit(tx, [command]).catch((error: unknown) => {
      scope.failed ??= error;
      throw error;
    });
    return result as Result;
  });
  scope.open = false;
  return done;
}

export async function nested<T>(house: House, parent: Scope, fn: () => Promise<T>): Promise<T> {
  const { tx } = parent;
  const name = `s${++tx.savepoints}`;
  const scope = newScope(tx, true);
  tx.unsent.push(`savepoint ${name}`);
  try {
    const value = await house.current.run(scope, fn);
    await settle(scope);
    endSavepoint(tx, name, [`release savepoint ${name}`]);
    parent.callbacks.push(...scope.callbacks);
    return value;
  } catch (error) {
    await settle(scope).catch(() => undefined);
    endSavepoint(tx, name, [`rollback to savepoint ${name}`, `release savepoint ${name}`]);
    throw error;
  }
}

export async function outermost<T>(house: House, fn: () => Promise<T>, retries: number): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await once(house, fn);
    } catch (error) {
      if (attempt >= retries || !isRetryable(error)) throw error;
      await sleep(5 * 2 ** Math.min(attempt, 8) * (0.5 + house.options.chance()));
    }
  }
}

export function runOutside(house: House, fn: () => void): void {
  house.current.run(undefined, () => {
    try {
      fn();
    } catch (error) {
      house.options.log.error({ err: error }, 'a callback of the database failed');
    }
  });
}

function newScope(tx: Transaction, nested: boolean): Scope {
  return { tx, nested, open: true, tail: Promise.resolve(), failed: undefined, callbacks: [] };
}

function ledBy(session: Session, control: readonly Command[]): Session {
  return {
    release: session.release,
    async run(commands, options) {
      const results = await session.run([...control, ...commands], options);
      return results.slice(control.length);
    },
    async exec(sql) {
      await session.run(control, {});
      await session.exec(sql);
    },
  };
}

function withoutCommit(error: unknown): Error {
  if (error instanceof ConnectionLost) return new ConnectionLost(error.message, { maybe_committed: false, cause: error });
  return error instanceof Error ? error : new Error(String(error));
}

async function settle(scope: Scope): Promise<void> {
  scope.open = false;
  await scope.tail;
  if (scope.tx.dead) throw scope.tx.dead;
  if (scope.failed) throw scope.failed;
}

function endSavepoint(tx: Transaction, name: string, statements: readonly string[]): void {
  const begun = tx.unsent.lastIndexOf(`savepoint ${name}`);
  if (begun >= 0) tx.unsent.splice(begun);
  else tx.unsent.push(...statements);
}

async function once<T>(house: House, fn: () => Promise<T>): Promise<T> {
  const session = await house.engine.acquire();
  const scope = newScope(newTransaction(session, house.options.idleTransactionMs), false);
  try {
    const value = await house.current.run(scope, fn);
    await settle(scope);
    if (!scope.tx.committed) await commit(scope.tx, []);
    await release(scope.tx);
    for (const callback of scope.callbacks) runOutside(house, callback);
    return value;
  } catch (error) {
    await settle(scope).catch(() => undefined);
    await rollback(scope.tx);
    throw error;
  }
}

function newTransaction(session: Session, idleMs: number): Transaction {
  let cancel = (): void => undefined;
  const tx: Transaction = {
    session,
    unsent: ['begin'],
    savepoints: 0,
    committed: false,
    dead: undefined,
    stopIdleTimer: () => cancel(),
    startIdleTimer() {
      cancel();
      if (!tx.dead) cancel = deadline(idleMs, abandon);
    },
  };
  function abandon(): void {
    tx.dead = new TransactionTimeout(`a transaction ran no statement for ${idleMs} ms and was rolled back: wait for nothing but the database inside tx`);
    void session.release(true);
  }
  tx.startIdleTimer();
  return tx;
}

/** Ends the transaction, with what is still to be done in front; answers the results of that. */
async function commit(tx: Transaction, last: readonly Command[]): Promise<Result[]> {
  tx.stopIdleTimer();
  if (tx.unsent[0] === 'begin' && last.length === 0) return [];
  const plain = (sql: string): Command => ({ sql, values: [] });
  const before = tx.unsent.splice(0).map(plain);
  let results: Result[];
  try {
    results = await tx.session.run([...before, ...last, plain('commit')], {});
  } catch (error) {
    if (error instanceof DatabaseError) throw error;
    tx.dead = new ConnectionLost('the connection was lost while committing', { maybe_committed: true, cause: error });
    throw tx.dead;
  }
  if (results.at(-1)?.command !== 'COMMIT') throw new Error('the transaction had failed and was rolled back instead of committed');
  tx.committed = true;
  return results.slice(before.length);
}

async function rollback(tx: Transaction): Promise<void> {
  tx.stopIdleTimer();
  if (!tx.dead && !tx.committed && tx.unsent[0] !== 'begin') {
    await tx.session.run([{ sql: 'rollback', values: [] }], {}).catch((error: unknown) => {
      tx.dead = error instanceof Error ? error : new Error(String(error));
    });
  }
  await release(tx);
}

async function release(tx: Transaction): Promise<void> {
  tx.stopIdleTimer();
  if (!(tx.dead instanceof TransactionTimeout)) await tx.session.release(tx.dead !== undefined);
}
