// `npm run bench`: the requests people wait for, at 1,000, 10,000 and 100,000 incidents, on both databases, over HTTP.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHouse } from '../src/app/house.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { incident } from '../src/practices/incident/record.ts';
import { defaultColumns } from '../src/web/record/columns.tsx';
import { forget, newPlace, type Place, type Server, start } from '../test/faults/server.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { type Answer, type Call, callerOf } from './caller.ts';
import { begin, type Filled, fillTo } from './fill.ts';
import { type Figures, familyOf, measure, peakMb, type Shot } from './measure.ts';

const sizes = (process.env['TESSERA_BENCH_SIZES'] ?? '1000,10000,100000').split(',').map(Number);
const engines = (process.env['TESSERA_BENCH_DB'] ?? 'postgres,pglite').split(',');
const seconds = Number(process.env['TESSERA_BENCH_SECONDS'] ?? 4);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const results = new Map<string, Figures>();

async function bench(engine: string): Promise<void> {
  const postgres = engine === 'postgres' ? await startPostgres() : null;
  const place = newPlace(postgres?.url);
  try {
    let filled: Filled | null = null;
    let from = 0;
    for (const size of sizes) {
      const { config } = readConfig({ TESSERA_DATA: place.data, ...(place.database ? { TESSERA_DATABASE_URL: place.database } : {}) }, () => '');
      const opened = await openHouse(config, { log: silent });
      filled ??= await begin(opened.house);
      const took = await fillTo(opened.house, filled, { from, size });
      from = size;
      await opened.close();
      console.log(`\n${engine}, ${size.toLocaleString('en')} incidents (filled in ${took.toFixed(0)} s)`);
      await requests({
        place,
        engine,
        size,
        filled,
        postgres: postgres ? Number(readFileSync(join(postgres.dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]) : null,
      });
    }
  } finally {
    forget(place);
    await postgres?.stop();
  }
}

/** What the screen asks for when nobody chose other columns. */
const columns = ['title', ...defaultColumns(incident, 'integrator')].join();

type Benching = { place: Place; engine: string; size: number; filled: Filled; postgres: number | null };

async function requests({ place, engine, size, filled, postgres }: Benching): Promise<void> {
  const server = await start(place);
  const pids = (): number[] => [...familyOf(server.child.pid ?? 0), ...(postgres ? familyOf(postgres) : [])];
  const shots = shotsOf(server, { filled, size });
  console.log('request                          callers    p50 ms    p95 ms   per s   CPU ms  failed');
  for (const [name, callers] of plan) {
    const figures = await measure(shots[name] as Shot, { callers, seconds, pids });
    results.set(`${engine} ${size} ${name} ${callers}`, figures);
    const { p50, p95, per_second, cpu_ms, failures } = figures;
    console.log(
      `${name.padEnd(33)}${String(callers).padStart(7)}${p50.toFixed(1).padStart(10)}${p95.toFixed(1).padStart(10)}${per_second.toFixed(0).padStart(8)}${cpu_ms.toFixed(2).padStart(9)}${String(failures).padStart(8)}`,
    );
  }
  console.log(await gapText(callerOf(server)));
  console.log(`server memory at most ${peakMb(server.child.pid ?? 0)} MB`);
  server.child.kill('SIGTERM');
  await server.gone;
}

/** How long somebody else waits for the smallest answer while every incident there is goes out as CSV: the gap of the main thread. */
async function gapText(call: Call): Promise<string> {
  const began = performance.now();
  let took: number | null = null;
  const heavy = call('GET', '/api/incidents.csv').then((answer) => {
    took = performance.now() - began;
    return answer.status;
  });
  let longest = 0;
  for (let count = 0; took === null || count < 20; count += 1) {
    const asked = performance.now();
    await call('GET', '/healthz');
    longest = Math.max(longest, performance.now() - asked);
  }
  return `all incidents as CSV (answered ${await heavy}) took ${(took as number | null)?.toFixed(0)} ms; meanwhile the smallest answer took at most ${longest.toFixed(0)} ms`;
}

const plan: readonly (readonly [string, number])[] = [
  ['open list of 50 by next due', 1],
  ['the same with every field', 1],
  ['incident with journal and clocks', 1],
  ['create', 1],
  ['create', 16],
  ['hand over', 1],
  ['search, rare word', 1],
  ['search, common word', 1],
  ['mixed', 16],
];

function shotsOf(server: Server, { filled, size }: { filled: Filled; size: number }): Record<string, Shot> {
  const told = new Set<number>();
  const call = callerOf(server);
  const ok = async (answer: Promise<Answer>): Promise<boolean> => {
    const { status, body } = await answer;
    if (status >= 300 && !told.has(status)) console.log(`  answered ${status}: ${body.toString().slice(0, 300)}`);
    if (status >= 300) told.add(status);
    return status < 300;
  };
  const id = (key: string): string => filled.ids[key] ?? '';
  const one = (n: number): string => `INC-${1_001 + ((n * 7919) % (size - 1))}`;
  // One in ten is open: see fill.ts.
  const open = (n: number): string => `INC-${1_000 + 10 * (1 + ((n * 7919) % Math.floor(size / 10)))}`;
  const q = encodeURIComponent('is:open sort:due');
  const list: Shot = () => ok(call('GET', `/api/incidents?q=${q}&columns=${columns}`));
  const wide: Shot = () => ok(call('GET', `/api/incidents?q=${q}`));
  const record: Shot = async (n) =>
    (await Promise.all([ok(call('GET', `/api/incidents/${one(n)}`)), ok(call('GET', `/api/incidents/${one(n)}/journal`))])).every(Boolean);
  const create: Shot = (n) =>
    ok(
      call('POST', '/api/incidents', {
        title: `Bench ${n} printer`,
        service: id('service.workplace'),
        customer: id('organisation.waterschap-noord'),
        impact: 'low',
        urgency: 'medium',
        effect: 'degraded',
      }),
    );
  const handOver: Shot = (n) =>
    ok(
      call('POST', '/api/work_orders', {
        title: `Bench ${n}`,
        instruction: 'Please look.',
        supplier: id('organisation.noordlijn'),
        service: id('service.line-a'),
        parent: open(n),
      }),
    );
  const search =
    (q: string): Shot =>
    () =>
      ok(call('GET', `/api/search?q=${q}`));
  const mixed: Shot = (n) => (n % 100 < 50 ? list(n) : n % 100 < 85 ? record(n) : n % 100 < 87 ? search('zeppelin')(n) : create(n));
  return {
    'open list of 50 by next due': list,
    'the same with every field': wide,
    'incident with journal and clocks': record,
    create,
    'hand over': handOver,
    'search, rare word': search('zeppelin'),
    'search, common word': search('printer'),
    mixed,
  };
}

/** How each request grows from the smallest to the largest size: flat is 1.0. */
function growth(): void {
  const [small, large] = [sizes[0], sizes.at(-1)];
  if (small === large) return;
  console.log(`\ngrowth from ${small} to ${large} incidents          p50      CPU`);
  for (const engine of engines)
    for (const [name, callers] of plan) {
      const [before, after] = [results.get(`${engine} ${small} ${name} ${callers}`), results.get(`${engine} ${large} ${name} ${callers}`)];
      if (before && after)
        console.log(
          `${`${engine}: ${name} (${callers})`.padEnd(48)}${(after.p50 / before.p50).toFixed(2).padStart(6)} x${(after.cpu_ms / before.cpu_ms).toFixed(2).padStart(6)} x`,
        );
    }
}

for (const engine of engines) await bench(engine);
growth();
