// Bars of how many incidents there were each day, or each week of a long window, with what was to be expected as a line across.
import { dateOf, dayOf } from '../../../calculus/candidate-days.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { candidateTexts as texts } from '../../texts/candidate.ts';
import { type Candidate, expectedWords } from './candidate-words.ts';
import type { Evidence } from './queries.ts';

type Bar = { readonly from: string; readonly count: number; readonly own: number };
type Props = { readonly candidate: Candidate; readonly evidence: Evidence };
const [width, height] = [560, 120];

/** A long window is drawn by weeks that end with its last day: single days say little there. */
function barsOf({ window_days }: Candidate, { from, to, days }: Evidence): { readonly bars: readonly Bar[]; readonly length: number } {
  const length = window_days > 7 ? 7 : 1;
  const [first, last] = [dayOf(from), dayOf(to)];
  const count = Math.max(1, Math.floor((last - first + 1) / length));
  const begin = last + 1 - count * length;
  const bars = Array.from({ length: count }, (_, i) => ({ from: dateOf(begin + i * length), count: 0, own: 0 }));
  for (const each of days) {
    const bar = bars[Math.floor((dayOf(each.day) - begin) / length)];
    if (!bar) continue;
    bar.count += each.count;
    bar.own += each.own;
  }
  return { bars, length };
}

export function CandidateChart({ candidate, evidence }: Props) {
  const say = useSay();
  const format = useFormat();
  const { bars, length } = barsOf(candidate, evidence);
  const expected = (candidate.expected_milli / 1_000 / candidate.window_days) * length;
  const most = Math.max(expected, ...bars.map((each) => each.count), 1);
  const title = say(length === 1 ? texts.chart : texts.chart_weeks);
  const step = width / bars.length;
  const y = (value: number): number => height - (value / most) * (height - 14);
  return (
    <figure className="candidate-chart">
      <figcaption className="small">
        <b>{title}</b> <span className="dim">{say(texts.chart_line)}</span>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + 18}`} aria-hidden="true">
        {bars.map((bar, i) => (
          <g key={bar.from}>
            <rect className="bar-all" x={i * step + step * 0.12} width={step * 0.76} y={y(bar.count)} height={height - y(bar.count)} />
            <rect className="bar-own" x={i * step + step * 0.12} width={step * 0.76} y={y(bar.own)} height={height - y(bar.own)} />
          </g>
        ))}
        <line className="base" x1="0" x2={width} y1={height} y2={height} />
        <line className="expected" x1={width - (candidate.window_days / length) * step} x2={width} y1={y(expected)} y2={y(expected)} />
        <text x="0" y="10">
          {format.number(Math.round(most))}
        </text>
        <text x="0" y={height + 14}>
          {format.date(bars[0]?.from ?? evidence.from)}
        </text>
        <text x={width} y={height + 14} textAnchor="end">
          {format.date(evidence.to)}
        </text>
      </svg>
      <p className="candidate-legend small">
        <span data-bar="own">{say(texts.in_window)}</span>
        {evidence.whole ? <span data-bar="all">{say(texts.others)}</span> : <span className="dim">{say(texts.chart_topic)}</span>}
      </p>
      <details className="small">
        <summary>{say(texts.as_table)}</summary>
        <Sideways label={title}>
          <table className="plain">
            <thead>
              <tr>
                <th scope="col">{say(length === 1 ? texts.day : texts.week_from)}</th>
                <th scope="col">{say(texts.in_window)}</th>
                <th scope="col">{say(texts.all)}</th>
                <th scope="col">{say(texts.expected)}</th>
              </tr>
            </thead>
            <tbody>
              {bars.toReversed().map((bar) => (
                <tr key={bar.from}>
                  <th scope="row">{format.date(bar.from)}</th>
                  <td>{format.number(bar.own)}</td>
                  <td>{format.number(bar.count)}</td>
                  <td>{expectedWords(expected * 1_000, format)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      </details>
    </figure>
  );
}
