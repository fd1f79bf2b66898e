// The embedded database on disk: private, locked, durable, and back on its feet after time-outs, crashes and kill -9.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { templateFile, testEngines, testLog } from '../../../test/db-env.ts';
import { embedded, installedPglite } from './data-directory.ts';
import { migrate } from './migrate.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { pgliteEngine } from './pglite.ts';
import { DurableNodeFS, durableStartParams } from './pglite-files.ts';
import { unpack } from './tar.ts';
import type { Db } from './types.ts';
import { workerFile } from './worker-file.ts';

const root = fs.mkdtempSync(path.join(os.tmpdir(), 'tessera-pglite-'));
const opened: Db[] = [];
const children: ChildProcess[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const db of opened.splice(0)) await db.close();
});
afterAll(() => fs.rmSync(root, { recursive: true, force: true }));

let directories = 0;
const newDirectory = () => path.join(root, `data${++directories}`, 'deep');

async function open(dir: string, options: Partial<OpenOptions> = {}): Promise<Db> {
  const db = await openDatabase({ url: `pglite:${dir}`, log: testLog, templateFile: await templateFile({ empty: true }), ...options });
  opened.push(db);
  return db;
}

const countOf = async (db: Db, table: string) => (await db.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n;
const modeOf = (file: string) => (fs.statSync(file).mode & 0o777).toString(8);
/** Another network and another host name are what a container has; only root may make them. */
const canUnshare = spawnSync('unshare', ['--net', '--uts', 'true']).status === 0;
const forever = 'select count(*) from generate_series(1, 20000000) a, generate_series(1, 1000) b';

describe.runIf(testEngines.includes('pglite'))('the embedded database', { timeout: 120_000 }, () => {
  it('keeps its directory private and says what wrote it', async () => {
    const dir = newDirectory();
    const db = await open(dir);
    const migrations = fs.mkdtempSync(path.join(root, 'migrations-'));
    fs.writeFileSync(path.join(migrations, '0001-one.sql'), 'create table one (id int)');
    await migrate(db, migrations);
    expect([modeOf(dir), modeOf(path.join(dir, 'pg')), modeOf(path.join(dir, 'tessera.json'))]).toEqual(['700', '700', '600']);
    expect(fs.readdirSync(dir).sort()).toEqual(['pg', 'tessera.json', 'tessera.pid', 'tessera.sock']);
    expect(await db.health()).toMatchObject({ ok: true, durable: true, engine: `PGlite ${installedPglite()} (PostgreSQL 18.6)` });
    await db.close();
    expect(fs.readdirSync(dir).sort()).toEqual(['pg', 'tessera.json']);
    expect(JSON.parse(fs.readFileSync(path.join(dir, 'tessera.json'), 'utf8'))).toEqual({ pglite: '0.5.14', pg_major: 18, schema_version: '0001-one' });
    await expect(db.query('select 1')).rejects.toThrow('the database is closed');
  });

  it('is the version that the code says it is', async () => {
    expect(embedded.readable).toContain(installedPglite());
    const db = await openDatabase({ url: 'pglite:memory', log: testLog, templateFile: await templateFile({ empty: true }) });
    opened.push(db);
    const [row] = await db.query<{ major: string }>("select split_part(current_setting('server_version'), '.', 1) as major");
    expect(Number(row?.major)).toBe(embedded.pg_major);
    expect(await db.health()).toMatchObject({ ok: true, durable: false });
  });

  it('makes a private directory of one that was open to all', async () => {
    const dir = newDirectory();
    fs.mkdirSync(dir, { recursive: true, mode: 0o755 });
    await open(dir);
    expect(modeOf(dir)).toBe('700');
  });

  it.each<[string, (dir: string) => void, string]>([
    [
      'another PGlite',
      (dir) => writeVersion(dir, { pglite: '0.4.0', pg_major: 18 }),
      'was written by PGlite 0.4.0 (PostgreSQL 18); this Tessera runs PGlite 0.5.14',
    ],
    ['another PostgreSQL', (dir) => writeVersion(dir, { pglite: '0.6.0', pg_major: 19 }), '`tessera db move`'],
    ['other files under the same name', (dir) => fs.writeFileSync(path.join(dir, 'pg', 'PG_VERSION'), '17\n'), 'cannot read it'],
    ['a damaged version file', (dir) => fs.writeFileSync(path.join(dir, 'tessera.json'), '{'), 'cannot be read. Restore it from a backup'],
    ['files that are gone', (dir) => fs.rmSync(path.join(dir, 'pg'), { recursive: true }), 'is gone. Restore a backup'],
  ])('refuses %s with what to do', async (_, spoil, words) => {
    const dir = newDirectory();
    fs.mkdirSync(path.join(dir, 'pg'), { recursive: true });
    fs.writeFileSync(path.join(dir, 'pg', 'PG_VERSION'), '18\n');
    writeVersion(dir, { pglite: installedPglite(), pg_major: 18 });
    spoil(dir);
    await expect(open(dir)).rejects.toThrow(words);
    expect(fs.existsSync(path.join(dir, 'tessera.pid'))).toBe(false);
  });

  it('leaves a directory alone that holds other things', async () => {
    const dir = newDirectory();
    fs.mkdirSync(dir, { recursive: true, mode: 0o755 });
    fs.writeFileSync(path.join(dir, 'thesis.odt'), '');
    await expect(open(dir)).rejects.toThrow('has other files in it (thesis.odt). Choose a directory that is empty');
    expect([modeOf(dir), fs.readdirSync(dir)]).toEqual(['755', ['thesis.odt']]);
  });

  it('begins anew after a first start that was cut short', async () => {
    const dir = newDirectory();
    fs.mkdirSync(path.join(dir, 'pg.new', 'base'), { recursive: true });
    fs.writeFileSync(path.join(dir, 'pg.new', 'PG_VERSION'), '18\n');
    fs.writeFileSync(path.join(dir, 'pg.new', 'half'), '');
    expect(await countOf(await open(dir), 'pg_class')).toBeGreaterThan(100);
    expect([fs.existsSync(path.join(dir, 'pg', 'half')), fs.existsSync(path.join(dir, 'pg.new'))]).toEqual([false, false]);
  });

  it('syncs every commit, which PGlite alone does not', async () => {
    const commits = async (files: NodeFS, startParams: string[]) => {
      const engine = await PGlite.create({ fs: files, startParams });
      await engine.exec('create table t (n int)');
      const before = syncs;
      for (let n = 0; n < 20; n += 1) await engine.query('insert into t values ($1)', [n]);
      const synced = syncs - before;
      const [setting] = (await engine.query<{ fsync: string }>('show fsync')).rows;
      await engine.close();
      return { synced, fsync: setting?.fsync };
    };
    let syncs = 0;
    const real = { fsyncSync: fs.fsyncSync, fdatasyncSync: fs.fdatasyncSync };
    const counted = (name: 'fsyncSync' | 'fdatasyncSync') => (fd: number) => {
      syncs += 1;
      real[name](fd);
    };
    Object.assign(fs, { fsyncSync: counted('fsyncSync'), fdatasyncSync: counted('fdatasyncSync') });
    try {
      const [durable, usual] = [newDirectory(), newDirectory()];
      for (const dir of [durable, usual]) {
        fs.mkdirSync(dir, { recursive: true });
        await unpack(await templateFile({ empty: true }), dir);
      }
      expect(await commits(new DurableNodeFS(durable), durableStartParams(PGlite.defaultStartParams))).toEqual({ synced: 20, fsync: 'on' });
      expect(await commits(new NodeFS(usual), PGlite.defaultStartParams)).toEqual({ synced: 0, fsync: 'off' });
    } finally {
      Object.assign(fs, real);
    }
  });

  it('refuses a second opener, in this process and in another, and names the holder', async () => {
    const dir = newDirectory();
    await open(dir);
    await expect(open(dir)).rejects.toThrow(`in use by this process (${process.pid}) already`);
    fs.rmSync(path.join(dir, 'tessera.pid'));
    fs.rmSync(path.join(dir, 'tessera.sock'));
    await expect(open(dir)).rejects.toThrow(`in use by this process (${process.pid}) already`);
    const other = await writer(dir);
    expect(await other.ended).toBe(3);
    expect(other.errors()).toContain(`is in use by process ${process.pid}`);
  });

  it.runIf(canUnshare)('refuses a second opener in another container on the same volume', async () => {
    const dir = newDirectory();
    const db = await open(dir);
    const other = await writer(dir, ['unshare', '--net', '--uts', 'sh', '-c', 'hostname elsewhere; exec "$@"', 'sh']);
    expect(await other.ended).toBe(3);
    expect(other.errors()).toContain(`is in use by process ${process.pid}`);
    await db.close();
    const next = await writer(dir, ['unshare', '--net', '--uts', 'sh', '-c', 'hostname elsewhere; exec "$@"', 'sh']);
    await next.opened;
    await expect(open(dir)).rejects.toThrow('is in use by process');
    next.child.kill('SIGKILL');
    await next.ended;
    expect(await countOf(await open(dir), 'written')).toBeGreaterThanOrEqual(0);
  });

  it('frees the directory when its holder is killed, and refuses until then', async () => {
    const dir = newDirectory();
    const other = await writer(dir);
    await other.opened;
    await expect(open(dir)).rejects.toThrow(`is in use by process ${other.child.pid}`);
    other.child.kill('SIGKILL');
    await other.ended;
    expect(await countOf(await open(dir), 'written')).toBeGreaterThanOrEqual(0);
  });

  it('does not take a directory from another machine, and says how to', async () => {
    const dir = newDirectory();
    await (await open(dir)).close();
    fs.writeFileSync(path.join(dir, 'tessera.pid'), JSON.stringify({ pid: 1, hostname: 'elsewhere', boot_id: 'other', started: '1' }));
    await expect(open(dir)).rejects.toThrow('was opened on another machine (elsewhere, process 1) and not closed');
    fs.writeFileSync(path.join(dir, 'tessera.pid'), JSON.stringify({ pid: process.pid, hostname: os.hostname(), boot_id: 'before the restart', started: '1' }));
    await expect(open(dir)).resolves.toBeDefined();
  });

  it('loses no acknowledged row to kill -9', async () => {
    const dir = newDirectory();
    let acknowledged = 0;
    for (const wait of [150, 700, 20, 400]) {
      const other = await writer(dir);
      await other.opened;
      await sleep(wait);
      other.child.kill('SIGKILL');
      await other.ended;
      acknowledged = Math.max(acknowledged, other.last());
      const db = await open(dir);
      const [row] = await db.query<{ n: number; rows: number; gap: number }>(
        'select t.n, (select count(*) from written) as rows, (select coalesce(max(n), 0) - count(*) from written) as gap from total t',
      );
      expect(row?.n).toBeGreaterThanOrEqual(acknowledged);
      expect(row?.n).toBeLessThanOrEqual(acknowledged + 1);
      expect(row).toMatchObject({ rows: row?.n, gap: 0 });
      await db.exec('create extension if not exists amcheck');
      await db.query(
        "select bt_index_check(c.oid, true) from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'i' and n.nspname = 'public'",
      );
      await db.close();
    }
    console.log(`kill -9: 4 times, ${acknowledged} acknowledged transactions, 0 lost`);
    expect(acknowledged).toBeGreaterThan(20);
  });

  it('stops a statement that runs too long, and goes on', async () => {
    const dir = newDirectory();
    const db = await open(dir);
    await db.exec('create table t (n int)');
    await db.query('insert into t values (1)');
    const heard: string[] = [];
    let reconnected = 0;
    await db.listen(
      'news',
      (payload) => heard.push(payload),
      () => (reconnected += 1),
    );
    const slow = expect(db.query(forever, [], { timeoutMs: 300 })).rejects.toMatchObject({
      name: 'QueryTimeout',
      message: 'the statement was stopped after 300 ms',
    });
    const waiting = [db.query('insert into t values (2)'), db.tx(() => db.query('insert into t values (3)'))];
    await slow;
    await Promise.all(waiting);
    expect(await countOf(db, 't')).toBe(3);
    await db.notify('news', 'after');
    await expect.poll(() => heard).toEqual(['after']);
    expect(reconnected).toBe(1);
    const inside = db.tx(async () => {
      await db.query('insert into t values (4)');
      await db.query(forever, [], { timeoutMs: 200 }).catch(() => undefined);
      await db.query('insert into t values (5)');
    });
    await expect(inside).rejects.toMatchObject({ name: 'QueryTimeout' });
    expect(await countOf(db, 't')).toBe(3);
    expect(await db.health()).toMatchObject({ ok: true, durable: true });
  });

  it('keeps the main thread free while a heavy query runs', async () => {
    const db = await open(newDirectory());
    let last = performance.now();
    let gap = 0;
    const timer = setInterval(() => {
      gap = Math.max(gap, performance.now() - last);
      last = performance.now();
    }, 5);
    const start = performance.now();
    await db.query('select count(*) from generate_series(1, 3000000)');
    const took = performance.now() - start;
    clearInterval(timer);
    console.log(`heavy query: ${Math.round(took)} ms, largest gap of the main thread: ${Math.round(gap)} ms`);
    expect(took).toBeGreaterThan(200);
    expect(gap).toBeLessThan(250);
  });

  it('says so when a database in memory is lost with a statement', async () => {
    const db = await openDatabase({ url: 'pglite:memory', log: testLog, templateFile: await templateFile({ empty: true }) });
    await expect(db.query(forever, [], { timeoutMs: 200 })).rejects.toMatchObject({ name: 'QueryTimeout' });
    await expect(db.query('select 1')).rejects.toThrow('the database was in memory and is lost');
    expect(await db.health()).toMatchObject({ ok: false });
    await db.close();
  });

  it('recovers by itself when the disk fails to sync, and never acknowledges what was not synced', async () => {
    const dir = newDirectory();
    fs.mkdirSync(dir, { recursive: true });
    await unpack(await templateFile({ empty: true }), dir);
    const broken = path.join(root, 'disk-is-broken');
    const program = path.join(root, 'failing-disk.mjs');
    const patch = `import fs from 'node:fs'; const real = fs.fdatasyncSync;
      fs.fdatasyncSync = (fd) => { if (fs.existsSync(${JSON.stringify(broken)})) throw Object.assign(new Error('EIO'), { code: 'EIO' }); return real(fd); };`;
    fs.writeFileSync(program, `${patch}\nawait import(${JSON.stringify(await workerFile())});`);
    const worker = { dir, templateFile: null, pglite: installedPglite() };
    const engine = await pgliteEngine({
      worker,
      program,
      log: { ...testLog, error: () => undefined },
      statementTimeoutMs: 60_000,
      onClosed: async () => undefined,
    });
    const run = async (sql: string) => {
      const session = await engine.acquire();
      return session.run([{ sql, values: [] }], {}).finally(() => session.release(false));
    };
    await run('create table t (n int)');
    fs.writeFileSync(broken, '');
    const start = performance.now();
    await expect(run('insert into t values (1)')).rejects.toMatchObject({
      name: 'ConnectionLost',
      maybe_committed: true,
      message: expect.stringContaining('could not fsync'),
    });
    expect(performance.now() - start).toBeLessThan(10_000);
    await expect(run('insert into t values (2)')).rejects.toMatchObject({ name: 'ConnectionLost' });
    fs.rmSync(broken);
    await run('select 1');
    fs.writeFileSync(broken, '');
    const longer = performance.now();
    await expect(run('insert into t select generate_series(1, 20000)')).rejects.toMatchObject({ name: 'ConnectionLost' });
    expect(performance.now() - longer).toBeLessThan(30_000);
    fs.rmSync(broken);
    await run('insert into t values (-3)');
    const [result] = await run('select n from t where n < 0');
    expect(result?.rows).toEqual([{ n: -3 }]);
    await engine.close();
  });
});

function writeVersion(dir: string, version: { pglite: string; pg_major: number }): void {
  fs.writeFileSync(path.join(dir, 'tessera.json'), JSON.stringify({ ...version, schema_version: '0001-one' }));
}

type Writer = { child: ChildProcess; opened: Promise<void>; ended: Promise<number | null>; last: () => number; errors: () => string };

/** The other process of `test/faults/pglite-writer.ts`. */
async function writer(dir: string, inside: readonly string[] = []): Promise<Writer> {
  const program = new URL('../../../test/faults/pglite-writer.ts', import.meta.url).pathname;
  const [file = '', ...args] = [...inside, process.execPath, '--import', 'tsx', program, `pglite:${dir}`, await templateFile({ empty: true })];
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let output = '';
  let errors = '';
  child.stderr?.on('data', (chunk) => (errors += chunk));
  const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)));
  const isOpen = new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      if (output.includes('open ')) resolve();
    });
    void ended.then(() => reject(new Error(`the writer ended: ${errors}`)));
  });
  isOpen.catch(() => undefined);
  const last = () => Number([...output.matchAll(/wrote (\d+)\n/g)].at(-1)?.[1] ?? 0);
  return { child, opened: isOpen, ended, last, errors: () => errors };
}
