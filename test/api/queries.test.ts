// How many statements each reading costs: frozen in query-counts.json, and the same for a long list as for a short one.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { gates } from '../../src/practices/growth/gates.record.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('statements per request', (open) => {
  let w: World;
  let agent: Client;
  let statements = 0;
  const counting = (db: Db): Db => ({
    ...db,
    query: (sql, params, options) => {
      statements += 1;
      return db.query(sql, params, options);
    },
    batch: (list) => {
      statements += list.length;
      return db.batch(list);
    },
  });
  const cost = async (path: string, client = agent): Promise<number> => {
    const before = statements;
    const answer = await client.get(path);
    expect(answer.status, path).toBe(200);
    return statements - before;
  };

  beforeAll(async () => {
    w = await world(await open(), { wrap: counting });
    agent = await w.as('agent');
    // Who asks and the settings are remembered for a second of the house clock, which stands still here.
    await agent.get('/api/session');
  });
  afterAll(() => w.close());

  const paths = (): Record<string, string> => {
    const of = (name: string) => Object.entries(w.ids).find(([key]) => key.startsWith(`${name}.`))?.[1];
    const lists = [...w.house.registry.practices.values()].flatMap(({ definition: { name, plural, clocks, custody } }) => {
      const id = of(name);
      const aspects = ['', '/journal', '/links', ...(clocks ? ['/clocks'] : []), ...(custody ? ['/ledger'] : [])];
      return [
        [`/api/${plural}`, `/api/${plural}`],
        [`/api/${plural}.csv`, `/api/${plural}.csv`],
        ...(id ? aspects.map((aspect) => [`/api/${plural}/{id}${aspect}`, `/api/${plural}/${id}${aspect}`]) : []),
      ];
    });
    return Object.fromEntries([
      ...lists,
      ['/api/feasibility', '/api/feasibility'],
      ['/api/promises/{id}/chain', `/api/promises/${of('promise')}/chain`],
      ['/api/configuration_items/{id}/as-of', `/api/configuration_items/${of('configuration_item')}/as-of`],
      ['/api/baselines/{id}/comparison', `/api/baselines/${of('baseline')}/comparison`],
      ['/api/growth', '/api/growth'],
      ['/api/session', '/api/session'],
      ['/api/search', '/api/search?q=broken'],
      ['/api/refs/{record}', '/api/refs/incident?q=bro'],
      ['/api/openapi.json', '/api/openapi.json'],
      ['/api/reports/month', '/api/reports/month?month=2026-03'],
      ['/api/reports/month.csv', '/api/reports/month.csv?month=2026-03'],
      ['/healthz', '/healthz'],
    ]);
  };
  const measured = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const [name, path] of Object.entries(paths())) counts[name] = await cost(path);
    return counts;
  };

  it('are those that somebody looked at, however long the list', async () => {
    const short = await measured();
    for (let n = 0; n < 30; n += 1) {
      const input = { title: `Broken ${n}`, service: w.id(`service.${n % 2 ? 'a' : 'b'}`), customer: w.id(`organisation.${n % 2 ? 'a' : 'b'}`) };
      const id = await w.act('incident', 'open', { input });
      await w.act('incident', 'note', { target: id, input: { note: 'a word' } });
      await w.act('work_order', 'offer', {
        input: { title: `Repair ${n}`, instruction: 'Look', supplier: w.id('organisation.x'), parent: w.id('incident.a') },
      });
    }
    await agent.get('/api/session');
    expect(await measured()).toEqual(short);
    await expect(`${JSON.stringify(short, null, 2)}\n`).toMatchFileSnapshot('query-counts.json');
    // A report reads a dozen kinds of rows, each once, however many incidents there are.
    const { '/api/reports/month': report, '/api/reports/month.csv': exported, '/api/growth': growth, ...others } = short;
    expect(Math.max(report ?? 99, exported ?? 99)).toBeLessThanOrEqual(14);
    expect(Math.max(...Object.values(others))).toBeLessThanOrEqual(6);
    // The ladder asks each gate once for now and once for a quarter ago, for all customers and services together.
    expect(growth).toBeLessThanOrEqual(2 * Object.keys(gates).length + 12);
  });

  it('of knowing who asks are two, and once a minute one more', async () => {
    w.later(1_000);
    const settled = await cost('/api/session');
    w.later(1_000);
    expect(await cost('/api/session')).toBe(settled);
    const warm = await cost('/api/session');
    expect(settled - warm).toBe(3);
    w.later(61_000);
    expect(await cost('/api/session')).toBe(settled + 1);
  });

  it('of following cases are the same for one as for thirty, read anew or brought up to date', async () => {
    const span = `from=2026-01-01&to=${new Date(w.house.clock.now() + 4 * 86_400_000).toISOString().slice(0, 10)}`;
    const told = async (): Promise<number> => {
      const before = statements;
      let answer = await agent.get(`/api/conformance/incidents?${span}`);
      while (answer.status === 202) answer = await agent.get(`/api/conformance/incidents?${span}`);
      expect(answer.status).toBe(200);
      return statements - before;
    };
    const reports = async (count: number): Promise<void> => {
      for (let n = 0; n < count; n += 1)
        await w.act('incident', 'open', { input: { title: `Odd ${n}`, service: w.id('service.a'), customer: w.id('organisation.a') } });
    };
    await agent.get('/api/session');
    const anew = await told();
    await reports(1);
    const one = await told();
    await reports(30);
    expect(await told()).toBe(one);
    expect(await cost(`/api/conformance/incidents/cases?${span}&figure=all`), 'with the names of what is shown').toBe(one + 1);
    // The next day everything is read again.
    w.later(86_400_000);
    agent = await w.as('agent');
    await agent.get('/api/session');
    expect(await told()).toBe(anew);
    expect({ anew, one }).toEqual({ anew: 7, one: 6 });
  });
});
