// How changes go: the key figures, each opening its records, and the models that standard changes are made from.
import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { ChangeFigure, FiguresAnswer } from '../../practices/change/figures.record.ts';
import { changeModel } from '../../practices/change/model.record.ts';
import { change } from '../../practices/change/record.ts';
import { get, query } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { FromModel } from '../practices/change/from-model.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useList } from '../record/queries.ts';
import { StateBadge } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { changeTexts as texts } from '../texts/change.ts';

export function ChangeFiguresPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  useEffect(() => {
    document.title = say(texts.figures);
  }, [say]);
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{say(texts.figures)}</h1>
          <p className="dim small">{say(change.means)}</p>
        </div>
        {mayOpen(change, session) ? (
          <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(change.name)}>
            {say(texts.new_change)}
          </Button>
        ) : null}
      </header>
      {session.side === 'integrator' ? <Figures /> : null}
      <Models />
    </section>
  );
}

/** Days. The address may name no other: what cannot be chosen cannot be changed back. */
const periods = [30, 90, 180, 365, 730];
const usual = 90;

function Figures() {
  const say = useSay();
  const format = useFormat();
  const navigate = useNavigate();
  const { days: asking } = useSearch({ from: '/shell/changes/figures' });
  const days = periods.find((each) => String(each) === asking) ?? usual;
  const asked = useQuery({
    queryKey: ['change', 'list', 'figures', days],
    queryFn: ({ signal }) => get<FiguresAnswer>(`/api/change-figures${query({ days })}`, signal),
    placeholderData: (before) => before,
  });
  return (
    <>
      <NativeSelect
        size="xs"
        className="figures-period"
        label={say(texts.period)}
        data={periods.map((each) => ({ value: String(each), label: say(texts.period_days, { days: each }) }))}
        value={String(days)}
        onChange={(event) => void navigate({ to: '/changes/figures', search: { days: event.currentTarget.value } })}
      />
      <Panel of={asked} lines={3}>
        {({ data, since }) => (
          <>
            <p className="dim small">{say(texts.figures_text, { date: format.date(since) })}</p>
            <ul className="change-figures">
              {data.map((each) => (
                <Figure key={each.name} figure={each} />
              ))}
            </ul>
          </>
        )}
      </Panel>
    </>
  );
}

function Figure({ figure: { name, value, of, list, q } }: { readonly figure: ChangeFigure }) {
  const say = useSay();
  const format = useFormat();
  const share = of ? format.percent(value / of) : null;
  const shown = name === 'lead_time' ? format.minutes(value * 60) : (share ?? format.number(value));
  return (
    <li className="card">
      <Link to="/list/$plural" params={{ plural: list }} search={{ q }}>
        <span className="small">{say(texts[`figure_${name}`])}</span>
        <strong>{shown}</strong>
        <span className="dim small">{of === null ? ' ' : say(texts.of_all, { value, of })}</span>
      </Link>
    </li>
  );
}

function Models() {
  const say = useSay();
  const list = useList(changeModel, 'is:open', { limit: 100 });
  return (
    <section>
      <h2>{say(texts.models)}</h2>
      <p className="dim small">{say(texts.models_text)}</p>
      <Panel of={list} lines={3}>
        {({ pages }) => {
          const rows = pages.flatMap((each) => each.data);
          const refs = Object.assign({}, ...pages.map((each) => each.refs)) as Readonly<Record<string, string>>;
          if (rows.length === 0) return <Message icon="list" title={say(texts.no_models)} />;
          return (
            <ul className="change-models">
              {rows.map((row) => (
                <li key={row.id}>
                  <Link to="/$id" params={{ id: row.id }}>
                    <span className="mono">{row.id}</span> {String(row.name)}
                  </Link>
                  <StateBadge definition={changeModel} state={row.state} />
                  <FromModel model={row} refs={refs} quiet />
                </li>
              ))}
            </ul>
          );
        }}
      </Panel>
    </section>
  );
}
