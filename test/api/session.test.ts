// Sessions: signing in, what ends one, cookies, CSRF and origin, one-time links, and guessing that is slowed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createLink } from '../../src/platform/auth/link.ts';
import { storePassword } from '../../src/platform/auth/login.ts';
import { hashPassword } from '../../src/platform/auth/password.ts';
import { setSetting } from '../../src/platform/house.ts';
import { eachDatabase } from '../db-env.ts';
import { client } from './client.ts';
import { emptyServer, type World, world } from './world.ts';

const password = 'vier losse woorden samen';

eachDatabase('sessions', (open) => {
  let w: World;
  beforeAll(async () => {
    w = await world(await open());
    await storePassword(w.house, w.id('person.agent'), await hashPassword(password));
    await storePassword(w.house, w.id('person.left'), await hashPassword(password));
  });
  afterAll(() => w.close());

  const logIn = (headers: Record<string, string> = {}, email = 'agent@example.org', secret = password) =>
    w.anonymous.post('/api/session', { email, password: secret }, headers);
  const cookieOf = (answer: { headers: Readonly<Record<string, string | undefined>> }) =>
    /tessera_session=([^;]*)/.exec(answer.headers['set-cookie'] ?? '')?.[1] ?? '';
  const browserOf = (answer: Awaited<ReturnType<typeof logIn>>) =>
    client(w.url, { cookie: `tessera_session=${cookieOf(answer)}`, 'x-csrf-token': answer.body.csrf });

  it('signs in with a cookie that scripts cannot read, and answers who it is', async () => {
    const answer = await logIn();
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      signed_in: true,
      side: 'integrator',
      roles: ['agent'],
      person: { id: w.id('person.agent'), email: 'agent@example.org' },
    });
    expect(answer.headers['set-cookie']).toMatch(/tessera_session=[^;]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax/);
    expect((await browserOf(answer).get('/api/session')).body.csrf).toBe(answer.body.csrf);
  });

  it('stores only hashes of passwords and sessions', async () => {
    const cookie = cookieOf(await logIn());
    const rows = await w.house.db.query("select encode(token_hash, 'hex') as hash from session");
    expect(JSON.stringify(rows)).not.toContain(cookie);
    const [credential] = await w.house.db.query<{ password_hash: string }>('select password_hash from credential limit 1');
    expect(credential?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('gives a new session at every sign-in and ends the one the browser had', async () => {
    const first = await logIn();
    const second = await w.anonymous.post(
      '/api/session',
      { email: 'agent@example.org', password },
      { cookie: `tessera_session=${cookieOf(first)}`, 'x-csrf-token': first.body.csrf },
    );
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    expect((await browserOf(first).get('/api/session')).body.signed_in).toBe(false);
    expect((await browserOf(second).get('/api/session')).body.signed_in).toBe(true);
  });

  it('tells nobody whether an account exists: same words, same work', async () => {
    const timed = async (email: string) => {
      const began = performance.now();
      const answer = await logIn({}, email, 'not the password');
      return { answer, ms: performance.now() - began };
    };
    await timed('warm.up@example.org');
    const known = await timed('agent@example.org');
    const unknown = await timed('nobody@example.org');
    const left = await timed('left@example.org');
    for (const each of [known, unknown, left]) {
      expect(each.answer.status).toBe(401);
      expect({ ...each.answer.body, request_id: '' }).toEqual({ ...known.answer.body, request_id: '' });
    }
    // argon2 takes tens of milliseconds: an answer without it would be several times faster.
    expect(unknown.ms).toBeGreaterThan(known.ms / 4);
    expect(left.ms).toBeGreaterThan(known.ms / 4);
  });

  it('ends on signing out, at once', async () => {
    const browser = browserOf(await logIn());
    expect((await browser.send({ method: 'DELETE', path: '/api/session' })).status).toBe(200);
    expect((await browser.get('/api/incidents')).status).toBe(401);
  });

  it('ends after twelve idle hours and after seven days of use', async () => {
    const idle = browserOf(await logIn());
    w.later(12 * 3_600_000 + 1_000);
    expect((await idle.get('/api/incidents')).status).toBe(401);
    const used = browserOf(await logIn());
    for (let hours = 0; hours < 7 * 24 - 8; hours += 8) {
      w.later(8 * 3_600_000);
      expect((await used.get('/api/incidents')).status).toBe(200);
    }
    w.later(8 * 3_600_000 + 1_000);
    expect((await used.get('/api/incidents')).status).toBe(401);
  });

  it('changes the password only with the present one, and ends the other sessions then', async () => {
    const here = browserOf(await logIn());
    const there = browserOf(await logIn());
    expect((await here.post('/api/session/password', { current: 'wrong one', next: 'another four word phrase' })).body.code).toBe('password.wrong');
    for (const [next, code] of [
      ['short', 'password.too_short'],
      ['P@ssw0rd123', 'password.common'],
      ['agent@example.org', 'password.own_name'],
      ['x'.repeat(129), 'password.too_long'],
    ])
      expect((await here.post('/api/session/password', { current: password, next })).body).toMatchObject({ status: 422, code, field: 'next' });
    expect((await here.post('/api/session/password', { current: password, next: 'another four word phrase' })).status).toBe(200);
    expect((await here.get('/api/incidents')).status).toBe(200);
    expect((await there.get('/api/incidents')).status).toBe(401);
    await storePassword(w.house, w.id('person.agent'), await hashPassword(password));
  });

  it('lets nobody in who has left, and throws them out within a second', async () => {
    const agent = browserOf(await logIn());
    const program = await w.withToken('agent', ['read']);
    await w.act('person', 'leave', { target: w.id('person.agent') });
    w.later(1_000);
    for (const each of [agent, program]) expect((await each.get('/api/incidents')).status).toBe(401);
    expect((await logIn()).status).toBe(401);
    await w.act('person', 'rejoin', { target: w.id('person.agent') });
    w.later(1_000);
  });

  it('slows guessing down per account, but never locks out a device that is known', async () => {
    const device = /tessera_device=([^;]*)/.exec((await logIn()).headers['set-cookie'] ?? '')?.[1];
    const guesses = await Promise.all(Array.from({ length: 14 }, () => logIn({}, 'agent@example.org', 'a wrong guess')));
    expect(guesses.filter((each) => each.status === 401)).toHaveLength(10);
    const slowed = guesses.filter((each) => each.status === 429);
    expect(slowed).toHaveLength(4);
    expect(Number(slowed[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await logIn()).status).toBe(429);
    expect((await logIn({ cookie: `tessera_device=${device}` })).status).toBe(200);
    w.later(16 * 60_000);
    expect((await logIn()).status).toBe(200);
  });

  it('keeps preferences', async () => {
    const browser = browserOf(await logIn());
    const chosen = { language: 'nl', theme: 'dark', density: 'compact', zone: 'Europe/Berlin', shortcuts: false };
    expect((await browser.send({ method: 'PATCH', path: '/api/session/preferences', json: chosen })).body.person).toMatchObject(chosen);
    expect((await browser.get('/api/incidents/INC-999999', { 'accept-language': 'de' })).body.detail).toBe('Dit bestaat niet, of u mag het niet zien.');
    expect((await browser.send({ method: 'PATCH', path: '/api/session/preferences', json: { theme: 'pink' } })).body).toMatchObject({
      status: 422,
      field: 'theme',
    });
  });

  describe('requests from elsewhere', () => {
    const unsafe = [
      ['POST', '/api/incidents'],
      ['POST', '/api/incidents/INC-1/close'],
      ['POST', '/api/tokens'],
      ['DELETE', '/api/tokens/TOK-1'],
      ['PATCH', '/api/session/preferences'],
      ['POST', '/api/session/password'],
      ['DELETE', '/api/session'],
    ] as const;
    it.each(unsafe)('%s %s needs the token of the session and the right origin', async (method, path) => {
      const { cookie, 'x-csrf-token': csrf } = (await w.as('agent')).headers;
      const ask = (headers: Record<string, string>) => w.anonymous.send({ method, path, json: {}, headers: { cookie: cookie ?? '', ...headers } });
      expect((await ask({})).body.code).toBe('csrf.missing');
      expect((await ask({ 'x-csrf-token': 'x'.repeat(43) })).body.code).toBe('csrf.missing');
      expect((await ask({ 'x-csrf-token': csrf ?? '', origin: 'https://evil.example' })).body.code).toBe('csrf.origin');
      expect((await ask({ 'x-csrf-token': csrf ?? '', origin: 'null' })).body.code).toBe('csrf.origin');
      expect((await ask({ 'x-csrf-token': csrf ?? '', 'sec-fetch-site': 'cross-site' })).body.code).toBe('csrf.origin');
      expect((await ask({ 'x-csrf-token': csrf ?? '', origin: w.url })).body?.code ?? '').not.toMatch(/^csrf/);
    });

    it('cannot sign a browser in behind its back', async () => {
      expect((await logIn({ origin: 'https://evil.example' })).body.code).toBe('csrf.origin');
    });

    it('cannot use a form: text/plain is no JSON', async () => {
      const agent = await w.as('agent');
      const answer = await agent.send({ method: 'POST', path: '/api/incidents', raw: '{"title":"x"}', headers: { 'content-type': 'text/plain' } });
      expect(answer).toMatchObject({ status: 415, body: { code: 'body.wrong_type' } });
    });
  });

  it('knows one-click personas only in the demo world', async () => {
    const ask = () => w.anonymous.post('/api/session/persona', { person: w.id('person.agent') });
    expect((await ask()).status).toBe(404);
    expect((await w.anonymous.get('/api/session')).body.personas).toBeUndefined();
    await setSetting(w.house, 'demo', true);
    expect((await ask()).body.code).toBe('field.not_there');
    expect((await w.anonymous.get('/api/session')).body.personas).toEqual([]);
    await setSetting(w.house, 'demo', false);
    expect((await ask()).status).toBe(404);
  });

  it('resets a password by a link that works once', async () => {
    const token = await createLink(w.house, { purpose: 'reset', person: w.id('person.user_a') });
    expect((await w.anonymous.post('/api/setup/link', { token })).body).toMatchObject({ purpose: 'reset', email: 'user.a@example.org' });
    expect((await w.anonymous.post('/api/setup', { token, password: 'welkom2026!' })).body.code).toBe('password.common');
    const used = await Promise.all([1, 2, 3].map(() => w.anonymous.post('/api/setup', { token, password: 'a fresh phrase of words' })));
    expect(used.map((each) => each.status).sort()).toEqual([200, 410, 410]);
    expect((await logIn({}, 'user.a@example.org', 'a fresh phrase of words')).body.side).toBe('customer');
  });
});

eachDatabase('a fresh installation', (open) => {
  it('has no way in but the one-time link, which makes the first administrator', async () => {
    const server = await emptyServer(await open());
    const { anonymous, house } = server;
    expect((await anonymous.get('/api/session')).body).toMatchObject({ signed_in: false, setup_needed: true });
    for (const [email, secret] of [
      ['admin', 'admin'],
      ['admin@example.org', 'admin'],
      ['root', ''],
      ['admin', 'changeme'],
    ])
      expect((await anonymous.post('/api/session', { email, password: secret })).status).toBeGreaterThanOrEqual(401);
    const form = { name: 'Ada Min', email: 'ada@example.org', password: 'vier losse woorden', organisation: 'Regie BV' };
    expect((await anonymous.post('/api/setup', { ...form, token: 'x'.repeat(43) })).status).toBe(410);
    const token = await createLink(house, { purpose: 'setup', person: null });
    expect((await anonymous.post('/api/setup', { ...form, token, organisation: '' })).body).toMatchObject({ code: 'field.required', field: 'organisation' });
    const answer = await anonymous.post('/api/setup', { ...form, token });
    expect(answer.body).toMatchObject({ signed_in: true, side: 'integrator', roles: ['administrator'], setup_needed: false, house: { name: 'Regie BV' } });
    expect((await anonymous.post('/api/setup', { ...form, token })).status).toBe(410);
    expect((await anonymous.post('/api/session', { email: 'ADA@example.org', password: form.password })).status).toBe(200);
    await server.app.close();
  });

  it('refuses a link that is an hour old', async () => {
    const server = await emptyServer(await open());
    const token = await createLink(server.house, { purpose: 'setup', person: null });
    server.later(3_600_001);
    expect((await server.anonymous.post('/api/setup/link', { token })).status).toBe(410);
    await server.app.close();
  });

  it('binds cookies to the host and sends HSTS when it is reached by https', async () => {
    const server = await emptyServer(await open(), { app: { public_url: 'https://desk.example.org' } });
    const token = await createLink(server.house, { purpose: 'setup', person: null });
    const form = { name: 'Ada Min', email: 'ada@example.org', password: 'vier losse woorden', organisation: 'Regie BV', token };
    const answer = await server.anonymous.post('/api/setup', form, { origin: 'https://desk.example.org' });
    expect(answer.headers['set-cookie']).toMatch(/^__Host-tessera=[^;]{43}; Max-Age=604800; Path=\/; HttpOnly; Secure; SameSite=Lax/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    await server.app.close();
  });
});
