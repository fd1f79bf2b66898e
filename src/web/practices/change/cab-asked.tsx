// The votes that are asked of the reader, soonest first; on the page of the meetings and above the inbox.
import { Link } from '@tanstack/react-router';
import { useSay } from '../../language.tsx';
import { Panel } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { cabTexts as texts } from '../../texts/cab.ts';
import { useAsked } from './cab-room.ts';

/** Where it is not `always` shown, it is there only when there is something to do. */
export function CabAsked({ always = false }: { readonly always?: boolean }) {
  const say = useSay();
  const found = useAsked();
  if (!always && !found.data?.data.length) return null;
  return (
    <section className="card cab-asked">
      <h2>{say(texts.asked)}</h2>
      <Panel of={found} lines={2}>
        {({ data }) =>
          data.length === 0 ? (
            <p className="dim">{say(texts.asked_none)}</p>
          ) : (
            <ul>
              {data.map((each) => (
                <li key={`${each.meeting} ${each.change}`}>
                  <Link to="/changes/cab/$id" params={{ id: each.meeting }} search={{ item: each.change }}>
                    {each.change} {each.change_title}
                  </Link>{' '}
                  <span className="dim small">
                    · {each.title} · {say(each.mode === 'by_deadline' ? texts.before : texts.in_meeting, { when: '' })}{' '}
                    <Time at={each.deadline ?? each.starts_at} />
                  </span>
                  {each.reminded_at ? (
                    <span className="badge" data-tone="warn">
                      {say(texts.reminded)}
                    </span>
                  ) : null}
                </li>
              ))}
            </ul>
          )
        }
      </Panel>
    </section>
  );
}
