// Nonsense and malice: whatever comes in is refused by name or kept as the text it is, and nothing makes the server fail.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvLine } from '../../src/platform/http/csv.ts';
import { readJson } from '../../src/platform/http/json.ts';
import { eachDatabase } from '../db-env.ts';
import type { Answer, Client } from './client.ts';
import { type World, world } from './world.ts';

const json = { 'content-type': 'application/json' };
const bytes = (text: string) => new TextEncoder().encode(text);

describe('reading JSON', () => {
  it.each([
    ['{"a":1,"a":2}', 'body.key_twice'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'body.key_twice'],
    ['[{"x":1},{"x":1,"\\u0078":2}]', 'body.key_twice'],
    ['{"__proto__":{"admin":true}}', 'field.unknown'],
    ['{"a":[{"\\u005f_proto__":1}]}', 'field.unknown'],
    ['{"a":1', 'body.not_json'],
    ['{"a":1}x', 'body.not_json'],
    ['{"a":NaN}', 'body.not_json'],
    [`${'['.repeat(65)}${']'.repeat(65)}`, 'body.too_deep'],
    ['{"refused":"not_found"}', 'field.unknown'],
  ])('%s is %s', (text, code) => {
    expect(readJson(bytes(text))).toMatchObject({ refused: code });
  });

  it('takes what is right, braces and quotes in strings too', () => {
    const value = { a: '{"a":1,"a":2}', b: ['"', '\\"', '}'], c: { a: 1 }, d: [{ a: 1 }, { a: 2 }], e: '\\' };
    expect(readJson(bytes(JSON.stringify(value)))).toEqual(value);
    expect(readJson(bytes(''))).toEqual({});
    expect(readJson(Uint8Array.from([0x22, 0xc3, 0x28, 0x22]))).toMatchObject({ refused: 'body.not_utf8' });
  });

  it('is linear: a megabyte of anything takes no time to speak of', () => {
    for (const text of [`[${'{"a":1},'.repeat(100_000)}1]`, `"${'\\"'.repeat(400_000)}"`, '['.repeat(1_000_000), `{${'"'.repeat(1_000_000)}`]) {
      const began = performance.now();
      readJson(bytes(text));
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });
});

describe('a CSV file', () => {
  it('holds no formulas', () => {
    expect(csvLine(['=1+1', '+31 6', '-1', '@SUM(A1)', '\tx', -5, 'a,b', 'a"b', null, ['x', 'y'], { a: 1 }])).toBe(
      '\'=1+1,\'+31 6,\'-1,\'@SUM(A1),\'\tx,-5,"a,b","a""b",,x y,"{""a"":1}"\r\n',
    );
  });
});

eachDatabase('hostile input', (open) => {
  let w: World;
  let agent: Client;
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
  });
  afterAll(() => w.close());

  const send = (raw: string | Uint8Array, headers: Record<string, string> = json) => agent.send({ method: 'POST', path: '/api/incidents', raw, headers });
  const report = (more: object) => ({ title: 'x', service: w.id('service.a'), customer: w.id('organisation.a'), ...more });

  it.each([
    ['malformed JSON', '{"title":', json, 400, 'body.not_json'],
    ['a list', '[]', json, 400, 'body.not_object'],
    ['null', 'null', json, 422, 'field.required'],
    ['a text', '"x"', json, 400, 'body.not_object'],
    ['a key twice', '{"title":"a","title":"b"}', json, 400, 'body.key_twice'],
    ['__proto__', '{"__proto__":{"side":"integrator"}}', json, 422, 'field.unknown'],
    ['constructor', '{"constructor":{"prototype":{}}}', json, 422, 'field.unknown'],
    ['bad UTF-8', Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), json, 400, 'body.not_utf8'],
    ['UTF-16', '{}', { 'content-type': 'application/json; charset=utf-16' }, 415, 'body.wrong_type'],
    ['XML', '<a/>', { 'content-type': 'application/xml' }, 415, 'body.wrong_type'],
    ['a form', 'title=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'body.wrong_type'],
    ['no type at all', '{"title":"x"}', {}, 415, 'body.wrong_type'],
    ['an unknown field', '{"tittle":"x"}', json, 422, 'field.unknown'],
    ['a field of the row that the command does not take', '{"title":"x","state":"closed"}', json, 422, 'field.unknown'],
    ['a number for a text', '{"title":1}', json, 422, 'field.not_text'],
    ['an object for a text', '{"title":{"toString":1}}', json, 422, 'field.not_text'],
    ['NUL', '{"title":"a\\u0000b"}', json, 422, 'field.not_storable'],
    ['half a surrogate pair', '{"title":"\\ud800"}', json, 422, 'field.not_storable'],
    ['a text that is too long', `{"title":"${'x'.repeat(301)}"}`, json, 422, 'field.too_long'],
  ])('refuses %s', async (_name, raw, headers, status, code) => {
    const answer = await send(raw, headers as Record<string, string>);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.body).toMatchObject({ status, code });
  });

  it('refuses more than a megabyte, also ten of them, and goes on', async () => {
    const limit = await send(`{"title":"${'x'.repeat(1_048_577)}"}`).catch(() => null);
    expect(limit?.body ?? { status: 413, code: 'body.too_large' }).toMatchObject({ status: 413, code: 'body.too_large', params: { limit: 1_048_576 } });
    const ten = await send(`{"title":"${'x'.repeat(10_000_000)}"}`).catch((error: NodeJS.ErrnoException) => ({ status: error.code }));
    expect([413, 'EPIPE', 'ECONNRESET']).toContain(ten.status);
    expect((await agent.get('/api/incidents')).status).toBe(200);
  });

  it('keeps SQL and HTML as the text it is', async () => {
    const title = `'; drop table incident; -- <script>alert(1)</script> \${7*7} {{7*7}} %s \\ " ' ; é 日本 👩‍🔧`;
    const made = await agent.post('/api/incidents', report({ title }));
    expect(made.body.data.title).toBe(title);
    expect((await agent.get(`/api/incidents/${made.body.data.id}`)).headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    for (const q of [
      title,
      `' or 1=1 --`,
      `"`,
      `sort:"; drop`,
      `customer:' or ''='`,
      `is:open id:"'`,
      '((((',
      'a:b:c',
      '-',
      '*',
      '\\',
      '&|!:*',
      '🧨',
      `"${'x'.repeat(500)}"`,
    ]) {
      for (const path of ['/api/incidents', '/api/search', '/api/refs/incident', '/api/incidents.csv']) {
        const answer = await agent.get(`${path}?q=${encodeURIComponent(q)}`);
        expect([200, 422], `${path} ${q}`).toContain(answer.status);
      }
    }
    expect((await agent.get('/api/incidents')).status).toBe(200);
  });

  it.each([
    '/api/incidents/%E0%A4%A',
    '/api/incidents/INC-1%00',
    '/api/incidents/..%2f..%2fetc',
    `/api/incidents/${'x'.repeat(500)}`,
    '/api/incidents/INC-1/%2e%2e',
    '/api/incidents?q=a&q=b',
    '/api/incidents?limit=-1',
    '/api/incidents?limit=1e3',
    '/api/refs/__proto__',
    '/api/refs/constructor',
    '/api/incidents?__proto__=1',
    '/api/incidents?constructor=1',
  ])('answers %s with a problem', async (path) => {
    const answer = await agent.get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  });

  it('is never made to fail by requests made from its own API document', async () => {
    const seed = Number(process.env.TESSERA_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
    const count = Number(process.env.TESSERA_FUZZ_COUNT ?? 1_500);
    const random = generator(seed);
    const document = (await agent.get('/api/openapi.json')).body;
    const admin = await w.as('admin');
    const failed: string[] = [];
    const statuses = new Map<number, number>();
    for (let n = 0; n < count; n += 1) {
      const request = invent(document, random, Object.values(w.ids));
      const answer: Answer = await (random() < 0.5 ? agent : admin).send(request);
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      if (answer.status >= 500 || (answer.status >= 400 && !/problem\+json/.test(answer.headers['content-type'] ?? '')))
        failed.push(`${answer.status} ${request.method} ${request.path} ${request.raw ?? ''} ${answer.text.slice(0, 200)}`);
    }
    expect(failed, `seed ${seed}`).toEqual([]);
    expect(statuses.get(200) ?? 0, `seed ${seed}: some requests must get through`).toBeGreaterThan(count / 20);
    console.info(`fuzz seed ${seed}: ${count} requests, ${JSON.stringify(Object.fromEntries(statuses))}`);
  }, 120_000);
});

type Random = () => number;
type Json = Record<string, unknown>;

/** Mulberry32. */
function generator(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const nonsense: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  9007199254740993,
  2 ** 40,
  1.5,
  '',
  ' ',
  'x',
  '\u0000',
  '\ud800',
  '💥'.repeat(50),
  'x'.repeat(60_000),
  [],
  [[]],
  {},
  { a: { b: {} } },
  "';--",
  '2026-02-30',
  '2026-03-01T09:30:00Z',
  '0001-01-01T00:00:00Z',
  'INC-1',
  'ORG-999999999999',
  ['ORG-1', 'ORG-1'],
  [null],
  'Europe/Amsterdam',
];

function invent(document: Json, random: Random, ids: readonly string[]): { method: string; path: string; raw?: string; headers: Record<string, string> } {
  const paths = document.paths as Record<string, Record<string, Json>>;
  // Neither the stream, which does not end, nor what ends the session in hand.
  const path = pick(
    random,
    Object.keys(paths).filter((each) => each !== '/api/live' && !each.startsWith('/api/session') && !each.startsWith('/api/setup')),
  );
  const method = pick(random, Object.keys(paths[path] ?? {}));
  const operation = paths[path]?.[method] ?? {};
  const query = ((operation.parameters ?? []) as { name: string; in: string; schema: Json }[])
    .filter((each) => each.in === 'query' && random() < 0.4)
    .map(
      ({ name, schema }) =>
        `${name}=${encodeURIComponent(
          String(value(document, schema, random, ids))
            .toWellFormed()
            .slice(0, 1_500),
        )}`,
    );
  const headers: Record<string, string> = {};
  if (random() < 0.2) headers['if-match'] = pick(random, ['"1"', '"99"', '*', 'x', 'W/"2"']);
  if (random() < 0.2)
    headers['idempotency-key'] = pick(
      random,
      ['a', 'b', 'c', ' ', 'é'.repeat(3)].map((each) => each.replace(/[^ -~]/g, '')),
    );
  const schema = ((operation.requestBody as Json | undefined)?.content as Record<string, { schema: Json }> | undefined)?.['application/json']?.schema;
  const raw = method === 'get' ? undefined : JSON.stringify(random() < 0.1 ? pick(random, nonsense) : value(document, schema ?? {}, random, ids));
  if (raw !== undefined) headers['content-type'] = random() < 0.97 ? 'application/json' : 'text/plain';
  const filled = path
    .replace('{id}', () => encodeURIComponent(random() < 0.8 ? pick(random, ids) : String(pick(random, ['INC-1', 'x', '..', 'INC-99999999999999999', '%']))))
    .replace('{record}', () => pick(random, ['incident', 'person', 'x', '__proto__']));
  return { method: method.toUpperCase(), path: `${filled}${query.length ? `?${query.join('&')}` : ''}`, headers, ...(raw === undefined ? {} : { raw }) };
}

/** A value of a schema, mostly; sometimes something else. */
function value(document: Json, schema: Json, random: Random, ids: readonly string[]): unknown {
  if (random() < 0.12) return pick(random, nonsense);
  if (typeof schema.$ref === 'string')
    return value(document, (((document.components as Json).schemas as Json)[schema.$ref.split('/').at(-1) ?? ''] ?? {}) as Json, random, ids);
  if (Array.isArray(schema.anyOf)) return value(document, pick(random, schema.anyOf as Json[]), random, ids);
  if (Array.isArray(schema.enum)) return pick(random, schema.enum);
  switch (Array.isArray(schema.type) ? pick(random, schema.type) : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries((schema.properties ?? {}) as Record<string, Json>)
          .filter(([name]) => ((schema.required ?? []) as string[]).includes(name) || random() < 0.4)
          .map(([name, each]) => [name, value(document, each, random, ids)]),
      );
    case 'array':
      return Array.from({ length: Math.floor(random() * 4) }, () => value(document, (schema.items ?? {}) as Json, random, ids));
    case 'integer':
      return Math.floor(random() * 300);
    case 'boolean':
      return random() < 0.5;
    case 'string':
      if (schema.pattern) return pick(random, ids);
      return schema.format === 'date-time'
        ? pick(random, ['2026-03-01T09:30:00Z', '2026-03-29T02:30:00+01:00', '9999-12-31T23:59:59Z'])
        : pick(random, ['text', 'is:open', 'x', 'Europe/Amsterdam', 'a@b.nl', 'waarom werkt het niet']);
    default:
      return pick(random, nonsense);
  }
}
