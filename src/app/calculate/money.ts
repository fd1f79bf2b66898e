// Topics `credit` and `allocation`: what a missed promise costs, and who bears the cost of departments that serve others.
import { allocate, methods } from '../../calculus/allocation.ts';
import { creditAmount, creditOf, exposure } from '../../calculus/credit.ts';
import { refuse } from '../../kernel/refusal.ts';
import * as out from './outputs.ts';
import { checked, described, list, map, object, optional, type Read, wrong } from './shape.ts';
import { topic } from './topic.ts';
import { choice, money, name, share } from './values.ts';

const WHOLE = 1_000_000;

/** To the millionth. What was attained is rounded down, as a report does: the float nearest to 0.999 counts as 0.999. */
const ppm = (value: number): number => Math.round(value * WHOLE);
const attainedPpm = (value: number): number => Math.floor(value * WHOLE + 1e-6);

const band = object({ below: described(share, 'Attained strictly below this'), credit: described(share, 'Earns back this share of the fee') });

export const credit = topic({
  name: 'credit',
  about: 'The service credit of a window by its bands and cap, in money, and what of it is not recovered from those beneath. Shares count to the millionth.',
  input: object({
    fee_minor: described(money, 'The fee of the window in minor units, such as cents'),
    attained: described(share, 'What was attained; rounded down to the millionth'),
    bands: list(band, { most: 50 }),
    cap: optional(described(share, 'Most of the fee that is ever credited; all of it when left out')),
    recoverable_minor: optional(described(list(money, { most: 200 }), 'Credits that those beneath owe for the same failure, in minor units')),
  }),
  output: out.object({
    credit: out.means(out.share, 'Of the fee'),
    amount_minor: out.means(out.amount, 'Rounded half up'),
    recoverable_minor: out.amount,
    exposure_minor: out.means(out.amount, 'Owed less recoverable; negative when more comes back than is owed'),
  }),
  run: ({ fee_minor, attained, bands, cap, recoverable_minor = [] }) => {
    const schedule = { bands: bands.map((each) => ({ below: ppm(each.below), credit: ppm(each.credit) })), cap: ppm(cap ?? 1) };
    const earned = creditOf(schedule, attainedPpm(attained));
    const amount_minor = creditAmount(fee_minor, earned);
    return {
      credit: earned / WHOLE,
      amount_minor,
      recoverable_minor: recoverable_minor.reduce((sum, each) => sum + each, 0),
      exposure_minor: exposure(amount_minor, recoverable_minor),
    };
  },
});

const department = object({ name, cost_minor: money, shares: described(map(share, { least: 1, most: 100 }), 'Of its work by receiver, summing to 1') });
const charged = out.list(out.object({ name: out.text, amount_minor: out.amount }));

type House = {
  readonly departments: readonly { readonly name: string; readonly shares: Readonly<Record<string, number>> }[];
  readonly users: readonly string[];
};

/** Names once each, shares among known names, to others, summing to 1. */
function wrongHouse({ departments, users }: House): Read<never> | null {
  const names = [...departments.map((each) => each.name), ...users];
  const twice = names.find((each, i) => names.indexOf(each) !== i);
  if (twice !== undefined) return wrong(`value.twice`, users.includes(twice) ? 'users' : 'departments', { value: twice });
  for (const [i, { name: own, shares }] of departments.entries()) {
    const at = `departments[${i}].shares`;
    const stranger = Object.keys(shares).find((each) => each === own || !names.includes(each));
    if (stranger !== undefined)
      return wrong('value.not_named', at, {
        value: stranger,
        known: names
          .filter((each) => each !== own)
          .join(', ')
          .slice(0, 300),
      });
    const sum = Object.values(shares).reduce((total, each) => total + each, 0);
    if (Math.abs(sum - 1) > 1e-6) return wrong('calculate.shares', at, { sum: Number(sum.toPrecision(6)) });
  }
  return null;
}

export const allocation = topic({
  name: 'allocation',
  about:
    'Passing the cost of service departments on to users: directly, step by step in the order given, or with what they owe one another solved. To the minor unit.',
  input: checked(
    object({
      method: choice(methods),
      departments: described(list(department, { least: 1, most: 50 }), 'For step_down in the order in which they pass on'),
      users: list(name, { least: 1, most: 50 }),
    }),
    wrongHouse,
  ),
  output: out.object({
    passed_on: out.means(charged, 'What each department passes on: its own cost and what it was charged itself'),
    charged: out.means(charged, 'What each user bears; sums to the total'),
    total_minor: out.amount,
  }),
  run: ({ method, departments, users }) => {
    const found = allocate(method, departments, users);
    if ('stuck' in found) return refuse('calculate.stuck', 'departments', { field: 'departments', name: found.stuck });
    return { ...found, total_minor: departments.reduce((sum, each) => sum + each.cost_minor, 0) };
  },
});
