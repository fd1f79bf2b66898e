// From what came in and who there is to how many are needed in each half hour of a week: pure, from the facts that were read.
import { common, lengthOf, minus, type Span, union } from '../../calculus/intervals.ts';
import { type Arrived, type Expected, expectArrivals, staffFor } from '../../calculus/staffing.ts';
import type { Hours } from './hours-fields.ts';
import type { Source, Staffing, StaffingDoubt, StaffingSlot } from './staffing.record.ts';

/**
 * Somebody of the desk: paid minutes a week, the share that is absence (ppm), and the hours they work in. `guarded` are hours of the week
 * that are protected for other work, `loose` protected minutes a week that have no hour of their own.
 */
export type OnDesk = { readonly weekly: number; readonly absence: number; readonly week: Hours; readonly guarded?: Hours; readonly loose?: number };

export type StaffingFacts = {
  readonly zone: string;
  /** Monday of the oldest whole week, and the Sunday that ends the last. */
  readonly from: string;
  readonly to: string;
  readonly weeks: number;
  readonly arrived: readonly Arrived[];
  readonly people: readonly OnDesk[];
  /** Minutes booked on how many incidents in those weeks. */
  readonly handled: { readonly incidents: number; readonly minutes: number };
};
/** `share` and `shrinkage` in ppm, `handling` and `within` in seconds, `contacts` per hundred incidents; null: find it or assume it. */
export type StaffingAsked = {
  readonly team: string | null;
  readonly share: number;
  readonly within: number;
  readonly handling: number | null;
  readonly shrinkage: number | null;
  readonly contacts: number;
};

const million = 1_000_000;
const assumedHandling = 600;
const assumedShrinkage = 300_000;
/** So many incidents must have time booked on them before their mean says something. */
const fewestHandled = 30;
const interval = 0.8;

export function staffingOf(facts: StaffingFacts, asked: StaffingAsked): Staffing {
  const handling = handlingOf(facts, asked.handling);
  const shrinkage = shrinkageOf(facts.people, asked.shrinkage);
  const terms = { handling: handling.value, within: asked.within, share: asked.share / million, shrinkage: shrinkage.value / million };
  const expected = expectArrivals(facts.arrived, facts.weeks, interval);
  const factor = asked.contacts / 100;
  const slots = expected.slots.map((each): StaffingSlot => {
    const found = staffFor(each.value * factor, terms);
    const none = { servers: 0, service_level: 1, wait: 0, occupancy: 0 };
    const [fewer = none, more = none] = found?.beside ?? [];
    return {
      day: each.day,
      slot: each.slot,
      seen: each.seen,
      value: each.value * factor,
      low: each.low * factor,
      high: each.high * factor,
      load: found?.load ?? 0,
      needed: found?.needed ?? none,
      fewer,
      more,
      rostered: found?.rostered ?? 0,
      rostered_high: staffFor(each.high * factor, terms)?.rostered ?? 0,
      staff_hundredths: staffAt(facts.people, each),
    };
  });
  const most = slots.reduce<number | null>((best, each, at) => (best === null || each.value > (slots[best]?.value ?? 0) ? at : best), null);
  return {
    terms: { ...terms, handling_source: handling.source, shrinkage_source: shrinkage.source, contacts: asked.contacts, team: asked.team, zone: facts.zone },
    history: historyOf(facts, expected, factor),
    slots,
    sums: {
      rostered_minutes: slots.reduce((sum, each) => sum + each.rostered * 30, 0),
      staff_minutes: Math.round(slots.reduce((sum, each) => sum + each.staff_hundredths * 0.3, 0)),
      short: slots.filter(isShort).length,
    },
    busiest: most,
    doubts: doubtsOf(facts, expected, handling.source),
  };
}

/** Fewer people on capacity than must be on the roster. */
export const isShort = ({ rostered, staff_hundredths }: Pick<StaffingSlot, 'rostered' | 'staff_hundredths'>): boolean => staff_hundredths < rostered * 100;

function historyOf({ from, to, weeks }: StaffingFacts, expected: Expected, factor: number): Staffing['history'] {
  const { totals, method, week, forecast } = expected;
  const scaled = { value: week.value * factor, low: week.low * factor, high: week.high * factor };
  const total = totals.reduce((sum, each) => sum + each, 0);
  return { from, to, weeks, total, per_week: totals, method, week: scaled, mase: forecast?.accuracy.mase ?? null, interval };
}

function handlingOf({ handled }: StaffingFacts, given: number | null): { value: number; source: Source } {
  if (given !== null) return { value: given, source: 'given' };
  if (handled.incidents < fewestHandled) return { value: assumedHandling, source: 'assumed' };
  return { value: Math.max(1, Math.round((handled.minutes * 60) / handled.incidents)), source: 'found' };
}

/** The absence of those on the desk, each weighed by how much they work. */
function shrinkageOf(people: readonly OnDesk[], given: number | null): { value: number; source: Source } {
  if (given !== null) return { value: given, source: 'given' };
  const all = people.reduce((sum, each) => sum + each.weekly, 0);
  if (all === 0) return { value: assumedShrinkage, source: 'assumed' };
  return { value: Math.round(people.reduce((sum, each) => sum + each.weekly * each.absence, 0) / all), source: 'found' };
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const spansOf = (hours: Hours, day: number): Span[] =>
  union(hours.filter((each) => each.days.includes(day)).map((each) => ({ from: minutesOf(each.from), to: minutesOf(each.to) })));
const week = [1, 2, 3, 4, 5, 6, 7];

/**
 * Hundredths of a person there in a half hour: each for the part of their hours that they are paid for and that is not protected for other
 * work, absence not taken off.
 */
export function staffAt(people: readonly OnDesk[], { day, slot }: { readonly day: number; readonly slot: number }): number {
  const here = [{ from: slot * 30, to: slot * 30 + 30 }];
  const each = people.map(({ weekly, week: hours, guarded = [], loose = 0 }) => {
    const free = (on: number): Span[] => minus(spansOf(hours, on), spansOf(guarded, on));
    const taken = lengthOf(week.flatMap((on) => common(spansOf(hours, on), spansOf(guarded, on))));
    const open = lengthOf(week.flatMap(free));
    const part = open > 0 ? Math.min(1, Math.max(0, weekly - taken - loose) / open) : 0;
    return (lengthOf(common(here, free(day))) / 30) * part;
  });
  return Math.round(each.reduce((sum, one) => sum + one, 0) * 100);
}

function doubtsOf({ weeks, people }: StaffingFacts, { totals, forecast, slots }: Expected, handling: Source): StaffingDoubt[] {
  const total = totals.reduce((sum, each) => sum + each, 0);
  const mase = forecast?.accuracy.mase ?? null;
  const found: Readonly<Record<StaffingDoubt, boolean>> = {
    few_weeks: weeks < 8,
    few_incidents: total < 200,
    sparse_slots: slots.length > 0 && total / slots.length < 5,
    no_capacity: people.length === 0,
    handling_assumed: handling === 'assumed',
    not_better_than_naive: mase !== null && mase >= 1,
  };
  return (Object.keys(found) as StaffingDoubt[]).filter((name) => found[name]);
}
