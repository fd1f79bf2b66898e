// Before every request: who is it, and did it really come from them? Cookies need a CSRF token and the right origin; bearer tokens neither.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { Principal } from '../auth/actor.ts';
import { sameText } from '../auth/secret.ts';
import type { Context } from './context.ts';
import { sessionCookie } from './cookies.ts';

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);
const minuteMs = 60_000;

export function guard(app: FastifyInstance, context: Context): void {
  const wrongSecrets = wrongSecretsOf(context);
  app.decorate('identity', context.identity);
  app.decorateRequest('principal', null);
  app.decorateRequest('definition', null);
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api')) return;
    if (wrongSecrets.tooMany(request)) return reply.send(refuse('request.too_many', undefined, { seconds: minuteMs / 1_000 }));
    const found = await whoIs(request, context);
    if (found === null || isRefusal(found)) wrongSecrets.count(request);
    if (isRefusal(found)) return reply.send(found);
    request.principal = found;
    const wrong = safe.has(request.method) ? null : forged(request, context);
    if (wrong) return reply.send(wrong);
  });
}

/**
 * Wrong tokens and cookies are answered before the limits of routes, and each costs a look into the database: an address that
 * sends nothing else is not listened to for the rest of the minute.
 */
function wrongSecretsOf({ house, https, limits }: Context) {
  const counts = new Map<string, number>();
  let since = house.clock.now();
  const brought = (request: FastifyRequest): boolean => request.headers.authorization !== undefined || request.cookies[sessionCookie(https)] !== undefined;
  return {
    tooMany(request: FastifyRequest): boolean {
      const now = house.clock.now();
      if (now - since >= minuteMs || now < since) {
        counts.clear();
        since = now;
      }
      return brought(request) && (counts.get(request.ip) ?? 0) >= limits.anonymous;
    },
    count(request: FastifyRequest): void {
      if (brought(request) && counts.size < 100_000) counts.set(request.ip, (counts.get(request.ip) ?? 0) + 1);
    },
  };
}

async function whoIs(request: FastifyRequest, { identity, https, options }: Context): Promise<Principal | null | Refusal> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const local = /^Local ([\x21-\x7e]{1,200})$/.exec(authorization)?.[1];
    if (local && options.localSecret && sameText(local, options.localSecret)) return localAdministrator;
    const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(authorization)?.[1];
    return (secret ? await identity.byToken(secret) : null) ?? refuse('login.token_ended');
  }
  const cookie = request.cookies[sessionCookie(https)];
  return cookie ? identity.bySession(cookie) : null;
}

/** A browser sends cookies along with what other sites make it ask; it does not let them set these two headers. */
function forged(request: FastifyRequest, { options }: Context): Refusal | null {
  if (request.headers.authorization !== undefined) return null;
  const { origin } = request.headers;
  if (origin !== undefined && !sameOrigin(origin, request, options.public_url ?? null)) return refuse('csrf.origin');
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse('csrf.origin');
  const session = request.principal?.session;
  if (!session) return null;
  const given = request.headers['x-csrf-token'];
  return typeof given === 'string' && sameText(given, session.csrf) ? null : refuse('csrf.missing');
}

function sameOrigin(origin: string, request: FastifyRequest, public_url: string | null): boolean {
  const parsed = URL.canParse(origin) ? new URL(origin) : null;
  if (!parsed) return false;
  if (public_url !== null && parsed.origin === new URL(public_url).origin) return true;
  return public_url === null && parsed.host === request.host;
}

/** The command line of whoever runs the server's account on this machine. */
const localAdministrator: Principal = { key: 'local', actor: asSystem('administration on this machine'), standing: null, session: null, token: null };
