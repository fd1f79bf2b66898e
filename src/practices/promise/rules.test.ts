// Promises and service hours: given parties, hours and what lies beneath, when one is drafted, signed, amended or ended, then it says one thing that can be kept.
import { describe, expect, it } from 'vitest';
import { aFact, agent, changesOf, customerManager, house, judging, now, rowOf, serviceLevelManager, somebody, supplierManager } from '../../../test/judge.ts';
import { roundTheClock } from '../../calculus/calendar.ts';
import { project } from '../../kernel/record.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { allows, asSystem } from '../../kernel/scope.ts';
import { calendar } from './calendar.record.ts';
import { calendarRules } from './calendar.rules.ts';
import { promiseReactions } from './reactions.gather.ts';
import { calendarReactions } from './reactions.ts';
import { promise } from './record.ts';
import { type PromiseGiven, promiseRules } from './rules.ts';

const hours = { ...roundTheClock, id: 'CAL-1', name: 'Always', open: true, zone: 'Europe/Amsterdam' };
const usual: PromiseGiven = {
  house,
  service: { name: 'Workplace', state: 'live' },
  provider: { name: 'House', open: true },
  customer: { name: 'North', open: true },
  team: null,
  calendar: hours,
  support_calendar: null,
  family: null,
  risk_owner: null,
  reasons: [],
  rivals: [],
  chain: null,
};
const ask = judging(promise, promiseRules, usual);
const input = { name: 'Restore', service: 'SVC-1', provider: house, customer: 'ORG-2', metric: 'restore', measured_per: 'month', calendar: 'CAL-1' };
const draft = { ...input, targets: { '1': 240, '2': 480 }, pauses: ['RSN-1'] };
const active = { ...draft, state: 'active', valid_from: '2026-01-01' };
const chain = {
  house,
  service: 'SVC-1',
  today: '2026-03-02',
  graph: { 'SVC-1': { part: 'SVC-3' } },
  services: new Map([['SVC-3', { name: 'Hosting', provider: 'ORG-5' }]]),
  promises: [
    {
      ...input,
      id: 'PRM-3',
      name: 'UC',
      service: 'SVC-3',
      provider: 'ORG-5',
      customer: house,
      metric: 'repair',
      team: null,
      targets: { '1': 200, '2': 400 },
      availability: null,
      throughput: null,
      satisfied: null,
      attainment: null,
      measured_per: 'month' as const,
      rolling_days: null,
      routing: null,
      fee_minor: null,
      currency: null,
      credit_bands: null,
      calendar: roundTheClock,
      pauses: [],
      valid_from: null,
      valid_to: null,
    },
  ],
};

describe('a draft', () => {
  it('may be incomplete', () => {
    expect(changesOf(ask({ command: 'open', input }))).toEqual({ ...input, state: 'draft', pauses: [], edition: 1 });
    expect(changesOf(ask({ command: 'edit', row: draft, input: { pauses: [], targets: null } }))).toEqual({ targets: null, pauses: [] });
    for (const actor of [agent, customerManager, supplierManager]) expect(ask({ command: 'open', input, actor })).toMatchObject({ refused: 'not_allowed' });
  });

  it('does not promise the more urgent slower', () => {
    expect(ask({ command: 'open', input: { ...input, targets: { '3': 60, '1': 90, '2': 90 } } })).toEqual({
      refused: 'promise.targets_out_of_order',
      field: 'targets',
      params: { urgent: '2', urgent_minutes: 90, less: '3', less_minutes: 60 },
    });
    expect(isRefusal(ask({ command: 'open', input: { ...input, targets: { '1': 60, '3': 60 } } }))).toBe(false);
    expect(ask({ command: 'open', input: { ...input, targets: { '1': 0 } } })).toMatchObject({ refused: 'field.not_shape' });
    expect(ask({ command: 'open', input: { ...input, targets: { '6': 10 } } })).toMatchObject({ refused: 'field.not_shape' });
  });

  it('measures what its metric says', () => {
    expect(ask({ command: 'open', input: { ...input, metric: 'availability', targets: { '1': 5 } } })).toMatchObject({ refused: 'promise.targets_not_wanted' });
    expect(ask({ command: 'edit', row: draft, input: { availability: 999_000 } })).toMatchObject({
      refused: 'promise.availability_not_wanted',
      field: 'availability',
    });
    expect(ask({ command: 'edit', row: draft, input: { metric: 'availability' } })).toMatchObject({ refused: 'promise.targets_not_wanted' });
  });

  it('does not end before it begins', () => {
    const period = { valid_from: '2026-03-02', valid_to: '2026-03-01' };
    expect(ask({ command: 'open', input: { ...input, ...period } })).toMatchObject({ refused: 'promise.period_reversed', params: period });
    expect(isRefusal(ask({ command: 'open', input: { ...input, valid_from: '2026-03-02', valid_to: '2026-03-02' } }))).toBe(false);
  });

  it('is for one team only within one organisation, that of the team', () => {
    const team = { name: 'Desk', organisation: house };
    expect(ask({ command: 'open', input: { ...input, team: 'TEAM-1' }, given: { team } })).toMatchObject({
      refused: 'promise.team_not_internal',
      field: 'team',
    });
    expect(isRefusal(ask({ command: 'open', input: { ...input, customer: house, team: 'TEAM-1' }, given: { team } }))).toBe(false);
    expect(ask({ command: 'open', input: { ...input, customer: house, team: 'TEAM-1' }, given: { team: { ...team, organisation: 'ORG-5' } } })).toMatchObject({
      refused: 'promise.team_elsewhere',
      params: { team: 'Desk', provider: 'House' },
    });
  });

  it('stops a customer’s clock for no supplier, and no clock for what is not waiting', () => {
    const supplier = { name: 'Waiting for a supplier', kind: 'waiting', waits_on: 'supplier' };
    const customer = { name: 'Waiting for an answer', kind: 'waiting', waits_on: 'customer' };
    const pauses = { ...input, pauses: ['RSN-1'] };
    expect(ask({ command: 'open', input: pauses, given: { reasons: [customer, supplier] } })).toMatchObject({
      refused: 'promise.pauses_supplier_wait',
      field: 'pauses',
      params: { reason: 'Waiting for a supplier' },
    });
    expect(isRefusal(ask({ command: 'open', input: pauses, given: { reasons: [customer] } }))).toBe(false);
    expect(isRefusal(ask({ command: 'open', input: { ...pauses, provider: 'ORG-5', customer: house }, given: { reasons: [supplier] } }))).toBe(false);
    expect(ask({ command: 'open', input: pauses, given: { reasons: [{ ...customer, kind: 'rejection' }] } })).toMatchObject({
      refused: 'promise.pauses_not_waiting',
    });
  });
});

describe('signing', () => {
  it('puts it in force from the day it is in its own zone, unless another is said', () => {
    const late = ask({ command: 'sign', row: draft, at: '2026-03-01T23:30:00.000Z' });
    expect(late).toMatchObject({ changes: { state: 'active', valid_from: '2026-03-02' }, params: { valid_from: '2026-03-02' }, fact: 'promise.signed' });
    expect(changesOf(ask({ command: 'sign', row: { ...draft, valid_from: '2026-04-01' } }))).toEqual({ state: 'active' });
    expect(changesOf(ask({ command: 'sign', row: draft, input: { valid_from: '2026-05-01' } }))).toEqual({ state: 'active', valid_from: '2026-05-01' });
  });

  it('tells both parties and the house', () => {
    expect(ask({ command: 'sign', row: { ...draft, provider: 'ORG-5' }, given: { team: null } })).toMatchObject({ audience: [house, 'ORG-2', 'ORG-5'] });
  });

  it('needs what is promised', () => {
    expect(ask({ command: 'sign', row: { ...draft, targets: null } })).toMatchObject({ refused: 'promise.targets_missing', params: { metric: 'restore' } });
    expect(ask({ command: 'sign', row: { ...draft, targets: {} } })).toMatchObject({ refused: 'promise.targets_missing' });
    const available = { ...draft, metric: 'availability', targets: null };
    expect(ask({ command: 'sign', row: available })).toMatchObject({ refused: 'promise.availability_missing', field: 'availability' });
    expect(ask({ command: 'sign', row: { ...available, availability: 0 } })).toMatchObject({ refused: 'promise.availability_missing' });
    expect(isRefusal(ask({ command: 'sign', row: { ...available, availability: 999_000 } }))).toBe(false);
  });

  it('needs parties, a service and hours that are there', () => {
    const gone = { name: 'Gone', open: false };
    expect(ask({ command: 'sign', row: draft, given: { provider: gone } })).toMatchObject({ refused: 'promise.sign.party_ended', field: 'provider' });
    expect(ask({ command: 'sign', row: draft, given: { customer: gone } })).toMatchObject({ refused: 'promise.sign.party_ended', field: 'customer' });
    expect(ask({ command: 'sign', row: draft, given: { service: { name: 'Old', state: 'retired' } } })).toMatchObject({
      refused: 'promise.sign.service_retired',
    });
    expect(ask({ command: 'sign', row: draft, given: { calendar: { ...hours, week: [] } } })).toMatchObject({
      refused: 'promise.sign.calendar',
      params: { calendar: 'Always', fault: expect.stringContaining('week') },
    });
    expect(ask({ command: 'sign', row: draft, given: { calendar: null } })).toMatchObject({ refused: 'promise.sign.calendar' });
  });

  it('does not contradict another in the same days', () => {
    const rival = { name: 'Old SLA', valid_from: '2026-01-01', valid_to: '2026-03-31' };
    const sign = (valid_from: string, valid_to: string | null, rivals = [rival]) =>
      ask({ command: 'sign', row: { ...draft, valid_to }, input: { valid_from }, given: { rivals } });
    expect(sign('2026-03-31', null)).toMatchObject({ refused: 'promise.overlaps', params: { promise: 'Old SLA', from: '2026-01-01', to: '2026-03-31' } });
    expect(sign('2025-01-01', '2026-01-01')).toMatchObject({ refused: 'promise.overlaps' });
    expect(isRefusal(sign('2026-04-01', null))).toBe(false);
    expect(isRefusal(sign('2025-01-01', '2025-12-31'))).toBe(false);
    expect(ask({ command: 'sign', row: draft, given: { rivals: [{ name: 'Open', valid_from: null, valid_to: null }] } })).toMatchObject({
      params: { from: '-', to: '-' },
    });
  });

  it('is refused when the chain does not carry it, unless the risk is accepted', () => {
    const tight = { ...draft, targets: { '1': 180, '2': 480 } };
    expect(ask({ command: 'sign', row: tight, given: { chain } })).toEqual({
      refused: 'promise.chain.time_exceeded',
      field: 'accepted_risk',
      params: { part: 'Hosting', priority: '1', offered: 180, needed: 200, slack: 20 },
    });
    const risk = { accepted_risk: 'The board decided so on 1 March; a second host comes in May.', risk_owner: 'PER-9', risk_until: '2026-06-30' };
    const risk_owner = { name: 'Ans', roles: ['agent', 'executive'] };
    const given = { chain, risk_owner };
    expect(changesOf(ask({ command: 'sign', row: tight, input: risk, given }))).toMatchObject({ state: 'active', ...risk });
    expect(changesOf(ask({ command: 'sign', row: draft, input: risk, given }))).not.toHaveProperty('accepted_risk');
    const signed = (change: object, world: object = {}) => ask({ command: 'sign', row: tight, input: { ...risk, ...change }, given: { ...given, ...world } });
    expect(signed({ risk_owner: null }, { risk_owner: null })).toMatchObject({ refused: 'promise.risk.needs_owner', field: 'risk_owner' });
    expect(signed({}, { risk_owner: { name: 'Bo', roles: ['agent', 'administrator'] } })).toMatchObject({ refused: 'promise.risk.wrong_owner' });
    expect(signed({ risk_until: null })).toMatchObject({ refused: 'promise.risk.needs_end', field: 'risk_until' });
    expect(signed({ risk_until: '2026-03-01' })).toMatchObject({ refused: 'promise.risk.past', params: { today: '2026-03-02' } });
    expect(signed({ valid_to: '2026-05-31' })).toMatchObject({ refused: 'promise.risk.after_end' });
  });

  it('happens once', () => {
    expect(ask({ command: 'sign', row: active })).toMatchObject({ refused: 'wrong_state' });
    expect(ask({ command: 'edit', row: active, input: { name: 'Other' } })).toMatchObject({ refused: 'wrong_state' });
  });
});

describe('a new version', () => {
  const family = { first: 'PRM-1', edition: 2, ...input, team: null, latest: { id: 'PRM-4', valid_from: '2026-01-01' } };
  const given = { family };

  it('is numbered after the last and knows the first', () => {
    expect(changesOf(ask({ command: 'open', input: { ...input, version_of: 'PRM-4' }, given }))).toMatchObject({ version_of: 'PRM-1', edition: 3 });
  });

  it('is about the same, by the same, to the same', () => {
    const other = { ...input, version_of: 'PRM-4', customer: 'ORG-3' };
    expect(ask({ command: 'open', input: other, given })).toMatchObject({ refused: 'promise.version_of_other', params: { first: 'PRM-1', field: 'customer' } });
    expect(ask({ command: 'edit', row: { ...draft, version_of: 'PRM-1' }, input: { metric: 'respond' }, given })).toMatchObject({ field: 'metric' });
  });

  it('begins after the one it replaces', () => {
    const next = { ...draft, version_of: 'PRM-1' };
    const sign = (valid_from: string) => ask({ command: 'sign', row: next, input: { valid_from }, given });
    expect(sign('2026-01-01')).toMatchObject({ refused: 'promise.version_too_early', params: { promise: 'PRM-4', valid_from: '2026-01-01' } });
    expect(isRefusal(sign('2026-01-02'))).toBe(false);
  });

  it('ends the one before it on the day before', () => {
    const [reaction] = promiseReactions;
    const row = rowOf(promise, { ...active, id: 'PRM-5', version_of: 'PRM-1', valid_from: '2026-04-01' });
    const fact = aFact({ record: 'promise', record_id: 'PRM-5', fact: 'promise.signed', at: now });
    expect(reaction?.react(fact, row, [{ id: 'PRM-4' }])).toEqual([
      { record: 'promise', command: 'supersede', target: 'PRM-4', input: { valid_to: '2026-03-31', successor: 'PRM-5' } },
    ]);
    const made = ask({ command: 'supersede', row: active, input: { valid_to: '2026-03-31', successor: 'PRM-5' }, actor: asSystem('supersede') });
    expect(changesOf(made)).toEqual({ valid_to: '2026-03-31' });
    expect(ask({ command: 'supersede', row: active, input: { valid_to: '2026-03-31' } })).toMatchObject({ refused: 'not_allowed' });
  });
});

describe('what each metric promises', () => {
  const about = (metric: string, change: object) => ask({ command: 'sign', row: { ...draft, targets: null, metric, ...change } });
  it('a number of cases', () => {
    expect(about('throughput', {})).toMatchObject({ refused: 'promise.throughput_missing', field: 'throughput' });
    expect(isRefusal(about('throughput', { throughput: 400 }))).toBe(false);
    expect(about('restore', { targets: { '1': 5 }, throughput: 400 })).toMatchObject({ refused: 'promise.throughput_not_wanted' });
  });

  it('a share of satisfied answers', () => {
    expect(about('satisfaction', {})).toMatchObject({ refused: 'promise.satisfied_missing' });
    expect(isRefusal(about('satisfaction', { satisfied: 800_000 }))).toBe(false);
    expect(about('satisfaction', { satisfied: 800_000, attainment: 900_000 })).toMatchObject({ refused: 'promise.attainment_not_wanted' });
  });

  it('over rolling days, when it says how many', () => {
    expect(about('fulfil', { targets: { '1': 60 }, measured_per: 'rolling' })).toMatchObject({ refused: 'promise.rolling_missing' });
    expect(isRefusal(about('fulfil', { targets: { '1': 60 }, measured_per: 'rolling', rolling_days: 30 }))).toBe(false);
    expect(about('fulfil', { targets: { '1': 60 }, rolling_days: 30 })).toMatchObject({ refused: 'promise.rolling_not_wanted' });
  });

  it('outside windows that can be', () => {
    const maintenance = [{ days: [7], from: '06:00', to: '02:00' }];
    expect(ask({ command: 'open', input: { ...input, maintenance } })).toMatchObject({
      refused: 'promise.maintenance_fault',
      params: { fault: expect.stringMatching(/^maintenance\[0\]\.to/) },
    });
    expect(isRefusal(ask({ command: 'open', input: { ...input, maintenance: [{ days: [7], weeks: [-1], from: '02:00', to: '06:00' }] } }))).toBe(false);
  });

  it('with a credit that grows as less is kept, of a fee in a currency', () => {
    const credit_bands = {
      bands: [
        { below: 950_000, credit: 50_000 },
        { below: 900_000, credit: 100_000 },
      ],
      cap: 100_000,
    };
    const open = (change: object) => ask({ command: 'open', input: { ...input, fee_minor: 120_000, currency: 'EUR', credit_bands, ...change } });
    expect(isRefusal(open({}))).toBe(false);
    expect(open({ currency: null })).toMatchObject({ refused: 'promise.fee_needs_currency' });
    expect(open({ currency: 'eur' })).toMatchObject({ refused: 'promise.currency_unknown' });
    expect(open({ fee_minor: null })).toMatchObject({ refused: 'promise.credit_needs_fee' });
    expect(
      open({
        credit_bands: {
          bands: [
            { below: 950_000, credit: 50_000 },
            { below: 900_000, credit: 20_000 },
          ],
        },
      }),
    ).toMatchObject({
      refused: 'promise.credit_out_of_order',
      params: { below: '90 %' },
    });
  });
});

describe('ending', () => {
  it('takes effect today when no notice was agreed', () => {
    expect(changesOf(ask({ command: 'end', row: active }))).toEqual({ state: 'ended', valid_to: '2026-03-02' });
    expect(changesOf(ask({ command: 'end', row: { ...active, valid_to: '2027-12-31' } }))).toEqual({ state: 'ended', valid_to: '2026-03-02' });
    expect(changesOf(ask({ command: 'end', row: { ...active, valid_to: '2026-02-28' } }))).toEqual({ state: 'ended' });
  });

  it('keeps the notice unless the other party agrees, and counts until its last day', () => {
    const row = { ...active, notice_days: 30 };
    expect(changesOf(ask({ command: 'end', row }))).toEqual({ valid_to: '2026-04-01' });
    expect(ask({ command: 'end', row, input: { valid_to: '2026-03-15' } })).toMatchObject({
      refused: 'promise.end.notice',
      params: { earliest: '2026-04-01', notice: 30 },
    });
    expect(changesOf(ask({ command: 'end', row, input: { valid_to: '2026-03-15', consent: true } }))).toEqual({ valid_to: '2026-03-15' });
    expect(ask({ command: 'end', row: { ...row, valid_to: '2026-05-01' }, input: { valid_to: '2026-06-01' } })).toMatchObject({ refused: 'promise.end.later' });
  });

  it('is noted when the last day has passed', () => {
    const lapse = (valid_to: string) => ask({ command: 'lapse', row: { ...active, valid_to }, actor: asSystem('lapse') });
    expect(changesOf(lapse('2026-03-01'))).toEqual({ state: 'ended' });
    expect(lapse('2026-03-02')).toMatchObject({ refused: 'promise.lapse.early' });
  });

  it('drops a draft that never was in force', () => {
    expect(changesOf(ask({ command: 'end', row: draft }))).toEqual({ state: 'ended' });
    expect(ask({ command: 'end', row: draft, input: { valid_to: '2026-05-01' } })).toMatchObject({ refused: 'promise.end.draft' });
  });
});

describe('who sees a promise', () => {
  it('its two parties and the integrator', () => {
    const row = { provider: 'ORG-5', customer: 'ORG-2' };
    for (const actor of [serviceLevelManager, supplierManager, customerManager]) expect(allows(promise.see, actor, row)).toBe(true);
    expect(allows(promise.see, somebody({ side: 'customer', parties: ['ORG-3'] }), row)).toBe(false);
  });

  it('an accepted risk is the integrator’s alone', () => {
    const row = rowOf(promise, { ...active, accepted_risk: 'Known.' });
    expect(project(promise, row, 'integrator')).toHaveProperty('accepted_risk');
    for (const side of ['customer', 'supplier'] as const) expect(project(promise, row, side)).not.toHaveProperty('accepted_risk');
  });
});

describe('service hours', () => {
  const asks = judging(calendar, calendarRules, { promises: [], parties: [] });
  const week = [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }];
  const office = { name: 'Office', zone: 'Europe/Amsterdam', week };

  it('are computable', () => {
    expect(changesOf(asks({ command: 'open', input: office }))).toEqual({ ...office, state: 'active', holidays: [], used_by: [] });
    expect(asks({ command: 'open', input: { ...office, week: [{ days: [1], from: '17:00', to: '08:00' }] } })).toMatchObject({
      refused: 'calendar.fault',
      field: 'week',
    });
    expect(asks({ command: 'open', input: { ...office, holidays: [{ date: '2026-02-30', name: 'Never' }] } })).toMatchObject({
      refused: 'calendar.fault',
      field: 'holidays',
    });
    expect(asks({ command: 'open', input: { ...office, zone: 'Europe/Atlantis' } })).toMatchObject({ refused: 'field.not_zone' });
    expect(asks({ command: 'open', input: { ...office, week: [{ days: [8], from: '08:00', to: '17:00' }] } })).toMatchObject({ refused: 'field.not_shape' });
  });

  it('are changed as a whole', () => {
    const row = { ...office, holidays: [{ date: '2026-12-25', name: 'Christmas' }] };
    expect(changesOf(asks({ command: 'edit', row, input: { holidays: [] } }))).toEqual({ holidays: [] });
    expect(asks({ command: 'edit', row, input: { week: [{ days: [1], from: '09:00', to: '09:00' }] } })).toMatchObject({ refused: 'calendar.fault' });
    expect(changesOf(asks({ command: 'edit', row, input: { zone: 'Europe/Berlin' } }))).toEqual({ zone: 'Europe/Berlin' });
  });

  it('stay while a promise counts in them', () => {
    expect(asks({ command: 'end', row: office, given: { promises: [{ id: 'PRM-1', name: 'SLA' }] } })).toMatchObject({
      refused: 'calendar.end.in_use',
      params: { promise: 'SLA' },
    });
    expect(changesOf(asks({ command: 'end', row: office }))).toEqual({ state: 'ended' });
  });

  it('are shown to the parties whose promises count in them', () => {
    const given = { parties: ['ORG-1', 'ORG-2'] };
    expect(changesOf(asks({ command: 'share', row: office, given, actor: asSystem('share') }))).toEqual({ used_by: ['ORG-1', 'ORG-2'] });
    expect(asks({ command: 'share', row: office, given })).toMatchObject({ refused: 'not_allowed' });
    expect(allows(calendar.see, customerManager, { used_by: ['ORG-2'] })).toBe(true);
    expect(allows(calendar.see, customerManager, { used_by: ['ORG-3'] })).toBe(false);
    const [reaction] = calendarReactions;
    const fact = aFact({ record: 'promise', record_id: 'PRM-1', fact: 'promise.signed', at: now });
    expect(reaction?.on).toEqual(['promise.signed', 'promise.ended', 'promise.lapsed']);
    expect(reaction?.react(fact, rowOf(promise, active), undefined)).toEqual([{ record: 'calendar', command: 'share', target: 'CAL-1', input: {} }]);
  });
});
