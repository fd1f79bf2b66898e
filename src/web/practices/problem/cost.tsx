// What a problem costs: its incidents with the figures of each, the sum, and how it was reckoned.
import { ActionIcon } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { incident } from '../../../practices/incident/record.ts';
import { problem } from '../../../practices/problem/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Message, Panel, Refused } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { usePerform } from '../../record/queries.ts';
import { RefLink, StateBadge } from '../../record/value.tsx';
import { problemTexts } from '../../texts/problem.ts';
import { AskButton } from './asking.tsx';
import { type CostAnswer, useCost } from './queries.ts';

export function Cost({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const asked = useCost(answer.data.id);
  return (
    <Panel of={asked} lines={6}>
      {(cost) => (
        <>
          <p className="no-print">
            <AskButton definition={problem} answer={answer} command="link" initial={{ incidents: [] }}>
              {say(problemTexts.link)}
            </AskButton>
          </p>
          {cost.data.incidents.length === 0 ? (
            <Message icon="flame" title={say(problemTexts.no_incidents)} text={say(problemTexts.no_incidents_text)} />
          ) : (
            <>
              <Figures cost={cost} />
              <Formula cost={cost} />
              <Rows cost={cost} answer={answer} />
            </>
          )}
        </>
      )}
    </Panel>
  );
}

function Figures({ cost: { data, refs } }: { readonly cost: CostAnswer }) {
  const say = useSay();
  const format = useFormat();
  const money = (minor: number): string => format.money(minor, data.currency);
  return (
    <ul className="pain">
      <Figure value={money(data.per_year_minor)} label={say(problemTexts.per_year)} strong />
      <Figure value={money(data.per_month_minor)} label={say(problemTexts.per_month)} />
      <Figure value={money(data.cost_minor)} label={say(problemTexts.so_far)} />
      <Figure value={format.number(data.incidents.length)} label={say(problemTexts.incidents)}>
        <Link
          to="/list/$plural"
          params={{ plural: incident.plural }}
          search={{
            q: `id:${data.incidents
              .map((each) => each.id)
              .slice(0, 60)
              .join(',')}`,
          }}
          className="small"
        >
          {say(problemTexts.open_list)}
        </Link>
      </Figure>
      <Figure value={format.hours(Math.round(data.impact_ms / 60_000))} label={say(problemTexts.impact)} />
      <Figure value={format.number(data.customers.length)} label={say(problemTexts.customers)}>
        <span className="small dim">{format.list(data.customers.map((each) => refs[each] ?? each))}</span>
      </Figure>
      <Figure value={format.hours(Math.round(data.work_ms / 60_000))} label={say(problemTexts.work)} />
      {data.at_stake.length > 0 ? (
        <Figure
          value={[...new Set(data.at_stake.map((each) => each.currency))]
            .map((currency) =>
              format.money(
                data.at_stake.filter((each) => each.currency === currency).reduce((sum, each) => sum + each.amount_minor, 0),
                currency,
              ),
            )
            .join(' + ')}
          label={say(problemTexts.at_stake)}
        >
          <span className="small">
            {data.at_stake.map((each) => (
              <span key={each.promise} className="nowrap">
                <RefLink id={each.promise} refs={{ [each.promise]: each.promise }} />{' '}
              </span>
            ))}
          </span>
        </Figure>
      ) : null}
    </ul>
  );
}

function Figure({
  value,
  label,
  strong,
  children,
}: {
  readonly value: string;
  readonly label: string;
  readonly strong?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <li data-strong={strong || undefined}>
      <b>{value}</b> <span className="dim">{label}</span>
      {children ? <div>{children}</div> : null}
    </li>
  );
}

function Formula({ cost: { data, rates } }: { readonly cost: CostAnswer }) {
  const say = useSay();
  const format = useFormat();
  const customer = format.money(rates.customer_hour_minor, rates.currency);
  const work = format.money(rates.work_hour_minor, rates.currency);
  return (
    <details className="small">
      <summary>{say(problemTexts.explain)}</summary>
      <p>{say(problemTexts.formula, { customer, work, days: data.days })}</p>
    </details>
  );
}

function Rows({ cost: { data }, answer }: { readonly cost: CostAnswer; readonly answer: OneAnswer }) {
  const say = useSay();
  const format = useFormat();
  const perform = usePerform(problem, answer.data.id);
  const may = answer.may.includes('unlink');
  const heads = [problemTexts.since, problemTexts.impact_col, problemTexts.customers_col, problemTexts.work_col, problemTexts.cost_col];
  return (
    <>
      <Refused error={perform.error} />
      <Sideways label={say(problemTexts.cost_tab)}>
        <table className="plain pain-rows">
          <thead>
            <tr>
              <th scope="col">{say(problemTexts.incident)}</th>
              {heads.map((text) => (
                <th key={text.en} scope="col" className="figure">
                  {say(text)}
                </th>
              ))}
              {may ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {data.incidents.map((each) => (
              <tr key={each.id}>
                <th scope="row">
                  <Link to="/$id" params={{ id: each.id }}>
                    <span className="mono">{each.id}</span> {each.title}
                  </Link>{' '}
                  <StateBadge definition={incident} state={each.state} />
                </th>
                <td className="figure nowrap">
                  <Time at={each.started_at} />
                </td>
                <td className="figure nowrap">{format.hours(Math.round(each.impact_ms / 60_000))}</td>
                <td className="figure">{format.number(each.customers)}</td>
                <td className="figure nowrap">{format.hours(Math.round(each.work_ms / 60_000))}</td>
                <td className="figure nowrap">{format.money(each.cost_minor, data.currency)}</td>
                {may ? (
                  <td className="no-print">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={say(problemTexts.unlink_one, { id: each.id })}
                      onClick={() => perform.mutate({ command: 'unlink', input: { incidents: [each.id] } })}
                    >
                      <Icon name="close" size={12} />
                    </ActionIcon>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Sideways>
    </>
  );
}
