// Topics `due` and `elapsed`: a target on a clock in service hours, and how much of a span counts.
import { workingMs } from '../../calculus/calendar.ts';
import { breachesAt, type ClockFact, type ClockTerms, foldClock, observe, reading } from '../../calculus/clock.ts';
import { refuse } from '../../kernel/refusal.ts';
import { calendar, inOrder } from './calendar-shape.ts';
import * as out from './outputs.ts';
import { checked, described, list, type Of, object, optional, variants, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, duration, durationText, instant, instantText } from './values.ts';

/** Laying out another calendar takes milliseconds. */
const MOST_CALENDARS = 5;

const simple = (event: 'pause' | 'resume' | 'stop' | 'cancel' | 'reopen') => object({ event: choice([event]), at: instant });
const event = variants('event', {
  pause: simple('pause'),
  resume: simple('resume'),
  stop: simple('stop'),
  cancel: simple('cancel'),
  reopen: simple('reopen'),
  retarget: object({ event: choice(['retarget']), at: instant, target: optional(duration), calendar: optional(calendar) }),
});

const clock = checked(
  object({
    calendar,
    start: instant,
    target: described(duration, 'Working time in the calendar, ISO 8601'),
    events: optional(
      described(list(event, { most: 200 }), 'What happened since, in order; a retarget changes target, calendar or both and keeps what was used'),
    ),
    now: optional(described(instant, 'When the clock is read; the last event when left out')),
  }),
  ({ start, events = [], now }) => {
    const times = [start, ...events.map((each) => each.at)];
    const early = events.findIndex((each, i) => each.at < (times[i] ?? 0));
    if (early >= 0) return wrong('value.not_later', `events[${early}].at`, { than: early === 0 ? 'start' : `events[${early - 1}].at` });
    if (events.filter((each) => each.event === 'retarget' && each.calendar !== undefined).length > MOST_CALENDARS) {
      return wrong('value.too_many', 'events', { most: `${MOST_CALENDARS} calendars` });
    }
    return now !== undefined && now < (times.at(-1) ?? 0)
      ? wrong('value.not_later', 'now', { than: events.length ? `events[${events.length - 1}].at` : 'start' })
      : null;
  },
);

/** The terms as each event leaves them: a retarget may name the target, the calendar or both. */
function factsOf({ calendar: first, start, target, events = [] }: Of<typeof clock>): { facts: ClockFact[]; terms: ClockTerms } {
  let terms: ClockTerms = { calendar: first, target_ms: target };
  const facts: ClockFact[] = [{ event: 'start', at: start }];
  for (const each of events) {
    if (each.event === 'retarget') {
      terms = { calendar: each.calendar ?? terms.calendar, target_ms: each.target ?? terms.target_ms };
      facts.push({ event: 'retarget', at: each.at, terms });
    } else facts.push(each);
  }
  return { facts, terms };
}

export const due = topic({
  name: 'due',
  about: 'When a target is due in service hours, and how a clock stands after pauses, resumption, stopping, reopening and changes of its terms.',
  input: clock,
  output: out.object({
    phase: out.choice(['idle', 'running', 'paused', 'met', 'missed', 'cancelled']),
    due: out.means(out.orNull(out.instant), 'The last moment that is in time; null while paused'),
    late_from: out.means(
      out.orNull(out.instant),
      'The first moment at which it is late if nothing happens: a due moment at closing time is passed only when the next day opens',
    ),
    breached_at: out.orNull(out.instant),
    used: out.duration,
    left: out.duration,
    paused: out.duration,
    used_share: out.means(out.orNull({ type: 'number', minimum: 0 }), 'Of the target; null when the target is nothing'),
    overdue: out.flag,
    outside_hours: out.flag,
    resumes_at: out.orNull(out.instant),
  }),
  run: (input) => {
    const { facts, terms } = factsOf(input);
    const state = foldClock(facts, { calendar: input.calendar, target_ms: input.target });
    const now = Math.max(input.now ?? 0, facts.at(-1)?.at ?? 0);
    const read = reading(state, terms, now);
    if (read.phase === 'running' && read.due === null) return refuse('calculate.no_end', 'target', { field: 'target' });
    const at = (ms: number | null): string | null => (ms === null ? null : instantText(ms, terms.calendar.zone));
    return {
      phase: read.phase,
      due: at(read.due),
      late_from: at(breachesAt(observe(state, terms, now), terms)),
      breached_at: at(observe(state, terms, now).breached_at),
      used: durationText(read.used_ms),
      left: durationText(read.left_ms),
      paused: durationText(read.paused_ms),
      used_share: terms.target_ms > 0 ? read.used_ms / terms.target_ms : null,
      overdue: read.overdue,
      outside_hours: read.outside_hours,
      resumes_at: at(read.resumes_at),
    };
  },
});

const span = object({ from: instant, to: instant });

export const elapsed = topic({
  name: 'elapsed',
  about: 'How long a span took by the wall clock and in service hours, and how much of that was paused: both are reported, never mixed.',
  input: inOrder(
    object({
      calendar,
      from: instant,
      to: instant,
      pauses: optional(described(list(inOrder(span), { most: 300 }), 'May overlap and reach beyond the span; what counts is their union within it')),
    }),
  ),
  output: out.object({
    wall: out.means(out.duration, 'By the wall clock, pauses included: what the time to restore service (MTRS) is the mean of'),
    working: out.means(out.duration, 'In service hours, pauses included'),
    paused: out.means(out.duration, 'In service hours'),
    active: out.means(out.duration, 'Working less paused: the time a service level counts'),
  }),
  run: ({ calendar: hours, from, to, pauses = [] }) => {
    const working = workingMs(hours, from, to);
    const paused = union(pauses, from, to).reduce((sum, each) => sum + workingMs(hours, each.from, each.to), 0);
    return { wall: durationText(to - from), working: durationText(working), paused: durationText(paused), active: durationText(working - paused) };
  },
});

type Span = Of<typeof span>;

function union(spans: readonly Span[], from: number, to: number): Span[] {
  const found: { from: number; to: number }[] = [];
  const clipped = spans.map((each) => ({ from: Math.max(from, each.from), to: Math.min(to, each.to) })).filter((each) => each.from < each.to);
  for (const each of clipped.sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last !== undefined && each.from <= last.to) last.to = Math.max(last.to, each.to);
    else found.push({ ...each });
  }
  return found;
}
