// The agenda at the left of the room: every item with its time, planned and used, its outcome, and where it can be moved.
import { ActionIcon } from '@mantine/core';
import type { Room, RoomItem } from '../../../practices/change/cab-room.record.ts';
import { decisionWords, stopwatch } from '../../cab-words.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Message } from '../../parts/states.tsx';
import { cabTexts as texts } from '../../texts/cab.ts';
import { type Pace, type Send, usePace } from './cab-room.ts';

type Props = {
  readonly room: Room;
  readonly refs: Refs;
  readonly chosen: string | null;
  readonly onChoose: (change: string) => void;
  readonly sending: Send;
};

export function CabAgenda({ room, refs, chosen, onChoose, sending }: Props) {
  const say = useSay();
  return (
    <section className="cab-agenda" aria-labelledby="cab-agenda">
      <h2 id="cab-agenda">{say(texts.agenda)}</h2>
      {room.items.length === 0 ? (
        <Message icon="list" title={say(texts.agenda_empty)} text={room.meeting.state === 'planned' ? say(texts.agenda_filter) : ''} />
      ) : (
        <ol>
          {room.items.map((item, index) =>
            item.visible ? (
              <Item key={item.change} {...{ room, refs, item, index, sending, onChoose }} chosen={item.change === chosen} />
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the reader is not told which change it is, only its place
              <li key={index} className="cab-item dim">
                <span className="cab-item-place">{index + 1}</span> {say(texts.hidden_item)}
              </li>
            ),
          )}
        </ol>
      )}
    </section>
  );
}

type ItemProps = Omit<Props, 'chosen'> & { readonly item: RoomItem; readonly index: number; readonly chosen: boolean };

function Item({ room, refs, item, index, chosen, onChoose, sending }: ItemProps) {
  const say = useSay();
  const format = useFormat();
  const { change } = item;
  const minutes = room.minutes.items.find((each) => each.change === change);
  const now = room.current === change;
  const pace = usePace(room, change, item.minutes);
  const moves = room.may.includes('move') && room.items.length > 1;
  const move = (position: number) =>
    sending.mutate({ on: 'cab_meetings', id: String(room.meeting.id), command: 'move', input: { change, position }, version: Number(room.meeting.version) });
  return (
    <li className="cab-item" data-chosen={chosen || undefined} data-now={now || undefined}>
      <button type="button" className="cab-item-open" aria-current={chosen ? 'true' : undefined} onClick={() => onChoose(change)}>
        <span className="cab-item-place">{index + 1}</span>
        <span className="cab-item-title">
          <b>{change}</b> {refs[change] ?? String(item.row?.title ?? '')}
        </span>
        <span className="cab-item-marks">
          {now ? (
            <span className="badge" data-tone="info">
              {say(texts.on_table)}
            </span>
          ) : null}
          {item.late ? (
            <span className="badge" data-tone="warn">
              {say(texts.late)}
            </span>
          ) : null}
          {minutes?.decision ? (
            <span className="badge" data-tone={toneOf(minutes.decision.word)}>
              {decisionWords({ decision: { ...minutes.decision, condition: null, reason: null, until: null }, votes: [] }, { say, format, refs })}
            </span>
          ) : null}
          {room.meeting.mode === 'meeting' ? <Paced pace={pace} running={now} /> : null}
        </span>
      </button>
      {moves ? (
        <span className="cab-item-moves no-print">
          <ActionIcon variant="transparent" size={24} aria-label={say(texts.up, { id: change })} disabled={index === 0} onClick={() => move(index)}>
            <Icon name="up" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size={24}
            aria-label={say(texts.down, { id: change })}
            disabled={index === room.items.length - 1}
            onClick={() => move(index + 2)}
          >
            <Icon name="down" />
          </ActionIcon>
        </span>
      ) : null}
    </li>
  );
}

export const toneOf = (word: string): 'good' | 'warn' | 'bad' => (word === 'rejected' ? 'bad' : word === 'approved' ? 'good' : 'warn');

/** Used against planned, in a colour and in a word. */
function Paced({ pace: { used_ms, planned_ms, tone }, running }: { readonly pace: Pace; readonly running: boolean }) {
  const say = useSay();
  const format = useFormat();
  const late = tone === 'bad' ? say(texts.over, { span: format.span(used_ms - planned_ms) }) : '';
  const word = late || (running && tone !== 'neutral' ? say(tone === 'warn' ? texts.nearly : texts.within) : '');
  return (
    <span className="cab-pace" data-tone={tone}>
      <span className="cab-bar" aria-hidden="true">
        <span style={{ width: `${planned_ms ? Math.min(100, (used_ms / planned_ms) * 100) : 0}%` }} />
      </span>
      {say(texts.used_of, { used: stopwatch(used_ms), planned: stopwatch(planned_ms) })}
      {word ? <span className="small"> · {word}</span> : null}
    </span>
  );
}
