// Words of what audits, assessments and improvements hold, and the columns of values by month.
import { type Answer, type Clause, verdicts } from '../../../practices/improvement/audit.shapes.record.ts';
import type { Evidence } from '../../../practices/improvement/improvement.shapes.record.ts';
import { type MaturityAnswer, ratingTexts } from '../../../practices/improvement/maturity.record.ts';
import type { Columns } from '../../record/row-words.ts';
import type { Tongue } from '../../record/widget.ts';
import { improveTexts } from '../../texts/governance.ts';

export const monthColumns = {
  period: { kind: 'text', required: true, max: 7, label: { en: 'Month, as 2026-03', nl: 'Maand, als 2026-03', de: 'Monat, als 2026-03' } },
  value: { kind: 'integer', required: true, label: { en: 'Value', nl: 'Waarde', de: 'Wert' } },
} as const satisfies Columns;

const lines = <Row>(value: unknown, line: (row: Row) => readonly (string | null)[]): string =>
  (value as readonly Row[]).map((row) => line(row).filter(Boolean).join(' · ')).join('\n');
const recordsOf = (records: readonly string[], refs: Tongue['refs']): string => records.map((id) => refs[id] ?? id).join(', ');

export const clauseWords = (value: unknown, { say }: Tongue): string => lines<Clause>(value, ({ clause, title }) => [clause, say(title)]);

export const auditAnswerWords = (value: unknown, { say, refs }: Tongue): string =>
  lines<Answer>(value, ({ clause, verdict, text, records }) => [clause, say(verdicts[verdict]), text, recordsOf(records, refs)]);

export const maturityAnswerWords = (value: unknown, { say, refs }: Tongue): string =>
  lines<MaturityAnswer>(value, ({ code, rating, text, records }) => [code, say(ratingTexts[rating]), text, recordsOf(records, refs)]);

/** The values themselves are drawn on the page; here it is what came of them. */
export const evidenceWords = (value: unknown, { say }: Tongue): string => {
  const { word, from } = value as Evidence;
  return `${say(improveTexts[word])} (${from})`;
};
