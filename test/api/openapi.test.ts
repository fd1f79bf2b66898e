// The API document: right by its own rules, complete, true of what is answered, and readable as a page without any other server.
import { createConfig, lintFromString } from '@redocly/openapi-core';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../db-env.ts';
import type { Client } from './client.ts';
import { type World, world } from './world.ts';

type Json = Record<string, unknown>;
type Answered = { $ref?: string; content?: Record<string, { schema: Json }> };
type Operation = { readonly operationId: string; readonly responses: Record<string, Answered> };
type Document = {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Json; readonly responses: Record<string, Answered> };
};

/** `get /api/incidents/{id}` for every route of the server. The tree is printed with four signs per level. */
function routesOf(tree: string): string[] {
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── ([^ ]*)(?: \((.+)\))?$/u.exec(line);
    if (!found) return [];
    const depth = (found[1] ?? '').length / 4;
    parents.splice(depth, parents.length, `${depth > 0 ? parents[depth - 1] : ''}${found[2]}`);
    const path = (parents[depth] ?? '').replace(/:(\w+)/g, '{$1}');
    return (found[3] ?? '')
      .split(', ')
      .filter((method) => method !== '' && method !== 'HEAD' && method !== 'OPTIONS')
      .map((method) => `${method.toLowerCase()} ${path}`);
  });
}

eachDatabase('the API document', (open) => {
  let w: World;
  let agent: Client;
  let document: Document;
  beforeAll(async () => {
    w = await world(await open());
    agent = await w.as('agent');
    document = (await w.anonymous.get('/api/openapi.json')).body;
  });
  afterAll(() => w.close());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })));

  it('keeps the recommended rules of OpenAPI 3.1', async () => {
    const config = await createConfig({ extends: ['recommended'] });
    const found = await lintFromString({ source: JSON.stringify(document), config });
    expect(found.map((each) => `${each.ruleId} ${each.location[0]?.pointer}: ${each.message}`)).toEqual([]);
    expect(operations().length).toBeGreaterThan(150);
  });

  it('has every route of the server, and the server every address of the document', () => {
    const undocumented = ['/api/openapi.json', '/docs/api', '/docs/api/page.css', '/docs/api/page.js'];
    const routes = routesOf(w.app.printRoutes({ commonPrefix: false })).filter((each) => !undocumented.includes(each.split(' ')[1] ?? ''));
    const commands = w.house.registry.practices;
    const said = new Set(operations().map(({ method, path }) => `${method} ${path}`));
    for (const route of routes) {
      if (route.endsWith('/{id}/{command}')) continue;
      expect(said, route).toContain(route);
    }
    const answered = new Set(routes);
    for (const key of said) {
      const [, plural, command] = /^post \/api\/(\w+)\/\{id\}\/(\w+)$/.exec(key) ?? [];
      const definition = [...commands.values()].find((each) => each.definition.plural === plural)?.definition;
      if (definition && command && Object.hasOwn(definition.commands, command)) expect(definition.commands[command]?.silent, key).toBeUndefined();
      else expect(answered, key).toContain(key);
    }
    expect(routes.length).toBeGreaterThan(80);
  });

  it('says of every answer to a reading what it is like', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    ajv.addSchema({ ...document, $id: 'doc' });
    const wrong: string[] = [];
    let checked = 0;
    const check = async (who: string, client: Client, path: string, key: string): Promise<void> => {
      const answer = await client.get(path);
      const pointer = `doc#/paths/${key.replaceAll('/', '~1').replaceAll('{', '%7B').replaceAll('}', '%7D')}/get/responses/${answer.status}`;
      const said = document.paths[key]?.get?.responses[String(answer.status)];
      if (!said) return void wrong.push(`${who} ${path}: ${answer.status} is not documented`);
      const media = (said.$ref ? document.components.responses[String(answer.status)] : said)?.content ?? {};
      const type = (answer.headers['content-type'] ?? '').split(';')[0] ?? '';
      if (!media[type]) return void wrong.push(`${who} ${path}: ${type} is not documented`);
      if (!answer.body) return;
      const at = `${said.$ref ? `doc#/components/responses/${answer.status}` : pointer}/content/${type.replace('/', '~1')}/schema`;
      checked += 1;
      if (!ajv.validate(at, answer.body)) wrong.push(`${who} ${path}: ${ajv.errorsText(ajv.errors).slice(0, 300)}`);
    };
    for (const who of ['agent', 'user_a', 'agent_x', 'admin'] as const) {
      const client = await w.as(who);
      for (const { path, method } of operations()) {
        if (method !== 'get' || path === '/api/live') continue;
        const plural = path.split('/')[2];
        const name = [...w.house.registry.practices.values()].find(({ definition }) => definition.plural === plural)?.definition.name;
        const targets = path.includes('{id}')
          ? Object.entries(w.ids)
              .filter(([key]) => key.startsWith(`${name}.`))
              .map(([, id]) => path.replace('{id}', id))
          : [path.replace('{record}', 'incident')];
        for (const target of targets) await check(who, client, target, path);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(300);
  }, 120_000);

  it('describes what a command answers', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    ajv.addSchema({ ...document, $id: 'doc' });
    const made = await agent.post('/api/incidents', { title: 'x', service: w.id('service.a'), customer: w.id('organisation.a') });
    expect(ajv.validate('doc#/components/schemas/incident.answer', made.body), ajv.errorsText(ajv.errors)).toBe(true);
    expect(ajv.validate('doc#/components/schemas/incident.open', { title: 'x' })).toBe(false);
    expect(ajv.validate('doc#/components/schemas/incident.open', { title: 'x', service: 'SVC-1', state: 'closed' })).toBe(false);
  });

  it('is a page that needs nothing from elsewhere and holds every operation', async () => {
    const page = await w.anonymous.get('/docs/api');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect([...page.text.matchAll(/(?:src|href)="([^"#]*)/g)].map(([, address]) => address).filter((address) => address && !address.startsWith('/'))).toEqual(
      [],
    );
    expect(page.text).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+="/);
    for (const { operation } of operations()) expect(page.text).toContain(`id="${operation.operationId}"`);
    for (const code of ['field.required', 'stale_version', 'incident.open.no_customer']) expect(page.text).toContain(`id="${code}"`);
    for (const path of ['/docs/api/page.js', '/docs/api/page.css']) {
      const file = await w.anonymous.get(path);
      expect(file.status).toBe(200);
      expect((await w.anonymous.get(path, { 'if-none-match': file.headers.etag ?? '' })).status).toBe(304);
    }
  });
});
