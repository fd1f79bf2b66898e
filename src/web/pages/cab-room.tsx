// The room of a CAB meeting: agenda with its times, the change on the table, votes and decision, and the minutes that grow beneath.
import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useCallback, useEffect, useState } from 'react';
import { cabMeeting } from '../../practices/change/cab.record.ts';
import type { Room, RoomAnswer, RoomItem } from '../../practices/change/cab-room.record.ts';
import { stopwatch } from '../cab-words.ts';
import { useSay } from '../language.tsx';
import { Icon } from '../parts/icons.tsx';
import { useShortcuts } from '../parts/keys.ts';
import { Message, Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { CabAgenda } from '../practices/change/cab-agenda.tsx';
import { CabChange } from '../practices/change/cab-change.tsx';
import { CabMinutes } from '../practices/change/cab-minutes.tsx';
import { type Send, useRoom, useSending, useTotal } from '../practices/change/cab-room.ts';
import { CabSeats } from '../practices/change/cab-seats.tsx';
import { CabVote } from '../practices/change/cab-vote.tsx';
import { Actions } from '../record/actions.tsx';
import { commandsOf } from '../record/commands.ts';
import { StateBadge } from '../record/value.tsx';
import { cabTexts as texts } from '../texts/cab.ts';

const route = getRouteApi('/shell/changes/cab/$id');

export function CabRoomPage() {
  const say = useSay();
  const { id } = route.useParams();
  const found = useRoom(id);
  useEffect(() => {
    document.title = `${id} ${say(texts.meeting)}`;
  }, [id, say]);
  return (
    <div className="page cab">
      <Panel of={found} lines={12}>
        {(answer) => <Table key={id} id={id} answer={answer} />}
      </Panel>
    </div>
  );
}

/** What is looked at: what somebody chose, else what is on the table, else the first item. */
function useChosen(room: Room): [RoomItem | undefined, (change: string) => void, (by: number) => void] {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const seen = room.items.filter((each) => each.visible);
  const chosen = seen.find((each) => each.change === search.item) ?? seen.find((each) => each.change === room.current) ?? seen[0];
  const choose = useCallback((item: string) => void navigate({ search: { item }, replace: true }), [navigate]);
  const step = (by: number): void => {
    const at = chosen ? seen.indexOf(chosen) : -1;
    const next = seen[Math.min(seen.length - 1, Math.max(0, at + by))];
    if (next) choose(next.change);
  };
  return [chosen, choose, step];
}

/** Going on takes the screen along: whoever looks elsewhere on purpose comes back with the next item. */
function useFollowing(current: string | null): void {
  const navigate = route.useNavigate();
  const [followed, setFollowed] = useState(current);
  useEffect(() => {
    if (current === followed) return;
    setFollowed(current);
    if (current) void navigate({ search: {}, replace: true });
  }, [current, followed, navigate]);
}

function Table({ id, answer }: { readonly id: string; readonly answer: RoomAnswer }) {
  const say = useSay();
  const { data: room, refs } = answer;
  const sending = useSending(id);
  const [chosen, choose, step] = useChosen(room);
  const [full, setFull] = useFull();
  useFollowing(room.current);
  const goOn = useGoingOn(room, sending);
  const pausing = room.may.includes('pause') ? 'pause' : room.may.includes('resume') ? 'resume' : null;
  const pause = () => pausing && sending.mutate({ on: 'cab_meetings', id, command: pausing, version: Number(room.meeting.version) });
  useShortcuts([
    { name: 'cab.next', keys: 'n', label: say(texts.key_next), run: () => room.may.includes('next') && goOn() },
    { name: 'cab.pause', keys: 'p', label: say(texts.key_pause), run: () => void pause() },
    { name: 'cab.vote', keys: 'v', label: say(texts.key_vote), run: () => document.querySelector<HTMLElement>('#cab-own input')?.focus() },
    { name: 'next', keys: 'j', label: say(texts.key_down), run: () => step(1) },
    { name: 'previous', keys: 'k', label: say(texts.key_up), run: () => step(-1) },
    { name: 'cab.full', keys: 'f', label: say(texts.key_full), run: () => setFull(!full) },
  ]);
  return (
    <div className="cab-room" data-full={full || undefined}>
      <header className="page-head cab-head">
        <Title answer={answer} />
        <div className="page-actions no-print">
          {room.may.includes('next') ? (
            <Button size="xs" loading={sending.isPending} onClick={goOn}>
              {say(texts.next)} <kbd>n</kbd>
            </Button>
          ) : null}
          {pausing ? (
            <Button size="xs" variant="default" onClick={pause}>
              {say(commandsOf(cabMeeting)[pausing].label)}
            </Button>
          ) : null}
          <Actions
            definition={cabMeeting}
            answer={{ ...answer, data: room.meeting as RoomRow, may: room.may.filter((each) => !own.has(each)), clocks: [], audiences: [] }}
          />
          <Button size="xs" variant="default" onClick={() => setFull(!full)}>
            {say(full ? texts.leave_full : texts.present_mode)}
          </Button>
        </div>
      </header>
      <div className="cab-table">
        <div className="cab-left">
          <CabAgenda {...{ room, refs, sending }} chosen={chosen?.change ?? null} onChoose={choose} />
          <CabSeats {...{ room, refs, sending }} />
        </div>
        {chosen ? (
          <>
            <div className="cab-middle">
              {room.may.includes('next') && room.current !== chosen.change ? (
                <button type="button" className="link small no-print" onClick={() => goOn(chosen.change)}>
                  {say(texts.go_to)}
                </button>
              ) : null}
              <CabChange item={chosen} refs={refs} />
            </div>
            <div className="cab-right">
              <CabVote {...{ room, refs, sending }} item={chosen} />
            </div>
          </>
        ) : (
          <div className="cab-middle">
            <Message icon="list" title={say(texts.pick_item)} />
          </div>
        )}
      </div>
      <CabMinutes {...{ room, refs, sending }} />
    </div>
  );
}

type RoomRow = Parameters<typeof Actions>[0]['answer']['data'];
/** What the room has at its own place. */
const own = new Set(['next', 'pause', 'resume', 'move', 'attend', 'leave', 'finish']);

/** On from what this screen shows: `after` tells the server what was seen, so that two who press at once go on by one item. */
function useGoingOn(room: Room, sending: Send): (to?: unknown) => void {
  return (to) =>
    sending.mutate({
      on: 'cab_meetings',
      id: String(room.meeting.id),
      command: 'next',
      input: { after: room.current, ...(typeof to === 'string' ? { change: to } : {}) },
    });
}

function Title({ answer: { data: room } }: { readonly answer: RoomAnswer }) {
  const say = useSay();
  const { meeting } = room;
  const total = useTotal(room);
  const asked = room.seats.length + room.more_seats.asked;
  const present = room.seats.filter((each) => each.present).length + room.more_seats.present;
  return (
    <div>
      <h1>
        {String(meeting.title)} <StateBadge definition={cabMeeting} state={String(meeting.state)} />
      </h1>
      <p className="dim cab-sub">
        <Link to="/changes/cab">{say(texts.title)}</Link>
        <span>{String(meeting.id)}</span>
        <Time at={String(meeting.started_at ?? meeting.starts_at)} style="instant" />
        {meeting.mode === 'by_deadline' ? (
          <span>
            {say(texts.votes_until, { when: '' })} <Time at={String(meeting.deadline)} />
          </span>
        ) : (
          <>
            <span>{say(texts.present_of, { present, asked })}</span>
            <span className="cab-total" data-tone={total.tone}>
              <Icon name="clock" /> {say(texts.total)} {stopwatch(total.used_ms)} / {stopwatch(total.planned_ms)}
            </span>
          </>
        )}
        {meeting.state === 'planned' && meeting.cut_off ? (
          <span>
            {say(texts.cut_off_at, { when: '' })} <Time at={String(meeting.cut_off)} />
          </span>
        ) : null}
        <Link to="/$id" params={{ id: String(meeting.id) }}>
          {say(texts.record)}
        </Link>
      </p>
    </div>
  );
}

/** Fills the screen where the browser allows it, and the window where it does not. */
function useFull(): [boolean, (full: boolean) => void] {
  const [full, setFull] = useState(false);
  useEffect(() => {
    const left = () => document.fullscreenElement === null && setFull(false);
    document.addEventListener('fullscreenchange', left);
    return () => document.removeEventListener('fullscreenchange', left);
  }, []);
  const change = (wanted: boolean): void => {
    setFull(wanted);
    const asked = wanted ? document.documentElement.requestFullscreen?.() : document.fullscreenElement ? document.exitFullscreen() : undefined;
    asked?.catch(() => undefined);
  };
  return [full, change];
}
