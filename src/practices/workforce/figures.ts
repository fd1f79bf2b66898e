// What the hours of a period come to: pure, from what was read. Each figure is a sum over parts that can be opened.
import { type Calendar, openHours } from '../../calculus/calendar.ts';
import { instantOfWall, wallOf } from '../../calculus/wall.ts';
import {
  available,
  capped,
  coverageOf,
  type Dates,
  datesIn,
  dayMinutes,
  futureShare,
  partOf,
  timeInHand,
  type Working,
  wholeMinutes,
} from '../../calculus/workload.ts';
import type { Demand } from './competence.record.ts';
import type {
  BehindKind,
  BehindRow,
  ByLevel,
  Future,
  Gap,
  HeldSkill,
  LentRow,
  LevelName,
  Spent,
  TrendMonth,
  WorkCell,
  Workforce,
  WorkRow,
} from './figures.record.ts';

export type Facts = {
  readonly zone: string;
  readonly people: readonly { readonly id: string; readonly zone: string; readonly team: string | null }[];
  readonly teams: readonly string[];
  readonly processes: readonly { readonly id: string; readonly level: LevelName; readonly records: readonly string[] }[];
  readonly capacities: readonly (Omit<Working, 'days' | 'closed'> & { readonly id: string; readonly person: string; readonly calendar: Calendar | null })[];
  readonly allocations: readonly Planned[];
  readonly entries: readonly Entry[];
  readonly lent: readonly LentRow[];
  /** Who had which record in hand and worked on it, epoch milliseconds. */
  readonly holdings: readonly { readonly record: string; readonly kind: string; readonly person: string; readonly from: number; readonly to: number }[];
  /** Records that a person booked time on, as `person record`: booked time counts instead of what would be derived. */
  readonly timed: ReadonlySet<string>;
  readonly demands: readonly (Demand & { readonly competence: string })[];
  readonly skills: readonly (HeldSkill & { readonly competence: string })[];
  readonly whole: boolean;
};
type Planned = {
  readonly id: string;
  readonly process: string;
  readonly level: LevelName;
  readonly person: string | null;
  readonly team: string | null;
  readonly from: string;
  readonly to: string;
  readonly minutes: number;
  readonly protected: boolean;
};
type Entry = {
  readonly id: string;
  readonly person: string;
  readonly process: string;
  readonly level: LevelName;
  readonly started_at: string;
  readonly minutes: number;
  readonly how: 'timer' | 'hand' | 'derived';
};

/** One part of the time somebody spent: an entry, or a record they had in hand on a date. */
type Part = {
  readonly id: string;
  readonly person: string;
  readonly process: string | null;
  readonly level: LevelName;
  readonly on: string;
  readonly minutes: number;
  readonly how: keyof Spent;
};

const minuteMs = 60_000;
const noLevel: ByLevel = { operational: 0, tactical: 0, strategic: 0 };
const nothing: Spent = { timer: 0, hand: 0, derived: 0 };

export function workforceOf(facts: Facts, period: Dates, today: string): Workforce {
  const inside = within(partsOf(facts, period), period);
  const people = facts.people.map((each) => personRow(facts, inside, each, period));
  const lent = facts.lent.filter((each) => each.borrowed_on >= period.from && each.borrowed_on <= period.to);
  return {
    ...period,
    whole: facts.whole,
    rows: [...people, ...facts.teams.map((team) => teamRow(facts, people, team, period))],
    cells: cellsOf(facts, inside, lent, period),
    future: futureOf(facts, inside, lent, period),
    lent,
    gaps: gapsOf(facts, today),
  };
}

/** Months in order, 'YYYY-MM' with their first and last dates; the facts must reach over all of them. */
export function trendOf(facts: Facts, months: readonly (Dates & { readonly month: string })[]): TrendMonth[] {
  const [first, last] = [months[0], months.at(-1)];
  const parts = first && last ? partsOf(facts, { from: first.from, to: last.to }) : [];
  return months.map(({ month, ...dates }) => {
    const { planned, actual } = futureOf(facts, within(parts, dates), [], dates);
    return { month, planned, actual, lent: sum(facts.lent.filter((each) => each.borrowed_on.startsWith(month)).map((each) => each.minutes)) };
  });
}

export type Behind = Dates & {
  readonly what: BehindKind;
  readonly person?: string | undefined;
  readonly team?: string | undefined;
  readonly process?: string | undefined;
  /** A level, or 'future': tactical and strategic. */
  readonly level?: string | undefined;
  /** Of what was spent: by timer, by hand or derived. */
  readonly how?: string | undefined;
};

/** The records behind a figure, each with its part of it; their sum is the figure. */
export function behindOf(facts: Facts, { what, person, team, process, level, how, ...period }: Behind): BehindRow[] {
  const members = new Set(facts.people.filter((each) => each.team === team).map((each) => each.id));
  const whose = (each: { readonly person: string | null; readonly team?: string | null }): boolean =>
    (!person || each.person === person) && (!team || each.team === team || (each.person !== null && members.has(each.person)));
  const work = (each: { readonly process: string | null; readonly level: string }): boolean =>
    (!process || (each.process ?? 'none') === process) && (!level || (level === 'future' ? each.level !== 'operational' : each.level === level));
  const planOf = (each: Planned) => ({ id: each.id, minutes: partOf(each, period), how: 'allocated' as const, on: each.from });
  const rows = {
    capacity: () =>
      facts.capacities
        .filter(whose)
        .map((each) => ({ id: each.id, minutes: available(workingOf(each), period), how: 'capacity' as const, on: each.starts_on })),
    allocated: () => facts.allocations.filter((each) => whose(each) && work(each)).map(planOf),
    protected: () => facts.allocations.filter((each) => each.protected && whose(each) && work(each)).map(planOf),
    spent: () => within(partsOf(facts, period), period).filter((each) => whose(each) && work(each) && (!how || each.how === how)),
    lent: () =>
      facts.lent
        .filter((each) => each.borrowed_on >= period.from && each.borrowed_on <= period.to && whose(each) && work(each))
        .map((each) => ({ id: each.id, minutes: each.minutes, how: 'lent' as const, on: each.borrowed_on })),
  }[what]();
  // Two may have had the same record in hand on a day: it stands here once.
  const summed = new Map<string, BehindRow>();
  for (const { id, minutes, how, on } of rows.filter((each) => each.minutes > 0)) {
    const key = `${id} ${on} ${how}`;
    summed.set(key, { id, minutes: minutes + (summed.get(key)?.minutes ?? 0), how, on });
  }
  return [...summed.values()].sort((a, b) => b.minutes - a.minutes || (a.id < b.id ? -1 : 1));
}

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
const within = (parts: readonly Part[], { from, to }: Dates): Part[] => parts.filter((each) => each.on >= from && each.on <= to);

function spentOf(parts: readonly Part[]): Spent {
  const of = (how: keyof Spent): number => sum(parts.filter((each) => each.how === how).map((each) => each.minutes));
  return { timer: of('timer'), hand: of('hand'), derived: of('derived') };
}

function byLevel(parts: readonly { readonly level: LevelName; readonly minutes: number }[]): ByLevel {
  const of = (level: LevelName): number => sum(parts.filter((each) => each.level === level).map((each) => each.minutes));
  return { operational: of('operational'), tactical: of('tactical'), strategic: of('strategic') };
}

const officeWeek = [{ days: [1, 2, 3, 4, 5], from: '08:30', to: '17:00' }];

function workingOf({ calendar, ...capacity }: Facts['capacities'][number]): Working {
  const days = [...new Set((calendar?.week ?? officeWeek).flatMap((each) => each.days))];
  return { ...capacity, days, closed: new Set((calendar?.holidays ?? []).map((each) => each.date)) };
}

/** Entries as they were booked, and beside them what records took of the working hours in which somebody had them in hand. */
function partsOf(facts: Facts, period: Dates): Part[] {
  const booked = facts.entries.map((each): Part => ({ ...each, on: wallOf(Date.parse(each.started_at), facts.zone).slice(0, 10) }));
  return [...booked, ...facts.people.flatMap((each) => inHand(facts, booked, each, period))];
}

function inHand(facts: Facts, booked: readonly Part[], { id: person, zone }: Facts['people'][number], period: Dates): Part[] {
  const own = facts.holdings.filter((each) => each.person === person && !facts.timed.has(`${person} ${each.record}`)).sort((a, b) => a.from - b.from);
  if (!own.length) return [];
  const capacities = facts.capacities.filter((each) => each.person === person).map((each) => ({ calendar: each.calendar, working: workingOf(each) }));
  const taken = new Map<string, number>();
  for (const each of booked) if (each.person === person) taken.set(each.on, (taken.get(each.on) ?? 0) + each.minutes);
  const [first = 0, last = 0] = [own[0]?.from, Math.max(...own.map((each) => each.to))];
  const [from = period.from] = [period.from, wallOf(first, zone).slice(0, 10)].sort().reverse();
  const [to = period.to] = [period.to, wallOf(last, zone).slice(0, 10)].sort();
  if (from > to) return [];
  return datesIn({ from, to }).flatMap((on) => {
    const begins = instantOfWall({ date: on, time: '00:00', zone }) ?? 0;
    const held = own.filter((each) => each.from < begins + 90_000_000 && each.to > begins);
    if (!held.length) return [];
    const capacity = capacities.find((each) => dayMinutes(each.working, on) > 0);
    const calendar = capacity?.calendar ?? { id: 'office', zone, week: officeWeek, holidays: [] };
    const ends = instantOfWall({ date: on, time: '23:59', zone }) ?? begins;
    const shares = timeInHand(held, openHours(calendar, begins, ends + minuteMs));
    const there = capacity ? dayMinutes(capacity.working, on) : Infinity;
    const left = there - (taken.get(on) ?? 0);
    const minutes = wholeMinutes(capped(shares, Math.max(0, left) * minuteMs));
    return held.flatMap((each, at): Part[] => {
      const process = facts.processes.find((one) => one.records.includes(each.kind));
      const spent = minutes[at] ?? 0;
      return spent > 0
        ? [{ id: each.record, person, process: process?.id ?? null, level: process?.level ?? 'operational', on, minutes: spent, how: 'derived' }]
        : [];
    });
  });
}

const planned = (facts: Facts, period: Dates, which: (each: Planned) => boolean): Planned[] =>
  facts.allocations.filter(which).map((each) => ({ ...each, minutes: partOf(each, period) }));

function personRow(facts: Facts, parts: readonly Part[], { id, team }: Facts['people'][number], period: Dates): WorkRow {
  const plan = planned(facts, period, (each) => each.person === id);
  const own = parts.filter((each) => each.person === id);
  const capacity = sum(facts.capacities.filter((each) => each.person === id).map((each) => available(workingOf(each), period)));
  return judged({
    id,
    kind: 'person',
    team,
    capacity,
    allocated: sum(plan.map((each) => each.minutes)),
    spent: spentOf(own),
    allocated_by_level: byLevel(plan),
    spent_by_level: byLevel(own),
  });
}

function teamRow(facts: Facts, people: readonly WorkRow[], team: string, period: Dates): WorkRow {
  const own = people.filter((each) => each.team === team);
  const plan = byLevel(planned(facts, period, (each) => each.team === team));
  const add = (a: ByLevel, b: ByLevel): ByLevel => ({
    operational: a.operational + b.operational,
    tactical: a.tactical + b.tactical,
    strategic: a.strategic + b.strategic,
  });
  const allocated_by_level = own.reduce((total, each) => add(total, each.allocated_by_level), plan);
  const spent = own.reduce(
    (total, { spent: each }) => ({ timer: total.timer + each.timer, hand: total.hand + each.hand, derived: total.derived + each.derived }),
    nothing,
  );
  const spent_by_level = own.reduce((total, each) => add(total, each.spent_by_level), noLevel);
  const allocated = sum(Object.values(allocated_by_level));
  return judged({ id: team, kind: 'team', team, capacity: sum(own.map((each) => each.capacity)), allocated, spent, allocated_by_level, spent_by_level });
}

/** Who has no capacity on record has no load that could be judged. */
function judged(row: Omit<WorkRow, 'over_allocated' | 'over_spent'>): WorkRow {
  const spent = row.spent.timer + row.spent.hand + row.spent.derived;
  return { ...row, over_allocated: row.capacity > 0 && row.allocated > row.capacity, over_spent: row.capacity > 0 && spent > row.capacity };
}

function cellsOf(facts: Facts, parts: readonly Part[], lent: readonly LentRow[], period: Dates): WorkCell[] {
  const plan = planned(facts, period, () => true);
  const keys = new Map<string, { process: string | null; level: LevelName }>();
  for (const { process, level } of [...plan.filter((each) => each.minutes > 0), ...parts, ...lent]) keys.set(`${process} ${level}`, { process, level });
  return [...keys.values()].map(({ process, level }) => {
    const same = (each: { readonly process: string | null; readonly level: string }): boolean => each.process === process && each.level === level;
    return {
      process,
      level,
      allocated: sum(plan.filter(same).map((each) => each.minutes)),
      lent: sum(lent.filter(same).map((each) => each.minutes)),
      spent: spentOf(parts.filter(same)),
    };
  });
}

function futureOf(facts: Facts, parts: readonly Part[], lent: readonly LentRow[], period: Dates): Future {
  const plan = planned(facts, period, () => true);
  const spent = byLevel(parts);
  return {
    planned: futureShare(byLevel(plan)),
    actual: futureShare(spent),
    protected: sum(plan.filter((each) => each.protected).map((each) => each.minutes)),
    lent: sum(lent.map((each) => each.minutes)),
    returned: sum(lent.filter((each) => each.state === 'returned').map((each) => each.minutes)),
    worked: spent.tactical + spent.strategic,
  };
}

const heldOf = ({ id, person, level, valid_until }: HeldSkill): HeldSkill => ({ id, person, level, valid_until });

function gapsOf({ demands, skills }: Facts, today: string): Gap[] {
  return demands
    .map((demand): Gap => {
      const valid = skills.filter((each) => each.competence === demand.competence && (each.valid_until === null || each.valid_until >= today));
      const able = valid.filter((each) => each.level >= demand.level);
      const { share, bus_factor, short } = coverageOf(
        demand,
        valid.map((each) => each.level),
      );
      const [lapses = null] = able.flatMap((each) => each.valid_until ?? []).sort();
      const { competence, process, activity, level, people } = demand;
      return {
        competence,
        process,
        activity,
        level,
        people,
        holders: able.map((each) => each.person),
        held: able.map(heldOf),
        share,
        bus_factor,
        short,
        lapses,
      };
    })
    .sort((a, b) => b.short - a.short || a.bus_factor - b.bus_factor || (a.competence < b.competence ? -1 : 1));
}
