// Finds the worker's program: beside the bundle when released, bundled on the fly when run from the sources.

import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Answers the path of an ES module that a `Worker` can run. */
export async function workerFile(): Promise<string> {
  if (!import.meta.url.endsWith('.ts')) return fileURLToPath(new URL('./pglite-worker.mjs', import.meta.url));
  bundled ??= bundle();
  return bundled;
}

let bundled: Promise<string> | undefined;

/** Node 20 runs no TypeScript and a worker inherits no loader; the file name is its contents, so that runs may share it. */
async function bundle(): Promise<string> {
  const { build } = await import('esbuild');
  const built = await build({
    entryPoints: [fileURLToPath(new URL('./pglite-worker.ts', import.meta.url))],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
  });
  const code = built.outputFiles[0]?.contents ?? new Uint8Array();
  const directory = new URL('../../../node_modules/.cache/tessera/', import.meta.url);
  const name = `pglite-worker-${createHash('sha256').update(code).digest('hex').slice(0, 16)}`;
  const target = fileURLToPath(new URL(`${name}.mjs`, directory));
  await mkdir(directory, { recursive: true });
  const draft = `${target}.${process.pid}.${performance.now()}`;
  await writeFile(draft, code);
  await rename(draft, target);
  return target;
}
