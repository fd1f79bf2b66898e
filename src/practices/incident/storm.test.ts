// Alarms and what things are made of: given a composition and what is open, when an alarm comes in, then one incident per failure.
import { describe, expect, it } from 'vitest';
import type { Graph } from '../../calculus/composition.ts';
import { allClear, askFor, bringBack, type EventRow, goOn, type Handover, type Intake, link, passOn, relink, takeIn, type WorkOrderRow } from './reactions.ts';
import { type Alarm, assess, type Node, type OpenIncident, sameFailure, type World } from './storm.ts';

const house = 'ORG-1';
const node = (id: string, name: string, customers: string[] = [], criticality: Node['criticality'] = 'medium'): [string, Node] => [
  id,
  { id, name, criticality, customers },
];
/** Workplace for two customers, Telephony for a third; both need identity; the network has two lines of which one is enough. */
const nodes = new Map([
  node('SVC-1', 'Workplace', ['ORG-2', 'ORG-3'], 'high'),
  node('SVC-2', 'Network', [house]),
  node('SVC-3', 'Line A', [house]),
  node('SVC-4', 'Line B', [house]),
  node('SVC-5', 'Hosting', [house]),
  node('SVC-6', 'Identity', [house]),
  node('SVC-7', 'Telephony', ['ORG-4'], 'low'),
  node('SVC-8', 'Coffee'),
]);
const graph: Graph = {
  'SVC-1': { all: [{ part: 'SVC-2' }, { part: 'SVC-5' }, { part: 'SVC-6' }] },
  'SVC-2': { any: [{ part: 'SVC-3' }, { part: 'SVC-4' }] },
  'SVC-7': { all: [{ part: 'SVC-6' }] },
};
const at = '2026-10-05T09:00:00.000Z';
const later = '2026-10-05T10:00:00.000Z';
const world = (change: Partial<World> = {}): World => ({ house, nodes, graph, incidents: [], failing: [], ...change });
const alarm = (service: string, change: Partial<Alarm> = {}): Alarm => ({
  service,
  customer: null,
  severity: 'critical',
  started_at: at,
  vague: false,
  ...change,
});
const open = (id: string, part: string | null, change: Partial<OpenIncident> = {}): OpenIncident => ({
  id,
  service: 'SVC-1',
  customer: 'ORG-2',
  part,
  started_at: at,
  cleared_at: null,
  fan_out: [],
  ...change,
});
const joins = (service: string, incidents: OpenIncident[], change: Partial<Alarm> = {}) =>
  sameFailure(alarm(service, change), world({ incidents }))?.id ?? null;

describe('who feels it', () => {
  it('one of two redundant lines down leaves the service degraded, for each of its customers', () => {
    expect(assess(alarm('SVC-3'), world())).toEqual({
      joins: null,
      part: 'SVC-3',
      item: null,
      service: 'SVC-1',
      customer: 'ORG-2',
      affected_customers: ['ORG-2', 'ORG-3'],
      effect: 'degraded',
      fan_out: [
        { service: 'SVC-1', customer: 'ORG-2', effect: 'degraded' },
        { service: 'SVC-1', customer: 'ORG-3', effect: 'degraded' },
      ],
      impact: 'medium',
      urgency: 'high',
    });
  });

  it('both lines down takes the service down', () => {
    const failing = [{ service: 'SVC-3', customer: null, severity: 'critical' as const }];
    expect(assess(alarm('SVC-4'), world({ failing }))).toMatchObject({ effect: 'down', impact: 'high' });
  });

  it('a line that only warns degrades, whoever is left', () => {
    const one = new Map([...nodes, node('SVC-1', 'Workplace', ['ORG-2'], 'high')]);
    expect(assess(alarm('SVC-5', { severity: 'warning' }), world({ nodes: one }))).toMatchObject({ effect: 'degraded', impact: 'medium', urgency: 'medium' });
  });

  it('an outage of more customers is one level worse, lost redundancy is not', () => {
    const withCustomers = (...customers: string[]) => new Map([...nodes, node('SVC-1', 'Workplace', customers, 'medium')]);
    const impact = (part: string, customers: string[]) => assess(alarm(part), world({ nodes: withCustomers(...customers) })).impact;
    expect([impact('SVC-5', ['ORG-2']), impact('SVC-5', ['ORG-2', 'ORG-3']), impact('SVC-3', ['ORG-2', 'ORG-3'])]).toEqual(['medium', 'high', 'low']);
  });

  it('a shared part is felt by every integrated service above it; the one that matters most leads', () => {
    const found = assess(alarm('SVC-6'), world());
    expect(found.fan_out.map((each) => `${each.service} ${each.customer} ${each.effect}`)).toEqual([
      'SVC-1 ORG-2 down',
      'SVC-1 ORG-3 down',
      'SVC-7 ORG-4 down',
    ]);
    expect([found.service, found.customer, found.affected_customers]).toEqual(['SVC-1', 'ORG-2', ['ORG-2', 'ORG-3', 'ORG-4']]);
  });

  it('the customer whose monitoring spoke leads, if it feels it', () => {
    expect(assess(alarm('SVC-6', { customer: 'ORG-4' }), world())).toMatchObject({ service: 'SVC-7', customer: 'ORG-4' });
    expect(assess(alarm('SVC-6', { customer: 'ORG-9' }), world())).toMatchObject({ service: 'SVC-1', customer: 'ORG-2' });
  });

  it('who buys a whole and one of its parts hears of the whole', () => {
    const both = new Map([...nodes, node('SVC-6', 'Identity', ['ORG-4'], 'low')]);
    expect(assess(alarm('SVC-6', { customer: 'ORG-4' }), world({ nodes: both })).service).toBe('SVC-7');
  });

  it('what one customer sees of its service says nothing about the others', () => {
    expect(assess(alarm('SVC-1', { customer: 'ORG-3' }), world())).toMatchObject({
      part: null,
      service: 'SVC-1',
      customer: 'ORG-3',
      affected_customers: ['ORG-3'],
      effect: 'down',
    });
    const failing = [{ service: 'SVC-1', customer: 'ORG-3', severity: 'critical' as const }];
    expect(assess(alarm('SVC-3'), world({ failing }))).toMatchObject({ effect: 'degraded' });
  });

  it('a part that nobody outside was promised concerns the house', () => {
    expect(assess(alarm('SVC-8'), world())).toMatchObject({ service: 'SVC-8', customer: house, affected_customers: [house], effect: 'down', fan_out: [] });
  });
});

describe('the same failure', () => {
  it('is the same part, however long it takes', () => expect(joins('SVC-3', [open('INC-1', 'SVC-3')], { started_at: later })).toBe('INC-1'));
  it('is a failing part beneath', () => expect(joins('SVC-2', [open('INC-1', 'SVC-3')], { started_at: later })).toBe('INC-1'));
  it('is not a part beneath that works again', () => {
    expect(joins('SVC-2', [open('INC-1', 'SVC-3', { cleared_at: at })], { started_at: later })).toBeNull();
    expect(joins('SVC-2', [open('INC-1', 'SVC-3', { cleared_at: later })], { started_at: later })).toBe('INC-1');
  });
  it('is something above only within one storm', () => {
    expect(joins('SVC-3', [open('INC-1', 'SVC-2')])).toBe('INC-1');
    expect(joins('SVC-3', [open('INC-1', 'SVC-2')], { started_at: later })).toBeNull();
  });
  it('is a service made of the same part only within one storm', () => {
    expect(joins('SVC-7', [open('INC-1', 'SVC-1')])).toBe('INC-1');
    expect(joins('SVC-7', [open('INC-1', 'SVC-1')], { started_at: later })).toBeNull();
  });
  it('is not the other line, nor anything unrelated', () =>
    expect(joins('SVC-4', [open('INC-1', 'SVC-3'), open('INC-2', 'SVC-5'), open('INC-3', 'SVC-8')])).toBeNull());
  it('is the closest, then the oldest', () => {
    expect(joins('SVC-2', [open('INC-9', 'SVC-1'), open('INC-10', 'SVC-3'), open('INC-11', 'SVC-2')])).toBe('INC-11');
    expect(joins('SVC-2', [open('INC-10', 'SVC-3'), open('INC-9', 'SVC-4')])).toBe('INC-9');
  });
  it('is not what another customer saw an hour ago', () => {
    const seen = open('INC-1', null, { customer: 'ORG-3', fan_out: [{ service: 'SVC-1', customer: 'ORG-3', effect: 'down' }] });
    expect(joins('SVC-1', [seen], { customer: 'ORG-2', started_at: later })).toBeNull();
    expect(joins('SVC-1', [seen], { customer: 'ORG-3', started_at: later })).toBe('INC-1');
    expect(joins('SVC-1', [seen], { customer: 'ORG-2' })).toBe('INC-1');
  });

  it('learns its deepest part from a later alarm, keeps who leads, and grows', () => {
    const first = open('INC-1', null, { service: 'SVC-7', customer: 'ORG-4', fan_out: [{ service: 'SVC-7', customer: 'ORG-4', effect: 'down' }] });
    const found = assess(alarm('SVC-6'), world({ incidents: [first] }));
    expect(found).toMatchObject({
      joins: 'INC-1',
      part: 'SVC-6',
      service: 'SVC-7',
      customer: 'ORG-4',
      effect: 'down',
      affected_customers: ['ORG-4', 'ORG-2', 'ORG-3'],
    });
    expect(assess(alarm('SVC-2'), world({ incidents: [open('INC-1', 'SVC-3')] })).part).toBe('SVC-3');
  });
});

describe('taking in', () => {
  const event: EventRow = {
    id: 'EVT-1',
    state: 'open',
    incident: null,
    service: 'SVC-3',
    item: null,
    customer: 'ORG-2',
    severity: 'critical',
    started_at: at,
    cleared_at: null,
    summary: 'Line A down',
  };
  const taken = (change: Partial<EventRow> = {}, more: Partial<World> = {}) =>
    takeIn({ ...world(more), language: 'en', event: { ...event, ...change } } satisfies Intake);

  it('opens one incident that others may read without learning of one another', () => {
    expect(taken()).toEqual([
      {
        record: 'incident',
        command: 'open',
        target: null,
        input: expect.objectContaining({
          title: 'Workplace: works badly',
          service: 'SVC-1',
          customer: 'ORG-2',
          part: 'SVC-3',
          event: 'EVT-1',
          source: 'monitoring',
          started_at: at,
          effect: 'degraded',
        }),
      },
    ]);
  });

  it('leaves a customer its own words while nobody else reads them', () => {
    expect(taken({ service: 'SVC-1', summary: 'Ours is slow' })[0]?.input).toMatchObject({ title: 'Ours is slow', affected_customers: ['ORG-2'] });
    expect(taken({ service: 'SVC-6', customer: null })[0]?.input.title).toBe('Workplace, Telephony: not working');
  });

  it('joins the open incident', () => {
    expect(taken({}, { incidents: [open('INC-1', 'SVC-3')] })).toEqual([
      expect.objectContaining({ command: 'join_event', target: 'INC-1', input: expect.objectContaining({ event: 'EVT-1' }) }),
    ]);
  });

  it('guesses the most critical service of the customer when it knows none, and once per storm', () => {
    const [first] = taken({ service: null });
    expect(first?.input).toMatchObject({ service: 'SVC-1', customer: 'ORG-2', effect: 'degraded', affected_customers: ['ORG-2'] });
    expect(first?.input.part).toBeUndefined();
    const guessed = open('INC-1', null, { fan_out: [{ service: 'SVC-1', customer: 'ORG-2', effect: 'degraded' }] });
    expect(taken({ service: null }, { incidents: [guessed] })[0]).toMatchObject({ command: 'join_event', target: 'INC-1' });
    expect(taken({ service: null, started_at: later }, { incidents: [guessed] })[0]).toMatchObject({ command: 'open' });
    expect(taken({ service: null, customer: null })).toEqual([]);
  });

  it('does nothing with information, with what is over, and with what was taken in', () => {
    expect([
      taken({ severity: 'info' }),
      taken({ state: 'cleared', cleared_at: '2026-10-05T09:00:59.000Z' }),
      taken({ state: 'ignored' }),
      taken({ incident: 'INC-1' }),
      takeIn(null),
    ]).toEqual([[], [], [], [], []]);
    expect(taken({ state: 'cleared', cleared_at: '2026-10-05T09:01:00.000Z' })).toHaveLength(1);
  });
});

describe('what else follows', () => {
  const row = { id: 'INC-1', state: 'pending', waiting_on: 'ORG-2', parent: 'INC-2' } as never;
  const fact = (actor_party: string | null, params: Record<string, string> = {}) => ({ record_id: 'INC-1', params, actor_party });
  const order = (change: Partial<WorkOrderRow>) => ({ id: 'WO-1', supplier: 'ORG-5', team: null, state: 'accepted', ...change }) as WorkOrderRow;
  const held: Handover = {
    incident: { id: 'INC-1', state: 'in_progress', party: 'ORG-5', team: 'TEAM-5', owner_team: 'TEAM-1', handed_to: null },
    house,
    team: 'TEAM-5',
    other: null,
    asked: null,
  };
  const ours: Handover = { ...held, incident: { id: 'INC-1', state: 'in_progress', party: house, team: 'TEAM-1', owner_team: 'TEAM-1', handed_to: null } };

  it('an event learns its incident, also after a merge', () => {
    expect(link(fact(null, { event: 'EVT-1' }))).toEqual([{ record: 'event', command: 'link', target: 'EVT-1', input: { incident: 'INC-1' } }]);
    expect(link(fact(null))).toEqual([]);
    expect(relink(row, { events: ['EVT-1'] })).toEqual([{ record: 'event', command: 'link', target: 'EVT-1', input: { incident: 'INC-2' } }]);
  });

  it('the incident is told when the last of its alarms is over, once', () => {
    const quiet = { incident: { id: 'INC-1', open: true, state: 'in_progress', cleared_at: null } as const, still_open: 0, cleared_at: at };
    expect(allClear(quiet)).toEqual([{ record: 'incident', command: 'event_cleared', target: 'INC-1', input: { cleared_at: at } }]);
    expect(allClear({ ...quiet, still_open: 1 })).toEqual([]);
    expect(allClear({ ...quiet, incident: { ...quiet.incident, cleared_at: at } })).toEqual([]);
    expect(allClear({ ...quiet, incident: { ...quiet.incident, state: 'resolved' } })).toEqual([]);
    expect(allClear({ ...quiet, incident: null })).toEqual([]);
  });

  it('the receiver who accepts has the work, with its team', () => {
    expect(passOn(order({}), ours)).toEqual([
      { record: 'incident', command: 'pass_custody', target: 'INC-1', input: { party: 'ORG-5', team: 'TEAM-5', work_order: 'WO-1' } },
    ]);
    expect(passOn(order({}), { ...ours, team: null })[0]?.input.team).toBe('TEAM-1');
    expect(passOn(order({}), { ...ours, incident: null })).toEqual([]);
  });

  it('done work comes back to the owner, or goes to who else accepted', () => {
    expect(bringBack(order({ state: 'completed' }), held)).toEqual([
      { record: 'incident', command: 'return_custody', target: 'INC-1', input: { work_order: 'WO-1', team: 'TEAM-1' } },
    ]);
    const other = { id: 'WO-2', supplier: 'ORG-6', team: 'TEAM-6' };
    expect(bringBack(order({ state: 'completed' }), { ...held, other })[0]).toMatchObject({
      command: 'pass_custody',
      input: { party: 'ORG-6', team: 'TEAM-6' },
    });
  });

  it('a rejection moves nothing but is told; a withdrawal of what was not accepted is not', () => {
    expect(bringBack(order({ state: 'rejected' }), ours)[0]?.input).toEqual({ work_order: 'WO-1', rejected: true });
    expect(bringBack(order({ state: 'withdrawn' }), ours)).toEqual([]);
  });

  it('while a receiver has not answered the incident says whom was asked, and the next one when several were', () => {
    expect(askFor(order({ state: 'offered' }), ours)).toEqual([
      { record: 'incident', command: 'offer_custody', target: 'INC-1', input: { handed_to: 'ORG-5', work_order: 'WO-1' } },
    ]);
    expect(askFor(order({ supplier: house }), { ...ours, team: 'TEAM-3' })[0]?.input.handed_to).toBe('TEAM-3');
    expect(askFor(order({}), { ...ours, incident: null })).toEqual([]);
    const handing = { ...ours, incident: { ...ours.incident, handed_to: 'ORG-5' } as Handover['incident'] };
    expect(bringBack(order({ state: 'withdrawn' }), handing)[0]?.input).toEqual({ work_order: 'WO-1' });
    const asked = { id: 'WO-2', supplier: 'ORG-6', team: null };
    expect(bringBack(order({ state: 'rejected' }), { ...handing, asked })[0]?.input).toEqual({ work_order: 'WO-1', handed_to: 'ORG-6', rejected: true });
  });

  it('the answer of who was waited for ends the waiting', () => {
    expect(goOn(fact('ORG-2'), row)).toEqual([{ record: 'incident', command: 'resume', target: 'INC-1', input: {} }]);
    expect(goOn(fact('ORG-1'), row)).toEqual([]);
  });
});
