// What the API document says about the judgement of a change and the key figures of changes.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const failing = { '401': problem('Not signed in'), '403': problem('Not allowed'), '404': problem('Not there, or not yours to see') };
const figure = {
  type: 'object',
  properties: {
    name: { enum: ['success', 'emergency', 'unauthorised', 'backed_out', 'incidents', 'lead_time', 'to_review'] },
    value: { type: 'integer', description: 'A count; hours for the lead time' },
    of: { type: ['integer', 'null'], description: 'Out of how many; null when it is no share' },
    list: { enum: ['changes', 'incidents'] },
    q: { type: 'string', description: 'The view of that list with the records behind it' },
  },
  required: ['name', 'value', 'of', 'list', 'q'],
};

export const changesPaths = {
  '/api/changes/{id}/judgement': {
    get: {
      operationId: 'change.judgement',
      summary: 'The risk of a change with its reasons, as kept and as reckoned now, and everybody it hits by name; for the integrator',
      tags: ['change'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as CHG-3', schema: text }],
      responses: { '200': answer('The judgement', { data: { type: 'object' }, refs: component('Refs'), now: instant }), ...failing },
    },
  },
  '/api/change-figures': {
    get: {
      operationId: 'change.figures',
      summary: 'The key figures of the changes raised in the last days, each with the view that shows the records behind it; for the integrator',
      tags: ['change'],
      parameters: [
        { name: 'days', in: 'query', required: false, description: '1 to 3660; 90 when left out', schema: { type: 'integer', minimum: 1, maximum: 3660 } },
      ],
      responses: {
        '200': answer('The figures', { data: { type: 'array', items: figure }, since: instant, now: instant }),
        ...failing,
        '422': problem('days is wrong'),
      },
    },
  },
} as const;
