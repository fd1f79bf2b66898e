// A vote on a change by its rules: whose it is, what it has to say, until when, and that a meeting begins without the votes of another.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import { cabReactions } from './cab.reactions.ts';
import { cabRules } from './cab.rules.ts';
import { minutesOf } from './cab-minutes.ts';
import { type Sitting, voteRules } from './cab-vote.rules.ts';
import { change } from './record.ts';

const house = 'ORG-1';
const now = '2026-10-05T09:00:00.000Z';
const member = somebody({ side: 'supplier', organisation: 'ORG-5', person: 'PER-5', roles: ['supplier_agent'] });
const sitting: Sitting = { id: 'CAB-1', state: 'frozen', members: ['PER-5', 'PER-6'], deadline: null, house };
const row = {
  id: 'CHG-1',
  version: 3,
  state: 'assessed',
  open: true,
  builder: 'PER-6',
  meeting: 'CAB-1',
  votes: [],
  suppliers: ['ORG-5'],
  reason: 'Old',
} as never as AnyRow;
const judge = (told: Partial<Told> & { readonly command: string }) =>
  inMemory({ definition: change, rules: voteRules, house }, { row, actor: member, at: now, given: { sitting }, ...told });
const vote = (input: Told['input'], more: Partial<Told> = {}) => judge({ command: 'vote', input: input ?? {}, ...more });

describe('a vote', () => {
  it('gives a reason wherever it is no plain approval', () => {
    for (const word of ['approve_if', 'defer', 'reject', 'abstain']) {
      expect(vote({ vote: word }), word).toMatchObject({ refused: 'change.vote.reason', field: 'reason' });
      expect(vote({ vote: word, reason: '  ' }), word).toMatchObject({ refused: 'change.vote.reason' });
      expect(happened(vote({ vote: word, reason: 'Because' })).row.votes).toMatchObject([{ person: 'PER-5', party: 'ORG-5', vote: word, reason: 'Because' }]);
    }
    const { row: after, audience, changes } = happened(vote({ vote: 'approve' }));
    expect(after.votes).toEqual([{ person: 'PER-5', party: 'ORG-5', vote: 'approve', reason: null, at: now }]);
    expect(audience).toEqual([house, 'ORG-5']);
    expect(changes.reason ?? 'Old').toBe('Old');
  });

  it('is a member’s of the meeting that takes votes, in time, and never the builder’s; a changed mind counts once', () => {
    const on = (part: Partial<Sitting>) => vote({ vote: 'approve' }, { given: { sitting: { ...sitting, ...part } } });
    expect(vote({ vote: 'approve' }, { given: { sitting: null } })).toMatchObject({ refused: 'change.vote.no_meeting' });
    for (const state of ['planned', 'held', 'cancelled']) expect(on({ state })).toMatchObject({ refused: 'change.vote.no_meeting' });
    expect(on({ members: ['PER-6'] })).toMatchObject({ refused: 'change.vote.not_a_member' });
    expect(on({ deadline: now })).toMatchObject({ refused: 'change.vote.too_late' });
    expect(happened(on({ deadline: '2026-10-05T09:00:01.000Z' })).row.votes).toHaveLength(1);
    expect(vote({ vote: 'approve' }, { row: { ...row, builder: 'PER-5' } })).toMatchObject({ refused: 'change.vote.builder' });
    const before = happened(vote({ vote: 'reject', reason: 'No' })).row;
    expect(happened(vote({ vote: 'approve' }, { row: before })).row.votes).toMatchObject([{ person: 'PER-5', vote: 'approve' }]);
  });

  it('stays with its meeting', () => {
    const voted = happened(vote({ vote: 'approve' })).row;
    const table = (command: string, meeting: string) => happened(judge({ command, row: voted, input: { meeting }, actor: asSystem('test') })).row;
    expect(table('table', 'CAB-1')).toMatchObject({ meeting: 'CAB-1', votes: voted.votes });
    expect(table('table', 'CAB-2')).toMatchObject({ meeting: 'CAB-2', votes: [] });
    expect(table('untable', 'CAB-1')).toMatchObject({ meeting: null, votes: [] });
    expect(table('untable', 'CAB-2')).toMatchObject({ meeting: 'CAB-1', votes: voted.votes });
  });
});

it('the minutes of a meeting hold what happened while the change was on it, and nothing of another meeting', () => {
  const fact = (version: number, name: string, changes: object, params: object = {}) =>
    ({ record_id: 'CHG-1', version, fact: `change.${name}`, at: now, actor: 'PER-5', actor_name: 'x', changes, note: null, params }) as never;
  const ballot = { person: 'PER-5', party: null, vote: 'approve', reason: null, at: now };
  const facts = [
    fact(1, 'opened', { title: 'Swap', state: 'assessed' }),
    fact(2, 'tabled', { meeting: 'CAB-1', votes: [] }),
    fact(3, 'voted', { votes: [ballot] }, { voter: 'PER-5' }),
    fact(4, 'tabled', { meeting: 'CAB-2', votes: [] }),
    fact(5, 'approved', { state: 'approved', decision_reason: 'Fine' }),
  ];
  const of = (id: string) => {
    const meeting = { id, agenda: [{ change: 'CHG-1' }], timing: [], actions: [], present: [], members: ['PER-5'] } as never;
    return minutesOf({ meeting, facts: [], changes: [{ id: 'CHG-1', facts }], definition: change, now }).items[0];
  };
  expect(of('CAB-1')).toMatchObject({ votes: [ballot], decision: null });
  expect(of('CAB-2')).toMatchObject({ votes: [], decision: { word: 'approved', reason: 'Fine' } });
});

describe('what a vote by a deadline settles', () => {
  const carry = (settled: readonly object[]) =>
    cabReactions.find((each) => each.name === 'cab.carry_out')?.react({ record_id: 'CAB-1', changes: { settled } } as never as Fact, row, null) ?? [];
  const one = (id: string, verdict: string, condition: string | null = null) => ({ change: id, verdict, condition });

  it('is carried out with its conditions; the meeting closes by itself only when all of it is settled', () => {
    expect(carry([one('CHG-1', 'approve'), one('CHG-2', 'approve_if', 'Not on Friday')])).toMatchObject([
      { command: 'approve', target: 'CHG-1', input: {} },
      { command: 'approve', target: 'CHG-2', input: { conditions: 'Not on Friday' } },
      { record: 'cab_meeting', command: 'close', target: 'CAB-1' },
    ]);
    for (const verdict of ['rejected', 'no_quorum', 'not_everybody', 'no_majority'])
      expect(
        carry([one('CHG-1', 'approve'), one('CHG-2', verdict)]).map((each) => ('target' in each ? each.target : null)),
        verdict,
      ).toEqual(['CHG-1']);
  });

  it('is no reason to close while an approval was refused: that is for the chair', () => {
    const meeting = { id: 'CAB-1', state: 'frozen', mode: 'by_deadline', deadline: now, agenda: [], timing: [] } as never as AnyRow;
    const given = { minutes: { items: [{ change: 'CHG-1', decision: null }], lines: [] } };
    const close = (actor: ReturnType<typeof asSystem>) =>
      cabRules.close?.({ row: meeting, input: {}, given, actor, at: now, now, command: 'close', id: 'CAB-1' } as never);
    expect(close(asSystem('test'))).toMatchObject({ refused: 'cab_meeting.close.undecided', params: { change: 'CHG-1' } });
    expect(close(member)).toMatchObject({ changes: { minutes: given.minutes } });
  });
});
