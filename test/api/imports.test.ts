// Imports over the wire: a file in, a mapping proposed, dry and for real, and nothing about it to anybody who may not.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importJobs } from '../../src/app/logbooks.ts';
import { isRefusal } from '../../src/kernel/refusal.ts';
import { storeContent } from '../../src/platform/import/store.ts';
import { houseHandlers } from '../../src/platform/jobs/handlers.ts';
import { jobRunner, type Runner } from '../../src/platform/jobs/runner.ts';
import { eachDatabase } from '../db-env.ts';
import { logMapping, sampleLog } from '../import-world.ts';
import type { Client } from './client.ts';
import { people, type World, world } from './world.ts';

eachDatabase('imports', (open) => {
  let w: World;
  let admin: Client;
  let runner: Runner;
  const put = (client: Client, id: string, raw: string | Uint8Array, type = 'text/csv') =>
    client.send({ method: 'PUT', path: `/api/imports/${id}/content`, raw, headers: { 'content-type': type } });
  const made = async (body: object): Promise<string> => {
    const answer = await admin.post('/api/imports', body);
    expect(answer.status, answer.text).toBe(201);
    expect(answer.headers.location).toBe(`/api/imports/${answer.body.data.id}`);
    return answer.body.data.id;
  };
  beforeAll(async () => {
    w = await world(await open());
    admin = await w.as('admin');
    runner = jobRunner(w.house, { ...houseHandlers, ...importJobs });
  });
  afterAll(() => w.close());

  it('goes from a file by a proposed mapping and a dry run to records', async () => {
    const id = await made({ name: 'Sites', record: 'site', format: 'csv' });
    expect((await admin.get(`/api/imports/${id}`)).body.data).toMatchObject({ state: 'new', look: null, by_name: expect.any(String) as string });
    const filled = await put(
      admin,
      id,
      `\ufeffname;Organisation;Adres\n"North; hall";${w.id('organisation.house')};Street 1\n;${w.id('organisation.a')};\n=1+1;ORG-999999;x\n`,
    );
    expect(filled.status, filled.text).toBe(200);
    const { look } = filled.body.data;
    expect(look.header).toEqual(['name', 'Organisation', 'Adres']);
    expect(look.proposal.mapping.fields).toEqual({
      name: 'name',
      organisation: 'Organisation',
      address: 'Adres',
    });
    const mapping = { ...look.proposal.mapping, key: ['name', 'Organisation'] };
    expect((await admin.post(`/api/imports/${id}/start`, { mapping, dry_run: true })).body.data.state).toBe('running');
    await runner.drain();
    const dry = await admin.get(`/api/imports/${id}`);
    expect(dry.body.data).toMatchObject({ state: 'done', dry_run: true, permille: 1000, rows_read: 3, records_added: 1, rows_bad: 2 });
    expect((await admin.get('/api/sites?q=north')).body.data).toEqual([]);
    await admin.post(`/api/imports/${id}/start`, { dry_run: false });
    await runner.drain();
    // When the file has been let go, its import can still be looked at.
    const done = await admin.get(`/api/imports/${id}`);
    expect(done.body.data).toMatchObject({ state: 'done', dry_run: false, records_added: 1, rows_bad: 2, look: null });
    expect(done.body.data).not.toHaveProperty('actor');
    expect((await admin.get('/api/sites?q=north')).body.data).toMatchObject([{ name: 'North; hall', address: 'Street 1' }]);
    const bad = (await admin.get(`/api/imports/${id}/bad-rows?limit=1`)).body;
    expect(bad.data).toMatchObject([{ row: 3, column: 'name, Organisation', code: 'import.no_key' }]);
    expect((await admin.get(`/api/imports/${id}/bad-rows?after=${bad.next}`)).body).toMatchObject({
      data: [{ row: 4, code: 'field.not_there', value: 'ORG-999999' }],
      next: null,
    });
    const csv = await admin.get(`/api/imports/${id}/bad-rows.csv`, { 'accept-language': 'nl' });
    expect(csv.headers['content-disposition']).toContain(`${id}-bad-rows.csv`);
    expect(csv.text).toContain('bestaat niet');
    expect((await admin.get('/api/imports')).body.data[0]).toMatchObject({ id, name: 'Sites' });
    expect((await admin.post(`/api/imports/${id}/start`, {})).body).toMatchObject({ code: 'import.no_content' });
  });

  it('brings a log in, in jobs that others can come between', async () => {
    const id = await made({ name: 'Log', record: 'incident', format: 'csv', mapping: logMapping, dry_run: false });
    expect((await put(admin, id, sampleLog, 'application/octet-stream')).status).toBe(200);
    expect((await admin.post(`/api/imports/${id}/start`, {})).status).toBe(200);
    expect((await admin.post(`/api/imports/${id}/pause`)).body.data.state).toBe('paused');
    await runner.drain();
    expect((await admin.get(`/api/imports/${id}`)).body.data).toMatchObject({ state: 'paused', rows_read: 0 });
    expect((await admin.post(`/api/imports/${id}/resume`)).body.data.state).toBe('running');
    await runner.drain();
    expect((await admin.get(`/api/imports/${id}`)).body.data).toMatchObject({ state: 'done', facts_added: 267, rows_bad: 0 });
    const list = await admin.get('/api/incidents?q=external_id:LOG00011');
    const story = await admin.get(`/api/incidents/${list.body.data[0].id}/journal`);
    expect(story.body.data.map((entry: { fact: string }) => entry.fact)).toHaveLength(8);
    expect((await admin.post(`/api/imports/${id}/pause`)).status).toBe(409);
  });

  it('says what is wrong with what is asked', async () => {
    const answers = async (path: string, body: object) => (await admin.post(path, body)).body;
    const asked = { name: 'X', record: 'site', format: 'csv' };
    expect(await answers('/api/imports', { ...asked, record: 'unicorn' })).toMatchObject({ code: 'unknown_record', field: 'record' });
    expect(await answers('/api/imports', { ...asked, format: 'xlsx' })).toMatchObject({ code: 'field.not_choice', field: 'format' });
    expect(await answers('/api/imports', { ...asked, mapping: { source: 'x' } })).toMatchObject({ code: 'import.wrong_mapping', field: 'mapping' });
    expect(await answers('/api/imports', { ...asked, mapping: { ...logMapping, mode: 'records' } })).toMatchObject({ code: 'import.wrong_mapping' });
    const id = await made(asked);
    expect(await answers(`/api/imports/${id}/start`, {})).toMatchObject({ code: 'import.no_content', status: 422 });
    expect((await put(admin, id, Buffer.from([0x61, 0x0a, 0xff, 0xfe, 0xfd]))).body).toMatchObject({ code: 'import.wrong_encoding' });
    await put(admin, id, 'a,b\n1,2\n');
    expect(await answers(`/api/imports/${id}/start`, {})).toMatchObject({ code: 'import.no_mapping' });
    const mapping = { source: 'x', mode: 'records', key: ['a'], fields: { name: 'c' } };
    expect(await answers(`/api/imports/${id}/start`, { mapping })).toMatchObject({ code: 'import.no_column', params: { column: 'c' } });
    expect(
      await answers(`/api/imports/${id}/start`, { mapping: { ...mapping, fields: { name: { column: 'b', find: { record: 'unicorn', by: 'name' } } } } }),
    ).toMatchObject({ code: 'import.wrong_mapping' });
    const log = { ...mapping, mode: 'log', fields: {}, log: { at: 'a', id_field: 'name' } };
    expect(await answers(`/api/imports/${id}/start`, { mapping: log })).toMatchObject({ code: 'import.no_log' });
    expect((await admin.get('/api/imports/IMP-999999')).status).toBe(404);
    expect((await admin.post('/api/imports/IMP-999999/start', {})).status).toBe(404);
    expect((await admin.post(`/api/imports/${id}/cancel`)).body.data.state).toBe('cancelled');
  });

  it('stops taking in a file that is too large, and keeps nothing of it', async () => {
    const id = await made({ name: 'Big', record: 'site', format: 'csv' });
    const endless = async function* () {
      for (let at = 0; at < 100; at += 1) yield Buffer.alloc(100_000, 0x61);
    };
    const outcome = await storeContent(w.house, id, endless(), 1_000_000);
    expect(isRefusal(outcome) && outcome).toMatchObject({ refused: 'import.too_large' });
    expect(await w.house.db.query('select 1 from import_chunk where import = $1', [id])).toEqual([]);
  });

  describe('are nobody else’s', () => {
    it.each(Object.keys(people).filter((who) => who !== 'admin' && who !== 'left') as (keyof typeof people)[])('%s sees none', async (who) => {
      const client = await w.as(who);
      for (const answer of [
        await client.get('/api/imports'),
        await client.get('/api/imports/IMP-1'),
        await client.get('/api/imports/IMP-1/bad-rows.csv'),
        await client.post('/api/imports', { name: 'X', record: 'site', format: 'csv' }),
        await client.post('/api/imports/IMP-1/cancel'),
        await put(client, 'IMP-1', 'a,b\n'),
      ])
        expect(answer.status).toBe(403);
    });
    it('not even a token of the administrator without the scope', async () => {
      const reader = await w.withToken('admin', ['read', 'write']);
      expect((await reader.get('/api/imports')).body).toMatchObject({ code: 'token.scope' });
      const importer = await w.withToken('admin', ['import']);
      expect((await importer.get('/api/imports')).status).toBe(200);
      expect((await w.anonymous.get('/api/imports')).status).toBe(401);
    });
  });
});
