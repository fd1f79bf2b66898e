// Imports the real incident log of the UCI repository on both databases and says how long it took, how much memory, and whether all is right.
import { execFile } from 'node:child_process';
import { createReadStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { createGunzip } from 'node:zlib';
import { logbooks } from '../src/app/logbooks.ts';
import { verify } from '../src/app/verify.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import type { Db } from '../src/platform/db/types.ts';
import { fillImport, makeImport, startImport } from '../src/platform/import/run.ts';
import { stepImport } from '../src/platform/import/step.ts';
import { findImport } from '../src/platform/import/store.ts';
import { countOf, importWorld, logMapping, promiseRestoration } from '../test/import-world.ts';
import { startPostgres } from '../test/postgres-server.ts';

const [file = process.env['TESSERA_UCI_LOG'], only, url] = process.argv.slice(2);
const silent = { info: () => undefined, warn: () => undefined, error: console.error };
const self = fileURLToPath(import.meta.url);

/** One engine in a process of its own, so that its memory is its own. */
async function child(engine: string, address: string): Promise<void> {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, [...process.execArgv, self, file ?? '', engine, address], { maxBuffer: 1_000_000 });
  console.log(stdout.trimEnd());
}

async function measure(engine: string, db: Db): Promise<void> {
  await migrate(db, fileURLToPath(new URL('../migrations', import.meta.url)));
  const w = await importWorld(db);
  await promiseRestoration(w);
  const content = createReadStream(file ?? '');
  const stream: Readable = file?.endsWith('.gz') ? content.pipe(createGunzip()) : content;
  const began = performance.now();
  const made = await makeImport(w.house, { actor: w.admin, name: 'UCI', record: 'incident', format: 'csv', mapping: logMapping, dry_run: false });
  if (isRefusal(made)) throw new Error(JSON.stringify(made));
  const { id } = made;
  for (const outcome of [await fillImport(w.house, { actor: w.admin, id }, stream), await startImport(w.house, logbooks, { actor: w.admin, id })])
    if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome));
  const filled = performance.now();
  const loop = monitorEventLoopDelay({ resolution: 5 });
  loop.enable();
  const batches: number[] = [];
  for (let more = true; more; ) {
    const from = performance.now();
    more = await stepImport(w.house, logbooks, id);
    batches.push(performance.now() - from);
  }
  loop.disable();
  const done = performance.now();
  const the = await findImport(db, id);
  const facts = await countOf(db, 'journal', "channel = 'import' and record = 'incident'");
  const faults = await verify(w.house);
  const seconds = (ms: number): string => (ms / 1_000).toFixed(1);
  const sorted = batches.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? sorted.at(-1) ?? 0).toFixed(0);
  const usage = process.cpuUsage();
  console.log(
    `${engine}: ${the?.state}, ${the?.rows_read} rows in ${seconds(done - began)} s (upload ${seconds(filled - began)} s), ${Math.round(facts / ((done - filled) / 1_000))} events/s`,
  );
  console.log(
    `  ${the?.records_added} incidents, ${facts} facts, ${await countOf(db, 'clock')} clocks, ${the?.rows_bad} bad rows, ${faults.length} of the rows and clocks differ from the journal`,
  );
  console.log(`  memory at most ${Math.round(process.resourceUsage().maxRSS / 1_024)} MB, CPU ${seconds((usage.user + usage.system) / 1_000)} s in all`);
  console.log(
    `  ${batches.length} batches: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, longest ${at(1)} ms; event loop held at most ${(loop.max / 1e6).toFixed(0)} ms, 99 % below ${(loop.percentile(99) / 1e6).toFixed(0)} ms`,
  );
}

async function embedded(): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'tessera-uci-'));
  try {
    await child('pglite', `pglite:${dir}/data`);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

async function server(): Promise<void> {
  const postgres = await startPostgres();
  try {
    await child('postgres', postgres.url);
  } finally {
    await postgres.stop();
  }
}

if (!file) {
  console.error('Say where the log is: npx tsx bench/import-uci.ts incident_event_log.csv, or in TESSERA_UCI_LOG.');
  process.exitCode = 1;
} else if (only && url) {
  const db = await openDatabase({ url, log: silent });
  await measure(only, db);
  await db.close();
} else {
  if (only !== 'postgres') await embedded();
  if (only !== 'pglite') await server();
}
