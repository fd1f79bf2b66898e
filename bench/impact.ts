// `npx tsx bench/impact.ts`: whom a failure hits, at 1,000, 10,000 and 30,000 items with three relations each, on both databases.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '../src/platform/db/migrate.ts';
import { openDatabase } from '../src/platform/db/open.ts';
import type { Db } from '../src/platform/db/types.ts';
import { impactOf } from '../src/practices/configuration/impact.queries.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { cpuOf, familyOf } from './measure.ts';

const sizes = (process.env['TESSERA_BENCH_SIZES'] ?? '1000,10000,30000').split(',').map(Number);
const engines = (process.env['TESSERA_BENCH_DB'] ?? 'postgres,pglite').split(',');
const times = Number(process.env['TESSERA_BENCH_TIMES'] ?? 100);
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A datacentre of 1,000 items; a house of more has more of them, and one application in twenty reaches over. */
const module = { racks: 20, panels: 4, feeds: 40, servers: 200, machines: 400, apps: [200, 100, 35] as const };
type Relation = readonly [subject: string, kind: string, object: string, group: string | null];
type Made = { readonly items: string[]; readonly relations: Relation[]; readonly asked: Readonly<Record<string, string>> };

for (const engine of engines) {
  const postgres = engine === 'postgres' ? await startPostgres() : null;
  const directory = mkdtempSync(join(tmpdir(), 'impact-'));
  const leader = postgres ? Number(readFileSync(join(postgres.dir, 'data/postmaster.pid'), 'utf8').split('\n')[0]) : 0;
  try {
    for (const size of sizes) {
      if (postgres) await again(postgres.url);
      const db = await openDatabase({ url: postgres ? new URL('/impact', postgres.url).href : `pglite:${join(directory, String(size))}`, log });
      await migrate(db, 'migrations');
      const { items, relations, asked } = await fill(db, size);
      console.log(`\n${engine}, ${items.length.toLocaleString('en')} items, ${relations.length.toLocaleString('en')} relations`);
      console.log('failure of                hits  customers    p50 ms    p95 ms    CPU ms');
      for (const [name, id] of Object.entries(asked)) await measured(db, { name, id, leader });
      await db.close();
    }
  } finally {
    await postgres?.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The larger the answer, the fewer times it is asked for. */
async function measured(db: Db, { name, id, leader }: { name: string; id: string; leader: number }): Promise<void> {
  const ask = () => impactOf(db, { down: [id] });
  const first = await ask();
  for (let n = 0; n < 20; n += 1) await ask();
  const pids = [process.pid, ...(leader ? familyOf(leader) : [])];
  const cpu = cpuOf(pids);
  const took: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const began = performance.now();
    await ask();
    took.push(performance.now() - began);
  }
  const spent = (cpuOf(pids) - cpu) / times;
  took.sort((a, b) => a - b);
  const at = (share: number): string => (took[Math.floor(took.length * share)] ?? 0).toFixed(1).padStart(10);
  const customers = new Set(first.customers.map((each) => each.customer)).size;
  console.log(
    `${name.padEnd(22)}${String(first.hits.length).padStart(8)}${String(customers).padStart(11)}${at(0.5)}${at(0.95)}${spent.toFixed(1).padStart(10)}`,
  );
}

/** A database of its own for every size. */
async function again(url: string): Promise<void> {
  const db = await openDatabase({ url, log, poolSize: 1 });
  await db.exec('drop database if exists impact');
  await db.exec('create database impact');
  await db.close();
}

function lay(size: number): Made {
  const items: string[] = [];
  const relations: Relation[] = [];
  const add = (count: number): string[] => Array.from({ length: count }, () => `CI-${items.push('') + 1}`);
  const tie = (subject: string, kind: string, object: string, group: string | null = null) => relations.push([subject, kind, object, group]);
  const of = (list: readonly string[], n: number): string => list[n % list.length] ?? '';
  const asked: Record<string, string> = {};
  let before: string[] = [];
  for (let at = 0; at < size / 1_000; at += 1) {
    const [site = ''] = add(1);
    const [panels, racks, feeds, servers, machines] = [module.panels, module.racks, module.feeds, module.servers, module.machines].map(add) as Lists;
    const [low, middle, high] = module.apps.map(add) as [string[], string[], string[]];
    for (const each of [...racks, ...panels]) tie(site, 'contains', each);
    for (const [n, each] of feeds.entries()) {
      tie(each, 'needs', of(panels, n));
      tie(of(racks, n >> 1), 'any_of', each, 'power');
    }
    for (const [n, each] of servers.entries()) tie(of(racks, Math.floor(n / 10)), 'contains', each);
    for (const [n, each] of machines.entries()) for (const step of [0, 101]) tie(each, 'any_of', of(servers, n + step), 'hosts');
    for (const [n, each] of low.entries()) {
      tie(each, 'needs', of(machines, 2 * n));
      for (const step of [1, 201]) tie(each, 'any_of', of(machines, 2 * n + step), 'pair');
    }
    for (const [n, each] of middle.entries()) for (const step of [0, 1]) tie(each, 'needs', of(low, 2 * n + step));
    for (const [n, each] of high.entries()) for (const step of [0, 1]) tie(each, 'needs', of(middle, 3 * n + step));
    if (before.length) for (const n of [0, 1, 2, 3, 4]) tie(of(middle, 20 * n), 'needs', of(before, n));
    before = low;
    // What hangs together without depending on one another: much of what real inventories hold.
    const ends = [...racks, ...servers, ...machines, ...low];
    for (let n = 0; relations.length < 3_000 * (at + 1); n += 1) tie(of(servers, n), 'connects', of(ends, n * 7 + Math.floor(n / 200)));
    // The first is asked about, and only the second reaches over into it.
    if (at === 0) Object.assign(asked, { 'an application': of(middle, 40), 'a rack of ten hosts': of(racks, 3), 'a whole datacentre': site });
  }
  return { items: items.map((_, n) => `CI-${n + 2}`), relations: unique(relations), asked };
}

type Lists = [string[], string[], string[], string[], string[]];
function unique(relations: Relation[]): Relation[] {
  return [...new Map(relations.map((each) => [each.slice(0, 3).join(' '), each])).values()];
}

/** Straight into the tables: the reading is measured, not the recording. */
async function fill(db: Db, size: number): Promise<Made> {
  const made = lay(size);
  await db.query(`insert into setting (key, value) values ('house', '"ORG-1"') on conflict (key) do nothing`);
  const row = `version, state, open, opened_at, updated_at`;
  const now = `1, 'live', true, now(), now()`;
  for (let at = 0; at < made.items.length; at += 5_000)
    await db.query(
      `insert into configuration_item (id, ${row}, name, type, attributes, owner, source, seen_at, aliases)
       select id, ${now}, 'Item ' || id, 'CIT-1', '{}', 'ORG-' || (2 + n % 20), 'bench', now(), '{}' from unnest($1::text[]) with ordinality u (id, n)`,
      [made.items.slice(at, at + 5_000)],
    );
  for (let at = 0; at < made.relations.length; at += 5_000) {
    const some = made.relations.slice(at, at + 5_000);
    await db.query(
      `insert into item_relation (id, ${row}, subject, kind, object, redundancy, source, seen_at)
       select 'CIR-' || ($5 + n), ${now}, s, k, o, g, 'bench', now() from unnest($1::text[], $2::text[], $3::text[], $4::text[]) with ordinality u (s, k, o, g, n)`,
      [some.map((each) => each[0]), some.map((each) => each[1]), some.map((each) => each[2]), some.map((each) => each[3]), at],
    );
  }
  await promised(db, size);
  await db.exec('analyze');
  return made;
}

/** For every 50 items a service on two applications of the upper tiers, and for every five of those one composed of them; two promises each. */
async function promised(db: Db, size: number): Promise<void> {
  const services = size / 50;
  await db.query(
    `insert into service (id, version, state, open, opened_at, updated_at, name, code, aliases, provider, criticality, customers, composition)
     select 'SVC-' || n, 1, 'live', true, now(), now(), 'Service ' || n, 's-' || n, '{}', 'ORG-1', 'medium', '{}',
       case when n > $1 then jsonb_build_object('all', (select jsonb_agg(jsonb_build_object('part', 'SVC-' || (5 * (n - $1) - m))) from generate_series(0, 4) m)) end
     from generate_series(1, $1 + $1 / 5) n`,
    [services],
  );
  await db.query(
    `insert into item_relation (id, version, state, open, opened_at, updated_at, subject, kind, object, source, seen_at)
     select 'CIR-' || (1000000 + 2 * n + m), 1, 'active', true, now(), now(), 'SVC-' || n, 'needs', 'CI-' || (2 + 1000 * ((n - 1) / 20) + 865 + ((n * 7 + m * 31) % 135)), 'bench', now()
     from generate_series(1, $1) n, generate_series(0, 1) m`,
    [services],
  );
  await db.query(
    `insert into promise (id, version, state, open, opened_at, updated_at, name, service, provider, customer, metric, measured_per, calendar, pauses, edition)
     select 'PRM-' || (2 * n + m), 1, 'active', true, now(), now(), 'Promise', 'SVC-' || n, 'ORG-1', 'ORG-' || (100 + (n * 3 + m) % 50), case m when 0 then 'restore' else 'availability' end, 'month', 'CAL-1', '{}', 1
     from generate_series(1, $1 + $1 / 5) n, generate_series(0, 1) m`,
    [services],
  );
}
