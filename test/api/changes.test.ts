// The doors of changes: how one is judged with everybody it hits by name, how all of them go, and that both are for the house alone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

type Figure = { readonly name: string; readonly value: number; readonly of: number | null; readonly list: string; readonly q: string };
const day = 86_400_000;

eachDatabase('doors of changes', (open) => {
  let w: World;
  let agent: Client;
  const answers = { reason: 'Old', benefit: 'New', risks: 'Few', resources: 'Two hours', relations: 'None', backout_plan: 'Put it back' };
  const raise = async (input: object): Promise<string> => w.act('change', 'open', { input: { title: 'New gadget', type: 'normal', ...answers, ...input } });
  const step = (target: string, command: string, input: object = {}) => w.act('change', command, { target, input: { ...input } });
  const figures = async (days?: number) => {
    const { body } = await agent.get(`/api/change-figures${days === undefined ? '' : `?days=${days}`}`);
    return { since: body.since as string, of: Object.fromEntries((body.data as Figure[]).map((each) => [each.name, each])) as Record<string, Figure> };
  };
  /** As many records as the figure says, through the address that it gives. */
  const behind = async ({ list, q }: Figure): Promise<string[]> =>
    ((await agent.get(`/api/${list}?q=${encodeURIComponent(q)}`)).body.data as { id: string }[]).map((each) => each.id).sort();

  /** An emergency goes through without waiting for its hour. */
  const done = async (outcome: 'success' | 'backed_out', input: object = {}): Promise<string> => {
    const id = await raise({ type: 'emergency', services: [w.id('service.a')], test_evidence: 'Lab', ...input });
    await step(id, 'submit');
    await step(id, 'approve');
    await step(id, 'implement');
    if (outcome === 'backed_out') await step(id, 'back_out', { note: 'Dark' });
    else await step(id, 'complete');
    await step(id, 'review', { outcome, lessons: 'None', incidents: [] });
    return id;
  };

  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  it('reckon the risk afresh, keep what was judged, and name whom it hits', async () => {
    const id = await raise({
      services: [w.id('service.a')],
      builder: w.id('person.agent'),
      requester: w.id('person.manager'),
      outage_minutes: 0,
      backout_tested: true,
    });
    const judgement = async () => (await agent.get(`/api/changes/${id}/judgement`)).body;
    const before = await judgement();
    expect(before.data).toMatchObject({ risk: null, answers: [] });
    expect(before.data.fresh.parts.map((each: { part: string }) => each.part)).toEqual(['reach', 'promises', 'history', 'outage', 'back_out', 'timing']);
    expect(before.data.hurt).toMatchObject([{ customer: w.id('organisation.a'), service: w.id('service.a'), effect: 'down', inside: false }]);
    expect(before.refs[w.id('organisation.a')]).toEqual(expect.any(String));
    await step(id, 'submit');
    await step(id, 'assess');
    const judged = await judgement();
    expect(judged.data.risk.computed).toBe(judged.data.fresh.computed);
    await step(id, 'override_risk', { risk_score: 77, note: 'Last time was bad' });
    await step(id, 'assess', { outage_minutes: 240 });
    const { data } = await judgement();
    expect(data.risk).toMatchObject({ computed: data.fresh.computed, overridden: { score: 77, reason: 'Last time was bad' } });
    expect(data.fresh.computed).toBeGreaterThan(judged.data.fresh.computed);
    const [a, x] = [await w.as('user_a'), await w.as('agent_x')];
    for (const outsider of [a, x]) expect((await outsider.get(`/api/changes/${id}/judgement`)).status).toBe(404);
    await step(id, 'inform', { notice: 'A short stop', affected_customers: [w.id('organisation.a')] });
    expect((await a.get(`/api/changes/${id}/judgement`)).status).toBe(403);
    expect((await agent.get('/api/changes/CHG-999/judgement')).status).toBe(404);
  });

  it('count what went well and what did not, and open exactly those records', async () => {
    const before = (await figures()).of;
    const [good, bad] = [await done('success'), await done('backed_out')];
    const found = await raise({ unauthorised: true, implemented_at: new Date(w.house.clock.now() - 3_600_000).toISOString() });
    const { of } = await figures();
    const risen = (name: string) => [(of[name]?.value ?? 0) - (before[name]?.value ?? 0), (of[name]?.of ?? 0) - (before[name]?.of ?? 0)];
    expect([risen('success'), risen('backed_out'), risen('emergency'), risen('unauthorised')]).toEqual([
      [1, 2],
      [1, 2],
      [2, 3],
      [1, 3],
    ]);
    expect(risen('to_review')).toEqual([1, 0]);
    for (const [name, id] of [
      ['success', good],
      ['backed_out', bad],
      ['unauthorised', found],
      ['to_review', found],
    ] as const) {
      const records = await behind(of[name] as Figure);
      expect(records, name).toContain(id);
      expect(records, name).toHaveLength(of[name]?.value ?? -1);
    }
  });

  it('name the incidents afterwards and the median of hours until they were made', async () => {
    w.later(60_000);
    const id = await raise({ type: 'emergency', services: [w.id('service.a')], test_evidence: 'Lab' });
    await step(id, 'submit');
    await step(id, 'approve');
    await step(id, 'implement');
    w.later(10 * 3_600_000);
    agent = await w.as('agent');
    await step(id, 'complete');
    const incident = await w.act('incident', 'open', {
      input: { title: 'Stopped', service: w.id('service.a'), customer: w.id('organisation.a'), effect: 'down' },
    });
    await step(id, 'review', { outcome: 'partial', lessons: 'Look twice' });
    const { of } = await figures();
    expect(await behind(of.incidents as Figure)).toEqual([incident]);
    // One at once and one after ten hours; what was backed out or never asked for has no lead time.
    expect(of.lead_time).toMatchObject({ value: 5, of: null });
    w.later(40 * day);
    agent = await w.as('agent');
    const recent = await figures(30);
    expect(recent.of).toMatchObject({ success: { value: 0, of: 0 }, emergency: { value: 0, of: 0 }, incidents: { value: 0 }, to_review: { value: 0 } });
    const whole = await figures(60);
    expect(whole.of.emergency?.value).toBe(3);
    expect(whole.since).toBe(`${new Date(w.house.clock.now() - 60 * day).toISOString().slice(0, 10)}T00:00:00.000Z`);
  });

  it('refuse a period that is none, and everybody outside the house', async () => {
    for (const days of ['0', '3661', '1.5', 'many'])
      expect(await agent.get(`/api/change-figures?days=${days}`), days).toMatchObject({ status: 422, body: { field: 'days' } });
    for (const who of ['user_a', 'agent_x'] as const) expect((await (await w.as(who)).get('/api/change-figures')).status, who).toBe(403);
  });
});
