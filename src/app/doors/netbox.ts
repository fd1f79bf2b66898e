// A NetBox dump over HTTP: sent as it is, dry or for real; the answer is the report, and how far it is can be asked meanwhile.
import { Readable } from 'node:stream';
import { gunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { mayImport } from '../../platform/import/run.ts';
import { takeNetbox } from '../netbox.ts';
import type { NetboxReport } from '../netbox-report.ts';

/** Bytes as sent, and unpacked: far more than the largest NetBox known to us. */
const largest = { sent: 64 * 1_048_576, unpacked: 384 * 1_048_576 };
type Progress = { readonly phase: string; readonly done: number; readonly total: number; readonly dry_run: boolean };
/** How far the import of a house is; null when none runs. It is lost with the process, as the import is. */
const running = new WeakMap<House['db'], Progress>();

export function netboxDoor(app: FastifyInstance, house: House): void {
  app.get('/api/netbox', async (request, reply) => {
    const actor = actorFor(request, 'import');
    if (isRefusal(actor)) return actor;
    const barred = mayImport(actor);
    if (barred) return barred;
    privately(reply);
    return { data: running.get(house.db) ?? null };
  });
  app.register(async (inner) => {
    inner.removeAllContentTypeParsers();
    inner.addContentTypeParser('*', (_request, payload, done) => done(null, payload));
    inner.put('/api/netbox', { bodyLimit: largest.sent }, (request, reply) => {
      privately(reply);
      return take(house, request);
    });
  });
}

async function take(house: House, request: FastifyRequest): Promise<{ data: NetboxReport } | Refusal> {
  const actor = actorFor(request, 'import');
  if (isRefusal(actor)) return actor;
  const asked = mayImport(actor) ?? readQuery(request.query, ['dry_run', 'owner']);
  if (isRefusal(asked)) return asked;
  const owner = asked.owner ?? null;
  if (owner !== null && !(await isOrganisation(house, owner))) return refuse('field.not_there', 'owner', { field: 'owner', value: owner });
  const content = await contentOf(request.body);
  if (isRefusal(content)) return content;
  const dry_run = asked.dry_run === 'true' || asked.dry_run === '1';
  const progress = (phase: string, done: number, total: number): void => void running.set(house.db, { phase, done, total, dry_run });
  try {
    const report = await takeNetbox(house, { actor, content, dry_run, owner, progress });
    return isRefusal(report) ? report : { data: report };
  } finally {
    running.delete(house.db);
  }
}

async function isOrganisation(house: House, id: string): Promise<boolean> {
  return isId(id) && (await house.db.query('select 1 from organisation where id = $1 and open', [id])).length > 0;
}

/** JSON, plain or gzipped; a refusal when it is neither or too much. */
async function contentOf(body: unknown): Promise<unknown> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body instanceof Readable ? body : Readable.from([])) {
    bytes += (part as Buffer).length;
    if (bytes > largest.sent) return refuse('import.too_large', undefined, { limit: largest.sent });
    parts.push(part as Buffer);
  }
  const sent = Buffer.concat(parts);
  try {
    const plain = sent[0] === 0x1f && sent[1] === 0x8b ? await unpacked(sent) : sent;
    return JSON.parse(plain.toString('utf8')) as unknown;
  } catch {
    return refuse('netbox.no_dump');
  }
}

const unpacked = (bytes: Buffer): Promise<Buffer> =>
  new Promise((done, fail) => gunzip(bytes, { maxOutputLength: largest.unpacked }, (error, plain) => (error ? fail(error) : done(plain))));

const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
const json = (description: string, data: unknown) => ({
  description,
  content: { 'application/json': { schema: { ...object({ data }), required: ['data'] } } },
});
const failing = { '401': problem('Not signed in'), '403': problem('Not yours to do, or the token lacks the scope import') };
const listOf = (properties: Readonly<Record<string, unknown>>) => ({ type: 'array', items: object(properties) });
const report = object({
  at: text,
  dry_run: { type: 'boolean' },
  objects: whole,
  counts: listOf({ model: text, objects: whole, taken: whole, folded: whole, left_out: whole, bad: whole, reason: text }),
  items: object({ added: whole, changed: whole, confirmed: whole, same: whole, gone: whole }),
  relations: object({ added: whole, ended: whole, same: whole }),
  gone: listOf({ id: text, name: text, key: text }),
  bad: listOf({ row: { type: ['integer', 'null'] }, object: text, code: text, value: text, params: { type: 'object' } }),
  bad_count: whole,
});

export const netboxPaths = {
  '/api/netbox': {
    get: {
      operationId: 'netbox.progress',
      summary: 'How far the import of a NetBox dump is; null when none runs',
      tags: ['doors'],
      responses: {
        '200': json('Phase and count', { anyOf: [object({ phase: text, done: whole, total: whole, dry_run: { type: 'boolean' } }), { type: 'null' }] }),
        ...failing,
      },
    },
    put: {
      operationId: 'netbox.take',
      summary: 'Take a NetBox dump in (JSON of `manage.py dumpdata`, plain or gzipped); the same dump again changes nothing',
      tags: ['doors'],
      parameters: [
        { name: 'dry_run', in: 'query', description: 'true: say what would be done, and write nothing', schema: text },
        { name: 'owner', in: 'query', description: 'Whose items new ones are, such as ORG-4; the integrator when absent', schema: text },
      ],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } },
      responses: { '200': json('What was done with every object', report), ...failing, '422': problem('No dump, or a parameter is wrong') },
    },
  },
} as const;
