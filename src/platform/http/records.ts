// Reading records of every kind: lists, one record, its story, its neighbours. Nothing here knows which practice it serves.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { type AnyRow, type Definition, project, shown } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { filterNames, parseView, sortNames } from '../../kernel/view.ts';
import { type House, settings } from '../house.ts';
import { readAccount } from '../journal/account.ts';
import { idsDeep, idsIn, labelsOf } from '../journal/labels.ts';
import { linksOf } from '../journal/links.ts';
import { listRecords, type Page, readRecord } from '../journal/read.ts';
import { explainClocks, readJournal, readPressing } from '../journal/story.ts';
import { columnsOf } from '../journal/write.ts';
import { dueOf, idsOfClocks, oneAnswer } from './answer.ts';
import { actorFor, type Context, isoNow, privately } from './context.ts';
import { ledgerAnswer } from './ledger.ts';
import { type Query, readQuery, wholeNumber } from './query.ts';

const pageSize = { min: 1, max: 200, otherwise: 50 };
const anyFact = { min: 1, max: Number.MAX_SAFE_INTEGER, otherwise: Number.MAX_SAFE_INTEGER };

type Asked = { readonly house: House; readonly definition: Definition; readonly actor: Actor; readonly row: AnyRow; readonly query: Query };
type Aspect = {
  readonly path: string;
  readonly query: readonly string[];
  readonly of: (definition: Definition) => boolean;
  readonly answer: (asked: Asked) => Promise<unknown>;
};

/** What can be read about one record. */
const aspects: readonly Aspect[] = [
  { path: '', query: [], of: () => true, answer: ({ house, ...of }) => oneAnswer(house, of) },
  { path: '/journal', query: ['before', 'limit'], of: () => true, answer: journal },
  {
    path: '/links',
    query: [],
    of: () => true,
    answer: async ({ house, actor, definition, row }) => ({ data: await linksOf(house, { actor, record: definition.name, id: row.id }) }),
  },
  { path: '/clocks', query: [], of: (definition) => Boolean(definition.clocks), answer: clocks },
  { path: '/ledger', query: [], of: (definition) => Boolean(definition.custody), answer: ledger },
];

export function recordRoutes(app: FastifyInstance, { house }: Context): void {
  for (const { definition } of house.registry.practices.values()) {
    app.get(`/api/${definition.plural}`, (request, reply) => list(request, reply, { house, definition }));
    for (const aspect of aspects.filter((each) => each.of(definition))) {
      app.get(`/api/${definition.plural}/:id${aspect.path}`, (request, reply) => read(request, reply, { house, definition, aspect }));
    }
  }
}

async function read(
  request: FastifyRequest,
  reply: FastifyReply,
  { house, definition, aspect }: { house: House; definition: Definition; aspect: Aspect },
): Promise<unknown> {
  request.definition = definition;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, aspect.query);
  if (isRefusal(query)) return query;
  const { id } = request.params as { id: string };
  const row = isId(id) ? await readRecord(house, { actor, definition, id }) : null;
  if (!row) return refuse('not_found');
  privately(reply);
  if (aspect.path === '') reply.header('etag', `"${row.version}"`);
  return aspect.answer({ house, definition, actor, row, query });
}

async function list(request: FastifyRequest, reply: FastifyReply, { house, definition }: { house: House; definition: Definition }): Promise<unknown> {
  request.definition = definition;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, ['q', 'after', 'limit', 'columns']);
  if (isRefusal(query)) return query;
  const limit = wholeNumber(query, 'limit', pageSize);
  if (isRefusal(limit)) return limit;
  const columns = columnsAsked(definition, query.columns);
  if (isRefusal(columns)) return columns;
  const page = await pageOf(house, { actor, definition, q: query.q ?? '', after: query.after ?? null, limit, columns });
  if (isRefusal(page)) return page;
  privately(reply);
  const ids = page.data.map((row) => row.id);
  // A list shows what is to be kept next; the rest is told by the record itself.
  const clocked = await readPressing(house, { actor, ids, definition });
  const isOwnDue = actor.side === 'integrator' || (columns !== null && !columns.includes('due'));
  const data = isOwnDue ? page.data : page.data.map((row) => ({ ...row, due: dueOf(clocked[row.id] ?? []) }));
  const refs = await labelsOf(house, { actor, ids: [...idsIn(definition, data), ...Object.values(clocked).flatMap(idsOfClocks)] });
  return { data, refs, next: page.next, count: page.count, clocks: clocked, now: isoNow(house) };
}

type PageAsked = {
  readonly actor: Actor;
  readonly definition: Definition;
  readonly q: string;
  readonly after: string | null;
  readonly limit: number;
  readonly columns?: readonly string[] | null;
};

/** A page of rows as the actor's side sees them. What they are not shown they cannot filter or sort by either: that would tell it. */
export async function pageOf(house: House, asked: PageAsked): Promise<Page | Refusal> {
  const { definition, actor, q } = asked;
  const hidden = (name: string): boolean => !shown(definition.fields[name], actor.side);
  const view = parseView(q);
  const filter = view.filters.find((each) => hidden(each.field));
  const visible = (names: readonly string[]): string => names.filter((name) => !hidden(name)).join(', ');
  if (filter) return refuse('view.unknown_field', 'q', { field: filter.field, options: visible(filterNames(definition)) });
  if (view.sort && hidden(view.sort.field)) return refuse('view.wrong_sort', 'sort', { field: view.sort.field, options: visible(sortNames(definition)) });
  const page = await listRecords(house, asked);
  return isRefusal(page) ? page : { ...page, data: page.data.map((row) => project(definition, row, actor.side)) };
}

function columnsAsked(definition: Definition, asked: string | undefined): readonly string[] | Refusal | null {
  if (asked === undefined) return null;
  const names = asked.split(',').filter(Boolean);
  const possible = new Set(columnsOf(definition));
  const wrong = names.find((name) => !possible.has(name));
  return wrong === undefined ? [...new Set(['id', 'version', 'state', 'open', ...names])] : refuse('field.unknown', 'columns', { field: wrong.slice(0, 80) });
}

async function journal({ house, definition, actor, row, query }: Asked): Promise<unknown> {
  const limit = wholeNumber(query, 'limit', pageSize);
  if (isRefusal(limit)) return limit;
  const before = wholeNumber(query, 'before', anyFact);
  if (isRefusal(before)) return before;
  const { data, next } = await readJournal(house, { actor, definition, id: row.id, before: query.before === undefined ? null : before, limit });
  const mentioned = data.flatMap((entry) => [
    ...entry.audience,
    ...(entry.actor_party ? [entry.actor_party] : []),
    ...idsIn(
      definition,
      Object.entries(entry.changes).flatMap(([name, change]) => [{ [name]: change.from }, { [name]: change.to }]),
    ),
  ]);
  return { data, refs: await labelsOf(house, { actor, ids: mentioned }), next };
}

async function clocks({ house, definition, actor, row }: Asked): Promise<unknown> {
  const data = await explainClocks(house, { actor, definition, id: row.id });
  const named = data.flatMap((clock) => clock.steps.flatMap((step) => [step.reason, step.promise, step.calendar])).filter((each) => each !== null);
  return { data, refs: await labelsOf(house, { actor, ids: [...idsOfClocks(data), ...named] }), now: isoNow(house) };
}

async function ledger({ house, definition, actor, row }: Asked): Promise<unknown> {
  const found = await readAccount(house, { definition, row });
  if (!found) return refuse('not_found');
  const data = ledgerAnswer(found, { actor, definition, house: (await settings(house)).house, now: house.clock.now() });
  return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
}
