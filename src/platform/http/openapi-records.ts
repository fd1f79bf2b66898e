// Addresses of records in the API document: the same for every definition, as the routes are.
import { component, type Json, offered } from '../../kernel/describe.ts';
import type { Command, Definition } from '../../kernel/record.ts';
import { filterNames, isWords, sortNames } from '../../kernel/view.ts';

export type Paths = Readonly<Record<string, Json>>;

export function recordPaths(definitions: readonly Definition[]): Paths {
  return Object.assign({}, ...definitions.map(pathsOf)) as Paths;
}

const object = (properties: Json, optional: readonly string[] = []): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const array = (items: Json): Json => ({ type: 'array', items });
const text: Json = { type: 'string' };
const instant: Json = { type: 'string', format: 'date-time' };
const parameter = (name: string, place: string, description: string, schema: Json = text): Json => ({
  name,
  in: place,
  description,
  schema,
  ...(place === 'path' ? { required: true } : {}),
});

/** The answers that are refusals, once: operations refer to them. */
export const problems: Json = Object.fromEntries(
  Object.entries({
    '401': 'Not signed in',
    '403': 'Not allowed',
    '404': 'Not there, or not yours to see',
    '409': 'Not possible in this state',
    '410': 'The link has been used or is too old',
    '412': 'Somebody changed it meanwhile',
    '422': 'A field or filter is wrong',
    '429': 'Too many requests',
  }).map(([status, description]) => [status, { description, content: { 'application/problem+json': { schema: component('Problem') } } }]),
);
export const failing = (...statuses: readonly string[]): Json =>
  Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const answer = (description: string, schema: Json, headers?: Json): Json => ({
  description,
  ...(headers ? { headers } : {}),
  content: { 'application/json': { schema } },
});
const etag: Json = { ETag: { description: 'The version, in quotes', schema: text } };

/** What is answered about one record, by the name of a component. */
const oneName = (definition: Definition): string => `${definition.name}.answer`;

export function answerSchemas(definitions: readonly Definition[]): Json {
  return Object.fromEntries(definitions.map((definition) => [oneName(definition), oneSchema(definition)]));
}

function oneSchema(definition: Definition): Json {
  const clocks = array(component('Clock'));
  return object({
    data: component(definition.name),
    refs: component('Refs'),
    may: { ...array(text), description: 'Commands that are possible now: the buttons' },
    clocks,
    now: instant,
    audiences: array(component('Address')),
  });
}

function pathsOf(definition: Definition): Record<string, Json> {
  const at = `/api/${definition.plural}`;
  const opening = offered(definition).find(([, command]) => command.opens);
  const commands = offered(definition).filter(([, command]) => !command.opens);
  return {
    [at]: { get: listOperation(definition), ...(opening ? { post: commandOperation(definition, ...opening) } : {}) },
    [`${at}.csv`]: { get: exportOperation(definition) },
    [`${at}/{id}`]: { get: readOperation(definition, 'read', component(oneName(definition))) },
    [`${at}/{id}/journal`]: {
      get: readOperation(definition, 'journal', object({ data: array(component('Entry')), refs: component('Refs'), next: { type: ['integer', 'null'] } })),
    },
    [`${at}/{id}/links`]: { get: readOperation(definition, 'links', object({ data: array(component('Link')) })) },
    ...(definition.clocks
      ? {
          [`${at}/{id}/clocks`]: {
            get: readOperation(definition, 'clocks', object({ data: array(component('ClockExplained')), refs: component('Refs'), now: instant })),
          },
        }
      : {}),
    ...(definition.custody
      ? { [`${at}/{id}/ledger`]: { get: readOperation(definition, 'ledger', object({ data: component('Ledger'), refs: component('Refs'), now: instant })) } }
      : {}),
    ...Object.fromEntries(commands.map(([name, command]) => [`${at}/{id}/${name}`, { post: commandOperation(definition, name, command) }])),
  };
}

const viewParameter = (definition: Definition): Json =>
  parameter(
    'q',
    'query',
    `View: words to find, and filters such as is:open. Fields: ${filterNames(definition).join(', ')}. is: ${[...isWords, ...Object.keys(definition.states)].join(', ')}. sort: ${sortNames(definition).join(', ')}, with - for descending.`,
  );

function listOperation(definition: Definition): Json {
  const clocks = { type: 'object', additionalProperties: array(component('Clock')), description: 'By record' };
  const count = { ...object({ value: { type: 'integer' }, capped: { type: 'boolean' } }), type: ['object', 'null'], description: 'With the first page only' };
  const schema = object({
    data: array({ type: 'object', description: `Rows as of ${definition.name}, or the columns asked for` }),
    refs: component('Refs'),
    next: { type: ['string', 'null'], description: 'The next page: after' },
    count,
    clocks,
    now: instant,
  });
  const page = [
    parameter('after', 'query', 'next of the page before'),
    parameter('limit', 'query', 'Rows per page, 50 when absent', { type: 'integer', minimum: 1, maximum: 200 }),
    parameter('columns', 'query', 'Only these fields, separated by commas'),
  ];
  return operation(definition, 'list', definition.plural_label.en, {
    parameters: [viewParameter(definition), ...page],
    responses: { '200': answer('A page', schema), ...failing('401', '403', '422') },
  });
}

function exportOperation(definition: Definition): Json {
  const responses = { '200': { description: 'All that is seen, as a file', content: { 'text/csv': { schema: text } } }, ...failing('401', '403', '422') };
  return operation(definition, 'export', `${definition.plural_label.en} as CSV`, { parameters: [viewParameter(definition)], responses });
}

const idParameter = (definition: Definition): Json => parameter('id', 'path', `Such as ${definition.prefix}-12`);

function readOperation(definition: Definition, what: string, schema: Json): Json {
  const paging =
    what === 'journal'
      ? [
          parameter('before', 'query', 'next of the page before', { type: 'integer', minimum: 1 }),
          parameter('limit', 'query', 'Entries, 50 when absent', { type: 'integer', minimum: 1, maximum: 200 }),
        ]
      : [];
  const summary = what === 'read' ? definition.label.en : `${definition.label.en}: ${what}`;
  return operation(definition, what, summary, {
    parameters: [idParameter(definition), ...paging],
    responses: { '200': answer(summary, schema, what === 'read' ? etag : undefined), ...failing('401', '403', '404', '422') },
  });
}

function commandOperation(definition: Definition, name: string, command: Command): Json {
  const key = parameter('Idempotency-Key', 'header', 'The same key twice changes nothing and answers the same', {
    type: 'string',
    minLength: 1,
    maxLength: 200,
  });
  const version = parameter('If-Match', 'header', 'The version looked at, in quotes');
  const done = { [command.opens ? '201' : '200']: answer(`Fact: ${definition.name}.${command.fact}`, component(oneName(definition)), etag) };
  return operation(definition, name, command.label.en, {
    parameters: [...(command.opens ? [] : [idParameter(definition), version]), key],
    requestBody: { required: Boolean(command.needs?.length), content: { 'application/json': { schema: component(`${definition.name}.${name}`) } } },
    responses: { ...done, ...failing('401', '403', '404', '409', '412', '422', '429') },
  });
}

const operation = (definition: Definition, name: string, summary: string, rest: Json): Json => ({
  operationId: `${definition.name}.${name}`,
  summary,
  tags: [definition.name],
  ...rest,
});
