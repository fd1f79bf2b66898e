// Laws of the clock: whatever happens to it and however often it is looked at, its parts add up.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, DAY, HOUR, MINUTE } from '../../test/calendars.ts';
import { addWorking, openHours, workingMs } from './calendar.ts';
import type { ClockEvent, ClockFact, ClockPhase, ClockTerms } from './clock.ts';
import { breachesAt, foldClock, idle, mark, observe, reading, retarget } from './clock.ts';

const begin = Date.UTC(2026, 2, 24);
const terms: fc.Arbitrary<ClockTerms> = fc.record({ target_ms: fc.oneof(fc.integer({ min: 0, max: 5 * DAY }), fc.constant(0)), calendar: anyCalendar() });
const anyEvent = fc.constantFrom<ClockEvent>('start', 'pause', 'resume', 'stop', 'cancel', 'reopen');
const likelyEvent = fc.constantFrom<ClockEvent>('start', 'pause', 'resume', 'pause', 'resume', 'stop', 'reopen');
const gap = fc.oneof(fc.nat(3 * HOUR), fc.nat(3 * DAY), fc.constant(0));

/** Events at rising instants around the change of 29 March 2026, the first of them usually a start. */
const story: fc.Arbitrary<{ event: ClockEvent; at: number }[]> = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constant<ClockEvent>('start') }, anyEvent),
    fc.array(fc.tuple(gap, fc.oneof(likelyEvent, anyEvent)), { maxLength: 9 }),
  )
  .map(([first, rest]) => {
    const facts = [{ event: first, at: begin }];
    for (const [wait, event] of rest) facts.push({ event, at: (facts.at(-1)?.at ?? begin) + wait });
    return facts;
  });

describe('laws', () => {
  it('adds up: used + paused + out of hours + solved is the life of the clock', () => {
    fc.assert(
      fc.property(story, terms, gap, (facts, clockTerms, rest) => {
        const end = (facts.at(-1)?.at ?? begin) + rest;
        const { parts, started, stopped } = retold(facts, end);
        const state = observe(foldClock(facts, clockTerms), clockTerms, end);
        const sum = (phase: ClockPhase) => parts.filter((p) => p.phase === phase).reduce((s, p) => s + workingMs(clockTerms.calendar, p.from, p.to), 0);
        expect(state.used_ms).toBe(sum('running'));
        expect(state.paused_ms).toBe(sum('paused'));
        const closed = parts.filter((p) => p.phase !== 'met').reduce((s, p) => s + closedTime(clockTerms, p.from, p.to), 0);
        const solved = parts.filter((p) => p.phase === 'met').reduce((s, p) => s + p.to - p.from, 0);
        if (started !== null) expect(state.used_ms + state.paused_ms + closed + solved).toBe((stopped ?? end) - started);
      }),
      { numRuns: 500 },
    );
  });

  it('is right on every path of its states', () => {
    const seen = new Set<ClockPhase>();
    fc.assert(
      fc.property(story, terms, (facts, clockTerms) => {
        let before = idle();
        for (const { event, at } of facts) {
          const after = mark(before, clockTerms, event, at);
          seen.add(after.phase);
          expect(after.used_ms).toBeGreaterThanOrEqual(before.used_ms);
          expect(after.paused_ms).toBeGreaterThanOrEqual(before.paused_ms);
          expect(after.breached_at !== null).toBe(after.used_ms > clockTerms.target_ms);
          if (after.phase === 'met' || after.phase === 'missed') expect(after.phase === 'met').toBe(after.used_ms <= clockTerms.target_ms);
          expect(after.stopped_at === null).toBe(!['met', 'missed', 'cancelled'].includes(after.phase));
          if (after.phase === 'paused' || after.phase === 'idle') expect(after.due).toBeNull();
          expect(JSON.parse(JSON.stringify(after))).toEqual(after);
          before = after;
        }
      }),
      { numRuns: 500 },
    );
    expect([...seen].sort()).toEqual(['cancelled', 'idle', 'met', 'missed', 'paused', 'running']);
  });

  it('does not care how often it is looked at in between', () => {
    fc.assert(
      fc.property(story, terms, fc.array(fc.nat(20 * DAY), { maxLength: 20 }), (facts, clockTerms, looks) => {
        let looked = idle();
        for (const [i, { event, at }] of facts.entries()) {
          const previous = facts[i - 1]?.at ?? begin;
          const times = looks.map((look) => begin + look).filter((look) => look > previous && look < at);
          for (const time of times.sort((a, b) => a - b)) looked = observe(looked, clockTerms, time);
          looked = mark(looked, clockTerms, event, at);
        }
        const end = facts.at(-1)?.at ?? begin;
        expect(observe(looked, clockTerms, end)).toEqual(observe(foldClock(facts, clockTerms), clockTerms, end));
      }),
      { numRuns: 500 },
    );
  });

  it('reads monotonously, and used + left is the target at each moment', () => {
    fc.assert(
      fc.property(story, terms, fc.nat(10 * DAY), fc.nat(10 * DAY), (facts, clockTerms, sooner, later) => {
        const state = foldClock(facts, clockTerms);
        const end = facts.at(-1)?.at ?? begin;
        const first = reading(state, clockTerms, end + sooner);
        const second = reading(state, clockTerms, end + sooner + later);
        for (const each of [first, second]) expect(each.used_ms + each.left_ms).toBe(clockTerms.target_ms);
        expect(second.used_ms).toBeGreaterThanOrEqual(first.used_ms);
        expect(second.paused_ms).toBeGreaterThanOrEqual(first.paused_ms);
        expect(second.overdue || !first.overdue).toBe(true);
      }),
    );
  });

  it('is due when nothing is left, and late from the first working millisecond after', () => {
    fc.assert(
      fc.property(story, terms, (facts, clockTerms) => {
        const state = foldClock([...facts, { event: 'resume', at: facts.at(-1)?.at ?? begin }], clockTerms);
        const late = breachesAt(state, clockTerms);
        if (state.due !== null && late !== null) {
          expect(reading(state, clockTerms, state.due)).toMatchObject({ left_ms: 0, overdue: false, share: 1000 });
          expect(reading(state, clockTerms, late - 1).overdue).toBe(false);
          expect(reading(state, clockTerms, late).overdue).toBe(true);
          expect(observe(state, clockTerms, late).breached_at).toBe(state.due);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('keeps consumed and paused time through any change of terms, and comes back to the same due moment', () => {
    fc.assert(
      fc.property(story, terms, terms, gap, (facts, one, other, wait) => {
        const at = (facts.at(-1)?.at ?? begin) + wait;
        const state = observe(foldClock(facts, one), one, at);
        const there = retarget(state, one, other, at);
        expect([there.used_ms, there.paused_ms, there.phase, there.started_at]).toEqual([state.used_ms, state.paused_ms, state.phase, state.started_at]);
        const back = retarget(there, other, one, at);
        if (state.used_ms < one.target_ms) expect(back).toEqual(state);
        else expect([back.used_ms, back.paused_ms, back.phase]).toEqual([state.used_ms, state.paused_ms, state.phase]);
      }),
      { numRuns: 300 },
    );
  });

  it('never runs backwards when facts arrive out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyEvent, fc.nat(3 * DAY)), { maxLength: 8 }), terms, (events, clockTerms) => {
        const facts: ClockFact[] = [{ event: 'start', at: begin }, ...events.map(([event, shift]) => ({ event, at: begin + shift - DAY }))];
        let latest = begin;
        for (const [i, { at }] of facts.entries()) {
          latest = Math.max(latest, at);
          const state = foldClock(facts.slice(0, i + 1), clockTerms);
          expect(state.since).toBeGreaterThanOrEqual(begin);
          expect(state.stopped_at ?? begin).toBeGreaterThanOrEqual(begin);
          expect(state.used_ms + state.paused_ms).toBeLessThanOrEqual(latest - begin);
        }
      }),
    );
  });
});

describe('readings', () => {
  const office: ClockTerms = {
    target_ms: 8 * HOUR,
    calendar: { id: 'o', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] },
  };
  const monday = (hour: number, minute = 0) => Date.UTC(2026, 5, 1, hour - 2, minute);

  it('says when it is outside hours and when it goes on', () => {
    const state = foldClock([{ event: 'start', at: monday(16) }], office);
    expect(reading(state, office, monday(16, 30))).toMatchObject({ outside_hours: false, resumes_at: null, used_ms: 30 * MINUTE, share: 62 });
    expect(reading(state, office, monday(20))).toMatchObject({ outside_hours: true, resumes_at: monday(24 + 8), used_ms: HOUR, due: monday(24 + 15) });
    expect(reading(foldClock([], office), office, monday(20))).toMatchObject({ phase: 'idle', outside_hours: false, share: 0 });
  });

  it('does not know when a paused clock goes on, and what a clock stopped from a pause ran towards', () => {
    const paused = foldClock(
      [
        { event: 'start', at: monday(9) },
        { event: 'pause', at: monday(10) },
      ],
      office,
    );
    expect(reading(paused, office, monday(20))).toMatchObject({ outside_hours: true, resumes_at: null });
    expect(mark(paused, office, 'stop', monday(12))).toMatchObject({ phase: 'met', due: monday(24 + 10) });
  });

  it('CH4: eight hours from 16:00 are due the next service day at 15:00', () => {
    expect(foldClock([{ event: 'start', at: monday(16) }], office).due).toBe(monday(24 + 15));
    expect(foldClock([{ event: 'start', at: monday(4 * 24 + 16) }], office).due).toBe(monday(7 * 24 + 15));
  });

  it('CH5: thirty minutes from 10:00 are met by a transfer up to 10:30', () => {
    const ola = { ...office, target_ms: 30 * MINUTE };
    const stoppedAt = (at: number) =>
      foldClock(
        [
          { event: 'start', at: monday(10) },
          { event: 'stop', at },
        ],
        ola,
      );
    expect(stoppedAt(monday(10, 29)).phase).toBe('met');
    expect(stoppedAt(monday(10, 30)).phase).toBe('met');
    expect(stoppedAt(monday(10, 30) + 1)).toMatchObject({ phase: 'missed', breached_at: monday(10, 30) });
  });

  it('CH7: resuming moves the due moment by the working time of the pause', () => {
    const from = monday(10);
    const before = foldClock([{ event: 'start', at: from }], office);
    const facts: ClockFact[] = [
      { event: 'start', at: from },
      { event: 'pause', at: monday(16) },
      { event: 'resume', at: monday(24 + 9) },
    ];
    const after = foldClock(facts, office);
    expect(after.paused_ms).toBe(2 * HOUR);
    expect(after.due).toBe(addWorking(office.calendar, before.due ?? 0, 2 * HOUR));
  });

  it('5.27: three hours wall clock of which one waiting for the customer are two hours used', () => {
    const facts: ClockFact[] = [
      { event: 'start', at: monday(10) },
      { event: 'pause', at: monday(11) },
      { event: 'resume', at: monday(12) },
      { event: 'stop', at: monday(13) },
    ];
    expect(foldClock(facts, office)).toMatchObject({ used_ms: 2 * HOUR, paused_ms: HOUR });
  });
});

const next: Readonly<Record<string, ClockPhase>> = {
  'idle start': 'running',
  'running pause': 'paused',
  'paused resume': 'running',
  'running stop': 'met',
  'paused stop': 'met',
  'met reopen': 'running',
  'running cancel': 'cancelled',
  'paused cancel': 'cancelled',
  'idle cancel': 'cancelled',
  'cancelled reopen': 'running',
};

type Part = { phase: ClockPhase; from: number; to: number };

/** The same story told again as a plain list of parts; 'met' and 'cancelled' stand for any stretch before a reopening. */
function retold(facts: readonly { event: ClockEvent; at: number }[], end: number): { parts: Part[]; started: number | null; stopped: number | null } {
  const parts: Part[] = [];
  let phase: ClockPhase = 'idle';
  let since = begin;
  let started: number | null = null;
  for (const { event, at } of facts) {
    const then: ClockPhase | undefined = next[`${phase} ${event}`];
    if (then === undefined) continue;
    if (then === 'running') started ??= at;
    parts.push({ phase, from: since, to: at });
    phase = then;
    since = at;
  }
  parts.push({ phase, from: since, to: end });
  const over = phase === 'met' || phase === 'cancelled';
  const lived = parts.filter(
    (part, i) => ['running', 'paused'].includes(part.phase) || (i < parts.length - 1 && begun(parts, i) && ['met', 'cancelled'].includes(part.phase)),
  );
  const told = lived.map((part) => (part.phase === 'cancelled' ? { ...part, phase: 'met' as const } : part));
  return { parts: told, started, stopped: over ? since : null };
}

/** What lies between two stretches of a clock that had begun, stopped or cancelled, is neither used nor waited. */
const begun = (parts: readonly Part[], i: number): boolean => parts.slice(0, i).some((each) => each.phase === 'running');

function closedTime({ calendar }: ClockTerms, from: number, to: number): number {
  return to - from - openHours(calendar, from, to).reduce((sum, each) => sum + each.to - each.from, 0);
}
