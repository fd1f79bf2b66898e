// What stands behind a problem candidate: its incidents and the counts of each day, for the screen that a person judges it on.
import type { FastifyInstance } from 'fastify';
import { dateOf, dayOf } from '../../calculus/candidate-days.ts';
import { isId } from '../../kernel/field.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import { evidenceDays, evidenceIncidents } from '../../practices/problem/evidence.queries.ts';

/** Days drawn before and with the window; a topic is known only within its window. */
const drawn = 56;

export function evidenceDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string } }>('/api/problem-candidates/:id/evidence', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const { id } = request.params;
    const row = isId(id) ? ((await readRecord(house, { actor, definition: problemCandidate, id })) as RowOf<typeof problemCandidate> | null) : null;
    if (!row) return refuse('not_found');
    // Its incidents are of every customer.
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'evidence' });
    privately(reply);
    const { zone } = await settings(house);
    const whole = row.kind !== 'topic';
    const to = dayOf(row.until);
    const from = dateOf(to + 1 - (whole ? drawn : row.window_days));
    const data = {
      whole,
      from,
      to: row.until,
      days: await evidenceDays(house.db, row, { from, to: row.until, zone }),
      incidents: await evidenceIncidents(house.db, row.incidents),
    };
    return { data, refs: await labelsOf(house, { actor, ids: idsDeep(data) }), now: isoNow(house) };
  });
}

const text = { type: 'string' };
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const many = (items: object): object => ({ type: 'array', items });
const date = { type: 'string', format: 'date' };
const instant = { type: 'string', format: 'date-time' };
const whole = { type: 'integer' };

export const evidencePaths = {
  '/api/problem-candidates/{id}/evidence': {
    get: {
      operationId: 'problem_candidate.evidence',
      summary: 'The incidents behind a problem candidate, and how many there were on each day',
      tags: ['problem_candidate'],
      parameters: [{ name: 'id', in: 'path', required: true, description: 'Such as PBC-1000', schema: text }],
      responses: {
        '200': {
          description: 'Days without any are left out; the latest incident first',
          content: {
            'application/json': {
              schema: object({
                data: object({
                  whole: { type: 'boolean', description: 'Whether `count` holds all incidents of what rose, also before the window' },
                  from: date,
                  to: date,
                  days: many(object({ day: date, count: whole, own: whole })),
                  incidents: many(object({ id: text, title: text, state: text, service: text, customer: text, started_at: instant })),
                }),
                refs: { $ref: '#/components/schemas/Refs' },
                now: instant,
              }),
            },
          },
        },
        ...Object.fromEntries(['401', '403', '404'].map((status) => [status, { $ref: `#/components/responses/${status}` }])),
      },
    },
  },
} as const;
