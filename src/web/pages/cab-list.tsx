// Meetings of the change advisory board: votes asked of the reader, what is going on, what comes and what was.
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { cabMeeting } from '../../practices/change/cab.record.ts';
import type { ListAnswer, Row } from '../contract.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { CabAsked } from '../practices/change/cab-asked.tsx';
import { useCreating } from '../record/creating.tsx';
import { mayOpen } from '../record/may-open.ts';
import { useList } from '../record/queries.ts';
import { choiceLabel, StateBadge } from '../record/value.tsx';
import { useSession } from '../session.tsx';
import { cabTexts as texts } from '../texts/cab.ts';

export function CabListPage() {
  const say = useSay();
  const session = useSession();
  const create = useCreating();
  useEffect(() => {
    document.title = say(texts.title);
  }, [say]);
  const button = mayOpen(cabMeeting, session) ? (
    <Button size="xs" variant="default" leftSection={<Icon name="plus" />} onClick={() => create(cabMeeting.name)}>
      {say(texts.plan)}
    </Button>
  ) : null;
  return (
    <section className="page cab">
      <header className="page-head">
        <div>
          <h1>{say(texts.title)}</h1>
          <p className="dim small">{say(cabMeeting.means)}</p>
        </div>
        {button}
      </header>
      <CabAsked always />
      <Meetings
        q="is:open sort:starts_at"
        title={say(texts.upcoming)}
        empty={<Message icon="people" title={say(texts.none_upcoming)} text={say(texts.none_upcoming_text)} />}
      />
      <Meetings q="is:closed sort:-starts_at" title={say(texts.past)} empty={<p className="dim">{say(texts.none_past)}</p>} />
      <Link to="/list/$plural" params={{ plural: cabMeeting.plural }} className="small">
        {say(texts.more)}
      </Link>
    </section>
  );
}

function Meetings({ q, title, empty }: { readonly q: string; readonly title: string; readonly empty: React.ReactNode }) {
  const say = useSay();
  const found = useList(cabMeeting, q, { limit: 25 });
  const first: { readonly data: ListAnswer | undefined } = { data: found.data?.pages[0] };
  return (
    <section className="card">
      <h2>{title}</h2>
      <Panel of={{ ...found, ...first }} lines={4}>
        {({ data, refs }) =>
          data.length === 0 ? (
            empty
          ) : (
            <div className="sideways">
              <table className="plain cab-list">
                <thead>
                  <tr>
                    <th>{say(texts.starts)}</th>
                    <th>{say(texts.meeting)}</th>
                    <th>{say(texts.state)}</th>
                    <th>{say(cabMeeting.fields.mode.label)}</th>
                    <th>{say(cabMeeting.fields.chair.label)}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((row) => (
                    <Meeting key={row.id} row={row} chair={refs[String(row.chair)] ?? ''} />
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Panel>
    </section>
  );
}

function Meeting({ row, chair }: { readonly row: Row; readonly chair: string }) {
  const say = useSay();
  return (
    <tr>
      <td>
        <Time at={String(row.starts_at)} />
      </td>
      <td>
        <Link to="/changes/cab/$id" params={{ id: row.id }}>
          {row.id} {String(row.title)}
        </Link>
      </td>
      <td>
        <StateBadge definition={cabMeeting} state={row.state} />
      </td>
      <td>
        {choiceLabel(cabMeeting.fields.mode, String(row.mode), say)}
        {row.deadline ? (
          <span className="dim small">
            {' '}
            · <Time at={String(row.deadline)} />
          </span>
        ) : null}
      </td>
      <td>{chair}</td>
    </tr>
  );
}
