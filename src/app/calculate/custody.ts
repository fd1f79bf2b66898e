// Topics `ledger` and `handover`: whose time every moment was, and whether a receiver's promise fits in what is left.
import { roundTheClock } from '../../calculus/calendar.ts';
import { handoverFit, honestTime } from '../../calculus/handover.ts';
import { ledger as ledgerOf, type Time } from '../../calculus/ledger.ts';
import { calendar, someCalendar } from './calendar-shape.ts';
import * as out from './outputs.ts';
import { checked, described, list, object, optional, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { duration, durationText, flag, instant, instantText, name } from './values.ts';

const mark = object({
  at: instant,
  party: name,
  team: optional(name),
  person: optional(name),
  reason: described(name, '"working", "handover" while a receiver has not answered, or why it waits'),
  on_behalf: optional(described(name, 'The party that is waited on: its time it is')),
  receiver: optional(described(name, 'Who is asked to take it over and has not answered yet')),
});

const time = { wall: out.duration, working: out.duration };

export const ledger = topic({
  name: 'ledger',
  about: 'Whose time every moment of a case was: the parts sum to the whole, by the wall clock and in service hours.',
  input: checked(
    object({
      marks: described(list(mark, { least: 1, most: 500 }), 'From each moment on the work is with this party for this reason'),
      until: described(instant, 'When the case ended, or now'),
      calendar: someCalendar,
    }),
    ({ marks, until }) => {
      const late = marks.findIndex((each) => each.at > until);
      return late >= 0 ? wrong('value.not_later', 'until', { than: `marks[${late}].at` }) : null;
    },
  ),
  output: out.object({
    intervals: out.list(
      out.object({
        from: out.instant,
        to: out.instant,
        party: out.means(out.text, 'Whose time it is'),
        custodian: out.means(out.text, 'Who had the work'),
        team: out.orNull(out.text),
        person: out.orNull(out.text),
        reason: out.text,
        receiver: out.orNull(out.text),
        ...time,
      }),
    ),
    total: out.object(time),
    by_party: out.list(out.object({ party: out.text, ...time })),
    by_team: out.list(out.object({ party: out.text, team: out.orNull(out.text), ...time })),
    by_reason: out.list(out.object({ party: out.text, reason: out.text, ...time })),
    reassignments: out.means(out.count, 'Changes of team after the first assignment: A, B, A is 2'),
    ping_pong: out.means(out.count, 'Returns to a team that had it before: A, B, A is 1'),
    bounces: out.means(out.count, 'Changes of party'),
    returns: out.means(out.count, 'Ping-pong within one party'),
    handover: out.means(out.object(time), "Time of handing over, which is part of its party's"),
  }),
  run: ({ marks, until, calendar: hours = roundTheClock }) => {
    const known = marks.map((each) => ({
      ...each,
      team: each.team ?? null,
      person: each.person ?? null,
      on_behalf: each.on_behalf ?? null,
      receiver: each.receiver ?? null,
    }));
    const found = ledgerOf({ marks: known, end: until, now: until, calendar: hours });
    const at = (ms: number): string => instantText(ms, hours.zone);
    return {
      intervals: found.intervals.map(({ from, to, ...each }) => ({ from: at(from), to: at(to), ...timed(each) })),
      total: timed(found.total),
      by_party: found.by_party.map(timed),
      by_team: found.by_team.map(timed),
      by_reason: found.by_reason.map(timed),
      reassignments: found.reassignments,
      ping_pong: found.ping_pong,
      bounces: found.bounces,
      returns: found.returns,
      handover: timed(found.handover),
    };
  },
});

function timed<T extends Time>({ wall_ms, working_ms, ...rest }: T) {
  return { ...rest, wall: durationText(wall_ms), working: durationText(working_ms) };
}

export const handover = topic({
  name: 'handover',
  about: "Whether what a receiver promised still fits in what is left of the customer's promise, and by how much not.",
  input: object({
    now: instant,
    customer: object({
      left: described(duration, "What is left on the customer's clock, in its hours"),
      calendar,
      paused: optional(described(flag, 'Its clock waits now; reckoned as if it went on at once')),
    }),
    receiver: object({
      accept: optional(described(duration, 'Promised time to accept, in its hours')),
      repair: optional(described(duration, 'Promised time for the work itself, in its hours; nothing was promised when left out')),
      calendar,
    }),
    handover: optional(described(duration, "What handing over takes, in the customer's hours")),
  }),
  output: out.object({
    verdict: out.choice(['fits', 'short', 'late', 'no_promise', 'never']),
    fits: out.flag,
    short: out.means(out.orNull(out.duration), "How much is missing on the customer's clock"),
    spare: out.means(out.orNull(out.duration), "How much is left over on the customer's clock"),
    accepts_at: out.means(out.orNull(out.instant), 'The latest that the promise allows'),
    finishes_at: out.means(out.orNull(out.instant), 'The latest that the promise allows'),
    due_at: out.means(out.orNull(out.instant), "When the customer's clock runs out"),
    honest_at: out.means(out.orNull(out.instant), 'The first open moment at which the customer can be promised the work'),
  }),
  run: ({ now, customer, receiver, handover: takes }) => {
    const fit = handoverFit({
      now,
      customer: { left_ms: customer.left, calendar: customer.calendar, ...(customer.paused === undefined ? {} : { paused: customer.paused }) },
      receiver: { accept_ms: receiver.accept ?? null, repair_ms: receiver.repair ?? null, calendar: receiver.calendar },
      handover_ms: takes ?? 0,
    });
    const at = (ms: number | null): string | null => (ms === null ? null : instantText(ms, customer.calendar.zone));
    const long = (ms: number | null): string | null => (ms === null ? null : durationText(ms));
    return {
      verdict: fit.verdict,
      fits: fit.fits,
      short: long(fit.short_ms),
      spare: long(fit.spare_ms),
      accepts_at: at(fit.accepts_at),
      finishes_at: at(fit.finishes_at),
      due_at: at(fit.due_at),
      honest_at: at(honestTime(fit, customer.calendar)),
    };
  },
});
