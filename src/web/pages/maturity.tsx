// Maturity at /maturity: a radar of all processes with previous, current and goal, the same as a table, and what holds each back.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Questionnaire } from '../../practices/improvement/checklist.record.ts';
import { improvement } from '../../practices/improvement/improvement.record.ts';
import { maturityAssessment } from '../../practices/improvement/maturity.record.ts';
import type { MaturityOf } from '../../practices/improvement/overview.record.ts';
import { get } from '../api.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { OpenNew } from '../practices/governance/opening.tsx';
import { Radar } from '../practices/improvement/radar.tsx';
import { mayOpen } from '../record/may-open.ts';
import { RefLink } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import '../style/governance.css';
import { useCreating } from '../record/creating.tsx';
import { improveTexts as texts } from '../texts/governance.ts';
import { texts as words } from '../texts.ts';

type Answer = { readonly data: readonly MaturityOf[]; readonly questionnaire: Questionnaire; readonly refs: Refs };

export function MaturityPage() {
  const say = useSay();
  useEffect(() => {
    document.title = say(texts.maturity);
  }, [say]);
  return useSession().side === 'integrator' ? <Known /> : <Message page icon="key" title={say(words.forbidden_title)} text={say(words.forbidden_text)} alert />;
}

function Known() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({ queryKey: [maturityAssessment.name, 'list', 'overview'], queryFn: ({ signal }) => get<Answer>('/api/maturity', signal) });
  const button = mayOpen(maturityAssessment, session) ? (
    <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(maturityAssessment.name)}>
      {say(texts.assess)}
    </Button>
  ) : null;
  return (
    <section className="page gov">
      <header className="page-head">
        <div>
          <h1>{say(texts.maturity)}</h1>
          <p className="dim small">{say(texts.maturity_text)}</p>
        </div>
        {button}
      </header>
      <Panel of={asked} lines={12}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="chart" title={say(texts.no_maturity)} text={say(maturityAssessment.means)} />
          ) : (
            <>
              <Around answer={answer} />
              <Levels answer={answer} />
              <p className="dim small">{say(texts.source, { source: answer.questionnaire.source })}</p>
            </>
          )
        }
      </Panel>
    </section>
  );
}

const nameOf = (process: string, refs: Refs): string => refs[process] ?? process.replaceAll('_', ' ');

function Around({ answer: { data, refs } }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const said = (value: number | null) => (value === null ? '–' : format.number(value));
  return (
    <Radar
      of={data.map((each) => ({ ...each, name: nameOf(each.process, refs) }))}
      words={texts}
      label={say(texts.maturity_label, { count: data.length })}
      height={420}
      table={{
        heads: [texts.process, texts.previous, texts.current, texts.goal],
        rows: data.map((each) => ({ key: each.process, cells: [nameOf(each.process, refs), said(each.previous), said(each.score), said(each.goal)] })),
      }}
    />
  );
}

function Levels({ answer: { data, questionnaire, refs } }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const questions = new Map(questionnaire.questions.map((each) => [each.code, each]));
  return (
    <Sideways label={say(texts.maturity)}>
      <table className="plain">
        <Heads of={[texts.process, texts.previous, texts.current, texts.goal, texts.held_by, texts.assessed, texts.improvement]} />
        <tbody>
          {data.map((each) => (
            <tr key={each.process}>
              <th scope="row">
                <RefLink id={each.id} refs={{ [each.id]: nameOf(each.process, refs) }} />
              </th>
              <td>{each.before ? <RefLink id={each.before} refs={{ [each.before]: String(each.previous ?? '–') }} /> : '–'}</td>
              <td className="nowrap">
                <strong>{each.score}</strong>{' '}
                {each.previous !== null && each.previous !== each.score ? <span aria-hidden="true">{each.score > each.previous ? '▲' : '▼'}</span> : null}
              </td>
              <td>{each.goal ?? '–'}</td>
              <td>
                {each.held_by.length ? (
                  <ul className="plain-list small">
                    {each.held_by.map((code) => (
                      <li key={code}>
                        {code} {questions.has(code) ? say((questions.get(code) as Questionnaire['questions'][number]).question) : ''}
                      </li>
                    ))}
                  </ul>
                ) : (
                  say(texts.nothing_holds)
                )}
              </td>
              <td className="nowrap">{format.date(each.assessed_on)}</td>
              <td>
                {each.improvements.map((id) => (
                  <Link key={id} to="/$id" params={{ id }}>
                    {id}{' '}
                  </Link>
                ))}
                {each.improvements.length === 0 && each.score < 5 ? <Propose each={each} refs={refs} /> : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

/** A result proposes an improvement: to the next level, with what holds it back as the reason. */
function Propose({ each, refs }: { readonly each: MaturityOf; readonly refs: Refs }) {
  const say = useSay();
  const name = nameOf(each.process, refs);
  return (
    <OpenNew
      definition={improvement}
      small
      label={say(texts.propose_improvement)}
      about={say(texts.propose_for, { process: name })}
      known={{ source: each.id, source_kind: 'maturity', process: each.process }}
      proposed={{ title: say(texts.reach, { process: name, level: each.score + 1 }), text: each.held_by.join(', ') }}
      refs={{ ...refs, [each.id]: `${each.id} ${name}` }}
      shows={[maturityAssessment.name, improvement.name]}
    />
  );
}
