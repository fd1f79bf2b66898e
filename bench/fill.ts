// Fills a database to a size: clones of two real incidents, each with five facts and its clocks, so that every read works on them.

import { seedDemo } from '../src/app/demo/demo.ts';
import { actorOf, type Ids } from '../src/app/demo/stage.ts';
import type { Request } from '../src/kernel/command.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { House } from '../src/platform/house.ts';
import { perform } from '../src/platform/journal/perform.ts';
import { columnsOf } from '../src/platform/journal/write.ts';
import { incident } from '../src/practices/incident/record.ts';

export type Filled = { readonly ids: Ids; readonly open: string; readonly closed: string };

/** The cast, one open and one closed incident made by real commands. */
export async function begin(house: House): Promise<Filled> {
  const ids = await seedDemo(house, { seed: 1, now: house.clock.now(), months: 0 });
  const id = (key: string): string => ids[key] ?? '';
  const input = {
    title: 'Template',
    service: id('service.workplace'),
    customer: id('organisation.waterschap-noord'),
    impact: 'low',
    urgency: 'medium',
    effect: 'degraded',
    source: 'phone',
  };
  let count = 0;
  const does = async (command: string, target: string | null, given: object): Promise<string> => {
    count += 1;
    const request: Request = { id: `bench:${count}`, record: 'incident', command, target, input: { ...given }, actor: actorOf('anna', id), channel: 'api' };
    const outcome = await perform(house, request);
    if (isRefusal(outcome)) throw new Error(`${command}: ${JSON.stringify(outcome)}`);
    return outcome.row.id;
  };
  const note = { note: 'Looked at the logs of the router together with the user.' };
  const open = await does('open', null, input);
  for (const [command, given] of [
    ['take', {}],
    ['note', note],
    ['reply', { note: 'We are looking at it.' }],
    ['note', note],
  ] as const)
    await does(command, open, given);
  const closed = await does('open', null, input);
  for (const [command, given] of [
    ['take', {}],
    ['note', note],
    ['resolve', { resolution: 'fixed', note: 'Repaired.' }],
    ['close', {}],
  ] as const)
    await does(command, closed, given);
  return { ids, open, closed };
}

const words =
  "array['printer','vpn','mail','login','laptop','screen','network','agenda','file','share','phone','scanner','update','password','slow','crash','error','noise','signal','cable']";
const oneIn = 10;

/** Adds incidents until there are `size`, one in ten open; answers seconds. */
export async function fillTo(house: House, { open, closed }: Filled, { from, size }: { from: number; size: number }): Promise<number> {
  const began = performance.now();
  const columns = columnsOf(incident);
  const list = columns.join(', ');
  for (let first = from + 1; first <= size; first += 5_000) {
    const last = Math.min(size, first + 4_999);
    const series = `generate_series(${first}, ${last}) g join incident t on t.id = case when g % ${oneIn} = 0 then '${open}' else '${closed}' end`;
    await house.db.tx(async () => {
      await house.db.exec(`insert into incident (${list}) select ${columns.map((name) => `r.${name}`).join(', ')} from ${series},
        lateral jsonb_populate_record(t, jsonb_build_object('id', 'INC-' || (g + 1000), 'external_id', null,
          'title', (${words})[1 + g % 20] || ' ' || (${words})[1 + (g * 7 + g / 20) % 20] || ' ' || 'w' || (g * 31 % 5000) || case when g % 997 = 0 then ' zeppelin' else '' end,
          'opened_at', t.opened_at - make_interval(mins => g % 500000), 'due', t.due + make_interval(mins => g % 20000))) r`);
      await house.db.exec(`insert into journal (record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, request_hash, cause, changes, note, params, audience, terms)
        select j.record, 'INC-' || (g + 1000), j.version, j.fact, j.at, j.recorded_at, j.actor, j.actor_name, j.actor_party, j.channel, 'fill:' || g || ':' || j.version, j.request_hash, null, j.changes, j.note, j.params, j.audience, j.terms
        from ${series} join journal j on j.record_id = t.id`);
      await house.db.exec(`insert into clock select r.* from ${series} join clock c on c.record_id = t.id,
        lateral jsonb_populate_record(c, jsonb_build_object('record_id', 'INC-' || (g + 1000), 'due', c.due + make_interval(mins => g % 20000))) r`);
    });
  }
  if (from === 0) await house.db.exec("select setval('incident_number', 2000000)");
  await house.db.exec('analyze');
  return (performance.now() - began) / 1000;
}
