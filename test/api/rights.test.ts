// The matrix of rights: every kind of record and every address, for every sort of principal; and one party's word nowhere in another's answers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '../../src/platform/auth/token.ts';
import { eachDatabase } from '../db-env.ts';
import { type Client, client } from './client.ts';
import { open as openAddresses, sees } from './rights.ts';
import { canaries, people, type Who, type World, world } from './world.ts';

type Operation = { readonly key: string; readonly method: string; readonly path: string };
const insiders: readonly Who[] = ['admin', 'manager', 'agent'];
const present = (Object.keys(people) as Who[]).filter((who) => who !== 'left');

eachDatabase('rights', (open) => {
  let w: World;
  let operations: Operation[];
  let browsers: Map<Who, Client>;
  beforeAll(async () => {
    w = await world(await open());
    const document = (await w.anonymous.get('/api/openapi.json')).body;
    operations = Object.entries<Record<string, unknown>>(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => ({ key: `${method} ${path}`, method: method.toUpperCase(), path })),
    );
    browsers = new Map(await Promise.all(present.map(async (who) => [who, await w.as(who)] as const)));
  });
  afterAll(() => w.close());

  const browser = (who: Who): Client => browsers.get(who) as Client;
  const definitions = () => [...w.house.registry.practices.values()].map((practice) => practice.definition);
  const plural = (record: string): string => w.house.registry.practices.get(record)?.definition.plural ?? '';
  const filled = (path: string): string => path.replace('{id}', w.id('incident.a')).replace('{record}', 'incident');
  const party = (who: Who): string => people[who][0];

  it('has a line for every kind of record', () => {
    expect(Object.keys(sees).sort()).toEqual(
      definitions()
        .map((definition) => definition.name)
        .sort(),
    );
  });

  it('lists, counts, exports, suggests and finds exactly what is theirs', async () => {
    for (const { name } of definitions()) {
      const all = (await w.house.db.query<{ id: string }>(`select id from ${name}`)).map((row) => row.id);
      for (const who of present) {
        const said = sees[name]?.[who as keyof (typeof sees)[string]] ?? '-';
        const list = await browser(who).get(`/api/${plural(name)}?limit=200`);
        expect(list.status, `${who} ${name}`).toBe(200);
        const seen = list.body.data.map((row: { id: string }) => row.id).sort();
        expect(list.body.count.value, `${who} ${name}: the count is the length of the list`).toBe(seen.length);
        const csv = await browser(who).get(`/api/${plural(name)}.csv`);
        expect(csv.text.trim().split('\r\n').length - 1, `${who} ${name}.csv`).toBe(seen.length);
        const suggested = (await browser(who).get(`/api/refs/${name}`)).body.data.map((row: { id: string }) => row.id);
        for (const id of suggested) expect(seen).toContain(id);
        if (said === 'all') expect(seen).toEqual(all.sort());
        if (said === '-') expect(seen).toEqual([]);
        for (const id of all) expect((await browser(who).get(`/api/${plural(name)}/${id}`)).status, `${who} ${id}`).toBe(seen.includes(id) ? 200 : 404);
        for (const code of ['a', 'b', 'x', 'y', 'house']) {
          const theirs = w.ids[`${name}.${code}`];
          if (theirs && said !== 'all') expect(seen.includes(theirs), `${who} sees ${name} of ${code}`).toBe(said === code);
        }
      }
    }
  }, 240_000);

  it('answers 401 without a session, with a token that is unknown, expired, revoked or of somebody who left; and lists what is open', async () => {
    const token = async (who: Who, ms: number) => {
      const expires_at = new Date(w.house.clock.now() + ms).toISOString();
      return createToken(w.house, {
        name: 'n',
        person: w.id(`person.${who}`),
        organisation: null,
        side: null,
        scopes: ['read', 'write'],
        expires_at,
        created_by: null,
      });
    };
    const expired = await token('agent', 500);
    const revoked = await token('agent', 3_600_000);
    await w.house.db.query('update token set revoked_at = $2 where id = $1', [revoked.token.id, new Date(w.house.clock.now()).toISOString()]);
    w.later(1_000);
    const left = await token('left', 3_600_000);
    const bearers = [expired.secret, revoked.secret, left.secret, `tessera_pat_${'x'.repeat(43)}`, 'nonsense'];
    for (const { key, method, path } of operations) {
      const public_ = openAddresses.includes(key);
      const answer = await w.anonymous.send({ method, path: filled(path), ...(method === 'GET' ? {} : { json: {} }) });
      if (public_) expect(answer.status, key).not.toBe(500);
      else expect(answer.status, key).toBe(401);
      if (path.startsWith('/v2') || path.endsWith('z')) continue;
      for (const secret of bearers) {
        const ended = await client(w.url, { authorization: `Bearer ${secret}` }).send({
          method,
          path: filled(path),
          ...(method === 'GET' ? {} : { json: {} }),
        });
        expect(ended.status, `${key} ${secret.slice(0, 12)}`).toBe(401);
      }
    }
    const said = operations.map((each) => each.key);
    for (const each of openAddresses) expect(said).toContain(each);
  }, 240_000);

  it('keeps the word of one party out of every answer to another', async () => {
    const addresses = operations
      .filter((each) => each.method === 'GET' && each.path !== '/api/live')
      .flatMap(({ path }) => {
        if (!path.includes('{id}'))
          return [
            path.replace('{record}', 'organisation'),
            ...Object.values(canaries).flatMap((word) => (path === '/api/search' ? [`${path}?q=${word}`] : [])),
          ];
        const name = definitions().find((definition) => path.startsWith(`/api/${definition.plural}/`))?.name;
        return Object.entries(w.ids)
          .filter(([known]) => known.startsWith(`${name}.`))
          .map(([, id]) => path.replace('{id}', id));
      });
    const words = addresses.concat(
      definitions().flatMap(({ name, plural }) => Object.values(canaries).flatMap((word) => [`/api/refs/${name}?q=${word}`, `/api/${plural}?q=${word}`])),
    );
    let checked = 0;
    for (const who of present.filter((each) => !insiders.includes(each))) {
      for (const path of words) {
        const answer = await browser(who).get(path);
        // What they typed themselves is no leak.
        const text = answer.text.replaceAll(/q=\w+/g, '').replaceAll('House canaryhouse', 'House');
        for (const [code, word] of Object.entries(canaries))
          if (code !== party(who)) expect(text.includes(word), `${who} reads ${word} in ${path}`).toBe(false);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(300);
    const agent = (await browser('agent').get(`/api/incidents/${w.id('incident.a')}/journal`)).text;
    for (const word of [canaries.a, canaries.house]) expect(agent).toContain(word);
    expect((await browser('user_a').get(`/api/incidents/${w.id('incident.a')}/journal`)).text).toContain(canaries.a);
    expect((await browser('agent_x').get(`/api/work_orders/${w.id('work_order.x')}`)).text).toContain(canaries.x);
  }, 240_000);

  it('does not show an outsider which fields there are to filter on that they are not shown', async () => {
    const hidden = await browser('user_a').get(`/api/incidents?q=team:${w.id('team.house')}`);
    expect(hidden.body).toMatchObject({ status: 422, code: 'view.unknown_field' });
    expect((await browser('agent').get(`/api/incidents?q=team:${w.id('team.house')}`)).body.data).toHaveLength(2);
  });

  it('answers what is not theirs like what does not exist, and changes nothing', async () => {
    const before = await w.house.db.query('select count(*) as n from journal');
    for (const { name, plural, prefix, commands } of definitions()) {
      for (const who of present.filter((each) => !insiders.includes(each))) {
        const theirs = new Set((await browser(who).get(`/api/${plural}?limit=200`)).body.data.map((row: { id: string }) => row.id));
        const [foreign] = (await w.house.db.query<{ id: string }>(`select id from ${name} order by id`)).map((row) => row.id).filter((id) => !theirs.has(id));
        if (!foreign) continue;
        for (const command of Object.keys(commands)) {
          const answer = (id: string) => browser(who).post(`/api/${plural}/${id}/${command}`, {});
          const [real, none] = [await answer(foreign), await answer(`${prefix}-987654321`)];
          expect({ ...real.body, request_id: '' }, `${who} ${command} ${foreign}`).toEqual({ ...none.body, request_id: '' });
          expect([404, 422]).toContain(real.status);
        }
      }
    }
    expect(await w.house.db.query('select count(*) as n from journal')).toEqual(before);
  }, 240_000);

  it("tells outsiders whose time it was only as theirs or the house's", async () => {
    await browser('agent_x').post(`/api/work_orders/${w.id('work_order.x')}/accept`, {});
    await w.settle();
    w.later(3_600_000);
    const parties = async (who: Who) =>
      (await browser(who).get(`/api/incidents/${w.id('incident.a')}/ledger`)).body.data.totals.map((each: { party: string }) => each.party);
    browsers = new Map(await Promise.all(present.map(async (who) => [who, await w.as(who)] as const)));
    expect(await parties('agent')).toContain(w.id('organisation.x'));
    for (const each of await parties('user_a')) expect([w.id('organisation.a'), w.id('organisation.house')]).toContain(each);
    const shown = (await browser('user_a').get(`/api/incidents/${w.id('incident.a')}/ledger`)).text;
    for (const id of [w.id('organisation.x'), w.id('team.house'), w.id('person.agent_x')]) expect(shown).not.toContain(`"${id}"`);
  });

  it('shows exactly the buttons that work', async () => {
    for (const who of ['agent', 'user_a', 'manager'] as const) {
      const { may } = (await browser(who).get(`/api/incidents/${w.id('incident.a')}`)).body;
      for (const command of Object.keys(w.house.registry.practices.get('incident')?.definition.commands ?? {})) {
        if (may.includes(command)) continue;
        const answer = await browser(who).post(`/api/incidents/${w.id('incident.a')}/${command}`, {});
        expect([403, 404, 409, 422], `${who} ${command}`).toContain(answer.status);
      }
    }
    expect((await browser('agent').get(`/api/incidents/${w.id('incident.a')}`)).body.may).toContain('resolve');
    expect((await browser('user_a').get(`/api/incidents/${w.id('incident.a')}`)).body.may).not.toContain('resolve');
    expect((await browser('user_a').post(`/api/incidents/${w.id('incident.a')}/resolve`, { resolution: 'fixed', note: 'n' })).body.code).toBe('not_allowed');
  });

  describe('tokens', () => {
    it('do no more than their scopes', async () => {
      const reader = await w.withToken('agent', ['read']);
      const writer = await w.withToken('agent', ['write']);
      const noter = await w.withToken('agent', ['incident.note']);
      const at = `/api/incidents/${w.id('incident.a')}`;
      expect((await reader.get(at)).body.may).toEqual([]);
      expect((await reader.post(`${at}/note`, { note: 'x' })).body).toMatchObject({ status: 403, code: 'token.scope' });
      expect((await writer.get(at)).status).toBe(403);
      expect((await writer.post(`${at}/note`, { note: 'x' })).status).toBe(200);
      expect((await noter.post(`${at}/note`, { note: 'x' })).status).toBe(200);
      expect((await noter.post(`${at}/take`, {})).body.code).toBe('token.scope');
      expect((await reader.post('/api/alerts/alertmanager', { alerts: [] })).body.code).toBe('token.scope');
    });

    it('cannot make tokens, or more than their maker may, or without an end', async () => {
      const program = await w.withToken('admin', ['read', 'write']);
      const soon = new Date(w.house.clock.now() + 86_400_000).toISOString();
      const late = new Date(w.house.clock.now() + 400 * 86_400_000).toISOString();
      const ask = (who: Client, json: object) => who.post('/api/tokens', { name: 'n', scopes: ['read'], expires_at: soon, ...json });
      expect((await ask(program, {})).body.code).toBe('login.session_only');
      expect((await ask(browser('agent'), { expires_at: late })).body).toMatchObject({ code: 'token.expiry', field: 'expires_at' });
      expect((await ask(browser('agent'), { expires_at: undefined })).body).toMatchObject({ code: 'field.required', field: 'expires_at' });
      expect((await ask(browser('agent'), { scopes: ['incident.explode'] })).body).toMatchObject({ code: 'token.unknown_scope', field: 'scopes' });
      expect((await ask(browser('agent'), { organisation: w.id('organisation.a') })).status).toBe(403);
      const made = await ask(browser('agent'), {});
      expect(made).toMatchObject({ status: 201, body: { secret: expect.stringMatching(/^tessera_pat_[A-Za-z0-9_-]{43}$/) } });
      expect((await browser('agent').get('/api/tokens')).text).not.toContain(made.body.secret);
      const holder = client(w.url, { authorization: `Bearer ${made.body.secret}` });
      expect((await holder.get('/api/incidents')).status).toBe(200);
      expect((await browser('manager').send({ method: 'DELETE', path: `/api/tokens/${made.body.data.id}` })).status).toBe(404);
      expect((await browser('agent').send({ method: 'DELETE', path: `/api/tokens/${made.body.data.id}` })).status).toBe(200);
      expect((await holder.get('/api/incidents')).status).toBe(401);
    });

    it('of a service account see what its organisation sees', async () => {
      const expires_at = new Date(w.house.clock.now() + 86_400_000).toISOString();
      const made = await browser('admin').post('/api/tokens', {
        name: 'their desk',
        scopes: ['read'],
        expires_at,
        organisation: w.id('organisation.x'),
        side: 'supplier',
      });
      const holder = client(w.url, { authorization: `Bearer ${made.body.secret}` });
      expect((await holder.get('/api/work_orders')).body.data.map((row: { id: string }) => row.id)).toEqual([w.id('work_order.x')]);
      expect((await holder.get('/api/incidents')).body.data).toEqual([]);
    });
  });
});
