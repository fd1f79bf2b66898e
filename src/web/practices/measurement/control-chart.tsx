// The control chart of a measure: its values, the centre and limits of each baseline, and the points that are no usual variation.
import type { BehaviourPoint } from '../../../calculus/process-behaviour.ts';
import type { ValuesAnswer } from '../../../practices/measurement/answers.record.ts';
import { formulaNames } from '../../../practices/measurement/names.record.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { figureWords, measureName, periodName } from '../../measure-words.ts';
import { Chart, type Colours } from '../../parts/chart.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';

export function ControlChart({ answer, onPick }: { readonly answer: ValuesAnswer; readonly onPick: (period: string) => void }) {
  const say = useSay();
  const format = useFormat();
  const { formula, measure, behaviour, running } = answer;
  const words = (value: number | null): string => figureWords(value === null ? null : Math.round(value), formula.unit, format);
  // A house has no figures before its first record: an empty left half says nothing.
  const begins = behaviour.points.findIndex((each) => each.value !== null);
  const points = behaviour.points.slice(Math.max(0, begins));
  const last = running ? points.length - 1 : -1;
  const name = measure ? measureName({ code: formula.code, name: measure.name }, say) : say(formulaNames[formula.code]);
  const line = (colour: string, type: 'solid' | 'dashed') => ({
    type: 'line',
    step: 'middle',
    symbol: 'none',
    silent: true,
    lineStyle: { color: colour, width: 1, type },
  });
  const values = (colours: Colours) =>
    points.map((each, i) => ({
      value: each.value,
      symbol: i === last ? 'emptyCircle' : each.special ? 'diamond' : 'circle',
      symbolSize: each.special ? 12 : 6,
      itemStyle: { color: each.special ? colours.bad : colours.accent },
    }));
  const option = (colours: Colours) => ({
    grid: { left: 8, right: 16, top: 16, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: points.map((each) => each.period), axisLabel: { color: colours.soft } },
    yAxis: {
      type: 'value',
      scale: true,
      axisLabel: { color: colours.soft, formatter: (value: number) => words(value) },
      splitLine: { lineStyle: { color: colours.line } },
    },
    tooltip: { trigger: 'axis', renderMode: 'richText', valueFormatter: (value: unknown) => words(typeof value === 'number' ? value : null) },
    series: [
      { ...line(colours.soft, 'solid'), name: say(texts.centre), data: points.map((each) => each.centre) },
      { ...line(colours.warn, 'dashed'), name: say(texts.upper), data: points.map((each) => each.upper) },
      { ...line(colours.warn, 'dashed'), name: say(texts.lower), data: points.map((each) => each.lower) },
      ...(measure?.target === null || measure === null
        ? []
        : [{ ...line(colours.good, 'solid'), name: say(texts.target), data: points.map(() => measure.target) }]),
      { type: 'line', name, data: values(colours), lineStyle: { color: colours.accent, width: 2 }, itemStyle: { color: colours.accent } },
    ],
  });
  return (
    <Chart
      label={say(texts.chart_says, { name })}
      height={280}
      option={option}
      onPick={({ index }) => onPick(points[index]?.period ?? '')}
      table={{
        heads: [texts.period, texts.value, texts.lower, texts.centre, texts.upper, texts.status],
        rows: points.toReversed().map((each) => ({ key: each.period, cells: cells(each) })),
      }}
    />
  );

  function cells(each: BehaviourPoint) {
    const isRunning = points[last]?.period === each.period;
    return [
      <button key="p" type="button" className="link" onClick={() => onPick(each.period)}>
        {periodName(each.period, { say, format })}
      </button>,
      words(each.value),
      words(each.lower),
      words(each.centre),
      words(each.upper),
      isRunning ? (
        say(texts.so_far)
      ) : each.special ? (
        <span key="s" className="figure-word bad">
          {say(texts.special)}
        </span>
      ) : (
        ''
      ),
    ];
  }
}
