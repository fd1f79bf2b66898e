// The evidence of a problem candidate: its incidents, the counts of each day with what was before, and nobody outside the house.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { evidenceDays } from '../../src/practices/problem/evidence.queries.ts';
import { eachDatabase } from '../db-env.ts';
import { type World, world } from './world.ts';

const dayMs = 86_400_000;

eachDatabase('evidence of a problem candidate', (open) => {
  let w: World;
  let id = '';
  beforeAll(async () => {
    w = await world(await open());
    const report = async (title: string, days: number, service = 'service.a') => {
      const started_at = new Date(Date.parse('2026-03-01T12:00:00Z') - days * dayMs).toISOString();
      return w.act('incident', 'open', { input: { title, service: w.id(service), customer: w.id('organisation.a'), effect: 'down', started_at } });
    };
    for (const [n, title] of ['Mouse', 'Screen dark', 'Phone mute', 'Cable loose'].entries()) {
      await report(title, 20 + n * 60);
    }
    for (const days of [0, 0.1, 0.2, 1, 2]) await report('Pump beeps', days);
    const done = await (await w.as('manager')).post('/api/problem-candidates/scan', {});
    id = done.body.data.proposed[0];
  });
  afterAll(() => w.close());

  it('holds the incidents, the latest first, with their names, and the days of the window', async () => {
    const { status, body } = await (await w.as('agent')).get(`/api/problem-candidates/${id}/evidence`);
    expect(status).toBe(200);
    const { data, refs } = body;
    expect(data.incidents.map((each: { title: string }) => each.title)).toEqual(Array(5).fill('Pump beeps'));
    const began = data.incidents.map((each: { started_at: string }) => each.started_at);
    expect(began).toEqual([...began].sort().reverse());
    expect(refs[data.incidents[0].customer]).toBeTruthy();
    expect(data.days.map(({ day, own }: { day: string; own: number }) => [day, own])).toEqual([
      ['2026-02-27', 1],
      ['2026-02-28', 1],
      ['2026-03-01', 3],
    ]);
  });

  it('counts all of what rose, also before, and only that', async () => {
    const row = (await (await w.as('agent')).get(`/api/problem_candidates/${id}`)).body.data;
    const none = { service: null, item: null, supplier: null, change: null, incidents: row.incidents };
    const span = { from: '2026-01-05', to: '2026-03-01', zone: 'Europe/Amsterdam' };
    const days = await evidenceDays(w.house.db, { ...none, kind: 'service', service: w.id('service.a') }, span);
    expect(days).toEqual([
      { day: '2026-02-09', count: 1, own: 0 },
      { day: '2026-02-27', count: 1, own: 1 },
      { day: '2026-02-28', count: 1, own: 1 },
      { day: '2026-03-01', count: 3, own: 3 },
    ]);
    for (const kind of ['topic', 'item', 'supplier', 'change'] as const)
      expect((await evidenceDays(w.house.db, { ...none, kind, service: w.id('service.a') }, span)).map(({ count }) => count)).toEqual([1, 1, 3]);
  });

  it('is of the house alone', async () => {
    for (const who of ['user_a', 'manager_a', 'agent_x'] as const)
      expect((await (await w.as(who)).get(`/api/problem-candidates/${id}/evidence`)).status, who).toBe(404);
    const agent = await w.as('agent');
    for (const other of ['PBC-99999', 'INC-1', 'x']) expect((await agent.get(`/api/problem-candidates/${other}/evidence`)).status).toBe(404);
  });
});
