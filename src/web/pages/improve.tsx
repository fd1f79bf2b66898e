// The board of improvements at /improve: six columns from idea to stopped, walked and moved by keys, with the sum of what was proven.
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { levels } from '../../practices/governance/words.record.ts';
import { improvement } from '../../practices/improvement/improvement.record.ts';
import type { Portfolio } from '../../practices/improvement/overview.record.ts';
import { get, query } from '../api.ts';
import type { Refs, Row } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { OpenNew } from '../practices/governance/opening.tsx';
import { Card } from '../practices/improvement/card.tsx';
import { figureOf } from '../practices/improvement/figure.ts';
import { Moving } from '../practices/improvement/moving.tsx';
import { gather } from '../record/list.tsx';
import { useList } from '../record/queries.ts';
import { useSession } from '../session.tsx';
import '../style/governance.css';
import { improveTexts as texts } from '../texts/governance.ts';
import { texts as words } from '../texts.ts';

const route = getRouteApi('/shell/improve');
type Answer = { readonly data: Portfolio; readonly refs: Refs };
const columns = ['idea', 'accepted', 'doing', 'measuring', 'done', 'stopped'] as const;
const most = 100;

export function ImprovePage() {
  const say = useSay();
  useEffect(() => {
    document.title = say(texts.improve);
  }, [say]);
  return useSession().side === 'integrator' ? <Board /> : <Message page icon="key" title={say(words.forbidden_title)} text={say(words.forbidden_text)} alert />;
}

function Board() {
  const say = useSay();
  const { level, process, customer } = route.useSearch();
  const filter = [level && `level:${level}`, process && `process:${process}`, customer && `customer:${customer}`].filter(Boolean).join(' ');
  // What was stopped or done long ago does not crowd out what is being done: the latest first.
  const open = useList(improvement, `is:open ${filter} sort:opened_at`.replace('  ', ' '), { limit: most });
  const closed = useList(improvement, `is:closed ${filter} sort:-updated_at`.replace('  ', ' '), { limit: 30 });
  const portfolio = useQuery({
    queryKey: [improvement.name, 'list', 'portfolio', level, process, customer],
    queryFn: ({ signal }) => get<Answer>(`/api/improvements/portfolio${query({ level, process, customer })}`, signal),
  });
  const found = gather([...(open.data?.pages ?? []), ...(closed.data?.pages ?? [])]);
  return (
    <section className="page gov">
      <header className="page-head">
        <div>
          <h1>{say(texts.improve)}</h1>
          <p className="dim small">{say(texts.improve_text)}</p>
        </div>
        <OpenNew definition={improvement} label={say(texts.propose)} />
      </header>
      <Panel of={portfolio} lines={2}>
        {(answer) => (
          <>
            <Filters answer={answer} />
            <Sum portfolio={answer.data} />
          </>
        )}
      </Panel>
      <Panel of={{ ...open, data: open.data && closed.data }} lines={10}>
        {() => <Columns rows={found.rows} refs={found.refs} portfolio={portfolio.data?.data ?? null} filter={filter} />}
      </Panel>
    </section>
  );
}

function Filters({ answer: { data, refs } }: { readonly answer: Answer }) {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const go = (name: 'level' | 'process' | 'customer', value: string) => void navigate({ search: (before) => ({ ...before, [name]: value || undefined }) });
  const all = { value: '', label: say(texts.every) };
  const options = {
    level: [all, ...Object.entries(levels).map(([value, label]) => ({ value, label: say(label) }))],
    process: [all, ...data.processes.map((value) => ({ value, label: refs[value] ?? value }))],
    customer: [all, ...data.customers.map((value) => ({ value, label: refs[value] ?? value }))],
  } as const;
  return (
    <div className="report-tools">
      {(['level', 'process', 'customer'] as const).map((name) => (
        <NativeSelect
          key={name}
          size="xs"
          label={say(texts[name])}
          data={[...options[name]]}
          value={search[name] ?? ''}
          onChange={(event) => go(name, event.currentTarget.value)}
        />
      ))}
    </div>
  );
}

/** What the year has brought, by unit: hours and shares do not add up to one figure. */
function Sum({ portfolio }: { readonly portfolio: Portfolio }) {
  const say = useSay();
  const format = useFormat();
  return (
    <p className="improve-sum">
      <strong>{say(texts.proven)}:</strong>
      <a href={`/list/improvements${query({ q: 'is:done proven:true' })}`}>
        {say(texts.proven_of, { proven: portfolio.proven_count, measured: portfolio.measured })}
      </a>
      {portfolio.proven.map((each) => (
        <span key={each.unit}>
          {say(texts.by_unit, { effect: `${each.effect > 0 ? '+' : ''}${figureOf(each.effect, each.unit, format)}`, count: each.count })}
        </span>
      ))}
      {portfolio.saved_minutes ? <span>{say(texts.saved, { time: format.minutes(portfolio.saved_minutes) })}</span> : null}
    </p>
  );
}

type Shown = { readonly rows: readonly Row[]; readonly refs: Refs; readonly portfolio: Portfolio | null; readonly filter: string };

function Columns({ rows, refs, portfolio, filter }: Shown) {
  const say = useSay();
  const navigate = useNavigate();
  const place = useRef<HTMLDivElement>(null);
  const sorted = useMemo(() => columns.flatMap((state) => rows.filter((each) => each.state === state)), [rows]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [moving, setMoving] = useState<Row | null>(null);
  const walk = (step: number) => {
    const at = sorted.findIndex((each) => each.id === chosen);
    const next = sorted[Math.min(sorted.length - 1, Math.max(0, at < 0 ? 0 : at + step))];
    if (!next) return;
    setChosen(next.id);
    place.current?.querySelector<HTMLElement>(`[data-id="${next.id}"] a`)?.focus();
  };
  useShortcuts([
    { name: 'improve.next', keys: 'j', label: '↓', run: () => walk(1) },
    { name: 'improve.previous', keys: 'k', label: '↑', run: () => walk(-1) },
    { name: 'improve.move', keys: 'm', label: say(texts.move), run: () => setMoving(sorted.find((each) => each.id === chosen) ?? null) },
    { name: 'improve.open', keys: 'o', label: say(improvement.label), run: () => chosen && void navigate({ to: '/$id', params: { id: chosen } }) },
  ]);
  const full = portfolio !== null && portfolio.doing >= portfolio.limit;
  return (
    <>
      {full ? (
        <p className="notice" data-tone="warn">
          {say(texts.limit_reached)}
        </p>
      ) : null}
      <Sideways label={say(texts.improve)}>
        <div className="improve-board" ref={place}>
          {columns.map((state) => {
            const own = sorted.filter((each) => each.state === state);
            const count = portfolio?.counts[state] ?? own.length;
            return (
              <section key={state} className="improve-column" aria-label={say(improvement.states[state].label)}>
                <h2>
                  <a href={`/list/improvements${query({ q: `is:${state} ${filter}`.trim() })}`}>{say(improvement.states[state].label)}</a>{' '}
                  <span className="badge" data-tone={state === 'doing' && full ? 'warn' : 'neutral'}>
                    {state === 'doing' && portfolio ? say(texts.limit, { doing: portfolio.doing, limit: portfolio.limit }) : count}
                  </span>
                </h2>
                {own.length === 0 ? <p className="dim small">{say(texts.empty_column)}</p> : null}
                {own.map((row) => (
                  <Card key={row.id} row={row} refs={refs} chosen={row.id === chosen} onChoose={() => setChosen(row.id)} onMove={() => setMoving(row)} />
                ))}
              </section>
            );
          })}
        </div>
      </Sideways>
      <p className="dim small">{say(texts.keys)}</p>
      {moving ? <Moving row={moving} onClose={() => setMoving(null)} /> : null}
    </>
  );
}
