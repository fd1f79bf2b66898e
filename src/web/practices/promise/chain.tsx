// The chain of one promise: the verdict, the drawing, the ways out, how much each part weighs, credits, and what the figures rest on.

import type { Acceptance, Link } from '../../../practices/promise/link.record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Panel } from '../../parts/states.tsx';
import { capital, Priority, RefLink } from '../../record/value.tsx';
import { chainTexts } from '../../texts/chain.ts';
import { serviceTexts } from '../../texts/service.ts';
import { Drawn } from './drawn.tsx';
import { type ChainAnswer, useChain } from './link.ts';
import { Available, amountWords, Carried, Figures, Reasons, Slack, Ways } from './link-parts.tsx';

export function PromiseChain({ id }: { readonly id: string }) {
  return <Panel of={useChain(id)}>{(answer) => <Told answer={answer} />}</Panel>;
}

function Told({ answer }: { readonly answer: ChainAnswer }) {
  const say = useSay();
  const { data: link } = answer;
  // Boxes are named by their service: the promise's own name says the same again.
  const refs: Refs = { ...answer.refs, ...Object.fromEntries(answer.nodes.map((each) => [each.promise ?? '', each.name])) };
  return (
    <div className="chain-told">
      <section className="card chain-card">
        <h3>
          <Carried ok={link.ok} long />
          <Slack link={link} />
          {link.weakest ? (
            <span className="small">
              {capital(say(chainTexts.weakest))}: <RefLink id={link.weakest} refs={refs} />
            </span>
          ) : null}
        </h3>
        {answer.accepted ? <AcceptedRisk accepted={answer.accepted} refs={refs} /> : null}
        <Reasons reasons={link.reasons} />
      </section>
      <Drawn answer={answer} />
      <Tightening link={link} refs={refs} />
      <Measured link={link} refs={refs} />
      <Weights link={link} refs={refs} />
      {link.assumptions.length ? (
        <section>
          <h3>{say(chainTexts.assumptions)}</h3>
          <Reasons reasons={link.assumptions} />
        </section>
      ) : null}
    </div>
  );
}

export function AcceptedRisk({ accepted, refs }: { readonly accepted: Acceptance; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const params = {
    owner: accepted.owner ? (refs[accepted.owner] ?? accepted.owner) : '–',
    until: accepted.until ? format.date(accepted.until) : '–',
    reason: accepted.reason,
  };
  return <p className="notice">{say(accepted.expired ? chainTexts.accepted_expired : chainTexts.accepted_by, params)}</p>;
}

/** What promises beneath would have to be: those that are enough by themselves first, the smallest step at the top. */
export function Tightening({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  const tongue = { say, format: useFormat() };
  if (link.tighten.length === 0) return null;
  return (
    <section>
      <h3>{say(chainTexts.ways_out)}</h3>
      <p className="dim small">{say(link.tighten.some((each) => each.alone) ? chainTexts.ways_out_text : chainTexts.ways_out_together)}</p>
      <Sideways label={say(chainTexts.ways_out)}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{say(serviceTexts.promise)}</th>
              <th scope="col">{say(serviceTexts.priority)}</th>
              <th scope="col" className="figure">
                {say(chainTexts.now)}
              </th>
              <th scope="col" className="figure">
                {say(chainTexts.needed)}
              </th>
            </tr>
          </thead>
          <tbody>
            {link.tighten.map((each, index) => (
              <tr key={`${each.promise} ${each.priority}`}>
                <th scope="row">
                  <RefLink id={each.promise} refs={refs} />{' '}
                  {index === 0 && each.alone ? (
                    <span className="badge" data-tone="good">
                      <Icon name="check" size={12} /> {say(chainTexts.cheapest)}
                    </span>
                  ) : null}
                  {each.alone ? null : <span className="dim small">{say(chainTexts.with_others)}</span>}
                </th>
                <td>{each.priority ? <Priority level={Number(each.priority)} /> : '–'}</td>
                <td className="figure">{amountWords(each.from, link.unit, tongue)}</td>
                <td className="figure">{amountWords(each.to, link.unit, tongue)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Measured({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const { availability, certainty, stake, ways } = link;
  return (
    <>
      {ways.length > 0 ? (
        <section>
          <h3>{say(serviceTexts.backed_by)}</h3>
          <Ways ways={ways} refs={refs} />
        </section>
      ) : null}
      {availability ? <Available availability={availability} /> : null}
      {certainty ? (
        <section>
          <h3>{say(chainTexts.shares)}</h3>
          <Figures
            figures={[
              { label: say(serviceTexts.promised), value: format.ppm(certainty.promised_ppm) },
              { label: say(chainTexts.certain), value: format.ppm(certainty.certain_ppm) },
              { label: say(chainTexts.independent), value: format.ppm(certainty.independent_ppm) },
            ]}
          />
        </section>
      ) : null}
      {stake ? (
        <section>
          <h3>{say(chainTexts.credits)}</h3>
          <Figures
            figures={[
              { label: say(chainTexts.owed), value: format.money(stake.owed_minor, stake.currency) },
              { label: say(chainTexts.recoverable), value: format.money(stake.recoverable_minor, stake.currency) },
              { label: say(chainTexts.gap), value: format.money(stake.gap_minor, stake.currency) },
            ]}
          />
        </section>
      ) : null}
    </>
  );
}

function Weights({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  if (link.sensitivity.length === 0) return null;
  const most = Math.max(...link.sensitivity.map((each) => each.per));
  return (
    <section>
      <h3>{say(chainTexts.weighs)}</h3>
      <ul className="weights">
        {link.sensitivity.map((each) => (
          <li key={each.promise}>
            <RefLink id={each.promise} refs={refs} />
            <span className="weight" aria-hidden="true">
              <span style={{ width: `${most > 0 ? (each.per / most) * 100 : 0}%` }} />
            </span>
            <span className="dim small">
              {say(link.unit === 'minutes' ? chainTexts.weighs_minutes : chainTexts.weighs_ppm, { per: format.number(each.per) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
