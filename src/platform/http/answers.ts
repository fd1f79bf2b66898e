// How answers leave: refusals become problem+json wherever they come from, faults get a number and no detail, every request one log line.
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Context, languageOf } from './context.ts';
import { problemOf, refusalOf } from './problem.ts';

export function answers(app: FastifyInstance, { house }: Context): void {
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('preSerialization', async (request, reply, payload) => (isRefusal(payload) ? problem(request, reply, payload) : payload));
  app.setErrorHandler(async (error: FastifyError & { refusal?: Refusal }, request, reply) => {
    const refusal = error.refusal ?? ofFramework(error, request) ?? refusalOf(error);
    if (refusal?.refused === 'unavailable' || refusal?.refused === 'unsure')
      house.log.warn({ err: error, request_id: request.id }, 'the database did not answer');
    if (!refusal) house.log.error({ err: error, request_id: request.id, method: request.method, route: routeOf(request) }, 'a request failed');
    return reply.send(refusal ?? refuse('fault'));
  });
  app.addHook('onResponse', async (request, reply) => {
    const { principal } = request;
    // The route, not the address: search words, cursors and link secrets stay out of the log. No bodies, no headers.
    const line = {
      request_id: request.id,
      method: request.method,
      route: routeOf(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
      who: principal?.key ?? null,
    };
    house.log.info(line, 'request');
  });
}

/** For what Fastify refuses before any hook has run: addresses that cannot be decoded. */
export function refuseEarly(error: FastifyError, request: FastifyRequest, reply: FastifyReply): void {
  const refusal = refuse('request.malformed', undefined, { detail: error.message.slice(0, 200) });
  const { status, ...said } = problemOf(refusal, { language: 'en', request_id: String(request.id), definition: null });
  reply
    .code(status)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify({ status, ...said }));
}

/** For what is no HTTP, or has headers larger than Node reads: there is no request to answer, only a socket. */
export function refuseSocket(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const large = error.code === 'HPE_HEADER_OVERFLOW';
  const detail = large ? 'the address or the headers are too long' : 'this is no HTTP request';
  const { status, ...said } = problemOf(refuse('request.malformed', undefined, { detail }), { language: 'en', request_id: '', definition: null });
  const body = JSON.stringify({ ...said, status });
  const head = `HTTP/1.1 ${status} ${said.title}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nContent-Type: application/problem+json; charset=utf-8\r\nConnection: close\r\n\r\n`;
  if (socket.writable) socket.end(head + body);
  else socket.destroy(error);
}

const routeOf = (request: FastifyRequest): string => request.routeOptions?.url ?? 'none';

function problem(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): unknown {
  const said = problemOf(refusal, { language: languageOf(request), request_id: String(request.id), definition: request.definition ?? null });
  reply.code(said.status).type('application/problem+json; charset=utf-8').header('cache-control', 'no-store');
  if (said.status === 401 && refusal.refused !== 'login.wrong') reply.header('www-authenticate', 'Bearer realm="tessera"');
  if (said.status === 503) reply.header('retry-after', '5');
  if (said.status === 429) reply.header('retry-after', String(refusal.params?.seconds ?? 60));
  return said;
}

/** What Fastify itself refuses: bodies too large or of another type, addresses that cannot be decoded. */
function ofFramework(error: FastifyError, request: FastifyRequest): Refusal | null {
  switch (error.code) {
    case 'FST_ERR_CTP_BODY_TOO_LARGE':
      return refuse('body.too_large', undefined, { limit: request.routeOptions.bodyLimit ?? 0 });
    case 'FST_ERR_CTP_INVALID_MEDIA_TYPE':
    case 'FST_ERR_CTP_INVALID_TYPE':
    case 'FST_ERR_CTP_EMPTY_TYPE':
      return refuse('body.wrong_type', undefined, { type: String(request.headers['content-type'] ?? 'no type at all').slice(0, 100) });
    default:
      return error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500
        ? refuse('request.malformed', undefined, { detail: error.message.slice(0, 200) })
        : null;
  }
}
