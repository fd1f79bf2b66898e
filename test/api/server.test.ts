// The server around the routes: headers, the screens, limits, logs, a lost database and an orderly stop.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createLink } from '../../src/platform/auth/link.ts';
import { sweepIdentity } from '../../src/platform/auth/session.ts';
import { ConnectionLost } from '../../src/platform/db/errors.ts';
import type { Db } from '../../src/platform/db/types.ts';
import { drain } from '../../src/platform/http/app.ts';
import { eachDatabase } from '../db-env.ts';
import { client } from './client.ts';
import { emptyServer, type World, world } from './world.ts';

eachDatabase('the server', (open) => {
  let w: World;
  let web: string;
  let fault: Error | null = null;
  const lines: string[] = [];
  /** A database that can be told to fail. */
  const failing = (db: Db): Db => ({
    ...db,
    query: async (sql, params, options) => {
      if (fault) throw fault;
      return db.query(sql, params, options);
    },
    health: async () => (fault ? { ok: false, detail: 'secret detail of the server', engine: '', durable: false } : db.health()),
  });

  beforeAll(async () => {
    web = mkdtempSync(join(tmpdir(), 'tessera-web-'));
    mkdirSync(join(web, 'assets'));
    writeFileSync(join(web, 'index.html'), '<!doctype html><title>Tessera</title>');
    writeFileSync(join(web, 'assets/main-abc123.js'), 'console.log("tessera")'.repeat(200));
    writeFileSync(join(web, 'assets/main-abc123.js.gz'), gzipSync('console.log("compressed when built")'));
    w = await world(await open(), { wrap: failing, app: { web } });
    const note = (fields: object, message: string) =>
      void lines.push(JSON.stringify({ ...fields, err: String((fields as { err?: unknown }).err ?? ''), message }));
    Object.assign(w.house, { log: { info: note, warn: note, error: note } });
  });
  afterAll(async () => {
    await w.close();
    rmSync(web, { recursive: true });
  });

  it('sends the security headers with everything, and no HSTS over plain http', async () => {
    for (const path of ['/', '/api/session', '/api/nothing', '/docs/api', '/assets/main-abc123.js', '/healthz']) {
      const { headers } = await w.anonymous.get(path);
      expect(headers['content-security-policy'], path).toBe(
        "default-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;frame-ancestors 'none';base-uri 'none';form-action 'self'",
      );
      expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-request-id': expect.any(String) });
      expect(headers['strict-transport-security'], path).toBeUndefined();
    }
  });

  it('serves the screens: the page for every address inside, hashed files for ever, compressed as they were built', async () => {
    for (const path of ['/', '/incidents/INC-1', '/setup?token=x']) {
      const page = await w.anonymous.get(path);
      expect(page, path).toMatchObject({ status: 200, text: '<!doctype html><title>Tessera</title>' });
      expect(page.headers['cache-control'], path).toBe('no-cache');
    }
    const script = await w.anonymous.get('/assets/main-abc123.js', { 'accept-encoding': 'gzip' });
    expect(script.headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
    expect((await w.anonymous.get('/measures/promise.feasible')).text, 'a dot in a name is no file').toContain('<title>Tessera');
    expect((await w.anonymous.get('/assets/gone-123.js')).body).toMatchObject({ status: 404, code: 'route.unknown' });
    expect((await w.anonymous.get('/../package.json')).status).toBe(404);
    expect((await w.anonymous.post('/incidents/INC-1', {})).status).toBe(404);
  });

  it('compresses what is large', async () => {
    const answer = await w.anonymous.get('/api/openapi.json', { 'accept-encoding': 'gzip' });
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.body.openapi).toBe('3.1.0');
    expect((await w.anonymous.get('/healthz', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined();
  });

  it('writes one line per request, with who and what but no secret', async () => {
    lines.length = 0;
    const agent = await w.as('agent');
    const token = await createLink(w.house, { purpose: 'reset', person: w.id('person.agent') });
    await agent.get('/api/incidents?q=canarysearch');
    await w.anonymous.post('/api/session', { email: 'canary@example.org', password: 'canarypassword' });
    await w.anonymous.post('/api/setup/link', { token });
    await w.anonymous.get(`/setup?token=${token}`);
    await agent.post(`/api/incidents/${w.id('incident.a')}/note`, { note: 'canarynote' });
    const text = lines.join('\n');
    expect(text).toContain(`"route":"/api/incidents","status":200`);
    expect(text).toContain(w.id('person.agent'));
    expect(lines).toHaveLength(5);
    for (const secret of ['canary', token, agent.headers.cookie?.split('=')[1] ?? '', agent.headers['x-csrf-token'] ?? '']) expect(text).not.toContain(secret);
  });

  it('says what it can when the database is away, and works again when it is back', async () => {
    const agent = await w.as('agent');
    await agent.get('/api/incidents');
    fault = new ConnectionLost('connect ECONNREFUSED 10.0.0.7:5432', { maybe_committed: false });
    const answer = await agent.get('/api/incidents');
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable', title: 'Service Unavailable' }, headers: { 'retry-after': '5' } });
    expect(answer.text).not.toContain('10.0.0.7');
    expect(await w.anonymous.get('/readyz')).toMatchObject({ status: 503, body: { ok: false, detail: 'database' } });
    expect((await w.anonymous.get('/healthz')).status).toBe(200);
    fault = new ConnectionLost('lost', { maybe_committed: true });
    expect((await agent.get('/api/incidents')).body.code).toBe('unsure');
    fault = null;
    expect((await agent.get('/api/incidents')).status).toBe(200);
    expect((await w.anonymous.get('/readyz')).status).toBe(200);
  });

  it('hides a fault of its own behind a number, under which it is in the log', async () => {
    const agent = await w.as('agent');
    await agent.get('/api/session');
    fault = new Error('secret detail of a bug');
    const answer = await agent.get('/api/incidents');
    fault = null;
    expect(answer).toMatchObject({ status: 500, body: { code: 'fault' } });
    expect(answer.text).not.toContain('secret detail');
    expect(lines.find((line) => line.includes(answer.body.request_id) && line.includes('secret detail of a bug'))).toBeDefined();
  });

  it('does not believe addresses that a stranger claims', async () => {
    const server = await emptyServer(await open(), { app: { limits: { login: 3 } } });
    const guess = (n: number) => server.anonymous.post('/api/session', { email: `g${n}@example.org`, password: 'x' }, { 'x-forwarded-for': `10.0.0.${n}` });
    const answers = [await guess(1), await guess(2), await guess(3), await guess(4)];
    expect(answers.map((each) => each.status)).toEqual([401, 401, 401, 429]);
    await server.app.close();
    const proxied = await emptyServer(await open(), { app: { limits: { login: 3 }, trusted_proxies: ['127.0.0.1'] } });
    const behind = (n: number) => proxied.anonymous.post('/api/session', { email: 'g@example.org', password: 'x' }, { 'x-forwarded-for': `10.0.0.${n}` });
    for (let n = 1; n <= 4; n += 1) expect((await behind(n)).status).toBe(401);
    await proxied.app.close();
  });
});

eachDatabase('limits and stopping', (open) => {
  it('slows down whoever asks too much, each on their own', async () => {
    const w = await world(await open(), { app: { limits: { principal: 5, anonymous: 3 } } });
    const [one, two] = [await w.as('agent'), await w.as('manager')];
    const answers = [];
    for (let n = 0; n < 6; n += 1) answers.push(await one.get('/api/incidents'));
    expect(answers.map((each) => each.status)).toEqual([200, 200, 200, 200, 200, 429]);
    expect(answers[4]?.headers).toMatchObject({ 'x-ratelimit-limit': '5', 'x-ratelimit-remaining': '0' });
    expect(answers[5]).toMatchObject({ body: { code: 'request.too_many', title: 'Too Many Requests' } });
    expect(Number(answers[5]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await two.get('/api/incidents')).status).toBe(200);
    expect((await w.anonymous.get('/healthz')).status).toBe(200);
    await w.close();
  });

  it('does not look up the wrong tokens of one address without end', async () => {
    const w = await world(await open(), { app: { limits: { anonymous: 3 } } });
    const guess = (n: number) => client(w.url, { authorization: `Bearer tessera_pat_${String(n).padStart(43, 'x')}` }).get('/api/incidents');
    const statuses = [];
    for (let n = 0; n < 5; n += 1) statuses.push((await guess(n)).status);
    expect(statuses).toEqual([401, 401, 401, 429, 429]);
    expect((await w.anonymous.get('/api/session')).status).toBe(200);
    w.later(61_000);
    expect((await guess(9)).status).toBe(401);
    expect((await (await w.as('agent')).get('/api/incidents')).status).toBe(200);
    await w.close();
  });

  it('removes sessions that have ended, old links and old counts', async () => {
    const w = await world(await open());
    await w.as('agent');
    await createLink(w.house, { purpose: 'reset', person: w.id('person.agent') });
    const left = async () =>
      Number((await w.house.db.query<{ n: number }>('select (select count(*) from session) + (select count(*) from login_link) as n'))[0]?.n);
    await sweepIdentity(w.house);
    expect(await left()).toBe(2);
    w.later(8 * 24 * 3_600_000);
    await sweepIdentity(w.house);
    expect(await left()).toBe(0);
    await w.close();
  });

  it('stops orderly: not ready at once, what runs is finished, nothing new begins', async () => {
    const database = await open();
    let slow = 0;
    const wrap = (db: Db): Db => ({
      ...db,
      query: async (sql, params, options) => {
        await new Promise((resolve) => setTimeout(resolve, slow));
        return db.query(sql, params, options);
      },
    });
    const w = await world(database, { wrap });
    const agent = await w.as('agent');
    await agent.get('/api/incidents');
    slow = 100;
    const running = agent.post(`/api/incidents/${w.id('incident.a')}/note`, { note: 'the last word' });
    const stopping = drain(w.app, { notice_ms: 300, patience_ms: 20_000 });
    const ready = await client(w.url).get('/readyz');
    expect(ready).toMatchObject({ status: 503, body: { detail: 'draining' } });
    expect((await running).status).toBe(200);
    await stopping;
    await expect(client(w.url).get('/healthz')).rejects.toThrow();
    await w.close();
  });
});
