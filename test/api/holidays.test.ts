// Public holidays as a proposal: for the integrator only, in the reader's language, refused field by field.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('GET /api/holidays', (open) => {
  let w: World;
  let agent: Client;
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  it('proposes the days of a region, and says which regions there are', async () => {
    const { status, body } = await agent.get('/api/holidays?country=DE&region=BY&from=2026&to=2027');
    expect(status).toBe(200);
    const dates = body.data.map((each: { date: string }) => each.date);
    expect(dates).toContain('2026-06-04');
    expect(dates).toContain('2027-12-26');
    expect(dates).toEqual([...dates].sort());
    expect(body.regions).toContainEqual({ code: 'BE', name: 'Berlin' });
  });

  it('lists the countries when none is asked for', async () => {
    const { body } = await agent.get('/api/holidays');
    expect(body.data).toEqual([]);
    expect(body.countries.length).toBeGreaterThan(150);
  });

  it.each([
    ['country=ZZ', 'country'],
    ['country=NL&region=BY', 'region'],
    ['country=NL&from=soon', 'from'],
    ['country=NL&from=2026&to=2099', 'to'],
  ])('refuses %s and names the field', async (asked, field) => {
    const { status, body } = await agent.get(`/api/holidays?${asked}`);
    expect([status, body.field]).toEqual([422, field]);
    expect(body.detail).not.toContain('{');
  });

  it('is closed to customers and suppliers', async () => {
    for (const who of ['manager_a', 'agent_x'] as const) expect((await (await w.as(who)).get('/api/holidays?country=NL')).status).toBe(403);
  });
});
