// Topic `chain`: can the promises beneath keep the one above, by how much not, and which to tighten?

import { bounds, naiveAvailability } from '../../calculus/availability.ts';
import { feasible, inParallel, inSequence, type TimePromise, timePromise } from '../../calculus/chain.ts';
import { feasibleAvailability } from '../../calculus/chain-availability.ts';
import { chainCodes, type PromiseTerms, type Reason, TOLERANCE, windowsSpanned } from '../../calculus/chain-terms.ts';
import { worstElapsed } from '../../calculus/hours-cover.ts';
import type { Json } from '../../kernel/describe.ts';
import { someCalendar } from './calendar-shape.ts';
import { compositionDefs, graph, root, wrongLeaf } from './composition-shape.ts';
import * as out from './outputs.ts';
import { checked, described, list, map, type Of, object, optional, variants, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, duration, durationText, flag, instant, name, share, someDuration, whole } from './values.ts';

const judged = {
  window: optional(described(choice(['month', 'quarter', 'year', 'rolling']), 'What it is judged over; month when left out')),
  window_days: optional(described(whole({ low: 1, high: 366 }), 'Length of a rolling window; 30 when left out')),
  calendar: someCalendar,
};
const onTime = { target: someDuration, share: optional(described(share, 'Of the cases that are within the target; all when left out')), ...judged };
const at = described(instant, 'Hours are compared over the year from then');
const stage = object({ part: name, ...onTime, handover: optional(described(duration, 'What it takes to get the work there, on the clock above')) });

const time = checked(
  object({
    metric: choice(['time']),
    promise: object(onTime),
    stages: list(stage, { least: 1, most: 12 }),
    parallel: optional(described(flag, 'Side by side; one after the other when left out')),
    at,
  }),
  ({ promise, stages }) => {
    const zones = new Set([promise, ...stages].map((each) => JSON.stringify(each.calendar ?? null)));
    return zones.size > MOST_CALENDARS ? wrong('value.too_many', 'stages', { most: `${MOST_CALENDARS} different calendars` }) : null;
  },
);

/** Comparing two calendars over a year takes milliseconds. */
const MOST_CALENDARS = 4;

const available = { availability: share, ...judged };
const ofComposition = checked(
  object({
    metric: choice(['availability']),
    promise: object(available),
    root,
    graph,
    promised: described(map(object(available), { most: 50 }), 'What is promised for each leaf'),
    at,
  }),
  (given) => {
    const calendars = new Set([given.promise, ...Object.values(given.promised)].map((each) => JSON.stringify(each.calendar ?? null)));
    if (calendars.size > MOST_CALENDARS) return wrong('value.too_many', 'promised', { most: `${MOST_CALENDARS} different calendars` });
    return wrongLeaf(given, Object.keys(given.promised), 'promised');
  },
);

const reason = out.object({ code: out.choice(chainCodes), part: out.orNull(out.text), says: out.text });
const verdict = {
  ok: out.flag,
  slack: out.means(out.orNull(out.duration), 'What is left over, negative what is missing: on the clock above, or downtime of its window'),
  reasons: out.means(out.list(reason), 'Why it is not kept'),
  notes: out.means(out.list(reason), 'What it rests on although it is kept'),
};

export const chain = topic({
  name: 'chain',
  about:
    'Whether promises beneath keep the one above: stages in time with shares, or a composition in availability; slack, sensitivity and the cheapest to tighten.',
  input: variants('metric', { time, availability: ofComposition }),
  defs: compositionDefs,
  output: {
    anyOf: [
      out.object({
        metric: out.choice(['time']),
        ...verdict,
        takes: out.means(out.orNull(out.duration), 'All stages together at worst, on the clock above'),
        share: out.object({
          certain: out.means(out.share, 'However the stages depend on one another (Boole)'),
          independent: out.means(out.share, 'When they do not depend on one another'),
        }),
        stages: out.list(
          out.object({
            part: out.text,
            takes: out.means(out.orNull(out.duration), 'At worst, on the clock above'),
            waits: out.means(out.orNull(out.duration), 'Of it, for closed doors'),
          }),
        ),
        tighten: out.means(
          out.list(
            out.object({
              part: out.text,
              target: out.means(out.orNull(out.duration), 'This target alone is enough; null when it need not change'),
              share: out.means(out.orNull(out.share), 'This share alone is enough; null when it need not change'),
              by: out.means(out.share, 'Largest of the parts of target or misses that must go'),
            }),
          ),
          'Each way to mend it by one promise alone, the smallest step first',
        ),
      }),
      out.object({
        metric: out.choice(['availability']),
        ...verdict,
        computed: out.means(out.orNull(out.share), 'Exact, in the hours and the window of the promise above, when parts fail independently'),
        interval: out.object({ low: out.share, high: out.share }),
        any_dependence: out.means(out.object({ low: out.share, high: out.share }), 'However the parts depend on one another'),
        naive: out.means(out.orNull(out.share), 'By multiplying as if nothing were shared'),
        tighten: out.means(
          out.list(out.object({ part: out.text, availability: out.share })),
          'Each way to mend it by one promise alone, the smallest step first',
        ),
      }),
    ],
  },
  run: (given): Json => (given.metric === 'time' ? inTime(given) : inAvailability(given)),
});

type Stages = Of<typeof time>;
type Stage = Stages['stages'][number];

function termsOf(metric: string, each: Stages['promise'] | Of<typeof ofComposition>['promise']): PromiseTerms {
  return {
    metric,
    window: each.window ?? 'month',
    ...(each.window_days === undefined ? {} : { window_days: each.window_days }),
    ...(each.calendar === undefined ? {} : { calendar: each.calendar }),
    ...('target' in each ? { target_ms: each.target, ...(each.share === undefined ? {} : { share: each.share }) } : { availability: each.availability }),
  };
}

function inTime({ promise, stages, parallel = false, at: from }: Stages): Json {
  const parent = termsOf('restore', promise);
  const told = stages.map((each) => ({ part: each.part, terms: termsOf('repair', each), handover_ms: each.handover ?? 0 }));
  const found = feasible(parent, told, { at: from, parallel });
  const worst = (each: Stage, target = each.target): number | null => {
    const elapsed = worstElapsed(target, {
      at: from,
      ...(each.calendar ? { child: each.calendar } : {}),
      ...(promise.calendar ? { parent: promise.calendar } : {}),
    });
    return elapsed === null ? null : elapsed + (each.handover ?? 0);
  };
  const lengths = stages.map((each) => worst(each));
  const whole = stages
    .map((each, i) => timePromise(lengths[i] ?? 0, certain(each, parent)))
    .reduce<TimePromise>(parallel ? inParallel : (a, b) => inSequence(a, b), null);
  const never = lengths.includes(null);
  return {
    metric: 'time',
    ...saidOf(found),
    takes: never || whole === null ? null : durationText(whole.target_ms),
    share: { certain: whole?.share ?? 1, independent: whole?.independent ?? 1 },
    stages: stages.map((each, i) => {
      const takes = lengths[i] ?? null;
      return {
        part: each.part,
        takes: takes === null ? null : durationText(takes),
        waits: takes === null ? null : durationText(takes - each.target - (each.handover ?? 0)),
      };
    }),
    tighten:
      found.ok || never ? [] : tightened({ promise, stages, parallel, lengths: lengths.map((each) => each ?? 0), worst, parent, share: whole?.share ?? 1 }),
  };
}

/** The share of cases that is left of a stage's promise in a window of the one above. */
function certain(each: Stage, parent: PromiseTerms): number {
  return Math.max(0, 1 - (1 - (each.share ?? 1)) * windowsSpanned(termsOf('repair', each), parent));
}

type Search = {
  readonly promise: Stages['promise'];
  readonly stages: readonly Stage[];
  readonly parallel: boolean;
  readonly lengths: readonly number[];
  readonly worst: (each: Stage, target: number) => number | null;
  readonly parent: PromiseTerms;
  readonly share: number;
};

/** For each stage the target and the share with which the whole is kept while all others stay as they are. */
function tightened({ promise, stages, parallel, lengths, worst, parent, share: whole }: Search): Json[] {
  const missing = (promise.share ?? 1) - whole;
  return stages
    .flatMap((each, i) => {
      const others = lengths.filter((_, at_) => at_ !== i);
      const room = parallel ? (others.every((one) => one <= promise.target) ? promise.target : -1) : promise.target - others.reduce((sum, one) => sum + one, 0);
      const target = (lengths[i] ?? 0) <= room ? each.target : lowered(each, room, worst);
      const spanned = windowsSpanned(termsOf('repair', each), parent);
      const wanted = missing > TOLERANCE ? 1 - (1 - certain(each, parent) - missing) / spanned : (each.share ?? 1);
      if (target === null || wanted > 1 + TOLERANCE) return [];
      const by = Math.max(1 - target / each.target, missing > TOLERANCE ? 1 - (1 - wanted) / (1 - (each.share ?? 1)) : 0);
      return [
        { part: each.part, target: target === each.target ? null : target, share: missing > TOLERANCE ? Math.min(1, wanted) : null, by: Math.min(1, by) },
      ];
    })
    .sort((a, b) => a.by - b.by)
    .map((each) => ({ ...each, target: each.target === null ? null : durationText(each.target) }));
}

/** A target that fits in the room, found by taking off what is too much until nothing is; null when there is none. */
function lowered(each: Stage, room: number, worst: Search['worst']): number | null {
  let target = each.target;
  for (let tries = 0; tries < 4 && target > 0; tries++) {
    const takes = worst(each, target);
    if (takes === null) return null;
    if (takes <= room) return target;
    target -= takes - room;
  }
  const last = target > 0 ? worst(each, target) : null;
  return last !== null && last <= room ? target : null;
}

function inAvailability({ promise, root: top, graph: parts, promised, at: from }: Of<typeof ofComposition>): Json {
  const terms = Object.fromEntries(Object.entries(promised).map(([part, each]) => [part, termsOf('availability', each)]));
  const found = feasibleAvailability(termsOf('availability', promise), { root: top, graph: parts, promised: terms, at: from });
  return {
    metric: 'availability',
    ...saidOf(found),
    computed: found.computed.value,
    interval: { low: found.computed.low, high: found.computed.high },
    any_dependence: bounds(top, parts, found.values),
    naive: naiveAvailability(top, parts, found.values),
    tighten: found.tighten,
  };
}

function saidOf({ ok, slack_ms, reasons, notes }: { ok: boolean; slack_ms: number | null; reasons: readonly Reason[]; notes: readonly Reason[] }): Json {
  const said = ({ code, part }: Reason): Json => ({ code, part: part ?? null, says: words[code] });
  return { ok, slack: slack_ms === null ? null : durationText(slack_ms), reasons: reasons.map(said), notes: notes.map(said) };
}

const words: Readonly<Record<Reason['code'], string>> = {
  'chain.no_promise': 'Nothing is promised for this part.',
  'chain.never_open': 'The hours of this part never hold so much time.',
  'chain.time_exceeded': 'At worst the stages together take longer than the target.',
  'chain.availability_too_low': 'The parts together are less available than is promised.',
  'chain.share_too_low': 'Too few cases are certain to be in time: shares do not add up to their percentile.',
  'chain.hours_not_covered': 'This part is closed in hours that count above; the longest wait for its doors is reckoned in.',
  'chain.window_too_long': 'All that the longer window of this part allows may fall into one window above.',
  'chain.only_if_independent': 'It is kept only when the parts do not fail together.',
};
