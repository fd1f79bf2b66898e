// What a report is computed from: the rows its queries answer, and the windows it asks them about.
import type { Calendar } from '../../calculus/calendar.ts';
import type { Composition } from '../../calculus/composition.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import type { Ledger } from '../../calculus/ledger.ts';
import { cutTo, type MeasuredPer, type Period, windowOf } from '../../calculus/period.ts';
import type { Window } from './figures.record.ts';

export type PromiseRow = {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly provider: string;
  readonly customer: string;
  readonly metric: string;
  readonly availability: number | null;
  readonly attainment: number | null;
  readonly throughput: number | null;
  readonly satisfied: number | null;
  readonly measured_per: MeasuredPer;
  readonly rolling_days: number | null;
  readonly fee_minor: number | null;
  readonly currency: string | null;
  readonly credit_bands: CreditBands | null;
  /** Local dates, the last one included. */
  readonly valid_from: string | null;
  readonly valid_to: string | null;
  readonly calendar: Calendar;
};
export type ServiceRow = { readonly id: string; readonly name: string; readonly composition: Composition | null };
/** Of one promise in its window: targets due and met, due and missed; and the clocks that stopped with the time they used. */
export type TargetCount = { readonly promise: string; readonly met: number; readonly missed: number; readonly clocked: number; readonly used_ms: number };
export type LateRow = {
  readonly record_id: string;
  readonly title: string;
  readonly clock: string;
  readonly promise: string;
  readonly target_minutes: number;
  readonly started_at: string;
  readonly breached_at: string;
  readonly pauses: readonly string[];
  readonly calendar: Calendar;
};
export type Felt = { readonly service: string; readonly customer: string; readonly effect: string };
/** An incident that took a part or a whole service down. */
export type DownRow = {
  readonly id: string;
  readonly service: string;
  readonly part: string | null;
  readonly effect: string | null;
  readonly affected_customers: readonly string[];
  readonly fan_out: readonly Felt[] | null;
  readonly opened_at: string;
  readonly started_at: string;
  readonly restored_at: string | null;
  readonly resolved_at: string | null;
  readonly closed_at: string | null;
  readonly others: boolean;
};
/** An incident that was resolved in the period. Instants are epoch milliseconds. `others`: not all of its time was the house's. */
export type CaseRow = {
  readonly id: string;
  readonly service: string;
  readonly affected_customers: readonly string[];
  readonly opened_ms: number;
  readonly started_ms: number;
  readonly restored_ms: number;
  readonly resolved_ms: number;
  readonly others: boolean;
};
/** How many cases of a service and customer were handled, or rated, in a window that was asked under `key`. */
export type CaseCount = {
  readonly key: string;
  readonly handled: number;
  readonly answers: number;
  readonly content: number;
  readonly rated: readonly string[];
};

export type Sources = {
  /** 'YYYY-MM' or 'YYYY-Qn'. */
  readonly period: string;
  readonly zone: string;
  readonly window: Period;
  /** Cut-off: what happens after it is not in the report. */
  readonly now: number;
  readonly house: string;
  readonly promises: readonly PromiseRow[];
  readonly beneath: readonly PromiseRow[];
  readonly services: readonly ServiceRow[];
  readonly counts: ReadonlyMap<string, TargetCount>;
  readonly late: readonly LateRow[];
  readonly downs: readonly DownRow[];
  readonly cases: readonly CaseRow[];
  readonly handled: ReadonlyMap<string, CaseCount>;
  readonly ledgers: ReadonlyMap<string, Ledger>;
};

type Of = Pick<Sources, 'period' | 'zone' | 'now'>;
type Windowed = Pick<PromiseRow, 'measured_per' | 'rolling_days' | 'valid_from' | 'valid_to'>;

/** The window in which the targets of a promise are counted: it is whole only when it is over. Targets follow their promise, so it is not cut. */
export function windowFor(promise: Windowed, { period, zone, now }: Of): Period & { readonly whole: boolean } {
  const { from, to, whole } = windowOf(period, { zone, per: promise.measured_per, rolling_days: promise.rolling_days });
  return { from, to, whole: whole && to <= now };
}

/** The same window as far as the promise is in force: a service is measured by the promise of the day. */
export function windowInForce(promise: Windowed, of: Of): Period & { readonly whole: boolean } {
  const window = windowFor(promise, of);
  return { ...cutTo(window, { zone: of.zone, from: promise.valid_from, to: promise.valid_to }), whole: window.whole };
}

export function said({ from, to, whole }: Period & { readonly whole: boolean }): Window {
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString(), whole };
}

/** The key under which the handled and rated cases of a promise, or of a section by itself, are asked. */
export const sectionKey = (service: string, customer: string): string => `${service} ${customer}`;

export const heading = ({ id, name, measured_per }: PromiseRow) => ({ promise: id, name, measured_per });

/**
 * Whether a figure may be called kept or not: the window belongs to the promise. What is short of the promise's own window
 * ("so far") is told without a verdict, and so is a report longer than it.
 */
export function decides(window: { readonly whole: boolean }, promise: PromiseRow, { period, now, window: report }: Sources): boolean {
  // The present month of a monthly promise has a provisional verdict: the whole report is marked as provisional.
  const isOwnWindow =
    promise.measured_per === 'rolling' ||
    (promise.measured_per === 'month' && !period.includes('Q')) ||
    (promise.measured_per === 'quarter' && period.includes('Q'));
  return window.whole || (isOwnWindow && report.to > now);
}
