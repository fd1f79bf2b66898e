// What the commands of a risk mean: its score, who may live with it, and for how long.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Appetite, appetiteFor } from './appetite.ts';
import { dateAfter } from './plan.ts';
import type { risk } from './risk.record.ts';

export type RiskGiven = {
  readonly house: string;
  readonly today: string;
  /** The organisations of the person named as owner and of the team named; null when none is named. */
  readonly owner_of: string | null;
  readonly team_of: string | null;
  /** Those in force. */
  readonly appetites: readonly Appetite[];
};
type Row = RowOf<typeof risk>;
type The = Case<Case['row'], RiskGiven>;
/** A risk is decided on again at least once a year. */
const longestDays = 366;
const nothing = { accepted_until: null, accepted_because: null } as const;

export const riskRules: Rules<RiskGiven> = {
  open: (the) => refusePeople(the) ?? opened(the),
  edit: (the) => refusePeople(the) ?? {},
  assess: ({ row, input }) => ({ changes: { score: scoreOf(input), state: row?.state === 'treating' ? 'treating' : 'assessed' } }),
  treat,
  accept,
  prolong: accept,
  expire: ({ row, given }) => ({
    changes: { ...nothing, treatment: null, expired_on: given.today },
    params: { until: (row as Row).accepted_until ?? '' },
  }),
  close: () => ({ changes: { ...nothing } }),
  reopen: () => ({ changes: { ...nothing, treatment: null } }),
};

function opened({ input, actor, given }: The): Decision {
  const own = actor.organisation === given.house ? actor.person : null;
  return { changes: { score: scoreOf(input), party: given.house, owner: input.owner ?? own } };
}

function refusePeople({ input, given }: The): Refusal | null {
  if (typeof input.owner === 'string' && given.owner_of !== given.house) return refuse('risk.owner_outside', 'owner');
  return typeof input.team === 'string' && given.team_of !== given.house ? refuse('risk.team_outside', 'team') : null;
}

function treat(the: The): Decision | Refusal {
  const { row, input, given } = the;
  const own = row as Row;
  if (input.treatment === 'accept') return refuse('risk.treat.accept', 'treatment');
  if (!(input.owner ?? own.owner)) return refuse('risk.treat.no_owner', 'owner');
  if (String(input.due_on) <= given.today) return refuse('risk.in_past', 'due_on', { field: 'due_on', today: given.today });
  const aimed = Number(input.aimed_likelihood ?? own.likelihood) * Number(input.aimed_impact ?? own.impact);
  const isAimed = typeof input.aimed_likelihood === 'number' || typeof input.aimed_impact === 'number';
  if (isAimed && aimed >= own.score) return refuse('risk.treat.worse', 'aimed_likelihood', { aimed, score: own.score });
  return refusePeople(the) ?? {};
}

function accept(the: The): Decision | Refusal {
  const { row, input, given, actor } = the;
  const until = String(input.accepted_until);
  const latest = dateAfter(given.today, longestDays);
  if (until <= given.today) return refuse('risk.in_past', 'accepted_until', { field: 'accepted_until', today: given.today });
  if (until > latest) return refuse('risk.accept.too_long', 'accepted_until', { latest });
  const outside = refusePeople(the);
  if (outside) return outside;
  const { score } = row as Row;
  const { most, why } = appetiteFor(row as Row, given.appetites);
  if (score > most && !actor.roles.includes('executive')) return refuse('risk.accept.over_appetite', 'accepted_until', { score, most, why });
  return { changes: { treatment: 'accept', expired_on: null } };
}

const scoreOf = ({ likelihood, impact }: The['input']): number => Number(likelihood) * Number(impact);
