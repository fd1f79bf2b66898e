// Asking for something to happen: every command of every definition, with its id, the version looked at, and one answer shape.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Input } from '../../kernel/command.ts';
import { isId } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../house.ts';
import { perform } from '../journal/perform.ts';
import { oneAnswer } from './answer.ts';
import { actorFor, type Context, privately } from './context.ts';
import { readQuery } from './query.ts';

type Asking = { readonly house: House; readonly definition: Definition; readonly command: string; readonly target: string | null };

export function commandRoutes(app: FastifyInstance, { house }: Context): void {
  for (const { definition } of house.registry.practices.values()) {
    const at = `/api/${definition.plural}`;
    const opening = openingCommand(definition);
    if (opening) app.post(at, (request, reply) => carryOut(request, reply, { house, definition, command: opening, target: null }));
    app.post(`${at}/:id/:command`, (request, reply) => {
      const { id, command } = request.params as { id: string; command: string };
      return carryOut(request, reply, { house, definition, command, target: id });
    });
  }
}

/** What a POST to the collection does. Silent commands belong to reactions, imports and the clock, not to visitors. */
export function openingCommand(definition: Definition): string | undefined {
  return Object.keys(definition.commands).find((name) => definition.commands[name]?.opens && !definition.commands[name].silent);
}

export const isOffered = (definition: Definition, name: string): boolean => Object.hasOwn(definition.commands, name) && !definition.commands[name]?.silent;

async function carryOut(request: FastifyRequest, reply: FastifyReply, { house, definition, command, target }: Asking): Promise<unknown> {
  request.definition = definition;
  const actor = actorFor(request, `${definition.name}.${command}`);
  if (isRefusal(actor)) return actor;
  const query = readQuery(request.query, []);
  if (isRefusal(query)) return query;
  if (!isOffered(definition, command) || (target !== null && definition.commands[command]?.opens)) {
    return refuse('unknown_command', undefined, { command: command.slice(0, 60), record: definition.name });
  }
  if (target !== null && !isId(target)) return refuse('not_found');
  const input = bodyOf(request);
  if (isRefusal(input)) return input;
  const id = commandId(request, house);
  if (typeof id !== 'string') return id;
  const expects = expectedVersion(request);
  if (isRefusal(expects)) return expects;
  const channel = request.principal?.session ? 'web' : 'api';
  const outcome = await perform(house, { id, record: definition.name, command, target, input, actor, channel, expects });
  if (isRefusal(outcome)) return outcome;
  privately(reply);
  reply.header('etag', `"${outcome.row.version}"`);
  if (outcome.replayed) reply.header('idempotent-replayed', 'true');
  if (target === null) reply.code(201).header('location', `/api/${definition.plural}/${outcome.row.id}`);
  return oneAnswer(house, { actor, definition, row: outcome.row, clocks: outcome.clocks });
}

export function bodyOf(request: FastifyRequest): Input | Refusal {
  const body = request.body ?? {};
  return typeof body === 'object' && !Array.isArray(body) ? (body as Input) : refuse('body.not_object');
}

/** The client's key, made the principal's own, so that one cannot meet (or read) another's. Without one every request is new. */
export function commandId(request: FastifyRequest, house: House): string | Refusal {
  const given = request.headers['idempotency-key'];
  if (given === undefined) return house.chance.uuid();
  if (typeof given !== 'string' || !/^[\x20-\x7e]{1,200}$/.test(given)) return refuse('header.idempotency_key');
  return `${request.principal?.key}:${given}`;
}

function expectedVersion(request: FastifyRequest): number | null | Refusal {
  const given = request.headers['if-match'];
  if (given === undefined || given === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(given)?.[1];
  return version === undefined ? refuse('header.if_match') : Number(version);
}
