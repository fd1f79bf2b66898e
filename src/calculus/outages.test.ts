// Measured downtime of a composed service against looking at every moment, and the published vectors.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { anyGraph, isUpByRecursion } from '../../test/compositions.ts';
import { type Calendar, roundTheClock, workingMs } from './calendar.ts';
import { type Graph, leaves } from './composition.ts';
import { downtimeBudget, type Interval, meanTimes, measured, outages } from './outages.ts';

const begin = Date.UTC(2026, 2, 23);
const span = fc
  .tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: 0, max: 30 }))
  .map(([from, length]) => ({ from: begin + from, to: begin + from + length }));
const window: Interval = { from: begin, to: begin + 100 };

describe('laws', () => {
  it('is down exactly at the moments at which its parts make it so', () => {
    fc.assert(
      fc.property(anyGraph, fc.array(fc.array(span, { maxLength: 4 }), { minLength: 8, maxLength: 8 }), (graph, spans) => {
        const down: Record<string, Interval[]> = Object.fromEntries(leaves('root', graph).map((leaf, i) => [leaf, spans[i] ?? []]));
        const found = outages('root', graph, down, window);
        for (let at = window.from; at < window.to; at++) {
          const isUp = (leaf: string) => !(Object.hasOwn(down, leaf) ? (down[leaf] ?? []) : []).some((each) => each.from <= at && at < each.to);
          expect(found.some((each) => each.from <= at && at < each.to)).toBe(!isUpByRecursion({ part: 'root' }, graph, isUp));
        }
        for (const [i, each] of found.entries()) expect(each.from).toBeGreaterThan(found[i - 1]?.to ?? window.from - 1);
        expect(found.every((each) => each.from < each.to && each.to <= window.to)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never measures more down than agreed, whatever overlaps, and agrees with the calendar', () => {
    const days = fc
      .tuple(fc.integer({ min: -3 * DAY, max: 12 * DAY }), fc.nat(3 * DAY))
      .map(([from, length]) => ({ from: begin + from, to: begin + from + length }));
    fc.assert(
      fc.property(fc.array(days, { maxLength: 6 }), anyCalendar(), (intervals, calendar) => {
        const wide = { from: begin, to: begin + 10 * DAY };
        const result = measured(intervals, wide, calendar);
        const down = outages('x', {}, { x: intervals }, wide);
        expect(result.agreed_ms).toBe(workingMs(calendar, wide.from, wide.to));
        expect(result.down_ms).toBe(down.reduce((sum, each) => sum + workingMs(calendar, each.from, each.to), 0));
        expect(result.availability).toEqual({ num: result.agreed_ms - result.down_ms, den: result.agreed_ms });
        expect(result.availability.num).toBeGreaterThanOrEqual(0);
        expect(result.longest_ms <= result.down_ms && result.longest_ms * result.outages >= result.down_ms).toBe(true);
        expect(result.permyriad === null).toBe(result.agreed_ms === 0);
        if (result.permyriad === 10_000) expect(result.down_ms).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('composed', () => {
  const graph: Graph = { shop: { all: [{ any: [{ part: 'web1' }, { part: 'web2' }] }, { part: 'store' }] }, store: { part: 'disk' } };
  const at = (from: number, to: number) => ({ from: begin + from, to: begin + to });

  it('loses nothing while one of two is up, and everything from the last to the first', () => {
    expect(outages('shop', graph, { web1: [at(0, 50)], web2: [at(40, 60)] }, window)).toEqual([at(40, 50)]);
  });

  it('is one outage when the next part fails at the instant the first one returns', () => {
    expect(outages('shop', graph, { disk: [at(10, 20)], web1: [at(20, 30)], web2: [at(20, 40)] }, window)).toEqual([at(10, 30)]);
  });

  it('takes a composed part at its word, keeps to the window, and forgives empty intervals', () => {
    expect(outages('shop', graph, { store: [at(-10, 10)], disk: [at(5, 15), at(30, 30)], shop: [at(90, 999)] }, window)).toEqual([at(0, 15), at(90, 100)]);
    expect(outages('shop', graph, { disk: [at(0, 100)] }, at(50, 50))).toEqual([]);
    expect(outages('never', { never: { any: [] } }, {}, window)).toEqual([window]);
    expect(outages('never', { never: { any: [] } }, {}, at(50, 50))).toEqual([]);
    expect(outages('constructor', {}, {}, window)).toEqual([]);
  });

  it('sweeps 20,000 interruptions of 2,000 parts in a moment', () => {
    const names = Array.from({ length: 2_000 }, (_, i) => `p${i}`);
    const wide: Graph = { s: { k: 1_990, of: names.map((part) => ({ part })) } };
    const down = Object.fromEntries(
      names.map((name, i) => [name, Array.from({ length: 10 }, (_, n) => ({ from: begin + i * 7 + n * 20_000, to: begin + i * 7 + n * 20_000 + 60 }))]),
    );
    const start = performance.now();
    expect(outages('s', wide, down, { from: begin, to: begin + 300_000 })).toEqual([]);
    expect(outages('s', { ...wide, s: { k: 1_992, of: names.map((part) => ({ part })) } }, down, { from: begin, to: begin + 300_000 }).length).toBeGreaterThan(
      9,
    );
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});

describe('vectors', () => {
  const office: Calendar = { id: 'o', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '18:00' }], holidays: [] };
  const hours = (from: number, length: number) => ({ from: begin + from * HOUR, to: begin + (from + length) * HOUR });

  it('AV1: 5020 agreed hours with breaks of 6 and 14 hours', () => {
    const result = measured([hours(100, 6), hours(1000, 14)], hours(0, 5020), roundTheClock);
    expect(result).toMatchObject({ permyriad: 9960, outages: 2, longest_ms: 14 * HOUR });
    expect(result.availability.num / result.availability.den).toBeCloseTo(0.996016, 6);
    expect(meanTimes(result)).toEqual({ mtbsi_ms: 2510 * HOUR, mtbf_ms: 2500 * HOUR, mtrs_ms: 10 * HOUR });
  });

  it('AV2: two of a hundred hours lost are 98 %', () => {
    expect(measured([hours(3, 2)], hours(0, 100), roundTheClock).permyriad).toBe(9800);
  });

  it('AV16: what 99.9 % allows', () => {
    expect([30, 31, 90].map((days) => downtimeBudget(0.999, days * DAY) / MINUTE)).toEqual([43.2, 44.64, 129.6]);
    expect(downtimeBudget(0.999, 365 * DAY) / HOUR).toBe(8.76);
  });

  it('AV19: 600 hours with three failures are 200 hours between failures', () => {
    expect(meanTimes({ agreed_ms: 600 * HOUR, down_ms: 0, outages: 3 })?.mtbf_ms).toBe(200 * HOUR);
    expect(meanTimes({ agreed_ms: 600 * HOUR, down_ms: 0, outages: 0 })).toBeNull();
  });

  it('a night between two working days is part of one outage but costs no agreed time; one at night is none', () => {
    expect(measured([hours(16, 17)], hours(0, 120), office)).toMatchObject({ down_ms: 3 * HOUR, outages: 1, longest_ms: 3 * HOUR, agreed_ms: 50 * HOUR });
    expect(measured([hours(19, 3)], hours(0, 120), office)).toMatchObject({ down_ms: 0, outages: 0, longest_ms: 0, permyriad: 10_000 });
    expect(measured([hours(0, 3)], hours(0, 120), { ...office, week: [] })).toMatchObject({ agreed_ms: 0, permyriad: null });
  });

  it('counts breaks that touch as one, and nothing in a window that is none', () => {
    expect(measured([hours(5, 1), hours(4, 1)], hours(0, 100), roundTheClock)).toMatchObject({ outages: 1, longest_ms: 2 * HOUR });
    expect(measured([hours(4, 1)], { from: begin + HOUR, to: begin }, roundTheClock)).toMatchObject({ agreed_ms: 0, down_ms: 0, permyriad: null });
  });

  it('never rounds up to a promise that was not kept', () => {
    expect(measured([{ from: begin, to: begin + 1 }], hours(0, 720), roundTheClock).permyriad).toBe(9999);
  });
});
