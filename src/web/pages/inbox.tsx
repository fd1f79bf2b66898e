// The inbox: one list by what is due next, in sections; the chosen record beside it; all of it in the address.
import { SegmentedControl } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useEffect, useMemo, useRef } from 'react';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel } from '../parts/states.tsx';
import { useWide } from '../parts/wide.ts';
import { extrasOf } from '../practices/extras.tsx';
import { definitionOfId } from '../record/definitions.ts';
import { Detail } from '../record/detail.tsx';
import { useSession } from '../session.tsx';
import { pageTexts } from '../texts/pages.ts';
import { shellTexts } from '../texts/shell.ts';
import { InboxRow } from './inbox-row.tsx';
import { type Scope, type Section, sectionsOf, useDone, useEscalated, useWork } from './inbox-work.ts';
import { LikelyLateBoard, type Predicted, usePredictions } from './predictions.tsx';
import { markSeen } from './seen.ts';

const CabAsked = lazy(() => import('../practices/change/cab-asked.tsx').then((found) => ({ default: found.CabAsked })));
const route = getRouteApi('/shell/inbox');
const scopes: readonly Scope[] = ['mine', 'team', 'all'];

export function InboxPage() {
  const say = useSay();
  const session = useSession();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const wide = useWide(900);
  const scope = scopes.find((each) => each === search.for) ?? (session.side === 'integrator' && session.teams.length > 0 ? 'team' : 'all');
  const work = useWork(session, scope);
  const escalated = useEscalated(session);
  const predictions = usePredictions(session).data;
  const sections = useMemo(() => sectionsOf(work.items, escalated, session), [work.items, escalated, session]);
  const order = useMemo(() => sections.flatMap((section) => section.items), [sections]);
  const chosen = search.sel ?? (wide ? order[0]?.row.id : undefined);
  const choose = useCallback(
    (sel: string | undefined) => void navigate({ search: (before) => ({ ...before, sel, tab: undefined }), replace: wide }),
    [navigate, wide],
  );
  const list = useRef<HTMLDivElement>(null);
  useInboxKeys({ ids: order.map((each) => each.row.id), chosen, choose, list });
  const item = order.find((each) => each.row.id === chosen);
  useEffect(() => {
    if (item) markSeen(item.row.id, item.row.version);
  }, [item]);
  useEffect(() => {
    document.title = say(shellTexts.inbox);
  }, [say]);
  const definition = chosen ? definitionOfId(chosen) : undefined;
  return (
    <div className="inbox" data-open={search.sel ? true : undefined}>
      <section className="inbox-list" ref={list} aria-label={say(shellTexts.inbox)}>
        <h1 className="hidden">{say(shellTexts.inbox)}</h1>
        <div className="inbox-head">
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={say(pageTexts.scope)}
            data={[
              { value: 'mine', label: say(pageTexts.mine) },
              { value: 'team', label: say(pageTexts.my_team) },
              { value: 'all', label: say(pageTexts.everything) },
            ]}
            value={scope}
            onChange={(next) => void navigate({ search: { for: next } })}
          />
        </div>
        <LikelyLateBoard answer={predictions} onChoose={choose} />
        <Suspense fallback={null}>
          <CabAsked />
        </Suspense>
        <Panel of={work} lines={10}>
          {() =>
            order.length === 0 ? (
              <Message icon="inbox" title={say(pageTexts.inbox_empty)} text={say(pageTexts.inbox_empty_text)}>
                {scope === 'all' ? null : (
                  <Link to="/inbox" search={{ for: 'all' }}>
                    {say(pageTexts.show_all)}
                  </Link>
                )}
              </Message>
            ) : (
              sections.map((section) => (
                <SectionList key={section.name} section={section} chosen={chosen} work={work} predictions={predictions?.data} onChoose={choose} />
              ))
            )
          }
        </Panel>
        <DoneToday scope={scope} chosen={chosen} onChoose={choose} />
      </section>
      <section className="inbox-record" aria-label={chosen ?? say(pageTexts.pick)}>
        {chosen && definition && (wide || search.sel) ? (
          <Detail
            key={chosen}
            definition={definition}
            id={chosen}
            tab={search.tab ?? ''}
            onTab={(tab) => void navigate({ search: (before) => ({ ...before, sel: chosen, tab }), replace: true })}
            extras={extrasOf(definition.name)}
            head="h2"
            {...(wide ? {} : { onBack: () => choose(undefined) })}
          />
        ) : wide && !work.isPending ? (
          <Message icon="inbox" title={say(pageTexts.pick)} text={say(pageTexts.pick_text)} />
        ) : null}
      </section>
    </div>
  );
}

type ListProps = {
  readonly section: Section;
  readonly chosen: string | undefined;
  readonly work: Pick<ReturnType<typeof useWork>, 'more'>;
  readonly predictions: readonly Predicted[] | undefined;
  readonly onChoose: (id: string) => void;
};

function SectionList({ section, chosen, work, predictions, onChoose }: ListProps) {
  const say = useSay();
  const format = useFormat();
  const more = work.more.find((plural) => section.items.some((each) => each.definition.plural === plural));
  return (
    <section className="inbox-section">
      <h2>
        {say(section.label)}{' '}
        <span className="dim">
          {format.number(section.items.length)}
          {more ? '+' : ''}
        </span>
      </h2>
      <ul>
        {section.items.map((item) => (
          <InboxRow
            key={item.row.id}
            item={item}
            predicted={predictions?.find((each) => each.id === item.row.id)}
            chosen={item.row.id === chosen}
            onChoose={onChoose}
          />
        ))}
      </ul>
      {more && section.name === 'now' ? (
        <Link className="small" to="/list/$plural" params={{ plural: more }} search={{ q: 'is:open' }}>
          {say(pageTexts.more_in_list)}
        </Link>
      ) : null}
    </section>
  );
}

/** Asked for only when opened. */
function DoneToday({ scope, chosen, onChoose }: { readonly scope: Scope; readonly chosen: string | undefined; readonly onChoose: (id: string) => void }) {
  const say = useSay();
  const session = useSession();
  const done = useDone(session, scope);
  return (
    <details className="inbox-section" onToggle={(event) => event.currentTarget.open && done.ask()}>
      <summary>{say(pageTexts.done_today)}</summary>
      <ul>
        {done.items.map((item) => (
          <InboxRow key={item.row.id} item={item} chosen={item.row.id === chosen} onChoose={onChoose} />
        ))}
      </ul>
    </details>
  );
}

type Keys = {
  readonly ids: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (id: string | undefined) => void;
  readonly list: React.RefObject<HTMLDivElement | null>;
};

function useInboxKeys({ ids, chosen, choose, list }: Keys): void {
  const say = useSay();
  const all = ids.join();
  useShortcuts(
    useMemo(() => {
      const known = all ? all.split(',') : [];
      const step = (by: number) => () => {
        const at = chosen ? known.indexOf(chosen) : -1;
        const next = known[Math.min(known.length - 1, Math.max(0, at + by))];
        if (!next) return;
        choose(next);
        const link = list.current?.querySelector<HTMLElement>(`[data-id="${next}"] a`);
        link?.focus({ preventScroll: true });
        link?.scrollIntoView({ block: 'nearest' });
      };
      return [
        { name: 'next', keys: 'j', label: say(shellTexts.key_next), run: step(1) },
        { name: 'previous', keys: 'k', label: say(shellTexts.key_previous), run: step(-1) },
        { name: 'back', keys: 'u', label: say(shellTexts.key_back), run: () => choose(undefined) },
      ];
    }, [all, chosen, choose, list, say]),
  );
}
