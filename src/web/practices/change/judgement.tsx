// How a change is judged: the seven questions, the risk with the reason of each part, and who is hit and what they answered.
import { useQuery } from '@tanstack/react-query';
import type { JudgementAnswer } from '../../../practices/change/figures.record.ts';
import { change } from '../../../practices/change/record.ts';
import type { Hurt, Risk, RiskPart } from '../../../practices/change/shapes.record.ts';
import { get } from '../../api.ts';
import type { OneAnswer, Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { RefLink } from '../../record/value.tsx';
import { changeTexts as texts } from '../../texts/change.ts';
import { Questions } from './answered.tsx';
import { partWhy } from './risk-words.ts';

export function Judgement({ answer }: { readonly answer: OneAnswer }) {
  const { id, version } = answer.data;
  const asked = useQuery({
    queryKey: [change.name, 'judgement', id, version],
    queryFn: ({ signal }) => get<JudgementAnswer>(`/api/changes/${id}/judgement`, signal),
  });
  return (
    <>
      <Panel of={asked} lines={6}>
        {({ data, refs }) => (
          <>
            <RiskTable kept={data.risk} fresh={data.fresh} refs={refs} />
            <HitTable hurt={data.hurt} answers={data.answers} refs={refs} />
          </>
        )}
      </Panel>
      <Questions answer={answer} />
    </>
  );
}

function RiskTable({ kept, fresh, refs }: { readonly kept: Risk | null; readonly fresh: Risk; readonly refs: Refs }) {
  const say = useSay();
  const risk = kept ?? fresh;
  const over = risk.overridden;
  const told = over && { person: refs[over.person ?? ''] ?? over.person ?? '', score: over.score, computed: risk.computed, reason: over.reason };
  return (
    <section className="change-section">
      <h3>
        {say(texts.risk)} <strong>{say(texts.risk_of, { score: over?.score ?? risk.computed })}</strong>
      </h3>
      {kept ? null : <p className="dim small">{say(texts.risk_fresh)}</p>}
      {told ? <p className="notice">{say(texts.overridden, told)}</p> : null}
      {kept && fresh.computed !== kept.computed ? <p className="dim small">{say(texts.risk_moved, { score: fresh.computed })}</p> : null}
      <Sideways label={say(texts.risk)}>
        <table className="change-table">
          <thead>
            <tr>
              <th>{say(texts.part)}</th>
              <th className="number">{say(texts.points)}</th>
              <th>{say(texts.why)}</th>
            </tr>
          </thead>
          <tbody>
            {risk.parts.map((each) => (
              <PartRow key={each.part} part={each} />
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function PartRow({ part }: { readonly part: RiskPart }) {
  const say = useSay();
  const format = useFormat();
  return (
    <tr>
      <th scope="row">{say(texts[`part_${part.part}`])}</th>
      <td className="number">
        <meter min={0} max={part.of} value={part.points} aria-hidden="true" /> {say(texts.points_of, { points: part.points, of: part.of })}
      </td>
      <td>{partWhy(part, { say, format })}</td>
    </tr>
  );
}

type Hits = { readonly hurt: readonly Hurt[]; readonly answers: JudgementAnswer['data']['answers']; readonly refs: Refs };

function HitTable({ hurt, answers, refs }: Hits) {
  const say = useSay();
  const last = new Map(answers.map((each) => [each.customer, each]));
  return (
    <section className="change-section">
      <h3>{say(texts.hit)}</h3>
      {hurt.length === 0 ? (
        <p className="dim">{say(texts.nobody_hit)}</p>
      ) : (
        <Sideways label={say(texts.hit)}>
          <table className="change-table">
            <thead>
              <tr>
                {(['customer', 'service', 'effect', 'promises', 'answer'] as const).map((each) => (
                  <th key={each}>{say(texts[each])}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {hurt.map((each) => (
                <tr key={`${each.customer} ${each.service}`}>
                  <th scope="row">
                    <RefLink id={each.customer} refs={refs} />
                  </th>
                  <td>
                    <RefLink id={each.service} refs={refs} />
                  </td>
                  <td>{say(texts[each.effect])}</td>
                  <td>
                    <Promised hurt={each} refs={refs} />
                  </td>
                  <td>
                    <Answered answer={last.get(each.customer)} needed={each.inside} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Sideways>
      )}
    </section>
  );
}

function Promised({ hurt, refs }: { readonly hurt: Hurt; readonly refs: Refs }) {
  const say = useSay();
  if (hurt.promises.length === 0) return <span className="dim">–</span>;
  return (
    <>
      <span className="badge" data-tone={hurt.inside ? 'warn' : 'neutral'}>
        {say(hurt.inside ? texts.inside : texts.outside)}
      </span>{' '}
      <span className="small">
        {hurt.promises.map((each, index) => (
          <span key={each}>
            {index > 0 ? ', ' : ''}
            <RefLink id={each} refs={refs} />
          </span>
        ))}
      </span>
    </>
  );
}

function Answered({ answer, needed }: { readonly answer: JudgementAnswer['data']['answers'][number] | undefined; readonly needed: boolean }) {
  const say = useSay();
  if (!answer) return <span className="dim">{say(needed ? texts.no_answer : texts.not_needed)}</span>;
  return (
    <>
      <span className="badge" data-tone={answer.answer === 'agrees' ? 'good' : 'bad'}>
        {say(texts[answer.answer])}
      </span>{' '}
      {answer.reason ? <span className="small">“{answer.reason}”</span> : null}
    </>
  );
}
