// The effect of an improvement: its values before and after with the limits of before, as a chart and as a table.
import type { Evidence } from '../../../practices/improvement/improvement.shapes.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Chart } from '../../parts/chart.tsx';
import { improveTexts as texts } from '../../texts/governance.ts';
import '../../style/governance.css';
import { figureOf } from './figure.ts';

export function EffectEvidence({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const evidence = answer.data.evidence as Evidence | null;
  if (!evidence) return <p className="dim">{say(texts.evidence_none)}</p>;
  const { before, after, limits, word, baseline, measured, from } = evidence;
  const unit = answer.data.unit as string | null;
  const of = (value: number) => figureOf(value, unit, format);
  const values = [...before.map((each) => ({ ...each, when: texts.before })), ...after.map((each) => ({ ...each, when: texts.after }))];
  const label = `${of(baseline)} → ${of(measured)}: ${say(texts[word])}`;
  return (
    <div className="gov-stack">
      <p>
        <strong>{label}</strong>
      </p>
      <p className="dim small">{say(texts.evidence_from, { from })}</p>
      <Chart
        label={label}
        height={260}
        option={(colours) => ({
          grid: { left: 70, right: 20, top: 20, bottom: 30 },
          xAxis: { type: 'category', data: values.map((each) => each.period) },
          yAxis: { type: 'value', scale: true, axisLabel: { formatter: (value: number) => of(Math.round(value)) } },
          series: [
            {
              name: say(texts.value),
              type: 'line',
              data: values.map((each, index) => ({
                value: each.value,
                symbol: index < before.length ? 'circle' : 'diamond',
                symbolSize: index < before.length ? 6 : 11,
              })),
              markLine: {
                silent: true,
                symbol: 'none',
                label: { show: false },
                data: [
                  { yAxis: baseline, lineStyle: { color: colours.soft } },
                  ...(limits ? [limits.lower, limits.upper].map((yAxis) => ({ yAxis, lineStyle: { color: colours.warn, type: 'dashed' as const } })) : []),
                ],
              },
            },
          ],
        })}
        table={{
          heads: [texts.month, texts.value, texts.when],
          rows: values.map((each) => ({ key: each.period, cells: [each.period, of(each.value), say(each.when)] })),
        }}
      />
      {limits ? (
        <p className="small">
          {say(texts.limits)}: {of(limits.lower)} – {of(limits.upper)}
        </p>
      ) : null}
    </div>
  );
}
