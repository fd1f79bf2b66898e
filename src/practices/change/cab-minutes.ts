// Minutes from facts: who was there, what was voted and decided, how long it took. Nobody writes them; the meeting and its decisions do.
import { apply, type Fact } from '../../kernel/fact.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { usedMs } from './cab-agenda.record.ts';
import type { AgendaItem, Ballot, Decided, MinuteItem, MinuteLine, Minutes } from './cab-data.record.ts';
import type { Excepted } from './shapes.record.ts';

type Told = Pick<Fact, 'record_id' | 'version' | 'fact' | 'at' | 'actor' | 'actor_name' | 'changes' | 'note' | 'params'>;
export type MinutesOf = {
  readonly meeting: AnyRow;
  readonly facts: readonly Told[];
  readonly changes: readonly { readonly id: string; readonly facts: readonly Told[] }[];
  readonly definition: Definition;
  /** ISO instant up to which the running item is counted. */
  readonly now: string;
};

const line = (fact: Told, what: MinuteLine['what'], more: Partial<MinuteLine> = {}): MinuteLine => ({
  at: fact.at,
  what,
  change: null,
  person: fact.actor,
  party: null,
  word: null,
  text: null,
  ...more,
});

/** The minutes of a meeting as the journals of the meeting and of the changes on its agenda tell them until `now`. */
export function minutesOf({ meeting, facts, changes, definition, now }: MinutesOf): Minutes {
  const agenda = (meeting.agenda ?? []) as readonly AgendaItem[];
  const about = changes.map((each) => ({ id: each.id, ...atMeeting(definition, each.facts, meeting) }));
  const lines = [...facts.flatMap(lineOf), ...about.flatMap((each) => each.lines)].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const present = [...new Set(facts.flatMap((fact) => (fact.changes.present ?? []) as readonly string[]))];
  const voted = about.flatMap((each) => each.votes.map((vote) => vote.person));
  const here = meeting.mode === 'by_deadline' ? [...new Set(voted)] : present;
  return {
    started_at: (meeting.started_at ?? null) as string | null,
    ended_at: (meeting.ended_at ?? null) as string | null,
    present: here,
    absent: ((meeting.members ?? []) as readonly string[]).filter((each) => !here.includes(each)),
    items: agenda.map((item) => itemOf(item, { meeting, now, of: about.find((each) => each.id === item.change) })),
    lines,
  };
}

type About = { readonly title: string; readonly votes: readonly Ballot[]; readonly decision: Decided | null; readonly lines: readonly MinuteLine[] };

function itemOf(item: AgendaItem, { meeting, now, of }: { meeting: AnyRow; now: string; of: About | undefined }): MinuteItem {
  const timing = (meeting.timing ?? []) as Parameters<typeof usedMs>[0];
  return {
    change: item.change,
    title: of?.title ?? item.change,
    late: item.late,
    added_by: item.added_by,
    why_late: item.reason,
    planned_minutes: item.minutes,
    used_ms: usedMs(timing, item.change, Date.parse(now)),
    decision: of?.decision ?? null,
    votes: of?.votes ?? [],
  };
}

const words: Readonly<Record<string, Decided['word']>> = { 'change.approved': 'approved', 'change.deferred': 'deferred', 'change.rejected': 'rejected' };

/** What happened to a change while it was on this meeting: from the facts themselves, so that later meetings change nothing. */
function atMeeting(definition: Definition, facts: readonly Told[], meeting: AnyRow): About {
  let row: AnyRow | null = null;
  let [title, votes, decision]: [string, readonly Ballot[], Decided | null] = ['', [], null];
  const lines: MinuteLine[] = [];
  for (const fact of facts) {
    const before: AnyRow | null = row;
    row = apply(definition, row, fact);
    title = String(row.title ?? title);
    if (before?.meeting !== meeting.id && row.meeting !== meeting.id) continue;
    if (fact.fact === 'change.voted') {
      votes = (row.votes ?? []) as readonly Ballot[];
      const vote = votes.find((each) => each.person === fact.params.voter);
      if (vote) lines.push(line(fact, 'voted', { change: row.id, person: vote.person, party: vote.party, word: vote.vote, text: vote.reason }));
    }
    if (fact.fact === 'change.excepted') lines.push(exceptionIn(fact, row));
    const word = words[fact.fact];
    if (!word) continue;
    decision = decisionOf(fact, word, row);
    lines.push(line(fact, 'decided', { change: row.id, word: decision.word, text: decision.condition ?? decision.reason }));
  }
  return { title, votes, decision, lines };
}

/** Who made an exception, for what, and why. */
function exceptionIn(fact: Told, row: AnyRow): MinuteLine {
  const plans = (row.excepted as Excepted | null)?.with ?? [];
  const reason = String(row.exception ?? '');
  return line(fact, 'excepted', { change: row.id, text: plans.length ? `${reason} (${plans.join(', ')})` : reason });
}

function decisionOf(fact: Told, word: Decided['word'], row: AnyRow): Decided {
  const said = (name: string): string | null => (typeof row[name] === 'string' && row[name] !== '' ? (row[name] as string) : null);
  const condition = word === 'approved' ? said('conditions') : null;
  return {
    word: condition === null ? word : 'approved_if',
    at: fact.at,
    person: fact.actor,
    by: fact.actor_name,
    reason: said('decision_reason') ?? fact.note,
    condition,
    until: word === 'deferred' ? said('deferred_until') : null,
    exception: word === 'approved' ? said('exception') : null,
  };
}

/** One line for what a reader of minutes wants to know; planning, order and members are in the journal. */
function lineOf(fact: Told): MinuteLine[] {
  const { params, changes, note } = fact;
  const change = typeof params.change === 'string' && params.change !== '' ? params.change : null;
  switch (fact.fact.slice(fact.fact.indexOf('.') + 1)) {
    case 'started':
      return [line(fact, 'started'), ...(changes.current ? [line(fact, 'item', { change: String(changes.current) })] : [])];
    case 'attended':
      return [line(fact, 'came', { person: String(params.who) })];
    case 'left':
      return [line(fact, 'left', { person: String(params.who) })];
    case 'went_on':
      return [line(fact, 'item', { change })];
    case 'added':
      return params.late === 1 ? [line(fact, 'late', { change, text: note })] : [];
    case 'dropped':
      return [line(fact, 'dropped', { change, text: note })];
    case 'agreed':
      return [line(fact, 'action', { change, person: String(params.owner), text: String(params.what) })];
    case 'paused':
      return [line(fact, 'paused')];
    case 'resumed':
      return [line(fact, 'resumed')];
    case 'settled':
      return [line(fact, 'settled')];
    case 'closed':
      return [line(fact, 'ended')];
    default:
      return [];
  }
}
