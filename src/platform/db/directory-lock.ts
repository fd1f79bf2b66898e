// One process per data directory: two embedded engines on one directory destroy each other's rows without a word.

import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseRefused } from './errors.ts';

export type DirectoryLock = { release(): Promise<void> };

/**
 * Three fences: an abstract socket, which the kernel frees even after kill -9 (Linux, one network namespace); a pid file,
 * for other systems; a socket file, which also answers between containers that share the volume.
 * Errors: DatabaseRefused naming the holder. Never takes the lock from a live process, and never judges by age alone.
 */
export async function lockDirectory(dir: string): Promise<DirectoryLock> {
  const real = await fs.realpath(dir);
  const place: Place = { dir: real, pidFile: path.join(real, 'tessera.pid'), socket: path.join(real, 'tessera.sock') };
  const servers: net.Server[] = [];
  const release = async (): Promise<void> => {
    for (const server of servers) await new Promise((resolve) => server.close(resolve));
  };
  try {
    if (process.platform === 'linux') servers.push(await takeAbstractSocket(place));
    await takePidFile(place);
    if (hasRoomForSocket(place)) servers.push(await listenOn(place.socket));
  } catch (error) {
    await release();
    throw error;
  }
  return {
    async release() {
      await fs.rm(place.pidFile, { force: true });
      await release();
    },
  };
}

type Place = { dir: string; pidFile: string; socket: string };

/** Who holds it; `started` is in clock ticks since boot, to tell a process from a later one with the same pid. */
type Holder = { pid: number; hostname: string; boot_id: string; started: string };

async function takeAbstractSocket(place: Place): Promise<net.Server> {
  const name = `\0tessera-${createHash('sha256').update(place.dir).digest('hex')}`;
  try {
    return await listenOn(name);
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error;
    throw held(place, (await pidBehind(name)) ?? 'unknown');
  }
}

async function takePidFile(place: Place): Promise<void> {
  const mine = JSON.stringify(await self());
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      await fs.writeFile(place.pidFile, mine, { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
    const found = await fs.readFile(place.pidFile, 'utf8').catch(() => '');
    await refuseIfAlive(place, found);
    await removeStale(place, found);
  }
  throw held(place, 'unknown');
}

async function refuseIfAlive(place: Place, found: string): Promise<void> {
  const pid = await pidBehind(place.socket);
  if (pid !== undefined) throw held(place, pid);
  const holder = parseHolder(found);
  const me = await self();
  if (!holder) return;
  if (holder.hostname === me.hostname && holder.boot_id !== me.boot_id) return; // this machine has been restarted since
  if (holder.hostname === me.hostname) {
    if ((await startOf(holder.pid)) === holder.started) throw held(place, String(holder.pid));
    return;
  }
  const sameKernel = holder.boot_id !== '' && holder.boot_id === me.boot_id && hasRoomForSocket(place);
  if (!sameKernel) throw elsewhere(place, holder);
  await sleep(2_000); // another container, which may be between its pid file and its socket
  const late = await pidBehind(place.socket);
  if (late !== undefined) throw held(place, late);
}

/** By rename, so that of two that find the same stale file one removes it and the other sees a new one. */
async function removeStale(place: Place, found: string): Promise<void> {
  const aside = `${place.pidFile}.${process.pid}.stale`;
  try {
    await fs.rename(place.pidFile, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const taken = await fs.readFile(aside, 'utf8');
  if (taken !== found) await fs.link(aside, place.pidFile).catch(() => undefined);
  await fs.rm(aside, { force: true });
  if (taken === found) await fs.rm(place.socket, { force: true });
}

function listenOn(address: string): Promise<net.Server> {
  const server = net.createServer((socket) => {
    socket.on('error', () => undefined);
    socket.end(`${process.pid}\n`);
  });
  server.unref();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address, () => resolve(server));
  });
}

/** The pid that answers, `unknown` when somebody is there but says nothing, undefined when nobody is. */
function pidBehind(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect(address);
    socket.setTimeout(2_000, () => socket.destroy());
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('error', (error) => resolve(isNobody(error) ? undefined : 'unknown'));
    socket.on('close', () => resolve(text.trim() || 'unknown'));
  });
}

function isNobody(error: Error): boolean {
  return ['ECONNREFUSED', 'ENOENT', 'ENOTSOCK', 'EINVAL', 'ENAMETOOLONG'].includes(codeOf(error));
}

async function self(): Promise<Holder> {
  const boot = await fs.readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  return { pid: process.pid, hostname: os.hostname(), boot_id: boot.trim(), started: (await startOf(process.pid)) ?? '' };
}

/** Undefined when there is no such process; empty where the system does not tell. */
async function startOf(pid: number): Promise<string | undefined> {
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  if (process.platform === 'linux') return undefined;
  try {
    process.kill(pid, 0);
    return '';
  } catch (error) {
    return codeOf(error) === 'EPERM' ? '' : undefined;
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const holder = JSON.parse(text) as Partial<Holder> | null;
    if (typeof holder?.pid !== 'number' || typeof holder.hostname !== 'string') return undefined;
    return { pid: holder.pid, hostname: holder.hostname, boot_id: String(holder.boot_id ?? ''), started: String(holder.started ?? '') };
  } catch {
    return undefined;
  }
}

/** The kernel allows 108 bytes for the path of a socket. */
function hasRoomForSocket(place: Place): boolean {
  return process.platform !== 'win32' && Buffer.byteLength(place.socket) < 104;
}

function held(place: Place, pid: string): DatabaseRefused {
  const who = pid === String(process.pid) ? `this process (${pid}) already` : `process ${pid}`;
  return new DatabaseRefused(`${place.dir} is in use by ${who}. One process at a time may open it: stop that one first, or talk to it.`);
}

function elsewhere(place: Place, holder: Holder): DatabaseRefused {
  return new DatabaseRefused(
    `${place.dir} was opened on another machine (${holder.hostname}, process ${holder.pid}) and not closed. ` +
      `If nothing runs there any more, delete ${place.pidFile} and start again.`,
  );
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown } | null)?.code ?? '');
}
