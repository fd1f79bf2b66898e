// Feasibility in full: given routing, shares, windows and credits, when a promise is judged, then the ways out, what they rest on, and what is at stake.
import { describe, expect, it } from 'vitest';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { explainPromise } from './chain.ts';
import type { ChainData, ChainPromise, Link } from './link.record.ts';
import { promise } from './record.ts';

const house = 'ORG-1';
const base: ChainPromise = {
  id: 'PRM-1',
  name: 'SLA',
  service: 'SVC-1',
  provider: house,
  customer: 'ORG-2',
  team: null,
  metric: 'restore',
  targets: { '1': 240 },
  availability: null,
  throughput: null,
  satisfied: null,
  attainment: null,
  measured_per: 'month',
  rolling_days: null,
  routing: null,
  fee_minor: null,
  currency: null,
  credit_bands: null,
  calendar: roundTheClock,
  pauses: [],
  valid_from: null,
  valid_to: null,
};
const beneath = (service: string, minutes: number, change: Partial<ChainPromise> = {}): ChainPromise => ({
  ...base,
  id: `PRM-${service.slice(4)}0`,
  name: `UC ${service}`,
  service,
  provider: service === 'SVC-4' ? 'ORG-6' : 'ORG-5',
  customer: house,
  metric: 'repair',
  targets: { '1': minutes },
  ...change,
});
const world = (promises: readonly ChainPromise[]): ChainData => ({
  house,
  service: 'SVC-1',
  today: '2026-03-02',
  graph: { 'SVC-1': { all: [{ part: 'SVC-3' }, { part: 'SVC-4' }] } },
  services: new Map([
    ['SVC-3', { name: 'Hosting', provider: 'ORG-5' }],
    ['SVC-4', { name: 'Line', provider: 'ORG-6' }],
  ]),
  promises,
});
const parts = [beneath('SVC-3', 100), beneath('SVC-4', 150)];
const judged = (change: Partial<ChainPromise>, promises: readonly ChainPromise[] = parts): Link => explainPromise({ ...base, ...change }, world(promises));

describe('routing', () => {
  it('takes the slowest part, the sum, or the slowest again', () => {
    expect(judged({}).slack).toBe(90);
    expect(judged({ routing: { order: 'sequence' } }).slack).toBe(-10);
    expect(judged({ routing: { order: 'parallel' } }).slack).toBe(90);
  });

  it('adds a hand-over each time another party takes it', () => {
    expect(judged({ routing: { order: 'one', handover_minutes: 10 } }).ways[0]).toMatchObject({ handover_minutes: 10, slack_minutes: 80 });
    expect(judged({ routing: { order: 'sequence', handover_minutes: 10 } }).ways[0]).toMatchObject({ handover_minutes: 20, slack_minutes: -30 });
    const internal = judged({ routing: { order: 'one', handover_minutes: 10 } }, [parts[0] as ChainPromise, beneath('SVC-4', 150, { provider: house })]);
    expect(internal.ways[0]).toMatchObject({ handover_minutes: 0, slack_minutes: 90 });
  });

  it('finds the slowest way with its hand-overs', () => {
    const internal = beneath('SVC-3', 145, { provider: house });
    expect(judged({ routing: { order: 'one', handover_minutes: 10 } }, [internal, beneath('SVC-4', 140)]).ways[0]).toMatchObject({ needed_minutes: 150 });
  });

  it('adds on average what comes back: the share of the work and its hand-over', () => {
    const link = judged({ routing: { order: 'one', handover_minutes: 10, rework: 250_000 } });
    expect(link.ways[0]).toMatchObject({ rework_minutes: 40, needed_minutes: 200 });
    expect(link.sensitivity).toEqual([{ service: 'SVC-4', promise: 'PRM-40', per: 1.25 }]);
    expect(link.assumptions.map((each) => each.code)).toContain('promise.assumes.rework_average');
  });
});

describe('ways out', () => {
  it('name each promise that would do by itself, the smallest step first, and its value does', () => {
    const tight = { targets: { '1': 240 }, routing: { order: 'sequence' } } as const;
    const link = judged(tight);
    expect(link.tighten).toEqual([
      { service: 'SVC-4', promise: 'PRM-40', priority: '1', from: 150, to: 140, alone: true },
      { service: 'SVC-3', promise: 'PRM-30', priority: '1', from: 100, to: 90, alone: true },
    ]);
    expect(judged(tight, [beneath('SVC-3', 100), beneath('SVC-4', 140)]).ok).toBe(true);
    expect(judged(tight, [beneath('SVC-3', 90), beneath('SVC-4', 150)]).ok).toBe(true);
    expect(judged(tight, [beneath('SVC-3', 91), beneath('SVC-4', 150)]).ok).toBe(false);
  });

  it('may be one minute', () => {
    expect(judged({ targets: { '1': 249 }, routing: { order: 'sequence' } }).tighten.map((each) => each.to)).toEqual([149, 99]);
  });

  it('do not do by themselves where several ways are too slow, unless they are on all of them', () => {
    const respond = { ...base, id: 'PRM-7', metric: 'respond', customer: house, targets: { '1': 20 } };
    const link = judged({ targets: { '1': 115 } }, [...parts, respond]);
    expect(link.tighten).toEqual([
      { service: 'SVC-3', promise: 'PRM-30', priority: '1', from: 100, to: 95, alone: false },
      { service: 'SVC-4', promise: 'PRM-40', priority: '1', from: 150, to: 95, alone: false },
    ]);
    const slight = judged({ targets: { '1': 160 } }, [beneath('SVC-3', 145), parts[1] as ChainPromise, respond]);
    expect(slight.tighten[0]).toEqual({ service: 'SVC-1', promise: 'PRM-7', priority: '1', from: 20, to: 10, alone: true });
    expect(slight.tighten.slice(1).map((each) => each.alone)).toEqual([false, false]);
  });

  it('are none where no promise can make up for the others', () => {
    const link = judged({ targets: { '1': 90 }, routing: { order: 'sequence' } });
    expect(link.tighten).toEqual([]);
  });

  it('count in the hours of the one that is tightened', () => {
    const office: Calendar = { id: 'CAL-2', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
    const slow = beneath('SVC-4', 600, { calendar: office });
    const asked = { targets: { '1': 5_000 } };
    const [out] = judged(asked, [parts[0] as ChainPromise, slow]).tighten;
    expect(out).toMatchObject({ promise: 'PRM-40', from: 600 });
    expect(judged(asked, [parts[0] as ChainPromise, { ...slow, targets: { '1': out?.to ?? 0 } }]).ok).toBe(true);
    expect(judged(asked, [parts[0] as ChainPromise, { ...slow, targets: { '1': (out?.to ?? 0) + 1 } }]).ok).toBe(false);
  });
});

describe('shares of cases', () => {
  it('are a bound that is certain, and an estimate beside it', () => {
    const late = [beneath('SVC-3', 20, { attainment: 950_000 }), beneath('SVC-4', 20, { attainment: 980_000 })];
    const link = judged({ attainment: 900_000, routing: { order: 'sequence' } }, late);
    expect(link.certainty).toEqual({ promised_ppm: 900_000, certain_ppm: 930_000, independent_ppm: 931_000 });
    expect(judged({ attainment: 900_000 }, late).certainty?.certain_ppm).toBe(950_000);
    expect(judged({ attainment: 940_000, routing: { order: 'parallel' } }, late)).toMatchObject({ ok: false, certainty: { certain_ppm: 930_000 } });
  });

  it('of a longer period may all fall into one of ours, and a rolling one touches two', () => {
    const quarterly = [beneath('SVC-3', 20, { attainment: 980_000, measured_per: 'quarter' }), beneath('SVC-4', 20)];
    expect(judged({ attainment: 950_000 }, quarterly).certainty?.certain_ppm).toBe(940_000);
    const monthly = [beneath('SVC-3', 20, { attainment: 980_000 }), beneath('SVC-4', 20)];
    expect(judged({ attainment: 950_000, measured_per: 'rolling', rolling_days: 30 }, monthly).certainty?.certain_ppm).toBe(960_000);
  });
});

describe('throughput', () => {
  const handles = (throughput: number, change: Partial<ChainPromise> = {}) =>
    beneath('SVC-3', 0, { metric: 'throughput', targets: null, throughput, ...change });
  const wanted = { metric: 'throughput', targets: null, throughput: 100 };

  it('must be enough for all that is promised on what needs the part', () => {
    expect(judged(wanted, [handles(150)])).toMatchObject({ ok: true, slack: 50, unit: 'cases' });
    const other = { ...base, ...wanted, id: 'PRM-2', customer: 'ORG-3', throughput: 80 };
    const link = judged(wanted, [handles(150), other]);
    expect(link).toMatchObject({ ok: false, slack: -30, weakest: 'SVC-3', tighten: [{ promise: 'PRM-30', from: 150, to: 180 }] });
    expect(judged(wanted, [handles(180), other]).ok).toBe(true);
  });

  it('is compared over the same time', () => {
    expect(judged(wanted, [handles(300, { measured_per: 'quarter' })])).toMatchObject({ ok: true, slack: 0 });
    expect(judged(wanted, [handles(299, { measured_per: 'quarter' })]).ok).toBe(false);
  });
});

describe('what is at stake', () => {
  const bands = {
    bands: [
      { below: 990_000, credit: 50_000 },
      { below: 950_000, credit: 200_000 },
    ],
    cap: 150_000,
  };
  const paid = { fee_minor: 100_000, currency: 'EUR', credit_bands: bands };

  it('is the cap of the fee, less what suppliers give back in the same time', () => {
    const back = beneath('SVC-3', 100, { ...paid, fee_minor: 60_000, measured_per: 'quarter' });
    const link = judged(paid, [back, parts[1] as ChainPromise]);
    expect(link.stake).toEqual({ owed_minor: 15_000, recoverable_minor: 3_000, gap_minor: 12_000, currency: 'EUR' });
    expect(link.reasons.at(-1)).toEqual({ code: 'promise.chain.credit_gap', holds: true, params: { gap: '120.00', owed: '150.00', currency: 'EUR' } });
    expect(link.ok).toBe(true);
  });

  it('counts what comes back in the time of the promise above', () => {
    const back = beneath('SVC-3', 100, { ...paid, fee_minor: 60_000 });
    expect(judged({ ...paid, measured_per: 'quarter' }, [back, parts[1] as ChainPromise]).stake?.recoverable_minor).toBe(27_000);
  });

  it('never adds up currencies', () => {
    const link = judged(paid, [beneath('SVC-3', 100, { ...paid, currency: 'USD' }), parts[1] as ChainPromise]);
    expect(link.stake?.recoverable_minor).toBe(0);
    expect(link.reasons.map((each) => each.code)).toContain('promise.chain.credit_currency');
    expect(judged({}).stake).toBeNull();
  });
});

it('has words for every assumption', () => {
  const texts: Readonly<Record<string, unknown>> = promise.refusals;
  const links = [judged({ routing: { order: 'sequence', rework: 1 } }), judged({ metric: 'availability', targets: null, availability: 900_000 }, [])];
  for (const link of links) expect(link.assumptions.filter((each) => !texts[each.code])).toEqual([]);
});
