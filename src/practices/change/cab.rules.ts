// What commands on a meeting mean beyond their declaration: the agenda, the clock of its items, who is there, and the frozen minutes.
import { nextOccurrence } from '../../calculus/same-time.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { cabMeeting } from './cab.record.ts';
import { following, moved, running, stopped, withFound } from './cab-agenda.record.ts';
import type { AgendaItem, CabAction, CabRule, Minutes, Settled } from './cab-data.record.ts';
import { isSettled } from './cab-votes.ts';

export type CabRow = RowOf<typeof cabMeeting>;
export type CabGiven = {
  readonly house: string | null;
  readonly zone: string;
  /** The persons named, by number. */
  readonly people: Readonly<Record<string, { readonly organisation: string; readonly active: boolean }>>;
  /** Changes that the filter finds, in the order of the agenda. */
  readonly found: readonly string[];
  /** The changes named: their states, and which other open meeting judges them. */
  readonly changes: Readonly<Record<string, { readonly state: string; readonly elsewhere: string | null }>>;
  /** The meeting that follows this one, if it is planned. */
  readonly successor: string | null;
  readonly minutes: Minutes | null;
  readonly settled: readonly Settled[];
};
type The = Case<Case['row'], CabGiven>;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const defaultMinutes = 10;

export const cabRules: Rules<CabGiven> = {
  plan,
  edit: (the) => planned(the, rowOf(the)),
  invite: (the) => seated(the, rowOf(the)),
  freeze: (the) => ({ changes: { agenda: frozenAgenda(the) }, params: { froze: 1 } }),
  recur,
  add,
  drop,
  move,
  start,
  next,
  pause: ({ row, at }) => ({ changes: { timing: stopped((row as CabRow).timing ?? [], at) } }),
  resume: ({ row, at }) => ({ changes: { timing: running((row as CabRow).timing ?? [], (row as CabRow).current, at) } }),
  attend: (the) => presence(the, true),
  leave: (the) => presence(the, false),
  act,
  finish,
  close,
  correct: ({ row, input, actor, at }) => ({
    changes: { corrections: [...((row as CabRow).corrections ?? []), { at, person: actor.person, by: actor.name, text: String(input.text) }] },
  }),
  remind: ({ at }) => ({ changes: { reminded_at: at } }),
  settle: ({ given }) => {
    const settled = given.settled.filter(isSettled).length;
    return { changes: { settled: given.settled }, params: { settled, open: given.settled.length - settled } };
  },
};

const rowOf = ({ row }: The): CabRow => row as CabRow;

function plan(the: The): Decision | Refusal {
  const { input, actor, given } = the;
  const kind = input.kind as CabRow['kind'];
  const isManager = actor.system !== undefined || actor.roles.some((role) => role !== 'agent');
  if (kind === 'regular' && !isManager) return refuse('cab_meeting.plan.emergency_only', 'kind');
  const set = planned(the, null);
  if (isRefusal(set)) return set;
  const named = (input.changes as readonly string[] | null | undefined) ?? [];
  const wrong = named.map((change) => unfit(given, change, 'changes')).find(isRefusal);
  if (wrong) return wrong;
  const minutes = (input.item_minutes as number | null | undefined) ?? defaultMinutes;
  const agenda = withFound([], named, minutes).map((each) => ({ ...each, added_by: actor.person }));
  return { changes: { ...set.changes, item_minutes: minutes, agenda, actions: [], timing: [] } };
}

/** The times and the vote as they will be: each value from the input, else as it was, else the usual one. */
function planned(the: The, row: CabRow | null): { changes: Record<string, unknown> } | Refusal {
  const { input } = the;
  const value = <T>(name: keyof CabRow & string): T | null => (Object.hasOwn(input, name) ? input[name] : (row?.[name] ?? null)) as T | null;
  const seats = seated(the, row);
  if (isRefusal(seats)) return seats;
  const kind = value<CabRow['kind']>('kind') as CabRow['kind'];
  const mode = value<CabRow['mode']>('mode');
  const starts_at = value<string>('starts_at') as string;
  const cut_off = value<string>('cut_off') ?? (mode === 'by_deadline' ? starts_at : kind === 'emergency' ? null : iso(Date.parse(starts_at) - dayMs));
  if (cut_off !== null && cut_off > starts_at) return refuse('cab_meeting.cut_off_late', 'cut_off', { starts_at });
  const deadline = mode === 'by_deadline' ? value<string>('deadline') : null;
  if (mode === 'by_deadline' && (deadline === null || deadline <= starts_at)) return refuse('cab_meeting.no_deadline', 'deadline', { after: starts_at });
  const members = seats.changes.members as readonly string[];
  const rule = value<CabRule>('rule') ?? { quorum: Math.ceil(members.length / 2), majority: 'unanimous', everybody: false };
  if (rule.quorum > members.length) return refuse('cab_meeting.quorum', 'rule', { quorum: rule.quorum, members: members.length });
  const filter = value('filter') ?? { states: ['submitted', 'assessed'], ...(kind === 'emergency' ? { types: ['emergency'] } : {}) };
  const usual = { planned_minutes: value('planned_minutes') ?? 60, item_minutes: value('item_minutes') ?? defaultMinutes, repeats: value('repeats') ?? 'none' };
  return { changes: { ...seats.changes, ...usual, cut_off, deadline, rule, filter } };
}

/** Who sits at the table: active people, a chair of the house, and the parties that come with the members. */
function seated({ input, given, row: before }: The, row: CabRow | null): { changes: Record<string, unknown> } | Refusal {
  const { house, people } = given;
  const members = [...new Set((input.members ?? row?.members ?? []) as readonly string[])];
  const chair = (input.chair ?? row?.chair) as string;
  if (members.length === 0) return refuse('cab_meeting.nobody', 'members');
  const left = [...members, chair].find((each) => people[each] && !people[each].active);
  // Who was a member when they left stays one on the record; nobody is newly asked.
  if (left && !(before && (row?.members.includes(left) || row?.chair === left)))
    return refuse('cab_meeting.person_left', left === chair ? 'chair' : 'members', { person: left });
  if (people[chair]?.organisation !== house) return refuse('cab_meeting.chair_outside', 'chair', { chair });
  const parties = [...new Set(members.map((each) => people[each]?.organisation).filter((each): each is string => each !== undefined && each !== house))];
  return { changes: { members, chair, parties } };
}

const frozenAgenda = ({ row, given }: The): AgendaItem[] =>
  withFound((row as CabRow).agenda ?? [], given.found, (row as CabRow).item_minutes ?? defaultMinutes);

function recur(the: The): Decision | Refusal {
  const { input, given } = the;
  const row = rowOf(the);
  if (given.successor) return refuse('cab_meeting.recur.already', undefined, { next: given.successor });
  if (typeof input.begins_at === 'string') return { params: { starts_at: input.begins_at } };
  const every = row.repeats;
  if (!every || every === 'none') return refuse('cab_meeting.recur.when', 'begins_at');
  return { params: { starts_at: iso(nextOccurrence(Date.parse(row.starts_at), every, given.zone)) } };
}

function unfit({ changes }: CabGiven, change: string, field: string): Refusal | null {
  const { state, elsewhere } = changes[change] ?? { state: 'unknown', elsewhere: null };
  if (elsewhere) return refuse('cab_meeting.add.elsewhere', field, { change, meeting: elsewhere });
  return ['draft', 'closed', 'cancelled', 'rejected', 'unknown'].includes(state) ? refuse('cab_meeting.add.not_to_judge', field, { change, state }) : null;
}

function add(the: The): Decision | Refusal {
  const { input, given, actor } = the;
  const row = rowOf(the);
  const change = input.change as string;
  const agenda = row.agenda ?? [];
  if (agenda.some((each) => each.change === change)) return refuse('cab_meeting.add.already', 'change', { change });
  const wrong = unfit(given, change, 'change');
  if (wrong) return wrong;
  const late = row.state !== 'planned' && row.cut_off !== null;
  const reason = (input.reason as string | null | undefined) ?? null;
  if (late && reason === null) return refuse('cab_meeting.add.why_late', 'reason');
  const minutes = (input.minutes_asked as number | null | undefined) ?? row.item_minutes ?? defaultMinutes;
  return { changes: { agenda: [...agenda, { change, late, minutes, added_by: actor.person, reason }] }, params: { change, late: late ? 1 : 0 }, note: reason };
}

function drop(the: The): Decision | Refusal {
  const { input } = the;
  const row = rowOf(the);
  const change = input.change as string;
  const agenda = row.agenda ?? [];
  if (!agenda.some((each) => each.change === change)) return refuse('cab_meeting.not_on_agenda', 'change', { change });
  if (row.current === change) return refuse('cab_meeting.drop.current', 'change', { change });
  return { changes: { agenda: agenda.filter((each) => each.change !== change) }, params: { change }, note: String(input.reason) };
}

function move(the: The): Decision | Refusal {
  const row = rowOf(the);
  const change = the.input.change as string;
  const position = Math.min(the.input.position as number, row.agenda?.length ?? 1);
  if (!row.agenda?.some((each) => each.change === change)) return refuse('cab_meeting.not_on_agenda', 'change', { change });
  return { changes: { agenda: moved(row.agenda, change, position) }, params: { change, position } };
}

function start(the: The): Decision | Refusal {
  const row = rowOf(the);
  if (row.mode === 'by_deadline') return refuse('cab_meeting.start.by_deadline');
  const agenda = row.state === 'planned' ? frozenAgenda(the) : (row.agenda ?? []);
  const current = following(agenda, null);
  const { person } = the.actor;
  const present = person && isSeated(row, person) ? [...new Set([...row.present, person])] : row.present;
  const froze: Record<string, number> = row.state === 'planned' ? { froze: 1 } : {};
  return { changes: { agenda, current, present, started_at: the.at, timing: running([], current, the.at) }, params: froze };
}

/** `after` says which item was on the table when it was asked: two who press at once go on by one item, not by two. */
function next(the: The): Decision | Refusal {
  const row = rowOf(the);
  const { input, at } = the;
  const agenda = row.agenda ?? [];
  if (Object.hasOwn(input, 'after') && input.after !== row.current) return refuse('cab_meeting.next.moved_on', 'after', { current: row.current ?? '–' });
  const to = (input.change as string | null | undefined) ?? following(agenda, row.current);
  if (to === null) return refuse('cab_meeting.next.last');
  if (!agenda.some((each) => each.change === to)) return refuse('cab_meeting.not_on_agenda', 'change', { change: to });
  return { changes: { current: to, timing: running(row.timing ?? [], to, at) }, params: { change: to } };
}

const isSeated = (row: CabRow, person: string): boolean => row.members.includes(person) || row.chair === person;

function presence(the: The, here: boolean): Decision | Refusal {
  const { input, actor } = the;
  const row = rowOf(the);
  const person = (input.person as string | null | undefined) ?? actor.person ?? '';
  if (person !== actor.person && !chairs(the)) return refuse('cab_meeting.only_oneself', 'person');
  if (!isSeated(row, person)) return refuse('cab_meeting.not_a_member', 'person', { person });
  const others = row.present.filter((each) => each !== person);
  return { changes: { present: here ? [...others, person] : others }, params: { who: person } };
}

/** Whoever may convene or chair: the same people that the scopes of the chair's commands admit. */
const chairs = ({ actor, row }: The): boolean =>
  actor.system !== undefined || (row as CabRow).chair === actor.person || (actor.side === 'integrator' && actor.roles.some((role) => convenors.includes(role)));
const convenors: readonly string[] = ['process_manager', 'service_level_manager', 'administrator'];

function act(the: The): Decision | Refusal {
  const { input } = the;
  const row = rowOf(the);
  const actions = row.actions ?? [];
  const change = (input.change as string | null | undefined) ?? row.current ?? null;
  if (change !== null && !row.agenda?.some((each) => each.change === change)) return refuse('cab_meeting.not_on_agenda', 'change', { change });
  const number = actions.reduce((most, each) => Math.max(most, each.number), 0) + 1;
  const what = input.what as string;
  const owner = input.owner as string;
  const action: CabAction = { number, what, owner, due: (input.until as string | null | undefined) ?? null, change, done_at: null };
  return { changes: { actions: [...actions, action] }, params: { what, owner, change: change ?? '', number } };
}

function finish(the: The): Decision | Refusal {
  const { input, actor, at } = the;
  const row = rowOf(the);
  const number = input.number as number;
  const action = row.actions?.find((each) => each.number === number && each.done_at === null);
  if (!action) return refuse('cab_meeting.no_action', 'number', { number });
  if (action.owner !== actor.person && !chairs(the)) return refuse('cab_meeting.finish.not_yours', 'number', { owner: action.owner });
  return { changes: { actions: row.actions?.map((each) => (each === action ? { ...each, done_at: at } : each)) }, params: { what: action.what, number } };
}

/**
 * The minutes are what the journal says until now; from here on only corrections are added. By itself a meeting closes only
 * when everything on it is decided: an approval that was refused is for the chair.
 */
function close(the: The): Decision | Refusal {
  const row = rowOf(the);
  const { at, given } = the;
  if (row.mode === 'meeting' && row.state === 'frozen') return refuse('cab_meeting.close.not_begun');
  if (row.mode === 'by_deadline' && row.deadline !== null && at < row.deadline)
    return refuse('cab_meeting.close.voting', undefined, { deadline: row.deadline });
  const open = the.actor.system === undefined ? undefined : given.minutes?.items.find((each) => each.decision === null);
  if (open) return refuse('cab_meeting.close.undecided', undefined, { change: open.change });
  return { changes: { current: null, ended_at: at, timing: stopped(row.timing ?? [], at), minutes: given.minutes } };
}

const iso = (at: number): string => new Date(at).toISOString();
