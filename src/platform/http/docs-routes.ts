// The API document and its page. Both come from the definitions and hold nobody's data, so that they need no signing in.
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Definition } from '../../kernel/record.ts';
import { refusals } from '../../kernel/refusal.ts';
import type { Context } from './context.ts';
import { docsCss, docsPage, docsScript } from './docs-page.ts';
import { openapi } from './openapi.ts';
import { doorRefusals } from './refusals.ts';
import { valueRefusals } from './value-refusals.ts';

export function docsRoutes(app: FastifyInstance, { house, options }: Context): void {
  const definitions = [...house.registry.practices.values()].map((practice) => practice.definition);
  const document = openapi(definitions, options.version, { paths: options.doorPaths ?? {}, tags: options.doorTags ?? [], schemas: options.doorSchemas ?? {} });
  const files = [
    { path: '/api/openapi.json', type: 'application/json; charset=utf-8', text: JSON.stringify(document) },
    { path: '/docs/api', type: 'text/html; charset=utf-8', text: docsPage(document, refusalTexts(definitions)) },
    { path: '/docs/api/page.css', type: 'text/css; charset=utf-8', text: docsCss },
    { path: '/docs/api/page.js', type: 'text/javascript; charset=utf-8', text: docsScript },
  ];
  for (const { path, type, text } of files) {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`;
    app.get(path, async (request, reply: FastifyReply) => {
      reply.header('etag', etag).header('cache-control', 'no-cache');
      return request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.type(type).send(text);
    });
  }
}

function refusalTexts(definitions: readonly Definition[]): Record<string, string> {
  const all = Object.assign({}, refusals, doorRefusals, valueRefusals, ...definitions.map((definition) => definition.refusals ?? {})) as typeof refusals;
  return Object.fromEntries(Object.entries(all).map(([code, text]) => [code, text.en]));
}
