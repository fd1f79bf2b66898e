// Schemas of the API document that belong to no single kind of record.
import type { Json } from '../../kernel/describe.ts';

const text: Json = { type: 'string' };
const maybe: Json = { type: ['string', 'null'] };
const instant: Json = { type: 'string', format: 'date-time' };
const maybeInstant: Json = { type: ['string', 'null'], format: 'date-time' };
const ms: Json = { type: 'integer', description: 'milliseconds' };
const number: Json = { type: 'integer' };
const flag: Json = { type: 'boolean' };
const list = (items: Json): Json => ({ type: 'array', items });
const object = (properties: Json, optional: readonly string[] = []): Json => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const named = object({ id: text, name: text });
const translated = object({ en: text, nl: text, de: text });
const side: Json = { type: ['string', 'null'], enum: ['integrator', 'customer', 'supplier', null] };

const clock = {
  clock: text,
  key: text,
  label: { anyOf: [translated, { type: 'null' }] },
  side: { type: 'string', enum: ['customer', 'desk', 'supplier'] },
  promise: maybe,
  provider: maybe,
  customer: maybe,
  phase: { type: 'string', enum: ['idle', 'running', 'paused', 'met', 'missed', 'cancelled'] },
  target_minutes: number,
  used_ms: ms,
  paused_ms: ms,
  left_ms: ms,
  share: { type: 'integer', description: 'Used time per thousand of the target' },
  overdue: flag,
  due: maybeInstant,
  outside_hours: flag,
  resumes_at: maybeInstant,
  breached_at: maybeInstant,
  zone: text,
  started_at: maybeInstant,
  stopped_at: maybeInstant,
  reason: maybe,
  warned: { type: ['integer', 'null'], description: 'Up to which share of the target, in parts per million, somebody was told; null for outsiders' },
  next_warning: { anyOf: [object({ at: instant, role: text, share: number }), { type: 'null' }], description: 'Who is told next, and when' },
};
const step = object({
  event: { type: 'string', enum: ['start', 'pause', 'resume', 'stop', 'cancel', 'reopen', 'retarget', 'late', 'warn'] },
  at: instant,
  reason: maybe,
  fact: number,
  fact_name: text,
  actor_name: { type: 'string', description: 'Empty when the reader is not told who' },
  used_ms: ms,
  paused_ms: ms,
  promise: maybe,
  target_minutes: number,
  calendar: text,
  zone: text,
  share: { type: ['integer', 'null'], description: 'Of a warning: parts per million of the target' },
  role: maybe,
});
const interval = object({ from: instant, to: maybeInstant, party: maybe, team: maybe, person: maybe, reason: text, receiver: maybe });
const total = object({ party: maybe, ms, working_ms: ms, reasons: list(object({ reason: text, ms, working_ms: ms })) });
const totalsAsRuled: Json = { type: ['array', 'null'], items: total, description: 'As they stand after rulings; null when none was made' };
const { label, side: clockSide, promise, provider, customer, target_minutes, zone, phase, used_ms, breached_at } = clock;
const agreement = object({
  ...{ clock: text, key: text, label, side: clockSide, promise, provider, customer, target_minutes, zone, phase, used_ms, breached_at },
  total_ms: { ...ms, description: 'The life of the record in the hours of this agreement' },
  totals: list(total),
  ruled: totalsAsRuled,
});
const contest = object({ dispute: text, about: text, from: instant, to: instant, held: text, claimed: text, state: text });
const counts = {
  ...object({ reassignments: number, ping_pong: number, bounces: number, declined: number, swarm: object({ due: flag, limit: number }) }),
  type: ['object', 'null'],
};

export const schemas: Json = {
  Problem: {
    ...object(
      {
        type: text,
        title: text,
        status: number,
        code: { type: 'string', description: 'What was refused: field.required, wrong_state ...' },
        detail: { type: 'string', description: 'In the language of the reader' },
        field: text,
        params: { type: 'object' },
        request_id: text,
      },
      ['field', 'params'],
    ),
    description: 'RFC 9457',
  },
  Refs: { type: 'object', additionalProperties: text, description: "Names of the numbers in the answer, as far as they are the reader's to see" },
  Clock: object(clock),
  ClockExplained: object({ ...clock, steps: list(step) }),
  Entry: object({
    id: number,
    fact: text,
    version: number,
    at: instant,
    recorded_at: instant,
    actor: maybe,
    actor_name: text,
    actor_party: maybe,
    channel: text,
    cause: { type: ['integer', 'null'] },
    changes: { type: 'object', additionalProperties: object({ from: {}, to: {} }) },
    note: maybe,
    params: { type: 'object' },
    audience: list(text),
  }),
  Ledger: object({
    intervals: list(interval),
    totals: list(total),
    ruled: totalsAsRuled,
    agreements: list(agreement),
    contests: list(contest),
    handover_ms: ms,
    counts,
  }),
  Link: object({ record: text, id: text, title: text, state: text, open: flag, relation: text }),
  Found: object({ record: text, id: text, title: text, state: text, open: flag, score: { type: 'number' } }),
  Ref: object({ id: text, title: text, detail: maybe }),
  Address: object({ id: text, name: text, kind: { type: 'string', enum: ['team', 'house', 'supplier', 'customer'] } }),
  Token: object({
    id: text,
    name: text,
    person: maybe,
    organisation: maybe,
    side,
    scopes: list(text),
    created_at: instant,
    expires_at: instant,
    last_used_at: maybeInstant,
    revoked_at: maybeInstant,
  }),
  Session: object(
    {
      signed_in: flag,
      person: {
        anyOf: [
          object({ id: text, name: text, email: maybe, language: text, zone: text, theme: text, density: text, shortcuts: flag, vocabulary: text }),
          { type: 'null' },
        ],
      },
      side,
      organisation: { anyOf: [named, { type: 'null' }] },
      roles: list(text),
      teams: list(named),
      house: { anyOf: [named, { type: 'null' }] },
      now: instant,
      version: text,
      demo: flag,
      csrf: maybe,
      setup_needed: flag,
      engine: text,
      vocabulary: text,
      personas: list(object({ person: text, name: text, role: text, organisation: text, side: text })),
    },
    ['personas'],
  ),
};
