// One customer on the ladder: each service with every gate, the records that prove it, what is missing and the cheapest next step.
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { gates } from '../../practices/growth/gates.record.ts';
import type { GateAnswer, Growth, GrowthAnswer } from '../../practices/growth/growth.record.ts';
import { gateTexts } from '../../practices/growth/growth-texts.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { useCreating } from '../record/creating.tsx';
import { definitionOf } from '../record/definitions.ts';
import { mayOpen } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { growthTexts as texts } from '../texts/growth.ts';
import { Provenance, Steps, Trend, useGrowth } from './growth-parts.tsx';
import '../style/growth.css';

const route = getRouteApi('/shell/growth/$customer');

export function GrowthCustomerPage() {
  const say = useSay();
  const { customer } = route.useParams();
  const asked = useGrowth(customer);
  const name = asked.data?.refs[customer] ?? customer;
  useEffect(() => {
    document.title = `${name} · ${say(texts.title)}`;
  }, [say, name]);
  return (
    <section className="page growth">
      <header className="page-head">
        <div>
          <nav className="small">
            <Link to="/growth">{say(texts.all)}</Link>
          </nav>
          <h1>{name}</h1>
        </div>
      </header>
      <Panel of={asked} lines={8}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="list" title={say(texts.none)} text={say(texts.none_text)} />
          ) : (
            <>
              <Provenance ladder={answer.ladder} />
              {answer.data.map((each) => (
                <OnLadder key={each.service} growth={each} answer={answer} />
              ))}
            </>
          )
        }
      </Panel>
    </section>
  );
}

type On = { readonly growth: Growth; readonly answer: GrowthAnswer };

function OnLadder({ growth, answer }: On) {
  const say = useSay();
  const { ladder, refs } = answer;
  const now = ladder.stages[growth.stage];
  return (
    <section className="report-section" id={growth.service}>
      <h2>
        <Link to="/$id" params={{ id: growth.service }}>
          {refs[growth.service] ?? growth.service}
        </Link>
      </h2>
      <p className="growth-now">
        <Steps ladder={ladder} stage={growth.stage} />
        <strong>
          {growth.stage} {now ? say(now.name) : ''}
        </strong>
        <Trend growth={growth} ladder={ladder} />
      </p>
      <NextStep growth={growth} answer={answer} />
      {growth.stages.map((stage, i) => {
        const words = ladder.stages[i];
        return (
          <details key={stage.code} className="growth-stage" open={i === growth.stage + 1 || i === growth.stage}>
            <summary>
              <span data-met={stage.met && i <= growth.stage ? true : undefined}>
                {i} {words ? say(words.name) : stage.code}
              </span>{' '}
              <span className="small dim">
                {i <= growth.stage ? say(texts.stands) : `${stage.gates.filter((each) => each.met).length} / ${stage.gates.length}`}
              </span>
            </summary>
            {stage.gates.length === 0 ? <p className="dim small">{say(texts.no_gates)}</p> : null}
            <ul>
              {stage.gates.map((gate) => (
                <Gate key={gate.gate} gate={gate} refs={refs} />
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

const wordsOf = (gate: string) => gateTexts[gate as keyof typeof gateTexts];

function NextStep({ growth: { next }, answer }: On) {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  if (next === null) return <p>{say(texts.highest)}</p>;
  const [step] = next.steps;
  const to = answer.ladder.stages[next.stage];
  const makes = step ? definitionOf(gates[step.gate as keyof typeof gates]?.makes ?? '') : undefined;
  return (
    <div className="growth-next">
      <p className="small">{say(texts.to_next, { stage: to ? say(to.name) : next.stage, count: next.distance })}</p>
      {step ? (
        <p>
          <strong>{say(texts.cheapest)}:</strong> {say(wordsOf(step.gate).step)}
        </p>
      ) : null}
      {makes && mayOpen(makes, session) ? (
        <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => create(makes.name)}>
          {say(texts.make, { what: say(makes.label) })}
        </Button>
      ) : null}
    </div>
  );
}

function Gate({ gate, refs }: { readonly gate: GateAnswer; readonly refs: GrowthAnswer['refs'] }) {
  const say = useSay();
  const words = wordsOf(gate.gate);
  const kind = gates[gate.gate as keyof typeof gates]?.evidence;
  return (
    <li className="growth-gate" data-met={gate.met || undefined}>
      <p>
        <span className="growth-mark" aria-hidden="true">
          {gate.met ? '✓' : '○'}
        </span>
        <span>{say(words.asks)}</span>
        <span className="small dim">
          {say(gate.met ? texts.met : texts.not_met)} · {say(texts[`${kind}_kind`])} · {gate.found} / {gate.needs}
          {kind === 'contracted' ? '' : ` · ${say(texts.looks_back, { days: gate.within_days })}`}
        </span>
      </p>
      {gate.met ? null : <p className="small growth-missing">{say(texts.missing, { what: say(words.missing, { count: gate.missing }) })}</p>}
      {gate.lacks.length ? <Named label={say(texts.lacks)} ids={gate.lacks} refs={refs} /> : null}
      {gate.ids.length ? (
        <Named label={say(texts.proved_by)} ids={gate.ids} refs={refs} more={gate.found > gate.ids.length ? say(texts.latest, { count: gate.found }) : ''} />
      ) : null}
    </li>
  );
}

type NamedProps = { readonly label: string; readonly ids: readonly string[]; readonly refs: GrowthAnswer['refs']; readonly more?: string };

function Named({ label, ids, refs, more = '' }: NamedProps) {
  return (
    <p className="small growth-named">
      <span className="dim">{label}:</span>{' '}
      {ids.map((id) => (
        <Link key={id} to="/$id" params={{ id }}>
          <span className="mono">{id}</span> {refs[id] ?? ''}
        </Link>
      ))}
      {more ? <span className="dim"> ({more})</span> : null}
    </p>
  );
}
