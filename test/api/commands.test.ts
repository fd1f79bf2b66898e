// Commands over the wire: one key makes one thing, a stale version overwrites nothing, and every refusal says what is wrong.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

eachDatabase('commands', (open) => {
  let w: World;
  let agent: Client;
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  const report = (more: object = {}) => ({ title: 'Nothing works', service: w.id('service.a'), customer: w.id('organisation.a'), ...more });
  const fresh = async (): Promise<string> => (await agent.post('/api/incidents', report())).body.data.id;
  const count = async (table: string) => Number((await w.house.db.query<{ n: number }>(`select count(*) as n from ${table}`))[0]?.n);

  it('opens a record: 201, its address, its version, its buttons', async () => {
    const answer = await agent.post('/api/incidents', report());
    expect(answer.status).toBe(201);
    expect(answer.headers).toMatchObject({ location: `/api/incidents/${answer.body.data.id}`, etag: '"1"', 'cache-control': 'no-store' });
    expect(answer.body).toMatchObject({ data: { title: 'Nothing works', version: 1, state: 'registered' }, may: expect.arrayContaining(['take', 'resolve']) });
    expect((await agent.get(answer.headers.location ?? '')).body.data).toEqual(answer.body.data);
  });

  it('says who can be addressed, by the reader', async () => {
    const audiences = async (who: Client) =>
      (await who.get(`/api/incidents/${w.id('incident.a')}`)).body.audiences.map((each: { id: string; kind: string }) => `${each.kind} ${each.id}`);
    expect(await audiences(agent)).toEqual([`team ${w.id('team.house')}`, `house ${w.id('organisation.house')}`, `customer ${w.id('organisation.a')}`]);
    expect(await audiences(await w.as('user_a'))).toEqual([`house ${w.id('organisation.house')}`, `customer ${w.id('organisation.a')}`]);
  });

  describe('an Idempotency-Key', () => {
    it('makes one record of a hundred identical requests at once', async () => {
      const before = await count('incident');
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => agent.post('/api/incidents', report({ title: 'Hundredfold' }), { 'idempotency-key': 'hundred' })),
      );
      expect(new Set(answers.map((each) => each.status))).toEqual(new Set([201]));
      expect(new Set(answers.map((each) => each.body.data.id)).size).toBe(1);
      expect(answers.filter((each) => each.headers['idempotent-replayed'] === 'true')).toHaveLength(99);
      expect(await count('incident')).toBe(before + 1);
    });

    it('makes one fact of repeated commands, and answers the same', async () => {
      const id = await fresh();
      const facts = await count('journal');
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => agent.post(`/api/incidents/${id}/note`, { note: 'once' }, { 'idempotency-key': 'note-once' })),
      );
      expect(new Set(answers.map((each) => `${each.status} ${each.body.data.version}`))).toEqual(new Set(['200 2']));
      expect(await count('journal')).toBe(facts + 1);
    });

    it('is refused for another request', async () => {
      await agent.post('/api/incidents', report(), { 'idempotency-key': 'reused' });
      const other = await agent.post('/api/incidents', report({ title: 'Something else' }), { 'idempotency-key': 'reused' });
      expect(other.body).toMatchObject({ status: 422, code: 'key_reused' });
    });

    it("is each principal's own", async () => {
      const before = await count('incident');
      const manager = await w.as('manager');
      const [one, two] = [
        await agent.post('/api/incidents', report(), { 'idempotency-key': 'shared' }),
        await manager.post('/api/incidents', report(), { 'idempotency-key': 'shared' }),
      ];
      expect(one.body.data.id).not.toBe(two.body.data.id);
      expect(await count('incident')).toBe(before + 2);
    });

    it('must be short and printable', async () => {
      expect((await agent.post('/api/incidents', report(), { 'idempotency-key': 'x'.repeat(201) })).body).toMatchObject({
        status: 400,
        code: 'header.idempotency_key',
      });
    });
  });

  describe('If-Match', () => {
    it('refuses a stale version and changes nothing', async () => {
      const id = await fresh();
      expect((await agent.post(`/api/incidents/${id}/take`, {}, { 'if-match': '"1"' })).headers.etag).toBe('"2"');
      const stale = await agent.post(`/api/incidents/${id}/note`, { note: 'late' }, { 'if-match': '"1"' });
      expect(stale).toMatchObject({ status: 412, body: { code: 'stale_version', params: { version: 2 } } });
      expect((await agent.get(`/api/incidents/${id}`)).body.data.version).toBe(2);
      expect((await agent.post(`/api/incidents/${id}/note`, { note: 'late' }, { 'if-match': 'W/"2"' })).status).toBe(200);
      expect((await agent.post(`/api/incidents/${id}/note`, { note: 'late' }, { 'if-match': '*' })).status).toBe(200);
    });

    it('lets one of two through who looked at the same version', async () => {
      const id = await fresh();
      const answers = await Promise.all(['one', 'two', 'three'].map((note) => agent.post(`/api/incidents/${id}/note`, { note }, { 'if-match': '"1"' })));
      expect(answers.map((each) => each.status).sort()).toEqual([200, 412, 412]);
    });

    it('must be a version', async () => {
      expect((await agent.post(`/api/incidents/${w.id('incident.a')}/take`, {}, { 'if-match': 'abc' })).body).toMatchObject({
        status: 400,
        code: 'header.if_match',
      });
    });
  });

  describe('refusals', () => {
    const shape = {
      type: expect.any(String),
      title: expect.any(String),
      status: expect.any(Number),
      code: expect.any(String),
      detail: expect.any(String),
      request_id: expect.any(String),
    };

    it('are problem+json that names the field', async () => {
      const answer = await agent.post('/api/incidents', { title: 'No service' });
      expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
      expect(answer.body).toEqual({
        ...shape,
        type: '/docs/api#field.required',
        title: 'Unprocessable Content',
        status: 422,
        code: 'field.required',
        field: 'service',
        params: { field: 'service' },
        detail: 'Service is required.',
      });
      expect(answer.headers['x-request-id']).toBe(answer.body.request_id);
    });

    it('speak the language of the reader, with the words on the screen', async () => {
      const close = (language: string) => agent.post(`/api/incidents/${w.id('incident.a')}/close`, {}, { 'accept-language': language });
      expect((await close('nl')).body).toMatchObject({
        status: 409,
        code: 'wrong_state',
        detail: '"Sluiten" kan niet zolang het Geregistreerd is.',
        params: { command: 'close', state: 'registered' },
      });
      expect((await close('de-AT,de;q=0.8,en;q=0.5')).body.detail).toBe('"Schließen" ist nicht möglich, solange es Erfasst ist.');
      expect((await close('fr,en;q=0.5')).body.detail).toBe('"Close" is not possible while it is Registered.');
    });

    it('have their own number each', async () => {
      const user = await w.as('user_a');
      const at = `/api/incidents/${w.id('incident.a')}`;
      expect((await agent.post(`${at}/explode`, {})).body).toMatchObject({ ...shape, status: 404, code: 'unknown_command' });
      expect((await agent.post(`${at}/breach`, { clock: 'restore', key: 'k' })).body).toMatchObject({ status: 404, code: 'unknown_command' });
      expect((await agent.post(`${at}/open`, report())).body).toMatchObject({ status: 404, code: 'unknown_command' });
      expect((await user.post(`${at}/take`, {})).body).toMatchObject({ status: 403, code: 'not_allowed' });
      expect((await agent.get('/api/incidents/INC-99999999')).body).toMatchObject({ status: 404, code: 'not_found' });
      expect((await agent.get('/api/nothing')).body).toMatchObject({ ...shape, status: 404, code: 'route.unknown' });
      expect((await agent.get('/api/incidents?q=sort:extra')).body).toMatchObject({ status: 422, code: 'view.wrong_sort' });
      expect((await agent.get('/api/incidents?limit=201')).body).toMatchObject({ status: 422, code: 'query.out_of_range', field: 'limit' });
      expect((await agent.get('/api/incidents?limt=2')).body).toMatchObject({ status: 422, code: 'query.unknown', field: 'limt' });
      expect((await agent.get('/api/incidents?after=bm9uc2Vuc2U')).body).toMatchObject({ status: 422, code: 'view.wrong_cursor' });
      expect((await w.anonymous.get('/api/incidents')).headers['www-authenticate']).toBe('Bearer realm="tessera"');
    });
  });

  it('pages a list without losing or doubling a row', async () => {
    for (let n = 0; n < 7; n += 1) await agent.post('/api/incidents', report({ title: `Page ${n}` }));
    const all = (await agent.get('/api/incidents?limit=200')).body;
    const seen: string[] = [];
    let after: string | null = '';
    for (let pages = 0; after !== null && pages < 100; pages += 1) {
      const page: { data: { id: string }[]; next: string | null } = (await agent.get(`/api/incidents?limit=3${after ? `&after=${after}` : ''}`)).body;
      seen.push(...page.data.map((row) => row.id));
      after = page.next;
    }
    expect(seen).toEqual(all.data.map((row: { id: string }) => row.id));
    expect(all.count).toEqual({ value: seen.length, capped: false });
  });

  it('names the numbers in its answers, and answers only the columns asked for', async () => {
    const { data, refs } = (await agent.get('/api/incidents?columns=title,service')).body;
    expect(Object.keys(data[0]).sort()).toEqual(['id', 'open', 'service', 'state', 'title', 'version']);
    expect(refs[data[0].service]).toMatch(/^Service canary/);
    expect((await agent.get('/api/incidents?columns=title,nonsense')).body).toMatchObject({ status: 422, field: 'columns' });
  });

  it('shows a note for one team to that team and to whoever wrote it, and to nobody else of the house', async () => {
    const organisation = w.id('organisation.house');
    const team = await w.act('team', 'open', { input: { name: 'Night shift', organisation } });
    await w.act('membership', 'open', { input: { person: w.id('person.admin'), organisation, role: 'agent', team } });
    const at = `/api/incidents/${await fresh()}`;
    expect((await agent.post(`${at}/note`, { note: 'Between me and the night', audience: [team] })).status).toBe(200);
    const reads = async (who: Client) => (await who.get(`${at}/journal`)).text.includes('Between me and the night');
    expect([await reads(agent), await reads(await w.as('admin')), await reads(await w.as('manager'))]).toEqual([true, true, false]);
  });

  it('tells the story: journal, links, clocks and ledger', async () => {
    const at = `/api/incidents/${w.id('incident.a')}`;
    const journal = (await agent.get(`${at}/journal?limit=2`)).body;
    expect(journal.data).toHaveLength(2);
    const earlier = (await agent.get(`${at}/journal?before=${journal.next}`)).body.data;
    expect(earlier.at(-1).id).toBeLessThan(journal.data[0].id);
    expect((await agent.get(`${at}/links`)).body.data).toContainEqual(
      expect.objectContaining({ record: 'work_order', id: w.id('work_order.x'), relation: 'parent' }),
    );
    expect((await agent.get(`${at}/clocks`)).body.data.map((each: { clock: string; steps: unknown[] }) => [each.clock, each.steps.length])).toEqual([
      ['respond', 1],
      ['restore', 1],
    ]);
    w.later(3_600_000);
    const { data } = (await agent.get(`${at}/ledger`)).body;
    expect(data.intervals.length).toBeGreaterThan(0);
    expect(data.totals.every((each: { party: string }) => each.party.startsWith('ORG-'))).toBe(true);
  });
});
