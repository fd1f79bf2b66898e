// The overview of planning: a row per service, a verdict per register, each of which opens the plan or the records behind it.

import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { continuityTest } from '../../practices/planning/continuity-test.record.ts';
import type { PlanningAnswer, PlanningRow, Verdict } from '../../practices/planning/figures.record.ts';
import { get } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Behind, VerdictBadge } from '../practices/planning/parts.tsx';
import { planningTexts as texts } from '../texts/planning.ts';

export function PlanningPage() {
  const say = useSay();
  const asked = useQuery({ queryKey: ['planning', 'list'], queryFn: ({ signal }) => get<PlanningAnswer>('/api/planning', signal) });
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  return (
    <section className="page plan">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(texts.text)}</p>
        </div>
        <nav className="plan-nav" aria-label={say(texts.title)}>
          <Link to="/planning/risks">{say(texts.risks)}</Link>
          <Link to="/planning/portfolio">{say(texts.portfolio)}</Link>
          <Behind plural="cost_models" q="">
            {say(texts.cost)}
          </Behind>
        </nav>
      </header>
      <Panel of={asked} lines={8}>
        {({ data }) =>
          data.services.length === 0 ? (
            <Message icon="map" title={say(texts.none)} />
          ) : (
            <>
              <p>
                <Behind plural={continuityTest.plural} q="is:passed,failed">
                  {say(texts.tested, { tested: data.tested, critical: data.critical })}
                </Behind>
              </p>
              <Sideways label={say(texts.title)}>
                <table className="plain">
                  <Heads of={[texts.service, texts.availability, texts.capacity, texts.continuity, texts.cost, texts.risk]} />
                  <tbody>
                    {data.services.map((row) => (
                      <Row key={row.service} row={row} />
                    ))}
                  </tbody>
                </table>
              </Sideways>
            </>
          )
        }
      </Panel>
    </section>
  );
}

function Row({ row }: { readonly row: PlanningRow }) {
  const say = useSay();
  const format = useFormat();
  const { availability, capacity, continuity, cost, risk } = row;
  return (
    <tr>
      <th scope="row">
        <Link to="/$id" params={{ id: row.service }} className="ref">
          {row.name}
        </Link>{' '}
        {row.integrated ? <span className="badge">{say(texts.integrated)}</span> : null}
      </th>
      <Cell verdict={availability.verdict} plan={availability.plan} plural="availability_plans" service={row.service}>
        {availability.target_ppm === null
          ? null
          : say(texts.computed_line, {
              computed: availability.computed_ppm === null ? '–' : format.ppm(availability.computed_ppm),
              target: format.ppm(availability.target_ppm),
            })}
      </Cell>
      <Cell
        verdict={capacity.verdict}
        plan={capacity.plan}
        plural="capacity_plans"
        service={row.service}
        word={capacity.verdict === 'bad' ? say(texts.runs_out) : undefined}
      >
        {capacity.crosses_on ? say(texts.crosses_line, { date: format.date(capacity.crosses_on) }) : null}
      </Cell>
      <Cell verdict={continuity.verdict} plan={continuity.plan} plural="continuity_plans" service={row.service}>
        {continuity.slack === null ? null : say(continuity.slack < 0 ? texts.short : texts.spare, { amount: format.minutes(Math.abs(continuity.slack)) })}
      </Cell>
      <Cell verdict={cost.verdict} plan={cost.model} plural="cost_models" service={row.service} word={cost.verdict === 'bad' ? say(texts.loss) : undefined}>
        {cost.margin_minor === null ? null : format.money(cost.margin_minor, cost.currency)}
      </Cell>
      <td>
        <Behind plural="risks" q={`service:${row.service} -state:closed sort:-score`}>
          <VerdictBadge verdict={risk.verdict}>{risk.verdict === 'bad' ? say(texts.over_short) : undefined}</VerdictBadge>
        </Behind>
        <span className="small dim plan-under">{risk.score === null ? say(texts.nothing) : say(texts.risk_line, { count: risk.open, score: risk.score })}</span>
      </td>
    </tr>
  );
}

type CellProps = {
  readonly verdict: Verdict;
  readonly plan: string | null;
  readonly plural: string;
  readonly service: string;
  readonly word?: string | undefined;
  readonly children: ReactNode;
};

/** With a plan it opens that; without one the list in which it could be made. */
function Cell({ verdict, plan, plural, service, word, children }: CellProps) {
  const say = useSay();
  return (
    <td>
      {plan ? (
        <Link to="/$id" params={{ id: plan }}>
          <VerdictBadge verdict={verdict}>{word}</VerdictBadge>
        </Link>
      ) : (
        <Behind plural={plural} q={plural === 'cost_models' ? '' : `service:${service}`}>
          <VerdictBadge verdict={verdict}>{word}</VerdictBadge>
        </Behind>
      )}
      <span className="small dim plan-under">
        {plan ? (
          children
        ) : (
          <>
            {say(texts.no_plan)}
            {children ? <> · {children}</> : null}
          </>
        )}
      </span>
    </td>
  );
}
