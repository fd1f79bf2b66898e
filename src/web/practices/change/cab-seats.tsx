// Who sits at the table, and who is there: everybody says it for themselves, the chair for whoever called in.
import type { Room } from '../../../practices/change/cab-room.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { useSession } from '../../session.tsx';
import { cabTexts as texts } from '../../texts/cab.ts';
import type { Send } from './cab-room.ts';

export function CabSeats({ room, refs, sending }: { readonly room: Room; readonly refs: Refs; readonly sending: Send }) {
  const say = useSay();
  const own = useSession().person?.id;
  const chairs = room.may.includes('act');
  const more = room.more_seats.asked;
  const mark = (person: string, here: boolean) =>
    sending.mutate({ on: 'cab_meetings', id: String(room.meeting.id), command: here ? 'attend' : 'leave', input: { person } });
  return (
    <section className="cab-seats" aria-labelledby="cab-seats">
      <h2 id="cab-seats">{say(texts.members)}</h2>
      <ul>
        {room.seats.map(({ person, party, present }) => (
          <li key={person} data-present={present || undefined}>
            <Icon name={present ? 'check' : 'person'} /> {refs[person] ?? person}
            <span className="dim small">
              {party && refs[party] ? ` · ${refs[party]}` : ''}
              {room.meeting.chair === person ? ` · ${say(texts.chair)}` : ''} · {say(present ? texts.is_here : texts.is_absent)}
            </span>{' '}
            {room.may.includes('attend') && (chairs || person === own) ? (
              <button type="button" className="link small no-print" onClick={() => mark(person, !present)}>
                {person === own ? say(present ? texts.i_leave : texts.i_am_here) : say(present ? texts.mark_gone : texts.mark_here)}
              </button>
            ) : null}
          </li>
        ))}
        {more ? <li className="dim">{say(texts.others_at_table, { count: more })}</li> : null}
      </ul>
    </section>
  );
}
