// The model of the organisation over HTTP beside its records: what is in effect, the figures of processes, conflicts of duties, who answers for how much.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { processRows, responsibilities } from '../../practices/model/figures.queries.ts';
import type { Accountability, FiguresAnswer } from '../../practices/model/figures.record.ts';
import { processDefinition } from '../../practices/model/process.record.ts';
import { conflictCounts, conflictsOf, currentModel, separationsInUse } from '../../practices/model/queries.ts';
import { accountabilities } from '../../practices/model/raci-matrix.record.ts';
import { separation } from '../../practices/model/separation.record.ts';
import { processFigures } from '../process-figures.ts';

type Named = { Params: { id: string } };
const pageLength = 50;

export function modelDoor(app: FastifyInstance, house: House): void {
  app.get('/api/model/current', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    privately(reply);
    return inEffect(house, actor);
  });
  app.get('/api/processes/figures', (request, reply) => figures(house, request, reply, null));
  app.get<Named>('/api/processes/:id/figures', (request, reply) => figures(house, request, reply, request.params.id));
  app.get('/api/separations/conflicts', async (request, reply) => {
    const actor = insider(request, 'conflicts');
    if (isRefusal(actor)) return actor;
    privately(reply);
    const separations = await separationsInUse(house.db);
    const counts = await conflictCounts(house.db, separations);
    const data = separations.map(({ first_fact: _first, second_fact: _second, ...each }) => ({ ...each, conflicts: counts.get(each.id) ?? 0 }));
    return { data, now: isoNow(house) };
  });
  app.get<Named>('/api/separations/:id/conflicts', (request, reply) => conflicts(house, request, reply));
  app.get('/api/racis/accountabilities', async (request, reply) => {
    const actor = insider(request, 'accountabilities');
    if (isRefusal(actor)) return actor;
    privately(reply);
    return whoAnswers(house, actor);
  });
}

function insider(request: FastifyRequest, command: string): Actor | Refusal {
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  return actor.side === 'integrator' ? actor : refuse('not_allowed', undefined, { command });
}

/** Customers and suppliers learn what is out of sight and nothing else of how we work. */
async function inEffect(house: House, actor: Actor): Promise<object> {
  const found = await currentModel(house.db);
  const now = isoNow(house);
  if (!found) return { data: null, now };
  const { id, name, number, published_at, content, records_off } = found;
  if (actor.side !== 'integrator') return { data: { records_off }, now };
  return { data: { id, name, number, published_at, levels: content?.levels ?? [], records_off, content }, now };
}

async function figures(house: House, request: FastifyRequest, reply: FastifyReply, id: string | null): Promise<FiguresAnswer | Refusal> {
  const actor = insider(request, 'figures');
  if (isRefusal(actor)) return actor;
  const there = id === null || (isId(id) && (await readRecord(house, { actor, definition: processDefinition, id })) !== null);
  if (!there) return refuse('not_found');
  privately(reply);
  const { data, since } = await processFigures(house, id);
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), since, now: isoNow(house) };
}

async function conflicts(house: House, request: FastifyRequest<Named>, reply: FastifyReply): Promise<object> {
  const actor = insider(request, 'conflicts');
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, ['after']);
  if (isRefusal(query)) return query;
  if (query.after !== undefined && !/^\d{1,15}$/.test(query.after)) return refuse('view.wrong_cursor', 'after');
  const { id } = request.params;
  const row = isId(id) ? await readRecord(house, { actor, definition: separation, id }) : null;
  if (!row) return refuse('not_found');
  privately(reply);
  const facts = { first_fact: String(row.first_fact), second_fact: String(row.second_fact) };
  const found = await conflictsOf(house.db, facts, { after: query.after === undefined ? null : Number(query.after), limit: pageLength + 1 });
  const data = found.slice(0, pageLength);
  const next = found.length > pageLength ? String(data.at(-1)?.at_id) : null;
  return { data, next, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}

/** Counted over the matrices in force: per role, with who holds it and on which side it is. */
async function whoAnswers(house: House, actor: Actor): Promise<object> {
  const { matrices, roles } = await responsibilities(house.db);
  const names = new Map((await processRows(house.db, null)).map(({ id, name }) => [id, name]));
  const current = matrices.filter(({ process }) => names.has(process));
  const data = accountabilities(current.map(({ rows }) => rows)).map(({ role, count }): Accountability => {
    const found = roles.find(({ id }) => id === role);
    const processes = current.filter(({ rows }) => accountabilities([rows]).some((each) => each.role === role)).map(({ process }) => process);
    return { role, name: found?.name ?? role, party: found?.party ?? '', holders: found?.holders ?? [], count, processes };
  });
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}
