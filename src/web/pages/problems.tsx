// The problem board at /problems: a column for each state, the costliest first, with the share of all that each makes up.
import { Select } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Text } from '../../kernel/text.ts';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import { problem } from '../../practices/problem/record.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { type BoardAnswer, type BoardRow, useBoard } from '../practices/problem/queries.ts';
import { useList, useRefs } from '../record/queries.ts';
import { Priority } from '../record/value.tsx';
import { candidateTexts } from '../texts/candidate.ts';
import { problemTexts } from '../texts/problem.ts';
import { texts } from '../texts.ts';

const route = getRouteApi('/shell/problems');
const columns = ['registered', 'investigating', 'known_error', 'solution_proposed', 'change_raised', 'verifying', 'accepted_risk', 'closed'] as const;
/** Most of the cost is in few causes; those up to this share are the ones to begin with. */
const vital = 800_000;

export function ProblemsPage() {
  const say = useSay();
  const { service, supplier, team } = route.useSearch();
  const navigate = route.useNavigate();
  const title = say(problemTexts.board);
  const asked = useBoard({ service, supplier, team });
  const refs = asked.data?.refs ?? {};
  useEffect(() => {
    document.title = title;
  }, [title]);
  const go = (change: Readonly<Record<string, string | undefined>>) => void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <section className="page">
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="dim small">{say(problemTexts.board_text)}</p>
        </div>
        <div className="week-row">
          <Choice record="service" label={problemTexts.service} value={service} refs={refs} onChoose={(next) => go({ service: next })} />
          <Choice record="organisation" label={problemTexts.supplier} value={supplier} refs={refs} onChoose={(next) => go({ supplier: next })} />
          <Choice record="team" label={problemTexts.team} value={team} refs={refs} onChoose={(next) => go({ team: next })} />
          <Link to="/list/$plural" params={{ plural: problem.plural }} search={{ q: 'is:open' }} className="small">
            {say(problemTexts.as_list)}
          </Link>
        </div>
      </header>
      <Candidates />
      <Panel of={asked} lines={8}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="flame" title={say(problemTexts.board_empty)} text={say(problemTexts.board_empty_text)} />
          ) : (
            <>
              <Sum answer={answer} />
              <Board answer={answer} />
            </>
          )
        }
      </Panel>
    </section>
  );
}

/** What arithmetic proposes stands above the board; nothing when there is nothing to judge. */
function Candidates() {
  const say = useSay();
  const found = useList(problemCandidate, 'is:open sort:-yearly_cost_minor', { limit: 6 });
  const first = found.data?.pages[0];
  const rows = first?.data ?? [];
  if (rows.length === 0) return null;
  return (
    <section className="card candidates" aria-label={say(problemTexts.candidates)}>
      <h2>
        <Link to="/problems/candidates">{say(candidateTexts.judge, { count: first?.count.value ?? rows.length })}</Link>
      </h2>
      <ul className="candidate-row">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/problems/candidates" search={{ sel: row.id }}>
              <span className="mono">{row.id}</span> {String(row[problemCandidate.title] ?? '')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isCounted = (row: BoardRow): boolean => row.share_ppm > 0;

function Sum({ answer }: { readonly answer: BoardAnswer }) {
  const say = useSay();
  const format = useFormat();
  const counted = answer.data.filter(isCounted);
  const total = counted.reduce((sum, each) => sum + each.per_year_minor, 0);
  return (
    <p className="small">
      <b>{say(problemTexts.total, { sum: format.money(total, counted[0]?.currency ?? 'EUR') })}</b>
    </p>
  );
}

/** Arrow keys move between the cards as they lie; Enter opens one. */
function Board({ answer }: { readonly answer: BoardAnswer }) {
  const say = useSay();
  const board = useRef<HTMLDivElement>(null);
  const shown = columns.map((state) => ({
    state,
    rows: answer.data.filter((each) => (state === 'closed' ? ['closed', 'no_fault_found'].includes(each.state) : each.state === state)),
  }));
  const move = (event: KeyboardEvent) => {
    const step = { ArrowDown: [0, 1], ArrowUp: [0, -1], ArrowRight: [1, 0], ArrowLeft: [-1, 0] }[event.key];
    const at = (event.target as HTMLElement).closest<HTMLElement>('[data-card]');
    if (!step || !at || !board.current) return;
    event.preventDefault();
    const lists = [...board.current.querySelectorAll('ul')]
      .map((each) => [...each.querySelectorAll<HTMLElement>('[data-card]')])
      .filter((each) => each.length > 0);
    const list = lists.findIndex((each) => each.includes(at));
    const row = lists[list]?.indexOf(at) ?? 0;
    const next = lists[(list + (step[0] ?? 0) + lists.length) % lists.length] ?? [];
    next[Math.max(0, Math.min(next.length - 1, row + (step[1] ?? 0)))]?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the links inside have the focus; the board only hears where the arrows go
    <div className="problem-board" ref={board} onKeyDown={move}>
      {shown.map(({ state, rows }) => (
        <section key={state} data-empty={rows.length === 0 || undefined} aria-label={say(problem.states[state].label)}>
          <h2>
            {say(problem.states[state].label)} <span className="dim">{rows.length}</span>
          </h2>
          {rows.length === 0 ? <p className="dim small">{say(problemTexts.column_empty)}</p> : null}
          <ul>
            {rows.map((row) => (
              <Card key={row.id} row={row} answer={answer} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Card({ row, answer }: { readonly row: BoardRow; readonly answer: BoardAnswer }) {
  const say = useSay();
  const format = useFormat();
  const named = (id: string | null): string | null => (id ? (answer.refs[id] ?? id) : null);
  const until = row.state === 'verifying' ? row.verify_until : row.state === 'accepted_risk' ? row.risk_until : null;
  const days = until ? Math.ceil((Date.parse(until) - Date.parse(answer.now)) / 86_400_000) : null;
  return (
    <li>
      <Link
        to="/$id"
        params={{ id: row.id }}
        className="problem-card"
        data-card=""
        data-vital={isCounted(row) && row.cumulative_ppm - row.share_ppm < vital ? '' : undefined}
      >
        <span className="problem-line">
          <span className="mono dim">{row.id}</span>
          <Priority level={row.priority} />
        </span>
        <span className="problem-title">{row.title}</span>
        <span className="problem-line">
          <b>{format.money(row.per_year_minor, row.currency)}</b> <span className="dim small">{say(problemTexts.per_year)}</span>
        </span>
        {isCounted(row) ? (
          <span className="problem-share small">
            <span className="problem-bar" aria-hidden="true">
              <span style={{ width: `${row.share_ppm / 10_000}%` }} />
            </span>
            {say(problemTexts.share, { share: format.percent(row.share_ppm / 1_000_000), cumulative: format.percent(row.cumulative_ppm / 1_000_000) })}
          </span>
        ) : null}
        <span className="small dim">{say(problemTexts.counted, { incidents: row.incidents, customers: row.customers })}</span>
        <span className="small dim">{[named(row.service), named(row.supplier), named(row.agent)].filter(Boolean).join(' · ')}</span>
        {days !== null ? (
          <span className="small">
            <span className="badge" data-tone={days < 0 ? 'warn' : 'info'}>
              <Icon name="clock" size={12} /> {days < 0 ? say(problemTexts.over) : say(problemTexts.soon, { days })}
            </span>
          </span>
        ) : null}
      </Link>
    </li>
  );
}

type ChoiceProps = {
  readonly record: 'organisation' | 'service' | 'team';
  readonly label: Text;
  readonly value: string | undefined;
  readonly refs: Readonly<Record<string, string>>;
  readonly onChoose: (id: string | undefined) => void;
};

function Choice({ record, label, value, refs, onChoose }: ChoiceProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const found = useRefs(record, value && words === (refs[value] ?? value) ? '' : words);
  const known = new Map((found.data?.data ?? []).map((each) => [each.id, each.title]));
  if (value && !known.has(value)) known.set(value, refs[value] ?? value);
  return (
    <Select
      size="xs"
      searchable
      clearable
      aria-label={say(label)}
      placeholder={say(label)}
      filter={({ options }) => options}
      data={[...known].map(([id, title]) => ({ value: id, label: title }))}
      value={value ?? null}
      onChange={(next) => onChoose(next ?? undefined)}
      onSearchChange={setWords}
      nothingFoundMessage={say(texts.nothing_found)}
    />
  );
}
