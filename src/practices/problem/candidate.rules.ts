// What the commands of a problem candidate mean: nothing is told twice, and what was dismissed stays quiet until the evidence changes.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { problemCandidate } from './candidate.record.ts';

export type CandidateRow = RowOf<typeof problemCandidate>;
/** `fresh`: of the incidents given, how many began since the candidate was closed. `problem`: the one to merge into. */
export type CandidateGiven = {
  readonly fresh: number;
  readonly problem: { readonly state: string; readonly incidents: readonly string[] } | null;
};
type The = Case<Case['row'], CandidateGiven>;

/** As many as a problem holds. */
const most = 1_000;
const fewestFresh = 3;

/** How many incidents must have begun since: three, and half as many again as were seen when it was dismissed. */
export const neededToReturn = (row: Pick<CandidateRow, 'state' | 'dismissed_seen'>): number =>
  row.state === 'dismissed' ? Math.max(fewestFresh, Math.ceil((row.dismissed_seen ?? 0) / 2)) : fewestFresh;

export const candidateRules: Rules<CandidateGiven> = {
  propose: () => ({}),
  refresh,
  return: comeBack,
  accept: () => ({}),
  merge,
  dismiss: ({ row }) => ({ changes: { dismissed_seen: (row as CandidateRow).seen } }),
  expire: ({ input }) => ({ params: { why: input.why as string } }),
  name_problem: () => ({}),
};

function refresh({ row, input }: The): Decision | Refusal {
  const own = row as CandidateRow;
  const isSame = sameSet(own.incidents, input.incidents as readonly string[]) && own.since === input.since;
  return isSame ? refuse('problem_candidate.refresh.nothing', 'incidents') : {};
}

function comeBack({ row, given }: The): Decision | Refusal {
  const needed = neededToReturn(row as CandidateRow);
  if (given.fresh < needed) return refuse('problem_candidate.return.same_evidence', 'incidents', { count: given.fresh, needed });
  return { params: { count: given.fresh } };
}

function merge({ row, input, given }: The): Decision | Refusal {
  const problem = input.problem as string;
  if (given.problem?.state === 'cancelled') return refuse('problem_candidate.merge.cancelled', 'problem', { problem });
  const together = new Set([...(given.problem?.incidents ?? []), ...(row as CandidateRow).incidents]);
  return together.size > most ? refuse('problem_candidate.merge.too_many', 'problem', { problem, limit: most }) : {};
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && new Set([...a, ...b]).size === a.length;
