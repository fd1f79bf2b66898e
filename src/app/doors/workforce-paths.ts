// The doors of people and their hours in the API document.
const failing = Object.fromEntries(['401', '403', '422'].map((status) => [status, { $ref: `#/components/responses/${status}` }]));
const text = { type: 'string' };
const number = { type: 'number' };
const whole = { type: 'integer' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const answer = (description: string, data: object): object => ({
  description,
  content: { 'application/json': { schema: object({ data, refs: { $ref: '#/components/schemas/Refs' }, now: { type: 'string', format: 'date-time' } }) } },
});
const inQuery = (name: string, description: string): object => ({ name, in: 'query', description, required: false, schema: text });
const reading = (operationId: string, summary: string, parameters: readonly object[], ok: object): Readonly<Record<string, unknown>> => ({
  get: { operationId, summary, tags: ['allocation'], parameters, responses: { '200': ok, ...failing } },
});

const period = [inQuery('from', 'First date, such as 2026-11-01; the running month when absent'), inQuery('to', 'Last date, at most a year later')];
const months = [inQuery('from', 'Month to copy, such as 2026-10'), inQuery('to', 'Month to make, such as 2026-11')];
const desk = [inQuery('team', 'Such as TEAM-1; the whole house when absent'), inQuery('weeks', 'Whole weeks to look back, 2 to 104; 26 when absent')];
const answered = object({
  servers: whole,
  service_level: number,
  wait: { type: ['number', 'null'], description: 'seconds; null: grows for ever' },
  occupancy: number,
});

export const workforcePaths = {
  '/api/workforce/staffing': reading(
    'workforce.staffing',
    'People a desk needs in each half hour of a week, by Erlang C from the forecast of what came in, against those on capacity',
    [
      ...desk,
      inQuery('share', 'Share to be answered in time, in ppm; 800000 when absent'),
      inQuery('within', 'Seconds that somebody may wait; 30 when absent'),
      inQuery('handling', 'Seconds one contact takes; from booked time, or 600, when absent'),
      inQuery('shrinkage', 'Share of paid time that is absence, in ppm; from capacities, or 300000, when absent'),
      inQuery('contacts', 'Contacts per hundred incidents; 100 when absent'),
    ],
    answer('The terms with where they come from, the history, a row per half hour that had any, sums and what to doubt', {
      type: 'object',
      properties: {
        terms: { type: 'object' },
        history: { type: 'object' },
        slots: many(object({ day: whole, slot: whole, seen: whole, value: number, needed: answered, fewer: answered, more: answered, rostered: whole })),
        sums: object({ rostered_minutes: whole, staff_minutes: whole, short: whole }),
        doubts: many(text),
      },
    }),
  ),
  '/api/workforce/staffing/arrivals': reading(
    'workforce.staffing_arrivals',
    'The incidents that came in during a half hour of the week',
    [...desk, inQuery('day', '1 (Monday) to 7 (Sunday)'), inQuery('slot', 'Half hour of the day, 0 to 47')],
    answer('Newest first, at most 500', many(object({ id: text, title: text, opened_at: text }))),
  ),
  '/api/workforce': reading(
    'workforce.figures',
    'Capacity, allocation and actual per person, team, process and level in a period, with gaps and what was borrowed',
    period,
    answer('Minutes and shares in ppm', {
      type: 'object',
      properties: { rows: many({ type: 'object' }), cells: many({ type: 'object' }), gaps: many({ type: 'object' }) },
    }),
  ),
  '/api/workforce/trend': reading(
    'workforce.trend',
    'The share of time for the future in thirteen months, planned and actual, and what was borrowed in each',
    [inQuery('to', 'Any date in the last of the months; today when absent')],
    {
      description: 'Oldest first; shares in ppm, minutes',
      content: {
        'application/json': {
          schema: object({
            data: many(object({ month: text, planned: { type: ['integer', 'null'] }, actual: { type: ['integer', 'null'] }, lent: whole })),
            now: { type: 'string', format: 'date-time' },
          }),
        },
      },
    },
  ),
  '/api/workforce/behind': reading(
    'workforce.behind',
    'The records behind a figure, each with its part of it',
    [
      ...period,
      inQuery('what', 'capacity, allocated, protected, spent or lent'),
      inQuery('person', 'Such as PER-5'),
      inQuery('team', 'Such as TEAM-1'),
      inQuery('process', 'Such as PRO-1; none for records that no process governs'),
      inQuery('level', 'operational, tactical, strategic, or future: the last two'),
      inQuery('how', 'Of what was spent: timer, hand or derived'),
    ],
    answer('The largest first', many(object({ id: text, minutes: whole, how: text, on: text }))),
  ),
  '/api/workforce/copy': {
    ...reading(
      'workforce.copy_preview',
      'The allocations of a month as they would be in another',
      months,
      answer('One row each; exists when there is one already', many({ type: 'object' })),
    ),
    post: {
      operationId: 'workforce.copy',
      summary: 'Makes them; what exists already is left alone',
      tags: ['allocation'],
      parameters: months,
      responses: {
        '200': answer(
          'Numbers of the new allocations, and what was not made: which exists already, or why it was refused',
          object({
            made: many(text),
            skipped: many(object({ allocation: text, exists: { type: ['string', 'null'] }, why: { type: ['string', 'null'] } })),
          }),
        ),
        ...failing,
      },
    },
  },
  '/api/workforce/timer': reading('workforce.timer', 'The timer that runs for whoever asks', [], answer('Null when none runs', { type: ['object', 'null'] })),
  '/api/workforce/competent': reading(
    'workforce.competent',
    'Who has the competences that a service asks for',
    [inQuery('service', 'Such as SVC-8')],
    answer('By competence, the best first', many({ type: 'object' })),
  ),
} as const;
