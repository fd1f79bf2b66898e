// Who may ask what will be late and what would have been: the integrator's people, and of those only who negotiates promises for a what-if.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import { type Who, type World, world } from './world.ts';

eachDatabase('predictions and what-ifs', (open) => {
  let w: World;
  const asked = { from: '2026-01-01', to: '2026-03-31', change: { attainment: 900_000 } };
  const tell = async (who: Who, id: string, body: object = asked) => (await w.as(who)).post(`/api/promises/${id}/what-if`, body);
  const timed = async (): Promise<string> =>
    (
      await w.house.db.query<{ id: string }>("select id from promise where metric in ('respond', 'restore', 'repair') and state <> 'draft' order by id limit 1")
    )[0]?.id ?? '';

  beforeAll(async () => {
    w = await world(await open(), { app: { localSecret: 'a-secret-of-this-machine' } });
  });
  afterAll(() => w.close());

  it('predicts for the integrator alone', async () => {
    for (const who of ['admin', 'manager', 'agent'] as const) {
      const answer = await (await w.as(who)).get('/api/predictions');
      expect(answer.status).toBe(200);
      expect(answer.body.looked_at).toBe(answer.body.data.length);
    }
    for (const who of ['user_a', 'manager_a', 'agent_x'] as const) expect((await (await w.as(who)).get('/api/predictions')).status).toBe(403);
  });

  it('tells a period again for those who negotiate promises, and says what is wrong by name', async () => {
    const id = await timed();
    expect(id).not.toBe('');
    expect((await tell('manager', id)).status).toBe(200);
    expect((await tell('agent', id)).status).toBe(403);
    for (const who of ['user_b', 'agent_x', 'agent_y'] as const) expect([403, 404]).toContain((await tell(who, id)).status);
    expect((await tell('manager', 'PRM-99999')).status).toBe(404);
    expect(await tell('manager', id, { ...asked, from: 'soon' })).toMatchObject({ status: 422, body: { field: 'from' } });
    expect(await tell('manager', id, { ...asked, change: {} })).toMatchObject({ status: 422, body: { code: 'what_if.nothing' } });
  });

  it('tells it to the command line of this machine, which has no role but is its administrator', async () => {
    const local = { authorization: 'Local a-secret-of-this-machine' };
    expect((await w.anonymous.post(`/api/promises/${await timed()}/what-if`, asked, local)).status).toBe(200);
  });

  it('never lets a visitor give the commands of the clock', async () => {
    const incident = w.id('incident.a');
    for (const command of ['warn', 'reterm', 'breach'])
      expect((await (await w.as('admin')).post(`/api/incidents/${incident}/${command}`, {})).status).toBeGreaterThanOrEqual(400);
    const before = await w.house.db.query("select count(*)::int as n from journal where fact in ('incident.warned', 'incident.retermed', 'incident.breached')");
    expect(before).toEqual([{ n: 0 }]);
  });
});
