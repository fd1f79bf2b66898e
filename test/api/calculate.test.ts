// The arithmetic over HTTP: for whoever is signed in, on whatever side; what is wrong is said by place, in the reader's language.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import { type World, world } from './world.ts';

const credit = { fee_minor: 100_000, attained: 0.9985, bands: [{ below: 0.999, credit: 0.05 }], cap: 0.2 };

eachDatabase('calculating', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await world(await open());
  });
  afterAll(() => w.close());

  it.each(['agent', 'user_a', 'agent_x'] as const)('answers %s', async (who) => {
    const answer = await (await w.as(who)).post('/api/calculate/credit', credit);
    expect(answer).toMatchObject({ status: 200, body: { credit: 0.05, amount_minor: 5_000, exposure_minor: 5_000 } });
  });

  it('answers a token that may read, and nobody else', async () => {
    expect((await (await w.withToken('agent', ['read'])).post('/api/calculate/credit', credit)).status).toBe(200);
    expect(await (await w.withToken('agent', ['alerts'])).post('/api/calculate/credit', credit)).toMatchObject({ status: 403, body: { code: 'token.scope' } });
    expect((await w.anonymous.post('/api/calculate/credit', credit)).status).toBe(401);
  });

  it('refuses by place, as a problem, in the language of the reader', async () => {
    const agent = await w.as('agent');
    const wrong = await agent.post('/api/calculate/credit', { ...credit, bands: [{ below: 99.9, credit: 0.05 }] }, { 'accept-language': 'nl' });
    expect(wrong).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { code: 'value.not_share', field: 'bands[0].below', params: { field: 'bands[0].below' } },
    });
    expect(wrong.body.detail).toMatch(/^bands\[0\]\.below moet een deel van 0 tot en met 1 zijn/);
    expect(await agent.post('/api/calculate/credit', [])).toMatchObject({ status: 422, body: { code: 'value.not_object', field: 'input' } });
    expect((await agent.post('/api/calculate/astrology', {})).status).toBe(404);
  });
});
