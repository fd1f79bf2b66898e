// The minutes under the room: they grow with the meeting, are frozen when it closes, and go to paper as they stand.
import { Button } from '@mantine/core';
import type { Room } from '../../../practices/change/cab-room.record.ts';
import { decisionWords, lineWords, stopwatch } from '../../cab-words.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Time } from '../../parts/time.tsx';
import { RefLink } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { cabTexts as texts } from '../../texts/cab.ts';
import type { Send } from './cab-room.ts';

type Props = { readonly room: Room; readonly refs: Refs; readonly sending: Send };

export function CabMinutes({ room, refs, sending }: Props) {
  const say = useSay();
  const format = useFormat();
  const { minutes, meeting } = room;
  const decided = minutes.items.filter((each) => each.decision);
  return (
    <section className="cab-minutes" aria-labelledby="cab-minutes">
      <header>
        <h2 id="cab-minutes">
          {say(texts.minutes)}{' '}
          <span className="dim small">
            {room.frozen && minutes.ended_at ? say(texts.minutes_frozen, { when: format.instant(minutes.ended_at) }) : say(texts.minutes_growing)}
          </span>
        </h2>
        <span className="cab-buttons no-print">
          <Button size="xs" variant="default" component="a" href={`/api/cab_meetings/${String(meeting.id)}/minutes.pdf`} download>
            {say(texts.as_pdf)}
          </Button>
          <Button size="xs" variant="default" onClick={() => window.print()}>
            {say(texts.print)}
          </Button>
        </span>
      </header>
      {decided.length ? (
        <table className="plain">
          <caption className="hidden">{say(texts.decisions)}</caption>
          <thead>
            <tr>
              <th>{say(texts.change)}</th>
              <th>{say(texts.decision)}</th>
              <th className="number">{say(texts.time_used)}</th>
            </tr>
          </thead>
          <tbody>
            {decided.map((each) => (
              <tr key={each.change}>
                <td>
                  <RefLink id={each.change} refs={{}} /> {each.title}
                </td>
                <td>{decisionWords(each, { say, format, refs })}</td>
                <td className="number">{stopwatch(each.used_ms)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Actions {...{ room, refs, sending }} />
      {minutes.lines.length === 0 ? (
        <p className="dim">{say(texts.minutes_empty)}</p>
      ) : (
        <ol className="cab-lines" aria-live="polite">
          {minutes.lines.map((each, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: minutes only grow at their end
            <li key={index}>
              <Time at={each.at} style="time" /> {lineWords(each, { say, format, refs })}
            </li>
          ))}
        </ol>
      )}
      {room.corrections.length ? (
        <>
          <h3>{say(texts.corrections)}</h3>
          <ul>
            {room.corrections.map((each) => (
              <li key={each.at}>
                <Time at={each.at} /> {each.by}: {each.text}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function Actions({ room, refs, sending }: Props) {
  const say = useSay();
  const format = useFormat();
  const own = useSession().person?.id;
  if (room.actions.length === 0) return null;
  const isChair = room.may.includes('correct') || room.may.includes('act');
  return (
    <>
      <h3>{say(texts.actions)}</h3>
      <ul className="cab-actions">
        {room.actions.map((each) => (
          <li key={each.number}>
            {refs[each.owner] ? <b>{refs[each.owner]}</b> : null} {each.what}
            {each.change ? (
              <>
                {' '}
                (<RefLink id={each.change} refs={{}} />)
              </>
            ) : null}
            {each.due ? <span className="dim"> · {say(texts.before, { when: format.date(each.due) })}</span> : null}{' '}
            {each.done_at ? (
              <span className="badge" data-tone="good">
                {say(texts.is_done, { when: format.instant(each.done_at) })}
              </span>
            ) : room.may.includes('finish') && (isChair || each.owner === own) ? (
              <button
                type="button"
                className="link no-print"
                onClick={() => sending.mutate({ on: 'cab_meetings', id: String(room.meeting.id), command: 'finish', input: { number: each.number } })}
              >
                {say(texts.done)}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
