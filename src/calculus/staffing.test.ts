// Staff for a desk: the textbook half hour, the laws that hold for every one, and a week divided as it was.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answering, expectArrivals, staffFor } from './staffing.ts';

/** 360 calls in half an hour of four minutes each, 80 % within 15 seconds: 48 erlangs; worked out in many courses on call centres. */
const busy = { handling: 240, within: 15, share: 0.8, shrinkage: 0.3 };

describe('the textbook half hour', () => {
  it('needs what the formula says when its sum is added up term by term', () => {
    const load = (360 * 240) / 1_800;
    expect(load).toBe(48);
    const term = (k: number): number => {
      let value = 1;
      for (let i = 1; i <= k; i += 1) value *= load / i;
      return value;
    };
    const direct = (c: number): number => {
      const last = (term(c) * c) / (c - load);
      let below = 0;
      for (let k = 0; k < c; k += 1) below += term(k);
      return 1 - (last / (below + last)) * Math.exp((-(c - load) * 15) / 240);
    };
    const found = staffFor(360, busy);
    expect(found?.load).toBe(48);
    // The answers the course gives for it: 55 people, 87.3 % busy, 84.6 % in time, 8.2 seconds to wait on average.
    expect(found?.needed).toEqual({
      servers: 55,
      occupancy: expect.closeTo(0.873, 3),
      service_level: expect.closeTo(0.846, 3),
      wait: expect.closeTo(8.2, 1),
    });
    expect(found?.needed.service_level).toBeCloseTo(direct(55), 10);
    expect(direct(54)).toBeLessThan(0.8);
    expect(found?.beside.map((each) => each.servers)).toEqual([54, 56]);
    expect(found?.beside[0]?.service_level).toBeCloseTo(direct(54), 10);
    expect(found?.rostered).toBe(Math.ceil(55 / 0.7));
  });

  it('Q1: half of the time of two people: a third waits', () => {
    // a = 1 erlang, c = 2: within no time the service level is 1 - C = 2/3.
    expect(answering(30, 2, { handling: 60, within: 0 }).service_level).toBeCloseTo(2 / 3, 12);
    expect(answering(30, 2, { handling: 60, within: 0 }).wait).toBeCloseTo(20, 9);
  });
});

describe('laws', () => {
  it('one more person never makes it worse, and one fewer misses what is wanted', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 400, noNaN: true }),
        fc.integer({ min: 30, max: 1_200 }),
        fc.double({ min: 0.5, max: 0.98, noNaN: true }),
        (arrivals, handling, share) => {
          const found = staffFor(arrivals, { handling, within: 30, share, shrinkage: 0.25 });
          const [fewer, more] = found?.beside ?? [];
          expect(found?.needed.service_level).toBeGreaterThanOrEqual(share);
          expect(fewer?.service_level).toBeLessThan(share);
          expect(more?.service_level).toBeGreaterThanOrEqual(found?.needed.service_level ?? 1);
          expect(found?.rostered).toBeGreaterThanOrEqual(found?.needed.servers ?? 0);
        },
      ),
    );
  });

  it('nobody comes, nobody is needed; nobody there, nobody is answered', () => {
    expect(staffFor(0, busy)).toBeNull();
    expect(answering(5, 0, busy)).toEqual({ servers: 0, service_level: 0, wait: null, occupancy: 1 });
    expect(answering(0, 3, busy)).toMatchObject({ service_level: 1, wait: 0 });
    expect(answering(360, 48, busy).wait).toBeNull();
  });
});

describe('arrivals', () => {
  it('divides the forecast over the week as arrivals were divided so far', () => {
    const arrived = [0, 1, 2, 3].flatMap((week) => [
      { week, day: 1, slot: 18, count: 6 },
      { week, day: 3, slot: 20, count: 2 },
    ]);
    const found = expectArrivals(arrived, 4);
    expect(found.totals).toEqual([8, 8, 8, 8]);
    expect(found.week.value).toBeCloseTo(8, 9);
    expect(found.slots.map((each) => each.value)).toEqual([expect.closeTo(6, 9), expect.closeTo(2, 9)]);
    expect(found.slots[0]).toMatchObject({ day: 1, slot: 18, seen: 24 });
  });

  it('follows a rise, and has an interval as wide as it was wrong', () => {
    const arrived = Array.from({ length: 12 }, (_, week) => ({ week, day: 2, slot: 19, count: 20 + week * 5 + (week % 2 ? 3 : -3) }));
    const found = expectArrivals(arrived, 12);
    expect(found.method).toBe('holt');
    expect(found.week.value).toBeGreaterThan(70);
    expect(found.week.high - found.week.low).toBeGreaterThan(1);
    expect(found.week.low).toBeLessThan(found.week.value);
  });

  it('with few weeks is the mean, and claims no interval', () => {
    expect(expectArrivals([{ week: 0, day: 1, slot: 1, count: 3 }], 2)).toMatchObject({ method: 'mean', week: { value: 1.5, low: 1.5, high: 1.5 } });
    expect(expectArrivals([], 0).slots).toEqual([]);
  });

  it('sums to the forecast of the week', () => {
    const one = fc.record({
      week: fc.integer({ min: 0, max: 9 }),
      day: fc.integer({ min: 1, max: 7 }),
      slot: fc.integer({ min: 0, max: 47 }),
      count: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 60 }), (arrived) => {
        const found = expectArrivals(arrived, 10);
        expect(found.slots.reduce((sum, each) => sum + each.value, 0)).toBeCloseTo(found.week.value, 6);
        expect(found.slots.reduce((sum, each) => sum + each.seen, 0)).toBe(arrived.reduce((sum, each) => sum + each.count, 0));
      }),
    );
  });
});
