// A chart in the colours of the screens, with the same figures as a table for those who rather read, or cannot see.
import { useComputedColorScheme } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Text } from '../../kernel/text.ts';
import { useSay } from '../language.tsx';
import type { Drawn } from './chart-engine.ts';
import { Heads } from './heads.tsx';
import { Sideways } from './sideways.tsx';

export type ChartOption = EChartsCoreOption;
export type ChartTable = { readonly heads: readonly Text[]; readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[] };
/** Colours by what they mean; `parts` tells series apart. Always with a second sign: a word, a dash, a shape. */
export type Colours = Readonly<Record<'ink' | 'soft' | 'line' | 'paper' | 'accent' | 'good' | 'warn' | 'bad' | 'info', string>> & {
  readonly parts: readonly string[];
};

type Props = {
  /** What the chart says, in one sentence: its name for those who do not see it. */
  readonly label: string;
  readonly option: (colours: Colours) => ChartOption;
  readonly table: ChartTable;
  readonly height?: number;
  /** What was chosen: place in its series and name of the series. The same must be possible in the table. */
  readonly onPick?: (picked: { readonly index: number; readonly series: string }) => void;
};

const words = {
  as_table: { en: 'As a table', nl: 'Als tabel', de: 'Als Tabelle' },
  as_chart: { en: 'As a chart', nl: 'Als grafiek', de: 'Als Diagramm' },
} as const;

export function Chart({ label, option, table, height = 240, onPick }: Props) {
  const say = useSay();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" aria-label={label}>
      <button type="button" className="chart-turn" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
        {say(asTable ? words.as_chart : words.as_table)}
      </button>
      {asTable ? <Twin label={label} table={table} /> : <Drawing label={label} option={option} height={height} {...(onPick ? { onPick } : {})} />}
    </figure>
  );
}

function Twin({ label, table }: Pick<Props, 'label' | 'table'>) {
  return (
    <Sideways label={label}>
      <table className="plain">
        <Heads of={table.heads} />
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.key}>
              {row.cells.map((cell, at) => (
                <td key={table.heads[at]?.en ?? at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Drawing({ label, option, height, onPick }: Pick<Props, 'label' | 'option' | 'onPick'> & { readonly height: number }) {
  const place = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const scheme = useComputedColorScheme('light');
  useEffect(() => {
    let made: Drawn | undefined;
    let gone = false;
    void import('./chart-engine.ts').then(({ drawIn }) => {
      if (gone || !place.current) return;
      made = drawIn(place.current);
      setDrawn(made);
    });
    const resized = new ResizeObserver(() => made?.resize());
    if (place.current) resized.observe(place.current);
    return () => {
      gone = true;
      resized.disconnect();
      made?.dispose();
    };
  }, []);
  useEffect(() => {
    if (drawn && scheme) drawn.setOption(dressed(option), { notMerge: true });
  }, [drawn, option, scheme]);
  useEffect(() => {
    if (!drawn || !onPick) return;
    const picked = (event: { readonly dataIndex: number; readonly seriesName?: string }) => onPick({ index: event.dataIndex, series: event.seriesName ?? '' });
    drawn.on('click', picked);
    return () => void drawn.off('click', picked);
  }, [drawn, onPick]);
  return <div ref={place} className="chart-place" role="img" aria-label={label} style={{ height }} />;
}

/** What every chart has in common: quiet axes, no moving about, tips as text and never as markup. */
function dressed(option: Props['option']): ChartOption {
  const colours = coloursNow();
  const font = getComputedStyle(document.body).fontFamily;
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    animation: !still,
    animationDuration: 200,
    color: [...colours.parts],
    textStyle: { color: colours.ink, fontFamily: font },
    tooltip: { renderMode: 'richText', confine: true, backgroundColor: colours.paper, borderColor: colours.line, textStyle: { color: colours.ink } },
    ...option(colours),
  };
}

function coloursNow(): Colours {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    ...{ ink: of('ink'), soft: of('soft'), line: of('line'), paper: of('paper'), accent: of('accent') },
    ...{ good: of('good'), warn: of('warn'), bad: of('bad'), info: of('info') },
    parts: [0, 1, 2, 3, 4, 5].map((each) => of(`part-${each}`)),
  };
}
