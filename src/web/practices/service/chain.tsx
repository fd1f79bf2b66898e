// The promises on a service against those beneath it: does the chain carry them, by how much, and why.

import { promise } from '../../../practices/promise/record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { Priority, RefLink } from '../../record/value.tsx';
import { serviceTexts } from '../../texts/service.ts';
import { type Link, useComposition, type Way } from './composition-query.ts';

export function ServiceChain({ id }: { readonly id: string }) {
  const say = useSay();
  const composition = useComposition(id);
  return (
    <Panel of={composition}>
      {({ chain, refs, data }) => {
        const names = {
          ...refs,
          ...Object.fromEntries(data.nodes.map((node) => [node.id, node.name])),
          ...Object.fromEntries(chain.map((link) => [link.promise, link.name])),
        };
        if (chain.length === 0) return <Message icon="handshake" title={say(serviceTexts.no_chain)} />;
        return (
          <>
            <p className="dim small">{say(serviceTexts.chain_text)}</p>
            {chain.map((link) => (
              <Promised key={link.promise} link={link} refs={names} />
            ))}
          </>
        );
      }}
    </Panel>
  );
}

function Promised({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  return (
    <section className="card chain-card">
      <h3>
        <RefLink id={link.promise} refs={refs} />
        <span className="dim">{refs[link.customer] ?? ''}</span>
        <span className="badge" data-tone={link.ok ? 'good' : 'bad'}>
          <Icon name={link.ok ? 'check' : 'cross'} size={12} /> {say(link.ok ? serviceTexts.feasible : serviceTexts.not_feasible)}
        </span>
        <Slack link={link} />
      </h3>
      {link.ways.length > 0 ? <Ways ways={link.ways} refs={refs} /> : null}
      {link.availability ? <Available link={link} refs={refs} /> : null}
      <Reasons link={link} />
    </section>
  );
}

function Slack({ link }: { readonly link: Link }) {
  const say = useSay();
  const format = useFormat();
  if (link.slack === null) return null;
  const size = Math.abs(link.slack);
  const span = link.unit === 'minutes' ? format.minutes(size) : format.ppm(size);
  return <span className="dim small">{say(link.slack < 0 ? serviceTexts.short : serviceTexts.spare, { span })}</span>;
}

/** Per priority the slowest way the work can take: each stage as a part of a bar, the promise as its length. */
function Ways({ ways, refs }: { readonly ways: readonly Way[]; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  return (
    <Sideways label={say(serviceTexts.promised)}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(serviceTexts.priority)}</th>
            <th scope="col" className="figure">
              {say(serviceTexts.promised)}
            </th>
            <th scope="col">{say(serviceTexts.backed_by)}</th>
            <th scope="col" className="figure">
              {say(serviceTexts.verdict)}
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <tr key={way.priority}>
              <th scope="row">
                <Priority level={Number(way.priority)} />
              </th>
              <td className="figure">{format.minutes(way.offered_minutes)}</td>
              <td>
                <div className="stack" aria-hidden="true">
                  {way.stages.map((stage, index) => (
                    <span key={stage.promise} data-part={index % 6} style={{ flexGrow: stage.elapsed_minutes }} />
                  ))}
                  {way.slack_minutes > 0 ? <span className="stack-rest" style={{ flexGrow: way.slack_minutes }} /> : null}
                </div>
                {way.stages.map((stage, index) => (
                  <span key={stage.promise} className="stage small">
                    <span className="swatch" data-part={index % 6} aria-hidden="true" />
                    <RefLink id={stage.promise} refs={{ [stage.promise]: `${refs[stage.service] ?? stage.service}` }} /> {format.minutes(stage.minutes)}
                    {stage.elapsed_minutes === stage.minutes ? '' : ` → ${format.minutes(stage.elapsed_minutes)}`}{' '}
                    <span className="dim">{refs[stage.provider] ?? ''}</span>
                  </span>
                ))}
              </td>
              <td className="figure">
                {say(way.slack_minutes < 0 ? serviceTexts.short : serviceTexts.spare, { span: format.minutes(Math.abs(way.slack_minutes)) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Available({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const { availability } = link;
  if (!availability) return null;
  const figures = [
    { label: serviceTexts.promised, value: format.ppm(availability.promised_ppm) },
    { label: serviceTexts.computed, value: availability.computed_ppm === null ? say(serviceTexts.unknown) : format.ppm(availability.computed_ppm) },
    { label: serviceTexts.naive, value: availability.naive_ppm === null ? '–' : format.ppm(availability.naive_ppm) },
    { label: serviceTexts.bounds, value: `${format.ppm(availability.bounds.low_ppm)} – ${format.ppm(availability.bounds.high_ppm)}` },
  ];
  return (
    <>
      <dl className="figures">
        {figures.map(({ label, value }) => (
          <div key={label.en}>
            <dt>{say(label)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="small">
        <span className="dim">{say(serviceTexts.backed_by)}: </span>
        {link.backed_by.map((each) => (
          <span key={each.promise} className="stage">
            <RefLink id={each.promise} refs={{ [each.promise]: refs[each.service] ?? each.service }} />{' '}
            {each.availability === null ? '' : format.ppm(each.availability)} <span className="dim">{refs[each.provider] ?? ''}</span>
          </span>
        ))}
      </p>
    </>
  );
}

/** The texts of the reasons live with the definition of the promise. */
function Reasons({ link }: { readonly link: Link }) {
  const say = useSay();
  const texts: Readonly<Record<string, { readonly en: string; readonly nl: string; readonly de: string }>> = promise.refusals;
  return (
    <ul className="reasons small">
      {link.reasons.map((reason) => {
        const text = texts[reason.code];
        return (
          <li key={`${reason.code} ${JSON.stringify(reason.params)}`} data-holds={reason.holds || undefined}>
            <Icon name={reason.holds ? 'check' : 'exclamation'} size={12} /> {text ? say(text, reason.params) : reason.code}
          </li>
        );
      })}
    </ul>
  );
}
