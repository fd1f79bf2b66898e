// How votes are counted: who counts, and what a vote by a deadline settles. Never approves against a rejection or by the builder's own vote.
import type { Ballot, CabRule, Settled, Verdict } from './cab-data.record.ts';

export type Poll = {
  readonly votes: readonly Ballot[];
  /** Members of the meeting. */
  readonly asked: readonly string[];
  readonly builder: string | null;
  readonly rule: CabRule;
};

/** The votes that count: of who is asked and does not build the change, each person's last one. */
export function counting({ votes, asked, builder }: Pick<Poll, 'votes' | 'asked' | 'builder'>): Ballot[] {
  const last = new Map(votes.map((each) => [each.person, each]));
  return [...last.values()].filter((each) => asked.includes(each.person) && each.person !== builder);
}

/** What the votes come to, by the rule of the meeting. Abstaining is an answer, but no vote of the quorum. */
export function outcome({ rule, ...poll }: Poll): { readonly verdict: Verdict; readonly condition: string | null } {
  const votes = counting(poll);
  const cast = votes.filter((each) => each.vote !== 'abstain');
  const inFavour = cast.filter((each) => each.vote === 'approve' || each.vote === 'approve_if');
  const conditions = cast.filter((each) => each.vote === 'approve_if').map((each) => each.reason ?? '');
  const answering = poll.asked.filter((each) => each !== poll.builder).length;
  const verdict = ((): Verdict => {
    if (cast.some((each) => each.vote === 'reject')) return 'rejected';
    if (cast.length < rule.quorum) return 'no_quorum';
    if (rule.everybody && votes.length < answering) return 'not_everybody';
    if (!carries(rule.majority, inFavour.length, cast.length)) return 'no_majority';
    return conditions.length ? 'approve_if' : 'approve';
  })();
  return { verdict, condition: verdict === 'approve_if' ? [...new Set(conditions)].join(' · ') : null };
}

export const isSettled = ({ verdict }: Pick<Settled, 'verdict'>): boolean => verdict === 'approve' || verdict === 'approve_if';

/** A simple majority is more than half; a tie is none. Without a single vote nothing carries. */
function carries(majority: CabRule['majority'], inFavour: number, cast: number): boolean {
  if (cast === 0) return false;
  if (majority === 'unanimous') return inFavour === cast;
  return majority === 'two_thirds' ? inFavour * 3 >= cast * 2 : inFavour * 2 > cast;
}
