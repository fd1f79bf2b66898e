// The doors of scans for problem candidates in the API document.
const component = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const failing = Object.fromEntries(['401', '403', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const maybe = { type: ['string', 'null'] };
const whole = { type: 'integer' };
const now = { type: 'string', format: 'date-time' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const answer = (description: string, properties: Readonly<Record<string, unknown>>): object => ({
  description,
  content: { 'application/json': { schema: object({ ...properties, now }) } },
});
const as_of = { name: 'as_of', in: 'query', required: false, description: 'The last day that counts, such as 2026-11-03; yesterday when absent', schema: text };
const counts = { proposed: whole, refreshed: whole, returned: whole, expired: whole };
const scan = object({ at: now, as_of: text, cases: whole, findings: whole, ms: { type: 'integer', description: 'milliseconds' }, ...counts });
const tag = { tags: ['problem_candidate'] };

export const candidatePaths = {
  '/api/problem-candidates/scan': {
    get: {
      operationId: 'problem_candidate.scans',
      summary: 'When incidents were last scanned for problem candidates, what came of it, and when they will be next',
      ...tag,
      responses: {
        '200': answer('The last scan', { data: object({ last: { anyOf: [scan, { type: 'null' }] }, running: { type: 'boolean' }, next: maybe }) }),
        ...failing,
      },
    },
    post: {
      operationId: 'problem_candidate.scan',
      summary: 'Scans now and keeps what it finds, for those who answer for problems',
      ...tag,
      parameters: [as_of],
      responses: {
        '200': answer('The numbers of candidates that are new, changed, back or lapsed', {
          data: { anyOf: [object({ proposed: many(text), refreshed: many(text), returned: many(text), expired: many(text), scan }), { type: 'null' }] },
          refs: component('Refs'),
        }),
        ...failing,
      },
    },
  },
  '/api/problem-candidates/findings': {
    get: {
      operationId: 'problem_candidate.findings',
      summary: 'What a scan finds; nothing is kept',
      ...tag,
      parameters: [as_of],
      responses: {
        '200': answer('The most improbable first', {
          data: many(
            object({
              key: text,
              kind: { enum: ['service', 'item', 'supplier', 'change', 'topic'] },
              group: maybe,
              words: many(text),
              window_days: whole,
              since: { type: 'string', format: 'date' },
              until: { type: 'string', format: 'date' },
              seen: whole,
              expected: { type: 'number' },
              odds: { type: 'number', description: 'The probability of so many by chance, before the correction for looking often' },
              cases: many(text),
              also: many(text),
            }),
          ),
          scan: object({ as_of: maybe, cases: whole, ms: whole }),
          refs: component('Refs'),
        }),
        ...failing,
      },
    },
  },
} as const;
