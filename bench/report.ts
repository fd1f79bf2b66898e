// The service-level report of one customer's month out of 100,000 incidents of a year, on the embedded database: wall and CPU, and the plan to blame when it is slow.
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemo } from '../src/app/demo/demo.ts';
import { actorOf } from '../src/app/demo/stage.ts';
import { openHouse } from '../src/app/house.ts';
import { reportOf } from '../src/app/report-answer.ts';
import type { Request } from '../src/kernel/command.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import { asSystem } from '../src/kernel/scope.ts';
import { readConfig } from '../src/platform/config/config.ts';
import type { House } from '../src/platform/house.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { columnsOf } from '../src/platform/journal/write.ts';
import { incident } from '../src/practices/incident/record.ts';

const size = Number(process.env['TESSERA_BENCH_SIZE'] ?? 100_000);
const data = process.env['TESSERA_BENCH_DATA'] ?? join(tmpdir(), 'tessera-bench-report');
const silent = { info: () => undefined, warn: () => undefined, error: console.error };
const offers = [
  ['workplace', 'waterschap-noord'],
  ['workplace', 'gemeente-zuiderdam'],
  ['care-record', 'pflege-ems'],
] as const;

/** A directory that is kept is filled once; what is measured next time is the report alone. */
const kept = process.env['TESSERA_BENCH_DATA'] !== undefined;
if (!kept) rmSync(data, { recursive: true, force: true });
const { config } = readConfig({ TESSERA_DATA: data }, () => '');
const opened = await openHouse(config, { log: silent });
try {
  await bench(opened.house);
} finally {
  await opened.close();
  if (!kept) rmSync(data, { recursive: true, force: true });
}

async function bench(house: House): Promise<void> {
  const [any] = await house.db.query('select 1 from incident limit 1');
  if (!any) await filled(house);
  await measure(house);
}

async function filled(house: House): Promise<void> {
  const ids = await seedDemo(house, { seed: 1, now: house.clock.now(), months: 0 });
  const id = (key: string): string => ids[key] ?? '';
  const templates = await templatesOf(house, id);
  const began = performance.now();
  for (let first = 1; first <= size; first += 5_000)
    await fill(house, templates, { first, last: Math.min(size, first + 4_999), hosting: id('service.hosting') });
  await house.db.exec('analyze');
  console.log(`${size.toLocaleString('en')} incidents of a year with five to seven facts each, filled in ${((performance.now() - began) / 1000).toFixed(0)} s`);
}

async function measure(house: House): Promise<void> {
  const [{ customer } = { customer: '' }] = await house.db.query<{ customer: string }>(
    "select id as customer from organisation where code = 'waterschap-noord'",
  );
  const actor = asSystem('a measurement');
  const month = new Date(house.clock.now() - 70 * 86_400_000).toISOString().slice(0, 7);
  const times: number[] = [];
  const cpus: number[] = [];
  for (let n = 0; n < 12; n += 1) {
    const [cpu, at] = [process.cpuUsage(), performance.now()];
    const answer = await reportOf(house, { actor, period: month, customer, service: null });
    times.push(performance.now() - at);
    const used = process.cpuUsage(cpu);
    cpus.push((used.user + used.system) / 1000);
    if (n === 0) told(answer, month);
  }
  const sorted = (list: number[]): string => {
    const [first, ...rest] = list;
    const warm = rest.sort((a, b) => a - b);
    return `first ${first?.toFixed(0)}, then median ${warm[Math.floor(warm.length / 2)]?.toFixed(0)}, worst ${warm.at(-1)?.toFixed(0)}`;
  };
  console.log(`wall ms: ${sorted(times)}\nCPU ms (server and database): ${sorted(cpus)}`);
}

function told({ data: sections }: Awaited<ReturnType<typeof reportOf>>, month: string): void {
  for (const { times, restoration, breaches, suppliers, availability } of sections)
    console.log(
      `${month}: ${restoration.cases} cases, ${times.map((each) => `${each.metric} ${each.met}/${each.met + each.missed}`).join(', ')}, ${breaches.length} breaches explained, ${availability[0]?.incidents.length} outages, ${suppliers.reduce((sum, each) => sum + each.cases.length, 0)} cases with suppliers`,
    );
}

/** For each offer a plain case and one that waited for the customer, by real commands. */
async function templatesOf(house: House, id: (key: string) => string): Promise<string[]> {
  let count = 0;
  const does = async (command: string, target: string | null, input: object): Promise<string> => {
    count += 1;
    const request: Request = { id: `bench:${count}`, record: 'incident', command, target, input: { ...input }, actor: actorOf('anna', id), channel: 'api' };
    const outcome = await perform(house, request);
    if (isRefusal(outcome)) throw new Error(`${command}: ${JSON.stringify(outcome)}`);
    return outcome.row.id;
  };
  const made: string[] = [];
  for (const waits of [false, true])
    for (const [service, customer] of offers) {
      const input = { title: 'Template', impact: 'low', urgency: 'medium', effect: 'degraded', source: 'phone' };
      const one = await does('open', null, { ...input, service: id(`service.${service}`), customer: id(`organisation.${customer}`) });
      await does('take', one, {});
      if (waits) {
        await does('wait', one, { waiting_reason: id('reason.customer_information') });
        await does('resume', one, {});
      }
      await does('resolve', one, { resolution: 'fixed', note: 'Repaired.' });
      await does('close', one, {});
      made.push(one);
    }
  return made;
}

/**
 * Incident g began g-dependent minutes ago within a year and took up to ten hours, one in thirty five days, so that it is late; one in
 * eight waited for the customer in between; one in forty was an outage of the hosting part.
 */
async function fill(house: House, templates: readonly string[], { first, last, hosting }: { first: number; last: number; hosting: string }): Promise<void> {
  const columns = columnsOf(incident);
  const list = columns.join(', ');
  const picked = `(array['${templates.join("','")}'])[1 + g % 3 + case when g % 8 = 0 then 3 else 0 end]`;
  const from = `generate_series(${first}, ${last}) g join incident t on t.id = ${picked}
    cross join lateral (select make_interval(mins => (g::bigint * 7919 % 525600)::int) as ago, make_interval(mins => 10 + g * 37 % 600 + case when g % 30 = 0 then 7200 else 0 end) as took) s`;
  await house.db.tx(async () => {
    await house.db.exec(`insert into incident (${list}) select ${columns.map((name) => `r.${name}`).join(', ')} from ${from},
      lateral jsonb_populate_record(t, jsonb_build_object('id', 'INC-' || (g + 10000), 'external_id', null, 'title', 'Case ' || g,
        'opened_at', t.opened_at - s.ago, 'started_at', t.started_at - s.ago, 'updated_at', t.opened_at - s.ago + s.took,
        'restored_at', t.opened_at - s.ago + s.took, 'resolved_at', t.opened_at - s.ago + s.took, 'closed_at', t.opened_at - s.ago + s.took + interval '1 hour',
        'part', case when g % 40 = 0 then '${hosting}' end, 'satisfaction', case when g % 4 = 0 then 1 + g % 5 end,
        'rated_at', case when g % 4 = 0 then t.opened_at - s.ago + s.took + interval '2 hours' end)) r`);
    await house.db.exec(`insert into journal (record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, request_hash, cause, changes, note, params, audience, terms)
      select j.record, 'INC-' || (g + 10000), j.version, j.fact, j.at - s.ago + case when j.fact in ('incident.resolved', 'incident.closed') then s.took when j.version > 2 then s.took / 2 else interval '0' end,
        j.recorded_at, j.actor, j.actor_name, j.actor_party, j.channel, 'fill:' || g || ':' || j.version, j.request_hash, null, j.changes, j.note, j.params, j.audience, j.terms
      from ${from} join journal j on j.record_id = t.id`);
    await house.db.exec(`insert into clock select r.* from ${from} join clock c on c.record_id = t.id,
      lateral (select c.clock = 'restore' and s.took > make_interval(mins => c.target_minutes) as late) x,
      lateral jsonb_populate_record(c, jsonb_build_object('record_id', 'INC-' || (g + 10000), 'started_at', c.started_at - s.ago, 'since', c.started_at - s.ago + s.took,
        'stopped_at', c.stopped_at - s.ago + s.took, 'due', c.started_at - s.ago + make_interval(mins => c.target_minutes), 'phase', case when x.late then 'missed' else 'met' end,
        'breached_at', case when x.late then c.started_at - s.ago + make_interval(mins => c.target_minutes) end,
        'used_ms', (extract(epoch from s.took) * 1000)::bigint)) r`);
  });
}
