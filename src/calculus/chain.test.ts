// Law 9, the promise algebra: associative, no promise is neutral, a chain never promises more than its parts; and its vectors.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { type Calendar, roundTheClock } from './calendar.ts';
import { feasible, inParallel, inSequence, type Stage, type TimePromise, timePromise } from './chain.ts';
import { feasibleAvailability } from './chain-availability.ts';
import type { ChainCode, PromiseTerms, Window } from './chain-terms.ts';
import type { Graph } from './composition.ts';

const at = Date.UTC(2026, 0, 5);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyPromise: fc.Arbitrary<TimePromise> = fc.option(
  fc.tuple(fc.nat(30 * DAY), share).map(([target, part]) => timePromise(target, part)),
  { freq: 5 },
);
const office: Calendar = { id: 'office', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };

describe('law 9', () => {
  const operations: [string, (a: TimePromise, b: TimePromise) => TimePromise][] = [
    ['in sequence', (a, b) => inSequence(a, b, 5 * MINUTE)],
    ['in parallel', inParallel],
  ];

  it('hands over once between two, and not when there is only one', () => {
    expect(inSequence(timePromise(HOUR), timePromise(2 * HOUR), 5 * MINUTE)?.target_ms).toBe(3 * HOUR + 5 * MINUTE);
    expect(inSequence(timePromise(HOUR), null, 5 * MINUTE)?.target_ms).toBe(HOUR);
  });

  it.each(operations)('%s is associative', (_, op) => {
    fc.assert(
      fc.property(anyPromise, anyPromise, anyPromise, (a, b, c) => {
        const [left, right] = [op(op(a, b), c), op(a, op(b, c))];
        expect(left?.target_ms).toBe(right?.target_ms);
        expect(left?.share ?? 1).toBeCloseTo(right?.share ?? 1, 12);
        expect(left?.independent ?? 1).toBeCloseTo(right?.independent ?? 1, 12);
      }),
    );
  });

  it.each(operations)('%s: no promise is neutral', (_, op) => {
    fc.assert(
      fc.property(anyPromise, (a) => {
        expect(op(a, null)).toEqual(a);
        expect(op(null, a)).toEqual(a);
      }),
    );
  });

  it.each(operations)('%s never promises more than any of its parts', (_, op) => {
    fc.assert(
      fc.property(anyPromise, anyPromise, (a, b) => {
        const whole = op(a, b);
        for (const part of [a, b]) {
          if (part === null || whole === null) continue;
          expect(whole.target_ms).toBeGreaterThanOrEqual(part.target_ms);
          expect(whole.share).toBeLessThanOrEqual(part.share + 1e-12);
          expect(whole.independent).toBeGreaterThanOrEqual(whole.share - 1e-12);
        }
      }),
    );
  });
});

describe('time', () => {
  const terms = (target_ms: number | null, more: Partial<PromiseTerms> = {}): PromiseTerms => ({
    metric: 'restore',
    target_ms,
    window: 'month',
    calendar: office,
    ...more,
  });
  const stage = (part: string, target_ms: number | null, more: Partial<PromiseTerms> = {}): Stage => ({ part, terms: terms(target_ms, more) });
  const codes = (reasons: readonly { code: ChainCode; part?: string }[]) => reasons.map((each) => [each.code, each.part].filter(Boolean).join(' '));

  it('leaves as slack what the stages do not take, in sequence and side by side', () => {
    const stages = [stage('desk', HOUR), stage('supplier', 4 * HOUR)];
    expect(feasible(terms(8 * HOUR), stages, { at })).toEqual({ ok: true, slack_ms: 3 * HOUR, reasons: [], notes: [] });
    expect(feasible(terms(8 * HOUR), stages, { at, parallel: true }).slack_ms).toBe(4 * HOUR);
    const handed = [stages[0] ?? stage('', 0), { ...stage('supplier', 4 * HOUR), handover_ms: 30 * MINUTE }];
    expect(feasible(terms(8 * HOUR), handed, { at }).slack_ms).toBe(2.5 * HOUR);
    expect(feasible(terms(5 * HOUR), stages, { at })).toMatchObject({ ok: true, slack_ms: 0 });
    expect(feasible(terms(5 * HOUR - 1), stages, { at })).toMatchObject({ ok: false, slack_ms: -1, reasons: [{ code: 'chain.time_exceeded' }] });
  });

  it('CH1: stages kept in 95 % and 98 % are together sure of 93 %, and 93.1 % only if independent', () => {
    const stages = [stage('a', HOUR, { share: 0.95 }), stage('b', HOUR, { share: 0.98 })];
    const whole = inSequence(timePromise(HOUR, 0.95), timePromise(HOUR, 0.98));
    expect(whole?.share).toBeCloseTo(0.93, 12);
    expect(whole?.independent).toBeCloseTo(0.931, 12);
    expect(feasible(terms(8 * HOUR, { share: 0.93 }), stages, { at }).ok).toBe(true);
    expect(codes(feasible(terms(8 * HOUR, { share: 0.931 }), stages, { at }).reasons)).toEqual(['chain.only_if_independent']);
    expect(codes(feasible(terms(8 * HOUR, { share: 0.932 }), stages, { at }).reasons)).toEqual(['chain.share_too_low']);
    expect(codes(feasible(terms(8 * HOUR), stages, { at }).reasons)).toEqual(['chain.share_too_low']);
  });

  it('adds the wait for a supplier who is closed while the promise runs', () => {
    const around = terms(48 * HOUR, { calendar: roundTheClock });
    const found = feasible(around, [stage('supplier', 4 * HOUR)], { at });
    expect(found).toMatchObject({ ok: false, slack_ms: 48 * HOUR - 67 * HOUR });
    expect(codes(found.reasons)).toEqual(['chain.time_exceeded', 'chain.hours_not_covered supplier']);
    const enough = feasible({ ...around, target_ms: 67 * HOUR }, [stage('supplier', 4 * HOUR)], { at });
    expect(enough).toEqual({ ok: true, slack_ms: 0, reasons: [], notes: [{ code: 'chain.hours_not_covered', part: 'supplier' }] });
  });

  it('does not let a quarterly promise back a monthly one of the same percentage', () => {
    const quarterly = [stage('supplier', HOUR, { share: 0.95, window: 'quarter' })];
    expect(codes(feasible(terms(8 * HOUR, { share: 0.95 }), quarterly, { at }).reasons)).toEqual(['chain.window_too_long supplier']);
    expect(feasible(terms(8 * HOUR, { share: 0.85 }), quarterly, { at }).ok).toBe(true);
    expect(feasible(terms(8 * HOUR, { share: 0.95, window: 'year' }), quarterly, { at }).ok).toBe(true);
    expect(codes(feasible(terms(8 * HOUR, { share: 0.96 }), quarterly, { at }).reasons)).toEqual(['chain.share_too_low', 'chain.window_too_long supplier']);
  });

  it('names the stage that promises nothing or never opens', () => {
    expect(feasible(terms(8 * HOUR), [stage('a', HOUR), stage('b', null)], { at })).toEqual({
      ok: false,
      slack_ms: null,
      reasons: [{ code: 'chain.no_promise', part: 'b' }],
      notes: [],
    });
    const never = stage('a', HOUR, { calendar: { ...office, week: [] } });
    expect(feasible(terms(8 * HOUR), [never], { at }).reasons).toEqual([{ code: 'chain.never_open', part: 'a' }]);
    expect(feasible(terms(8 * HOUR), [], { at })).toMatchObject({ ok: true, slack_ms: 8 * HOUR });
    expect(feasible(terms(null), [stage('a', HOUR)], { at })).toMatchObject({ ok: true, slack_ms: null });
  });

  it('is never made infeasible by a tighter promise beneath, nor feasible by a looser one', () => {
    const anyWindow = fc.constantFrom<Window>('month', 'quarter', 'year');
    const anyCalendar = fc.constantFrom(office, roundTheClock, { ...office, id: 'late', week: [{ days: [1, 2, 3, 4, 5, 6], from: '12:00', to: '20:00' }] });
    const anyTerms = fc.record({
      metric: fc.constant('restore'),
      target_ms: fc.integer({ min: 1, max: 40 }).map((n) => n * HOUR),
      share: share,
      window: anyWindow,
      calendar: anyCalendar,
    });
    fc.assert(
      fc.property(anyTerms, fc.array(anyTerms, { minLength: 1, maxLength: 2 }), fc.boolean(), fc.nat(39), share, (parent, beneath, parallel, less, better) => {
        const stages = beneath.map((each, i) => ({ part: `${i}`, terms: each }));
        const first = stages[0] ?? { part: '0', terms: parent };
        const target_ms = Math.max(HOUR, first.terms.target_ms - less * HOUR);
        const tighter = [{ part: '0', terms: { ...first.terms, target_ms, share: Math.max(first.terms.share, better) } }, ...stages.slice(1)];
        const [before, after] = [feasible(parent, stages, { at, parallel }), feasible(parent, tighter, { at, parallel })];
        expect(after.ok || !before.ok).toBe(true);
        expect(after.slack_ms ?? 0).toBeGreaterThanOrEqual(before.slack_ms ?? 0);
        expect(before.ok).toBe(before.reasons.length === 0);
      }),
      { numRuns: 30 },
    );
  });
});

describe('availability', () => {
  const terms = (availability: number | null, more: Partial<PromiseTerms> = {}): PromiseTerms => ({
    metric: 'availability',
    availability,
    window: 'month',
    ...more,
  });
  const stage = (part: string, availability: number | null, more: Partial<PromiseTerms> = {}): Stage => ({ part, terms: terms(availability, more) });

  it('multiplies what is all needed and leaves the difference as slack in downtime', () => {
    const stages = [stage('a', 0.999), stage('b', 0.999)];
    const found = feasible(terms(0.998), stages, { at });
    expect(found).toMatchObject({ ok: true, reasons: [], notes: [] });
    expect(found.slack_ms).toBe(Math.round((0.999 ** 2 - 0.998) * 30 * DAY));
    expect(feasible(terms(0.999), stages, { at })).toMatchObject({ ok: false, reasons: [{ code: 'chain.availability_too_low' }] });
  });

  it('says when an answer rests on parts failing independently: redundancy always does', () => {
    expect(feasible(terms(0.9999), [stage('a', 0.99), stage('b', 0.99)], { at, parallel: true })).toMatchObject({
      ok: true,
      notes: [{ code: 'chain.only_if_independent' }],
    });
    expect(feasible(terms(0.9980005), [stage('a', 0.999), stage('b', 0.999)], { at }).notes).toEqual([{ code: 'chain.only_if_independent' }]);
  });

  it('AV16: 99.9 % per quarter is 129.6 minutes in one month and cannot back 99.9 % per month', () => {
    const found = feasible(terms(0.999), [stage('host', 0.999, { window: 'quarter' })], { at });
    expect(found).toMatchObject({ ok: false, reasons: [{ code: 'chain.availability_too_low' }, { code: 'chain.window_too_long', part: 'host' }] });
    expect(found.slack_ms).toBe(Math.round(-(129.6 - 43.2) * MINUTE));
    expect(feasible(terms(0.997), [stage('host', 0.999, { window: 'quarter' })], { at })).toMatchObject({
      ok: true,
      notes: [{ code: 'chain.window_too_long', part: 'host' }],
    });
  });

  it('counts hours that are not promised at all as lost', () => {
    const half = { ...roundTheClock, week: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '12:00' }] };
    const found = feasible(terms(0.5), [stage('host', 1, { calendar: half })], { at });
    expect(found).toMatchObject({ ok: true, notes: [{ code: 'chain.hours_not_covered', part: 'host' }] });
    expect(found.slack_ms).toBe(0);
    expect(feasible(terms(0.51), [stage('host', 1, { calendar: half })], { at }).ok).toBe(false);
    expect(feasible(terms(0.51, { calendar: half }), [stage('host', 1, { calendar: half })], { at }).ok).toBe(true);
  });

  it('names leaves without a promise, and is still sure when they do not matter', () => {
    const graph: Graph = { mail: { any: [{ part: 'a' }, { part: 'b' }] } };
    const found = feasibleAvailability(terms(0.99), { root: 'mail', graph, promised: { a: terms(0.995) }, at });
    expect(found).toMatchObject({ ok: true, slack_ms: null, notes: [{ code: 'chain.no_promise', part: 'b' }], computed: { low: 0.995, high: 1 } });
    expect(feasibleAvailability(terms(0.999), { root: 'mail', graph, promised: { a: terms(0.995) }, at })).toMatchObject({
      ok: false,
      slack_ms: null,
      tighten: [],
    });
  });

  it('counts a shared part once', () => {
    const graph: Graph = {
      s: { all: [{ part: 'x' }, { part: 'y' }] },
      x: { all: [{ part: 'a' }, { part: 'net' }] },
      y: { all: [{ part: 'b' }, { part: 'net' }] },
    };
    const promised = { a: terms(0.999), b: terms(0.999), net: terms(0.99) };
    expect(feasibleAvailability(terms(0.988), { root: 's', graph, promised, at })).toMatchObject({ ok: true });
  });

  it('lists the smallest single step that would do, and it does', () => {
    const graph: Graph = { s: { all: [{ part: 'net' }, { any: [{ part: 'a' }, { part: 'b' }] }] } };
    const anyPart = fc.record({ availability: fc.double({ min: 0.8, max: 0.999, noNaN: true }), window: fc.constantFrom<Window>('month', 'quarter') });
    let offered = 0;
    fc.assert(
      fc.property(anyPart, anyPart, anyPart, fc.double({ min: 0.9, max: 0.999, noNaN: true }), (net, a, b, wanted) => {
        const promised = { net: terms(net.availability, net), a: terms(a.availability, a), b: terms(b.availability, b) };
        const found = feasibleAvailability(terms(wanted), { root: 's', graph, promised, at });
        if (found.ok) expect(found.tighten).toEqual([]);
        const steps = found.tighten.map((each) => each.availability - (promised[each.part as 'a']?.availability ?? 0));
        expect(steps).toEqual([...steps].sort((x, y) => x - y));
        for (const each of found.tighten) {
          offered++;
          const changed = (availability: number) =>
            feasibleAvailability(terms(wanted), {
              root: 's',
              graph,
              promised: { ...promised, [each.part]: { ...promised[each.part as 'a'], availability } },
              at,
            });
          expect(changed(Math.min(1, each.availability + 1e-9)).ok).toBe(true);
          expect(changed(each.availability - 1e-6).ok).toBe(false);
        }
      }),
    );
    expect(offered).toBeGreaterThan(20);
  });
});
