// A value of a measure in words, by its unit: 970000 of a share is 97 %, 4120 of money is 41.20, 2500 of a score is 2.5.
import type { Format } from '../../format.ts';

type Unit = 'share' | 'count' | 'minutes' | 'money' | 'score';

export function figureOf(value: number | null | undefined, unit: string | null | undefined, format: Format): string {
  if (value === null || value === undefined) return '–';
  const sign = value < 0 ? '−' : '';
  const size = Math.abs(value);
  const words: Readonly<Record<Unit, () => string>> = {
    share: () => format.ppm(size),
    count: () => format.number(size),
    minutes: () => format.minutes(size),
    money: () => format.number(size / 100),
    score: () => format.number(Math.round(size / 10) / 100),
  };
  return sign + (words[(unit ?? 'count') as Unit] ?? words.count)();
}
