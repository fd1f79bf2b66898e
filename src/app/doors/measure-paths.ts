// What the API document says about measures, objectives and the scorecard.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const failing = { '401': problem('Not signed in'), '403': problem('Not allowed'), '404': problem('Not there'), '422': problem('A parameter is wrong') };
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const number = { type: ['number', 'null'] };
const value = {
  type: 'object',
  properties: { period: text, value: number, numerator: number, denominator: number },
  required: ['period', 'value', 'numerator', 'denominator'],
};
const id = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'The code of a formula, such as incident.mtrs_wall, or a number such as MSR-3',
  schema: text,
};
const query = (name: string, description: string, required = false) => ({ name, in: 'query', required, description, schema: text });
const narrowing = [query('customer', 'Only this customer, where the formula can tell'), query('service', 'Only this service, where the formula can tell')];
const rows = { type: 'array', items: { type: 'object' } };

const file = (media: string, schema: object) => ({ description: 'The file', content: { [media]: { schema } } });
const board = answer('The scorecard', {
  period: text,
  frozen: { type: ['object', 'null'] },
  editions: rows,
  data: rows,
  maturity: rows,
  may: { type: 'array', items: text },
  refs: component('Refs'),
  now: instant,
});

export const measurePaths = {
  '/api/measures/{id}/values': {
    get: {
      operationId: 'measure.values',
      summary: 'The values of a measure by period with its control chart; the last period may still run. For the integrator',
      tags: ['measure'],
      parameters: [id, query('per', 'week, month or quarter'), query('periods', '1 to 60; 14 when left out'), ...narrowing],
      responses: {
        '200': answer('The formula in words, the values and how they behave', {
          formula: { type: 'object' },
          measure: { type: ['object', 'null'] },
          grain: { enum: ['week', 'month', 'quarter'] },
          values: { type: 'array', items: value },
          running: { type: 'boolean' },
          behaviour: { type: 'object' },
          capability: number,
          refs: component('Refs'),
          now: instant,
        }),
        ...failing,
      },
    },
  },
  '/api/measures/{id}/records': {
    get: {
      operationId: 'measure.records',
      summary: 'The records behind one value, by number: those that add to the numerator, or all that were looked at. For the integrator',
      tags: ['measure'],
      parameters: [
        id,
        query('period', 'Such as 2026-03, 2026-W12 or 2026-Q1', true),
        query('part', 'numerator or denominator'),
        query('after', 'The last number of the page before'),
        query('limit', '1 to 200; 50 when left out'),
        ...narrowing,
      ],
      responses: {
        '200': answer('The records', { code: text, period: text, part: text, data: rows, next: { type: ['string', 'null'] }, now: instant }),
        ...failing,
      },
    },
  },
  '/api/measure-figures': {
    get: {
      operationId: 'measure.figures',
      summary: 'How every measure in use stands by the last month that is over, with thirteen months before it; for the integrator',
      tags: ['measure'],
      responses: { '200': answer('The figures', { data: rows, unused: { type: 'array', items: text }, refs: component('Refs'), now: instant }), ...failing },
    },
  },
  '/api/line-of-sight': {
    get: {
      operationId: 'objective.line',
      summary:
        'Objectives from strategic to operational with their figures and status, the decisions about them, and where the line is broken; for the integrator',
      tags: ['objective'],
      responses: {
        '200': answer('The line of sight', { data: rows, figures: rows, decided: rows, gaps: { type: 'object' }, refs: component('Refs'), now: instant }),
        ...failing,
      },
    },
  },
  ...Object.fromEntries(
    [
      ['', 'scorecard.board', 'as JSON', board],
      ['.csv', 'scorecard.csv', 'as CSV', file('text/csv', text)],
      ['.pdf', 'scorecard.pdf', 'as PDF', file('application/pdf', { type: 'string', format: 'binary' })],
    ].map(([ending, operationId, how, ok]) => [
      `/api/scorecard${ending}`,
      {
        get: {
          operationId,
          summary: `The figures on the scorecard of a month or quarter that is over, frozen where they were frozen, ${how}; for the integrator`,
          tags: ['scorecard'],
          parameters: [
            query('period', 'Such as 2026-03 or 2026-Q1; the last month that is over when left out'),
            query('edition', 'A frozen edition, or now; the latest when left out'),
          ],
          responses: {
            '200': ok,
            ...failing,
          },
        },
      },
    ]),
  ),
} as const;
