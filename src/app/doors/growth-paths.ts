// What the API document says about the ladder of contracting.
const component = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const failing = Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const whole = { type: 'integer' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const gate = object({
  gate: { type: 'string', description: 'The name of the gate’s query' },
  needs: whole,
  within_days: whole,
  found: { type: 'integer', description: 'How many records prove it' },
  ids: { ...many(text), description: 'The latest of them, at most five' },
  lacks: { ...many(text), description: 'What should have something and has not' },
  met: { type: 'boolean' },
  missing: { type: 'integer', description: 'How many records are yet to be made' },
});
const standing = object({
  customer: text,
  service: text,
  stage: { type: 'integer', description: 'The highest stage with all gates of it and below met; 0 is the lowest' },
  before: { type: ['integer', 'null'], description: 'The stage a quarter ago; null when there was nothing between the two' },
  stages: many(object({ code: text, met: { type: 'boolean' }, gates: many(gate) })),
  next: { anyOf: [object({ stage: whole, distance: whole, steps: many(gate) }), { type: 'null' }] },
});

export const growthPaths = {
  '/api/growth': {
    get: {
      operationId: 'growth',
      summary: 'Where each customer’s services stand on the ladder of contracting, from evidence: every gate with what proves it and what is missing',
      tags: ['growth'],
      parameters: [
        { name: 'customer', in: 'query', required: false, description: 'One customer, such as ORG-2; managers of customers see their own', schema: text },
        { name: 'as_of', in: 'query', required: false, description: 'The last day that counts, such as 2026-11-03; now when absent', schema: text },
      ],
      responses: {
        '200': {
          description: 'Customers by services',
          content: {
            'application/json': {
              schema: object({ data: many(standing), ladder: { type: 'object' }, as_of: instant, before: instant, refs: component('Refs'), now: instant }),
            },
          },
        },
        ...failing,
      },
    },
  },
} as const;
