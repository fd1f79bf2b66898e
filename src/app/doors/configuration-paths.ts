// What the API document says about the past of the configuration.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const text = { type: 'string' } as const;
const maybe = { type: ['string', 'null'] } as const;
const list = (items: unknown) => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties, required: Object.keys(properties) });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: object(properties) } },
});
const failing = {
  '401': problem('Not signed in'),
  '403': problem('Not allowed'),
  '404': problem('Not there, or not yours to see'),
  '422': problem('A parameter is wrong'),
};
const id = (example: string) => ({ name: 'id', in: 'path', required: true, description: `Such as ${example}`, schema: text });
const value = object({ field: text, before: {}, after: {} });
const relation = object({ id: text, subject: text, kind: text, object: text, redundancy: maybe, need: { type: ['integer', 'null'] } });
const item = object({ id: text, name: text, type: text, state: text, owner: text, team: maybe, attributes: { type: 'object' } });

export const configurationPaths = {
  '/api/configuration_items/{id}/as-of': {
    get: {
      operationId: 'configuration_item.as_of',
      summary: 'An item as it was at an instant, its relations then, and what is otherwise now',
      tags: ['configuration_item'],
      parameters: [id('CI-12'), { name: 'at', in: 'query', description: 'An instant with zone, such as 2026-03-01T09:30:00Z; now when absent', schema: text }],
      responses: {
        '200': answer('The item then; data is null when it was not there yet', {
          data: { type: ['object', 'null'] },
          relations: list(relation),
          differences: list(value),
          at: text,
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/baselines/{id}/comparison': {
    get: {
      operationId: 'baseline.comparison',
      summary: 'What was added, removed and changed from a baseline to another one, or to now',
      tags: ['baseline'],
      parameters: [id('BSL-2'), { name: 'with', in: 'query', description: 'The number of another baseline, or now', schema: text }],
      responses: {
        '200': answer('The differences, attribute by attribute', {
          data: object({
            added: list(item),
            removed: list(item),
            changed: list(object({ id: text, name: text, values: list(value) })),
            relations_added: list(relation),
            relations_removed: list(relation),
            same: { type: 'integer' },
            with: text,
          }),
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
} as const;
