// The HTTP server: how it is put together, which routes there are, and how it stops.
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { identity } from '../auth/actor.ts';
import { sweepIdentity } from '../auth/session.ts';
import type { House } from '../house.ts';
import { answers, refuseEarly, refuseSocket } from './answers.ts';
import { commandRoutes } from './commands.ts';
import { type AppOptions, type Context, type Limits, standardLimits } from './context.ts';
import { csvRoutes } from './csv.ts';
import { docsRoutes } from './docs-routes.ts';
import { fences } from './fences.ts';
import { guard } from './guard.ts';
import { healthRoutes } from './health.ts';
import { liveRoutes } from './live.ts';
import { lookupRoutes } from './lookup.ts';
import { recordRoutes } from './records.ts';
import { sessionRoutes } from './session-routes.ts';
import { setupRoutes } from './setup-routes.ts';
import { tokenRoutes } from './token-routes.ts';
import { webRoutes } from './web.ts';

/** Bytes. What is larger has a door of its own. */
const bodyLimit = 1_048_576;
const hourMs = 3_600_000;

export async function createApp(house: House, options: AppOptions): Promise<FastifyInstance> {
  const limits: Limits = { ...standardLimits, ...options.limits };
  const https = options.public_url?.startsWith('https://') ?? false;
  const context: Context = { house, options, https, limits, identity: identity(house, options.directory), draining: false };
  const app = fastify({
    bodyLimit,
    logger: false,
    trustProxy: options.trusted_proxies?.length ? [...options.trusted_proxies] : false,
    genReqId: () => house.chance.uuid(),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: refuseEarly,
    clientErrorHandler: refuseSocket,
  });
  answers(app, context);
  await fences(app, context);
  guard(app, context);
  // In a register of its own: a route is fenced only when it is made after the fences stand.
  await app.register(async (inner) => routes(inner, context));
  await webRoutes(app, context);
  contexts.set(app, context);
  const sweep = setInterval(
    () => void sweepIdentity(house).catch((error: unknown) => house.log.warn({ err: error }, 'ended sessions could not be removed')),
    hourMs,
  ).unref();
  app.addHook('preClose', async () => {
    context.draining = true;
    clearInterval(sweep);
  });
  return app;
}

/**
 * Stops without losing anybody's work: not ready at once, no new connections after `notice_ms`, and running requests
 * have `patience_ms` to end before they are cut off.
 */
export async function drain(app: FastifyInstance, { notice_ms, patience_ms }: { notice_ms: number; patience_ms: number }): Promise<void> {
  const context = contexts.get(app);
  if (context) context.draining = true;
  await new Promise((resolve) => setTimeout(resolve, notice_ms));
  const cut = setTimeout(() => app.server.closeAllConnections(), patience_ms);
  await app.close();
  clearTimeout(cut);
}

const contexts = new WeakMap<FastifyInstance, Context>();

function routes(app: FastifyInstance, context: Context): void {
  const keyGenerator = (request: FastifyRequest): string => `login ${request.ip}`;
  const loginLimit = { rateLimit: { max: context.limits.login, timeWindow: 60_000, keyGenerator } };
  healthRoutes(app, context);
  sessionRoutes(app, context, loginLimit);
  setupRoutes(app, context, loginLimit);
  tokenRoutes(app, context);
  lookupRoutes(app, context);
  liveRoutes(app, context);
  docsRoutes(app, context);
  csvRoutes(app, context);
  recordRoutes(app, context);
  commandRoutes(app, context);
  for (const door of context.options.doors ?? []) door(app, context.house);
}
