// What stands in front of every route: security headers, compression, limits per principal and address, and strict JSON bodies.
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Context } from './context.ts';
import { readJson } from './json.ts';

const directives = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
};

export async function fences(app: FastifyInstance, { https, limits }: Context): Promise<void> {
  // HSTS on plain http would lock people out of localhost.
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives },
    hsts: https ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
  await app.register(cookie);
  // What fits in a few packets is not made faster by packing it.
  await app.register(compress, { global: true, threshold: 4_096, encodings: ['gzip'], zlibOptions: { level: 1 } });
  await app.register(rateLimit, {
    global: true,
    // After the guard has found out who it is.
    hook: 'preParsing',
    timeWindow: 60_000,
    cache: 10_000,
    max: (request) => (request.principal ? limits.principal : limits.anonymous),
    keyGenerator: (request) => request.principal?.key ?? `address ${request.ip}`,
    allowList: (request) => request.principal?.key === 'local' || !/^\/(api|v2)\//.test(request.url),
    errorResponseBuilder: (_request, { ttl }) =>
      Object.assign(new Error('rate limit'), { refusal: refuse('request.too_many', undefined, { seconds: Math.ceil(ttl / 1_000) }) }),
  });
  bodies(app);
}

function bodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
    const value = charset && !/^utf-?8$/i.test(charset) ? refuse('body.wrong_type', undefined, { type: charset.slice(0, 40) }) : readJson(body as Buffer);
    if (isRefusal(value)) done(Object.assign(new Error('body'), { refusal: value }));
    else done(null, value);
  });
}
