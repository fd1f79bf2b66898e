// For load balancers: alive means that the event loop turns, ready means that work can be done here.
import type { FastifyInstance } from 'fastify';
import type { Context } from './context.ts';

export function healthRoutes(app: FastifyInstance, context: Context): void {
  const { house, options } = context;
  app.get('/healthz', async () => ({ ok: true }));
  app.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const wrong = await unready();
    return wrong === null ? { ok: true } : reply.code(503).header('retry-after', '5').send({ ok: false, detail: wrong });
  });
  async function unready(): Promise<string | null> {
    if (context.draining) return 'draining';
    // No detail of the database leaves by this door: it is open to everybody.
    if (!(await house.db.health()).ok) return 'database';
    return (await options.ready?.().catch(() => 'database')) ?? null;
  }
}
