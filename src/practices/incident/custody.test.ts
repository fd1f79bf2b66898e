// The law of custody: after any sequence of legal commands an open incident is with exactly one party and team, and its row is the fold of its facts.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Happened, inMemory, somebody, type Told } from '../../../test/memory.ts';
import { fold } from '../../kernel/fact.ts';
import type { AnyRow, Command } from '../../kernel/record.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { IncidentGiven } from './classify.ts';
import { standardMatrix } from './impact.ts';
import { incident } from './record.ts';
import { incidentRules } from './rules.ts';

const house = 'ORG-1';
const actors = {
  agent: somebody({ side: 'integrator', organisation: house, person: 'PER-1', teams: ['TEAM-1', 'TEAM-2'], roles: ['process_manager', 'agent'] }),
  customer: somebody({ side: 'customer', organisation: 'ORG-2', person: 'PER-5', roles: ['customer_user'] }),
  itself: asSystem('test'),
};
const of = <T>(...values: T[]): fc.Arbitrary<T | undefined> => fc.constantFrom(undefined, ...values);
const level = of('high', 'medium', 'low', null);
/** Any value of any input that any command takes; each command keeps the names that are its own. */
const inputs = fc.record({
  title: of('Slow', null),
  service: of('SVC-1'),
  customer: of('ORG-2'),
  note: of('words'),
  impact: level,
  urgency: level,
  priority: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
  reason: of('RSN-1'),
  team: of('TEAM-1', 'TEAM-2', 'TEAM-5', null),
  agent: of('PER-1', null),
  party: of('ORG-1', 'ORG-5', null),
  waiting_reason: of('RSN-1', null),
  waiting_until: of('2030-01-01T00:00:00Z', null),
  resolution: of('fixed', 'workaround', 'duplicate', null),
  parent: of('INC-1', 'INC-7'),
  event: of('EVT-1'),
  cleared_at: of('2026-10-05T09:00:00Z'),
  work_order: of('WO-1'),
  clock: of('restore'),
  key: of('desk'),
  handed_to: of('ORG-5', 'TEAM-2'),
  rejected: of(true),
  state: of('assigned', 'in_progress', 'pending', 'resolved', 'closed'),
  effect: of('down', 'none'),
  affected_customers: of(['ORG-3']),
  part: of('SVC-3', null),
});
const givens = fc.record({
  reason: fc.constantFrom('waiting', 'override', 'rejection'),
  waits_on: fc.constantFrom('customer', 'supplier'),
  team: fc.constantFrom(house, 'ORG-5'),
  member: fc.boolean(),
  parent: fc.boolean(),
});
const commands = fc.constantFrom(...Object.keys(incident.commands).filter((name) => name !== 'open'));
const steps = fc.array(fc.record({ command: commands, input: inputs, given: givens, actor: fc.constantFrom('agent', 'agent', 'customer', 'itself') }), {
  minLength: 1,
  maxLength: 30,
});
type Step = typeof steps extends fc.Arbitrary<(infer S)[]> ? S : never;

const world = ({ given, input }: Pick<Step, 'given' | 'input'>): IncidentGiven => ({
  house,
  reopen_window_days: 14,
  swarm_after: 2,
  matrix: standardMatrix,
  house_team: 'TEAM-1',
  service: { id: 'SVC-1', name: 'Workplace', provider: house, team: 'TEAM-1', criticality: 'high', customers: ['ORG-2', 'ORG-3'] },
  team: input.team ? { id: input.team, organisation: given.team } : null,
  member: given.member,
  reason: { id: 'RSN-1', kind: given.reason, waits_on: given.waits_on, open: true },
  known_error: { state: 'published', workaround: 'Use the other door.', problem: null },
  parent: given.parent ? { id: 'INC-7', open: true, state: 'assigned', affected_customers: ['ORG-2', 'ORG-3'] } : null,
});
const judge = (told: Told) => inMemory({ definition: incident, rules: incidentRules, house }, told);

const needed = {
  note: 'words',
  waiting_reason: 'RSN-1',
  resolution: 'fixed',
  team: 'TEAM-1',
  party: 'ORG-5',
  impact: 'high',
  urgency: 'low',
  priority: 2,
  reason: 'RSN-1',
  parent: 'INC-7',
  known_error: 'KE-1',
  event: 'EVT-1',
  cleared_at: '2026-10-05T09:00:00Z',
  clock: 'restore',
  key: 'desk',
  handed_to: 'ORG-5',
};
const declaredOf = (command: string): Command => incident.commands[command as keyof typeof incident.commands];

/** The command's own inputs; what it needs and was not given comes from `needed`, so that walks are long. */
function taking(command: string, input: Step['input']): Record<string, unknown> {
  const { needs = [], takes = [], input: own = {} } = declaredOf(command);
  const given = Object.entries(input).filter(([name, value]) => value !== undefined && [...needs, ...takes, ...Object.keys(own)].includes(name));
  const missing = needs.filter((name) => !given.some(([known, value]) => known === name && value !== null));
  return { ...Object.fromEntries(given), ...Object.fromEntries(missing.map((name) => [name, needed[name as keyof typeof needed]])) };
}

function holds(row: AnyRow): void {
  const { state, open, party, team, owner_team, agent, waiting_reason, customer, affected_customers, priority, handed_to, handed_by } = row;
  expect(Object.keys(incident.states)).toContain(state);
  if (!open) return;
  expect([party, team, owner_team]).toEqual([expect.stringMatching(/^ORG-/), expect.stringMatching(/^TEAM-/), expect.stringMatching(/^TEAM-/)]);
  expect(agent === null || typeof agent === 'string').toBe(true);
  expect(affected_customers).toContain(customer);
  expect([1, 2, 3, 4, 5]).toContain(priority);
  // Being handed over has a receiver and a keeper, and only the house hands over.
  expect(handed_to === null).toBe(handed_by === null);
  if (handed_to !== null) expect([party, handed_by]).toEqual([house, expect.stringMatching(/^TEAM-/)]);
  if (state !== 'pending') expect(waiting_reason).toBeNull();
}

/** Walks and checks; answers how many commands were legal and which of them led to which state. */
function walks(runs: { numRuns: number; seed?: number }): { legal: number; reached: Set<string> } {
  let legal = 0;
  const reached = new Set<string>();
  fc.assert(
    fc.property(steps, (walk) => {
      const first = judge({
        command: 'open',
        input: { title: 'Slow', service: 'SVC-1', customer: 'ORG-2' },
        given: world({ given: { reason: 'waiting', waits_on: 'customer', team: house, member: true, parent: false }, input: {} as Step['input'] }),
        actor: actors.agent,
      });
      if (isRefusal(first)) throw new Error(first.refused);
      const facts = [{ record_id: 'INC-1', version: 1, at: '2026-10-05T09:00:00.000Z', changes: first.changes }];
      let row = first.row;
      for (const [index, step] of walk.entries()) {
        const at = new Date(Date.parse('2026-10-05T09:00:00.000Z') + index * 60_000).toISOString();
        const actor = declaredOf(step.command).silent ? actors.itself : actors[step.actor as keyof typeof actors];
        const outcome: Happened | Refusal = judge({ command: step.command, row, input: taking(step.command, step.input), given: world(step), actor, at });
        if (isRefusal(outcome)) continue;
        legal += 1;
        reached.add(`${step.command} ${outcome.row.state}`);
        facts.push({ record_id: 'INC-1', version: row.version + 1, at, changes: outcome.changes });
        row = outcome.row;
        holds(row);
      }
      expect(fold(incident, facts)).toEqual(row);
    }),
    runs,
  );
  return { legal, reached };
}

it('an open incident is always with one party and team', () => {
  walks({ numRuns: 300 });
});

it('the walks get about: every state, and nearly every command', () => {
  const { legal, reached } = walks({ numRuns: 300, seed: 20_261_005 });
  expect(legal).toBeGreaterThan(600);
  expect(new Set([...reached].map((each) => each.split(' ')[1]))).toEqual(new Set(Object.keys(incident.states).filter((name) => name !== 'new')));
  expect(new Set([...reached].map((each) => each.split(' ')[0])).size).toBeGreaterThan(19);
});
