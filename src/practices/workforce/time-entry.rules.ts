// What booking time means beyond the declaration: one timer at a time, no hour spent twice, and a reason where it eats into protected hours.
import { openHours } from '../../calculus/calendar.ts';
import { instantOfWall } from '../../calculus/wall.ts';
import { type Guarded, insideProtected } from '../../calculus/workload.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Hours } from './hours-fields.ts';
import type { Lent } from './time-entry.record.ts';
import { refuseWorker, type Worker } from './worker.ts';

/** Protected hours of a person or of a team they are in. */
export type Protecting = {
  readonly id: string;
  readonly process: string;
  readonly level: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly windows: Hours;
};
export type TimeEntryGiven = {
  readonly worker: Worker | null;
  /** The process asked for, else the one that governs the record. */
  readonly process: { readonly id: string; readonly name: string; readonly level: string } | null;
  /** Other entries of the person that run or are booked around this time. */
  readonly others: readonly { readonly id: string; readonly started_at: string; readonly minutes: number | null }[];
  readonly protecting: readonly Protecting[];
};
type The = Case<Case['row'], TimeEntryGiven>;
const minuteMs = 60_000;
const dayMinutes = 1_440;

export const timeEntryRules: Rules<TimeEntryGiven> = {
  open: (the) => {
    const { actor, input, given } = the;
    const { worker } = given;
    const refusal = refuseWorker({ record: 'time_entry', actor, worker, own: true }) ?? refuseProcess(the);
    if (refusal || !worker) return refusal ?? {};
    const opened = typeof input.minutes === 'number' ? booked(the, { minutes: input.minutes, how: 'hand' }) : begun(the, worker);
    if (isRefusal(opened)) return opened;
    const title = [worker.name, input.record ?? given.process?.name].filter(Boolean).join(' · ');
    const { id: person, team, lead } = worker;
    return { changes: { person, team, lead, title, process: given.process?.id, level: levelOf(the), ...opened.changes } };
  },
  stop: (the) => {
    const passed = Math.round((Date.parse(the.at) - Date.parse(String(the.row?.started_at))) / minuteMs);
    return passed > dayMinutes ? refuse('time_entry.too_long') : booked(the, { minutes: Math.max(1, passed), how: 'timer' });
  },
  correct: (the) => {
    const { row, input, given } = the;
    const changed = booked(the, { minutes: (input.minutes ?? row?.minutes) as number, how: String(row?.how) });
    if (isRefusal(changed)) return changed;
    // Another process brings its own level, unless one was said.
    const level = input.process && !input.level ? { level: given.process?.level } : {};
    return { changes: { ...changed.changes, ...level } };
  },
  restore: (the) => (the.row?.minutes ? booked(the, { minutes: the.row.minutes as number, how: String(the.row.how) }) : refuse('time_entry.needs_minutes')),
};

const levelOf = ({ row, input, given }: The): string =>
  String(input.level ?? (input.process ? given.process?.level : (row?.level ?? given.process?.level)) ?? 'operational');

function refuseProcess({ input, given }: The): Refusal | null {
  return given.process ? null : refuse('time_entry.needs_process', 'process', { record: (input.record as string | undefined) ?? '–' });
}

/** A timer is the person's own, there is one at a time, and it begins now or a little earlier. */
function begun({ actor, input, given: { others }, at }: The, worker: Worker): Decision | Refusal {
  if (!actor.system && actor.person !== worker.id) return refuse('time_entry.timer_of_another', 'minutes', { person: worker.name });
  const running = others.find((each) => each.minutes === null);
  if (running) return refuse('time_entry.already_running', undefined, { other: running.id });
  const started_at = String(input.started_at ?? at);
  if (started_at > at) return refuse('time_entry.in_future', 'started_at', { ends_at: started_at });
  return { changes: { state: 'running', started_at, how: 'timer', lent: [] } };
}

function booked(the: The, { minutes, how }: { minutes: number; how: string }): Decision | Refusal {
  const { row, input, at, given } = the;
  const begins = (input.started_at ?? row?.started_at ?? null) as string | null;
  const from = begins === null ? Date.parse(at) - minutes * minuteMs : Date.parse(begins);
  const to = from + minutes * minuteMs;
  // A timer of half a minute is booked as a whole one.
  if (to > Date.parse(the.now) + minuteMs) return refuse('time_entry.in_future', 'started_at', { ends_at: new Date(to).toISOString() });
  // Timers count whole minutes, so that one may begin before the last minute of the one before it is over.
  const free = how === 'timer' ? from + minuteMs : from;
  const other = given.others.find((each) => each.id !== the.id && each.minutes !== null && meets(each, free, to));
  if (other) return refuse('time_entry.overlaps', 'started_at', { other: other.id });
  const lent = levelOf(the) === 'operational' ? eaten(given, { from, to }) : [];
  const reason = (input.reason ?? row?.reason ?? null) as string | null;
  const [first] = lent;
  if (first && !reason) {
    const all = lent.reduce((sum, each) => sum + each.minutes, 0);
    return refuse('time_entry.inside_protected', 'reason', { minutes: all, allocation: first.allocation });
  }
  return { changes: { state: 'booked', started_at: new Date(from).toISOString(), minutes, how, lent } };
}

function meets({ started_at, minutes }: { readonly started_at: string; readonly minutes: number | null }, from: number, to: number): boolean {
  const begins = Date.parse(started_at);
  return begins < to && from < begins + (minutes ?? 0) * minuteMs;
}

/** What of a stretch lies in hours protected for other work. */
function eaten({ worker, protecting }: TimeEntryGiven, stretch: { readonly from: number; readonly to: number }): Lent[] {
  const zone = worker?.zone ?? 'UTC';
  const guarded = protecting.map(({ id, starts_on, ends_on, windows }): Guarded => {
    const first = instantOfWall({ date: starts_on, time: '00:00', zone }) ?? 0;
    const last = (instantOfWall({ date: ends_on, time: '23:59', zone }) ?? 0) + minuteMs;
    const [from, to] = [Math.max(first, stretch.from), Math.min(last, stretch.to)];
    return { id, spans: from < to ? openHours({ id, zone, week: windows, holidays: [] }, from, to) : [] };
  });
  return insideProtected(stretch, guarded).map(({ id, minutes }) => ({ allocation: id, minutes }));
}
