// A record: its head with state, clocks and buttons, its tabs, and beside them its fields and whatever a practice adds.
import { Tabs } from '@mantine/core';
import { type ReactNode, Suspense, useEffect, useMemo } from 'react';
import type { Definition } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import type { OneAnswer } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Panel, Skeleton } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { useWide } from '../parts/wide.ts';
import { useSession } from '../session.tsx';
import { recordTexts } from '../texts/record.ts';
import { texts } from '../texts.ts';
import { Actions } from './actions.tsx';
import type { Arrangement, Reading } from './arrangement.ts';
import { Changes } from './changes.tsx';
import { pressing } from './clock.ts';
import { ClockBadge } from './clock-badge.tsx';
import { Clocks } from './clocks.tsx';
import { Composer } from './composer.tsx';
import { Escalated } from './escalation.tsx';
import { Fields } from './fields.tsx';
import { type Contesting, Ledger } from './ledger.tsx';
import { Links } from './links.tsx';
import { useJournal, useOne } from './queries.ts';
import { Timeline } from './timeline.tsx';
import { Priority, StateBadge } from './value.tsx';

/** What a practice adds to the generic record. */
export type Extras = {
  readonly tabs?: readonly {
    readonly name: string;
    readonly label: Text;
    readonly first?: boolean;
    readonly inside?: boolean;
    readonly content: (answer: OneAnswer) => ReactNode;
  }[];
  readonly aside?: (answer: OneAnswer) => ReactNode;
  /** What can be done about a stretch of the ledger. */
  readonly contest?: Contesting;
  /** How the form of a command is arranged, by the command's name. */
  readonly forms?: Readonly<Record<string, Arrangement>>;
  /** Beside the buttons of the record's own commands. */
  readonly buttons?: (answer: OneAnswer) => ReactNode;
  readonly reading?: Reading;
};
type Props = {
  readonly definition: Definition;
  readonly id: string;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly extras: Extras;
  readonly onBack?: () => void;
  readonly head?: 'h1' | 'h2';
};

export function Detail(props: Props) {
  const one = useOne(props.definition, props.id);
  return (
    <article className="detail">
      {one.data || props.head === 'h2' ? null : <h1 className="hidden">{props.id}</h1>}
      <Panel of={one} lines={8}>
        {(answer) => <Shown {...props} answer={answer} />}
      </Panel>
    </article>
  );
}

function Shown({ definition, id, tab, onTab, extras, onBack, head: Head = 'h1', answer }: Props & { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const wide = useWide(1180);
  const row = answer.data;
  const tabs = tabsOf({ definition, extras, answer, wide, inside: session.side === 'integrator' });
  const shown = tabs.some((each) => each.name === tab) ? tab : (tabs[0]?.name ?? '');
  useCopyKeys(id);
  useEffect(() => {
    if (Head === 'h1') document.title = `${id} ${String(row[definition.title] ?? '')}`;
  }, [Head, id, row, definition.title]);
  return (
    <>
      <header className="detail-head">
        <div className="detail-line">
          {onBack ? (
            <button type="button" className="back" onClick={onBack} aria-label={say(texts.back)}>
              <Icon name="left" />
            </button>
          ) : null}
          <span className="mono dim">{id}</span>
          <StateBadge definition={definition} state={row.state} customer={session.side === 'customer'} />
          {typeof row.priority === 'number' ? <Priority level={row.priority} /> : null}
          {pressing(answer.clocks ?? [])
            .slice(0, 3)
            .map(({ clock, times }) => (
              <ClockBadge key={`${clock.clock} ${clock.side}`} clock={clock} times={times} as_of={answer.now} refs={answer.refs} named />
            ))}
          <Escalated row={row} refs={answer.refs} />
        </div>
        <div className="detail-line">
          <Head className="detail-title">{String(answer.refs[String(row[definition.title])] ?? row[definition.title] ?? id)}</Head>
          <Actions definition={definition} answer={answer} forms={extras.forms ?? {}}>
            <Suspense fallback={null}>{extras.buttons?.(answer)}</Suspense>
          </Actions>
        </div>
      </header>
      <div className="detail-body" data-wide={wide || undefined}>
        <Tabs value={shown} onChange={(next) => next && onTab(next)} keepMounted={false} className="detail-main">
          <Tabs.List>
            {tabs.map((each) => (
              <Tabs.Tab key={each.name} value={each.name}>
                {say(each.label)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map((each) => (
            <Tabs.Panel key={each.name} value={each.name} className="detail-panel">
              <h2 className="hidden">{say(each.label)}</h2>
              <Suspense fallback={<Skeleton />}>{each.content()}</Suspense>
            </Tabs.Panel>
          ))}
        </Tabs>
        {wide ? (
          <aside className="aside" aria-label={say(texts.details)}>
            <h2 className="hidden">{say(texts.details)}</h2>
            <Aside definition={definition} answer={answer} extras={extras} />
          </aside>
        ) : null}
      </div>
    </>
  );
}

function Aside({ definition, answer, extras }: { readonly definition: Definition; readonly answer: OneAnswer; readonly extras: Extras }) {
  return (
    <>
      {extras.aside ? <Suspense fallback={<Skeleton />}>{extras.aside(answer)}</Suspense> : null}
      <Fields definition={definition} answer={answer} reading={extras.reading} />
    </>
  );
}

type Tab = { readonly name: string; readonly label: Text; readonly content: () => ReactNode };
type Tabbed = { readonly definition: Definition; readonly extras: Extras; readonly answer: OneAnswer; readonly wide: boolean; readonly inside: boolean };

function tabsOf({ definition, extras, answer, wide, inside }: Tabbed): Tab[] {
  const { id } = answer.data;
  const extra = (extras.tabs ?? [])
    .filter((each) => inside || !each.inside)
    .map((each): Tab & { first: boolean } => ({
      name: each.name,
      label: each.label,
      first: each.first ?? false,
      content: () => each.content(answer),
    }));
  const clocks: Tab = {
    name: 'clocks',
    label: recordTexts.clocks,
    content: () => (
      <>
        <Clocks definition={definition} id={id} />
        {definition.custody ? <Ledger definition={definition} answer={answer} contest={extras.contest} /> : null}
      </>
    ),
  };
  return [
    ...extra.filter((each) => each.first),
    { name: 'conversation', label: recordTexts.conversation, content: () => <Conversation definition={definition} answer={answer} /> },
    ...(wide ? [] : [{ name: 'details', label: texts.details, content: () => <Aside definition={definition} answer={answer} extras={extras} /> }]),
    ...extra.filter((each) => !each.first),
    ...(definition.clocks ? [clocks] : []),
    { name: 'changes', label: recordTexts.changes, content: () => <Changes definition={definition} id={id} /> },
    { name: 'links', label: recordTexts.links, content: () => <Links definition={definition} id={id} /> },
  ];
}

function Conversation({ definition, answer }: { readonly definition: Definition; readonly answer: OneAnswer }) {
  const session = useSession();
  const journal = useJournal(definition, answer.data.id);
  const me = session.person?.id ?? '';
  // What they did themselves a moment ago is no news to them.
  const latest = journal.data?.pages[0]?.data.findLast((each) => each.actor !== me)?.id ?? 0;
  const description = definition.fields.description && typeof answer.data.description === 'string' ? answer.data.description : null;
  return (
    <div className="conversation">
      {description ? <p className="description prose">{description}</p> : null}
      <Timeline definition={definition} row={answer.data} me={me} house={session.house?.id ?? ''} side={session.side ?? 'customer'} />
      <Composer definition={definition} answer={answer} person={me} inside={session.side === 'integrator'} latest={latest} />
    </div>
  );
}

function useCopyKeys(id: string): void {
  const say = useSay();
  useShortcuts(
    useMemo(() => {
      const copy = (what: string) => () => void navigator.clipboard?.writeText(what).then(() => toast(say(texts.copied, { what })));
      return [
        { name: 'copy_id', keys: '.', label: say(recordTexts.copy_id), run: copy(id) },
        { name: 'copy_link', keys: '>', label: say(recordTexts.copy_link), run: copy(`${location.origin}/${id}`) },
      ];
    }, [id, say]),
  );
}
