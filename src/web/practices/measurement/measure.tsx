// One measure: its control chart with what to do about it, what exactly is counted, and the records behind any of its values.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ValuesAnswer } from '../../../practices/measurement/answers.record.ts';
import { formulaNames } from '../../../practices/measurement/names.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { figureWords, measureName, periodName } from '../../measure-words.ts';
import { Panel } from '../../parts/states.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';
import { Behind } from './behind.tsx';
import { ControlChart } from './control-chart.tsx';
import { Definition } from './definition.tsx';
import { againMs, Counting } from './parts.tsx';
import '../../style/measure.css';

const counts = { week: 40, month: 25, quarter: 14 } as const;
type Grain = keyof typeof counts;

/** `per` and `period` come from the address where there is one. */
export function MeasureView({ code, first, period }: { readonly code: string; readonly first?: Grain; readonly period?: string }) {
  const say = useSay();
  const [per, setPer] = useState<Grain>(first ?? 'month');
  const asked = useQuery({
    queryKey: ['measure', 'values', code, per],
    queryFn: ({ signal }) => get<ValuesAnswer>(`/api/measures/${encodeURIComponent(code)}/values${query({ per, periods: counts[per] })}`, signal),
    placeholderData: (before) => before,
    refetchInterval: ({ state }) => againMs(Boolean(state.data?.left)),
  });
  return (
    <Panel of={asked} lines={8}>
      {(answer) => (
        <div className="measure-view">
          <section>
            <div className="measure-head">
              <h2>{say(texts.chart)}</h2>
              <NativeSelect
                size="xs"
                aria-label={say(texts.period)}
                data={answer.formula.grains.map((each) => ({ value: each, label: say(texts[`per_${each}`]) }))}
                value={per}
                onChange={(event) => setPer(event.currentTarget.value as Grain)}
              />
            </div>
            <Counting on={answer.left > 0} />
            <Told answer={answer} period={period} />
          </section>
          <Definition answer={answer} />
        </div>
      )}
    </Panel>
  );
}

function Told({ answer, period }: { readonly answer: ValuesAnswer; readonly period: string | undefined }) {
  const [picked, setPicked] = useState<string | null>(period ?? null);
  const known =
    answer.values.find((each) => each.period === picked) ??
    answer.values.findLast((each, i) => i < answer.values.length - 1 && each.value !== null) ??
    answer.values.at(-1);
  return (
    <>
      <ControlChart answer={answer} onPick={setPicked} />
      <Advice answer={answer} />
      {known ? <Behind answer={answer} value={known} onPick={setPicked} /> : null}
    </>
  );
}

/** What the chart says, and what it is wise to do: the same words for everybody. */
function Advice({ answer: { behaviour, capability, formula, measure } }: { readonly answer: ValuesAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { verdict, centre, signals, phases } = behaviour;
  const target = measure?.target ?? null;
  const isMissed = target !== null && centre !== null && (formula.better === 'higher' ? centre < target : centre > target);
  const words = { too_few: texts.too_few, common: texts.common, special: texts.special_text }[verdict];
  return (
    <div className={`advice ${verdict}`}>
      <p>
        <strong>{say(texts[`verdict_${verdict}`])}.</strong> {say(words)} {verdict === 'common' && isMissed ? say(texts.common_missed) : null}
      </p>
      {capability === null ? null : (
        <p>
          {say(texts.capability, { index: format.number(capability) })}{' '}
          {say(capability >= 1 ? texts.capable : capability >= 0 ? texts.not_capable : texts.off_target)}
        </p>
      )}
      {signals.length ? (
        <ul>
          {signals.toReversed().map((each) => (
            <li key={`${each.rule} ${each.from} ${each.side}`}>
              {say(texts[`rule_${each.rule}` as 'rule_1'], {
                period: periodName(each.from, { say, format }),
                side: say(texts[`side_${each.side}`]),
                length: each.length,
              })}
            </li>
          ))}
        </ul>
      ) : null}
      {phases.slice(1).map((each) => (
        <p key={each.period} className="small">
          {say(texts.baseline, { period: periodName(each.period, { say, format }), reason: each.reason })}
        </p>
      ))}
    </div>
  );
}

/** The name of a measure as the house calls it, with the way to its record. */
export function MeasureTitle({ answer }: { readonly answer: ValuesAnswer }) {
  const say = useSay();
  const format = useFormat();
  const { measure, formula } = answer;
  return (
    <>
      <h1>{measure ? measureName({ code: formula.code, name: measure.name }, say) : say(formulaNames[formula.code])}</h1>
      <p className="dim small">
        <span className="mono">{formula.code}</span>
        {measure ? (
          <>
            {' · '}
            <Link to="/$id" params={{ id: measure.id }}>
              {say(texts.open_record)} {measure.id}
            </Link>
            {measure.target === null ? null : <> · {say(texts.target_is, { target: figureWords(measure.target, formula.unit, format) })}</>}
          </>
        ) : null}
      </p>
    </>
  );
}
