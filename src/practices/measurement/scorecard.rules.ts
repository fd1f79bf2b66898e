// When the figures of a period may be frozen: when it is over, and a second time only with a reason.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Figure } from './answers.record.ts';

/** The period of the day that was given, and when it is over (ISO). `last`: the latest edition that there is. */
export type ScorecardGiven = {
  readonly period: string;
  readonly until: string;
  readonly last: { readonly id: string; readonly edition: number } | null;
  readonly figures: readonly Figure[];
};

export const scorecardRules: Rules<ScorecardGiven> = { freeze };

function freeze({ input, given, now, at }: Case<Case['row'], ScorecardGiven>): Decision | Refusal {
  const { period, until, last, figures } = given;
  if (now < until) return refuse('scorecard.freeze.not_over', 'day', { period, until });
  if (!figures.length) return refuse('scorecard.freeze.nothing');
  if (last && !input.reason) return refuse('scorecard.freeze.again', 'reason', { other: last.id, period });
  const edition = (last?.edition ?? 0) + 1;
  const name = edition === 1 ? period : `${period} (${edition})`;
  return { changes: { name, period, edition, frozen_at: at, figures }, params: { period } };
}
