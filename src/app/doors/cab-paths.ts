// What the API document says about the rooms of CAB meetings, the votes asked of somebody, and the minutes on paper.
const component = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: component('Problem') } } });
const answer = (description: string, properties: Readonly<Record<string, unknown>>) => ({
  description,
  content: { 'application/json': { schema: { type: 'object', properties, required: Object.keys(properties) } } },
});
const text = { type: 'string' };
const instant = { type: 'string', format: 'date-time' };
const maybe = { type: ['string', 'null'] };
const id = { name: 'id', in: 'path', required: true, description: 'Such as CAB-3', schema: text };
const failing = { '401': problem('Not signed in'), '403': problem('Not allowed'), '404': problem('Not there, or not yours to see') };
const asked = {
  type: 'object',
  properties: {
    meeting: text,
    title: text,
    mode: { enum: ['meeting', 'by_deadline'] },
    starts_at: instant,
    deadline: maybe,
    reminded_at: maybe,
    change: text,
    change_title: text,
  },
  required: ['meeting', 'title', 'mode', 'change', 'change_title'],
};

export const cabPaths = {
  '/api/cab_meetings/asked': {
    get: {
      operationId: 'cab_meeting.asked',
      summary: 'The votes that are asked of whoever asks, soonest first',
      tags: ['cab_meeting'],
      responses: { '200': answer('Each change with its meeting', { data: { type: 'array', items: asked }, now: instant }), ...failing },
    },
  },
  '/api/cab_meetings/{id}/room': {
    get: {
      operationId: 'cab_meeting.room',
      summary: 'The room of a meeting as the reader may have it: agenda with changes, votes, times, who is there, actions, and the minutes as they stand',
      tags: ['cab_meeting'],
      parameters: [id],
      responses: {
        '200': answer('Others than the house see the changes that are theirs, and the votes of their own side', {
          data: { type: 'object' },
          refs: component('Refs'),
          zone: text,
          now: instant,
        }),
        ...failing,
      },
    },
  },
  '/api/cab_meetings/{id}/minutes.pdf': {
    get: {
      operationId: 'cab_meeting.minutes_pdf',
      summary: 'The minutes on paper, in the language of the reader',
      tags: ['cab_meeting'],
      parameters: [id],
      responses: { '200': { description: 'A file', content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } } }, ...failing },
    },
  },
} as const;
