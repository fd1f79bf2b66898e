// What the API document says about impact and what is stood on.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const failing = Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' } as const;
const maybe = { type: ['string', 'null'] } as const;
const whole = { type: 'integer' } as const;
const yes = { type: 'boolean' } as const;
const list = (items: unknown) => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties, required: Object.keys(properties) });
const effect = { enum: ['down', 'degraded'] };
const answer = (description: string, data: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: object({ data: object(data), refs: component('Refs'), now: text }) } },
});
const id = (example: string) => ({ name: 'id', in: 'path', required: true, description: `Such as ${example}`, schema: text });
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: text });
const standsOn = (record: string, example: string) => ({
  get: {
    operationId: `${record}.stands_on`,
    summary: 'What it stands on, however far down, whose that is, and what alone takes a service down',
    tags: [record],
    parameters: [id(example), query('at', 'As things stood at this instant; now when absent')],
    responses: {
      '200': answer('The nearest first', {
        services: list(text),
        supports: list(object({ id: text, name: text, owner: text, type: maybe, state: text, hops: whole, alone: { type: ['boolean', 'null'] } })),
        owners: list(object({ owner: text, services: whole, items: whole, alone: whole })),
        truncated: yes,
      }),
      ...failing,
    },
  },
});

export const impactPaths = {
  '/api/impact/{id}': {
    get: {
      operationId: 'impact',
      summary: 'What the failure of a service or item hits: services, customers and promises, with the redundancy that is left',
      tags: ['configuration_item'],
      parameters: [
        id('CI-12 or SVC-3'),
        query('with', 'What fails with it: numbers with commas between, such as CI-13,SVC-2'),
        query('at', 'As things stood at this instant; without it now, counting in what fails already'),
        query('until', 'With at: everything that stands at any moment of the window, and how many minutes of the hours of each promise lie in it'),
      ],
      responses: {
        '200': answer('The nearest first; at most 500 of each list', {
          failing: list(text),
          now: list(object({ id: text, incidents: list(text) })),
          at: maybe,
          until: maybe,
          hits: list(object({ id: text, effect, hops: whole, via: maybe, already: yes })),
          counts: object({ items: whole, services: whole, customers: whole, promises: whole }),
          customers: list(object({ customer: text, service: text, effect, promises: list(text), already: yes })),
          promises: list({ type: 'object', properties: { id: text, name: text, metric: text, minutes: { type: ['integer', 'null'] } } }),
          spares: list(object({ part: text, need: whole, of: whole, left: whole, lost: list(text) })),
          truncated: yes,
        }),
        ...failing,
      },
    },
  },
  '/api/organisations/{id}/stands-on': standsOn('organisation', 'ORG-3'),
  '/api/services/{id}/stands-on': standsOn('service', 'SVC-3'),
} as const;
