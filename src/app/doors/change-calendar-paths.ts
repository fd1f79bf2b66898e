// What the API document says about the calendar of changes, its conflicts, slots and feeds, and the intake of suppliers' notices.
const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } });
const answer = (description: string) => ({ description, content: { 'application/json': { schema: { type: 'object' } } } });
const failing = {
  '401': problem('Not signed in'),
  '403': problem('Not allowed'),
  '404': problem('Not there, or not yours to see'),
  '422': problem('A field is wrong'),
};
const text = { type: 'string' };
const query = (name: string, description: string, required = false) => ({ name, in: 'query', required, description, schema: text });
const path = (name: string, description: string) => ({ name, in: 'path', required: true, description, schema: text });
const body = (description: string) => ({ required: true, content: { 'application/json': { schema: { type: 'object', description } } } });

export const changeCalendarPaths = {
  '/api/changes/calendar': {
    get: {
      operationId: 'change.calendar',
      summary:
        'Changes, freezes, agreed windows, customers’ events and suppliers’ notices of a period; for the house with what stands in the way of each change',
      tags: ['change'],
      parameters: [
        query('from', 'Instant, such as 2026-11-23T00:00:00Z', true),
        query('to', 'Instant, at most 400 days later', true),
        query('kinds', 'Only these, separated by commas: change, freeze, maintenance, customer_event, notice'),
        query('type', 'Of changes only those of this type: standard, normal, emergency'),
        query('service', 'Only what concerns this service'),
        query('supplier', 'Only what concerns this supplier'),
        query('customer', 'Only what concerns this customer'),
      ],
      responses: { '200': answer('data, labels, zone, unreadable, truncated'), ...failing },
    },
  },
  '/api/changes/{id}/conflicts': {
    get: {
      operationId: 'change.conflicts',
      summary: 'What stands in the way of a change at its planned time, with the reason and the way out in words',
      tags: ['change'],
      parameters: [path('id', 'Such as CHG-12')],
      responses: { '200': answer('data, labels'), ...failing },
    },
  },
  '/api/changes/slots': {
    post: {
      operationId: 'change.slots',
      summary: 'The first slots within 90 days that nothing blocks, with the warnings that each would leave',
      tags: ['change'],
      requestBody: body('minutes; change, or services and items; outage_minutes, implementer, team, from'),
      responses: { '200': answer('data, labels, zone, customers, until'), ...failing },
    },
  },
  '/api/maintenance_notices/intake': {
    post: {
      operationId: 'maintenance_notice.intake',
      summary: 'Take in a notice as the supplier sent it: text/calendar, message/rfc822, text/html or text/plain, or JSON with content',
      tags: ['change'],
      parameters: [query('dry_run', 'true: say what would be done, and write nothing'), query('provider', 'Whose notices they are, where they do not say')],
      requestBody: body('content: the notice as text'),
      responses: { '200': answer('received, updated, withdrawn, nothing_new, unreadable, refused, ids; notices: each with its outcome'), ...failing },
    },
  },
  '/api/notice_templates/try': {
    post: {
      operationId: 'notice_template.try',
      summary: 'What a template that is being written reads in its sample, and everything it does not find; nothing is kept',
      tags: ['change'],
      requestBody: body('The fields of a mail template, as far as they are filled in'),
      responses: { '200': answer('data: notice and faults'), ...failing },
    },
  },
  '/api/calendar_feeds': {
    get: { operationId: 'calendar_feed.list', summary: 'Your feeds', tags: ['change'], responses: { '200': answer('data'), ...failing } },
    post: {
      operationId: 'calendar_feed.create',
      summary: 'Make a feed of a view; its address with the token is told once',
      tags: ['change'],
      requestBody: body('name; kinds, type, service, supplier, customer'),
      responses: { '201': answer('data, path'), ...failing },
    },
  },
  '/api/calendar_feeds/{id}': {
    delete: {
      operationId: 'calendar_feed.revoke',
      summary: 'Revoke a feed of yours',
      tags: ['change'],
      parameters: [path('id', 'Such as FEED-3')],
      responses: { '200': answer('Revoked'), ...failing },
    },
  },
  '/api/calendar/{file}': {
    get: {
      operationId: 'calendar_feed.read',
      summary: 'A feed as iCalendar (RFC 5545); the token stands in the address, {token}.ics',
      tags: ['change'],
      security: [],
      parameters: [path('file', '{token}.ics')],
      responses: {
        '200': { description: 'The calendar', content: { 'text/calendar': { schema: text } } },
        '304': { description: 'Nothing changed' },
        '404': problem('No such feed, or it was revoked'),
      },
    },
  },
} as const;
