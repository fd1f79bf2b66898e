// PostgreSQL that times out, crashes, stops and comes back: refused calls, a living process, and no lost rows.

import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPostgresUrl, testEngines, testLog } from '../../../test/db-env.ts';
import { type PostgresServer, startPostgres } from '../../../test/postgres-server.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import type { Db } from './types.ts';

const usesPostgres = testEngines.includes('postgres');

describe.runIf(usesPostgres)('time limits on PostgreSQL', () => {
  it('stop a statement, and leave the next its own limit', async () => {
    const db = await openDatabase({ url: await freshPostgresUrl({ empty: true }), log: testLog, statementTimeoutMs: 400, poolSize: 1 });
    await expect(db.query('select pg_sleep(5)', [], { timeoutMs: 100 })).rejects.toMatchObject({
      name: 'QueryTimeout',
      message: 'the statement was stopped after 100 ms',
    });
    await expect(db.query('select pg_sleep(5)')).rejects.toMatchObject({ name: 'QueryTimeout', message: 'the statement was stopped after 400 ms' });
    await expect(db.query('select pg_sleep(0.6)', [], { timeoutMs: 0 })).resolves.toHaveLength(1);
    const inside = await db.tx(async () => {
      const limit = async (options?: { timeoutMs: number }) =>
        (await db.query("select current_setting('statement_timeout') as limit", [], options))[0]?.['limit'];
      return [await limit(), await limit({ timeoutMs: 90_000 }), await limit()];
    });
    expect(inside).toEqual(['400ms', '90s', '400ms']);
    expect(await db.query("select current_setting('statement_timeout') as limit")).toEqual([{ limit: '400ms' }]);
    const over = db.tx(async () => {
      await db.query('select pg_sleep(5)', [], { timeoutMs: 100 }).catch(() => undefined);
      return 'as if nothing had happened';
    });
    await expect(over).rejects.toMatchObject({ name: 'QueryTimeout' });
    await db.close();
  });
});

describe.runIf(usesPostgres)('a PostgreSQL server that fails', { timeout: 120_000 }, () => {
  let server: PostgresServer;
  const opened: Db[] = [];
  const open = async (options: Partial<OpenOptions> = {}) => {
    const db = await openDatabase({ url: server.url, log: testLog, ...options });
    opened.push(db);
    return db;
  };
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(async () => {
    for (const db of opened) await db.close();
    await server.stop();
  });

  it('rejects what was under way, keeps what was acknowledged, and is used again when it is back', async () => {
    const db = await open({ poolSize: 4 });
    await db.exec('create table written (n int primary key)');
    const heard: string[] = [];
    let reconnected = 0;
    await db.listen(
      'news',
      (payload) => heard.push(payload),
      () => (reconnected += 1),
    );
    const acknowledged: number[] = [];
    const outcomes: Promise<unknown>[] = [];
    let running = true;
    const writers = [0, 1, 2].map(async (w) => {
      for (let n = w; running; n += 3) {
        const write = db.tx(() => db.query('insert into written values ($1)', [n])).then(() => acknowledged.push(n));
        outcomes.push(write);
        if (
          await write.then(
            () => false,
            () => true,
          )
        )
          break;
      }
    });
    await sleep(300);
    const waiting = db.query('select pg_sleep(30)').catch((error: unknown) => error);
    await sleep(50);
    await server.crash();
    running = false;
    await Promise.all(writers);
    expect(await waiting).toMatchObject({ name: 'ConnectionLost', retryable: true, maybe_committed: true });
    const failures = (await Promise.allSettled(outcomes)).filter((outcome) => outcome.status === 'rejected').map((outcome) => outcome.reason as Error);
    expect(failures.every((failure) => failure.name === 'ConnectionLost')).toBe(true);
    await expect(db.query('select 1')).rejects.toMatchObject({ name: 'ConnectionLost', maybe_committed: false });
    await expect(db.tx(() => db.query('select 1'))).rejects.toMatchObject({ name: 'ConnectionLost' });
    expect(await db.health()).toMatchObject({ ok: false, detail: expect.stringContaining('ECONNREFUSED') });
    await server.restart();
    const kept = new Set((await db.query<{ n: number }>('select n from written')).map((row) => row.n));
    expect(acknowledged.length).toBeGreaterThan(5);
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    await expect.poll(() => reconnected, { timeout: 10_000 }).toBe(1);
    await db.notify('news', 'back');
    await expect.poll(() => heard).toEqual(['back']);
    expect(await db.health()).toMatchObject({ ok: true, durable: true, engine: expect.stringMatching(/^PostgreSQL \d+/) });
    console.log(`crash of PostgreSQL: ${acknowledged.length} acknowledged transactions, 0 lost`);
  });

  it('survives the end of its own connection, checked out or idle', async () => {
    const db = await open({ poolSize: 2 });
    const other = await open({ poolSize: 1 });
    const end = (pid: unknown) => other.query('select pg_terminate_backend($1)', [Number(pid)]);
    const pidOf = async () => (await db.query('select pg_backend_pid() as pid'))[0]?.['pid'];
    await end(await pidOf());
    await sleep(100);
    await expect(db.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
    const inside = db.tx(async () => {
      await end(await pidOf());
      await sleep(100);
      await db.query('select 1');
    });
    await expect(inside).rejects.toMatchObject({ name: 'ConnectionLost', maybe_committed: false });
    await expect(db.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('does not hold a caller for ever when it no longer answers at all', async () => {
    const db = await open({ poolSize: 1, statementTimeoutMs: 200 });
    const [row] = await db.query<{ pid: number }>('select pg_backend_pid() as pid');
    process.kill(row?.pid ?? 0, 'SIGSTOP');
    try {
      await expect(db.query('select 1')).rejects.toMatchObject({ name: 'ConnectionLost' });
    } finally {
      process.kill(row?.pid ?? 0, 'SIGCONT');
    }
    await expect(db.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  it('reads the same values whatever the server was set to', async () => {
    const admin = await open({ poolSize: 1 });
    await admin.exec('create database odd');
    for (const setting of ["timezone = 'Asia/Kathmandu'", "datestyle = 'German'", "bytea_output = 'escape'", "intervalstyle = 'iso_8601'"])
      await admin.exec(`alter database odd set ${setting}`);
    const db = await open({ url: server.url.replace(/postgres$/, 'odd') });
    expect(
      await db.query("select timestamptz '2026-01-02 03:04:05Z' as at, date '2026-01-02' as day, '\\x00ff'::bytea as bytes, interval '25 hours' as span"),
    ).toEqual([{ at: '2026-01-02T03:04:05.000Z', day: '2026-01-02', bytes: new Uint8Array([0, 255]), span: '25:00:00' }]);
  });

  it('is refused in plain words when it was never there', async () => {
    const db = await openDatabase({ url: 'postgres://nobody:secret@127.0.0.1:1/nothing', log: testLog });
    await expect(db.query('select 1')).rejects.toThrow('the database server cannot be reached');
    const health = await db.health();
    expect(health.ok).toBe(false);
    expect(JSON.stringify(health)).not.toContain('secret');
    await expect(db.listen('news', () => undefined)).rejects.toMatchObject({ name: 'ConnectionLost' });
    await db.close();
    await expect(openDatabase({ url: 'mysql://x:secret@y', log: testLog })).rejects.toThrow('must begin with pglite: or postgres://');
    await expect(openDatabase({ url: 'mysql://x:secret@y', log: testLog })).rejects.not.toThrow('secret');
  });
});

describe.runIf(usesPostgres)('prepared statements on PostgreSQL', () => {
  it('give the same answers, also after a migration by somebody else', async () => {
    const url = await freshPostgresUrl({ empty: true });
    const [db, other] = [await openDatabase({ url, log: testLog, prepare: true, poolSize: 1 }), await openDatabase({ url, log: testLog })];
    await db.exec('create table thing (id int primary key)');
    const read = () => db.query('select * from thing where id = $1', [1]);
    await db.query('insert into thing values ($1)', [1]);
    for (let n = 0; n < 7; n += 1) expect(await read()).toEqual([{ id: 1 }]);
    const [prepared] = await db.query<{ n: number }>("select count(*) as n from pg_prepared_statements where statement like 'select * from thing%'");
    expect(prepared?.n).toBe(1);
    await other.exec('alter table thing add column name text');
    expect(await read()).toEqual([{ id: 1, name: null }]);
    await other.exec('alter table thing drop column name');
    expect(await db.tx(read)).toEqual([{ id: 1 }]);
    await db.close();
    await other.close();
  });
});
