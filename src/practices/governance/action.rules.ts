// What the commands of an action mean: who owes it, to whom it is visible, and that its day is still to come.
import { localDate } from '../../calculus/terms.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { calm, escalationRules } from '../../kernel/escalation.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { action } from './action.record.ts';
import type { Place } from './decision.rules.ts';

export type ActionGiven = Place & {
  readonly house: string | null;
  readonly zone: string;
  /** For whom the owner works, and whose team it is: of the input, else of the row. */
  readonly employer: string | null;
  readonly team_of: string | null;
};
type The = Case<Case['row'], ActionGiven>;
type Row = RowOf<typeof action>;

export const actionRules: Rules<ActionGiven> = {
  ...escalationRules,
  open,
  edit,
  postpone: (the) => tooEarly(the) ?? { changes: calm },
  finish: () => ({ changes: { ...calm, waiting_reason: null } }),
  drop: () => ({ changes: { ...calm, waiting_reason: null } }),
  reopen: (the) => tooEarly(the) ?? { changes: { done_note: null } },
  note: () => ({}),
};

function open(the: The): Decision | Refusal {
  const { input, given } = the;
  const { forum, meeting, house } = given;
  if (meeting && forum && meeting.forum !== forum.id) return refuse('action.other_forum', 'meeting', { meeting: meeting.id, forum: meeting.forum });
  const early = tooEarly(the);
  if (early) return early;
  const party = owing(the, (input.party as string | null | undefined) ?? null);
  if (isRefusal(party)) return party;
  return { changes: { party, forum: forum?.id ?? null, level: forum?.level ?? 'operational', parties: seenBy(party, forum?.parties ?? [], house) } };
}

function edit(the: The): Decision | Refusal {
  const { row, input, given } = the;
  const own = row as Row;
  if (!['owner', 'party', 'team'].some((name) => Object.hasOwn(input, name))) return {};
  // A new owner brings their own organisation along, unless it is named.
  const asked = Object.hasOwn(input, 'party') ? (input.party as string | null) : Object.hasOwn(input, 'owner') && input.owner ? null : own.party;
  const party = owing(the, asked);
  return isRefusal(party)
    ? party
    : { changes: { party, parties: seenBy(party, given.forum?.parties ?? own.parties.filter((each) => each !== own.party), given.house) } };
}

/** Whoever owes it sees it. One from outside the forum keeps it to themselves: those at the table are not told who they are. */
function seenBy(party: string, table: readonly string[], house: string | null): string[] {
  if (party === house) return [...table];
  return table.includes(party) ? [...table] : [party];
}

function owing({ given }: The, asked: string | null): string | Refusal {
  const { employer, team_of, house } = given;
  const party = asked ?? employer ?? team_of ?? house ?? '';
  if (employer && employer !== party) return refuse('action.owner_elsewhere', 'owner', { owner: employer, party });
  return team_of && team_of !== party ? refuse('action.team_elsewhere', 'team', { team: team_of, party }) : party;
}

function tooEarly({ input, given, at }: The): Refusal | null {
  const today = localDate(given.zone, at);
  const due_on = input.due_on as string;
  return due_on < today ? refuse('action.due_past', 'due_on', { due_on, today }) : null;
}
