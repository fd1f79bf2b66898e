// The data of an audit: what was asked, and what was answered with which evidence.
import { shape } from '../../kernel/shape.ts';
import type { Text } from '../../kernel/text.ts';

export const verdicts = {
  conform: { en: 'Conforms', nl: 'Voldoet', de: 'Erfüllt' },
  not: { en: 'Does not conform', nl: 'Voldoet niet', de: 'Nicht erfüllt' },
  observation: { en: 'Conforms, with an observation', nl: 'Voldoet, met een opmerking', de: 'Erfüllt, mit Beobachtung' },
  not_applicable: { en: 'Not applicable', nl: 'Niet van toepassing', de: 'Nicht anwendbar' },
} as const;
export type Verdict = keyof typeof verdicts;

/** A clause as it was when the audit began. */
export type Clause = { readonly clause: string; readonly title: Text; readonly question: Text; readonly automatic: string | null };
/** What the records said of themselves when the clause was answered. */
export type Shown = { readonly met: number; readonly of: number; readonly plural: string; readonly q: string };
export type Answer = {
  readonly clause: string;
  readonly verdict: Verdict;
  readonly text: string | null;
  readonly records: readonly string[];
  readonly shown: Shown | null;
  readonly at: string;
};

const words = { type: 'string', maxLength: 2_000 } as const;
const texts = { type: 'object', properties: { en: words, nl: words, de: words }, required: ['en', 'nl', 'de'], additionalProperties: false } as const;
export const shownSchema = {
  anyOf: [
    {
      type: 'object',
      properties: { met: { type: 'integer', minimum: 0 }, of: { type: 'integer', minimum: 0 }, plural: { type: 'string', maxLength: 60 }, q: words },
      required: ['met', 'of', 'plural', 'q'],
      additionalProperties: false,
    },
    { type: 'null' },
  ],
} as const;

export const clausesShape = shape<readonly Clause[]>({
  description: 'What the audit asks, as the checklist said it when the audit began.',
  type: 'array',
  maxItems: 300,
  items: {
    type: 'object',
    properties: { clause: { type: 'string', maxLength: 20 }, title: texts, question: texts, automatic: { anyOf: [{ type: 'string' }, { type: 'null' }] } },
    required: ['clause', 'title', 'question', 'automatic'],
    additionalProperties: false,
  },
});
export const answersShape = shape<readonly Answer[]>({
  description: 'What was found per clause: verdict, words, records that show it, and what the data said by itself.',
  type: 'array',
  maxItems: 300,
  items: {
    type: 'object',
    properties: {
      clause: { type: 'string', maxLength: 20 },
      verdict: { enum: Object.keys(verdicts) },
      text: { anyOf: [{ type: 'string', maxLength: 20_000 }, { type: 'null' }] },
      records: { type: 'array', maxItems: 100, items: { type: 'string', maxLength: 20 } },
      shown: shownSchema,
      at: { type: 'string' },
    },
    required: ['clause', 'verdict', 'text', 'records', 'shown', 'at'],
    additionalProperties: false,
  },
});
