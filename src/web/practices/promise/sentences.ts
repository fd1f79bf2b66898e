// What a promise says in plain words, a sentence per term; who reads it needs no knowledge of the fields.
import type { Text } from '../../../kernel/text.ts';
import type { Row } from '../../contract.ts';
import type { Tongue } from '../../record/widget.ts';
import { agreementTexts } from '../../texts/agreement.ts';

const said: Readonly<Record<string, Text>> = {
  respond: agreementTexts.says_respond,
  restore: agreementTexts.says_restore,
  accept: agreementTexts.says_accept,
  repair: agreementTexts.says_repair,
  fulfil: agreementTexts.says_fulfil,
  availability: agreementTexts.says_availability,
  throughput: agreementTexts.says_throughput,
  satisfaction: agreementTexts.says_satisfaction,
};
const measured: Readonly<Record<string, Text>> = {
  month: agreementTexts.per_month,
  quarter: agreementTexts.per_quarter,
  year: agreementTexts.per_year,
};

/** The promise itself: who does what for whom, how well. A draft may lack a figure; then an ellipsis stands for it. */
export function promiseSentence(row: Row, { say, format, refs }: Tongue): string {
  const text = said[String(row.metric)];
  const name = (id: unknown): string => (typeof id === 'string' ? (refs[id] ?? id) : '…');
  const share = (ppm: unknown): string => (typeof ppm === 'number' ? format.ppm(ppm) : '…');
  const params = {
    provider: name(row.provider),
    customer: name(row.customer),
    service: name(row.service),
    share: share(row.metric === 'satisfaction' ? row.satisfied : row.availability),
    count: typeof row.throughput === 'number' ? format.number(row.throughput) : '…',
  };
  return text ? say(text, params) : '';
}

/** per month, over the last 30 days */
export const perWords = (row: Row, { say }: Pick<Tongue, 'say'>): string =>
  row.measured_per === 'rolling'
    ? say(agreementTexts.per_rolling, { days: typeof row.rolling_days === 'number' ? row.rolling_days : '…' })
    : say(measured[String(row.measured_per)] ?? agreementTexts.per_month);

/** Over what it is measured, and how many of the cases must be in time. */
export function measuredSentence(row: Row, { say, format }: Pick<Tongue, 'say' | 'format'>): string {
  const per = perWords(row, { say });
  if (!row.targets) return say(agreementTexts.measured, { per });
  const all = typeof row.attainment !== 'number' || row.attainment === 1_000_000;
  return say(all ? agreementTexts.in_all : agreementTexts.in_share, { per, share: typeof row.attainment === 'number' ? format.ppm(row.attainment) : '' });
}

/** From when until when, and how it ends. */
export function validSentence(row: Row, { say, format }: Tongue): string {
  const day = (value: unknown): string | null => (typeof value === 'string' && value ? format.date(value) : null);
  const [from, to] = [day(row.valid_from), day(row.valid_to)];
  const span = from
    ? say(to ? agreementTexts.valid_span : agreementTexts.valid_open, { from, to: to ?? '' })
    : say(to ? agreementTexts.valid_until : agreementTexts.valid_unset, { to: to ?? '' });
  return row.notice_days ? `${span} ${say(agreementTexts.notice, { days: format.number(Number(row.notice_days)) })}` : span;
}
