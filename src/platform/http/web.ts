// The screens: built files, compressed when they were built, for ever cacheable when their name holds a hash; all other addresses get the page.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refuse } from '../../kernel/refusal.ts';
import type { Context } from './context.ts';

export async function webRoutes(app: FastifyInstance, { options }: Context): Promise<void> {
  const root = options.web && existsSync(join(options.web, 'index.html')) ? options.web : null;
  if (root) {
    await app.register(fastifyStatic, {
      root,
      wildcard: false,
      preCompressed: true,
      cacheControl: false,
      setHeaders(reply, path) {
        reply.header('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const page = root !== null && wantsPage(request);
    return page ? reply.sendFile('index.html') : unknown(request, reply);
  });
}

/** An address inside the application: a GET that is neither the API nor a missing file. Files lie in assets or at the root; a dot elsewhere is part of a name. */
function wantsPage({ method, url }: FastifyRequest): boolean {
  const path = url.split('?')[0] ?? '';
  return (
    (method === 'GET' || method === 'HEAD') &&
    !/^\/(api|v2|docs\/api|healthz|readyz)(\/|$)/.test(path) &&
    !/^\/(assets\/.*|[^/]*\.[a-z0-9]{1,8}|\.\..*)$/i.test(path)
  );
}

async function unknown(_request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  return reply.send(refuse('route.unknown'));
}
