// The ladder of contracting at /growth: customers down, services across, each cell a stage with its trend; and the ladder itself.
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Growth, GrowthAnswer } from '../../practices/growth/growth.record.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { growthTexts as texts } from '../texts/growth.ts';
import { Provenance, Steps, Trend, useGrowth } from './growth-parts.tsx';
import '../style/growth.css';
import '../style/told.css';

export function GrowthPage() {
  const say = useSay();
  const asked = useGrowth();
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page growth">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.text)}</p>
        </div>
      </header>
      <Panel of={asked} lines={6}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="list" title={say(texts.none)} text={say(texts.none_text)} />
          ) : (
            <>
              <Provenance ladder={answer.ladder} />
              <Matrix answer={answer} />
              <TheLadder answer={answer} />
            </>
          )
        }
      </Panel>
    </section>
  );
}

const named = (ids: readonly string[], refs: GrowthAnswer['refs']): string[] => [...new Set(ids)].sort((a, b) => (refs[a] ?? a).localeCompare(refs[b] ?? b));

function Matrix({ answer: { data, ladder, refs } }: { readonly answer: GrowthAnswer }) {
  const say = useSay();
  const customers = named(
    data.map((each) => each.customer),
    refs,
  );
  const services = named(
    data.map((each) => each.service),
    refs,
  );
  const at = (customer: string, service: string): Growth | undefined => data.find((each) => each.customer === customer && each.service === service);
  return (
    <Sideways label={say(texts.matrix)}>
      <table className="told-table growth-matrix">
        <caption className="hidden">{say(texts.matrix)}</caption>
        <thead>
          <tr>
            <th scope="col">{say(texts.customer)}</th>
            {services.map((id) => (
              <th key={id} scope="col">
                <Link to="/$id" params={{ id }}>
                  {refs[id] ?? id}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {customers.map((customer) => (
            <tr key={customer}>
              <th scope="row">
                <Link to="/growth/$customer" params={{ customer }}>
                  {refs[customer] ?? customer}
                </Link>
              </th>
              {services.map((service) => {
                const growth = at(customer, service);
                return <td key={service}>{growth ? <Cell growth={growth} ladder={ladder} /> : <Nothing />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Nothing() {
  const say = useSay();
  return (
    <span className="dim">
      <span aria-hidden="true">–</span>
      <span className="hidden">{say(texts.nothing)}</span>
    </span>
  );
}

function Cell({ growth, ladder }: { readonly growth: Growth; readonly ladder: GrowthAnswer['ladder'] }) {
  const say = useSay();
  const stage = ladder.stages[growth.stage];
  return (
    <Link className="growth-cell" to="/growth/$customer" params={{ customer: growth.customer }} hash={growth.service}>
      <Steps ladder={ladder} stage={growth.stage} />
      <span>
        <strong>
          {growth.stage} {stage ? say(stage.name) : ''}
        </strong>
        <Trend growth={growth} ladder={ladder} />
      </span>
    </Link>
  );
}

function TheLadder({ answer: { ladder } }: { readonly answer: GrowthAnswer }) {
  const say = useSay();
  return (
    <section>
      <h2>{say(texts.ladder)}</h2>
      <Sideways label={say(texts.ladder)}>
        <table className="told-table">
          <Heads of={[texts.stage, texts.contracted, texts.accountable, texts.levels]} />
          <tbody>
            {ladder.stages.map((each, i) => (
              <tr key={each.code}>
                <th scope="row">
                  {i} {say(each.name)}
                </th>
                <td>{say(each.contracted)}</td>
                <td>{say(each.accountable)}</td>
                <td>{each.levels.map((level) => say(texts[level])).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}
