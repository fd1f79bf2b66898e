// Where monitoring systems knock: the webhook of Alertmanager with a bearer token, and PagerDuty's Events API v2 with the token as routing key.
import type { FastifyInstance } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { Principal } from '../../platform/auth/actor.ts';
import { grants } from '../../platform/auth/grants.ts';
import type { House } from '../../platform/house.ts';
import { perform } from '../../platform/journal/perform.ts';
import { fromAlertmanager } from '../../practices/event/alertmanager.ts';
import { fromPagerDuty } from '../../practices/event/pagerduty.ts';
import { type Received, receiveSignals } from '../../practices/event/queries.ts';
import { event } from '../../practices/event/record.ts';
import type { Signal } from '../../practices/event/signal.ts';

/** Requests per minute and address: PagerDuty's clients send one request per alarm, and a storm is when they matter. */
const storm = { rateLimit: { max: 6_000, timeWindow: 60_000 } };

export function alertDoor(app: FastifyInstance, house: House): void {
  app.post('/api/alerts/alertmanager', async (request) => {
    request.definition = event;
    const signals = fromAlertmanager(request.body);
    const sender = senderOf(request.principal);
    if (isRefusal(sender)) return sender;
    return isRefusal(signals) ? signals : received(house, sender, signals);
  });
  app.post('/v2/enqueue', { config: storm }, async (request, reply) => {
    request.definition = event;
    const body = (request.body ?? {}) as { routing_key?: unknown; dedup_key?: unknown };
    const sender = senderOf(typeof body.routing_key === 'string' ? await app.identity.byToken(body.routing_key) : null);
    if (isRefusal(sender)) return sender;
    const signals = fromPagerDuty(body);
    if (isRefusal(signals)) return signals;
    const outcome = await received(house, sender, signals);
    if (isRefusal(outcome)) return outcome;
    // The answer that clients of the Events API v2 look for.
    return reply.code(202).send({ status: 'success', message: 'Event processed', dedup_key: signals[0]?.dedup_key ?? body.dedup_key ?? null });
  });
}

type Sender = { readonly source: string; readonly customer: string | null };

/** The token's name is the source of its events, so that a token that replaces an old one under the same name goes on where that ended. */
function senderOf(principal: Principal | null): Sender | Refusal {
  if (!principal) return refuse('login.token_ended');
  const { actor, token } = principal;
  if (!token) return refuse('not_allowed', undefined, { command: 'alerts' });
  const barred = grants(actor, 'alerts');
  if (barred) return barred;
  if (actor.side === 'supplier') return refuse('not_allowed', undefined, { command: 'alerts' });
  return { source: token.name, customer: actor.side === 'customer' ? actor.organisation : null };
}

async function received(house: House, { source, customer }: Sender, signals: readonly Signal[]): Promise<Omit<Received, 'refused'> | Refusal> {
  const actor = asSystem(`alarm from ${source}`);
  const { refused, ...counts } = await receiveSignals(
    { db: house.db, now: new Date(house.clock.now()).toISOString(), perform: (intake) => perform(house, { ...intake, actor, channel: 'webhook' }) },
    { signals, source, customer },
  );
  return refused[0] ?? counts;
}

const answer = (description: string) => ({ description, content: { 'application/json': { schema: { type: 'object' } } } });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
const body = (description: string) => ({ required: true, content: { 'application/json': { schema: { type: 'object', description } } } });
const failing = { '401': problem('No such token'), '403': problem('Lacks the scope alerts'), '422': problem('A field is wrong') };

export const alertPaths = {
  '/api/alerts/alertmanager': {
    post: {
      operationId: 'alerts.alertmanager',
      summary: 'Take in a webhook message of Prometheus Alertmanager (version 4)',
      tags: ['doors'],
      security: [{ token: [] }],
      requestBody: body('As Alertmanager sends it'),
      responses: { '200': answer('How many alerts were raised, repeated, cleared or nothing new'), ...failing },
    },
  },
  '/v2/enqueue': {
    post: {
      operationId: 'alerts.pagerduty',
      summary: 'Take in an event in the form of the PagerDuty Events API v2; routing_key is the token',
      tags: ['doors'],
      security: [],
      requestBody: body('routing_key, event_action, dedup_key, payload'),
      responses: { '202': answer('Taken in'), ...failing },
    },
  },
} as const;
