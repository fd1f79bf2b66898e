// The records behind one value of a measure, page by page: what was counted, or all that was looked at.
import { Button, NativeSelect, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BehindAnswer, ValuesAnswer } from '../../../practices/measurement/answers.record.ts';
import type { MeasureValue } from '../../../practices/measurement/measure.record.ts';
import { get, query } from '../../api.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { figureWords, periodName } from '../../measure-words.ts';
import { Heads } from '../../parts/heads.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { measureTexts as texts } from '../../texts/measure.ts';

type Part = BehindAnswer['part'];
type Props = { readonly answer: ValuesAnswer; readonly value: MeasureValue; readonly onPick: (period: string) => void };

export function Behind({ answer: { formula, values }, value, onPick }: Props) {
  const say = useSay();
  const format = useFormat();
  const [part, setPart] = useState<Part>(formula.denominator === null ? 'numerator' : 'denominator');
  const asked = useInfiniteQuery({
    queryKey: ['measure', 'behind', formula.code, value.period, part],
    queryFn: ({ signal, pageParam }) =>
      get<BehindAnswer>(`/api/measures/${encodeURIComponent(formula.code)}/records${query({ period: value.period, part, after: pageParam })}`, signal),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const told = (each: MeasureValue): string =>
    say(texts.behind_of, { period: periodName(each.period, { say, format }), value: figureWords(each.value, formula.unit, format) });
  return (
    <section className="behind">
      <h3 id="behind">{say(texts.behind)}</h3>
      <div className="measure-head">
        <NativeSelect
          size="xs"
          aria-label={say(texts.period)}
          value={value.period}
          data={values.toReversed().flatMap((each) => (each.value === null && each.period !== value.period ? [] : [{ value: each.period, label: told(each) }]))}
          onChange={(event) => onPick(event.currentTarget.value)}
        />
        {formula.denominator === null ? null : (
          <SegmentedControl
            size="xs"
            aria-label={say(texts.behind)}
            value={part}
            onChange={(chosen) => setPart(chosen as Part)}
            data={(['denominator', 'numerator'] as const).map((each) => ({ value: each, label: say(texts[`part_${each}`]) }))}
          />
        )}
      </div>
      <Panel of={asked} lines={4}>
        {({ pages }) => {
          const rows = pages.flatMap((each) => each.data);
          if (!rows.length) return <p className="dim">{say(texts.no_records)}</p>;
          return (
            <>
              <Sideways label={say(texts.behind)} className="whole">
                <table className="plain">
                  <Heads of={[texts.record, texts.adds]} />
                  <tbody>
                    {rows.map((each) => (
                      <tr key={each.id}>
                        <td>
                          <Link to="/$id" params={{ id: each.id }}>
                            <span className="mono">{each.id}</span> {each.title}
                          </Link>
                        </td>
                        <td className="num">{format.number(Math.round(each[part === 'numerator' ? 'num' : 'den'] * 100) / 100)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Sideways>
              {asked.hasNextPage ? (
                <Button variant="default" size="xs" loading={asked.isFetchingNextPage} onClick={() => void asked.fetchNextPage()}>
                  {say(texts.more)}
                </Button>
              ) : null}
            </>
          );
        }}
      </Panel>
    </section>
  );
}
