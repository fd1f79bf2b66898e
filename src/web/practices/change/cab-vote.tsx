// Votes and decision at the right of the room: one's own vote with its reason, everybody's, and the buttons of who decides.
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { type Voice, voices } from '../../../practices/change/cab-data.record.ts';
import type { Room, RoomItem } from '../../../practices/change/cab-room.record.ts';
import { decisionWords, ruleWords, voteWords } from '../../cab-words.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useReader, useSay } from '../../language.tsx';
import { fromLocal } from '../../parts/time.tsx';
import { cabTexts as texts, verdictTexts, voiceTexts } from '../../texts/cab.ts';
import { toneOf } from './cab-agenda.tsx';
import type { Send } from './cab-room.ts';

type Props = { readonly room: Room; readonly item: RoomItem; readonly refs: Refs; readonly sending: Send };
const takes = ['frozen', 'in_session', 'paused'];

export function CabVote({ room, item, refs, sending }: Props) {
  const say = useSay();
  const format = useFormat();
  const { polled } = item;
  const minutes = room.minutes.items.find((each) => each.change === item.change);
  const isOpen = takes.includes(String(room.meeting.state)) && item.row?.meeting !== null;
  const votes = minutes?.votes.length ? minutes.votes : (polled?.votes ?? []);
  return (
    <section className="cab-votes" aria-labelledby="cab-votes">
      {minutes?.decision ? (
        <p className="cab-decided" data-tone={toneOf(minutes.decision.word)} role="status">
          <b>{say(texts.decided)}:</b> {decisionWords(minutes, { say, format, refs })}
        </p>
      ) : null}
      {room.member && isOpen && !minutes?.decision && item.may.includes('vote') ? <Own key={item.change} {...{ item, sending }} /> : null}
      <h2 id="cab-votes">{say(texts.votes)}</h2>
      {votes.length === 0 && !polled?.others ? <p className="dim">{say(texts.no_votes)}</p> : null}
      <ul className="cab-ballots">
        {votes.map((each) => (
          <li key={each.person} data-vote={each.vote}>
            {voteWords(each, { say, format, refs })}
          </li>
        ))}
        {polled?.others ? <li className="dim">{say(texts.other_votes, { count: polled.others })}</li> : null}
      </ul>
      {room.meeting.mode === 'by_deadline' && room.rule ? <p className="small dim">{ruleWords(room.rule, { say })}</p> : null}
      {room.meeting.mode === 'by_deadline' && polled?.verdict && !minutes?.decision && isOpen ? (
        <p className="small">
          {say(texts.standing)}: <b>{say(verdictTexts[polled.verdict])}</b>
        </p>
      ) : null}
      {item.may.some((each) => ['approve', 'defer', 'reject'].includes(each)) && takes.includes(String(room.meeting.state)) ? (
        <Decide key={`${item.change} ${item.row?.version}`} {...{ room, item, sending }} />
      ) : null}
    </section>
  );
}

/** One's own vote: a choice, and a reason wherever it is no plain approval. */
function Own({ item, sending }: Pick<Props, 'item' | 'sending'>) {
  const say = useSay();
  const own = item.polled?.own ?? null;
  const [vote, setVote] = useState<Voice | null>(own?.vote ?? null);
  const [reason, setReason] = useState(own?.reason ?? '');
  const needs = vote !== null && vote !== 'approve';
  const same = own !== null && own.vote === vote && (own.reason ?? '') === reason.trim();
  return (
    <form
      className="cab-own"
      id="cab-own"
      onSubmit={(event) => {
        event.preventDefault();
        if (vote) sending.mutate({ on: 'changes', id: item.change, command: 'vote', input: { vote, ...(reason.trim() ? { reason: reason.trim() } : {}) } });
      }}
    >
      <Radio.Group label={`${say(texts.your_vote)}: ${item.change}`} value={vote} onChange={(next) => setVote(next as Voice)}>
        <div className="cab-voices">
          {voices.map((each) => (
            <Radio key={each} value={each} label={say(voiceTexts[each])} />
          ))}
        </div>
      </Radio.Group>
      <Textarea
        autosize
        minRows={1}
        maxRows={6}
        maxLength={1_000}
        label={say(texts.reason)}
        required={needs}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button type="submit" size="sm" loading={sending.isPending} disabled={vote === null || same || (needs && reason.trim() === '')}>
        {say(own ? texts.change_vote : texts.vote)}
      </Button>
    </form>
  );
}

type Deciding = 'approve' | 'approve_if' | 'defer' | 'reject';
const commandOf: Readonly<Record<Deciding, string>> = { approve: 'approve', approve_if: 'approve', defer: 'defer', reject: 'reject' };
const asks = (what: Deciding): boolean => what !== 'approve';

/** What was chosen is confirmed with its reason: a decision leaves the house. */
function Decide({ room, item, sending }: Omit<Props, 'refs'>) {
  const say = useSay();
  const { zone } = useReader();
  const [chosen, setChosen] = useState<Deciding | null>(null);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const possible = (['approve', 'approve_if', 'defer', 'reject'] as const).filter((each) => item.may.includes(commandOf[each]));
  const send = (what: Deciding) =>
    sending.mutate({
      on: 'changes',
      id: item.change,
      command: commandOf[what],
      input: {
        ...(reason.trim() ? { [what === 'approve_if' ? 'conditions' : 'decision_reason']: reason.trim() } : {}),
        ...(what === 'defer' && until ? { deferred_until: fromLocal(until, zone) } : {}),
        meeting: String(room.meeting.id),
      },
      version: Number(item.row?.version),
    });
  return (
    <section className="cab-decide" aria-labelledby="cab-decide">
      <h2 id="cab-decide">{say(texts.decide)}</h2>
      <div className="cab-buttons">
        {possible.map((each) => (
          <Button key={each} size="xs" variant={chosen === each ? 'filled' : 'default'} aria-pressed={chosen === each} onClick={() => setChosen(each)}>
            {say(texts[each])}
          </Button>
        ))}
      </div>
      {chosen ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send(chosen);
          }}
        >
          {chosen === 'defer' ? (
            <TextInput type="datetime-local" size="xs" label={say(texts.defer_to)} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
          ) : null}
          <Textarea
            autosize
            minRows={2}
            maxRows={8}
            maxLength={2_000}
            label={say(chosen === 'approve_if' ? texts.condition : texts.reason)}
            required={asks(chosen)}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            autoFocus
          />
          <div className="cab-buttons">
            <Button type="submit" size="xs" loading={sending.isPending} disabled={asks(chosen) && reason.trim() === ''}>
              {say(texts.confirm, { what: say(texts[chosen]) })}
            </Button>
            <Button size="xs" variant="default" onClick={() => setChosen(null)}>
              {say(texts.cancel)}
            </Button>
          </div>
        </form>
      ) : null}
    </section>
  );
}
