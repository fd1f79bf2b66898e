// What the API document says about the conformance of work to what is meant, and about the export of event logs.
const failing = Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const whole = { type: 'integer' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const json = (description: string, schema: object): object => ({ description, content: { 'application/json': { schema } } });
const inQuery = (name: string, description: string, schema: object = text, required = false): object => ({ name, in: 'query', required, description, schema });
const plural = { name: 'plural', in: 'path', required: true, description: 'Such as incidents', schema: text };
const period = [inQuery('from', 'First day on which a case was opened', text, true), inQuery('to', 'Last day', text, true)];
const narrowing = [
  inQuery('customer', 'Only cases that name this organisation, such as ORG-2'),
  inQuery('service', 'Only cases that name this service'),
  inQuery('supplier', 'Only cases that name this organisation or that it had'),
];
const waiting = json('The cases are still being read; ask again', object({ state: { const: 'working' }, done: whole, of: whole, now: instant }));
const step = object({ state: text, ms: { type: 'integer', description: 'milliseconds' } });

export const conformancePaths = {
  '/api/conformance/{plural}': {
    get: {
      operationId: 'conformance.map',
      summary: 'The paths that cases took beside those that are meant: ways, moves, times, loops, deviations and fitness; for the integrator',
      tags: ['conformance'],
      parameters: [plural, ...period, ...narrowing],
      responses: {
        '200': json('The map', {
          type: 'object',
          properties: { state: { const: 'ready' }, data: { type: 'object' }, as_of: instant, now: instant },
          required: ['state', 'data', 'as_of', 'now'],
        }),
        '202': waiting,
        ...failing,
      },
    },
  },
  '/api/conformance/{plural}/cases': {
    get: {
      operationId: 'conformance.cases',
      summary: 'The cases behind one figure of the map, the latest first',
      tags: ['conformance'],
      parameters: [
        plural,
        ...period,
        ...narrowing,
        inQuery(
          'figure',
          'way:KEY, event_way:KEY, odd:NAME, move:FROM>TO, state:NAME, again:NAME, loops, whole, unfit, ended, reassigned, ping_pong, bounced; all',
        ),
        inQuery('offset', 'How many to leave out', { type: 'integer', minimum: 0 }),
        inQuery('limit', 'At most so many', { type: 'integer', minimum: 1, maximum: 200 }),
      ],
      responses: {
        '200': json(
          'The cases',
          object({
            state: { const: 'ready' },
            data: many(
              object({
                id: text,
                opened_at: instant,
                ms: whole,
                ended: { type: 'boolean' },
                events: whole,
                fitness: { type: 'number' },
                oddities: many(text),
                steps: many(step),
              }),
            ),
            count: whole,
            next: { type: ['integer', 'null'] },
            refs: { $ref: '#/components/schemas/Refs' },
            now: instant,
          }),
        ),
        '202': waiting,
        ...failing,
      },
    },
  },
  '/api/conformance/{plural}/xes': {
    get: {
      operationId: 'conformance.xes',
      summary: 'The event log of the records opened in a period as XES (IEEE 1849-2016), as far as the reader may see it',
      tags: ['conformance'],
      parameters: [
        plural,
        ...period,
        inQuery('persons', 'true: names of people in place of pseudonyms, for process managers and administrators', { type: 'boolean' }),
      ],
      responses: { '200': { description: 'The log', content: { 'application/xml': { schema: text } } }, ...failing },
    },
  },
} as const;
