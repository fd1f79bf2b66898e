// Forums at /forums: by level, when each met and meets next, which days its cadence proposes, and how its actions stand.
import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { action } from '../../practices/governance/action.record.ts';
import { forum } from '../../practices/governance/forum.record.ts';
import { meeting } from '../../practices/governance/meeting.record.ts';
import type { ForumCard } from '../../practices/governance/overview.record.ts';
import { cadences, forumKinds, levels } from '../../practices/governance/words.record.ts';
import { get, newKey, problemOf } from '../api.ts';
import type { Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Heads } from '../parts/heads.tsx';
import { Icon } from '../parts/icons.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useOpen } from '../record/queries.ts';
import { capital, RefLink } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import '../style/governance.css';
import { useCreating } from '../record/creating.tsx';
import { governanceTexts as texts } from '../texts/governance.ts';
import { texts as common } from '../texts.ts';

type Board = { readonly id: string; readonly title: string; readonly starts_at: string };
type Answer = { readonly data: readonly ForumCard[]; readonly boards: readonly Board[]; readonly may: readonly string[]; readonly refs: Refs };
/** Decisions flow down: the strategic level stands above. */
const order = ['strategic', 'tactical', 'operational'] as const;

export function ForumsPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  const asked = useQuery({ queryKey: ['forum', 'list', 'overview'], queryFn: ({ signal }) => get<Answer>('/api/forums/overview', signal) });
  useEffect(() => {
    document.title = say(texts.forums);
  }, [say]);
  const button = mayOpen(forum, session) ? (
    <Button size="xs" leftSection={<Icon name="plus" />} onClick={() => create(forum.name)}>
      {say(texts.new_forum)}
    </Button>
  ) : null;
  return (
    <section className="page gov">
      <header className="page-head">
        <div>
          <h1>{say(texts.forums)}</h1>
          <p className="dim small">{say(texts.forums_text)}</p>
        </div>
        {button}
      </header>
      <Panel of={asked} lines={10}>
        {(answer) =>
          answer.data.length === 0 ? (
            <Message icon="people" title={say(texts.no_forums)} text={say(texts.no_forums_text)} />
          ) : (
            <>
              {order.map((level) => (
                <Level key={level} level={level} answer={answer} />
              ))}
              <Boards answer={answer} />
            </>
          )
        }
      </Panel>
    </section>
  );
}

function Level({ level, answer }: { readonly level: (typeof order)[number]; readonly answer: Answer }) {
  const say = useSay();
  const own = answer.data.filter((each) => each.level === level);
  if (!own.length) return null;
  return (
    <section className="review-part">
      <h2>{say(levels[level])}</h2>
      <Sideways label={say(levels[level])}>
        <table className="plain">
          <Heads of={[texts.forum, texts.rhythm, texts.last, texts.next, texts.actions]} />
          <tbody>
            {own.map((each) => (
              <Row key={each.id} card={each} answer={answer} />
            ))}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

function Row({ card, answer: { refs, may } }: { readonly card: ForumCard; readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  const held = card.kind === 'review' && card.customer;
  const day = (id: string, at: string) =>
    held ? (
      <Link to="/reviews/$id" params={{ id }}>
        {format.instant(at)}
      </Link>
    ) : (
      <Link to="/$id" params={{ id }}>
        {format.instant(at)}
      </Link>
    );
  return (
    <tr>
      <th scope="row">
        <RefLink id={card.id} refs={{ [card.id]: card.name }} />
        <p className="dim small">
          {say(forumKinds[card.kind])}
          {card.parties.length ? `, ${card.parties.map((each) => refs[each] ?? each).join(', ')}` : ''}
        </p>
      </th>
      <td>{say(cadences[card.cadence])}</td>
      <td className="nowrap">{card.last && card.last_at ? day(card.last, card.last_at) : '–'}</td>
      <td>
        <div className="gov-row">
          {card.next && card.next_at ? <span className="nowrap">{day(card.next, card.next_at)}</span> : null}
          {may.includes('plan') && card.proposed[0] ? <Plan card={card} at={card.proposed[0]} /> : card.next ? null : '–'}
        </div>
      </td>
      <td>
        {card.open_actions ? (
          <Link to="/list/$plural" params={{ plural: action.plural }} search={{ q: `is:open forum:${card.id} sort:due_on` }}>
            {say(texts.open_count, { count: card.open_actions })}
          </Link>
        ) : (
          <span className="dim">{say(texts.none)}</span>
        )}
        {card.late_actions ? (
          <>
            {' '}
            <Link
              className="badge"
              data-tone="bad"
              to="/list/$plural"
              params={{ plural: action.plural }}
              search={{ q: `is:overdue forum:${card.id} sort:due_on` }}
            >
              <Icon name="flag" size={12} /> {say(texts.late_count, { count: card.late_actions })}
            </Link>
          </>
        ) : null}
      </td>
    </tr>
  );
}

/** One click plans the next day that the cadence proposes. */
function Plan({ card, at }: { readonly card: ForumCard; readonly at: string }) {
  const say = useSay();
  const format = useFormat();
  const client = useQueryClient();
  const open = useOpen(meeting);
  const plan = () =>
    open.mutate(
      { input: { forum: card.id, starts_at: at }, key: newKey() },
      {
        onSuccess: (made) => {
          toast(say(texts.planned, { id: made.data.id }));
          void client.invalidateQueries({ queryKey: ['forum', 'list', 'overview'] });
        },
        onError: (error) => toast(problemOf(error).detail || say(common.error_text), true),
      },
    );
  return (
    <Button
      size="compact-xs"
      variant="default"
      loading={open.isPending}
      onClick={plan}
      aria-label={`${card.name}: ${say(texts.plan, { when: format.instant(at) })}`}
    >
      {say(texts.plan, { when: format.instant(at) })}
    </Button>
  );
}

/** The board that judges changes keeps its own room; it is a forum all the same. */
function Boards({ answer }: { readonly answer: Answer }) {
  const say = useSay();
  const format = useFormat();
  if (!answer.boards.length) return null;
  return (
    <section className="review-part">
      <h2>{capital(say(texts.boards))}</h2>
      <ul>
        {answer.boards.map((each) => (
          <li key={each.id}>
            <Link className="ref" to="/changes/cab/$id" params={{ id: each.id }}>
              {each.title}
            </Link>{' '}
            <span className="dim small">{format.instant(each.starts_at)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
