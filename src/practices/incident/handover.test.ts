// The hand-over check by its rules: which promise of a receiver counts, for which clock, who else would do, and what to write.
import { describe, expect, it } from 'vitest';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { languages, say } from '../../kernel/text.ts';
import { escalationNote, escalationUnknown, newTimeNote } from './handover.messages.ts';
import { type Asked, type CustomerClock, check, type Near, newTime, others, worst } from './handover.ts';

const house = 'ORG-1';
const at = '2026-10-05T09:00:00.000Z';
const hour = 3_600_000;
const office: Calendar = { id: 'o', zone: 'Europe/Amsterdam', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const promise = (id: string, change: Partial<Near>): Near => ({
  id,
  service: 'SVC-3',
  provider: 'ORG-5',
  customer: house,
  team: null,
  metric: 'repair',
  targets: { 2: 180 },
  calendar: roundTheClock,
  pauses: [],
  valid_from: null,
  valid_to: null,
  seed: 'SVC-3',
  distance: 0,
  ...change,
});
const accept = promise('PRM-1', { metric: 'accept', targets: { 2: 30 } });
const repair = promise('PRM-2', {});
const clock = (change: Partial<CustomerClock> = {}): CustomerClock => ({
  clock: 'restore',
  key: 'customer:ORG-2',
  metric: 'restore',
  promise: 'PRM-9',
  customer: 'ORG-2',
  calendar: roundTheClock,
  paused: false,
  left_ms: 4 * hour,
  handover_minutes: 0,
  ...change,
});
const asked = (change: Partial<Asked> = {}): Asked => ({ house, priority: 2, at, clocks: [clock()], promises: [accept, repair], ...change });
const supplier = { party: 'ORG-5', team: null, service: 'SVC-3' };

describe('the check', () => {
  it('takes acceptance and repair of the receiver, and what the customer’s promise allows for handing over', () => {
    expect(check(supplier, asked())).toMatchObject({
      accept: { promise: 'PRM-1', minutes: 30 },
      repair: { minutes: 180 },
      verdict: 'fits',
      checks: [{ spare_ms: hour / 2 }],
    });
    expect(check(supplier, asked({ clocks: [clock({ handover_minutes: 45 })] }))).toMatchObject({ verdict: 'short', checks: [{ short_ms: hour / 4 }] });
  });

  it('prefers the promise on the service itself; one on what it is part of will do', () => {
    const above = promise('PRM-3', { service: 'SVC-4', distance: 1, targets: { 2: 600 } });
    expect(check(supplier, asked({ promises: [above, repair] })).repair?.promise).toBe('PRM-2');
    expect(check(supplier, asked({ promises: [above] }))).toMatchObject({ repair: { promise: 'PRM-3' }, verdict: 'short' });
    expect(check(supplier, asked({ promises: [promise('PRM-3', { seed: 'SVC-7' })] }))).toMatchObject({ repair: null, verdict: 'no_promise' });
    expect(check(supplier, asked({ promises: [promise('PRM-3', { valid_to: '2026-10-04' })] })).verdict).toBe('no_promise');
  });

  it('judges a response by acceptance alone, and not at all without one', () => {
    const clocks = [clock({ clock: 'respond', metric: 'respond', left_ms: hour })];
    expect(check(supplier, asked({ clocks }))).toMatchObject({ verdict: 'fits', checks: [{ spare_ms: hour / 2 }] });
    expect(check(supplier, asked({ clocks, promises: [repair] }))).toMatchObject({ verdict: null, checks: [] });
  });

  it('is as good as for the customer who is worst off', () => {
    const clocks = [clock(), clock({ key: 'customer:ORG-3', customer: 'ORG-3', left_ms: 2 * hour }), clock({ key: 'customer:ORG-4', left_ms: 3 * hour })];
    const found = check(supplier, asked({ clocks }));
    expect(found.verdict).toBe('short');
    expect(worst(found.checks)).toMatchObject({ customer: 'ORG-3', short_ms: 1.5 * hour });
    expect(check(supplier, asked({ clocks: [] })).verdict).toBeNull();
  });
});

describe('the ways out', () => {
  const slow = promise('PRM-4', { targets: { 2: 300 } });
  const rival = promise('PRM-5', { provider: 'ORG-6', targets: { 2: 120 } });
  const third = promise('PRM-6', { provider: 'ORG-7', targets: { 2: 60 } });
  const own = promise('PRM-7', { provider: house, team: 'TEAM-3', targets: { 2: 200 } });

  it('another party or team with a promise on the same service, the most to spare first', () => {
    const promises = [slow, rival, third, own];
    expect(others(asked({ promises }), supplier).map((each) => [each.party, each.team, each.verdict])).toEqual([
      ['ORG-7', null, 'fits'],
      ['ORG-6', null, 'fits'],
      [house, 'TEAM-3', 'fits'],
    ]);
    expect(others(asked({ promises }), { party: house, team: 'TEAM-3', service: 'SVC-3' }).map((each) => each.party)).toEqual(['ORG-7', 'ORG-6', 'ORG-5']);
    expect(others(asked({ promises: [slow] }), supplier)).toEqual([]);
  });

  it('a new time for the customer, in the hours of the customer, when the old one cannot be kept', () => {
    const late = asked({ at: '2026-10-05T14:00:00.000Z', clocks: [clock({ calendar: office, left_ms: hour / 2 })] });
    const found = worst(check(supplier, late).checks);
    // Accepted and repaired by 19:30 in Amsterdam: the office opens at eight the next morning.
    expect(found && new Date(newTime(found, late) ?? 0).toISOString()).toBe('2026-10-06T06:00:00.000Z');
    const good = worst(check(supplier, asked()).checks);
    expect(good && newTime(good, asked())).toBeNull();
    const unknown = worst(check(supplier, asked({ promises: [] })).checks);
    expect(unknown && newTime(unknown, asked())).toBeNull();
  });

  it('what is proposed to be written is in every language, and tells the customer no name', () => {
    for (const language of languages) {
      for (const text of [newTimeNote, escalationNote, escalationUnknown])
        expect(say(text, language, { id: 'INC-1', when: 'x', receiver: 'y', finishes: 'z', due: 'd', short: 's' })).not.toMatch(/[{}]/);
      expect(newTimeNote[language]).not.toContain('{receiver}');
    }
  });
});
