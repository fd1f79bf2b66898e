// Service calendars: when a promise counts, and the arithmetic of working time in whole milliseconds.
import { BLOCK_MS, type Block, type Closing, DAY_MS, instantOf, lastStart, layOut, type Pattern, workedBefore } from './calendar-days.ts';
import { isZone } from './calendar-zone.ts';

/** Days 1 (Monday) to 7 (Sunday), open from `from` to `to` by the wall clock; `to` may be '24:00'. */
export type Opening = { readonly days: readonly number[]; readonly from: string; readonly to: string };

/** `date` is a local date 'YYYY-MM-DD' in the calendar's zone; the whole date is closed. */
export type Holiday = { readonly date: string; readonly name: string };

/**
 * Hours that do not count although they are open, such as a maintenance window: on one local date, or on weekdays, of which
 * `weeks` may choose some of the month: 1 the first such weekday, 5 the fifth, -1 the last.
 */
export type Exclusion =
  | { readonly date: string; readonly from: string; readonly to: string }
  | { readonly days: readonly number[]; readonly weeks?: readonly number[]; readonly from: string; readonly to: string };

/** Plain data. Openings may overlap, touch or leave gaps: what counts is their union. `zone` is an IANA name. */
export type Calendar = {
  readonly id: string;
  readonly zone: string;
  readonly week: readonly Opening[];
  readonly holidays: readonly Holiday[];
  readonly excluded?: readonly Exclusion[];
};

/** Always open. */
export const roundTheClock: Calendar = {
  id: 'round-the-clock',
  zone: 'UTC',
  week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
  holidays: [],
};

/**
 * Working time between two instants (epoch milliseconds), negative when `toMs` is the earlier one.
 * A calendar with a fault never opens, so it yields 0: a bad setting must not stop anybody's work.
 * Nothing is counted before 1900 or after 2200.
 */
export function workingMs(calendar: Calendar, fromMs: number, toMs: number): number {
  if (toMs < fromMs) return 0 - workingMs(calendar, toMs, fromMs);
  const layout = layoutOf(calendar);
  const from = inRange(fromMs);
  const to = inRange(toMs);
  const last = blockOf(to);
  let sum = -workedBefore(layout.block(blockOf(from)), from);
  for (let index = blockOf(from); index < last; index++) sum += layout.block(index).total;
  return sum + workedBefore(layout.block(last), to);
}

/**
 * The earliest instant by which `workMs` of working time has passed since `fromMs`: at the end of a working day it
 * stays there and does not roll to the next opening. `fromMs` itself when there is nothing to work.
 * Null when the calendar does not hold that much within 20 years.
 */
export function addWorking(calendar: Calendar, fromMs: number, workMs: number): number | null {
  if (workMs <= 0) return fromMs;
  const layout = layoutOf(calendar);
  const horizon = inRange(fromMs + HORIZON_MS);
  let index = blockOf(inRange(fromMs));
  let wanted = workMs + workedBefore(layout.block(index), inRange(fromMs));
  for (; index * BLOCK_MS < horizon; index++) {
    const block = layout.block(index);
    if (wanted <= block.total) {
      const at = instantOf(block, wanted);
      return at <= horizon ? at : null;
    }
    wanted -= block.total;
  }
  return null;
}

export function isOpen(calendar: Calendar, atMs: number): boolean {
  return nextOpening(calendar, atMs) === atMs;
}

/** The first open instant at or after `atMs` (so `atMs` itself while open), null when there is none within 20 years. */
export function nextOpening(calendar: Calendar, atMs: number): number | null {
  const layout = layoutOf(calendar);
  const horizon = inRange(atMs + HORIZON_MS);
  for (let index = blockOf(inRange(atMs)); index * BLOCK_MS < horizon; index++) {
    const block = layout.block(index);
    const i = lastStart(block, atMs);
    if (i >= 0 && atMs < (block.ends[i] ?? 0)) return atMs;
    const next = block.starts[i + 1];
    if (next !== undefined) return next < horizon ? next : null;
  }
  return null;
}

/** The open intervals within `[fromMs, toMs)`, in order, as long as they can be. */
export function openHours(calendar: Calendar, fromMs: number, toMs: number): { from: number; to: number }[] {
  const layout = layoutOf(calendar);
  const hours: { from: number; to: number }[] = [];
  for (let index = blockOf(inRange(fromMs)); index * BLOCK_MS < inRange(toMs); index++) {
    const block = layout.block(index);
    for (let i = Math.max(0, lastStart(block, fromMs)); (block.starts[i] ?? toMs) < toMs; i++) {
      const from = Math.max(fromMs, block.starts[i] ?? 0);
      const to = Math.min(toMs, block.ends[i] ?? 0);
      const previous = hours[hours.length - 1];
      if (from < to && previous?.to === from) previous.to = to;
      else if (from < to) hours.push({ from, to });
    }
  }
  return hours;
}

/** What is wrong with a calendar that came from outside, naming the field and what would be right; null when nothing is. */
export function calendarFault(calendar: unknown): string | null {
  if (!isObject(calendar)) return 'calendar: must be an object with id, zone, week and holidays';
  const { id, zone, week, holidays } = calendar;
  if (typeof id !== 'string' || id === '') return 'id: must be a text that is not empty';
  if (!isZone(zone)) return `zone: ${shown(zone)} is not a time zone; use an IANA name such as "Europe/Amsterdam"`;
  if (!Array.isArray(week) || week.length === 0) return 'week: must list at least one opening, or the calendar never opens';
  if (week.length > 500) return 'week: must not hold more than 500 openings';
  for (const [i, opening] of week.entries()) {
    const fault = openingFault(opening);
    if (fault !== null) return `week[${i}].${fault}`;
  }
  if (!Array.isArray(holidays)) return 'holidays: must be a list, empty when there are none';
  if (holidays.length > 20_000) return 'holidays: must not hold more than 20000 dates';
  for (const [i, holiday] of holidays.entries()) {
    const fault = holidayFault(holiday);
    if (fault !== null) return `holidays[${i}].${fault}`;
  }
  return calendar.excluded === undefined ? null : exclusionsFault(calendar.excluded);
}

/** What is wrong with exclusions that came from outside; null when nothing is. */
export function exclusionsFault(excluded: unknown): string | null {
  if (!Array.isArray(excluded)) return 'excluded: must be a list, empty when there are none';
  if (excluded.length > 500) return 'excluded: must not hold more than 500 windows';
  for (const [i, window] of excluded.entries()) {
    const fault = exclusionFault(window);
    if (fault !== null) return `excluded[${i}].${fault}`;
  }
  return null;
}

const HORIZON_MS = 20 * 366 * DAY_MS;
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);

type Layout = { readonly block: (index: number) => Block };

/** Rows read again and again are new objects with the same content, hence the second memory, by text. */
const byObject = new WeakMap<Calendar, Layout>();
const byText = new Map<string, Layout>();
const TEXTS_KEPT = 200;

function layoutOf(calendar: Calendar): Layout {
  const known = byObject.get(calendar);
  if (known !== undefined) return known;
  const text = hoursText(calendar);
  const layout = byText.get(text) ?? newLayout(calendar);
  byText.delete(text);
  byText.set(text, layout);
  const oldest = byText.keys().next().value;
  if (byText.size > TEXTS_KEPT && oldest !== undefined) byText.delete(oldest);
  byObject.set(calendar, layout);
  return layout;
}

/** The same text for calendars with the same hours. */
export function hoursText({ zone, week, holidays, excluded }: Calendar): string {
  return JSON.stringify(excluded?.length ? [zone, week, holidays, excluded] : [zone, week, holidays]);
}

function newLayout(calendar: Calendar): Layout {
  const pattern = patternOf(calendar);
  const blocks = new Map<number, Block>();
  const block = (index: number): Block => {
    const known = blocks.get(index) ?? layOut(pattern, index);
    blocks.set(index, known);
    return known;
  };
  return { block };
}

function patternOf(calendar: Calendar): Pattern {
  if (calendarFault({ ...calendar, id: 'any' }) !== null) return { zone: 'UTC', week: [], holidays: new Set(), closings: [] };
  const week = [1, 2, 3, 4, 5, 6, 7].map((day) => union(calendar.week.filter((opening) => opening.days.includes(day))));
  const holidays = new Set(calendar.holidays.map((holiday) => Date.parse(holiday.date) / DAY_MS));
  return { zone: calendar.zone, week, holidays, closings: (calendar.excluded ?? []).map(closingOf) };
}

function closingOf(each: Exclusion): Closing {
  const hours = { from: msOf(each.from), to: msOf(each.to) };
  if ('date' in each) return { ...hours, days: null, weeks: null, date: Date.parse(each.date) / DAY_MS };
  return { ...hours, days: new Set(each.days.map((day) => day - 1)), weeks: each.weeks ? new Set(each.weeks) : null, date: null };
}

/** Sorted, disjoint, flat pairs of milliseconds since midnight. */
function union(openings: readonly Opening[]): number[] {
  const merged: number[] = [];
  for (const [from, to] of openings.map((o) => [msOf(o.from), msOf(o.to)] as const).sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last !== undefined && from <= last) merged[merged.length - 1] = Math.max(last, to);
    else merged.push(from, to);
  }
  return merged;
}

function exclusionFault(window: unknown): string | null {
  if (!isObject(window)) return 'days: must be given, or date, with from and to';
  const { date, weeks } = window;
  if (date !== undefined) {
    if (typeof date !== 'string' || !isDate(date)) return 'date: must be an existing date, written "2026-12-25"';
    return openingFault({ ...window, days: [1] });
  }
  const known = weeks === undefined || (Array.isArray(weeks) && weeks.length > 0 && weeks.every((week) => [1, 2, 3, 4, 5, -1].includes(week)));
  return known ? openingFault(window) : 'weeks: must list 1 (first of the month) to 5, or -1 (last)';
}

function openingFault(opening: unknown): string | null {
  if (!isObject(opening)) return 'days: must be given, with from and to';
  const { days, from, to } = opening;
  if (!Array.isArray(days) || days.length === 0 || days.length > 7 || !days.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)) {
    return 'days: must list weekdays from 1 (Monday) to 7 (Sunday)';
  }
  if (typeof from !== 'string' || !CLOCK.test(from)) return `from: ${shown(from)} is not a time; use "00:00" to "23:59"`;
  if (typeof to !== 'string' || !(CLOCK.test(to) || to === '24:00')) return `to: ${shown(to)} is not a time; use "00:01" to "24:00"`;
  if (from >= to) return 'to: must be later than from; hours past midnight are two openings, one up to "24:00" and one from "00:00"';
  return null;
}

function holidayFault(holiday: unknown): string | null {
  if (!isObject(holiday) || typeof holiday['date'] !== 'string' || !isDate(holiday['date'])) {
    return 'date: must be an existing date, written "2026-12-25"';
  }
  return typeof holiday['name'] === 'string' ? null : 'name: must be a text';
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

function isDate(date: string): boolean {
  const at = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(date) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date);
}

function msOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 3_600_000 + Number(clock.slice(3)) * 60_000;
}

function blockOf(at: number): number {
  return Math.floor(at / BLOCK_MS);
}

function inRange(at: number): number {
  return Math.min(LATEST, Math.max(EARLIEST, at));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value.slice(0, 60)) : `a value of type ${typeof value}`;
}
