// The data of a forum: what the customer undertook, and how often that was kept.
import { shape } from '../../kernel/shape.ts';

/** `decides` is read from the ledgers: waits on the customer within `within_hours`. The others are attested by hand. */
export const obligationKinds = {
  access: { en: 'Gives access', nl: 'Geeft toegang', de: 'Gewährt Zugang' },
  contact: { en: 'Names a contact', nl: 'Wijst een contactpersoon aan', de: 'Benennt eine Kontaktperson' },
  decides: { en: 'Answers when asked', nl: 'Antwoordt als erom gevraagd wordt', de: 'Antwortet auf Rückfrage' },
  delivers: { en: 'Delivers what is needed', nl: 'Levert aan wat nodig is', de: 'Liefert, was nötig ist' },
} as const;
export type ObligationKind = keyof typeof obligationKinds;

export type Obligation = {
  readonly code: string;
  readonly kind: ObligationKind;
  readonly text: string;
  /** Hours of the clock within which a wait on the customer should end; null when time is not what was agreed. */
  readonly within_hours: number | null;
  /** Before which day ('YYYY-MM-DD') it is owed once; null when it holds all along. */
  readonly due_on: string | null;
};
/** Said by somebody of the house: on this day it was kept, or not. */
export type Attested = { readonly code: string; readonly on: string; readonly kept: boolean; readonly record: string | null; readonly text: string | null };

const day = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;
const maybe = <const S extends object>(schema: S) => ({ anyOf: [schema, { type: 'null' }] }) as const;

export const obligationsShape = shape<readonly Obligation[]>({
  description: 'What the customer undertook: who owes what, within how many hours or before which day.',
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string', maxLength: 40 },
      kind: { enum: Object.keys(obligationKinds) },
      text: { type: 'string', maxLength: 500 },
      within_hours: maybe({ type: 'integer', minimum: 1, maximum: 8_760 }),
      due_on: maybe(day),
    },
    required: ['code', 'kind', 'text', 'within_hours', 'due_on'],
    additionalProperties: false,
  },
});
export const attestedShape = shape<readonly Attested[]>({
  description: 'When an obligation was kept or not, with the record that shows it.',
  type: 'array',
  maxItems: 2_000,
  items: {
    type: 'object',
    properties: {
      code: { type: 'string', maxLength: 40 },
      on: day,
      kept: { type: 'boolean' },
      record: maybe({ type: 'string', maxLength: 20 }),
      text: maybe({ type: 'string', maxLength: 1_000 }),
    },
    required: ['code', 'on', 'kept', 'record', 'text'],
    additionalProperties: false,
  },
});
