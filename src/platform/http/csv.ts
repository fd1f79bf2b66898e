// A list as a CSV file: what its reader sees, in the order they see it, with nothing in it that a spreadsheet would execute.
import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type AnyRow, type Definition, shown } from '../../kernel/record.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { actorFor, type Context } from './context.ts';
import { readQuery } from './query.ts';
import { pageOf } from './records.ts';

const pageSize = 200;
/** More is a matter for the backup or the API: a spreadsheet opens no more anyway. */
const mostRows = 100_000;

export function csvRoutes(app: FastifyInstance, { house }: Context): void {
  for (const { definition } of house.registry.practices.values()) {
    app.get(`/api/${definition.plural}.csv`, (request, reply) => exported(request, reply, { house, definition }));
  }
}

async function exported(request: FastifyRequest, reply: FastifyReply, { house, definition }: { house: House; definition: Definition }): Promise<unknown> {
  request.definition = definition;
  const actor = actorFor(request, 'read');
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, ['q']);
  if (isRefusal(query)) return query;
  const asked = { house, definition, actor, q: query.q ?? '' };
  // The first page is read before the answer begins, so that a wrong filter is a refusal and not half a file.
  const first = await pageOf(house, { ...asked, after: null, limit: pageSize });
  if (isRefusal(first)) return first;
  reply.header('cache-control', 'no-store').header('content-disposition', `attachment; filename="${definition.plural}.csv"`);
  return reply.type('text/csv; charset=utf-8').send(Readable.from(lines(asked, first)));
}

type Exporting = { readonly house: House; readonly definition: Definition; readonly actor: Actor; readonly q: string };

async function* lines(asked: Exporting, first: { data: AnyRow[]; next: string | null }): AsyncGenerator<string> {
  const columns = csvColumns(asked.definition, asked.actor);
  yield `\ufeff${csvLine(columns)}`;
  let page: { data: AnyRow[]; next: string | null } = first;
  for (let count = page.data.length; ; count += page.data.length) {
    yield page.data.map((row) => csvLine(columns.map((name) => row[name]))).join('');
    if (!page.next || count >= mostRows) return;
    const next: { data: AnyRow[]; next: string | null } | Refusal = await pageOf(asked.house, { ...asked, after: page.next, limit: pageSize });
    if (isRefusal(next)) return;
    page = next;
  }
}

function csvColumns(definition: Definition, actor: Actor): string[] {
  const own = Object.keys(definition.fields).filter((name) => shown(definition.fields[name], actor.side));
  return ['id', 'state', ...own, 'due', 'opened_at', 'updated_at', 'closed_at', 'version'];
}

/** RFC 4180: CRLF, quotes doubled. */
export function csvLine(values: readonly unknown[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : Array.isArray(value) ? value.join(' ') : JSON.stringify(value);
  // A cell that begins like a formula is one to a spreadsheet (OWASP, CSV injection): the apostrophe makes it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
