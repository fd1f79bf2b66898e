// Conformance over HTTP: the map of a kind of record in a period, the cases behind each figure, and the event log as XES.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, privately } from '../../platform/http/context.ts';
import { type Query, readQuery, wholeNumber } from '../../platform/http/query.ts';
import type { Asked } from '../../practices/conformance/conformance.record.ts';
import { casesBehind, conformanceFor, followedRecords } from '../conformance.ts';
import { xesOf } from '../xes.ts';

type Plural = { Params: { plural: string } };
const period = ['from', 'to'];
const narrowing = ['customer', 'service', 'supplier'];

export function conformanceDoor(app: FastifyInstance, house: House): void {
  app.get<Plural>('/api/conformance/:plural', (request, reply) => asking(house, request, reply, { known: [], does: conformanceFor }));
  app.get<Plural>('/api/conformance/:plural/cases', (request, reply) =>
    asking(house, request, reply, {
      known: ['figure', 'offset', 'limit'],
      does: (own, asked, query) => {
        const offset = wholeNumber(query, 'offset', { min: 0, max: 1_000_000, otherwise: 0 });
        const limit = wholeNumber(query, 'limit', { min: 1, max: 200, otherwise: 50 });
        if (isRefusal(offset)) return offset;
        if (isRefusal(limit)) return limit;
        return casesBehind(own, { ...asked, figure: query.figure ?? 'all', offset, limit });
      },
    }),
  );
  app.get<Plural>('/api/conformance/:plural/xes', (request, reply) => exported(house, request, reply));
}

type Does = {
  readonly known: readonly string[];
  readonly does: (
    house: House,
    asked: { actor: Exclude<ReturnType<typeof actorFor>, Refusal>; definition: Definition; asked: Asked },
    query: Query,
  ) => Promise<object> | Refusal;
};

async function asking(house: House, request: FastifyRequest<Plural>, reply: FastifyReply, { known, does }: Does): Promise<unknown> {
  const definition = followedRecords(house).find((each) => each.plural === request.params.plural);
  if (definition) request.definition = definition;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (!definition) return refuse('not_found');
  const query = readQuery(request.query, [...period, ...narrowing, ...known]);
  if (isRefusal(query)) return query;
  const asked = askedOf(query);
  if (isRefusal(asked)) return asked;
  privately(reply);
  const answer = await does(house, { actor, definition, asked }, query);
  if ('state' in answer && answer.state === 'working') reply.code(202);
  return answer;
}

function askedOf(query: Query): Asked | Refusal {
  const missing = period.find((name) => !query[name]);
  if (missing) return refuse('field.required', missing, { field: missing });
  const wrong = narrowing.find((name) => query[name] !== undefined && !isId(query[name]));
  if (wrong) return refuse('field.not_id', wrong, { field: wrong, example: wrong === 'service' ? 'SVC-2' : 'ORG-2' });
  const { from = '', to = '', customer = null, service = null, supplier = null } = query;
  return { from, to, customer, service, supplier };
}

async function exported(house: House, request: FastifyRequest<Plural>, reply: FastifyReply): Promise<unknown> {
  const definition = house.registry.byPlural.get(request.params.plural)?.definition;
  if (definition) request.definition = definition;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  if (!definition) return refuse('not_found');
  const query = readQuery(request.query, [...period, 'persons']);
  if (isRefusal(query)) return query;
  const asked = askedOf(query);
  if (isRefusal(asked)) return asked;
  if (query.persons !== undefined && !['true', 'false'].includes(query.persons)) return refuse('field.not_boolean', 'persons', { field: 'persons' });
  const stream = await xesOf(house, { actor, definition, ...asked, persons: query.persons === 'true' });
  if (isRefusal(stream)) return stream;
  const file = `${definition.plural}-${asked.from}-${asked.to}.xes`;
  privately(reply);
  return reply.header('content-disposition', `attachment; filename="${file}"`).type('application/xml; charset=utf-8').send(stream);
}
