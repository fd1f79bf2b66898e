// Small parts of figures: a line of the last months, whether the target is met, and the trend in a word.
import type { Figure } from '../../../practices/measurement/answers.record.ts';
import type { MeasureValue } from '../../../practices/measurement/measure.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { figureWords, periodName } from '../../measure-words.ts';
import { measureTexts as texts } from '../../texts/measure.ts';

const [width, height] = [96, 24];

/** The months before as a line; its words are for those who do not see it. */
export function Sparkline({ values, unit }: { readonly values: readonly MeasureValue[]; readonly unit: Figure['unit'] }) {
  const say = useSay();
  const format = useFormat();
  const told = values.filter((each) => each.value !== null);
  const numbers = told.map((each) => each.value ?? 0);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const x = (i: number): number => (values.length > 1 ? (i / (values.length - 1)) * (width - 4) + 2 : width / 2);
  const y = (value: number): number => (most > least ? height - 3 - ((value - least) / (most - least)) * (height - 6) : height / 2);
  const points = values.flatMap((each, i) => (each.value === null ? [] : [`${x(i).toFixed(1)},${y(each.value).toFixed(1)}`]));
  const words = told.map((each) => `${periodName(each.period, { say, format })} ${figureWords(each.value, unit, format)}`).join(', ');
  const last = points.at(-1)?.split(',');
  return (
    <svg
      className="sparkline"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={say(texts.sparkline, { values: words || '–' })}
    >
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" strokeWidth="1.5" />
      {last ? <circle cx={last[0]} cy={last[1]} r="2.2" fill="currentColor" /> : null}
    </svg>
  );
}

/** Said while months are still being counted, which the page asks for again meanwhile. */
export function Counting({ on }: { readonly on: boolean }) {
  const say = useSay();
  return on ? (
    <p className="dim small" role="status">
      {say(texts.counting)}
    </p>
  ) : null;
}

/** How soon a page asks again: while something is being counted, in a moment. */
export const againMs = (counting: boolean | undefined): number | false => (counting ? 1_500 : false);

export function Met({ met }: { readonly met: boolean | null }) {
  const say = useSay();
  if (met === null) return <span className="dim">{say(texts.no_target)}</span>;
  return <span className={`figure-word ${met ? 'good' : 'bad'}`}>{say(met ? texts.met : texts.not_met)}</span>;
}

export function TrendWord({ trend }: { readonly trend: Figure['trend'] }) {
  const say = useSay();
  const tone = { better: 'good', worse: 'bad', steady: 'dim', unknown: 'dim' }[trend];
  return <span className={`figure-word ${tone}`}>{say(texts[`trend_${trend}`])}</span>;
}
