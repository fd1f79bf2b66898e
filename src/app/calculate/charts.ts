// Topics `control-chart` and `change-point`: is it common variation, and when did the mean shift?
import { shifts } from '../../calculus/change-point.ts';
import { type Chart, counts, individuals, proportions, rates, ruleSets, signals } from '../../calculus/control-chart.ts';
import { cusumChart, ewmaChart } from '../../calculus/memory-chart.ts';
import type { Json } from '../../kernel/describe.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import * as out from './outputs.ts';
import { checked, described, list, object, optional, type Read, type Shape, variants, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, measure, number, whole } from './values.ts';

const MOST = 2_000;
const values = list(measure, { least: 2, most: MOST });
const event_count = whole({ low: 0, high: 1_000_000_000 });
const shewhart = {
  rules: optional(described(choice(ruleSets), 'western_electric when left out')),
  baseline: optional(described(whole({ low: 2, high: MOST }), 'Limits from so many first observations; from all when left out')),
};
const sample = object({ count: event_count, of: whole({ low: 1, high: 1_000_000_000 }) });
const exposure = object({ count: event_count, of: number({ low: 1e-6, high: 1e12 }) });
const partOf = checked(sample, ({ count, of }, at) => (count > of ? wrong('value.out_of_range', `${at}.count`, { low: 0, high: of }) : null));
const memory = {
  values,
  target: optional(described(measure, 'The mean of the values when left out')),
  sigma: optional(described(number({ low: 1e-9, high: 1e12 }), 'Mean moving range / 1.128 when left out')),
};

type Baselined = { readonly baseline?: number | undefined };

/** The baseline lies within the observations. */
function within<T extends Baselined>(shape: Shape<T>, countOf: (value: T) => number): Shape<T> {
  return checked(shape, (value): Read<never> | null =>
    (value.baseline ?? 0) > countOf(value) ? wrong('value.not_whole', 'baseline', { low: 2, high: countOf(value) }) : null,
  );
}

const input = variants('chart', {
  individuals: within(object({ chart: choice(['individuals']), values, ...shewhart }), (each) => each.values.length),
  p: within(object({ chart: choice(['p']), samples: list(partOf, { least: 2, most: MOST }), ...shewhart }), (each) => each.samples.length),
  c: within(object({ chart: choice(['c']), counts: list(event_count, { least: 2, most: MOST }), ...shewhart }), (each) => each.counts.length),
  u: within(object({ chart: choice(['u']), samples: list(exposure, { least: 2, most: MOST }), ...shewhart }), (each) => each.samples.length),
  ewma: object({
    chart: choice(['ewma']),
    ...memory,
    weight: optional(described(number({ low: 0, high: 1, above: true }), 'Of the newest value; 0.2 when left out')),
    width: optional(described(number({ low: 0, high: 100, above: true }), 'Of the limits in sigma; 3 when left out')),
  }),
  cusum: object({
    chart: choice(['cusum']),
    ...memory,
    slack: optional(described(number({ low: 0, high: 100 }), 'K in sigma, half the shift to find; 0.5 when left out')),
    limit: optional(described(number({ low: 0, high: 100, above: true }), 'H in sigma; 5 when left out')),
  }),
});

const limits = { lower: out.figure, upper: out.figure };
const observation = out.means({ type: 'integer', minimum: 1 }, 'The first is 1');

export const controlChart = topic({
  name: 'control-chart',
  about: 'Control charts: individuals, p, c and u with run rules, EWMA and CUSUM. Common variation or a special cause?',
  input,
  output: {
    anyOf: [
      out.object({
        chart: out.choice(['individuals', 'p', 'c', 'u']),
        centre: out.figure,
        moving_range: out.means(out.orNull(out.figure), 'The mean one; individuals only'),
        points: out.list(out.object({ value: out.figure, ...limits })),
        signals: out.list(out.object({ rule: out.means({ type: 'integer', minimum: 1, maximum: 8 }, 'Number of the rule in its set'), observation })),
        in_control: out.flag,
      }),
      out.object({
        chart: out.choice(['ewma']),
        target: out.figure,
        sigma: out.figure,
        steady: out.means(out.object(limits), 'Where the limits settle'),
        points: out.list(out.object({ value: out.figure, ewma: out.figure, ...limits, out: out.flag })),
        in_control: out.flag,
      }),
      out.object({
        chart: out.choice(['cusum']),
        target: out.figure,
        sigma: out.figure,
        points: out.list(
          out.object({
            value: out.figure,
            high: out.figure,
            low: out.figure,
            out: out.flag,
            shifted_after: out.means(out.orNull(out.count), 'So many observations came before the shift'),
          }),
        ),
        in_control: out.flag,
      }),
    ],
  },
  run: (given): Json | Refusal => {
    switch (given.chart) {
      case 'individuals':
        return charted(given.chart, individuals(given.values, given.baseline), given.rules);
      case 'p':
        return charted(given.chart, proportions(given.samples, given.baseline), given.rules);
      case 'c':
        return charted(given.chart, counts(given.counts, given.baseline), given.rules);
      case 'u':
        return charted(given.chart, rates(given.samples, given.baseline), given.rules);
      case 'ewma': {
        const base = baseOf(given);
        if ('refused' in base) return base;
        const { points, steady } = ewmaChart(given.values, { ...base, weight: given.weight ?? 0.2, width: given.width ?? 3 });
        return { chart: given.chart, ...base, steady, points, in_control: points.every((each) => !each.out) };
      }
      case 'cusum': {
        const base = baseOf(given);
        if ('refused' in base) return base;
        const points = cusumChart(given.values, { ...base, slack: given.slack ?? 0.5, limit: given.limit ?? 5 });
        return { chart: given.chart, ...base, points, in_control: points.every((each) => !each.out) };
      }
    }
  },
});

function charted(chart: string, { centre, points, moving_range }: Chart, rules: (typeof ruleSets)[number] = 'western_electric'): Json {
  const found = signals({ centre, points, moving_range }, rules).map(({ rule, at }) => ({ rule, observation: at + 1 }));
  return {
    chart,
    centre,
    moving_range,
    points: points.map(({ value, lower, upper }) => ({ value, lower, upper })),
    signals: found,
    in_control: found.length === 0,
  };
}

function baseOf(given: {
  readonly values: readonly number[];
  readonly target?: number | undefined;
  readonly sigma?: number | undefined;
}): { target: number; sigma: number } | Refusal {
  const { centre, points } = individuals(given.values);
  const sigma = given.sigma ?? points[0]?.sigma ?? 0;
  return sigma > 0 ? { target: given.target ?? centre, sigma } : refuse('calculate.no_spread', 'sigma', { field: 'sigma' });
}

export const changePoint = topic({
  name: 'change-point',
  about: 'When the mean of a series shifted: least squares by binary segmentation, a split counts when it gains more than its penalty.',
  input: object({
    values: list(measure, { least: 4, most: MOST }),
    penalty: optional(described(number({ low: 0, high: 1e12 }), 'In noise variances; 3 ln n when left out')),
    shortest: optional(described(whole({ low: 1, high: MOST }), 'Fewest observations between shifts; 2 when left out')),
    most: optional(described(whole({ low: 1, high: 100 }), 'At most so many shifts; 100 when left out')),
  }),
  output: out.object({
    changes: out.list(
      out.object({ after: out.means(out.count, 'So many observations came before the shift'), gain: out.means(out.figure, 'In noise variances') }),
    ),
    segments: out.list(out.object({ first: observation, last: observation, mean: out.figure })),
    noise: out.means(out.figure, 'Standard deviation, from successive differences'),
  }),
  run: ({ values: series, ...terms }) => {
    const { changes, segments, noise } = shifts(series, terms);
    return { changes, segments: segments.map(({ from, to, mean }) => ({ first: from + 1, last: to, mean })), noise };
  },
});
