// The doors of problems: cost, proof, board and offers, who may ask for them, and that they cost the same however much hangs on a problem.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Db } from '../../src/platform/db/types.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('doors of problems', (open) => {
  let w: World;
  let agent: Client;
  let statements = 0;
  let problem: string;
  const counting = (db: Db): Db => ({
    ...db,
    query: (sql, params, options) => {
      statements += 1;
      return db.query(sql, params, options);
    },
  });
  const report = (title: string) =>
    w.act('incident', 'open', { input: { title, service: w.id('service.a'), customer: w.id('organisation.a'), effect: 'down' } });
  const cost = async (path: string): Promise<number> => {
    const before = statements;
    expect((await agent.get(path)).status, path).toBe(200);
    return statements - before;
  };

  beforeAll(async () => {
    w = await world(await open(), { wrap: counting });
    agent = await w.as('agent');
    problem = await w.act('problem', 'open', { input: { title: 'Wobbly gadget', service: w.id('service.a'), incidents: [await report('Wobbly gadget one')] } });
  });
  afterAll(() => w.close());

  it('reckon with the incidents that are linked, by rates that are told, and open the records behind each figure', async () => {
    w.later(3 * 3_600_000);
    const { data, rates } = (await agent.get(`/api/problems/${problem}/cost`)).body;
    expect(data.incidents).toMatchObject([{ impact_ms: 3 * 3_600_000, customers: 1, cost_minor: 3 * rates.customer_hour_minor }]);
    expect(data).toMatchObject({ cost_minor: 3 * rates.customer_hour_minor, days: 30, per_year_minor: Math.round((3 * rates.customer_hour_minor * 365) / 30) });
    const row = (await agent.get('/api/problems/board')).body.data.find((each: { id: string }) => each.id === problem);
    expect(row).toMatchObject({ incidents: 1, per_year_minor: data.per_year_minor, share_ppm: 1_000_000 });
    expect((await agent.get(`/api/problems/board?service=${w.id('service.b')}`)).body.data).toEqual([]);
    expect(await agent.get('/api/problems/board?service=x')).toMatchObject({ status: 422, body: { field: 'service' } });
  });

  it('are for the house alone, and offers show customers only what was published to them', async () => {
    const error = await w.act('known_error', 'open', {
      input: { title: 'Wobbly gadget', cause: 'A loose screw', workaround: 'Ask the secret supplier', services: [w.id('service.a')] },
    });
    await w.act('known_error', 'publish', { target: error });
    const [customer, supplier] = [await w.as('user_a'), await w.as('agent_x')];
    for (const path of ['/api/problems/board', `/api/problems/${problem}/cost`, `/api/problems/${problem}/proof`, `/api/problems/${problem}/moments`])
      for (const outsider of [customer, supplier]) expect([403, 404], path).toContain((await outsider.get(path)).status);
    const typing = `/api/known-errors/offers?service=${w.id('service.a')}&title=${encodeURIComponent('My gadget is wobbly')}`;
    expect((await agent.get(typing)).body.data).toMatchObject([{ id: error, text: 'Ask the secret supplier', words: ['gadget', 'wobbly'] }]);
    expect((await customer.get(typing)).body.data).toEqual([]);
    await w.act('known_error', 'address', { target: error, input: { published_to: [w.id('organisation.a')], customer_text: 'Tap it twice' } });
    const seen = await customer.get(typing);
    expect(seen.body.data).toMatchObject([{ id: error, text: 'Tap it twice' }]);
    expect(JSON.stringify(seen.body)).not.toContain('secret');
    const incident = await report('Wobbly gadget again');
    const offers = `/api/incidents/${incident}/known-errors`;
    expect((await agent.get(offers)).body.data).toHaveLength(1);
    await w.act('incident', 'dismiss_known_error', { target: incident, input: { known_error: error } });
    expect((await agent.get(offers)).body.data).toEqual([]);
  });

  it('ask as many statements for thirty incidents as for one', async () => {
    const paths = ['/api/problems/board', `/api/problems/${problem}/cost`, `/api/problems/${problem}/proof`, `/api/problems/${problem}/moments`];
    const measured = async () => {
      await agent.get('/api/session');
      const counts: number[] = [];
      for (const path of paths) counts.push(await cost(path));
      return counts;
    };
    const short = await measured();
    for (let n = 0; n < 30; n += 1) {
      const incidents = [await report(`Gadget ${n}`)];
      await w.act('problem', 'link', { target: problem, input: { incidents } });
      await w.act('problem', 'open', { input: { title: `Other ${n}`, service: w.id('service.b'), incidents } });
    }
    expect(await measured()).toEqual(short);
    expect(Math.max(...short)).toBeLessThanOrEqual(7);
  });
});
