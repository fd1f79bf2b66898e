// People's hours: plans that lose nothing when they are cut, time in hand that is never more than the clock, and who can do what.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthOf, union } from './intervals.ts';
import { available, capped, coverageOf, datesIn, futureShare, insideProtected, partOf, timeInHand, weekdayOf, wholeMinutes, workdays } from './workload.ts';

const office = { weekly: 2_160, starts_on: '2026-01-01', ends_on: null, absence: 0, days: [1, 2, 3, 4, 5], closed: new Set<string>() };
const hour = 3_600_000;

describe('how much there is', () => {
  it('divides a week over its working days and takes absence off', () => {
    expect(available(office, { from: '2026-03-02', to: '2026-03-08' })).toBe(2_160);
    expect(available({ ...office, absence: 100_000 }, { from: '2026-03-02', to: '2026-03-08' })).toBe(1_944);
    expect(available({ ...office, closed: new Set(['2026-03-04']) }, { from: '2026-03-02', to: '2026-03-08' })).toBe(1_728);
    expect(available({ ...office, days: [1, 3], weekly: 960 }, { from: '2026-03-02', to: '2026-03-03' })).toBe(480);
    expect(available({ ...office, ends_on: '2026-03-03' }, { from: '2026-03-02', to: '2026-03-08' })).toBe(864);
    expect(available({ ...office, starts_on: '2026-04-01' }, { from: '2026-03-02', to: '2026-03-08' })).toBe(0);
  });

  it('counts working days as going through them does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: -3, max: 90 }), (start, length) => {
        const day = (n: number): string => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
        const period = { from: day(start), to: day(start + length) };
        expect(workdays(period)).toBe(datesIn(period).filter((date) => weekdayOf(date) <= 5).length);
      }),
    );
  });
});

describe('a plan cut into periods', () => {
  it('falls in a month as its working days do', () => {
    const plan = { from: '2026-03-01', to: '2026-04-30', minutes: 44 * 60 };
    expect(partOf(plan, { from: '2026-03-01', to: '2026-03-31' })).toBe(22 * 60);
    expect(partOf(plan, { from: '2026-05-01', to: '2026-05-31' })).toBe(0);
    expect(partOf({ from: '2026-03-07', to: '2026-03-08', minutes: 120 }, { from: '2026-03-08', to: '2026-03-20' })).toBe(60);
  });

  it('loses and wins nothing, wherever it is cut', () => {
    const date = fc.integer({ min: 0, max: 120 }).map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10));
    fc.assert(
      fc.property(date, date, date, fc.integer({ min: 1, max: 100_000 }), (a, b, cut, minutes) => {
        const [from, to] = a < b ? [a, b] : [b, a];
        const after = new Date(Date.parse(cut) + 86_400_000).toISOString().slice(0, 10);
        const parts = partOf({ from, to, minutes }, { from: '2025-01-01', to: cut }) + partOf({ from, to, minutes }, { from: after, to: '2027-01-01' });
        expect(parts).toBe(minutes);
      }),
    );
  });
});

describe('time in hand', () => {
  it('shares a moment evenly among what is held in it, in working hours only', () => {
    const hours = [{ from: 9 * hour, to: 17 * hour }];
    const held = [
      { from: 8 * hour, to: 11 * hour },
      { from: 10 * hour, to: 12 * hour },
      { from: 18 * hour, to: 30 * hour },
    ];
    expect(timeInHand(held, hours).map((each) => each / hour)).toEqual([1.5, 1.5, 0]);
  });

  it('sums to the working hours in which anything was held', () => {
    const span = fc.tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 50 })).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), fc.array(span, { maxLength: 6 }), (held, hours) => {
        const parts = timeInHand(held, hours);
        const inside = union(hours).flatMap((each) => union(held).map((one) => ({ from: Math.max(one.from, each.from), to: Math.min(one.to, each.to) })));
        expect(parts.reduce((sum, each) => sum + each, 0)).toBeCloseTo(lengthOf(inside.filter((each) => each.from < each.to)), 6);
        for (const [index, part] of parts.entries()) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual((held[index]?.to ?? 0) - (held[index]?.from ?? 0) + 1e-9);
        }
      }),
    );
  });

  it('is made smaller in proportion, and no more than needed', () => {
    expect(capped([30, 60, 90], 120)).toEqual([20, 40, 60]);
    expect(capped([30, 60], 120)).toEqual([30, 60]);
    expect(capped([30, 60], -5)).toEqual([0, 0]);
    expect(wholeMinutes([90_000, 90_000, 60_000]).reduce((sum, each) => sum + each, 0)).toBe(4);
  });
});

it('finds what of a stretch lies in protected hours, once', () => {
  const guarded = [
    { id: 'a', spans: [{ from: 0, to: 2 * hour }] },
    { id: 'b', spans: [{ from: hour, to: 3 * hour }] },
  ];
  expect(insideProtected({ from: 1.5 * hour, to: 4 * hour }, guarded)).toEqual([
    { id: 'a', minutes: 30 },
    { id: 'b', minutes: 60 },
  ]);
  expect(insideProtected({ from: 5 * hour, to: 6 * hour }, guarded)).toEqual([]);
});

it('tells the share of the future', () => {
  expect(futureShare({ operational: 60, tactical: 30, strategic: 10 })).toBe(400_000);
  expect(futureShare({ operational: 0, tactical: 0, strategic: 0 })).toBeNull();
});

it('tells how far a demand is covered, and how many must be gone before nobody can', () => {
  expect(coverageOf({ level: 3, people: 2 }, [5, 2, 1])).toEqual({ holders: 1, share: 500_000, bus_factor: 1, short: 1 });
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 12 }),
      (level, people, held) => {
        const found = coverageOf({ level, people }, held);
        expect(found.short === 0).toBe(found.share === 1_000_000);
        // Take away so many of the best, and nobody is left; one fewer, and somebody is.
        const left = (gone: number): number =>
          [...held]
            .sort((a, b) => b - a)
            .slice(gone)
            .filter((each) => each >= level).length;
        expect(left(found.bus_factor)).toBe(0);
        if (found.bus_factor > 0) expect(left(found.bus_factor - 1)).toBe(1);
      },
    ),
  );
});
