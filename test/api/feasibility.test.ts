// The doors of feasibility: given a promise with something beneath, when it is asked for, then the house is told and nobody else.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('feasibility', (open) => {
  let w: World;
  let manager: Client;
  let draft: string;
  const same = { provider: '', measured_per: 'month', calendar: '' };

  beforeAll(async () => {
    w = await world(await open());
    manager = await w.as('manager');
    const part = await w.act('service', 'open', { input: { name: 'Line', code: 'line', provider: w.id('organisation.x'), criticality: 'high' } });
    const whole = { name: 'Access', code: 'access', provider: w.id('organisation.house'), criticality: 'high', composition: { all: [{ part }] } };
    const service = await w.act('service', 'open', { input: whole });
    const [row] = await w.house.db.query<{ id: string }>('select id from calendar order by id limit 1');
    const beneath = { ...same, service: part, provider: w.id('organisation.x'), customer: w.id('organisation.house'), calendar: row?.id ?? '' };
    const signed = await w.act('promise', 'open', { input: { ...beneath, name: 'Beneath', metric: 'availability', availability: 995_000 } });
    await w.act('promise', 'sign', { target: signed });
    const above = { ...same, service, provider: w.id('organisation.house'), customer: w.id('organisation.a'), calendar: row?.id ?? '' };
    draft = await w.act('promise', 'open', { input: { ...above, name: 'Above', metric: 'availability', availability: 999_000 } });
  });
  afterAll(() => w.close());

  it('judge a draft, with its chain drawn and the way out', async () => {
    const { status, body } = await manager.get(`/api/promises/${draft}/chain`);
    expect(status).toBe(200);
    expect(body.data).toMatchObject({ ok: false, slack: -4_000, unit: 'ppm', tighten: [{ from: 995_000, to: 999_000 }], stake: null });
    expect(body.nodes.map((each: { layer: number; ok: unknown; weakest: boolean }) => [each.layer, each.ok, each.weakest])).toEqual([
      [0, false, false],
      [1, null, true],
    ]);
    expect(body.edges).toEqual([{ from: draft, to: body.nodes[1].promise }]);
    expect(body.refs[body.nodes[1].service]).toBe('Line');
  });

  it('judge it with changes that are not saved', async () => {
    const ask = (changes: unknown) => manager.post(`/api/promises/${draft}/verdict`, { changes });
    expect((await ask({ availability: 994_000 })).body.data).toMatchObject({ ok: true, slack: 1_000 });
    expect((await ask({})).body.data.ok).toBe(false);
    expect((await manager.get(`/api/promises/${draft}`)).body.data.availability).toBe(999_000);
    expect(await ask({ availability: 'high' })).toMatchObject({ status: 422, body: { field: 'availability' } });
    expect(await ask({ state: 'active' })).toMatchObject({ status: 422, body: { field: 'state' } });
    expect(await ask([1])).toMatchObject({ status: 422, body: { field: 'changes' } });
  });

  it('tell of all promises the worst first, and count them', async () => {
    const risk = { accepted_risk: 'A second line comes in May.', risk_owner: w.id('person.manager'), risk_until: '2026-03-10' };
    await w.act('promise', 'sign', { target: draft, input: risk });
    const all = (await manager.get('/api/feasibility')).body;
    expect(all.checked).toBeGreaterThan(0);
    expect(Object.values<number>(all.counts).reduce((sum, each) => sum + each, 0)).toBe(all.checked);
    const of = (verdict: string) => all.data.filter((each: { verdict: string }) => each.verdict === verdict).map((each: { promise: string }) => each.promise);
    expect(of('accepted')).toContain(draft);
    w.later(9 * 24 * 3_600_000);
    manager = await w.as('manager');
    const [expired] = (await manager.get('/api/feasibility?verdict=expired')).body.data;
    expect(expired).toMatchObject({ promise: draft, verdict: 'expired', accepted: { owner: w.id('person.manager'), until: '2026-03-10', expired: true } });
    expect(await manager.get('/api/feasibility?verdict=fine')).toMatchObject({ status: 422, body: { field: 'verdict' } });
    expect(await manager.get('/api/feasibility?limit=0')).toMatchObject({ status: 422, body: { field: 'limit' } });
  });

  it('are the house’s: its customers and suppliers are refused, and a stranger finds nothing', async () => {
    for (const who of ['manager_a', 'agent_x'] as const) {
      const outsider = await w.as(who);
      for (const path of [`/api/promises/${draft}/chain`, '/api/feasibility']) expect((await outsider.get(path)).status, `${who} ${path}`).toBe(403);
      expect((await outsider.post(`/api/promises/${draft}/verdict`, { changes: {} })).status).toBe(403);
    }
    expect((await manager.get('/api/promises/PRM-99999/chain')).status).toBe(404);
    expect((await w.anonymous.get('/api/feasibility')).status).toBe(401);
  });
});
