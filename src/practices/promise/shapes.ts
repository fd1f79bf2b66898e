// The shapes of what a promise says: targets, excluded windows, credit, escalation and routing.

import type { Exclusion } from '../../calculus/calendar.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import { type Role, roles } from '../../kernel/scope.ts';
import { shape } from '../../kernel/shape.ts';

/** Service-hours minutes by priority, '1' most urgent. A priority that is not named is not promised. */
export type Targets = { readonly '1'?: number; readonly '2'?: number; readonly '3'?: number; readonly '4'?: number; readonly '5'?: number };

const minutes = { type: 'integer', minimum: 1, maximum: 5_256_000 } as const;
export const targets = shape<Targets>({
  description: 'Minutes within service hours, by priority "1" (most urgent) to "5".',
  type: 'object',
  properties: { '1': minutes, '2': minutes, '3': minutes, '4': minutes, '5': minutes },
  additionalProperties: false,
});

const clockTime = { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' } as const;
const closingTime = { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' } as const;
const share = { type: 'integer', minimum: 0, maximum: 1_000_000 } as const;

export const maintenance = shape<readonly Exclusion[]>({
  description:
    'Windows that do not count, by the wall clock of the service hours: {date, from, to}, or {days, weeks, from, to} with days 1 (Monday) to 7 and weeks 1 (first such weekday of the month) to 5 or -1 (last).',
  type: 'array',
  maxItems: 500,
  items: {
    anyOf: [
      {
        type: 'object',
        properties: { date: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' }, from: clockTime, to: closingTime },
        required: ['date', 'from', 'to'],
        additionalProperties: false,
      },
      {
        type: 'object',
        properties: {
          days: { type: 'array', minItems: 1, maxItems: 7, items: { type: 'integer', minimum: 1, maximum: 7 } },
          weeks: { type: 'array', minItems: 1, maxItems: 6, items: { enum: [1, 2, 3, 4, 5, -1] } },
          from: clockTime,
          to: closingTime,
        },
        required: ['days', 'from', 'to'],
        additionalProperties: false,
      },
    ],
  },
});

export const creditBands = shape<CreditBands>({
  description: 'Below which share reached (ppm) which part of the fee (ppm) is given back, and the most that is given back.',
  type: 'object',
  properties: {
    bands: {
      type: 'array',
      minItems: 1,
      maxItems: 50,
      items: { type: 'object', properties: { below: share, credit: share }, required: ['below', 'credit'], additionalProperties: false },
    },
    cap: share,
  },
  required: ['bands'],
  additionalProperties: false,
});

/** At which share of the target (ppm) which role is told. */
export type EscalationStep = { readonly share: number; readonly role: Role };
export const escalation = shape<readonly EscalationStep[]>({
  description: 'At which share of the target (ppm, 1000000 is the target itself) which role is told.',
  type: 'array',
  minItems: 1,
  maxItems: 10,
  items: {
    type: 'object',
    properties: { share: { type: 'integer', minimum: 1, maximum: 3_000_000 }, role: { enum: roles } },
    required: ['share', 'role'],
    additionalProperties: false,
  },
});

/**
 * How work passes through the promises beneath: `one` part fails at a time, or all parts are needed in `sequence` or in
 * `parallel`; `handover_minutes` from one to the next, on the clock of this promise; `rework` ppm of the cases come back once.
 */
export type Routing = { readonly order: 'one' | 'sequence' | 'parallel'; readonly handover_minutes?: number; readonly rework?: number };
export const routing = shape<Routing>({
  description:
    'Whether one part at a time is worked on, or all in sequence or in parallel; minutes to hand over; share of the cases (ppm) that come back once.',
  type: 'object',
  properties: { order: { enum: ['one', 'sequence', 'parallel'] }, handover_minutes: { type: 'integer', minimum: 0, maximum: 525_600 }, rework: share },
  required: ['order'],
  additionalProperties: false,
});
