// Problem candidates at /problems/candidates: what arithmetic proposes on the left, the evidence and the decision on the right.
import { SegmentedControl } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { type RefObject, useCallback, useEffect, useRef } from 'react';
import { problemCandidate } from '../../practices/problem/candidate.record.ts';
import type { Row } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel } from '../parts/states.tsx';
import { useWide } from '../parts/wide.ts';
import { extrasOf } from '../practices/extras.tsx';
import { candidateOf, chanceWords, costWords, whyWords } from '../practices/problem/candidate-words.ts';
import { Detail } from '../record/detail.tsx';
import { gather } from '../record/list.tsx';
import { useList } from '../record/queries.ts';
import { StateBadge } from '../record/value.tsx';
import '../style/candidate.css';
import { useSession } from '../session.tsx';
import { candidateTexts as texts } from '../texts/candidate.ts';
import { shellTexts } from '../texts/shell.ts';
import { texts as words } from '../texts.ts';

const route = getRouteApi('/shell/problems/candidates');
/** What is to be judged comes by what it costs; what was judged, the latest first. */
const views = {
  proposed: 'is:open sort:-yearly_cost_minor',
  accepted: 'state:accepted,merged sort:-updated_at',
  dismissed: 'state:dismissed sort:-updated_at',
  expired: 'state:expired sort:-updated_at',
} as const;
type View = keyof typeof views;
const names = Object.keys(views) as View[];

export function CandidatesPage() {
  const say = useSay();
  // Its incidents are of every customer: to anybody else an empty list would say that there is nothing.
  return useSession().side === 'integrator' ? (
    <Judging />
  ) : (
    <Message page icon="key" title={say(words.forbidden_title)} text={say(words.forbidden_text)} alert />
  );
}

function Judging() {
  const say = useSay();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wide = useWide(900);
  const view = names.find((each) => each === search.view) ?? 'proposed';
  const found = useList(problemCandidate, views[view], { limit: 100 });
  const { rows, refs } = gather(found.data?.pages ?? []);
  // One that was just judged leaves the list and stays to be read.
  const chosen = search.sel ?? (wide ? rows[0]?.id : undefined);
  const choose = useCallback(
    (sel: string | undefined) => void navigate({ search: (before) => ({ ...before, sel, tab: undefined }), replace: wide }),
    [navigate, wide],
  );
  const list = useRef<HTMLElement>(null);
  useKeys({ ids: rows.map((each) => each.id), chosen, choose, list });
  const title = say(texts.title);
  useEffect(() => {
    document.title = title;
  }, [title]);
  const total = found.data?.pages[0]?.count.value ?? 0;
  return (
    <div className="inbox" data-open={search.sel ? true : undefined}>
      <section className="inbox-list" ref={list} aria-label={title}>
        <Head view={view} count={total} onView={(next) => void navigate({ search: { view: next } })} />
        <Panel of={found} lines={10}>
          {() =>
            rows.length === 0 ? (
              <Empty view={view} />
            ) : (
              <ul className="candidates-list">
                {rows.map((row) => (
                  <Proposal key={row.id} row={row} refs={refs} chosen={row.id === chosen} onChoose={choose} />
                ))}
              </ul>
            )
          }
        </Panel>
        {total > rows.length && rows.length > 0 ? (
          <p className="small candidates-head">
            <Link to="/list/$plural" params={{ plural: problemCandidate.plural }} search={{ q: views[view] }}>
              {say(texts.more, { count: total - rows.length })}
            </Link>
          </p>
        ) : null}
      </section>
      <section className="inbox-record" aria-label={chosen ?? say(texts.pick)}>
        {chosen && (wide || search.sel) ? (
          <Detail
            key={chosen}
            definition={problemCandidate}
            id={chosen}
            tab={search.tab ?? ''}
            onTab={(tab) => void navigate({ search: (before) => ({ ...before, sel: chosen, tab }), replace: true })}
            extras={extrasOf(problemCandidate.name)}
            head={wide ? 'h2' : 'h1'}
            {...(wide ? {} : { onBack: () => choose(undefined) })}
          />
        ) : wide && !found.isPending ? (
          <Message icon="flame" title={say(texts.pick)} />
        ) : null}
      </section>
    </div>
  );
}

function Head({ view, count, onView }: { readonly view: View; readonly count: number; readonly onView: (view: View | undefined) => void }) {
  const say = useSay();
  const format = useFormat();
  return (
    <header className="candidates-head">
      <h1>
        {say(texts.title)} <span className="dim">{format.number(count)}</span>
      </h1>
      <p className="small dim">{say(texts.text)}</p>
      <nav className="small">
        <Link to="/problems">{say(texts.board)}</Link>
        <Link to="/list/$plural" params={{ plural: problemCandidate.plural }} search={{ q: views[view] }}>
          {say(texts.as_list)}
        </Link>
      </nav>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={say(texts.views)}
        data={names.map((value) => ({ value, label: say(texts[value]) }))}
        value={view}
        onChange={(next) => onView(names.find((each) => each === next && each !== 'proposed'))}
      />
    </header>
  );
}

function Empty({ view }: { readonly view: View }) {
  const say = useSay();
  return view === 'proposed' ? (
    <Message icon="check" title={say(texts.none)} text={say(texts.none_text)} />
  ) : (
    <Message icon="inbox" title={say(texts.none_here)} text={say(texts.none_here_text)} />
  );
}

type ProposalProps = {
  readonly row: Row;
  readonly refs: Readonly<Record<string, string>>;
  readonly chosen: boolean;
  readonly onChoose: (id: string) => void;
};

function Proposal({ row, refs, chosen, onChoose }: ProposalProps) {
  const say = useSay();
  const format = useFormat();
  const candidate = candidateOf(row);
  return (
    <li className="inbox-row" data-id={row.id} data-chosen={chosen || undefined}>
      <a
        href={`/${row.id}`}
        aria-current={chosen ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onChoose(row.id);
        }}
      >
        <span className="inbox-line">
          <span className="mono small dim">{row.id}</span>
          {row.open ? null : <StateBadge definition={problemCandidate} state={row.state} />}
          <span className="grow" />
          <b>{costWords(candidate, format)}</b>
        </span>
        <span className="inbox-title">{String(row[problemCandidate.title] ?? '')}</span>
        <span className="why small">{whyWords(candidate, { say, format, refs })}</span>
        <span className="inbox-line small dim">
          {say(texts.chance)}: {chanceWords(candidate.odds_one_in, { say, format })}
          <span className="grow" />
          {candidate.problem}
        </span>
      </a>
    </li>
  );
}

type Keys = {
  readonly ids: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
  readonly list: RefObject<HTMLElement | null>;
};

function useKeys({ ids, chosen, choose, list }: Keys): void {
  const say = useSay();
  const step = (by: number) => () => {
    const at = chosen ? ids.indexOf(chosen) : -1;
    const next = ids[Math.min(ids.length - 1, Math.max(0, at + by))];
    if (!next) return;
    choose(next);
    const link = list.current?.querySelector<HTMLElement>(`[data-id="${next}"] a`);
    link?.focus({ preventScroll: true });
    link?.scrollIntoView({ block: 'nearest' });
  };
  useShortcuts([
    { name: 'next', keys: 'j', label: say(shellTexts.key_next), run: step(1) },
    { name: 'previous', keys: 'k', label: say(shellTexts.key_previous), run: step(-1) },
    { name: 'back', keys: 'u', label: say(shellTexts.key_back), run: () => choose(undefined) },
  ]);
}
