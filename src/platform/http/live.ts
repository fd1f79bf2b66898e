// Live updates (server-sent events): who may see a changed record is told its number and version, within a second of losing the right no more.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AnyRow } from '../../kernel/record.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { allows } from '../../kernel/scope.ts';
import { actorOf, type Principal } from '../auth/actor.ts';
import { aliveSessions } from '../auth/session.ts';
import { aliveTokens } from '../auth/token.ts';
import { columnsOf } from '../journal/write.ts';
import { actorFor, type Context, isoNow } from './context.ts';

type Client = { principal: Principal; readonly stream: FastifyReply['raw'] };
type Change = { readonly record: string; readonly id: string; readonly version: number };
type Hub = {
  readonly context: Context;
  readonly clients: Set<Client>;
  readonly waiting: Map<string, Change>;
  /** The directory may have changed since the standings were read. */
  stale: boolean;
  flushing: Promise<void> | null;
  unlisten: Promise<() => Promise<void>> | null;
};

const heartbeatMs = 20_000;
const checkMs = 900;
/** Changes of one moment are read together: ten a second cost ten small queries, a storm costs no more. */
const gatherMs = 40;
const mostBuffered = 1_048_576;
const mostPerPrincipal = 50;
const mostClients = 10_000;

export function liveRoutes(app: FastifyInstance, context: Context): void {
  const hub: Hub = { context, clients: new Set(), waiting: new Map(), stale: false, flushing: null, unlisten: null };
  app.get('/api/live', (request, reply) => connect(hub, request, reply));
  const heartbeat = setInterval(() => broadcast(hub, frame('heartbeat', {})), heartbeatMs).unref();
  const check = setInterval(() => void safely(hub, () => checkClients(hub)), checkMs).unref();
  app.addHook('preClose', async () => {
    clearInterval(heartbeat);
    clearInterval(check);
    // Each at another moment, so that the next server is not met by everybody at once.
    for (const client of hub.clients) end(hub, client, `retry: ${500 + Math.floor(context.house.chance.random() * 4_500)}\n\n`);
    await hub.flushing;
    await (await hub.unlisten?.catch(() => null))?.();
  });
}

async function connect(hub: Hub, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const { principal } = request;
  if (hub.context.draining) return refuse('draining');
  const own = [...hub.clients].filter((each) => each.principal.key === principal?.key).length;
  if (!principal || own >= mostPerPrincipal || hub.clients.size >= mostClients) return refuse('request.too_many', undefined, { seconds: 60 });
  await listening(hub);
  reply.hijack();
  const stream = reply.raw;
  const client = { principal, stream };
  hub.clients.add(client);
  stream.on('close', () => hub.clients.delete(client));
  stream.on('error', () => hub.clients.delete(client));
  const headers = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no' };
  stream.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...headers });
  stream.write(frame('hello', { now: isoNow(hub.context.house) }));
  return reply;
}

/** Listens from the first client on. After a lost connection anything may have been missed: everybody fetches anew. */
async function listening(hub: Hub): Promise<void> {
  hub.unlisten ??= hub.context.house.db.listen(
    'live',
    (payload) => heard(hub, payload),
    () => {
      hub.stale = true;
      broadcast(hub, frame('resync', {}));
    },
  );
  try {
    await hub.unlisten;
  } catch (error) {
    hub.unlisten = null;
    throw error;
  }
}

function heard(hub: Hub, payload: string): void {
  if (hub.clients.size === 0) return;
  const change = JSON.parse(payload) as Change;
  hub.waiting.set(change.id, change);
  if (hub.context.options.directory.watches.includes(change.record)) hub.stale = true;
  hub.flushing ??= new Promise<void>((resolve) => setTimeout(resolve, gatherMs))
    .then(() => safely(hub, () => flush(hub)))
    .finally(() => {
      hub.flushing = null;
    });
}

async function flush(hub: Hub): Promise<void> {
  while (hub.waiting.size > 0) {
    const changes = [...hub.waiting.values()];
    hub.waiting.clear();
    // Whoever lost a role a moment ago must not be told by the news of it.
    if (hub.stale) await checkClients(hub);
    for (const [record, some] of grouped(changes)) await tell(hub, record, some);
  }
}

function grouped(changes: readonly Change[]): Map<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of changes) groups.set(change.record, [...(groups.get(change.record) ?? []), change]);
  return groups;
}

/** One query for the rows; the scope is then evaluated per client in memory (law 4: the same as in SQL). */
async function tell(hub: Hub, record: string, changes: readonly Change[]): Promise<void> {
  const definition = hub.context.house.registry.practices.get(record)?.definition;
  if (!definition) return;
  const rows = await hub.context.house.db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${record} where id = any($1::text[])`, [
    changes.map((each) => each.id),
  ]);
  for (const row of rows) {
    const news = frame('change', { record, id: row.id, version: row.version });
    for (const client of hub.clients) if (allows(definition.see, client.principal.actor, row)) write(hub, client, news);
  }
}

/** Ends the streams of whoever signed out, was disabled or lost the token; renews the rights of the others when they may have changed. */
async function checkClients(hub: Hub): Promise<void> {
  if (hub.clients.size === 0) return;
  const { house, options } = hub.context;
  // Those of this moment: who connects while the queries run was not asked about.
  const clients = [...hub.clients];
  const all = clients.map((client) => client.principal);
  const refresh = hub.stale;
  hub.stale = false;
  const [sessions, tokens] = [
    await aliveSessions(house, [...new Set(all.flatMap(({ session }) => (session ? [session.id] : [])))]),
    await aliveTokens(house, [...new Set(all.flatMap(({ token }) => (token ? [token.id] : [])))]),
  ];
  const standings = refresh ? await options.directory.standings([...new Set(all.flatMap(({ standing }) => (standing ? [standing.person] : [])))]) : null;
  for (const client of clients) {
    const { session, token, standing } = client.principal;
    const alive = session ? sessions.has(session.id) : token ? tokens.has(token.id) : false;
    const now = standing && standings ? standings.get(standing.person) : standing;
    if (!alive || (standing && (!now || now.disabled))) end(hub, client, '');
    else if (now) client.principal = { ...client.principal, standing: now, actor: actorOf(now, client.principal.actor.grants) };
  }
}

async function safely(hub: Hub, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // The database is away: nobody can be told what changed, so everybody is told to look again when it is back.
    hub.stale = true;
    hub.context.house.log.warn({ err: error }, 'live updates could not be sent');
    broadcast(hub, frame('resync', {}));
  }
}

function broadcast(hub: Hub, text: string): void {
  for (const client of hub.clients) write(hub, client, text);
}

function write(hub: Hub, client: Client, text: string): void {
  // A reader that does not read would be kept in our memory: it is cut off and will come back.
  if (client.stream.writableLength > mostBuffered) end(hub, client, '');
  else client.stream.write(text);
}

function end(hub: Hub, client: Client, last: string): void {
  hub.clients.delete(client);
  client.stream.end(last);
}

const frame = (event: string, data: object): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
