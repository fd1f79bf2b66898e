// What a vote by a deadline settles, as a table: quorum, majority, rejections, and whose vote never counts.
import { describe, expect, it, test } from 'vitest';
import type { Ballot, CabRule, Voice } from './cab-data.record.ts';
import { counting, outcome } from './cab-votes.ts';

const asked = ['PER-1', 'PER-2', 'PER-3', 'PER-4'];
const ballots = (...votes: (Voice | null)[]): Ballot[] =>
  votes.flatMap((vote, index): Ballot[] =>
    vote === null ? [] : [{ person: `PER-${index + 1}`, party: null, vote, reason: vote === 'approve' ? null : `because ${index}`, at: '' }],
  );
const rule = (quorum: number, majority: CabRule['majority'] = 'unanimous', everybody = false): CabRule => ({ quorum, majority, everybody });
const verdict = (votes: readonly Ballot[], by: CabRule, builder: string | null = null) => outcome({ votes, asked, builder, rule: by });

describe('a vote settles', () => {
  const yes = 'approve';
  test.each([
    ['all asked and all in favour', ballots(yes, yes, yes, yes), rule(4), 'approve'],
    ['nobody answered', [], rule(1), 'no_quorum'],
    ['one short of the quorum', ballots(yes, yes), rule(3), 'no_quorum'],
    ['abstaining is no vote of the quorum', ballots(yes, yes, 'abstain'), rule(3), 'no_quorum'],
    ['abstaining does not stand in the way', ballots(yes, yes, 'abstain'), rule(2), 'approve'],
    ['one rejection, whatever the majority', ballots(yes, yes, yes, 'reject'), rule(2, 'simple'), 'rejected'],
    ['a rejection goes before a missing quorum', ballots('reject'), rule(4), 'rejected'],
    ['somebody did not answer and all must', ballots(yes, yes, yes), rule(2, 'unanimous', true), 'not_everybody'],
    ['abstaining is an answer', ballots(yes, yes, yes, 'abstain'), rule(2, 'unanimous', true), 'approve'],
    ['one wants to wait: not unanimous', ballots(yes, yes, yes, 'defer'), rule(2), 'no_majority'],
    ['three of four are two thirds', ballots(yes, yes, yes, 'defer'), rule(2, 'two_thirds'), 'approve'],
    ['two of four are no two thirds', ballots(yes, yes, 'defer', 'defer'), rule(2, 'two_thirds'), 'no_majority'],
    ['a tie is no majority', ballots(yes, yes, 'defer', 'defer'), rule(2, 'simple'), 'no_majority'],
    ['a condition is a vote in favour', ballots(yes, 'approve_if', yes), rule(3), 'approve_if'],
    ['only abstentions carry nothing', ballots('abstain', 'abstain'), rule(1, 'simple'), 'no_quorum'],
  ] as const)('%s', (_name, votes, by, wanted) => expect(verdict(votes, by).verdict).toBe(wanted));

  it('joins the conditions', () => {
    expect(verdict(ballots('approve_if', 'approve', 'approve_if'), rule(3)).condition).toBe('because 0 · because 2');
    expect(verdict(ballots('approve_if', 'reject'), rule(1)).condition).toBeNull();
  });
});

describe('whose vote counts', () => {
  it('is never that of the builder, neither for the quorum nor for everybody', () => {
    const votes = ballots('approve', 'approve');
    expect(verdict(votes, rule(2), 'PER-1').verdict).toBe('no_quorum');
    expect(verdict(ballots('approve', 'approve', 'approve', 'approve'), rule(3, 'unanimous', true), 'PER-1').verdict).toBe('approve');
    expect(verdict(ballots(null, 'approve', 'approve', 'approve'), rule(3, 'unanimous', true), 'PER-1').verdict).toBe('approve');
  });

  it('is nobody’s who is not asked, and of each person the last', () => {
    const stranger: Ballot = { person: 'PER-9', party: null, vote: 'approve', reason: null, at: '' };
    expect(counting({ votes: [stranger], asked, builder: null })).toEqual([]);
    expect(counting({ votes: [...ballots('reject'), ...ballots('approve')], asked, builder: null }).map((each) => each.vote)).toEqual(['approve']);
  });
});
