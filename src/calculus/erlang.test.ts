// Waiting lines: published numbers, and the laws that hold for every line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { erlangB, erlangC, meanWait, occupancy, priorityWaits, queue, rostered, serversFor, serviceLevel } from './erlang.ts';

describe('published numbers', () => {
  it('Q1: the probability of waiting', () => {
    expect(erlangC(2, 1)).toBeCloseTo(1 / 3, 12);
    expect(erlangC(3, 2)).toBeCloseTo(4 / 9, 12);
  });

  it('Q2: a county hospital with one doctor', () => {
    const found = queue({ arrivals: 2, handling: 1 / 3, servers: 1 });
    expect(found?.in_system).toBeCloseTo(2, 12);
    expect(found?.queue_length).toBeCloseTo(4 / 3, 12);
    expect(found?.stay).toBeCloseTo(1, 12);
    expect(found?.wait).toBeCloseTo(2 / 3, 12);
  });

  it('Q3: the same with two', () => {
    const found = queue({ arrivals: 2, handling: 1 / 3, servers: 2 });
    expect(found?.idle).toBeCloseTo(0.5, 12);
    expect(found?.in_system).toBeCloseTo(0.75, 12);
    expect(found?.queue_length).toBeCloseTo(1 / 12, 12);
    expect(found?.stay).toBeCloseTo(0.375, 12);
    expect(found?.wait).toBeCloseTo(1 / 24, 12);
    expect(found?.wait_probability).toBeCloseTo(1 / 6, 12);
  });

  it('Q4: three crews, 300 jobs a year of two days each', () => {
    const found = queue({ arrivals: 300 / 365, handling: 2, servers: 3 });
    expect(found?.idle).toBeCloseTo(0.17754, 5);
    expect(found?.queue_length).toBeCloseTo(0.352, 3);
    expect(found?.in_system).toBeCloseTo(1.996, 3);
    expect(found?.wait).toBeCloseTo(0.43, 2);
    expect(found?.stay).toBeCloseTo(2.429, 3);
  });

  it('Q5: 24 an hour against 30', () => {
    const found = queue({ arrivals: 24, handling: 1 / 30, servers: 1 });
    expect(found?.in_system).toBeCloseTo(4, 12);
    expect(found?.stay).toBeCloseTo(1 / 6, 12);
    expect(found?.idle).toBeCloseTo(0.2, 12);
  });
});

it('has no steady state when the load is not less than the servers', () => {
  expect(queue({ arrivals: 4, handling: 1, servers: 4 })).toBeNull();
  expect(erlangC(4, 5)).toBe(1);
  expect(serviceLevel(4, 4, { handling: 1, within: 9 })).toBe(0);
  expect(meanWait(4, 4, 1)).toBe(Infinity);
  expect(occupancy(4, 5)).toBe(1);
});

it('says how many must be on the roster', () => {
  expect(rostered(14, 0.3)).toBe(20);
  expect(rostered(15, 0.3)).toBe(22);
  expect(rostered(14, 0)).toBe(14);
});

it('leaves the lower class waiting for ever when the higher ones fill the servers', () => {
  const [first, second] = priorityWaits([1, 2], { handling: 1, servers: 2 });
  expect(first).toBeGreaterThan(0);
  expect(second).toBeNull();
});

const servers = fc.integer({ min: 1, max: 200 });
const part = fc.double({ min: 0.01, max: 0.99, noNaN: true });
const time = fc.double({ min: 0.01, max: 100, noNaN: true });

describe('laws', () => {
  it('Erlang B is a probability that falls with servers and rises with load', () => {
    fc.assert(
      fc.property(servers, time, time, (c, a, b) => {
        expect(erlangB(c, a)).toBeGreaterThanOrEqual(0);
        expect(erlangB(c, a)).toBeLessThanOrEqual(1);
        expect(erlangB(c + 1, a)).toBeLessThanOrEqual(erlangB(c, a));
        expect(erlangB(c, Math.min(a, b))).toBeLessThanOrEqual(erlangB(c, Math.max(a, b)));
      }),
    );
  });

  it('Erlang C is a probability, never less than B', () => {
    fc.assert(
      fc.property(servers, part, (c, rho) => {
        expect(erlangC(c, c * rho)).toBeLessThanOrEqual(1);
        expect(erlangC(c, c * rho)).toBeGreaterThanOrEqual(erlangB(c, c * rho));
      }),
    );
  });

  it('the service level is a probability, is 1 - C at once, and rises with patience', () => {
    fc.assert(
      fc.property(servers, part, time, time, (c, rho, handling, within) => {
        const level = (t: number) => serviceLevel(c, c * rho, { handling, within: t });
        expect(level(0)).toBeCloseTo(1 - erlangC(c, c * rho), 12);
        expect(level(within)).toBeGreaterThanOrEqual(level(0));
        expect(level(within)).toBeLessThanOrEqual(1);
        expect(level(0)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('the fewest servers suffice and one fewer does not', () => {
    fc.assert(
      fc.property(time, fc.double({ min: 0.5, max: 0.999, noNaN: true }), time, time, (load, share, handling, within) => {
        const found = serversFor(load, share, { handling, within });
        expect(serviceLevel(found, load, { handling, within })).toBeGreaterThanOrEqual(share);
        expect(serviceLevel(found - 1, load, { handling, within })).toBeLessThan(share);
      }),
    );
  });

  it("keeps Little's law, and is empty with the probability that makes the servers as busy as they are", () => {
    fc.assert(
      fc.property(servers, part, time, (c, rho, handling) => {
        const arrivals = (c * rho) / handling;
        const found = queue({ arrivals, handling, servers: c });
        expect(found).not.toBeNull();
        if (found === null) return;
        expect(found.in_system).toBeCloseTo(arrivals * found.stay, 6);
        expect(found.idle).toBeGreaterThanOrEqual(0);
        expect(found.idle).toBeLessThanOrEqual(1 - rho + 1e-12);
        if (c === 1) expect(found.idle).toBeCloseTo(1 - rho, 12);
      }),
    );
  });

  it('priorities only shift the waiting: weighted by arrivals it stays what it is without them', () => {
    fc.assert(
      fc.property(servers, part, time, fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 }), (c, rho, handling, weights) => {
        const whole = weights.reduce((sum, each) => sum + each, 0);
        const arrivals = weights.map((each) => (each / whole) * ((c * rho) / handling));
        const waits = priorityWaits(arrivals, { handling, servers: c });
        const mean = waits.reduce<number>((sum, wait, i) => sum + (wait ?? Number.NaN) * (arrivals[i] ?? 0), 0) / ((c * rho) / handling);
        const expected = meanWait(c, c * rho, handling);
        expect(Math.abs(mean - expected)).toBeLessThanOrEqual(1e-9 * expected + 1e-12);
        for (const [i, wait] of waits.entries()) if (i > 0) expect(wait).toBeGreaterThanOrEqual(waits[i - 1] ?? 0);
      }),
    );
  });
});
