// `npm run oracle -- 1000000`: calendars and clocks against a count minute by minute, so many cases of each, on every core or `--threads N`; `--only clocks`, `--seed N`.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { zones } from '../test/calendars.ts';
import type { Subject } from '../test/oracle.ts';
import type { Asked, Told } from './oracle-worker.ts';

type Sum = { cases: number; open: number; zones: Set<string>; differences: string[] };

const BATCH = 5_000;

async function run(): Promise<void> {
  const cases = Number(process.argv.slice(2).find((each, i, all) => /^\d+$/.test(each) && !all[i - 1]?.startsWith('--')) ?? 5_000);
  const seed = Number(option('seed') ?? Date.now() % 1_000_000_007);
  const threads = Number(option('threads') ?? availableParallelism());
  const only = option('only');
  const subjects = (['calendars', 'clocks'] as const).filter((each) => only === undefined || each === only);
  console.log(`oracle: ${cases} cases each of ${subjects.join(' and ')}, ${threads} threads, seed ${seed}, Node ${process.version}`);
  const code = await bundled();
  const workers = Array.from({ length: threads }, () => new Worker(code, { eval: true }));
  let different = 0;
  for (const subject of subjects) different += await judge(subject, { cases, seed, workers });
  await Promise.all(workers.map((each) => each.terminate()));
  process.exitCode = different === 0 ? 0 : 1;
}

/** Workers do not read TypeScript in every Node that we support. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'oracle-worker.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function judge(subject: Subject, { cases, seed, workers }: { cases: number; seed: number; workers: readonly Worker[] }): Promise<number> {
  const began = performance.now();
  const sum: Sum = { cases: 0, open: 0, zones: new Set(), differences: [] };
  const batches = Array.from({ length: Math.ceil(cases / BATCH) }, (_, i) => ({ subject, cases: Math.min(BATCH, cases - i * BATCH), seed: seed + i }));
  const seconds = (): string => ((performance.now() - began) / 1_000).toFixed(0);
  await Promise.all(
    workers.map(async (worker) => {
      for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
        const told = await ask(worker, batch);
        add(sum, told);
        if (Math.floor(sum.cases / 50_000) > Math.floor((sum.cases - told.cases) / 50_000)) {
          console.log(`  ${subject}: ${sum.cases} cases, ${sum.differences.length} differences, ${seconds()} s`);
        }
      }
    }),
  );
  for (const each of sum.differences.slice(0, 5)) console.log(`  DIFFERENT ${each}`);
  const { size } = sum.zones;
  console.log(
    `${subject}: ${sum.cases} cases in ${size} of ${zones.length} zones, ${sum.open} of them with time that counts, ${sum.differences.length} differences, ${seconds()} s`,
  );
  return sum.differences.length;
}

function ask(worker: Worker, asked: Asked): Promise<Told> {
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (told: Told) => {
      worker.off('error', reject);
      resolve(told);
    });
    worker.postMessage(asked);
  });
}

function add(sum: Sum, told: Told): void {
  sum.cases += told.cases;
  sum.open += told.open;
  for (const each of told.zones) sum.zones.add(each);
  sum.differences.push(...told.differences);
}

function option(name: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
}

await run();
