// The data of a meeting: its agenda as it was frozen, what was explained beside the figures of a review, and the pack that was shared.
import { shape } from '../../kernel/shape.ts';

/** One point: what it asked of the data, and what it found. `records` are the first of them, `count` is all. */
export type AgendaPoint = {
  readonly code: string;
  readonly count: number;
  /** The list behind the count. */
  readonly plural: string;
  readonly q: string;
  readonly records: readonly { readonly id: string; readonly title: string }[];
};
export type Agenda = { readonly at: string; readonly points: readonly AgendaPoint[] };

/** Words beside a figure: what caused a breach, or how a service is judged. `about` is a record or a service. */
export type Explained = { readonly about: string; readonly text: string; readonly by: string | null; readonly at: string };

const texted = { type: 'string', maxLength: 5_000 } as const;
const point = {
  type: 'object',
  properties: {
    code: { type: 'string', maxLength: 40 },
    count: { type: 'integer', minimum: 0 },
    plural: { type: 'string', maxLength: 60 },
    q: { type: 'string', maxLength: 1_000 },
    records: {
      type: 'array',
      maxItems: 100,
      items: { type: 'object', properties: { id: { type: 'string' }, title: texted }, required: ['id', 'title'], additionalProperties: false },
    },
  },
  required: ['code', 'count', 'plural', 'q', 'records'],
  additionalProperties: false,
} as const;

export const agendaShape = shape<Agenda>({
  description: 'The agenda as the data said it when the meeting was held.',
  type: 'object',
  properties: { at: { type: 'string' }, points: { type: 'array', maxItems: 40, items: point } },
  required: ['at', 'points'],
  additionalProperties: false,
});
export const explainedShape = shape<readonly Explained[]>({
  description: 'Words beside the figures: about which record or service, what, by whom and when.',
  type: 'array',
  maxItems: 1_000,
  items: {
    type: 'object',
    properties: { about: { type: 'string', maxLength: 20 }, text: texted, by: { anyOf: [{ type: 'string' }, { type: 'null' }] }, at: { type: 'string' } },
    required: ['about', 'text', 'by', 'at'],
    additionalProperties: false,
  },
});
