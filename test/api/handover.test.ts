// The hand-over check over HTTP: the verdict for a receiver, who else would do, and who may ask.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

const minute = 60_000;

eachDatabase('the hand-over check over http', (open) => {
  let w: World;
  let agent: Client;
  const at = () => `/api/incidents/${w.id('incident.a')}/handover`;
  const org = (code: string) => w.id(`organisation.${code}`);
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
    await w.act('incident', 'reclassify', { target: w.id('incident.a'), input: { part: w.id('service.x') } });
    await w.settle();
  });
  afterAll(() => w.close());

  it('says by how much a promise does not fit: four hours to accept and four to repair, in four hours', async () => {
    const { status, body } = await agent.get(`${at()}?supplier=${org('x')}`);
    expect(status).toBe(200);
    expect(body.data.receiver).toMatchObject({
      party: org('x'),
      service: w.id('service.x'),
      accept: { minutes: 240 },
      repair: { minutes: 240 },
      verdict: 'short',
    });
    const restore = body.data.receiver.checks.find((each: { clock: string }) => each.clock === 'restore');
    expect(restore).toMatchObject({ customer: org('a'), left_ms: 240 * minute, short_ms: 240 * minute, spare_ms: 0, verdict: 'short' });
    expect(Date.parse(restore.finishes_at) - Date.parse(restore.due_at)).toBe(240 * minute);
    expect(body.data.renegotiation).toMatchObject({ customer: org('a'), audience: [org('a')], at: restore.finishes_at });
    expect(body.data.renegotiation.note).toContain(w.id('incident.a'));
    expect(body.data.renegotiation.note).not.toContain('canary');
    expect(body.data.escalation).toMatchObject({ audience: [w.id('team.house')] });
    expect(body.data.escalation.note).toContain('240 min');
  });

  it('fits when the work is more urgent for the receiver, and then proposes nothing', async () => {
    const { data } = (await agent.get(`${at()}?supplier=${org('x')}&priority=1`)).body;
    expect(data.receiver.checks.map((each: { clock: string; spare_ms: number }) => [each.clock, each.spare_ms / minute])).toEqual([
      ['respond', 180],
      ['restore', 120],
    ]);
    expect(data).toMatchObject({ receiver: { verdict: 'fits' }, others: [], escalation: null, renegotiation: null });
  });

  it('says that nothing was promised, and never that it fits', async () => {
    const { data } = (await agent.get(`${at()}?supplier=${org('y')}`)).body;
    expect(data.receiver).toMatchObject({ repair: null, verdict: 'no_promise' });
    expect(data.receiver.checks[0]).toMatchObject({ fits: false, short_ms: null, finishes_at: null });
    expect(data.renegotiation).toBeNull();
    expect(data.escalation.note).toContain(w.id('incident.a'));
  });

  it('proposes a team of the house that has promised the part and would be done in time', async () => {
    const terms = { metric: 'repair', measured_per: 'month', targets: { 3: 90 }, calendar: w.id('calendar.a'), service: w.id('service.a') };
    const input = { name: 'own hands', provider: org('house'), customer: org('house'), team: w.id('team.house'), ...terms };
    const target = await w.act('promise', 'open', { input });
    await w.act('promise', 'sign', { target });
    const { data } = (await agent.get(`${at()}?supplier=${org('x')}`)).body;
    expect(data.others).toMatchObject([{ party: org('house'), team: w.id('team.house'), verdict: 'fits', repair: { minutes: 90 } }]);
    const own = (await agent.get(`${at()}?team=${w.id('team.house')}&service=${w.id('service.a')}`)).body.data.receiver;
    expect(own).toMatchObject({ party: org('house'), team: w.id('team.house'), verdict: 'fits' });
  });

  it('is for the house alone, and names a parameter that is wrong', async () => {
    expect((await (await w.as('user_a')).get(at())).status).toBe(403);
    for (const who of ['user_b', 'agent_x'] as const) expect((await (await w.as(who)).get(at())).status).toBe(404);
    for (const [query, field] of [
      ['supplier=Xray', 'supplier'],
      ['supplier=SVC-1', 'supplier'],
      ['team=%27', 'team'],
      ['priority=9', 'priority'],
      ['speed=1', 'speed'],
    ])
      expect((await agent.get(`${at()}?${query}`)).body.field, query).toBe(field);
    expect((await agent.get('/api/incidents/INC-99999/handover')).status).toBe(404);
    expect((await agent.get(at())).body.data.receiver).toBeNull();
  });
});
