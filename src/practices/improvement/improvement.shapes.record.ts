// The evidence of an improvement: the values of its measure before and after, and what a control chart says of the difference.
import { shape } from '../../kernel/shape.ts';

/** How the values of the measure are counted; the same words as the unit of a measure. */
export const units = {
  share: { en: 'share', nl: 'aandeel', de: 'Anteil' },
  count: { en: 'number', nl: 'aantal', de: 'Anzahl' },
  minutes: { en: 'minutes', nl: 'minuten', de: 'Minuten' },
  money: { en: 'money', nl: 'geld', de: 'Geld' },
  score: { en: 'score', nl: 'score', de: 'Punkte' },
} as const;

export type PeriodValue = { readonly period: string; readonly value: number };
/** `word`: the shift is more than the variation before it explains, it is within that, or there is too little to say. */
export type Evidence = {
  readonly before: readonly PeriodValue[];
  readonly after: readonly PeriodValue[];
  readonly baseline: number;
  readonly measured: number;
  /** Natural limits of the values before, both ends; null when there are too few. */
  readonly limits: { readonly lower: number; readonly upper: number } | null;
  readonly word: 'beyond_noise' | 'within_noise' | 'too_few';
  /** Where the values came from: the measure's records, or written by hand with a source. */
  readonly from: string;
};

const values = {
  type: 'array',
  maxItems: 60,
  items: {
    type: 'object',
    properties: { period: { type: 'string', pattern: '^\\d{4}-\\d{2}$' }, value: { type: 'integer' } },
    required: ['period', 'value'],
    additionalProperties: false,
  },
} as const;

export const valuesShape = shape<readonly PeriodValue[]>({ description: 'Values of the measure by month, in its unit.', ...values });
export const evidenceShape = shape<Evidence>({
  description: 'Values by month before and after, their means, the natural limits before, and whether the change is more than noise.',
  type: 'object',
  properties: {
    before: values,
    after: values,
    baseline: { type: 'integer' },
    measured: { type: 'integer' },
    limits: {
      anyOf: [{ type: 'object', properties: { lower: { type: 'integer' }, upper: { type: 'integer' } }, required: ['lower', 'upper'] }, { type: 'null' }],
    },
    word: { enum: ['beyond_noise', 'within_noise', 'too_few'] },
    from: { type: 'string', maxLength: 300 },
  },
  required: ['before', 'after', 'baseline', 'measured', 'limits', 'word', 'from'],
  additionalProperties: false,
});
