// How mature the processes are: a radar of previous, present and goal, with the same as a table.
import { Link } from '@tanstack/react-router';
import type { Mature } from '../../../practices/measurement/answers.record.ts';
import { useSay } from '../../language.tsx';
import { Chart, type Colours } from '../../parts/chart.tsx';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';

const most = 5;

export function MaturityRadar({ processes }: { readonly processes: readonly Mature[] }) {
  const say = useSay();
  const cells = (each: Mature) => [
    <Link key="p" to="/$id" params={{ id: each.id }}>
      {each.process}
    </Link>,
    each.previous ?? '–',
    each.score ?? '–',
    each.goal ?? '–',
  ];
  const heads = [texts.process, texts.maturity_previous, texts.maturity_now, texts.maturity_goal];
  const line = (name: string, values: readonly (number | null)[], style: object) => ({ name, value: values.map((each) => each ?? 0), symbolSize: 4, ...style });
  const option = (colours: Colours) => ({
    legend: { bottom: 0, textStyle: { color: colours.ink } },
    radar: {
      indicator: processes.map((each) => ({ name: each.process, max: most, min: 0 })),
      axisName: { color: colours.ink },
      splitArea: { show: false },
      splitLine: { lineStyle: { color: colours.line } },
    },
    series: [
      {
        type: 'radar',
        data: [
          line(
            say(texts.maturity_previous),
            processes.map((each) => each.previous),
            { lineStyle: { type: 'dashed', color: colours.soft }, itemStyle: { color: colours.soft } },
          ),
          line(
            say(texts.maturity_now),
            processes.map((each) => each.score),
            { lineStyle: { color: colours.accent, width: 2 }, itemStyle: { color: colours.accent } },
          ),
          line(
            say(texts.maturity_goal),
            processes.map((each) => each.goal),
            { lineStyle: { type: 'dotted', color: colours.good }, itemStyle: { color: colours.good } },
          ),
        ],
      },
    ],
  });
  const table = { heads, rows: processes.map((each) => ({ key: each.id, cells: cells(each) })) };
  return (
    <section className="maturity">
      <h2>{say(texts.maturity)}</h2>
      {processes.length === 0 ? <p className="dim">{say(texts.maturity_none)}</p> : <p className="dim small">{say(texts.maturity_text)}</p>}
      {processes.length > 2 ? <Chart label={say(texts.maturity)} option={option} height={340} table={table} /> : null}
      {processes.length > 0 && processes.length <= 2 ? (
        <Sideways label={say(texts.maturity)}>
          <table className="plain">
            <Heads of={heads} />
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.key}>
                  {row.cells.map((cell, at) => (
                    <td key={heads[at]?.en ?? at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      ) : null}
    </section>
  );
}
