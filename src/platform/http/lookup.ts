// Finding: across all kinds of record, and while typing the name of one.
import type { FastifyInstance } from 'fastify';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { suggest } from '../journal/labels.ts';
import { searchAll } from '../journal/search.ts';
import { actorFor, type Context, isoNow, privately } from './context.ts';
import { readQuery } from './query.ts';

const longestWords = 200;

export function lookupRoutes(app: FastifyInstance, { house }: Context): void {
  app.get('/api/search', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['q']);
    if (isRefusal(query)) return query;
    privately(reply);
    return { data: await searchAll(house, { actor, q: (query.q ?? '').slice(0, longestWords) }), now: isoNow(house) };
  });
  app.get('/api/refs/:record', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['q']);
    if (isRefusal(query)) return query;
    const { record } = request.params as { record: string };
    const practice = house.registry.practices.get(record);
    if (!practice) return refuse('unknown_record', undefined, { record: record.slice(0, 60) });
    privately(reply);
    return { data: await suggest(house, { actor, definition: practice.definition, q: (query.q ?? '').slice(0, longestWords) }) };
  });
}
