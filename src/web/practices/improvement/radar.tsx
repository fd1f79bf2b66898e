// How mature processes are: previous, present and goal around a radar, with the same as a table.
import type { Text } from '../../../kernel/text.ts';
import { useSay } from '../../language.tsx';
import { Chart, type ChartOption, type ChartTable, type Colours } from '../../parts/chart.tsx';
import { useWide } from '../../parts/wide.ts';

type Assessed = { readonly name: string; readonly previous: number | null; readonly score: number | null; readonly goal: number | null };
type Words = Readonly<Record<'previous' | 'current' | 'goal', Text>>;

export function Radar({
  of,
  words,
  label,
  table,
  height,
}: {
  readonly of: readonly Assessed[];
  readonly words: Words;
  readonly label: string;
  readonly table: ChartTable;
  readonly height: number;
}) {
  const say = useSay();
  const narrow = !useWide(700);
  const values = (pick: (each: Assessed) => number | null) => of.map((each) => pick(each) ?? 0);
  const option = (colours: Colours): ChartOption => ({
    legend: { bottom: 0, textStyle: { color: colours.ink } },
    radar: {
      indicator: of.map(({ name }) => ({ name, max: 5 })),
      splitNumber: 5,
      // Names of processes are long: they are broken rather than cut at the edge of a phone.
      radius: narrow ? '48%' : '72%',
      axisName: narrow ? { color: colours.ink, fontSize: 10, lineHeight: 12, formatter: (name: string) => name.replaceAll(' ', '\n') } : { color: colours.ink },
      splitLine: { lineStyle: { color: colours.line } },
      axisLine: { lineStyle: { color: colours.line } },
      splitArea: { show: false },
    },
    series: [
      {
        type: 'radar',
        data: [
          {
            name: say(words.previous),
            value: values((each) => each.previous),
            lineStyle: { type: 'dashed', color: colours.soft },
            itemStyle: { color: colours.soft },
            symbol: 'circle',
          },
          {
            name: say(words.current),
            value: values((each) => each.score),
            lineStyle: { width: 3, color: colours.accent },
            itemStyle: { color: colours.accent },
            areaStyle: { opacity: 0.12 },
          },
          {
            name: say(words.goal),
            value: values((each) => each.goal),
            lineStyle: { type: 'dotted', color: colours.good },
            itemStyle: { color: colours.good },
            symbol: 'diamond',
          },
        ],
      },
    ],
  });
  return <Chart label={label} height={height} option={option} table={table} />;
}
