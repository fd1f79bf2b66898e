// The second opinion on calendars and clocks: random cases, most of them around a clock change, and a count minute by minute that shares no code with the first.
import fc from 'fast-check';
import { addWorking, type Calendar, isOpen, nextOpening, workingMs } from '../src/calculus/calendar.ts';
import { type ClockEvent, type ClockFact, foldClock, observe, reading } from '../src/calculus/clock.ts';
import { anyCalendar, DAY, HOUR, MINUTE, openAt, workingByMinutes, zones } from './calendars.ts';
import { byMinutes } from './stopwatch.ts';

export type Subject = 'calendars' | 'clocks';
/** What is different, in words with the case as JSON; null when nothing is. `open` tells that there was working time in it. */
export type Compared = { readonly zone: string; readonly open: boolean; readonly difference: string | null };

/** Runs so many cases of one seed; the same seed gives the same cases. */
export function compare(subject: Subject, { cases, seed }: { cases: number; seed: number }): Compared[] {
  const found: Compared[] = [];
  const given = { numRuns: cases, seed };
  if (subject === 'calendars')
    fc.assert(
      fc.property(anySpan(), (each) => void found.push(comparedSpan(each))),
      given,
    );
  else
    fc.assert(
      fc.property(anyLife(), (each) => void found.push(comparedLife(each))),
      given,
    );
  return found;
}

/** Instants where something odd happens in a zone: found with Intl, so that most cases meet one. */
export function clockChanges(zone: string): readonly number[] {
  const found = changes.get(zone) ?? searchChanges(zone);
  changes.set(zone, found);
  return found;
}

const changes = new Map<string, readonly number[]>();

type Span = { readonly calendar: Calendar; readonly from: number; readonly to: number; readonly part: number };

function comparedSpan({ calendar, from, to, part }: Span): Compared {
  const counted = workingByMinutes(calendar, from, to);
  const wanted = Math.floor(counted.worked * part);
  const opening = counted.worked > 0 ? counted.reached(1) : null;
  const pairs: [string, unknown, unknown][] = [
    ['working', workingMs(calendar, from, to), counted.worked],
    ['added', wanted > 0 ? addWorking(calendar, from, wanted) : null, wanted > 0 ? counted.reached(wanted) : null],
    ['opening', opening === null ? null : nextOpening(calendar, from), opening === null ? null : opening - 1],
    ['open', isOpen(calendar, from), openAt(calendar, from)],
  ];
  return { zone: calendar.zone, open: counted.worked > 0, difference: differenceOf(pairs, { calendar, from, to, part }) };
}

type Life = { readonly facts: readonly ClockFact[]; readonly target_ms: number; readonly calendar: Calendar; readonly now: number; readonly horizon: number };

function comparedLife({ facts, target_ms, calendar, now, horizon }: Life): Compared {
  const first = { target_ms, calendar };
  const terms = facts.reduce((known, each) => (each.event === 'retarget' ? each.terms : known), first);
  const state = observe(foldClock(facts, first), terms, now);
  const read = reading(state, terms, now);
  const counted = byMinutes({ facts, terms: first, now, horizon });
  const dueIs = counted.due === 'beyond' && (state.due === null || state.due > horizon) ? 'beyond' : state.due;
  const pairs: [string, unknown, unknown][] = [
    ['phase', state.phase, counted.phase],
    ['used', state.used_ms, counted.used],
    ['paused', state.paused_ms, counted.paused],
    ['left', read.left_ms, counted.left],
    ['due', dueIs, counted.due],
    ['breached', state.breached_at, counted.breached],
    ['started', state.started_at, counted.started],
    ['stopped', state.stopped_at, counted.stopped],
  ];
  return { zone: calendar.zone, open: counted.used + counted.paused > 0, difference: differenceOf(pairs, { facts, target_ms, calendar, now, horizon }) };
}

function differenceOf(pairs: readonly (readonly [string, unknown, unknown])[], of: object): string | null {
  const wrong = pairs.filter(([, said, counted]) => said !== counted);
  return wrong.length === 0
    ? null
    : `${wrong.map(([what, said, counted]) => `${what} ${String(said)}, counted ${String(counted)}`).join('; ')}: ${JSON.stringify(of)}`;
}

/** A zone and an instant in it, four times out of five just before or after a change of the clock. */
const place = fc.constantFrom(...zones).chain((zone) => {
  const near = clockChanges(zone);
  const around = near.length > 0 ? fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...near) }, anyInstant()) : anyInstant();
  return around.map((at) => ({ zone, at }));
});

/** One of two hundred spread over thirty years, at every hour of the week in turn: few enough that Intl need not be asked anew each time. */
function anyInstant(): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: 199 }).map((n) => Date.UTC(2005, 0, 1) + n * (56 * DAY + 17 * HOUR + 7 * MINUTE));
}

function anySpan(): fc.Arbitrary<Span> {
  return place.chain(({ zone, at }) =>
    fc
      .record({
        calendar: anyCalendar(at).map((calendar) => ({ ...calendar, zone })),
        from: begin(at),
        span: fc.oneof({ weight: 86, arbitrary: upTo(3 * HOUR) }, { weight: 12, arbitrary: upTo(26 * HOUR) }, { weight: 2, arbitrary: upTo(6 * DAY) }),
        part: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ calendar, from, span, part }) => ({ calendar, from, to: from + span, part })),
  );
}

function begin(at: number): fc.Arbitrary<number> {
  return fc
    .oneof(
      fc.integer({ min: -2 * HOUR, max: HOUR }),
      fc.integer({ min: -150, max: 60 }).map((n) => n * MINUTE),
    )
    .map((shift) => at + shift);
}

const gap = fc.oneof(
  { weight: 40, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => n * MINUTE) },
  { weight: 40, arbitrary: upTo(HOUR) },
  { weight: 12, arbitrary: upTo(8 * HOUR) },
  { weight: 3, arbitrary: upTo(40 * HOUR) },
  // Facts may come late and out of order.
  { weight: 5, arbitrary: upTo(HOUR).map((ms) => -ms) },
);
const target = fc.oneof(
  fc.constantFrom(0, 30 * MINUTE, HOUR, 4 * HOUR),
  fc.integer({ min: 0, max: 240 }).map((n) => n * MINUTE),
  upTo(3 * HOUR),
);
const event = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<ClockEvent>('pause', 'resume') },
  { weight: 3, arbitrary: fc.constantFrom<ClockEvent>('stop', 'reopen') },
  { weight: 1, arbitrary: fc.constantFrom<ClockEvent>('start', 'cancel') },
  { weight: 3, arbitrary: fc.constant('retarget' as const) },
);

/** Nearly always begun first; then anything in any order, with events that mean nothing in their phase among them. */
function anyLife(): fc.Arbitrary<Life> {
  return place.chain(({ zone, at }) => {
    const calendar = anyCalendar(at).map((each): Calendar => ({ ...each, zone }));
    // A priority changes the target in the same hours; another agreement has hours of its own.
    const terms = fc.record({ target_ms: target, other: fc.option(anyCalendar(at)) });
    return fc
      .record({
        calendar,
        target_ms: target,
        from: begin(at),
        begun: fc.integer({ min: 0, max: 19 }),
        steps: fc.array(fc.record({ event, gap, terms }), { maxLength: 7 }),
        after: gap,
        horizon: fc.oneof(
          { weight: 85, arbitrary: fc.constant(3 * HOUR) },
          { weight: 12, arbitrary: fc.constant(26 * HOUR) },
          { weight: 3, arbitrary: fc.constant(5 * DAY) },
        ),
      })
      .map(({ calendar: first, target_ms, from, begun, steps, after, horizon }) => {
        const facts: ClockFact[] = begun === 0 ? [] : [{ event: 'start', at: from }];
        let when = from;
        let hours = first;
        for (const step of steps) {
          when += step.gap;
          hours = step.event === 'retarget' ? (step.terms.other ?? hours) : hours;
          facts.push(
            step.event === 'retarget'
              ? { event: 'retarget', at: when, terms: { target_ms: step.terms.target_ms, calendar: hours } }
              : { event: step.event, at: when },
          );
        }
        const now = Math.max(when + after, ...facts.map((each) => each.at));
        return { facts, target_ms, calendar: first, now, horizon: now + horizon };
      });
  });
}

function upTo(span: number): fc.Arbitrary<number> {
  return fc.integer({ min: 0, max: span });
}

/** The first minute after each change of offset in three spans of years, by Intl. */
function searchChanges(zone: string): number[] {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  const offset = (at: number) => format.format(at).split(', ')[1];
  const found: number[] = [];
  for (const [first, last] of [
    [2009, 2012],
    [2017, 2019],
    [2023, 2028],
  ] as const) {
    for (let at = Date.UTC(first, 0, 1); at < Date.UTC(last, 0, 1); at += DAY) {
      if (offset(at) === offset(at + DAY)) continue;
      let [low, high] = [at, at + DAY];
      while (high - low > MINUTE) {
        const middle = Math.floor((low + high) / 2 / MINUTE) * MINUTE;
        if (offset(middle) === offset(low)) low = middle;
        else high = middle;
      }
      found.push(high);
    }
  }
  return found;
}
