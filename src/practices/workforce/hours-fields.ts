// Fields of hours that are planned, spent and borrowed.
import type { Field } from '../../kernel/field.ts';
import { shape } from '../../kernel/shape.ts';
import type { Text } from '../../kernel/text.ts';

export const levels = {
  operational: { en: 'Operational', nl: 'Operationeel', de: 'Operativ' },
  tactical: { en: 'Tactical', nl: 'Tactisch', de: 'Taktisch' },
  strategic: { en: 'Strategic', nl: 'Strategisch', de: 'Strategisch' },
} as const satisfies Readonly<Record<string, Text>>;

export const note = { kind: 'prose', max: 4_000, label: { en: 'Note', nl: 'Notitie', de: 'Notiz' } } as const satisfies Field;
export const why = { kind: 'prose', max: 2_000, label: { en: 'Why', nl: 'Waarom', de: 'Warum' } } as const satisfies Field;

/** Days 1 (Monday) to 7 (Sunday), from and to by the wall clock of the person. */
export type Hours = readonly { readonly days: readonly number[]; readonly from: string; readonly to: string }[];
export const hoursShape = shape<Hours>({
  description: 'Hours of the week: days 1 (Monday) to 7 (Sunday), from and to by the wall clock of the person; to may be "24:00".',
  type: 'array',
  maxItems: 50,
  items: {
    type: 'object',
    properties: {
      days: { type: 'array', minItems: 1, maxItems: 7, items: { type: 'integer', minimum: 1, maximum: 7 } },
      from: { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' },
      to: { type: 'string', pattern: '^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$' },
    },
    required: ['days', 'from', 'to'],
    additionalProperties: false,
  },
});

export const process = {
  kind: 'ref',
  to: 'process',
  required: true,
  listed: true,
  label: { en: 'Process', nl: 'Proces', de: 'Prozess' },
} as const satisfies Field;
export const level = {
  kind: 'choice',
  options: levels,
  required: true,
  listed: true,
  label: { en: 'Level', nl: 'Niveau', de: 'Ebene' },
  means: { en: 'Empty: that of the process.', nl: 'Leeg: dat van het proces.', de: 'Leer: die des Prozesses.' },
} as const satisfies Field;
