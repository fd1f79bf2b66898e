// The figures of a capacity plan: use and its forecast drawn against what is contracted, the day it crosses, and the peak of those who share it.
import { capacityPlan } from '../../../practices/planning/capacity-plan.record.ts';
import type { CapacityFigures, Refs as Names } from '../../../practices/planning/figures.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Chart, type ChartOption, type ChartTable, type Colours } from '../../parts/chart.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { planningTexts as texts } from '../../texts/planning.ts';
import { Figure, Figures, Refs, useFigures, VerdictBadge } from './parts.tsx';

type Shown = { readonly data: CapacityFigures; readonly refs: Names };

export function Capacity({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const asked = useFigures<CapacityFigures>(capacityPlan, answer.data.id, answer.data.version);
  return (
    <Panel of={asked} lines={8}>
      {({ data, refs }) => (
        <div className="plan">
          <p>
            <VerdictBadge verdict={data.verdict}>{data.verdict === 'bad' ? say(texts.runs_out) : undefined}</VerdictBadge>
          </p>
          <Head data={data} refs={refs} />
          {data.points.length ? <Drawn data={data} refs={refs} /> : <Message icon="chart" title={say(texts.no_points)} text={say(texts.too_few)} />}
        </div>
      )}
    </Panel>
  );
}

function Head({ data, refs }: Shown) {
  const say = useSay();
  const format = useFormat();
  const amount = (value: number): string => `${format.number(value)} ${data.unit}`;
  const { peak } = data;
  const until = data.latest_on ? format.date(data.latest_on) : say(texts.later);
  return (
    <Figures>
      <Figure label={say(texts.contracted)} value={amount(data.contracted)} strong />
      <Figure label={say(texts.crosses)} value={data.crosses_on ? format.date(data.crosses_on) : say(texts.crosses_not)} strong>
        {data.earliest_on ? say(texts.between, { from: format.date(data.earliest_on), to: until }) : null}
      </Figure>
      <Figure label={say(texts.headroom)} value={data.headroom_ppm === null ? '–' : format.share(data.headroom_ppm)}>
        {say(texts.headroom_wanted, { share: format.share(data.headroom_wanted_ppm) })}
        {data.headroom_gone_on ? `; ${say(texts.headroom_gone, { date: format.date(data.headroom_gone_on) })}` : ''}
      </Figure>
      {data.unused_minor === null ? null : (
        <Figure label={say(texts.unused)} value={format.money(data.unused_minor, data.currency)}>
          {say(texts.per_month)}
        </Figure>
      )}
      {data.mape === null ? null : (
        <Figure label={say(texts.error)} value={format.percent(data.mape)}>
          {data.naive_mape === null ? null : say(texts.naive, { share: format.percent(data.naive_mape) })}
        </Figure>
      )}
      {peak.counted.length || peak.silent.length ? (
        <Figure label={say(texts.peak)} value={amount(peak.sum)}>
          <VerdictBadge verdict={peak.spare < 0 ? 'bad' : 'good'}>
            {say(peak.spare < 0 ? texts.short : texts.spare, { amount: amount(Math.abs(peak.spare)) })}
          </VerdictBadge>{' '}
          <Refs ids={peak.counted} refs={refs} />
          {peak.silent.length ? ` · ${say(texts.silent, { services: format.list(peak.silent.map((each) => refs[each] ?? each)) })}` : ''}
        </Figure>
      ) : null}
    </Figures>
  );
}

function Drawn({ data }: Shown) {
  const say = useSay();
  const format = useFormat();
  const periods = [...data.points, ...data.ahead].map((each) => each.period);
  const past = data.points.length;
  const cell = (value: number | undefined): string => (value === undefined ? '' : format.number(value));
  const table: ChartTable = {
    heads: [texts.month, texts.used, texts.forecast, texts.least, texts.most],
    rows: periods.map((period, at) => {
      const ahead = data.ahead[at - past];
      return { key: period, cells: [format.month(period), cell(data.points[at]?.value), cell(ahead?.value), cell(ahead?.lower), cell(ahead?.upper)] };
    }),
  };
  const words = { used: say(texts.used), forecast: say(texts.forecast), contracted: say(texts.contracted), least: say(texts.least), most: say(texts.most) };
  return (
    <>
      <Chart label={say(texts.chart)} height={280} table={table} option={(colours) => optionOf(data, { colours, periods, words })} />
      {data.method === null ? <p className="dim small">{say(texts.too_few)}</p> : null}
    </>
  );
}

type Drawing = {
  readonly colours: Colours;
  readonly periods: readonly string[];
  readonly words: Readonly<Record<'used' | 'forecast' | 'contracted' | 'least' | 'most', string>>;
};

/** The forecast goes on from the last month that is known; its interval is two thin dashed lines. */
function optionOf(data: CapacityFigures, { colours, periods, words }: Drawing): ChartOption {
  const past = data.points.length;
  const last = data.points.at(-1)?.value ?? null;
  const ahead = (which: 'value' | 'lower' | 'upper') => periods.map((_, at) => (at === past - 1 ? last : (data.ahead[at - past]?.[which] ?? null)));
  const line = { type: 'line', showSymbol: false };
  const edge = { ...line, lineStyle: { type: 'dotted', width: 1, color: colours.soft }, itemStyle: { color: colours.soft } };
  return {
    grid: { left: 8, right: 8, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, textStyle: { color: colours.ink } },
    xAxis: { type: 'category', data: [...periods], axisLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.soft } },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: colours.line } }, axisLabel: { color: colours.soft } },
    series: [
      {
        ...line,
        name: words.used,
        data: periods.map((_, at) => data.points[at]?.value ?? null),
        lineStyle: { width: 2, color: colours.accent },
        itemStyle: { color: colours.accent },
      },
      {
        ...line,
        name: words.forecast,
        data: ahead('value'),
        lineStyle: { width: 2, type: 'dashed', color: colours.accent },
        itemStyle: { color: colours.accent },
      },
      { ...edge, name: words.least, data: ahead('lower') },
      { ...edge, name: words.most, data: ahead('upper') },
      {
        ...line,
        name: words.contracted,
        data: periods.map(() => data.contracted),
        lineStyle: { width: 2, color: colours.bad },
        itemStyle: { color: colours.bad },
      },
    ],
  };
}
