// Handing work over within the house and to a supplier: the sender keeps it until the receiver answers, and refusals are counted.
import { describe, expect, it } from 'vitest';
import { happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import { roundTheClock } from '../../calculus/calendar.ts';
import { ledger } from '../../calculus/ledger.ts';
import { custodyMarks, endOf } from '../../kernel/custody.ts';
import type { AnyRow } from '../../kernel/record.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { IncidentGiven } from './classify.ts';
import { standardMatrix } from './impact.ts';
import { incident } from './record.ts';
import { incidentRules } from './rules.ts';

const house = 'ORG-1';
const start = Date.parse('2026-10-05T09:00:00.000Z');
const minute = 60_000;
const desk = somebody({ side: 'integrator', organisation: house, person: 'PER-1', teams: ['TEAM-1'], roles: ['agent'] });
const network = somebody({ side: 'integrator', organisation: house, person: 'PER-2', teams: ['TEAM-2'], roles: ['agent'] });
const given: IncidentGiven = {
  house,
  reopen_window_days: 14,
  swarm_after: 2,
  matrix: standardMatrix,
  house_team: 'TEAM-1',
  service: { id: 'SVC-1', name: 'Workplace', provider: house, team: 'TEAM-1', criticality: 'high', customers: ['ORG-2'] },
  team: { id: 'TEAM-2', organisation: house },
  member: true,
  reason: { id: 'RSN-2', kind: 'rejection', waits_on: 'nobody', open: true },
  parent: null,
};

/** A case that remembers its facts, a minute apart unless said otherwise. */
function story() {
  const facts: { record_id: string; version: number; at: string; changes: Readonly<Record<string, unknown>> }[] = [];
  let row: AnyRow | null = null;
  const step = (after: number, command: string, told: Partial<Told> = {}): AnyRow => {
    const at = new Date(start + after * minute).toISOString();
    const outcome = happened(inMemory({ definition: incident, rules: incidentRules, house }, { given, actor: desk, row, at, command, ...told }));
    facts.push({ record_id: 'INC-1', version: facts.length + 1, at, changes: outcome.changes });
    row = outcome.row;
    return row;
  };
  const told = (until: number) => {
    const { marks, row: last } = custodyMarks(incident, facts);
    return ledger({ marks, end: endOf(incident, last), now: start + until * minute, calendar: roundTheClock });
  };
  step(0, 'open', { input: { title: 'Slow', service: 'SVC-1', customer: 'ORG-2' } });
  return { step, told };
}
const lines = ({ intervals }: ReturnType<typeof ledger>) =>
  intervals.map((each) => [each.custodian, each.team, each.reason, each.receiver, each.wall_ms / minute]);
const toNetwork = { input: { team: 'TEAM-2' } };
const back = { input: { reason: 'RSN-2', note: 'Not the network' }, actor: network };

describe('to another team of the house', () => {
  it('the sender keeps it until the team takes it; that time is a line of its own', () => {
    const { step, told } = story();
    expect(step(10, 'assign', toNetwork)).toMatchObject({ team: 'TEAM-2', handed_to: 'TEAM-2', handed_by: 'TEAM-1' });
    expect(step(25, 'take', { actor: network })).toMatchObject({ team: 'TEAM-2', handed_to: null, handed_by: null, agent: 'PER-2' });
    const found = told(40);
    expect(lines(found)).toEqual([
      [house, 'TEAM-1', 'working', null, 10],
      [house, 'TEAM-1', 'handover', 'TEAM-2', 15],
      [house, 'TEAM-2', 'working', null, 15],
    ]);
    expect(found).toMatchObject({ reassignments: 1, ping_pong: 0, bounces: 0, handover: { wall_ms: 15 * minute } });
  });

  it('whoever assigns to their own team has it at once', () => {
    const { step } = story();
    expect(step(10, 'assign', { ...toNetwork, actor: network })).toMatchObject({ team: 'TEAM-2', handed_to: null });
    expect(step(11, 'assign', { ...toNetwork, actor: desk })).toMatchObject({ handed_to: null });
  });

  it('sent on before it was taken, it stays with the first sender; sent back to them, nothing is on its way', () => {
    const { step } = story();
    step(10, 'assign', toNetwork);
    const third = { input: { team: 'TEAM-3' }, given: { ...given, team: { id: 'TEAM-3', organisation: house } } };
    expect(step(12, 'assign', third)).toMatchObject({ team: 'TEAM-3', handed_to: 'TEAM-3', handed_by: 'TEAM-1' });
    const home = { input: { team: 'TEAM-1' }, given: { ...given, team: { id: 'TEAM-1', organisation: house } }, actor: asSystem('test') };
    expect(step(13, 'assign', home)).toMatchObject({ team: 'TEAM-1', handed_to: null, handed_by: null });
  });

  it('declined it goes back to who sent it, counted, and was never with the other team', () => {
    const { step, told } = story();
    step(10, 'assign', toNetwork);
    expect(step(30, 'decline', back)).toMatchObject({ team: 'TEAM-1', handed_to: null, handed_by: null, declined: 1, agent: null });
    expect(told(40)).toMatchObject({ reassignments: 0, ping_pong: 0, handover: { wall_ms: 20 * minute } });
    expect(lines(told(40)).map(([, team, reason]) => [team, reason])).toEqual([
      ['TEAM-1', 'working'],
      ['TEAM-1', 'handover'],
      ['TEAM-1', 'working'],
    ]);
  });

  it('the second refusal brings it to the owner, wherever it came from; never when the house says so', () => {
    const ends = (swarm_after: number) => {
      const { step } = story();
      step(1, 'take', { actor: network });
      step(2, 'assign', { input: { team: 'TEAM-3' }, given: { ...given, team: { id: 'TEAM-3', organisation: house } } });
      const third = somebody({ side: 'integrator', organisation: house, person: 'PER-3', teams: ['TEAM-3'], roles: ['agent'] });
      const decline = { ...back, actor: third, given: { ...given, swarm_after } };
      expect(step(3, 'decline', decline)).toMatchObject({ team: 'TEAM-2', declined: 1 });
      step(4, 'assign', { input: { team: 'TEAM-3' }, given: { ...given, team: { id: 'TEAM-3', organisation: house } } });
      return step(5, 'decline', decline).team;
    };
    expect([ends(2), ends(0)]).toEqual(['TEAM-1', 'TEAM-2']);
  });

  it('only the team that is asked declines, with a reason for refusing', () => {
    const { step } = story();
    const assigned = step(10, 'assign', toNetwork);
    const judge = (told: Partial<Told>) =>
      inMemory({ definition: incident, rules: incidentRules, house }, { given, row: assigned, command: 'decline', ...back, ...told });
    expect(judge({ actor: desk })).toMatchObject({ refused: 'not_allowed' });
    expect(judge({ given: { ...given, reason: { id: 'RSN-1', kind: 'waiting', waits_on: 'customer', open: true } } })).toMatchObject({
      refused: 'incident.decline.wrong_reason',
      field: 'reason',
    });
    expect(judge({ row: { ...assigned, handed_to: null, handed_by: null }, actor: asSystem('test') })).toMatchObject({
      refused: 'incident.decline.nothing_handed',
    });
  });
});

describe('to a supplier', () => {
  const system = { actor: asSystem('test') };
  const offered = { ...system, input: { handed_to: 'ORG-5', work_order: 'WO-1' } };

  it('between the offer and the answer the house keeps it', () => {
    const { step, told } = story();
    step(5, 'take');
    expect(step(10, 'offer_custody', offered)).toMatchObject({ party: house, team: 'TEAM-1', agent: 'PER-1', handed_to: 'ORG-5' });
    step(22, 'pass_custody', { ...system, input: { party: 'ORG-5', team: 'TEAM-5', work_order: 'WO-1' } });
    expect(lines(told(30))).toEqual([
      [house, 'TEAM-1', 'working', null, 5],
      [house, 'TEAM-1', 'working', null, 5],
      [house, 'TEAM-1', 'handover', 'ORG-5', 12],
      ['ORG-5', 'TEAM-5', 'working', null, 8],
    ]);
    expect(told(30)).toMatchObject({ bounces: 1, reassignments: 1, handover: { wall_ms: 12 * minute } });
  });

  it('a rejection ends the handing over and is counted; the next receiver that was asked is waited for', () => {
    const { step } = story();
    step(10, 'offer_custody', offered);
    expect(step(12, 'return_custody', { ...system, input: { work_order: 'WO-1', rejected: true, handed_to: 'ORG-6' } })).toMatchObject({
      handed_to: 'ORG-6',
      declined: 1,
    });
    expect(step(14, 'return_custody', { ...system, input: { work_order: 'WO-2', rejected: true } })).toMatchObject({
      handed_to: null,
      handed_by: null,
      declined: 2,
    });
  });

  it('waiting for the customer meanwhile is the time of the customer, and goes on as handing over', () => {
    const { step, told } = story();
    step(1, 'take');
    step(2, 'offer_custody', offered);
    const waiting = { id: 'RSN-1', kind: 'waiting', waits_on: 'customer', open: true };
    step(4, 'wait', { input: { waiting_reason: 'RSN-1' }, given: { ...given, reason: waiting } });
    step(9, 'resume', { given: { ...given, reason: waiting } });
    expect(told(10).by_party).toMatchObject([
      { party: house, wall_ms: 5 * minute },
      { party: 'ORG-2', wall_ms: 5 * minute },
    ]);
    expect(told(10).handover.wall_ms).toBe(3 * minute);
  });

  it('what another party already has is not handed over by the house', () => {
    const { step } = story();
    step(1, 'pass_custody', { ...system, input: { party: 'ORG-5', team: 'TEAM-5', work_order: 'WO-1' } });
    expect(step(2, 'offer_custody', { ...system, input: { handed_to: 'ORG-6', work_order: 'WO-2' } })).toMatchObject({ party: 'ORG-5', handed_to: null });
  });
});

it('glpi#23359: time between a solution and its reopening is work of nobody', () => {
  const { step, told } = story();
  step(5, 'take');
  step(10, 'resolve', { input: { resolution: 'fixed', note: 'Done' } });
  expect(told(50).total.wall_ms).toBe(10 * minute);
  step(60, 'reopen', { input: { note: 'Not done' } });
  expect(lines(told(70)).map(([, , reason, , span]) => [reason, span])).toEqual([
    ['working', 5],
    ['working', 5],
    ['done', 50],
    ['working', 10],
  ]);
});
