// The risk register: the matrix of likelihood and impact whose cells open their risks, and what needs a decision.
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import type { RegisterAnswer } from '../../practices/planning/figures.record.ts';
import { risk } from '../../practices/planning/risk.record.ts';
import { get } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Panel } from '../parts/states.tsx';
import { Behind, VerdictBadge } from '../practices/planning/parts.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useSession } from '../session.tsx';
import { planningTexts as texts } from '../texts/planning.ts';

type Register = RegisterAnswer['data'];

export function RisksPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({ queryKey: [risk.name, 'list', 'register'], queryFn: ({ signal }) => get<RegisterAnswer>('/api/planning/risks', signal) });
  useEffect(() => {
    document.title = say(texts.risks);
  }, [say]);
  return (
    <section className="page plan">
      <header className="page-head">
        <div>
          <h1>{say(texts.risks)}</h1>
          <p className="dim small">{say(risk.means)}</p>
        </div>
        {mayOpen(risk, session) ? (
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(risk.name)}>
            {say(texts.new_risk)}
          </Button>
        ) : null}
      </header>
      <Panel of={asked} lines={8}>
        {({ data, refs }) => (
          <div className="plan-register">
            <Matrix cells={data.cells} />
            <Lists data={data} refs={refs} />
          </div>
        )}
      </Panel>
    </section>
  );
}

const steps = [1, 2, 3, 4, 5] as const;
const toneOf = (score: number): string => (score >= 12 ? 'bad' : score >= 6 ? 'warn' : 'good');

function Matrix({ cells }: Pick<Register, 'cells'>) {
  const say = useSay();
  return (
    <section>
      <p className="dim small">{say(texts.matrix)}</p>
      <Sideways label={say(texts.matrix)}>
        <table className="risk-matrix">
          <tbody>
            {[...steps].reverse().map((impact) => (
              <tr key={impact}>
                <th scope="row">
                  <span className="hidden">{say(texts.impact)} </span>
                  {impact}
                </th>
                {steps.map((likelihood) => (
                  <Cell key={likelihood} cell={cells.find((each) => each.likelihood === likelihood && each.impact === impact)} score={likelihood * impact} />
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td />
              {steps.map((likelihood) => (
                <th key={likelihood} scope="col">
                  <span className="hidden">{say(texts.likelihood)} </span>
                  {likelihood}
                </th>
              ))}
            </tr>
          </tfoot>
        </table>
      </Sideways>
      <p>
        <Behind plural={risk.plural} q="-state:closed sort:-score">
          {say(texts.as_list)}
        </Behind>
      </p>
    </section>
  );
}

function Cell({ cell, score }: { readonly cell: Register['cells'][number] | undefined; readonly score: number }) {
  const say = useSay();
  const count = cell ? cell.open + cell.accepted : 0;
  if (!cell || count === 0) return <td data-tone={toneOf(score)}>{<span className="dim small">{score}</span>}</td>;
  return (
    <td data-tone={toneOf(score)}>
      <Link to="/list/$plural" params={{ plural: risk.plural }} search={{ q: `likelihood:${cell.likelihood} impact:${cell.impact} -state:closed` }}>
        <span className="hidden">{say(texts.cell, { likelihood: cell.likelihood, impact: cell.impact })} </span>
        <strong>{count}</strong>
        {cell.accepted ? <span className="small">{say(texts.accepted_short, { count: cell.accepted })}</span> : null}
      </Link>
    </td>
  );
}

function Lists({ data, refs }: { readonly data: Register; readonly refs: Readonly<Record<string, string>> }) {
  const say = useSay();
  const format = useFormat();
  return (
    <div>
      <List
        title={say(texts.came_back)}
        rows={data.expired}
        tell={(each) => <VerdictBadge verdict="bad">{say(texts.expired_on, { date: format.date(each.expired_on) })}</VerdictBadge>}
        refs={refs}
      />
      <List
        title={say(texts.ends_soon)}
        rows={data.ending}
        tell={(each) => <VerdictBadge verdict="warn">{say(texts.until_short, { date: format.date(each.accepted_until) })}</VerdictBadge>}
        refs={refs}
      />
      <List title={say(texts.over)} rows={data.over} tell={(each) => `${each.score} > ${each.most}`} refs={refs} />
      <List
        title={say(texts.elsewhere)}
        text={say(texts.elsewhere_text)}
        rows={data.elsewhere}
        tell={(each) => (
          <VerdictBadge verdict={each.expired ? 'bad' : 'good'}>
            {each.until ? say(texts.until_short, { date: format.date(each.until) }) : say(texts.no_end)}
          </VerdictBadge>
        )}
        refs={refs}
      />
    </div>
  );
}

type Line = { readonly id: string; readonly title: string; readonly owner?: string | null };
type ListProps<T extends Line> = {
  readonly title: string;
  readonly text?: string;
  readonly rows: readonly T[];
  readonly tell: (row: T) => ReactNode;
  readonly refs: Readonly<Record<string, string>>;
};

function List<T extends Line>({ title, text, rows, tell, refs }: ListProps<T>) {
  const say = useSay();
  return (
    <section>
      <h2>{title}</h2>
      {text ? <p className="dim small">{text}</p> : null}
      {rows.length === 0 ? (
        <p className="dim">{say(texts.nothing)}</p>
      ) : (
        <ul className="plan-lines">
          {rows.map((each) => (
            <li key={each.id}>
              <Link to="/$id" params={{ id: each.id }} className="ref">
                <span className="mono">{each.id}</span> {each.title}
              </Link>{' '}
              {tell(each)} <span className="dim small">{each.owner ? (refs[each.owner] ?? '') : ''}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
