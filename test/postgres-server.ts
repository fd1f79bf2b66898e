// A throw-away PostgreSQL of the machine's own packages, for one test run: real, fsync on, gone afterwards whatever happens.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export type PostgresServer = {
  /** Of the database `postgres`; replace the last part for another one. */
  url: string;
  dir: string;
  /** As a machine would lose it: `SIGQUIT` ends at once without a checkpoint; start it again with `restart`. */
  crash(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
};

/** Errors: Error that says exactly what to install. */
export async function startPostgres(): Promise<PostgresServer> {
  const bin = binaries();
  const owner = unprivileged();
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'tessera-postgres-'));
  if (owner) fs.chownSync(dir, owner.uid, owner.gid);
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  run([path.join(bin, 'initdb'), '-D', `${dir}/data`, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], { owner, dir });
  let child = launch({ bin, dir, port, owner });
  await waitUntilReady(child, { port, dir });
  return {
    url,
    dir,
    async crash() {
      process.kill(Number(fs.readFileSync(`${dir}/data/postmaster.pid`, 'utf8').split('\n')[0]), 'SIGQUIT');
      await ended(child);
    },
    async restart() {
      child = launch({ bin, dir, port, owner });
      await waitUntilReady(child, { port, dir });
    },
    async stop() {
      child.stdin?.end();
      await ended(child);
      fs.rmSync(dir, { recursive: true, force: true });
    },
  };
}

type Owner = { uid: number; gid: number } | undefined;
type Place = { bin: string; dir: string; port: number; owner: Owner };

/**
 * The shell holds the server and waits for the end of its standard input, which comes when this process stops it or dies
 * in whatever way; a group of its own keeps Ctrl-C from reaching the server before that.
 */
function launch({ bin, dir, port, owner }: Place): ChildProcess {
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${dir} -c max_connections=80 -c shared_buffers=128MB`;
  const script = `exec 3<&0; "${bin}/postgres" -D "${dir}/data" ${options} </dev/null >>"${dir}/log" 2>&1 & server=$!
    ( read -r line <&3; touch "${dir}/stopping"; kill -INT $server 2>/dev/null; sleep 10; kill -QUIT $server 2>/dev/null ) >/dev/null 2>&1 & waiter=$!
    wait $server; kill $waiter 2>/dev/null; [ ! -e "${dir}/stopping" ] || rm -rf "${dir}"`;
  return spawn('sh', ['-c', script], { detached: true, stdio: ['pipe', 'ignore', 'ignore'], cwd: dir, ...owner });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
}

async function waitUntilReady(child: ChildProcess, { port, dir }: { port: number; dir: string }): Promise<void> {
  const pg = (await import('pg')).default;
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', connectionTimeoutMillis: 2_000 });
    client.on('error', () => undefined);
    const isReady = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (isReady) return;
    if (child.exitCode !== null) break;
    await sleep(100);
  }
  const log = fs.existsSync(`${dir}/log`) ? fs.readFileSync(`${dir}/log`, 'utf8').slice(-2_000) : '';
  throw new Error(`the test PostgreSQL did not start:\n${log}`);
}

/** The newest of the installed versions that Tessera supports; installed from Debian's packages when that is possible. */
function binaries(): string {
  const found = installed() ?? (install() ? installed() : undefined);
  if (found) return found;
  throw new Error(
    'no PostgreSQL server found in /usr/lib/postgresql. Run `sudo apt-get install postgresql` (or add the bin directory of PostgreSQL 15 or later to PATH), ' +
      'or test the embedded database only: TESSERA_TEST_DB=pglite npm test',
  );
}

function installed(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = fs.existsSync(root) ? fs.readdirSync(root).sort((a, b) => Number(a) - Number(b)) : [];
  const debian = versions.map((version) => path.join(root, version, 'bin'));
  const all = [...debian, ...(process.env['PATH'] ?? '').split(path.delimiter)];
  return all.find((bin) => fs.existsSync(path.join(bin, 'postgres')) && fs.existsSync(path.join(bin, 'initdb')));
}

function install(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  console.error('installing PostgreSQL for the tests: apt-get install postgresql');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update'], { stdio: 'ignore', env });
  return spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], { stdio: 'ignore', env }).status === 0;
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): Owner {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(spawnSync('id', [flag, user], { encoding: 'utf8' }).stdout?.trim() || Number.NaN));
    if (Number.isInteger(uid) && Number.isInteger(gid)) return { uid: uid as number, gid: gid as number };
  }
  throw new Error('running as root, and there is neither a user postgres nor nobody to run PostgreSQL as');
}

function run([file, ...args]: readonly string[], { owner, dir }: { owner: Owner; dir: string }): void {
  const done = spawnSync(file ?? '', args, { encoding: 'utf8', cwd: dir, ...owner });
  if (done.status !== 0) throw new Error(`${file} failed: ${done.error?.message ?? done.stderr}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}
