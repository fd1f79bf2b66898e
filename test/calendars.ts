// Calendars and instants for property tests, and a slow second opinion on working time that shares no code with the first.
import fc from 'fast-check';
import type { Calendar, Exclusion, Opening } from '../src/calculus/calendar.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** Zones with something unusual each: half-hour changes, changes at midnight, a date left out, a two-hour change. */
export const zones = [
  'Europe/Amsterdam',
  'Europe/Dublin',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Beirut',
  'America/Sao_Paulo',
  'Antarctica/Troll',
  'UTC',
] as const;

/** The local days since 1970 and the minute of the day at an instant, by Intl alone ("2026-03-29 01:59" in Swedish). */
export function wallClock(zone: string, at: number): { day: number; minute: number } {
  const known = remembered.get(zone) ?? new Map<number, number>();
  remembered.set(zone, known);
  const utc = Math.floor(at / MINUTE);
  let local = known.get(utc);
  if (local === undefined) {
    const text = formatter(zone).format(at);
    local = Date.parse(`${text.slice(0, 10)}T${text.slice(11, 16)}Z`) / MINUTE;
    if (known.size > 200_000) known.clear();
    known.set(utc, local);
  }
  return { day: Math.floor(local / 1_440), minute: ((local % 1_440) + 1_440) % 1_440 };
}

/** Cases crowd around the changes of the clock, and asking Intl is what takes the time. */
const remembered = new Map<string, Map<number, number>>();

/** Looks at the wall clock of every single minute in between. Right for zones whose offsets are whole minutes. */
export function workingByMinutes(calendar: Calendar, from: number, to: number): { worked: number; reached: (wanted: number) => number | null } {
  const open: [number, number][] = [];
  for (let minute = Math.floor(from / MINUTE) * MINUTE; minute < to; minute += MINUTE) {
    if (openAt(calendar, minute)) open.push([Math.max(from, minute), Math.min(to, minute + MINUTE)]);
  }
  const reached = (wanted: number) => {
    let left = wanted;
    for (const [begin, end] of open) {
      if (left <= end - begin) return begin + left;
      left -= end - begin;
    }
    return null;
  };
  return { worked: open.reduce((sum, [begin, end]) => sum + end - begin, 0), reached };
}

export function openAt(calendar: Calendar, at: number): boolean {
  const { zone, week, holidays, excluded } = readable(calendar);
  const { day, minute } = wallClock(zone, at);
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  if (holidays.includes(day)) return false;
  if (excluded.some((each) => each.from <= minute && minute < each.to && falls(each.on, day, weekday))) return false;
  return week.some((each) => each.from <= minute && minute < each.to && each.days.includes(weekday));
}

type Readable = {
  readonly zone: string;
  readonly week: readonly { readonly days: readonly number[]; readonly from: number; readonly to: number }[];
  readonly holidays: readonly number[];
  readonly excluded: readonly { readonly on: Exclusion; readonly from: number; readonly to: number }[];
};
const read = new WeakMap<Calendar, Readable>();

/** Times of day as minutes and dates as days, so that a minute costs little. */
function readable(calendar: Calendar): Readable {
  const known = read.get(calendar);
  if (known !== undefined) return known;
  const times = (o: { from: string; to: string }) => ({ from: minuteOf(o.from), to: minuteOf(o.to) });
  const made = {
    zone: calendar.zone,
    week: calendar.week.map((o) => ({ days: o.days, ...times(o) })),
    holidays: calendar.holidays.map((each) => Date.parse(each.date) / DAY),
    excluded: (calendar.excluded ?? []).map((on) => ({ on, ...times(on) })),
  };
  read.set(calendar, made);
  return made;
}

/** Is an exclusion about this local date? A weekday is the last of its month when a week later is another month. */
function falls(each: Exclusion, day: number, weekday: number): boolean {
  if ('date' in each) return Date.parse(each.date) / DAY === day;
  if (!each.days.includes(weekday)) return false;
  if (each.weeks === undefined) return true;
  const date = new Date(day * DAY);
  const last = new Date((day + 7) * DAY).getUTCMonth() !== date.getUTCMonth();
  return each.weeks.includes(Math.floor((date.getUTCDate() - 1) / 7) + 1) || (last && each.weeks.includes(-1));
}

/** Any union of openings, lunch breaks and overlaps included, with holidays near `around`. */
export function anyCalendar(around: number = Date.UTC(2026, 2, 25)): fc.Arbitrary<Calendar> {
  const holiday = fc.integer({ min: -8, max: 8 }).map((days) => ({ date: new Date(around + days * DAY).toISOString().slice(0, 10), name: 'free' }));
  return fc.record({
    id: fc.constant('C'),
    zone: fc.constantFrom(...zones),
    week: fc.oneof(fc.constantFrom(...knownWeeks), fc.array(anyOpening, { minLength: 1, maxLength: 5 })),
    holidays: fc.array(holiday, { maxLength: 3 }),
    excluded: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(anyExclusion(around), { maxLength: 3 }) }),
  });
}

const anyExclusion = (around: number): fc.Arbitrary<Exclusion> =>
  fc.oneof(
    anyOpening,
    fc.tuple(anyOpening, fc.subarray([1, 2, 3, 4, 5, -1], { minLength: 1 })).map(([opening, weeks]) => ({ ...opening, weeks })),
    fc
      .tuple(anyOpening, fc.integer({ min: -8, max: 8 }))
      .map(([{ from, to }, days]) => ({ date: new Date(around + days * DAY).toISOString().slice(0, 10), from, to })),
  );

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const knownWeeks: Opening[][] = [
  [{ days: everyDay, from: '00:00', to: '24:00' }],
  [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
  [
    { days: [1, 2, 3, 4, 5], from: '08:30', to: '12:00' },
    { days: [1, 2, 3, 4, 5], from: '12:45', to: '17:15' },
  ],
  [{ days: [1, 4], from: '09:00', to: '17:00' }],
  [{ days: everyDay, from: '01:30', to: '02:30' }],
  [
    { days: everyDay, from: '22:00', to: '24:00' },
    { days: everyDay, from: '00:00', to: '06:00' },
  ],
  [{ days: [6, 7], from: '00:00', to: '24:00' }],
];

const anyOpening: fc.Arbitrary<Opening> = fc
  .tuple(fc.subarray(everyDay, { minLength: 1 }), fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .filter(([, from, to]) => from < to)
  .map(([days, from, to]) => ({ days, from: clockOf(from), to: clockOf(to) }));

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function minuteOf(clock: string): number {
  const [hour, minute] = clock.split(':').map(Number);
  return (hour ?? 0) * 60 + (minute ?? 0);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  const known =
    formatters.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  formatters.set(zone, known);
  return known;
}
