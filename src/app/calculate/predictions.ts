// Topics `forecast` and `poisson`: what comes next, and whether what came was more than chance.
import { forecast as forecastOf } from '../../calculus/forecast.ts';
import { pareto } from '../../calculus/pareto.ts';
import { corrected, poissonAtLeast } from '../../calculus/poisson.ts';
import { fewest, smoothings } from '../../calculus/smoothing.ts';
import { refuse } from '../../kernel/refusal.ts';
import * as out from './outputs.ts';
import { checked, described, list, object, optional, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, flag, measure, name, number, share, whole } from './values.ts';

const MOST = 800;

const series = checked(
  object({
    method: choice(smoothings),
    values: list(measure, { least: 2, most: MOST }),
    season: optional(described(whole({ low: 2, high: 400 }), 'Observations in a season; for holt_winters')),
    multiplicative: optional(described(flag, 'Deviations of the season grow with the level; for holt_winters')),
    alpha: optional(described(share, 'Weight of the newest value in the level; the best fit when left out')),
    beta: optional(described(share, 'Weight of the newest step in the trend')),
    gamma: optional(described(share, 'Weight of the newest deviation in the season')),
    steps: optional(described(whole({ low: 1, high: 400 }), 'Observations ahead; 1 when left out')),
    level: optional(described(number({ low: 0.5, high: 0.999 }), 'Share of cases that the interval should hold; 0.95 when left out')),
  }),
  (given) => {
    if (given.method === 'holt_winters' && given.season === undefined) return wrong('field.required', 'season');
    const least = fewest(given);
    if (given.values.length < least) return wrong('value.too_few', 'values', { least });
    const flat = given.multiplicative ? given.values.findIndex((each) => each <= 0) : -1;
    return flat >= 0 ? wrong('value.not_more', `values[${flat}]`, { low: 0, high: 1e12 }) : null;
  },
);

const accuracy = out.object({
  mse: out.figure,
  mae: out.figure,
  mape: out.means(out.orNull({ type: 'number', minimum: 0 }), 'Share of the value; null when a value is 0'),
  mase: out.means(out.orNull({ type: 'number', minimum: 0 }), 'Below 1 is better than naive; null when the naive forecast never errs'),
});

export const forecast = topic({
  name: 'forecast',
  about: 'Exponential smoothing: simple (ses), with trend (holt), with season (holt_winters); accuracy against the naive forecast, prediction intervals.',
  input: series,
  output: out.object({
    weights: out.object({ alpha: out.share, beta: out.share, gamma: out.share }),
    fitted: out.means(out.list(out.orNull(out.figure)), 'What was predicted for each observation from those before it'),
    ahead: out.list(out.object({ value: out.figure, lower: out.figure, upper: out.figure })),
    accuracy,
    naive: out.means(accuracy, 'The same of predicting the value of one season (or one observation) before'),
    interval: out.means(out.choice(['exact', 'approximate']), 'Exact for normal errors of the same spread; approximate when the season multiplies'),
  }),
  run: ({ values, alpha, beta, gamma, steps = 1, level = 0.95, ...model }) => {
    const weights = { ...(alpha === undefined ? {} : { alpha }), ...(beta === undefined ? {} : { beta }), ...(gamma === undefined ? {} : { gamma }) };
    const found = forecastOf(values, { ...model, weights, steps, level });
    if (found === null) return refuse('value.too_few', 'values', { field: 'values', least: fewest(model) });
    return { ...found, interval: model.multiplicative ? 'approximate' : 'exact' };
  },
});

const category = object({
  name,
  observed: whole({ low: 0, high: 1_000_000 }),
  expected: described(number({ low: 0, high: 1_000_000 }), 'The baseline for the same window'),
  cost: optional(described(number({ low: 0, high: 1e12 }), 'Cost of pain, for the ranking; the count when left out')),
});

export const poisson = topic({
  name: 'poisson',
  about: 'Recurrence: which categories came more often than chance allows, corrected for testing many, and which few make up most of the pain.',
  input: checked(
    object({
      categories: list(category, { least: 1, most: 500 }),
      alpha: optional(described(number({ low: 0, high: 0.5, above: true }), 'A candidate below this probability; 0.05 when left out')),
      correction: optional(described(choice(['none', 'bonferroni', 'holm', 'benjamini_hochberg']), 'holm when left out')),
    }),
    ({ categories }) => {
      const seen = new Set<string>();
      const twice = categories.findIndex((each) => seen.size === seen.add(each.name).size);
      return twice >= 0 ? wrong('value.twice', `categories[${twice}].name`, { value: categories[twice]?.name ?? '' }) : null;
    },
  ),
  output: out.object({
    categories: out.list(
      out.object({
        name: out.text,
        observed: out.count,
        expected: out.figure,
        probability: out.means(out.share, 'Of so many or more by chance'),
        corrected: out.means(out.share, 'The same, made comparable with alpha'),
        candidate: out.flag,
      }),
    ),
    pareto: out.list(out.object({ name: out.text, cost: out.figure, share: out.share, cumulative: out.share })),
  }),
  run: ({ categories, alpha = 0.05, correction = 'holm' }) => {
    const probabilities = categories.map((each) => poissonAtLeast(each.observed, each.expected));
    const judged = corrected(probabilities, correction);
    return {
      categories: categories.map(({ name: called, observed, expected }, i) => {
        const [probability, after] = [probabilities[i] ?? 1, judged[i] ?? 1];
        return { name: called, observed, expected, probability, corrected: after, candidate: after < alpha };
      }),
      pareto: pareto(categories.map((each) => ({ name: each.name, cost: each.cost ?? each.observed }))),
    };
  },
});
