// Words of what measures and scorecards hold.
import type { Figure } from '../../../practices/measurement/answers.record.ts';
import { figureWords } from '../../measure-words.ts';
import type { Columns } from '../../record/row-words.ts';
import type { Tongue } from '../../record/widget.ts';

export const baselineColumns = {
  since: { kind: 'text', label: { en: 'Since', nl: 'Sinds', de: 'Seit' } },
  reason: { kind: 'text', label: { en: 'Reason', nl: 'Reden', de: 'Grund' } },
  by: { kind: 'ref', to: 'person', label: { en: 'By', nl: 'Door', de: 'Von' } },
} as const satisfies Columns;

/** A figure per line, as the board was shown it. */
export const scorecardWords = (value: unknown, { format }: Tongue): string =>
  (value as readonly Figure[]).map((each) => `${each.name}: ${figureWords(each.value, each.unit, format)}`).join('\n');
