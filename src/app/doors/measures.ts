// Measures over HTTP: values with their control chart, the records behind a value, and how the measures in use stand. For the integrator's people.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, privately } from '../../platform/http/context.ts';
import { behindAnswer, figuresAnswer, valuesAnswer } from '../measure-answers.ts';
import { withRest } from '../measure-jobs.ts';

type Query = Readonly<Partial<Record<'per' | 'periods' | 'period' | 'part' | 'after' | 'limit' | 'customer' | 'service', string>>>;
type Of = FastifyRequest<{ Params: { id: string }; Querystring: Query }>;

export function measureDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string }; Querystring: Query }>('/api/measures/:id/values', async (request, reply) => {
    privately(reply);
    const actor = insider(request);
    const { per = '', periods = '' } = request.query;
    return isRefusal(actor) ? actor : valuesAnswer(house, actor, { code: request.params.id, per, periods, ...by(request) });
  });
  app.get<{ Params: { id: string }; Querystring: Query }>('/api/measures/:id/records', async (request, reply) => {
    privately(reply);
    const actor = insider(request);
    const { period = '', part = 'numerator', after = '', limit = '' } = request.query;
    return isRefusal(actor) ? actor : behindAnswer(house, actor, { code: request.params.id, period, part, after, limit, ...by(request) });
  });
  app.get('/api/measure-figures', async (request, reply) => {
    privately(reply);
    const actor = insider(request);
    return isRefusal(actor) ? actor : withRest(house, await figuresAnswer(house, actor), ({ data }) => data);
  });
}

/** Figures over all customers and suppliers are the integrator's. */
export function insider(request: FastifyRequest): Actor | Refusal {
  const actor = actorFor(request, 'read');
  return isRefusal(actor) || actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command: 'measures' });
}

const by = ({ query: { customer, service } }: Of) => ({ ...(customer ? { customer } : {}), ...(service ? { service } : {}) });
