// The doors of problems in the API document.
const component = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const failing = Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const number = { type: 'number' };
const whole = { type: 'integer' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const answer = (description: string, properties: Readonly<Record<string, unknown>>): object => ({
  description,
  content: { 'application/json': { schema: object({ ...properties, refs: component('Refs'), now: { type: 'string', format: 'date-time' } }) } },
});
const id = (example: string): object => ({ name: 'id', in: 'path', required: true, description: `Such as ${example}`, schema: text });
const inQuery = (name: string, description: string, required = false): object => ({ name, in: 'query', description, required, schema: text });
const reading = (the: { operationId: string; summary: string; tag: string; parameters: readonly object[]; ok: object }): Readonly<Record<string, unknown>> => ({
  get: {
    operationId: the.operationId,
    summary: the.summary,
    tags: [the.tag],
    parameters: the.parameters,
    responses: { '200': the.ok, ...failing },
  },
});
const money = { type: 'integer', description: 'minor units' };
const ms = { type: 'integer', description: 'milliseconds' };
const recurrence = object({ id: text, title: text, started_at: text, linked: { type: 'boolean' } });
const offer = { type: 'object', properties: { id: text, title: text, text: maybe, no_workaround: { type: 'boolean' }, words: many(text), share_ppm: whole } };

export const problemPaths = {
  '/api/problems/board': reading({
    operationId: 'problem.board',
    summary: 'Problems in work, accepted risks and what was closed of late, by what they cost in a year',
    tag: 'problem',
    parameters: [inQuery('service', 'Such as SVC-8'), inQuery('supplier', 'Such as ORG-5'), inQuery('team', 'Such as TEAM-3')],
    ok: answer('The costliest first', {
      data: many({ type: 'object', properties: { id: text, per_year_minor: money, share_ppm: whole, cumulative_ppm: whole } }),
    }),
  }),
  '/api/problems/{id}/cost': reading({
    operationId: 'problem.cost',
    summary: 'The cost of pain: what its incidents cost so far, and in a month and a year',
    tag: 'problem',
    parameters: [id('PRB-3')],
    ok: answer('The figures and the incidents behind them', {
      data: { type: 'object', properties: { cost_minor: money, per_month_minor: money, per_year_minor: money, impact_ms: ms, work_ms: ms } },
      rates: object({ customer_hour_minor: money, work_hour_minor: money, currency: text }),
    }),
  }),
  '/api/problems/{id}/proof': reading({
    operationId: 'problem.proof',
    summary: 'The recurrence test as it stands: what came back against what was expected',
    tag: 'problem',
    parameters: [id('PRB-3')],
    ok: answer('The test and the incidents it counts', {
      data: {
        type: 'object',
        properties: {
          baseline: many(recurrence),
          found: many(recurrence),
          expected: number,
          chance: number,
          passes: { type: 'boolean' },
          needs_days: { type: ['integer', 'null'] },
        },
      },
    }),
  }),
  '/api/problems/{id}/moments': reading({
    operationId: 'problem.moments',
    summary: 'What the journals of its incidents and changes tell, to choose a timeline from',
    tag: 'problem',
    parameters: [id('PRB-3')],
    ok: answer('Facts, oldest first', { data: many({ type: 'object' }) }),
  }),
  '/api/incidents/{id}/known-errors': reading({
    operationId: 'incident.known_errors',
    summary: 'Published known errors that look like an incident, and why',
    tag: 'incident',
    parameters: [id('INC-12')],
    ok: answer('The best first', { data: many(offer) }),
  }),
  '/api/known-errors/offers': reading({
    operationId: 'known_error.offers',
    summary: 'The same while an incident is being written',
    tag: 'known_error',
    parameters: [inQuery('service', 'Such as SVC-8', true), inQuery('title', 'What was typed so far')],
    ok: answer('The best first', { data: many(offer) }),
  }),
} as const;
