// What a vote on a change means: who may cast it, that the last one counts, and that a new meeting begins with none.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Ballot, Voice } from './cab-data.record.ts';

/** The meeting that the change is on, as far as a vote depends on it; null when it is on none. */
export type Sitting = {
  readonly id: string;
  readonly state: string;
  readonly members: readonly string[];
  readonly deadline: string | null;
  readonly house: string;
};
export type VoteGiven = { readonly sitting: Sitting | null };
type The = Case<Case['row'], VoteGiven>;

export const voteRules: Rules<VoteGiven> = { vote, table, untable };

const taking = ['frozen', 'in_session', 'paused'];

function vote({ row, input, given: { sitting }, actor, at }: The): Decision | Refusal {
  if (!sitting || !taking.includes(sitting.state)) return refuse('change.vote.no_meeting');
  const { person } = actor;
  if (person === null || !sitting.members.includes(person)) return refuse('change.vote.not_a_member', undefined, { meeting: sitting.id });
  if (row?.builder === person) return refuse('change.vote.builder');
  if (sitting.deadline !== null && at >= sitting.deadline) return refuse('change.vote.too_late', undefined, { deadline: sitting.deadline });
  const voice = input.vote as Voice;
  const reason = (input.reason as string | null | undefined)?.trim() || null;
  if (reason === null && voice !== 'approve') return refuse('change.vote.reason', 'reason');
  const others = ((row?.votes ?? []) as readonly Ballot[]).filter((each) => each.person !== person);
  const own: Ballot = { person, party: actor.organisation, vote: voice, reason, at };
  // Read by the house and by the voter's own side: what one party says of a change is not for the others.
  const audience = [...new Set([sitting.house, ...(actor.organisation ? [actor.organisation] : [])])];
  // The input is called as the reason for the change is, which a vote leaves as it was.
  return {
    changes: { votes: [...others, own], reason: row?.reason ?? null },
    note: reason,
    params: { vote: voice, voter: person, meeting: sitting.id },
    audience,
  };
}

function table({ row, input }: The): Decision | Refusal {
  const meeting = String(input.meeting);
  return { changes: row?.meeting === meeting ? {} : { meeting, votes: [] }, params: { meeting } };
}

/** Only from the meeting it is on: it may have been put on another one meanwhile. */
function untable({ row, input }: The): Decision | Refusal {
  const meeting = String(input.meeting);
  return { changes: row?.meeting === meeting ? { meeting: null, votes: [] } : { meeting: row?.meeting ?? null }, params: { meeting } };
}
