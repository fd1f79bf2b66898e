// What follows from a meeting: the agenda is frozen in time, its changes learn where they are judged, and a vote is carried out.
import type { Ask, Later, Reaction } from '../../kernel/practice.ts';
import type { CabRow } from './cab.rules.ts';
import type { AgendaItem, Settled } from './cab-data.record.ts';
import { isSettled } from './cab-votes.ts';

const dayMs = 86_400_000;
/** Work for a moment to come. Under its key it is moved when the moment is. */
const at = (when: string, command: string, target: string): Later => ({
  queue: 'ask',
  key: `cab:${command}:${target}`,
  run_at: when,
  payload: { id: `cab:${command}:${target}:${when}`, record: 'cab_meeting', command, target, input: {} },
});
const tabled = (meeting: string, changes: readonly string[]): Ask[] =>
  changes.map((target) => ({ record: 'change', command: 'table', target, input: { meeting } }));
const agendaOf = (value: unknown): string[] => ((value ?? []) as readonly AgendaItem[]).map((each) => each.change);
const meetingOf = (row: unknown): CabRow => row as CabRow;

export const cabReactions: readonly Reaction<unknown>[] = [
  {
    name: 'cab.cut_off',
    on: ['cab_meeting.planned', 'cab_meeting.edited'],
    asks: ['cab_meeting.freeze'],
    when: ({ changes }) => typeof changes.cut_off === 'string',
    react: (fact) => [at(String(fact.changes.cut_off), 'freeze', fact.record_id)],
  },
  {
    name: 'cab.vote_runs',
    on: ['cab_meeting.frozen'],
    asks: ['cab_meeting.remind', 'cab_meeting.settle'],
    react: (fact, found) => {
      const { mode, deadline, id } = meetingOf(found);
      if (mode !== 'by_deadline' || deadline === null) return [];
      return [at(reminding(Date.parse(fact.at), Date.parse(deadline)), 'remind', id), at(deadline, 'settle', id)];
    },
  },
  {
    name: 'cab.table',
    on: ['cab_meeting.frozen', 'cab_meeting.started', 'cab_meeting.added'],
    asks: ['change.table'],
    // What is added while it is only planned is bound when the agenda freezes; a start that froze nothing binds nothing.
    when: ({ params }) => params.froze === 1 || params.change !== undefined,
    react: ({ fact, params }, found) => {
      const { id, state, agenda } = meetingOf(found);
      if (fact === 'cab_meeting.added') return state === 'planned' ? [] : tabled(id, [String(params.change)]);
      return tabled(id, agendaOf(agenda));
    },
  },
  {
    name: 'cab.untable',
    on: ['cab_meeting.dropped', 'cab_meeting.cancelled'],
    asks: ['change.untable'],
    react: ({ fact, record_id, params }, found) => {
      const gone = fact === 'cab_meeting.dropped' ? [String(params.change)] : agendaOf(meetingOf(found).agenda);
      return gone.map((target) => ({ record: 'change', command: 'untable', target, input: { meeting: record_id } }));
    },
  },
  {
    name: 'cab.carry_out',
    on: ['cab_meeting.settled'],
    asks: ['change.approve', 'cab_meeting.close'],
    react: ({ changes, record_id }) => {
      const settled = (changes.settled ?? []) as readonly Settled[];
      const approvals = settled.filter(isSettled).map(
        ({ change, condition }): Ask => ({
          record: 'change',
          command: 'approve',
          target: change,
          input: { ...(condition ? { conditions: condition } : {}) },
        }),
      );
      const whole = settled.every(isSettled);
      return [...approvals, ...(whole ? [{ record: 'cab_meeting', command: 'close', target: record_id, input: {} }] : [])];
    },
  },
  {
    name: 'cab.again',
    on: ['cab_meeting.recurred'],
    asks: ['cab_meeting.plan'],
    react: ({ params, record_id }, found) => {
      const row = meetingOf(found);
      const shift = Date.parse(String(params.starts_at)) - Date.parse(row.starts_at);
      const later = (when: string | null): string | null => when && new Date(Date.parse(when) + shift).toISOString();
      const { title, kind, mode, planned_minutes, item_minutes, chair, members, filter, rule, repeats } = row;
      const same = { title, kind, mode, planned_minutes, item_minutes, chair, members, filter, rule, repeats };
      const times = { starts_at: String(params.starts_at), cut_off: later(row.cut_off), deadline: later(row.deadline) };
      return [{ record: 'cab_meeting', command: 'plan', target: null, input: { ...same, ...times, previous: record_id } }];
    },
  },
];

/** A day before the deadline, or half-way when the vote is shorter than two days. */
const reminding = (from: number, deadline: number): string => new Date(Math.max(from + (deadline - from) / 2, deadline - dayMs)).toISOString();
