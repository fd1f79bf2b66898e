// Conformance over imported history and on records of our own: figures that a second count agrees with, what is new told at once, and XES that reads back.
import { text } from 'node:stream/consumers';
import Papa from 'papaparse';
import { beforeAll, expect, it } from 'vitest';
import { casesBehind, conformanceFor } from '../src/app/conformance.ts';
import { xesOf } from '../src/app/xes.ts';
import { isRefusal } from '../src/kernel/refusal.ts';
import type { Actor } from '../src/kernel/scope.ts';
import type { Asked, CasesAnswer, ConformanceAnswer } from '../src/practices/conformance/conformance.record.ts';
import { incident } from '../src/practices/incident/record.ts';
import { eachDatabase } from './db-env.ts';
import { bring, type ImportWorld, importWorld, logMapping, promiseRestoration, sampleLog } from './import-world.ts';
import { type Element, readXml } from './strict-xml.ts';

type Ready = Extract<ConformanceAnswer, { state: 'ready' }>;
const hostile = `Eve <"&'>\u0007\n]]>`;

eachDatabase('conformance', (open) => {
  let w: ImportWorld;
  const asked: Asked = { from: '2016-01-01', to: '2016-12-31', customer: null, service: null, supplier: null };
  const map = async (more: Partial<Asked> = {}): Promise<Ready> => {
    for (;;) {
      const told = await conformanceFor(w.house, { actor: w.admin, definition: incident, asked: { ...asked, ...more } });
      if (isRefusal(told)) throw new Error(JSON.stringify(told));
      if (told.state === 'ready') return told;
    }
  };
  const behind = async (figure: string): Promise<CasesAnswer> => {
    const told = await casesBehind(w.house, { actor: w.admin, definition: incident, asked, figure, offset: 0, limit: 200 });
    if (isRefusal(told) || !('count' in told)) throw new Error(JSON.stringify(told));
    return told;
  };
  const xes = async (actor: Actor, persons = false): Promise<Element> => {
    const stream = await xesOf(w.house, { actor, definition: incident, from: asked.from, to: asked.to, persons });
    if (isRefusal(stream)) throw new Error(JSON.stringify(stream));
    return readXml(await text(stream));
  };

  beforeAll(async () => {
    w = await importWorld(await open());
    await promiseRestoration(w);
    await bring(w, { mapping: logMapping, content: sampleLog });
    await w.act('person', 'open', { name: 'Eve', organisation: w.own, email: 'eve@example.org' });
  });

  it('finds in imported history the cases, events and variants that a second count finds', async () => {
    const lines = Papa.parse<Record<string, string>>(sampleLog, { header: true, skipEmptyLines: true }).data;
    const { data } = await map();
    expect(data).toMatchObject({ cases: new Set(lines.map((each) => each.number)).size, events: lines.length });
    // The second count is the database's own, over the facts themselves.
    const ways = await w.house.db.query<{ way: string; n: number }>(
      `select way, count(*)::int as n from (
         select record_id, string_agg(state, '>' order by version) as way from (
           select record_id, version, changes ->> 'state' as state, lag(changes ->> 'state') over (partition by record_id order by version) as before
           from journal where record = 'incident' and changes ? 'state') x where before is distinct from state group by record_id) y
       group by way`,
    );
    const told = Object.fromEntries(data.ways.map((each) => [each.steps.join('>'), each.cases]));
    expect(told).toEqual(Object.fromEntries(ways.map((each) => [each.way, each.n])));
    expect(data.ways.length).toBeGreaterThan(5);
    expect(data.fitness.mean).toBeLessThan(1);
  });

  it('opens every figure to the cases it counts', async () => {
    const { data } = await map();
    const figures: [string, number][] = [
      ['all', data.cases],
      ['whole', data.fitness.whole],
      ['loops', data.loops.cases],
      ...data.ways.map((each): [string, number] => [`way:${each.key}`, each.cases]),
      ...data.moves.map((each): [string, number] => [`move:${each.from}>${each.to}`, each.cases]),
      ...Object.entries(data.oddities).map(([name, count]): [string, number] => [`odd:${name}`, count]),
    ];
    for (const [figure, count] of figures) expect([figure, (await behind(figure)).count]).toEqual([figure, count]);
    const { data: cases, refs } = await behind('odd:reopened');
    expect(cases.length).toBeGreaterThan(0);
    for (const each of cases) {
      expect(refs[each.id]).toBeTruthy();
      expect(each.steps.reduce((sum, step) => sum + step.ms, 0)).toBe(each.ms);
    }
  });

  it('knows at once what happened since, and narrows to who is asked for', async () => {
    const before = (await map()).data;
    const [one] = (await behind('ended')).data;
    await w.act('incident', 'note', { note: 'Looked at it again', audience: [w.own] }, one?.id ?? '');
    const { data } = await map();
    expect([data.cases, data.events]).toEqual([before.cases, before.events + 1]);
    const [customer] = await w.house.db.query<{ customer: string }>('select customer from incident limit 1');
    expect((await map({ customer: customer?.customer ?? '' })).data.cases).toBe(before.cases);
    expect((await map({ customer: 'ORG-999' })).data.cases).toBe(0);
    expect((await map({ to: '2016-02-29' })).data.cases).toBeLessThan(before.cases);
  });

  it('is the house’s own affair, and refuses what is no period', async () => {
    const outside: Actor = { ...w.admin, side: 'customer', roles: ['customer_manager'] };
    expect(await conformanceFor(w.house, { actor: outside, definition: incident, asked })).toMatchObject({ refused: 'not_allowed' });
    for (const wrong of [{ from: '2016-13-01' }, { to: 'now' }, { from: '2017-01-01' }])
      expect(await conformanceFor(w.house, { actor: w.admin, definition: incident, asked: { ...asked, ...wrong } })).toMatchObject({
        refused: expect.stringMatching(/^field\./),
      });
  });

  it('exports XES that reads back to what the journal holds, without the names of people', async () => {
    const log = await xes(w.admin);
    const values = (each: Element): Record<string, string> => Object.fromEntries(each.children.map(({ attributes: { key = '', value = '' } }) => [key, value]));
    expect(log.attributes).toMatchObject({ 'xes.version': '1849-2016' });
    expect(log.children.filter((each) => each.name === 'extension').map((each) => each.attributes.prefix)).toEqual(['concept', 'time', 'lifecycle', 'org']);
    expect(log.children.filter((each) => each.name === 'global').map((each) => each.attributes.scope)).toEqual(['trace', 'event']);
    const traces = log.children.filter((each) => each.name === 'trace');
    const told = traces.flatMap((trace) =>
      trace.children.filter((each) => each.name === 'event').map((each) => [values(trace)['concept:name'], values(each)] as const),
    );
    const facts = await w.house.db.query<{ record_id: string; fact: string; at: string }>(
      'select j.record_id, j.fact, j.at from journal j join incident i on i.id = j.record_id order by i.opened_at, i.id, j.version',
    );
    expect(told.map(([id, each]) => `${id} ${each['concept:name']} ${each['time:timestamp']}`)).toEqual(
      facts.map((each) => `${each.record_id} ${each.fact.replace('incident.', '')} ${each.at}`),
    );
    const names = await w.house.db.query<{ name: string }>(
      "select distinct actor_name as name from journal where record = 'incident' and actor_name <> 'Tessera'",
    );
    expect(names.length).toBeGreaterThan(3);
    const resources = new Set(told.map(([, each]) => each['org:resource'] ?? ''));
    expect(names.filter((each) => resources.has(each.name))).toEqual([]);
    expect([...resources].every((each) => each === 'Tessera' || /^person-\d+$/.test(each))).toBe(true);
  });

  it('names people only for those who may, and whatever they are called', async () => {
    const [eve] = await w.house.db.query<{ id: string }>("select id from person where email = 'eve@example.org'");
    await w.house.db.query("update journal set actor = $1, actor_name = $2 where id = (select max(id) from journal where record = 'incident')", [
      eve?.id ?? '',
      hostile,
    ]);
    const log = JSON.stringify(await xes(w.admin, true));
    expect(log).toContain(JSON.stringify(hostile.replace('\u0007', '\ufffd')).slice(1, -1));
    const agent: Actor = { ...w.admin, roles: ['agent'] };
    expect(await xesOf(w.house, { actor: agent, definition: incident, ...asked, persons: true })).toMatchObject({ refused: 'not_allowed', field: 'persons' });
  });

  it('exports to others only their own records and what is meant for them', async () => {
    const [row] = await w.house.db.query<{ id: string; customer: string }>('select id, customer from incident order by opened_at desc, id desc limit 1');
    const side: Actor = {
      ...w.admin,
      person: null,
      side: 'customer',
      organisation: row?.customer ?? '',
      parties: [row?.customer ?? ''],
      roles: ['customer_manager'],
    };
    const stranger = await xes({ ...side, organisation: 'ORG-999', parties: ['ORG-999'] });
    expect(stranger.children.filter((each) => each.name === 'trace')).toEqual([]);
    const events = (log: Element): number => log.children.flatMap((each) => each.children.filter((child) => child.name === 'event')).length;
    const [own, all] = [await xes(side), await xes(w.admin)];
    expect(own.children.filter((each) => each.name === 'trace').length).toBe(all.children.filter((each) => each.name === 'trace').length);
    // The note between ourselves is not theirs.
    expect(events(own)).toBeLessThan(events(all));
  });
});
