// Topic `availability`: what a composition allows, with shared parts counted once, and what was measured.
import { availability as availabilityOf, bounds, naiveAvailability } from '../../calculus/availability.ts';
import { roundTheClock } from '../../calculus/calendar.ts';
import { leaves } from '../../calculus/composition.ts';
import { meanTimes, measured, outages } from '../../calculus/outages.ts';
import type { Json } from '../../kernel/describe.ts';
import { inOrder, someCalendar } from './calendar-shape.ts';
import { compositionDefs, graph, root, wrongLeaf } from './composition-shape.ts';
import * as out from './outputs.ts';
import { checked, described, list, map, type Of, object, optional, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { durationText, instant, instantText, share } from './values.ts';

/** Nodes of the diagrams: enough for what is entangled in practice, and answered at once. */
const BUDGET = 10_000;
const SENSITIVITY_BUDGET = 40_000;

const span = inOrder(object({ from: instant, to: instant }));
const measurement = inOrder(
  object({
    from: instant,
    to: instant,
    calendar: someCalendar,
    down: described(map(list(span, { most: 500 }), { most: 200 }), 'When each part was down, composed ones too; intervals may overlap'),
  }),
);

const input = checked(
  object({
    root,
    graph,
    values: optional(described(map(share, { most: 200 }), 'Availability of each leaf, 0 to 1; leaves are taken to fail independently')),
    measured: optional(described(measurement, 'What happened in a window')),
  }),
  (given) => {
    if (given.values === undefined && given.measured === undefined) return wrong('field.required', 'values');
    const count = Object.values(given.measured?.down ?? {}).reduce((sum, each) => sum + each.length, 0);
    if (count > 2_000) return wrong('value.too_many', 'measured.down', { most: 2_000 });
    return wrongLeaf(given, Object.keys(given.values ?? {}), 'values');
  },
);

type Given = Of<typeof input>;

const interval = out.object({ low: out.share, high: out.share });

export const availability = topic({
  name: 'availability',
  about: 'Availability of a composed service: exact with each shared part counted once, bounds without independence, sensitivity; and what was measured.',
  input,
  defs: compositionDefs,
  output: out.object({
    computed: out.orNull(
      out.object({
        value: out.means(out.orNull(out.share), 'Exact; null when leaves have no value or the structure is too entangled, then it lies within the interval'),
        interval,
        unknown: out.means(out.list(out.text), 'Leaves without a value'),
        any_dependence: out.means(interval, 'However the leaves depend on one another'),
        naive: out.means(out.orNull(out.share), 'By multiplying as if nothing were shared; wrong when something is'),
        sensitivity: out.means(
          out.list(out.object({ part: out.text, importance: out.means(out.share, 'By how much the whole moves per unit of this leaf (Birnbaum)') })),
          'Highest first; empty when not exact',
        ),
      }),
    ),
    measured: out.orNull(
      out.object({
        agreed: out.duration,
        down: out.duration,
        availability: out.means(out.orNull(out.share), 'Null when no hours were agreed'),
        outages: out.count,
        longest: out.duration,
        mtbsi: out.means(out.orNull(out.duration), 'Mean time between service incidents; null without an outage'),
        mtbf: out.means(out.orNull(out.duration), 'Mean time between failures'),
        mtrs: out.means(out.orNull(out.duration), 'Mean time to restore service'),
        intervals: out.list(out.object({ from: out.instant, to: out.instant })),
      }),
    ),
  }),
  run: (given) => ({
    computed: given.values === undefined ? null : computedOf(given, given.values),
    measured: given.measured === undefined ? null : measuredOf(given, given.measured),
  }),
});

function computedOf({ root: top, graph: parts }: Given, values: Readonly<Record<string, number>>): Json {
  const found = availabilityOf(top, parts, values, BUDGET);
  const known = leaves(top, parts);
  const budget = Math.floor(SENSITIVITY_BUDGET / (2 * known.length));
  /** Exact, as the whole is linear in each leaf. */
  const importance = (part: string): number | null => {
    const [sure, never] = [1, 0].map((value) => availabilityOf(top, parts, { ...values, [part]: value }, budget).value);
    return typeof sure === 'number' && typeof never === 'number' ? Math.min(1, Math.max(0, sure - never)) : null;
  };
  const sensitivity = (found.exact ? known : []).map((part) => ({ part, importance: importance(part) }));
  const complete = sensitivity.every((each) => each.importance !== null);
  return {
    value: found.value,
    interval: { low: found.low, high: found.high },
    unknown: found.unknown,
    any_dependence: bounds(top, parts, values),
    naive: naiveAvailability(top, parts, values),
    sensitivity: complete ? sensitivity.toSorted((a, b) => (b.importance ?? 0) - (a.importance ?? 0)) : [],
  };
}

function measuredOf({ root: top, graph: parts }: Given, { from, to, calendar = roundTheClock, down }: NonNullable<Given['measured']>): Json {
  const window = { from, to };
  const intervals = outages(top, parts, down, window);
  const found = measured(intervals, window, calendar);
  const means = meanTimes(found);
  const long = (ms: number | undefined): string | null => (ms === undefined ? null : durationText(ms));
  return {
    agreed: durationText(found.agreed_ms),
    down: durationText(found.down_ms),
    availability: found.agreed_ms > 0 ? (found.agreed_ms - found.down_ms) / found.agreed_ms : null,
    outages: found.outages,
    longest: durationText(found.longest_ms),
    mtbsi: long(means?.mtbsi_ms),
    mtbf: long(means?.mtbf_ms),
    mtrs: long(means?.mtrs_ms),
    intervals: intervals.map((each) => ({ from: instantText(each.from, calendar.zone), to: instantText(each.to, calendar.zone) })),
  };
}
