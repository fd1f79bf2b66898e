// The ladder of contracting over HTTP: customers by services, and one customer with every gate.
import type { FastifyInstance } from 'fastify';
import { isRefusal } from '../../kernel/refusal.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { growthFor } from '../growth.ts';

export function growthDoor(app: FastifyInstance, house: House): void {
  app.get('/api/growth', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['customer', 'as_of']);
    if (isRefusal(query)) return query;
    privately(reply);
    return growthFor(house, { actor, customer: query.customer?.toUpperCase(), as_of: query.as_of });
  });
}
