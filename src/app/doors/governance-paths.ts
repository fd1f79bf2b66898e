// What the API document says about forums, agendas, service reviews, the register of improvements and maturity.
const component = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const failing = Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const whole = { type: 'integer' };
const instant = { type: 'string', format: 'date-time' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const id = (example: string): object => ({ name: 'id', in: 'path', required: true, description: `Such as ${example}`, schema: text });
const asked = (name: string, description: string, required = false): object => ({ name, in: 'query', description, required, schema: text });
type Told = {
  operationId: string;
  summary: string;
  tag: string;
  parameters?: readonly object[];
  description: string;
  data: object;
  more?: Readonly<Record<string, unknown>>;
};
const reading = ({ operationId, summary, tag, parameters = [], description, data, more = {} }: Told): Readonly<Record<string, unknown>> => ({
  get: {
    operationId,
    summary,
    tags: [tag],
    parameters,
    responses: { '200': { description, content: { 'application/json': { schema: object({ data, ...more, now: instant }) } } }, ...failing },
  },
});
const refs = { refs: component('Refs') };
const shown = object({ met: whole, of: whole, plural: text, q: text });
const point = object({ code: text, count: whole, plural: text, q: text, records: many(object({ id: text, title: text })) });

export const governancePaths = {
  '/api/forums/overview': reading({
    operationId: 'forum.overview',
    summary: 'The forums of the reader: what was held, what is planned, which days the cadence proposes, and how their actions stand',
    tag: 'governance',
    description: 'By name',
    data: many({ type: 'object', properties: { id: text, name: text, next_at: maybe, proposed: many(instant), open_actions: whole, late_actions: whole } }),
    more: { boards: many({ type: 'object' }), may: many(text), ...refs },
  }),
  '/api/meetings/{id}/agenda': reading({
    operationId: 'meeting.agenda',
    summary: 'The agenda: frozen once the meeting was held, else as the data says it now; each reader finds the records that are theirs to see',
    tag: 'governance',
    parameters: [id('MTG-3')],
    description: 'Points with the records they found',
    data: object({ points: many(point), at: instant, frozen: { type: 'boolean' } }),
    more: refs,
  }),
  '/api/reviews/{id}': reading({
    operationId: 'review.read',
    summary: 'A service review: the figures of its month, what is said about them, what the customer undertook, and the actions',
    tag: 'governance',
    parameters: [id('MTG-3')],
    description: 'The customer reads it once it is shared, without suppliers',
    data: {
      type: 'object',
      properties: {
        id: text,
        period: text,
        shared_at: maybe,
        services: many({ type: 'object' }),
        breaches: many({ type: 'object' }),
        obligations: many({ type: 'object' }),
      },
    },
    more: { behind: many({ type: 'object' }), ...refs },
  }),
  '/api/reviews/{id}/paper.pdf': {
    get: {
      operationId: 'review.paper',
      summary: 'The agenda or the whole pack of a service review on paper',
      tags: ['governance'],
      parameters: [id('MTG-3'), asked('part', 'agenda or pack')],
      responses: { '200': { description: 'A PDF', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }, ...failing },
    },
  },
  '/api/improvements/portfolio': reading({
    operationId: 'improvement.portfolio',
    summary: 'The register as a whole: how many stand where, the limit, and what was proven this year by unit',
    tag: 'improvement',
    parameters: [asked('level', 'operational, tactical or strategic'), asked('process', 'Such as PRO-3'), asked('customer', 'Such as ORG-2')],
    description: 'Counts and sums',
    data: object({
      counts: { type: 'object' },
      limit: whole,
      doing: whole,
      proven: many({ type: 'object' }),
      saved_minutes: whole,
      measured: whole,
      proven_count: whole,
    }),
    more: refs,
  }),
  '/api/maturity': reading({
    operationId: 'maturity.read',
    summary: 'The level of every process that was assessed, the one before, its goal, and what holds it back; with the questionnaire',
    tag: 'improvement',
    description: 'By process',
    data: many({
      type: 'object',
      properties: { process: text, id: text, score: whole, previous: { type: ['integer', 'null'] }, goal: { type: ['integer', 'null'] } },
    }),
    more: { questionnaire: { type: 'object' }, ...refs },
  }),
  '/api/maturity/shown': reading({
    operationId: 'maturity.shown',
    summary: 'What the records say of the questions about a process by themselves',
    tag: 'improvement',
    parameters: [asked('process', 'Such as PRO-3', true)],
    description: 'By question',
    data: { type: 'object', additionalProperties: shown },
  }),
  '/api/checklists': reading({
    operationId: 'checklists',
    summary: 'The checklists that audits can be by',
    tag: 'improvement',
    description: 'With their clauses',
    data: many({ type: 'object', properties: { code: text, source: text, clauses: many({ type: 'object' }) } }),
  }),
  '/api/audits/{id}/shown': reading({
    operationId: 'audit.shown',
    summary: 'What the records say of the questions of an audit by themselves',
    tag: 'improvement',
    parameters: [id('AUD-2')],
    description: 'By clause',
    data: { type: 'object', additionalProperties: shown },
  }),
};
