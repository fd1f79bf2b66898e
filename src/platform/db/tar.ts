// Unpacks the tarball of an initialised cluster, so that a first start need not run initdb.

import fs from 'node:fs';
import { open } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** Into an empty directory, private to the owner, everything synced. Errors: Error for a name that leads outside. */
export async function unpack(tarball: string, dir: string): Promise<void> {
  const bytes = await promisify(gunzip)(fs.readFileSync(tarball));
  const written = [dir];
  for (const entry of entriesOf(bytes)) {
    const target = path.join(dir, entry.name);
    if (path.relative(dir, target).startsWith('..')) throw new Error(`${tarball}: ${entry.name} leads outside`);
    if (entry.isDirectory) fs.mkdirSync(target, { recursive: true, mode: 0o700 });
    else fs.writeFileSync(target, entry.contents, { mode: 0o600 });
    written.push(target);
  }
  for (let at = 0; at < written.length; at += 32) await Promise.all(written.slice(at, at + 32).map(synced));
}

export function syncPath(target: string): void {
  const fd = fs.openSync(target, 'r');
  try {
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
}

/** Several at a time share one write of the file system's journal. */
async function synced(target: string): Promise<void> {
  const file = await open(target, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

type Entry = { name: string; isDirectory: boolean; contents: Uint8Array };

/** The ustar header (POSIX.1-1988): name at 0, octal size at 124, type at 156, prefix at 345, blocks of 512 bytes. */
function* entriesOf(bytes: Buffer): Generator<Entry> {
  let at = 0;
  while (at + 512 <= bytes.length) {
    const name = text(bytes, at, 100);
    if (name === '') return;
    const size = Number.parseInt(text(bytes, at + 124, 12).trim(), 8);
    if (!Number.isSafeInteger(size)) throw new Error(`the tarball is damaged at byte ${at}`);
    const prefix = text(bytes, at + 345, 155);
    const type = String.fromCharCode(bytes[at + 156] ?? 0);
    yield { name: prefix === '' ? name : `${prefix}/${name}`, isDirectory: type === '5', contents: bytes.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

function text(bytes: Buffer, start: number, length: number): string {
  const end = bytes.indexOf(0, start);
  return bytes.toString('utf8', start, Math.min(end < 0 ? start + length : end, start + length));
}
