// Prediction: given a queue, people and earlier cases, when it is scheduled in due order, then each gets a chance of missing and its cause.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backtest, fewest, type Handled, type OpenWork, predict } from './prediction.ts';

const HOUR = 3_600_000;
/** One to ten hours, each once: the mean is 5.5. */
const handled: Handled[] = Array.from({ length: 10 }, (_, n) => ({ priority: 3, handling_ms: (n + 1) * HOUR }));
const work = (id: string, change: Partial<OpenWork> = {}): OpenWork => ({
  id,
  team: 'T',
  priority: 3,
  left_ms: 5 * HOUR,
  used_ms: 0,
  begun: false,
  ...change,
});
const told = (open: readonly OpenWork[], people = 1, known = handled) =>
  new Map(predict({ open, handled: known, people: new Map([['T', people]]) }).map((each) => [each.id, each]));

describe('a queue', () => {
  it('gives a single case the share of earlier ones that took longer than what is left', () => {
    expect(told([work('a')]).get('a')).toMatchObject({ probability: 5.5 / 11, late: true, cause: 'handling', wait_ms: 0, handling_ms: 5.5 * HOUR, cases: 10 });
    expect(told([work('a', { left_ms: 9 * HOUR })]).get('a')).toMatchObject({ probability: 1.5 / 11, late: false, cause: null });
  });

  it('counts only cases that took at least as long as this one was worked on', () => {
    const found = told([work('a', { begun: true, used_ms: 6 * HOUR, left_ms: 2 * HOUR })]).get('a');
    expect(found).toMatchObject({ cases: 4, probability: 2.5 / 5, handling_ms: 2.5 * HOUR });
  });

  it('lets the later one wait for the earlier one when one person does both, and says that the queue is why', () => {
    const queue = [work('first', { left_ms: 9 * HOUR }), work('second', { left_ms: 10 * HOUR })];
    expect(told(queue, 1).get('second')).toMatchObject({ wait_ms: 5.5 * HOUR, probability: 6.5 / 11, cause: 'queue' });
    expect(told(queue, 2).get('second')).toMatchObject({ wait_ms: 0, late: false });
  });

  it('lets what has begun go on before what is due earlier', () => {
    const queue = [work('urgent', { left_ms: 6 * HOUR }), work('begun', { begun: true, used_ms: HOUR, left_ms: 20 * HOUR })];
    expect(told(queue, 1).get('begun')?.wait_ms).toBe(0);
    expect(told(queue, 1).get('urgent')?.wait_ms).toBe(5 * HOUR);
  });

  it('is sure only of what is late already, and silent when too little is known', () => {
    expect(told([work('a', { left_ms: -1 })]).get('a')).toMatchObject({ probability: 1, cause: 'late' });
    expect(told([work('a')], 1, handled.slice(0, fewest - 1)).get('a')).toMatchObject({ probability: null, late: false, handling_ms: null });
    expect(told([work('a', { priority: 1 })]).get('a')).toMatchObject({ pooled: true, cases: 10 });
    expect(told([work('a', { begun: true, used_ms: 11 * HOUR })]).get('a')).toMatchObject({ cases: 0, probability: 0.5, handling_ms: 4.5 * HOUR });
  });

  it('takes a team nobody is known of to have enough people', () => {
    const queue = Array.from({ length: 9 }, (_, n) => work(`w${n}`, { team: 'unknown' }));
    expect(predict({ open: queue, handled, people: new Map() }).every((each) => each.wait_ms === 0)).toBe(true);
  });

  it('never gets worse by more people or more time, and does not depend on the order it is told in', () => {
    const anyWork = fc.record({ left_ms: fc.integer({ min: 0, max: 30 * HOUR }), used_ms: fc.nat(9 * HOUR), begun: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyWork, { minLength: 1, maxLength: 9 }), fc.integer({ min: 1, max: 4 }), fc.nat(HOUR), (some, people, more) => {
        const queue = some.map((each, n) => work(`w${n}`, { ...each, used_ms: each.begun ? each.used_ms : 0 }));
        const now = told(queue, people);
        expect(told([...queue].reverse(), people)).toEqual(now);
        const longer = told(
          queue.map((each) => ({ ...each, left_ms: each.left_ms + more })),
          people,
        );
        for (const [id, { probability }] of now) {
          expect(probability).toBeGreaterThan(0);
          expect(probability).toBeLessThanOrEqual(1);
          expect(longer.get(id)?.probability ?? 1).toBeLessThanOrEqual(probability ?? 0);
        }
        const enough = told(queue, queue.length);
        for (const { wait_ms } of enough.values()) expect(wait_ms).toBe(0);
      }),
      { numRuns: 300 },
    );
  });
});

describe('looking back', () => {
  it('tells long cases from short ones better than the share that was missed does', () => {
    const past = Array.from({ length: 200 }, (_, n) => ({ priority: 1 + (n % 2), handling_ms: (n % 2 ? 9 : 2) * HOUR + n * 1_000, allowed_ms: 6 * HOUR }));
    const found = backtest(past, 0.1);
    expect(found).toMatchObject({ cases: 200, missed: 100, precision: 1, recall: 1 });
    expect(found.brier).toBeLessThan(0.001);
    expect(found.brier_of_share).toBeCloseTo(0.25, 5);
  });

  it('looks only at what was still open then', () => {
    expect(
      backtest(
        handled.map((each) => ({ ...each, allowed_ms: 8 * HOUR })),
        0.5,
      ),
    ).toMatchObject({ cases: 6, missed: 2 });
    expect(backtest([], 0.5)).toMatchObject({ cases: 0, precision: null, recall: null, brier: 0 });
  });
});
