// How much time goes to the future: planned and actual, what was protected and what of it was borrowed, and thirteen months of it.
import { useQuery } from '@tanstack/react-query';
import type { Text } from '../../../kernel/text.ts';
import type { TrendAnswer, TrendMonth, WorkCell, Workforce } from '../../../practices/workforce/figures.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Chart } from '../../parts/chart.tsx';
import { Panel } from '../../parts/states.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';
import type { Opened } from './behind.tsx';
import { Hours, Opens, total } from './tables.tsx';

type Props = { readonly data: Workforce; readonly open: (opened: Opened) => void };

export function FutureFigures({ data: { future, cells, to }, open }: Props) {
  const say = useSay();
  const format = useFormat();
  const shown = (share: number | null): string => (share === null ? '–' : format.share(share));
  const ahead = cells.filter((each) => each.level !== 'operational');
  const planned = (of: readonly WorkCell[]): number => of.reduce((sum, each) => sum + each.allocated, 0);
  const spent = (of: readonly WorkCell[]): number => of.reduce((sum, each) => sum + total(each.spent), 0);
  return (
    <>
      <h2>{say(texts.future)}</h2>
      <p className="dim small">{say(texts.future_text)}</p>
      <ul className="wf-figures">
        {(
          [
            { what: 'allocated', label: texts.planned, share: future.planned, part: planned(ahead), all: planned(cells) },
            { what: 'spent', label: texts.actual, share: future.actual, part: spent(ahead), all: spent(cells) },
          ] as const
        ).map(({ what, label, share, part, all }) => (
          <li className="card" key={what}>
            <span className="small">{say(label)}</span>
            <strong>{share === null ? '–' : <Opens text={shown(share)} open={() => open({ what, name: say(label), level: 'future' })} />}</strong>
            <span className="dim small">
              {format.hours(part)} {say(texts.out_of)} <Hours minutes={all} open={() => open({ what, name: say(texts[what]) })} />
            </span>
          </li>
        ))}
        <li className="card">
          <span className="small">{say(texts.protected)}</span>
          <strong>
            <Hours minutes={future.protected} open={() => open({ what: 'protected', name: say(texts.protected) })} />
          </strong>
        </li>
        <li className="card">
          <span className="small">{say(texts.lent)}</span>
          <strong>
            <Hours minutes={future.lent} open={() => open({ what: 'lent', name: say(texts.lent) })} />
          </strong>
          <span className="dim small">
            {future.protected > 0 ? say(texts.lent_share, { share: format.percent(future.lent / future.protected) }) : null}
            {future.returned > 0 ? ` · ${say(texts.returned, { time: format.hours(future.returned) })}` : null}
          </span>
        </li>
      </ul>
      <Trend to={to} open={open} />
    </>
  );
}

/** Read apart from the rest, because a year takes longer than a month. */
function Trend({ to, open }: { readonly to: string; readonly open: Props['open'] }) {
  const say = useSay();
  const found = useQuery({
    queryKey: ['allocation', 'list', 'workforce-trend', to],
    queryFn: ({ signal }) => get<TrendAnswer>(`/api/workforce/trend${query({ to })}`, signal),
    placeholderData: (before) => before,
  });
  return (
    <section aria-label={say(texts.trend_label)} className="wf-trend">
      <Panel of={found} lines={6}>
        {({ data }) => <Months months={data} open={open} />}
      </Panel>
    </section>
  );
}

function Months({ months, open }: { readonly months: readonly TrendMonth[]; readonly open: Props['open'] }) {
  const say = useSay();
  const format = useFormat();
  const part = (share: number | null): number | null => (share === null ? null : Math.round(share / 1_000) / 10);
  const look = (month: string, what: Opened['what'], label: Text) => () => {
    const level = what === 'lent' ? {} : { level: 'future' };
    open({ what, name: `${say(label)}, ${format.month(month)}`, ...level, ...datesOf(month) });
  };
  const cell = (month: string, what: 'allocated' | 'spent', share: number | null) =>
    share === null ? '–' : <Opens text={format.share(share)} open={look(month, what, what === 'spent' ? texts.actual : texts.planned)} />;
  return (
    <Chart
      label={say(texts.trend_label)}
      height={200}
      onPick={({ index, series }) => {
        const month = months[index]?.month;
        if (month) (series === say(texts.planned) ? look(month, 'allocated', texts.planned) : look(month, 'spent', texts.actual))();
      }}
      option={(colours) => ({
        grid: { left: 46, right: 12, top: 30, bottom: 26 },
        legend: { top: 0, textStyle: { color: colours.ink } },
        tooltip: { trigger: 'axis' },
        xAxis: {
          type: 'category',
          data: months.map((each) => each.month),
          axisLabel: { color: colours.soft },
          axisLine: { lineStyle: { color: colours.line } },
        },
        yAxis: { type: 'value', min: 0, axisLabel: { formatter: '{value} %', color: colours.soft }, splitLine: { lineStyle: { color: colours.line } } },
        series: [
          {
            name: say(texts.planned),
            type: 'line',
            data: months.map((each) => part(each.planned)),
            lineStyle: { type: 'dashed' },
            color: colours.soft,
            symbolSize: 6,
          },
          { name: say(texts.actual), type: 'line', data: months.map((each) => part(each.actual)), color: colours.accent, symbolSize: 6 },
        ],
      })}
      table={{
        heads: [texts.month, texts.planned, texts.actual, texts.lent],
        rows: months.map(({ month, planned, actual, lent }) => ({
          key: month,
          cells: [
            format.month(month),
            cell(month, 'allocated', planned),
            cell(month, 'spent', actual),
            <Hours key="lent" minutes={lent} open={look(month, 'lent', texts.lent)} />,
          ],
        })),
      }}
    />
  );
}

const datesOf = (month: string): { from: string; to: string } => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
};
