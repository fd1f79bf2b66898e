// The portfolio as a board: what is thought about, offered, gone and declined, with value and cost as planned and as found.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Answer, PortfolioCard } from '../../practices/planning/figures.record.ts';
import { portfolioEntry } from '../../practices/planning/portfolio-entry.record.ts';
import { get } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Panel } from '../parts/states.tsx';
import { VerdictBadge } from '../practices/planning/parts.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { choiceLabel } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { planningTexts as texts } from '../texts/planning.ts';

export function PortfolioPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({
    queryKey: [portfolioEntry.name, 'list', 'board'],
    queryFn: ({ signal }) => get<Answer<readonly PortfolioCard[]>>('/api/planning/portfolio', signal),
  });
  useEffect(() => {
    document.title = say(texts.portfolio);
  }, [say]);
  return (
    <section className="page plan">
      <header className="page-head">
        <div>
          <h1>{say(texts.portfolio)}</h1>
          <p className="dim small">
            {say(portfolioEntry.means)} {say(texts.per_year)}
          </p>
        </div>
        {mayOpen(portfolioEntry, session) ? (
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(portfolioEntry.name)}>
            {say(texts.new_entry)}
          </Button>
        ) : null}
      </header>
      <Panel of={asked} lines={8}>
        {({ data }) => (
          <div className="plan-board">
            {columnsOf(data).map(([state, { label }]) => (
              <section key={state} aria-label={say(label)}>
                <h2>
                  {say(label)} <span className="dim">{data.filter((each) => each.state === state).length}</span>
                </h2>
                <ul>
                  {data
                    .filter((each) => each.state === state)
                    .map((each) => (
                      <Card key={each.id} card={each} />
                    ))}
                </ul>
              </section>
            ))}
          </div>
        )}
      </Panel>
    </section>
  );
}

/** What was declined has a column only when there is some. */
const columnsOf = (cards: readonly PortfolioCard[]) =>
  Object.entries(portfolioEntry.states).filter(([state]) => state !== 'declined' || cards.some((each) => each.state === state));

function Card({ card }: { readonly card: PortfolioCard }) {
  const say = useSay();
  const format = useFormat();
  // Of a year nobody reads the cents; the record has them.
  const money = (minor: number | null): string => (minor === null ? '–' : format.amount(minor, card.currency));
  return (
    <li className="card">
      <Link to="/$id" params={{ id: card.id }}>
        <strong>{card.name}</strong>
      </Link>
      <span className="small">
        {card.sourcing ? choiceLabel(portfolioEntry.fields.sourcing, card.sourcing, say) : <VerdictBadge verdict="warn">{say(texts.undecided)}</VerdictBadge>}
        {card.risk ? ` · ${say(texts.risk)} ${card.risk}` : ''}
      </span>
      <table className="plain small">
        <thead>
          <tr>
            <td />
            <th scope="col">{say(texts.plan)}</th>
            <th scope="col">{say(texts.found)}</th>
            <th scope="col">{say(texts.now)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say(texts.value)}</th>
            <td>{money(card.value_minor)}</td>
            <td>{money(card.value_now_minor)}</td>
            <td>
              {card.fees_minor === null || !card.service ? (
                '–'
              ) : (
                <Link to="/list/$plural" params={{ plural: 'promises' }} search={{ q: `service:${card.service} is:active` }}>
                  {money(card.fees_minor)}
                </Link>
              )}
            </td>
          </tr>
          <tr>
            <th scope="row">{say(texts.cost)}</th>
            <td>{money(card.cost_minor)}</td>
            <td>{money(card.cost_now_minor)}</td>
            <td>
              {card.run ? (
                <Link to="/$id" params={{ id: card.run }}>
                  {money(card.run_minor)}
                </Link>
              ) : (
                '–'
              )}
            </td>
          </tr>
        </tbody>
      </table>
      {card.review_on && card.state !== 'retired' ? (
        <span className="small">
          {say(texts.review_on, { date: format.date(card.review_on) })} {card.overdue ? <VerdictBadge verdict="bad">{say(texts.overdue)}</VerdictBadge> : null}
        </span>
      ) : null}
    </li>
  );
}
