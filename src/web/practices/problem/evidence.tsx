// Why a candidate is proposed: the sentence, the figures, the counts over time, and the incidents, each one click away.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { incident } from '../../../practices/incident/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { RefLink, StateBadge } from '../../record/value.tsx';
import '../../style/candidate.css';
import { candidateTexts as texts } from '../../texts/candidate.ts';
import { CandidateChart } from './candidate-chart.tsx';
import { type Candidate, candidateOf, chanceWords, costWords, expectedWords, whyWords } from './candidate-words.ts';
import { type EvidenceAnswer, useEvidence } from './queries.ts';

export function Evidence({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const candidate = candidateOf(answer.data);
  const asked = useEvidence(answer.data.id);
  return (
    <div className="candidate">
      <p className="candidate-why">{whyWords(candidate, { say, format, refs: answer.refs })}</p>
      {candidate.problem ? (
        <p>
          {say(texts.became)} <RefLink id={candidate.problem} refs={answer.refs} />
        </p>
      ) : null}
      {answer.data.state === 'dismissed' && candidate.dismissed_reason ? (
        <p className="notice">
          {say(texts.reason)}: {candidate.dismissed_reason}
        </p>
      ) : null}
      <Figures candidate={candidate} />
      <Panel of={asked} lines={6}>
        {(told) => (
          <>
            <CandidateChart candidate={candidate} evidence={told.data} />
            <Incidents told={told} />
          </>
        )}
      </Panel>
    </div>
  );
}

function Figures({ candidate }: { readonly candidate: Candidate }) {
  const say = useSay();
  const format = useFormat();
  return (
    <>
      <ul className="pain">
        <Figure label={say(texts.seen)}>{format.number(candidate.seen)}</Figure>
        <Figure label={say(texts.expected)}>{expectedWords(candidate.expected_milli, format)}</Figure>
        <Figure label={say(texts.chance)}>{chanceWords(candidate.odds_one_in, { say, format })}</Figure>
        <Figure label={say(texts.per_year)}>{costWords(candidate, format)}</Figure>
      </ul>
      <p className="small dim">
        {say(texts.since, { day: format.date(candidate.since) })}. {say(texts.chance_means)}
      </p>
    </>
  );
}

function Figure({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <li>
      <b>{children}</b> <span className="small dim">{label}</span>
    </li>
  );
}

function Incidents({ told: { data, refs } }: { readonly told: EvidenceAnswer }) {
  const say = useSay();
  const title = say(texts.incidents);
  return (
    <section>
      <div className="card-head">
        <h3>
          {title} <span className="dim">{data.incidents.length}</span>
        </h3>
        <Link to="/list/$plural" params={{ plural: incident.plural }} search={{ q: `id:${data.incidents.map((each) => each.id).join(',')}` }} className="small">
          {say(texts.as_list)}
        </Link>
      </div>
      <Sideways label={title}>
        <table className="plain candidate-incidents">
          <tbody>
            {data.incidents.map((each) => (
              <tr key={each.id}>
                <td className="nowrap">
                  <Time at={each.started_at} />
                </td>
                <th scope="row">
                  <Link to="/$id" params={{ id: each.id }}>
                    <span className="mono small">{each.id}</span> {each.title}
                  </Link>
                  <span className="small dim">
                    {refs[each.service] ?? each.service} · {refs[each.customer] ?? each.customer}
                  </span>
                </th>
                <td>
                  <StateBadge definition={incident} state={each.state} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
