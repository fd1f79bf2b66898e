// Which promise applies: given promises and a record, when terms are selected, then one per clock and relation, with the reason.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTheClock } from './calendar.ts';
import { type Asked, isInForce, localDate, type Promised, selectTerms, sideOf } from './terms.ts';

const house = 'ORG-1';
const sla: Promised = {
  id: 'PRM-10',
  service: 'SVC-1',
  provider: house,
  customer: 'ORG-2',
  team: null,
  metric: 'restore',
  targets: { '1': 240, '2': 480 },
  calendar: roundTheClock,
  pauses: ['RSN-1'],
  valid_from: '2026-01-01',
  valid_to: null,
};
const incident: Asked = {
  clocks: { restore: { metric: 'restore' }, respond: { metric: 'respond' } },
  promises: [sla],
  services: new Map([
    ['SVC-1', 0],
    ['SVC-9', 1],
  ]),
  customers: ['ORG-2', 'ORG-3'],
  providers: [house],
  team: null,
  priority: '1',
  house,
  at: '2026-03-02T09:00:00Z',
};
const select = (promises: readonly Promised[], change: Partial<Asked> = {}) => selectTerms({ ...incident, promises, ...change });
const chosen = (promises: readonly Promised[], change: Partial<Asked> = {}) =>
  select(promises, change).choices.map((each) => [each.key, each.promise, each.because]);

describe('the side of a promise', () => {
  it('follows from its parties and the house', () => {
    expect(sideOf({ provider: house, customer: 'ORG-2' }, house)).toBe('customer');
    expect(sideOf({ provider: house, customer: house }, house)).toBe('desk');
    expect(sideOf({ provider: 'ORG-5', customer: house }, house)).toBe('supplier');
    expect(sideOf({ provider: 'ORG-5', customer: 'ORG-2' }, house)).toBe('supplier');
  });
});

describe('terms of an incident', () => {
  it('take target, hours, pauses and audience from the promise', () => {
    expect(select([sla]).terms).toEqual([
      {
        clock: 'restore',
        key: 'customer:ORG-2',
        side: 'customer',
        promise: 'PRM-10',
        provider: house,
        customer: 'ORG-2',
        target_minutes: 240,
        calendar: roundTheClock,
        pauses: ['RSN-1'],
        audience: [house, 'ORG-2'],
        escalation: null,
      },
    ]);
  });

  it('give every affected customer its own clock, and the desk one', () => {
    const promises = [sla, { ...sla, id: 'PRM-11', customer: 'ORG-3' }, { ...sla, id: 'PRM-12', customer: house }, { ...sla, id: 'PRM-13', metric: 'respond' }];
    expect(select(promises).terms.map((each) => `${each.clock} ${each.key} ${each.promise} ${each.audience.join('+')}`)).toEqual([
      'restore desk PRM-12 ORG-1',
      'restore customer:ORG-2 PRM-10 ORG-1+ORG-2',
      'restore customer:ORG-3 PRM-11 ORG-1+ORG-3',
      'respond customer:ORG-2 PRM-13 ORG-1+ORG-2',
    ]);
  });

  it('leave out what is not promised to anybody here', () => {
    const others: Promised[] = [
      { ...sla, service: 'SVC-2' },
      { ...sla, customer: 'ORG-4' },
      { ...sla, provider: 'ORG-5' },
      { ...sla, team: 'TEAM-1' },
      { ...sla, metric: 'repair' },
      { ...sla, targets: { '2': 480 } },
      { ...sla, targets: null },
      { ...sla, valid_from: '2026-03-03' },
      { ...sla, valid_to: '2026-03-01' },
    ];
    for (const other of others) expect(select([other]).terms).toEqual([]);
    expect(select([sla], { priority: null }).terms).toEqual([]);
  });

  it('read only the target’s own names, never inherited ones', () => {
    expect(select([sla], { priority: 'constructor' }).terms).toEqual([]);
  });
});

describe('terms of a work order', () => {
  const uc: Promised = { ...sla, id: 'PRM-20', provider: 'ORG-5', customer: house };
  it('hold the promise of the supplier that has the work, not those of others', () => {
    const asked = { providers: ['ORG-5'], customers: [] };
    expect(select([sla, uc, { ...uc, id: 'PRM-21', provider: 'ORG-6' }], asked).terms.map((each) => [each.key, each.promise, each.audience])).toEqual([
      ['supplier:ORG-5', 'PRM-20', [house, 'ORG-5']],
    ]);
  });

  it('prefer the promise made to the house over one made to the customer directly', () => {
    const direct = { ...uc, id: 'PRM-3', customer: 'ORG-2' };
    expect(chosen([direct, uc], { providers: ['ORG-5'] })).toEqual([['supplier:ORG-5', 'PRM-20', 'promised_to_the_house']]);
    expect(select([direct], { providers: ['ORG-5'] }).terms[0]?.audience).toEqual([house, 'ORG-5', 'ORG-2']);
  });

  it('prefer the internal promise of the team that has the work', () => {
    const general = { ...sla, id: 'PRM-1', customer: house };
    const own = { ...sla, id: 'PRM-30', customer: house, team: 'TEAM-1' };
    expect(chosen([general, own], { team: 'TEAM-1' })).toEqual([['desk:TEAM-1', 'PRM-30', 'for_this_team']]);
    expect(chosen([general, own], { team: 'TEAM-2' })).toEqual([['desk', 'PRM-1', 'only_one']]);
  });
});

describe('the choice between promises', () => {
  it('goes by nearness, then start, then number, and says so', () => {
    const whole = { ...sla, id: 'PRM-1', service: 'SVC-9', valid_from: '2026-02-01' };
    expect(chosen([whole, sla])).toEqual([['customer:ORG-2', 'PRM-10', 'nearer_service']]);
    expect(
      chosen([
        { ...sla, id: 'PRM-1' },
        { ...sla, id: 'PRM-2', valid_from: '2026-02-01' },
        { ...sla, id: 'PRM-3', valid_from: null },
      ]),
    ).toEqual([['customer:ORG-2', 'PRM-2', 'later_start']]);
    expect(chosen([sla, { ...sla, id: 'PRM-9' }])).toEqual([['customer:ORG-2', 'PRM-9', 'lower_number']]);
    expect(select([whole, sla]).choices[0]?.over).toEqual(['PRM-1']);
  });

  it('falls through to a wider promise when the nearer one leaves the priority out', () => {
    expect(
      chosen([
        { ...sla, targets: { '2': 5 } },
        { ...sla, id: 'PRM-1', service: 'SVC-9' },
      ]),
    ).toEqual([['customer:ORG-2', 'PRM-1', 'only_one']]);
  });

  it('does not depend on the order in which the promises were read', () => {
    const any = fc.record({
      number: fc.integer({ min: 1, max: 30 }),
      service: fc.constantFrom('SVC-1', 'SVC-9', 'SVC-5'),
      provider: fc.constantFrom(house, 'ORG-5'),
      customer: fc.constantFrom(house, 'ORG-2', 'ORG-3'),
      team: fc.constantFrom(null, 'TEAM-1'),
      valid_from: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
    });
    const promises = fc.uniqueArray(any, { selector: (each) => each.number, maxLength: 12 });
    fc.assert(
      fc.property(promises, fc.infiniteStream(fc.nat()), (drawn, order) => {
        const all = drawn.map(({ number, ...rest }) => ({ ...sla, ...rest, id: `PRM-${number}` }));
        const shuffled = all
          .map((each) => ({ each, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        const asked = { providers: [house, 'ORG-5'], team: 'TEAM-1' };
        const first = select(all, asked);
        expect(select(shuffled, asked)).toEqual(first);
        expect(new Set(first.terms.map((each) => `${each.clock} ${each.key}`)).size).toBe(first.terms.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the period of a promise', () => {
  it('is counted in days of its own zone, first and last day included', () => {
    const amsterdam = { calendar: { ...roundTheClock, zone: 'Europe/Amsterdam' }, valid_from: '2026-03-02', valid_to: '2026-03-02' };
    expect(isInForce(amsterdam, '2026-03-01T22:59:59Z')).toBe(false);
    expect(isInForce(amsterdam, '2026-03-01T23:00:00Z')).toBe(true);
    expect(isInForce(amsterdam, '2026-03-02T22:59:59Z')).toBe(true);
    expect(isInForce(amsterdam, '2026-03-02T23:00:00Z')).toBe(false);
  });

  it('falls back to UTC for a zone that does not exist', () => {
    expect(localDate('Atlantis/Centre', '2026-03-01T23:30:00Z')).toBe('2026-03-01');
    expect(localDate('Asia/Tokyo', '2026-03-01T23:30:00Z')).toBe('2026-03-02');
  });
});
