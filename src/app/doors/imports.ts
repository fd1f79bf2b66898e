// Imports over HTTP: made, filled with a file, started dry or for real, watched, paused, and their bad rows read.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../kernel/command.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { shape } from '../../kernel/shape.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, languageOf, privately } from '../../platform/http/context.ts';
import { type Form, field, formSchema, readForm } from '../../platform/http/form.ts';
import { readQuery, wholeNumber } from '../../platform/http/query.ts';
import { lookAt } from '../../platform/import/look.ts';
import { mappingSchema } from '../../platform/import/mapping.ts';
import { badRowsCsv, tellBadRows, tellImport } from '../../platform/import/report.ts';
import { fillImport, makeImport, mayImport, startImport, steerImport } from '../../platform/import/run.ts';
import { findImport, type Import, largestFile, listImports } from '../../platform/import/store.ts';
import { logbooks } from '../logbooks.ts';

const formats = { csv: { en: 'CSV', nl: 'CSV', de: 'CSV' }, json: { en: 'JSON', nl: 'JSON', de: 'JSON' } } as const;
const mapping = field('Which column fills which field; without it one is proposed after the upload', { kind: 'data', shape: shape({ type: 'object' }) });
const dry_run = field('Check everything and write nothing', { kind: 'boolean' });
const making: Form = {
  needs: {
    name: field('What is imported', { kind: 'text', max: 120 }),
    record: field('Kind of record, such as person', { kind: 'text', max: 60 }),
    format: field('Of the file', { kind: 'choice', options: formats }),
  },
  takes: { mapping, dry_run },
};
const starting: Form = { takes: { mapping, dry_run } };
const pageSize = { min: 1, max: 1_000, otherwise: 100 };
const anyRow = { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 };

export function importDoor(app: FastifyInstance, house: House): void {
  app.get(
    '/api/imports',
    answering(house, async () => ({ data: (await listImports(house.db)).map(tellImport) })),
  );
  app.post('/api/imports', answering(house, makeOne));
  app.get('/api/imports/:id', answering(house, showOne));
  app.post('/api/imports/:id/start', answering(house, startOne));
  for (const command of ['pause', 'resume', 'cancel'] as const)
    app.post(
      `/api/imports/:id/${command}`,
      answering(house, async ({ actor, id }) => told(await steerImport(house, { actor, id, command }))),
    );
  app.get('/api/imports/:id/bad-rows', answering(house, badRowsOf));
  app.get('/api/imports/:id/bad-rows.csv', answering(house, badRowsFile));
  app.register(async (inner) => {
    // The file arrives as it is, whatever its type: it is read as a stream and never held as a whole.
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    inner.put('/api/imports/:id/content', { bodyLimit: largestFile }, answering(house, fillOne));
  });
}

type Asked = { readonly house: House; readonly actor: Actor; readonly id: string; readonly request: FastifyRequest; readonly reply: FastifyReply };
type Answer = (asked: Asked) => Promise<unknown>;

/** Who may not import learns nothing about imports. */
function answering(house: House, answer: Answer): (request: FastifyRequest, reply: FastifyReply) => Promise<unknown> {
  return async (request, reply) => {
    const actor = actorFor(request, 'import');
    if (isRefusal(actor)) return actor;
    const barred = mayImport(actor);
    if (barred) return barred;
    privately(reply);
    return answer({ house, actor, id: (request.params as { id?: string }).id ?? '', request, reply });
  };
}

const told = (outcome: Import | Refusal): unknown => (isRefusal(outcome) ? outcome : { data: tellImport(outcome) });

async function makeOne({ house, actor, request, reply }: Asked): Promise<unknown> {
  const form = readForm(making, request.body);
  if (isRefusal(form)) return form;
  request.definition = house.registry.practices.get(String(form.record))?.definition ?? null;
  const format = form.format === 'json' ? 'json' : 'csv';
  const made = await makeImport(house, { actor, name: String(form.name), record: String(form.record), format, ...wishes(form) });
  if (isRefusal(made)) return made;
  return reply
    .code(201)
    .header('location', `/api/imports/${made.id}`)
    .send({ data: tellImport(made) });
}

const wishes = (form: Input): { mapping: unknown; dry_run: boolean } => ({ mapping: form.mapping ?? null, dry_run: form.dry_run === true });

async function showOne({ house, id }: Asked): Promise<unknown> {
  const the = await findImport(house.db, id);
  return the ? { data: { ...tellImport(the), look: await lookAt(house, the) } } : refuse('not_found');
}

async function fillOne({ house, actor, id, request }: Asked): Promise<unknown> {
  const { body } = request;
  const stream = body instanceof Readable ? body : Readable.from([]);
  const outcome = await fillImport(house, { actor, id }, stream as AsyncIterable<Uint8Array>);
  if (isRefusal(outcome)) return outcome;
  return { data: { ...tellImport(outcome), look: await lookAt(house, outcome) } };
}

async function startOne({ house, actor, id, request }: Asked): Promise<unknown> {
  const form = readForm(starting, request.body ?? {});
  if (isRefusal(form)) return form;
  return told(
    await startImport(house, logbooks, {
      actor,
      id,
      ...(form.mapping ? { mapping: form.mapping } : {}),
      ...(form.dry_run === undefined ? {} : { dry_run: form.dry_run === true }),
    }),
  );
}

async function badRowsOf({ house, id, request }: Asked): Promise<unknown> {
  const the = await findImport(house.db, id);
  if (!the) return refuse('not_found');
  const query = readQuery(request.query, ['after', 'limit']);
  if (isRefusal(query)) return query;
  const [after, limit] = [wholeNumber(query, 'after', anyRow), wholeNumber(query, 'limit', pageSize)];
  if (isRefusal(after)) return after;
  return isRefusal(limit) ? limit : tellBadRows(house, the, { after, limit });
}

async function badRowsFile({ house, id, request, reply }: Asked): Promise<unknown> {
  const the = await findImport(house.db, id);
  if (!the) return refuse('not_found');
  reply.header('content-disposition', `attachment; filename="${the.id}-bad-rows.csv"`);
  return reply.type('text/csv; charset=utf-8').send(Readable.from(badRowsCsv(house, the, languageOf(request))));
}

const json = (schema: unknown) => ({ required: true, content: { 'application/json': { schema } } });
const answer = (description: string) => ({ '200': { description, content: { 'application/json': { schema: { type: 'object' } } } } });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
const failing = {
  '401': problem('Not signed in'),
  '403': problem('Not yours to do, or the token lacks the scope import'),
  '404': problem('No such import'),
  '422': problem('What is wrong with the file or the mapping'),
};
const parameters = [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }];
const withMapping = (form: Form) => {
  const schema = formSchema(form) as { properties: Record<string, unknown> };
  return { ...schema, properties: { ...schema.properties, mapping: mappingSchema } };
};
const operation = (operationId: string, summary: string) => ({ operationId: `imports.${operationId}`, summary, tags: ['doors'] });
const steering = (command: string, summary: string) => ({
  [`/api/imports/{id}/${command}`]: {
    post: { ...operation(command, summary), parameters, responses: { ...answer('The import'), ...failing, '409': problem('Not possible now') } },
  },
});

export const importPaths = {
  '/api/imports': {
    get: { ...operation('list', 'The imports, newest first'), responses: { ...answer('At most 200'), ...failing } },
    post: { ...operation('make', 'Prepare an import'), requestBody: json(withMapping(making)), responses: { '201': answer('The import')['200'], ...failing } },
  },
  '/api/imports/{id}': {
    get: { ...operation('read', 'How far it is; its columns and a proposed mapping'), parameters, responses: { ...answer('The import'), ...failing } },
  },
  '/api/imports/{id}/content': {
    put: {
      ...operation('fill', 'Upload the file, as it is'),
      parameters,
      requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      responses: { ...answer('The import, its columns and a proposed mapping'), ...failing },
    },
  },
  '/api/imports/{id}/start': {
    post: {
      ...operation('start', 'Start, dry or for real'),
      parameters,
      requestBody: json(withMapping(starting)),
      responses: { ...answer('The import'), ...failing, '409': problem('Not possible now') },
    },
  },
  ...steering('pause', 'Pause after the batch in hand'),
  ...steering('resume', 'Go on after a pause'),
  ...steering('cancel', 'End it where it stands'),
  '/api/imports/{id}/bad-rows': {
    get: { ...operation('bad_rows', 'Rows that could not be imported, and why'), parameters, responses: { ...answer('Bad rows'), ...failing } },
  },
  '/api/imports/{id}/bad-rows.csv': {
    get: {
      ...operation('bad_rows_csv', 'The same as a CSV file'),
      parameters,
      responses: { '200': { description: 'Bad rows', content: { 'text/csv': { schema: { type: 'string' } } } }, ...failing },
    },
  },
} as const;
