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
const query = (name: string, description: string) => ({ name, in: 'query', description, schema: text });
const list = { type: 'array', items: { type: 'object' } };

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
  '/api/reports/month': {
    get: {
      operationId: 'reports.month',
      summary: 'The report of a month: promises kept, availability, and whose time it was',
      tags: ['doors'],
      parameters: [
        query('month', 'Such as 2026-10; the present month when absent'),
        query('customer', 'Only this customer'),
        query('service', 'Only this service'),
      ],
      responses: {
        '200': answer('The month', { month: text, zone: text, window: { type: 'object' }, cut_off: text, data: list, refs: component('Refs'), now: text }),
        ...failing,
      },
    },
  },
} as const;
