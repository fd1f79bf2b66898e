// What the API document says about the doors of practices that read: compositions and reports.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const failing = {
  '401': problem('Not signed in'),
  '403': problem('Not allowed'),
  '404': problem('Not there, or not yours to see'),
  '422': problem('A parameter is wrong'),
};
const text = { type: 'string' };
const whole = { type: 'integer' };
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: text });
const list = { type: 'array', items: { type: 'object' } };

const reportParameters = [
  query('month', 'A month such as 2026-10 or, inside the house, a quarter such as 2026-Q4; the present month when absent'),
  query('customer', 'Only this customer'),
  query('service', 'Only this service'),
];

export const readingPaths = {
  '/api/services/{id}/composition': {
    get: {
      operationId: 'service.composition',
      summary: 'What a service is made of, how each part is now, and whether the promises beneath carry those on it',
      tags: ['service'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as SVC-12', schema: text }],
      responses: {
        '200': answer('The composition and the chain of promises', { data: { type: 'object' }, chain: {}, refs: component('Refs'), now: text }),
        ...failing,
      },
    },
  },
  '/api/promises/{id}/chain': {
    get: {
      operationId: 'promise.chain',
      summary: 'Whether the promises beneath carry a promise, by how much, why, the ways out, and the chain as a graph',
      tags: ['promise'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as PRM-12', schema: text }],
      responses: {
        '200': answer('The verdict and the chain', {
          data: { type: 'object' },
          nodes: list,
          edges: list,
          accepted: { type: ['object', 'null'] },
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/promises/{id}/verdict': {
    post: {
      operationId: 'promise.verdict',
      summary: 'The same for a draft, with changes that are not saved',
      tags: ['promise'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as PRM-12', schema: text }],
      requestBody: {
        content: { 'application/json': { schema: { type: 'object', properties: { changes: { type: 'object', description: 'Fields of the promise' } } } } },
      },
      responses: { '200': answer('The verdict', { data: { type: 'object' }, refs: component('Refs'), now: text }), ...failing },
    },
  },
  '/api/feasibility': {
    get: {
      operationId: 'promise.feasibility',
      summary: 'Every promise of the house with its verdict, the worst first',
      tags: ['promise'],
      parameters: [
        query('customer', 'Only this customer'),
        query('service', 'Only this service'),
        query('verdict', 'Only these: broken, expired, accepted, tight or ok'),
        query('limit', 'At most so many, 200 when absent, 1000 at most'),
      ],
      responses: {
        '200': answer('The verdicts', {
          data: list,
          counts: { type: 'object' },
          checked: { type: 'integer' },
          took_ms: { type: 'integer' },
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/predictions': {
    get: {
      operationId: 'predictions',
      summary: 'Which open work will likely miss its promise as the queue stands, with the chance, the cause and what it rests on',
      tags: ['doors'],
      responses: {
        '200': answer('What is likely late comes first', {
          data: list,
          likely_late: whole,
          looked_at: whole,
          handled: whole,
          people: { type: 'object', additionalProperties: whole },
          tested: { type: 'object' },
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/promises/{id}/what-if': {
    post: {
      operationId: 'promise.what_if',
      summary: 'A past period under another promise: attainment, breaches and credits before and after, and the records that change sides. Nothing is changed',
      tags: ['promise'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as PRM-7', schema: text }],
      requestBody: {
        required: true,
        content: {
          'application/json': {
            schema: {
              type: 'object',
              required: ['from', 'to', 'change'],
              properties: {
                from: { type: 'string', format: 'date', description: 'First day, by the zone of the promise' },
                to: { type: 'string', format: 'date', description: 'Last day' },
                change: {
                  type: 'object',
                  properties: {
                    targets: { type: 'object', additionalProperties: whole, description: 'Minutes by priority; one left out is not promised' },
                    calendar: { type: 'string', description: 'Other hours, such as CAL-2' },
                    pauses: { type: 'array', items: text, description: 'Reasons for waiting that pause' },
                    attainment: { type: ['integer', 'null'] },
                    credit_bands: { type: ['object', 'null'] },
                    fee_minor: { type: ['integer', 'null'] },
                    supplier: {
                      type: 'object',
                      properties: { promise: text, instead_of: text },
                      description: 'A promise to repair of another supplier, and whose stretches it replaces (all when absent)',
                    },
                  },
                },
              },
            },
          },
        },
      },
      responses: {
        '200': answer('Both sides', {
          promise: text,
          from: text,
          to: text,
          currency: { type: ['string', 'null'] },
          before: { type: 'object' },
          after: { type: 'object' },
          looked_at: whole,
          changed_count: whole,
          changed: list,
          assumes: { type: 'array', items: text },
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/reports/month': {
    get: {
      operationId: 'reports.month',
      summary: 'The service-level report of a period: promises kept, availability, breaches and their causes, suppliers, credits, satisfaction',
      tags: ['doors'],
      parameters: reportParameters,
      responses: {
        '200': answer('The report: how it stands for each customer, its figures by service, and the list behind each figure', {
          period: text,
          zone: text,
          window: { type: 'object' },
          cut_off: text,
          reports: list,
          data: list,
          balance: list,
          behind: list,
          refs: component('Refs'),
          now: text,
        }),
        ...failing,
      },
    },
  },
  '/api/reports/month.pdf': {
    get: {
      operationId: 'reports.pdf',
      summary: 'The same report on paper, in the language of the reader',
      tags: ['doors'],
      parameters: reportParameters,
      responses: { '200': { description: 'A file', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }, ...failing },
    },
  },
  '/api/reports/month.csv': {
    get: {
      operationId: 'reports.csv',
      summary: 'The same report, one figure to a line',
      tags: ['doors'],
      parameters: reportParameters,
      responses: { '200': { description: 'A file', content: { 'text/csv': { schema: text } } }, ...failing },
    },
  },
} as const;
