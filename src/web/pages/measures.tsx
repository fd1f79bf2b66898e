// All measures in use: value against target, trend in a word, the months before; and the formulas nobody uses yet.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Figure, FiguresAnswer } from '../../practices/measurement/answers.record.ts';
import { measure } from '../../practices/measurement/measure.record.ts';
import { levels } from '../../practices/measurement/measure-fields.record.ts';
import { formulaNames } from '../../practices/measurement/names.record.ts';
import { get } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { figureWords, measureName, periodName } from '../measure-words.ts';
import { Heads } from '../parts/heads.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { againMs, Counting, Met, Sparkline, TrendWord } from '../practices/measurement/parts.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { measureTexts as texts } from '../texts/measure.ts';
import '../style/measure.css';

export function MeasuresPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({
    queryKey: ['measure', 'list', 'figures'],
    queryFn: ({ signal }) => get<FiguresAnswer>('/api/measure-figures', signal),
    refetchInterval: ({ state }) => againMs(state.data?.data.some((each) => each.counting)),
  });
  useEffect(() => {
    document.title = say(texts.measures);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.measures)}</h1>
          <p className="dim small">{say(texts.measures_text)}</p>
        </div>
        {mayOpen(measure, session) ? (
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(measure.name)}>
            {say(texts.choose)}
          </Button>
        ) : null}
      </header>
      <Panel of={asked} lines={10}>
        {({ data, unused, refs }) => (
          <>
            <Counting on={data.some((each) => each.counting)} />
            {data.length === 0 ? <Message icon="list" title={say(texts.empty)} text={say(texts.empty_text)} /> : <Rows figures={data} refs={refs} />}
            {unused.length ? (
              <section>
                <h2>{say(texts.unused)}</h2>
                <ul className="unused-formulas">
                  {unused.map((code) => (
                    <li key={code}>
                      <Link to="/measures/$code" params={{ code }}>
                        {say(formulaNames[code])} <span className="mono dim small">{code}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              </section>
            ) : null}
          </>
        )}
      </Panel>
    </section>
  );
}

function Rows({ figures, refs }: { readonly figures: readonly Figure[]; readonly refs: Readonly<Record<string, string>> }) {
  const say = useSay();
  const format = useFormat();
  const heads = [texts.measure, texts.level, texts.value, texts.target, texts.status, texts.trend, texts.before, texts.owner];
  return (
    <Sideways label={say(texts.measures)} className="whole">
      <table className="plain measures">
        <Heads of={heads} />
        <tbody>
          {figures.map((each) => (
            <tr key={each.code}>
              <td>
                <Link to="/measures/$code" params={{ code: each.code }}>
                  {measureName(each, say)}
                </Link>
              </td>
              <td>{say(levels[each.level])}</td>
              <td className="num">
                <Link to="/measures/$code" params={{ code: each.code }} search={{ period: each.period }} title={periodName(each.period, { say, format })}>
                  {each.counting ? '…' : figureWords(each.value, each.unit, format)}
                </Link>
              </td>
              <td className="num">{figureWords(each.target, each.unit, format)}</td>
              <td>
                <Met met={each.met} />
              </td>
              <td>
                <TrendWord trend={each.trend} />
              </td>
              <td>
                <Sparkline values={each.values} unit={each.unit} />
              </td>
              <td>{each.owner ? (refs[each.owner] ?? each.owner) : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
