// The custody ledger of a record: whose time every millisecond was, and how often the work changed hands.
import { type Calendar, workingMs } from './calendar.ts';

/** The reason of time in which somebody works. */
export const working = 'working';
/** The reason of time in which the work is on its way to a receiver who has not answered; every other reason is one of waiting, or of nothing to do. */
export const handover = 'handover';

/**
 * From `at` (epoch milliseconds) on the record is with this party, team and person, for this reason.
 * `on_behalf` is the party that is waited on. A null team is the party itself, nobody assigned yet.
 */
export type CustodyMark = {
  readonly at: number;
  readonly party: string;
  readonly team: string | null;
  readonly person: string | null;
  readonly reason: string;
  readonly on_behalf: string | null;
  /** Who is asked to take it over and has not answered yet. */
  readonly receiver?: string | null;
};

/** `end` is when the record's life ended, null while it lives; nothing after it or after `now` counts. */
export type LedgerInput = { readonly marks: readonly CustodyMark[]; readonly end: number | null; readonly now: number; readonly calendar: Calendar };

export type Time = { readonly wall_ms: number; readonly working_ms: number };

/**
 * `[from, to)`. `party` is whose time it is: the party waited on when there is one, else the custodian.
 * `team` and `person` are the custodian's.
 */
export type LedgerInterval = Time & {
  readonly from: number;
  readonly to: number;
  readonly party: string;
  readonly custodian: string;
  readonly team: string | null;
  readonly person: string | null;
  readonly reason: string;
  /** Who was asked to take it over meanwhile. */
  readonly receiver: string | null;
};

/**
 * The intervals partition the life of the record; each of the three lists of times sums to `total`, by the wall clock
 * and in working time. `by_team` gives time waited on another party to that party, without a team.
 * Reassignments are changes of team after the first assignment; ping-pong are those back to a team that had it before;
 * bounces are changes of party. `returns` are the ping-pong that happened within one party: what a supplier finished and
 * gave back is no sign of work that nobody wants. `handover` is the time of handing over, which is part of its party's.
 */
export type Ledger = {
  readonly intervals: readonly LedgerInterval[];
  readonly total: Time;
  readonly by_party: readonly (Time & { readonly party: string })[];
  readonly by_team: readonly (Time & { readonly party: string; readonly team: string | null })[];
  readonly by_reason: readonly (Time & { readonly party: string; readonly reason: string })[];
  readonly reassignments: number;
  readonly ping_pong: number;
  readonly bounces: number;
  readonly returns: number;
  readonly handover: Time;
};

export function ledger({ marks, end, now, calendar }: LedgerInput): Ledger {
  const until = Math.min(end ?? now, now);
  const known = marks.filter((each) => each.at <= until).sort((a, b) => a.at - b.at);
  const intervals = partition(known, until, calendar);
  return { ...summed(intervals), ...handovers(known) };
}

/**
 * How often the work changed hands, from marks in the order of time. Putting work back into the party's own pile and taking it out again is no change by itself. Work that arrives at
 * another party without a team has left its team: that is one reassignment, and the team found there later no second.
 */
export function handovers(marks: readonly CustodyMark[]): Handovers {
  const bounces = marks.filter((mark, i) => i > 0 && mark.party !== marks[i - 1]?.party).length;
  const held = teamsInTurn(marks);
  const seen = new Set<string>();
  let ping_pong = 0;
  let returns = 0;
  for (const [i, each] of held.entries()) {
    const name = JSON.stringify([each.party, each.team]);
    const again = seen.has(name);
    if (again) ping_pong += 1;
    if (again && held[i - 1]?.party === each.party) returns += 1;
    seen.add(name);
  }
  return { reassignments: Math.max(0, held.length - 1), ping_pong, bounces, returns };
}

/** The sums over intervals that partition a life. */
export function summed(intervals: readonly LedgerInterval[]): Omit<Ledger, keyof Handovers> {
  return {
    intervals,
    total: timeOf(intervals),
    by_party: grouped(intervals, ({ party }) => ({ party })),
    by_team: grouped(intervals, ({ party, custodian, team }) => ({ party, team: party === custodian ? team : null })),
    by_reason: grouped(intervals, ({ party, reason }) => ({ party, reason })),
    handover: timeOf(intervals.filter((each) => each.reason === handover)),
  };
}

function partition(marks: readonly CustodyMark[], until: number, calendar: Calendar): LedgerInterval[] {
  const found: LedgerInterval[] = [];
  for (const [i, mark] of marks.entries()) {
    const to = marks[i + 1]?.at ?? until;
    if (to === mark.at) continue;
    const previous = found.at(-1);
    const joined = previous !== undefined && sameCustody(previous, mark);
    if (joined) found.pop();
    const from = joined ? previous.from : mark.at;
    const { party: custodian, team, person, reason, receiver = null } = mark;
    found.push({ from, to, party: ownerOf(mark), custodian, team, person, reason, receiver, wall_ms: to - from, working_ms: workingMs(calendar, from, to) });
  }
  return found;
}

function ownerOf(mark: CustodyMark): string {
  return mark.reason === working ? mark.party : (mark.on_behalf ?? mark.party);
}

function sameCustody(interval: LedgerInterval, mark: CustodyMark): boolean {
  return (
    interval.custodian === mark.party &&
    interval.team === mark.team &&
    interval.person === mark.person &&
    interval.reason === mark.reason &&
    interval.receiver === (mark.receiver ?? null) &&
    interval.party === ownerOf(mark)
  );
}

/** In order of first appearance. */
function grouped<K extends object>(intervals: readonly LedgerInterval[], keyOf: (interval: LedgerInterval) => K): (Time & K)[] {
  const groups = new Map<string, { key: K; members: LedgerInterval[] }>();
  for (const interval of intervals) {
    const key = keyOf(interval);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, members: [] };
    group.members.push(interval);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ key, members }) => ({ ...key, ...timeOf(members) }));
}

function timeOf(intervals: readonly LedgerInterval[]): Time {
  return { wall_ms: sum(intervals.map((each) => each.wall_ms)), working_ms: sum(intervals.map((each) => each.working_ms)) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

type Custody = { readonly party: string; readonly team: string | null };
type Handovers = Pick<Ledger, 'reassignments' | 'ping_pong' | 'bounces' | 'returns'>;

/** Who held the work one after another, from the first assignment on. */
function teamsInTurn(marks: readonly CustodyMark[]): Custody[] {
  const held: Custody[] = [];
  for (const { party, team } of marks) {
    const last = held.at(-1);
    if (last === undefined ? team === null : last.party === party && (team === null || team === last.team)) continue;
    if (last?.party === party && last.team === null) held.pop();
    held.push({ party, team });
  }
  return held;
}
