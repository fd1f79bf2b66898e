// The hand-over check over HTTP: does the promise of a receiver still fit in what is left of the customers', and if not, what then.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { reading } from '../../calculus/clock.ts';
import { isId } from '../../kernel/field.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { type Language, say } from '../../kernel/text.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor, isoNow } from '../../platform/http/context.ts';
import { type Query, readQuery, wholeNumber } from '../../platform/http/query.ts';
import { loadClocks } from '../../platform/journal/clock-store.ts';
import { core } from '../../platform/journal/clockwork.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { escalationNote, escalationUnknown, newTimeNote } from '../../practices/incident/handover.messages.ts';
import { languageOf, placeOf, promisesNear } from '../../practices/incident/handover.queries.ts';
import { type Asked, type Check, type Checked, type CustomerClock, check, newTime, others, type Receiver, worst } from '../../practices/incident/handover.ts';
import { incident } from '../../practices/incident/record.ts';

type Incident = RowOf<typeof incident>;

export function handoverDoor(app: FastifyInstance, house: House): void {
  app.get<{ Params: { id: string } }>('/api/incidents/:id/handover', async (request: FastifyRequest<{ Params: { id: string } }>) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const { id } = request.params;
    const row = isId(id) ? await readRecord(house, { actor, definition: incident, id }) : null;
    if (!row) return refuse('not_found');
    // What stands behind the house is none of an outsider's business.
    if (actor.side !== 'integrator') return refuse('not_allowed', undefined, { command: 'handover' });
    const query = wanted(request.query);
    return isRefusal(query) ? query : handoverOf(house, { actor, row: row as Incident, query });
  });
}

function wanted(raw: unknown): Query | Refusal {
  const query = readQuery(raw, ['supplier', 'team', 'service', 'priority']);
  if (isRefusal(query)) return query;
  const examples = { supplier: 'ORG-5', team: 'TEAM-3', service: 'SVC-8' };
  for (const [field, example] of Object.entries(examples)) {
    const value = query[field];
    if (value !== undefined && (!isId(value) || !value.startsWith(`${example.split('-')[0]}-`))) return refuse('field.not_id', field, { field, example });
  }
  return query;
}

type Asking = { readonly actor: Actor; readonly row: Incident; readonly query: Query };

async function handoverOf(house: House, { actor, row, query }: Asking): Promise<object> {
  const priority = wholeNumber(query, 'priority', { min: 1, max: 5, otherwise: row.priority });
  if (isRefusal(priority)) return priority;
  const { house: own, language } = await settings(house);
  const integrator = own ?? '';
  const running = await clocksOf(house, row.id);
  const { receiver, seeds, routing } = await receiverOf(house, { row, query, integrator, promises: running.flatMap((each) => each.promise ?? []) });
  const clocks = running.map((each) => ({ ...each, handover_minutes: routing[each.promise ?? ''] ?? 0 }));
  const promises = await promisesNear(house.db, { seeds, house: integrator });
  const asked: Asked = { house: integrator, priority, at: isoNow(house), clocks, promises };
  const checked = receiver && check(receiver, asked);
  const deciding = checked && worst(checked.checks);
  const found = others(asked, receiver).filter((each) => !checked || better(each, checked));
  const refs = await labelsOf(house, { actor, ids: [...idsDeep({ checked, found }), row.owner_team, row.customer] });
  const writing = { row, asked, deciding, language, receiver: refs[receiver?.party ?? ''] ?? receiver?.party ?? '' };
  const data = {
    receiver: checked && told(checked),
    others: found.map(told),
    escalation: deciding && deciding.verdict !== 'fits' ? { audience: [row.owner_team], note: escalating(writing) } : null,
    renegotiation: deciding ? await renegotiating(house, writing) : null,
  };
  return { data, refs, now: asked.at };
}

/** Only who would do better is worth proposing. */
const better = (other: Checked, than: Checked): boolean => other.verdict === 'fits' && than.verdict !== 'fits';

async function clocksOf(house: House, id: string): Promise<Omit<CustomerClock, 'handover_minutes'>[]> {
  const now = house.clock.now();
  const known = (await loadClocks(house.db, [id])).get(id) ?? [];
  return known
    .filter(({ terms, state }) => terms.side === 'customer' && (state.phase === 'running' || state.phase === 'paused'))
    .map(({ terms, state }) => ({
      clock: terms.clock,
      key: terms.key,
      metric: incident.clocks[terms.clock as keyof typeof incident.clocks]?.metric ?? terms.clock,
      promise: terms.promise,
      customer: terms.customer,
      calendar: terms.calendar,
      paused: state.phase === 'paused',
      left_ms: reading(state, core(terms), now).left_ms,
    }));
}

type Finding = { readonly row: Incident; readonly query: Query; readonly integrator: string; readonly promises: readonly string[] };

/** Who is meant, and which service of theirs: the one named, else the failing part when it is theirs, else the nearest of theirs beneath. */
async function receiverOf(
  house: House,
  { row, query, integrator, promises }: Finding,
): Promise<{ receiver: Receiver | null; seeds: string[]; routing: Readonly<Record<string, number>> }> {
  const { supplier = null, team = null, service: named = null } = query;
  const place = await placeOf(house.db, { service: row.service, part: row.part, named: named ?? row.part ?? row.service, supplier, team, promises });
  const party = supplier ?? place.team_of;
  const inside = party === integrator;
  const theirs = inside || place.part_provider === party ? row.part : null;
  const service = named ?? theirs ?? place.beneath ?? (inside ? row.service : null);
  const asked = team ?? (place.service_provider === party ? place.service_team : null);
  const seeds = [service, row.part, row.service].filter((each) => each !== null);
  return { receiver: party ? { party, team: asked, service } : null, seeds, routing: place.routing };
}

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
const told = ({ checks, ...receiver }: Checked) => ({
  ...receiver,
  checks: checks.map((each) => ({ ...each, accepts_at: iso(each.accepts_at), finishes_at: iso(each.finishes_at), due_at: iso(each.due_at) })),
});

type Writing = { readonly row: Incident; readonly asked: Asked; readonly deciding: Check | null; readonly language: Language; readonly receiver: string };

function escalating({ row, deciding, language, receiver }: Writing): string {
  const at = (when: number | null | undefined): string => (when ? clockTime(when, language, deciding?.zone ?? 'UTC') : '–');
  const text = deciding?.finishes_at ? escalationNote : escalationUnknown;
  const short = `${Math.ceil((deciding?.short_ms ?? 0) / 60_000)} min`;
  return say(text, language, { id: row.id, receiver, finishes: at(deciding?.finishes_at), due: at(deciding?.due_at), short });
}

/** A reply with the honest new time, in the customer's language and hours. Nothing when there is no time to give. */
async function renegotiating(house: House, { row, asked, deciding }: Writing): Promise<object | null> {
  const when = deciding && newTime(deciding, asked);
  const customer = deciding?.customer;
  if (!deciding || when === null || !customer) return null;
  const language = await languageOf(house.db, customer);
  const note = say(newTimeNote, language, { id: row.id, when: clockTime(when, language, deciding.zone) });
  return { customer, audience: [customer], at: iso(when), note };
}

function clockTime(at: number, language: Language, zone: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at);
}

const parameter = (name: string, place: string, description: string, schema: object = { type: 'string' }): object => ({
  name,
  in: place,
  description,
  schema,
  ...(place === 'path' ? { required: true } : {}),
});
const problem = (status: string): object => ({ $ref: `#/components/responses/${status}` });
const object = (properties: Readonly<Record<string, unknown>>): object => ({ type: 'object', properties, required: Object.keys(properties) });
const maybe = { type: ['string', 'null'] };
const maybeMs = { type: ['integer', 'null'], description: 'milliseconds of working time on the clock of the customer' };
const promised = { anyOf: [object({ promise: maybe, minutes: { type: 'integer' } }), { type: 'null' }] };
const verdict = { type: ['string', 'null'], enum: ['fits', 'short', 'late', 'no_promise', 'never', null], description: 'The worst of the checks' };
const receiverSchema = object({
  party: { type: 'string' },
  team: maybe,
  service: maybe,
  accept: promised,
  repair: promised,
  verdict,
  checks: {
    type: 'array',
    items: object({
      ...{ clock: { type: 'string' }, key: { type: 'string' }, promise: maybe, customer: maybe, zone: { type: 'string' }, left_ms: { type: 'integer' } },
      ...{ verdict, fits: { type: 'boolean' }, short_ms: maybeMs, spare_ms: maybeMs, accepts_at: maybe, finishes_at: maybe, due_at: maybe },
      resumed: { type: 'boolean', description: 'The clock of the customer waits; reckoned as if it went on now' },
    }),
  },
});
const draft = (more: Readonly<Record<string, unknown>>): object => ({
  anyOf: [object({ audience: { type: 'array', items: { type: 'string' } }, note: { type: 'string' }, ...more }), { type: 'null' }],
});

export const handoverPaths = {
  '/api/incidents/{id}/handover': {
    get: {
      operationId: 'incident.handover',
      summary: 'Does the promise of a receiver fit in what is left of the customers’, and what else can be done',
      tags: ['incident'],
      parameters: [
        parameter('id', 'path', 'Such as INC-12'),
        parameter('supplier', 'query', 'Who is to do the work; the house for a team of its own'),
        parameter('team', 'query', 'The team that is asked'),
        parameter('service', 'query', 'What the work is about; the failing part when the receiver provides it'),
        parameter('priority', 'query', 'That of the incident when absent', { type: 'integer', minimum: 1, maximum: 5 }),
      ],
      responses: {
        '200': {
          description: 'The check and the ways out',
          content: {
            'application/json': {
              schema: object({
                data: object({
                  receiver: { anyOf: [receiverSchema, { type: 'null' }] },
                  others: { type: 'array', items: receiverSchema },
                  escalation: draft({}),
                  renegotiation: draft({ customer: { type: 'string' }, at: maybe }),
                }),
                refs: { $ref: '#/components/schemas/Refs' },
                now: { type: 'string', format: 'date-time' },
              }),
            },
          },
        },
        ...Object.fromEntries(['401', '403', '404', '422'].map((status) => [status, problem(status)])),
      },
    },
  },
} as const;
