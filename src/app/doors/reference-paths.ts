// What the API document says about reference models and vocabularies.
const failing = (...statuses: readonly string[]) => Object.fromEntries(statuses.map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' } as const;
const whole = { type: 'integer' } as const;
const list = (items: unknown) => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, unknown>>) => ({ type: 'object', properties, required: Object.keys(properties) });
const map = (values: unknown) => ({ type: 'object', additionalProperties: values });
const said = object({ en: text, nl: text, de: text });
const sure = object({ certainty: { enum: ['H', 'M', 'L', 'I', 'X'] }, sources: list(text) });
const cell = object({ at: list(text), sure });
const names = map(map(said));
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: object(properties) } },
});
const key = { name: 'key', in: 'path', required: true, description: 'Such as itil-4 or iso20000-1', schema: text };
const row = object({ key: text, name: said, levels: list(text), cells: map(cell) });
const term = object({ of: text, say: map(text), plural: map(text), sure });

export const referencePaths = {
  '/api/models': {
    get: {
      operationId: 'models',
      summary: 'The reference models, with how many statements of each were read, are common knowledge, weak, reconstructed or not found',
      tags: ['doors'],
      responses: {
        '200': answer('The models; faults are mistakes in files of the house’s own, told to those who can mend them', {
          data: list(
            object({
              key: text,
              name: said,
              edition: said,
              about: said,
              marks: said,
              own: { type: 'boolean' },
              processes: whole,
              words: whole,
              statements: map(whole),
            }),
          ),
          faults: list(object({ file: text, line: { type: ['integer', 'null'] }, path: text, reason: said })),
        }),
        ...failing('401', '403'),
      },
    },
  },
  '/api/models/compare': {
    get: {
      operationId: 'models.compare',
      summary: 'The characteristics of models side by side, and the processes of the field in each of them',
      tags: ['doors'],
      parameters: [{ name: 'of', in: 'query', description: 'Keys with commas between; every model when absent', schema: text }],
      responses: {
        '200': answer('Characteristics with their provenance; rows of the field with a cell for each model', {
          data: list(object({ key: text, name: said, edition: said, characteristics: map(object({ text: said, sure })), sources: map({ type: 'object' }) })),
          table: object({ sources: map({ type: 'object' }), rows: list(row) }),
          names,
        }),
        ...failing('401', '403', '422'),
      },
    },
  },
  '/api/models/crosswalk': {
    get: {
      operationId: 'models.crosswalk',
      summary: 'Where the records and commands of this product stand in every model',
      tags: ['doors'],
      responses: {
        '200': answer('A line for each record, and for commands that stand elsewhere', {
          data: list(object({ of: text, row: text, cells: map(cell) })),
          names,
        }),
        ...failing('401', '403'),
      },
    },
  },
  '/api/models/{key}': {
    get: {
      operationId: 'models.one',
      summary: 'One model: processes, relations, roles, words and sources, each statement with its provenance; and our records in it',
      tags: ['doors'],
      parameters: [key],
      responses: {
        '200': answer('The model', { data: { type: 'object' }, standing: list(object({ of: text, process: text, sure })), statements: map(whole) }),
        ...failing('401', '403', '404'),
      },
    },
  },
  '/api/vocabularies': {
    get: {
      operationId: 'vocabularies',
      summary: 'In whose words the product can speak, and which the house speaks unless somebody chose otherwise',
      tags: ['doors'],
      responses: { '200': answer('The vocabularies', { data: list(object({ key: text, name: said, words: whole })), house: text }), ...failing('401') },
    },
  },
  '/api/vocabularies/{key}': {
    get: {
      operationId: 'vocabularies.one',
      summary: 'The words of a model for records, fields, options, commands and screens of this product',
      tags: ['doors'],
      parameters: [key],
      responses: { '200': answer('The words; a language without one keeps the product’s own', { data: list(term) }), ...failing('401', '404') },
    },
  },
  '/api/vocabularies/default': {
    put: {
      operationId: 'vocabularies.default',
      summary: 'Choose the words of the house, for everybody who chose none',
      tags: ['doors'],
      requestBody: { required: true, content: { 'application/json': { schema: { ...object({ vocabulary: text }), additionalProperties: false } } } },
      responses: { '200': answer('Chosen', { house: text }), ...failing('401', '403', '422') },
    },
  },
} as const;
