// Reference models over HTTP: for the integrator, with provenance; their words for everybody; and a folder of one's own that is refused in part.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { doorsWith } from '../../src/app/doors.ts';
import { modelLibrary } from '../../src/app/models.ts';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('models', (open) => {
  let w: World;
  let agent: Client;
  let customer: Client;
  let admin: Client;
  const warned: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'models-'));
  beforeAll(async () => {
    writeFileSync(join(folder, 'house.yaml'), 'model: house\nname: Ours\n');
    const library = modelLibrary(folder, { warn: (_, message) => warned.push(message) });
    w = await world(await open(), { app: { doors: doorsWith(library), vocabularies: async () => (await library()).models.map((each) => each.key) } });
    [agent, customer, admin] = await Promise.all([w.as('agent'), w.as('user_a'), w.as('admin')]);
  });
  afterAll(async () => {
    await w.close();
    rmSync(folder, { recursive: true });
  });
  const prefer = (who: Client, vocabulary: string | null) => who.send({ method: 'PATCH', path: '/api/session/preferences', json: { vocabulary } });

  it('lists the models with how sure their statements are', async () => {
    const { status, body } = await agent.get('/api/models');
    expect([status, body.data.length]).toEqual([200, 9]);
    const ipw = body.data.find((each: { key: string }) => each.key === 'ipw');
    expect(ipw.statements.I).toBeGreaterThan(30);
    expect(ipw.statements.H).toBeLessThan(6);
  });

  it('keeps the models that came with it when a file of one’s own is wrong, and says so to those who can mend it', async () => {
    const { body } = await admin.get('/api/models');
    expect(body.data).toHaveLength(9);
    expect(body.faults[0]).toMatchObject({ file: 'house.yaml', line: 1, reason: { nl: '“edition” ontbreekt.' } });
    expect(JSON.stringify(body.faults)).not.toContain(folder);
    expect((await agent.get('/api/models')).body.faults).toEqual([]);
    expect(warned[0]).toContain('house.yaml:1: “edition” is missing.');
  });

  it('answers one model, with our records in it', async () => {
    const { body } = await agent.get('/api/models/usm');
    expect(body.data.processes.map((each: { key: string }) => each.key)).toContain('recover');
    expect(body.standing).toContainEqual({ of: 'incident', process: 'recover', sure: { certainty: 'H', sources: ['USMG'] } });
    expect((await agent.get('/api/models/nothing')).status).toBe(404);
  });

  it('compares the models that are named, and refuses others by name', async () => {
    const { body } = await agent.get('/api/models/compare?of=ism,usm');
    expect(body.data.map((each: { key: string }) => each.key)).toEqual(['ism', 'usm']);
    expect(Object.keys(body.table.rows[0].cells).toSorted()).toEqual(['ism', 'usm']);
    expect((await agent.get('/api/models/compare?of=ism,itil')).body).toMatchObject({ status: 422, field: 'of' });
  });

  it('tells where every record stands', async () => {
    const { body } = await agent.get('/api/models/crosswalk');
    expect(body.data.find((each: { of: string }) => each.of === 'incident').cells.fitsm.at).toEqual(['ISRM']);
  });

  it('is for the integrator; words are for everybody who is signed in', async () => {
    for (const path of ['', '/usm', '/compare', '/crosswalk']) expect((await customer.get(`/api/models${path}`)).status).toBe(403);
    expect((await w.anonymous.get('/api/vocabularies')).status).toBe(401);
    const { body } = await customer.get('/api/vocabularies/usm');
    expect(body.data.find((each: { of: string }) => each.of === 'incident').say.nl).toBe('Herstel');
  });

  it('keeps the words a person chose, and refuses words that no model has', async () => {
    expect((await prefer(customer, 'siam')).body.person.vocabulary).toBe('siam');
    expect((await customer.get('/api/session')).body.person.vocabulary).toBe('siam');
    expect((await prefer(customer, 'house')).body).toMatchObject({ status: 422, field: 'vocabulary' });
    expect((await prefer(customer, null)).body.person.vocabulary).toBe('tessera');
  });

  it('lets the administrator choose for those who chose none', async () => {
    const choose = (who: Client, vocabulary: string) => who.send({ method: 'PUT', path: '/api/vocabularies/default', json: { vocabulary } });
    expect((await choose(agent, 'itil-4')).status).toBe(403);
    expect((await choose(admin, 'nothing')).body).toMatchObject({ status: 422, field: 'vocabulary' });
    await prefer(customer, 'tessera');
    expect((await choose(admin, 'itil-4')).body).toEqual({ house: 'itil-4' });
    expect((await agent.get('/api/session')).body.person.vocabulary).toBe('itil-4');
    expect((await customer.get('/api/session')).body.person.vocabulary).toBe('tessera');
  });
});
