// Figures of measures in words: values in their unit and periods by name, the same on the screen and on paper.
import type { Params, Text } from '../kernel/text.ts';
import type { Formula } from '../practices/measurement/formula.record.ts';
import { formulaNames } from '../practices/measurement/names.record.ts';
import type { Format } from './formats.ts';
import { measureTexts as words } from './texts/measure.ts';

/** Shares are ppm, scores thousandths, times minutes, money cents. */
export function figureWords(value: number | null, unit: Formula['unit'], format: Format): string {
  if (value === null) return '–';
  if (unit === 'share') return format.share(value);
  if (unit === 'minutes') return format.minutes(value);
  if (unit === 'money') return format.money(value, 'EUR');
  return format.number(unit === 'score' ? Math.round(value / 10) / 100 : value);
}

/** A measure that kept the name of its formula is called in the reader's language; a name of its own stays as it was given. */
export function measureName({ code, name }: { readonly code: string; readonly name: string }, say: Tongue['say']): string {
  const known: Text | undefined = Object.entries(formulaNames).find(([each]) => each === code)?.[1];
  return known && Object.values(known).includes(name) ? say(known) : name;
}

type Tongue = { readonly say: (text: Text, params?: Params) => string; readonly format: Format };

export function periodName(period: string, { say, format }: Tongue): string {
  const [year = '', part = ''] = period.split('-');
  if (part.startsWith('W')) return say(words.week_name, { week: Number(part.slice(1)), year });
  return part.startsWith('Q') ? say(words.quarter_name, { quarter: part.slice(1), year }) : format.month(period);
}
