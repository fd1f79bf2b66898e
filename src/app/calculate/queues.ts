// Topics `erlang` and `budget`: how many people a load needs, and how fast an error budget is being spent.
import { erlangB, erlangC, meanWait, occupancy, offeredLoad, priorityWaits, queue, rostered, serversFor, serviceLevel } from '../../calculus/erlang.ts';
import { budgetSpent, fires, standardAlerts } from '../../calculus/error-budget.ts';
import { downtimeBudget } from '../../calculus/outages.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import * as out from './outputs.ts';
import { checked, described, list, type Of, object, optional, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, duration, durationText, name, number, share, shareBelowOne, someDuration, whole } from './values.ts';

const HOUR_MS = 3_600_000;
const MOST_LOAD = 10_000;

const classes = checked(list(object({ name, share: described(share, 'Of the arrivals') }), { least: 1, most: 20 }), (given, at) => {
  const sum = given.reduce((total, each) => total + each.share, 0);
  return Math.abs(sum - 1) > 1e-6 ? wrong('calculate.shares', at, { sum: Number(sum.toPrecision(6)) }) : null;
});

const line = checked(
  object({
    arrivals_per_hour: number({ low: 0, high: 10_000_000, above: true }),
    handling: described(someDuration, 'Mean handling time'),
    agents: optional(described(whole({ low: 1, high: 20_000 }), 'How it is with so many')),
    wanted: optional(described(object({ share: shareBelowOne, within: duration }), 'How many agents are needed for this share to be answered within so long')),
    shrinkage: optional(described(shareBelowOne, 'Share of paid time that is absence')),
    classes: optional(described(classes, 'First served first, work that has begun is finished')),
  }),
  (given) => {
    if (given.agents === undefined && given.wanted === undefined) return wrong('field.required', 'agents');
    if (given.classes !== undefined && given.agents === undefined) return wrong('field.required', 'agents');
    const load = loadOf(given);
    return load > MOST_LOAD
      ? wrong('value.out_of_range', 'arrivals_per_hour', { low: 0, high: Math.floor((given.arrivals_per_hour * MOST_LOAD) / load) })
      : null;
  },
);

type Line = Of<typeof line>;

function loadOf({ arrivals_per_hour, handling }: Pick<Line, 'arrivals_per_hour' | 'handling'>): number {
  return offeredLoad(arrivals_per_hour / HOUR_MS, handling);
}

const figures = {
  agents: out.count,
  wait_probability: out.means(out.share, 'Erlang C'),
  mean_wait: out.means(out.duration, 'Average speed of answer, over all'),
  occupancy: out.share,
  answered_within: out.means(out.orNull(out.share), 'Share answered within the time that is wanted'),
  rostered: out.means(out.count, 'To have so many there, with shrinkage'),
};

export const erlang = topic({
  name: 'erlang',
  about: 'Waiting for agents: Erlang B and C, speed of answer, service level, occupancy, agents needed, shrinkage, and waits by priority (M/M/c).',
  input: line,
  output: out.object({
    load: out.means(out.figure, 'Offered load in erlang'),
    given: out.orNull(
      out.object({
        ...figures,
        blocked: out.means(out.share, 'Erlang B: lost if nobody could wait'),
        idle: out.means(out.share, 'Nobody there'),
        queue_length: out.figure,
        in_system: out.figure,
        stay: out.means(out.duration, 'Waiting and handling'),
        classes: out.list(out.object({ name: out.text, mean_wait: out.orNull(out.duration) })),
      }),
    ),
    needed: out.orNull(out.object(figures)),
  }),
  run: (input) => {
    const load = loadOf(input);
    const given = input.agents === undefined ? null : withAgents(input, input.agents);
    if (given !== null && 'refused' in given) return given as Refusal;
    const { wanted } = input;
    const needed = wanted === undefined ? null : figuresOf(input, serversFor(load, wanted.share, { handling: input.handling, within: wanted.within }));
    return { load, given, needed };
  },
});

function figuresOf(input: Line, agents: number) {
  const load = loadOf(input);
  const { handling, wanted } = input;
  return {
    agents,
    wait_probability: erlangC(agents, load),
    mean_wait: durationText(meanWait(agents, load, handling)),
    occupancy: occupancy(agents, load),
    answered_within: wanted === undefined ? null : serviceLevel(agents, load, { handling, within: wanted.within }),
    rostered: rostered(agents, input.shrinkage ?? 0),
  };
}

function withAgents(input: Line, agents: number) {
  const load = loadOf(input);
  const found = queue({ arrivals: input.arrivals_per_hour / HOUR_MS, handling: input.handling, servers: agents });
  if (found === null) return refuse('calculate.overloaded', 'agents', { field: 'agents', load: Number(load.toPrecision(6)), least: Math.floor(load) + 1 });
  const each = (input.classes ?? []).map((one) => (one.share * input.arrivals_per_hour) / HOUR_MS);
  const waits = priorityWaits(each, { handling: input.handling, servers: agents });
  return {
    ...figuresOf(input, agents),
    blocked: erlangB(agents, load),
    idle: found.idle,
    queue_length: found.queue_length,
    in_system: found.in_system,
    stay: durationText(found.stay),
    classes: (input.classes ?? []).map((one, i) => ({ name: one.name, mean_wait: waits[i] === null ? null : durationText(waits[i] ?? 0) })),
  };
}

const alert = object({
  severity: choice(['page', 'ticket']),
  long: someDuration,
  short: someDuration,
  factor: described(number({ low: 0, high: 1_000_000, above: true }), 'Both windows must burn faster than this'),
});

export const budget = topic({
  name: 'budget',
  about: 'Error budgets: what may fail, how fast windows burn it, when it is gone, and which multi-window alarms fire.',
  input: object({
    target: described(shareBelowOne, 'The service level objective, such as 0.999'),
    period: described(someDuration, 'What the target is judged over, such as P30D'),
    observed: optional(list(object({ window: someDuration, error_share: described(share, 'Failed of all that was asked') }), { most: 100 })),
    alerts: optional(described(list(alert, { most: 50 }), 'The usual four pairs when left out: 1 h and 5 min, 6 h and 30 min, 1 d and 2 h, 3 d and 6 h')),
  }),
  output: out.object({
    share: out.means(out.share, 'What may fail'),
    downtime: out.means(out.duration, 'The budget as time of the period'),
    observed: out.list(
      out.object({
        window: out.duration,
        burn: out.means({ type: 'number', minimum: 0 }, '1 lasts exactly the period'),
        spent: out.means({ type: 'number', minimum: 0 }, 'Share of the budget that this window spent'),
        exhausted_after: out.means(out.orNull(out.duration), 'Of burning like this from a full budget'),
      }),
    ),
    alerts: out.list(
      out.object({
        severity: out.choice(['page', 'ticket']),
        long: out.duration,
        short: out.duration,
        factor: out.figure,
        fires: out.means(out.orNull(out.flag), 'Null when one of its windows was not observed'),
      }),
    ),
  }),
  run: ({ target, period, observed = [], alerts }) => {
    const seen = observed.map((each) => ({ window_ms: each.window, error_share: each.error_share }));
    const pairs = alerts?.map(({ severity, long, short, factor }) => ({ severity, long_ms: long, short_ms: short, factor })) ?? standardAlerts(period);
    return {
      share: 1 - target,
      downtime: durationText(downtimeBudget(target, period)),
      observed: seen.map((each) => {
        const { burn, spent, exhausted_after_ms } = budgetSpent(target, period, each);
        return { window: durationText(each.window_ms), burn, spent, exhausted_after: exhausted_after_ms === null ? null : durationText(exhausted_after_ms) };
      }),
      alerts: pairs.map((each) => ({
        severity: each.severity,
        long: durationText(each.long_ms),
        short: durationText(each.short_ms),
        factor: each.factor,
        fires: fires(each, target, seen),
      })),
    };
  },
});
