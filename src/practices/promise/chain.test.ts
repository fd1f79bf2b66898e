// The chain: given a composition and promises beneath, when a promise on the whole is judged, then it is carried, or the weakest part is named.
import { describe, expect, it } from 'vitest';
import { type Calendar, roundTheClock } from '../../calculus/calendar.ts';
import { chainCodes } from '../../calculus/chain-terms.ts';
import { explainChain, explainPromise } from './chain.ts';
import type { ChainData, ChainPromise, Link } from './link.record.ts';
import { promise } from './record.ts';

const house = 'ORG-1';
const office: Calendar = { id: 'CAL-2', zone: 'UTC', week: [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }], holidays: [] };
const base: ChainPromise = {
  id: 'PRM-1',
  name: 'SLA',
  service: 'SVC-1',
  provider: house,
  customer: 'ORG-2',
  team: null,
  metric: 'availability',
  targets: null,
  availability: 995_000,
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
  valid_from: '2026-01-01',
  valid_to: null,
};
const sla = (change: Partial<ChainPromise> = {}): ChainPromise => ({ ...base, ...change });
/** What a supplier promises the house; the number of the promise follows the service. */
const uc = (service: string, change: Partial<ChainPromise> = {}): ChainPromise => ({
  ...base,
  id: `PRM-${service.slice(4)}0`,
  name: `UC ${service}`,
  service,
  provider: 'ORG-5',
  customer: house,
  availability: 999_000,
  ...change,
});
const times = (service: string, metric: string, minutes: number, change: Partial<ChainPromise> = {}): ChainPromise =>
  uc(service, {
    id: `PRM-${service.slice(4)}${metric === 'accept' ? 7 : 6}`,
    name: `${metric} ${service}`,
    metric,
    availability: null,
    targets: { '1': minutes },
    ...change,
  });

/** Workplace (1) = all of network (2), hosting (3); network = any of line A (4), line B (5). Care record (6) = hosting and sign-in (7). */
const world = (promises: readonly ChainPromise[], change: Partial<ChainData> = {}): ChainData => ({
  house,
  service: 'SVC-1',
  today: '2026-03-02',
  graph: {
    'SVC-1': { all: [{ part: 'SVC-2' }, { part: 'SVC-3' }] },
    'SVC-2': { any: [{ part: 'SVC-4' }, { part: 'SVC-5' }] },
  },
  services: new Map(
    [
      ['SVC-1', 'Workplace', house],
      ['SVC-2', 'Network', house],
      ['SVC-3', 'Hosting', 'ORG-5'],
      ['SVC-4', 'Line A', 'ORG-5'],
      ['SVC-5', 'Line B', 'ORG-6'],
    ].map(([id, name, provider]) => [id as string, { name: name as string, provider: provider as string }]),
  ),
  promises,
  ...change,
});
const codes = (link: Link) => link.reasons.map((each) => `${each.holds ? 'holds' : 'fails'} ${each.code.replace('promise.chain.', '')}`);
const parts = [uc('SVC-3'), uc('SVC-4', { availability: 997_000 }), uc('SVC-5', { provider: 'ORG-6', availability: 997_000 })];

describe('availability', () => {
  it('is computed from the promises on the parts, and says what is left', () => {
    const link = explainPromise(sla(), world(parts));
    expect(link).toMatchObject({ ok: true, unit: 'ppm', slack: 3_991, weakest: 'SVC-3', offered: 995_000, customer: 'ORG-2', side: 'customer' });
    // 0.999 x (1 - 0.003 squared)
    expect(link.availability).toEqual({ promised_ppm: 995_000, computed_ppm: 998_991, naive_ppm: 998_991, bounds: { low_ppm: 996_000, high_ppm: 999_000 } });
    expect(link.backed_by.map((each) => each.promise)).toEqual(['PRM-40', 'PRM-50', 'PRM-30']);
  });

  it('counts a shared part once', () => {
    const graph = { 'SVC-1': { all: [{ part: 'SVC-2' }, { part: 'SVC-3' }] }, 'SVC-2': { all: [{ part: 'SVC-3' }] } };
    expect(explainPromise(sla(), world([uc('SVC-3')], { graph })).availability).toMatchObject({ computed_ppm: 999_000 });
  });

  it('fails by as much as is lacking, and names the part where a change helps most', () => {
    const link = explainPromise(sla({ availability: 999_500 }), world(parts));
    expect(link).toMatchObject({ ok: false, slack: -509, weakest: 'SVC-3' });
    expect(link.tighten).toMatchObject([{ service: 'SVC-3', priority: null, to: 999_509 }]);
    expect(link.reasons[0]).toMatchObject({
      code: 'promise.chain.availability_too_low',
      holds: false,
      params: { part: 'Hosting', computed: '99.8991 %', offered: '99.95 %', slack: '0.0509 %' },
    });
  });

  it('is unknown while a part that is needed has no promise, and unknown is not enough', () => {
    const link = explainPromise(sla({ availability: 997_000 }), world(parts.slice(0, 2)));
    expect(link).toMatchObject({ ok: false, slack: null, weakest: 'SVC-5' });
    expect(codes(link)).toEqual(['fails no_promise', 'fails availability_too_low']);
    expect(link.reasons[0]?.params).toMatchObject({ part: 'Line B' });
    expect(link.availability?.computed_ppm).toBeNull();
    const two = explainPromise(sla(), world(parts.slice(1, 2)));
    expect(two).toMatchObject({ slack: null, weakest: 'SVC-5' });
    expect(codes(two)).toEqual(['fails no_promise', 'fails no_promise', 'fails availability_too_low']);
  });

  it('can do without a part when the others suffice, and says so', () => {
    const link = explainPromise(sla(), world(parts.slice(0, 2)));
    expect(link).toMatchObject({ ok: true, slack: 1_003 });
    expect(codes(link)).toEqual(['holds no_promise']);
  });

  it('loses nothing to the dust of floating point', () => {
    const graph = { 'SVC-1': { all: [{ part: 'SVC-3' }, { part: 'SVC-4' }] } };
    const link = explainPromise(
      sla({ availability: 984_060 }),
      world([uc('SVC-3', { availability: 990_000 }), uc('SVC-4', { availability: 994_000 })], { graph }),
    );
    expect(link).toMatchObject({ ok: true, slack: 0 });
  });

  it('takes a composed part as a whole when that is promised', () => {
    const link = explainPromise(sla(), world([uc('SVC-3'), uc('SVC-2', { provider: house, availability: 998_000 })]));
    expect(link.availability?.computed_ppm).toBe(997_002);
    expect(link.backed_by.map((each) => each.service)).toEqual(['SVC-2', 'SVC-3']);
  });

  it('is only as good as the whole allowance of a longer period', () => {
    const quarterly = [uc('SVC-1', { id: 'PRM-90', measured_per: 'quarter' })];
    const link = explainPromise(sla({ availability: 999_000 }), world(quarterly));
    expect(link).toMatchObject({ ok: false, slack: -2_000 });
    expect(link.reasons[1]).toMatchObject({
      code: 'promise.chain.window_too_long',
      holds: false,
      params: { part: 'Workplace', promised: '99.9 %', worth: '99.7 %' },
    });
    expect(link.tighten).toMatchObject([{ service: 'SVC-1', priority: null, to: 999_667 }]);
    expect(explainPromise(sla({ availability: 999_000, measured_per: 'quarter' }), world(quarterly)).ok).toBe(true);
  });

  it('is lost outside the hours of a part', () => {
    const link = explainPromise(sla(), world([uc('SVC-1', { id: 'PRM-90', calendar: office })]));
    expect(codes(link)).toEqual(['fails availability_too_low', 'fails hours_not_covered']);
    expect(explainPromise(sla({ calendar: office }), world([uc('SVC-1', { id: 'PRM-90' })])).ok).toBe(true);
  });

  it('says what remains if parts fail together', () => {
    const [reason, ...more] = explainPromise(sla({ availability: 997_000 }), world(parts)).reasons;
    expect(reason).toMatchObject({ code: 'promise.chain.only_if_independent', holds: true, params: { certain: '99.6 %' } });
    expect(more).toEqual([]);
  });

  it('of a service without parts is our own work, and of another party theirs', () => {
    expect(codes(explainPromise(sla(), world([], { graph: {} })))).toEqual(['holds own_work']);
    expect(explainPromise(uc('SVC-3'), world([]))).toMatchObject({ ok: true, side: 'supplier', reasons: [{ code: 'promise.chain.theirs' }] });
  });
});

describe('which promise beneath carries', () => {
  const carriedBy = (above: ChainPromise, promises: readonly ChainPromise[]) =>
    explainPromise(above, world(promises, { graph: { 'SVC-1': { part: 'SVC-3' } } })).backed_by.map((each) => each.promise);

  it('never one to a customer, nor itself', () => {
    expect(carriedBy(sla(), [sla(), uc('SVC-3', { provider: house, customer: 'ORG-2' })])).toEqual([]);
    expect(carriedBy(sla(), [uc('SVC-3', { customer: 'ORG-9' })])).toEqual([]);
    const ola = sla({ id: 'PRM-2', customer: house });
    expect(carriedBy(ola, [ola, { ...ola, id: 'PRM-3', team: 'TEAM-1' }, uc('SVC-3')])).toEqual(['PRM-30']);
  });

  it('one that a supplier made to the same customer, when the house has none', () => {
    const direct = uc('SVC-3', { id: 'PRM-8', customer: 'ORG-2' });
    expect(carriedBy(sla(), [direct])).toEqual(['PRM-8']);
    expect(carriedBy(sla(), [direct, uc('SVC-3')])).toEqual(['PRM-30']);
  });

  it('the provider’s own, then for no team, then the latest, then the lowest number', () => {
    expect(carriedBy(sla(), [uc('SVC-3', { id: 'PRM-2', provider: 'ORG-6' }), uc('SVC-3')])).toEqual(['PRM-30']);
    const internal = uc('SVC-3', { provider: house });
    expect(carriedBy(sla(), [{ ...internal, id: 'PRM-2', team: 'TEAM-1' }, internal])).toEqual(['PRM-30']);
    expect(carriedBy(sla(), [uc('SVC-3', { id: 'PRM-2' }), uc('SVC-3', { valid_from: '2026-02-01' })])).toEqual(['PRM-30']);
    expect(carriedBy(sla(), [uc('SVC-3', { id: 'PRM-10' }), uc('SVC-3', { id: 'PRM-9' })])).toEqual(['PRM-9']);
  });

  it('one that is in force by the time it is needed', () => {
    const later = uc('SVC-3', { valid_from: '2026-06-01' });
    expect(carriedBy(sla(), [later])).toEqual([]);
    expect(carriedBy(sla({ valid_from: '2026-06-01' }), [later])).toEqual(['PRM-30']);
  });

  it('and says so when that ends first', () => {
    const ends = uc('SVC-3', { valid_to: '2026-12-31' });
    const link = explainPromise(sla(), world([ends], { graph: { 'SVC-1': { part: 'SVC-3' } } }));
    expect(link.reasons.at(-1)).toEqual({
      code: 'promise.chain.ends_first',
      holds: true,
      params: { part: 'Hosting', promise: 'UC SVC-3', date: '2026-12-31' },
    });
    expect(codes(explainPromise(sla({ valid_to: '2026-12-31' }), world([ends], { graph: { 'SVC-1': { part: 'SVC-3' } } })))).not.toContain('holds ends_first');
  });
});

describe('time to restore', () => {
  const restore = (change: Partial<ChainPromise> = {}) => sla({ metric: 'restore', availability: null, targets: { '1': 240 }, ...change });
  const repairs = [times('SVC-3', 'repair', 100), times('SVC-4', 'repair', 150), times('SVC-5', 'repair', 120, { provider: 'ORG-6' })];
  const respond = (change: Partial<ChainPromise>) => sla({ id: 'PRM-70', metric: 'respond', availability: null, targets: { '1': 15 }, ...change });

  it('is enough when the slowest way fits: respond, accept, repair', () => {
    const link = explainPromise(restore(), world([...repairs, times('SVC-4', 'accept', 30), respond({ customer: house })]));
    expect(link).toMatchObject({ ok: true, unit: 'minutes', slack: 45, weakest: 'SVC-4' });
    expect(link.ways).toEqual([
      {
        priority: '1',
        offered_minutes: 240,
        needed_minutes: 195,
        handover_minutes: 0,
        rework_minutes: 0,
        slack_minutes: 45,
        stages: [
          { promise: 'PRM-70', service: 'SVC-1', provider: house, metric: 'respond', minutes: 15, elapsed_minutes: 15 },
          { promise: 'PRM-47', service: 'SVC-4', provider: 'ORG-5', metric: 'accept', minutes: 30, elapsed_minutes: 30 },
          { promise: 'PRM-46', service: 'SVC-4', provider: 'ORG-5', metric: 'repair', minutes: 150, elapsed_minutes: 150 },
        ],
      },
    ]);
  });

  it('of a service without parts is our own work', () => {
    expect(codes(explainPromise(restore(), world([], { graph: {} })))).toEqual(['holds own_work']);
  });

  it('counts on the response promised to the customer when there is no internal one', () => {
    expect(explainPromise(restore(), world([...repairs, respond({})])).slack).toBe(75);
    expect(explainPromise(restore(), world([...repairs, respond({ customer: 'ORG-3' })])).slack).toBe(90);
    expect(explainPromise(restore(), world([...repairs, respond({}), respond({ id: 'PRM-71', customer: house, targets: { '1': 5 } })])).slack).toBe(85);
  });

  it('does not count on somebody else’s acceptance', () => {
    expect(explainPromise(restore(), world([...repairs, times('SVC-4', 'accept', 30, { provider: 'ORG-6' })])).slack).toBe(90);
  });

  it('fails for each priority that does not fit, naming the part and the minutes', () => {
    const two = repairs.map((each) => ({ ...each, targets: { ...each.targets, '2': each.service === 'SVC-4' ? 500 : 400 } }));
    const link = explainPromise(restore({ targets: { '1': 140, '2': 480 } }), world(two));
    expect(link).toMatchObject({ ok: false, slack: -20 });
    expect(link.reasons.map((each) => each.params)).toEqual([
      { part: 'Line A', priority: '1', offered: 140, needed: 150, slack: 10 },
      { part: 'Line A', priority: '2', offered: 480, needed: 500, slack: 20 },
    ]);
  });

  it('fails when a part is promised to nobody, or not for the priority', () => {
    expect(explainPromise(restore(), world(repairs.slice(0, 2)))).toMatchObject({
      ok: false,
      slack: null,
      weakest: 'SVC-5',
      reasons: [{ params: { part: 'Line B' } }],
    });
    const link = explainPromise(restore({ targets: { '1': 240, '3': 900 } }), world(repairs));
    expect(link.reasons.map((each) => [each.code, each.params['part'], each.params['priority']])).toEqual([
      ['promise.chain.no_target', 'Hosting', '3'],
      ['promise.chain.no_target', 'Line A', '3'],
      ['promise.chain.no_target', 'Line B', '3'],
    ]);
  });

  it('adds the nights and weekends of a part that works in fewer hours', () => {
    const link = explainPromise(
      restore(),
      world([repairs[0] as ChainPromise, times('SVC-4', 'repair', 120), times('SVC-5', 'repair', 120, { provider: 'ORG-6', calendar: office })]),
    );
    expect(link).toMatchObject({ ok: false, weakest: 'SVC-5', slack: 240 - (120 + 63 * 60) });
    expect(link.reasons.at(-1)).toEqual({ code: 'promise.chain.waits', holds: true, params: { part: 'Line B', minutes: 120, elapsed: 120 + 63 * 60 } });
    const never = explainPromise(restore(), world([...repairs.slice(0, 2), times('SVC-5', 'repair', 5_000_000, { provider: 'ORG-6', calendar: office })]));
    expect(codes(never)).toEqual(['fails never_open']);
  });

  it('leaves what a supplier builds on to the supplier, but not what we build on', () => {
    expect(explainPromise(restore(), world([times('SVC-2', 'repair', 60), repairs[0] as ChainPromise]))).toMatchObject({ ok: true, slack: 140 });
    const own = times('SVC-2', 'repair', 60, { provider: house });
    expect(explainPromise(restore(), world([own, repairs[0] as ChainPromise])).reasons.map((each) => each.params['part'])).toEqual(['Line A', 'Line B']);
  });

  it('never adds shares as it adds times', () => {
    const share = (attainment: number) => repairs.map((each) => (each.service === 'SVC-4' ? { ...each, attainment } : each));
    const asked = restore({ attainment: 950_000 });
    expect(explainPromise(asked, world(share(950_000))).ok).toBe(true);
    const link = explainPromise(asked, world([...share(950_000), respond({ attainment: 980_000 })]));
    expect(link.reasons).toEqual([{ code: 'promise.chain.share_too_low', holds: false, params: { part: 'Line A', offered: '95 %', certain: '93 %' } }]);
    expect(codes(explainPromise(restore(), world(share(999_999))))).toEqual(['fails share_too_low']);
    const lucky = explainPromise(restore({ attainment: 930_500 }), world([...share(950_000), respond({ attainment: 980_000 })]));
    expect(lucky.reasons).toEqual([
      { code: 'promise.chain.only_if_independent', holds: false, params: { part: 'Line A', offered: '93.05 %', certain: '93 %' } },
    ]);
  });

  it('counts all the misses of a longer period into one of ours', () => {
    const quarterly = repairs.map((each) => ({ ...each, attainment: 990_000, measured_per: 'quarter' as const }));
    const link = explainPromise(restore({ attainment: 980_000 }), world(quarterly.slice(0, 1), { graph: { 'SVC-1': { part: 'SVC-3' } } }));
    expect(link.reasons).toEqual([{ code: 'promise.chain.window_too_long', holds: false, params: { part: 'Hosting', offered: '98 %', certain: '97 %' } }]);
  });
});

describe('other times', () => {
  const respond = sla({ metric: 'respond', availability: null, targets: { '1': 15 } });
  it('to respond rests on the desk’s own promise, if there is one', () => {
    expect(codes(explainPromise(respond, world([])))).toEqual(['holds own_work']);
    const ola = (minutes: number) => ({ ...respond, id: 'PRM-70', customer: house, targets: { '1': minutes } });
    expect(explainPromise(respond, world([ola(10)]))).toMatchObject({ ok: true, slack: 5 });
    expect(explainPromise(respond, world([ola(20)]))).toMatchObject({ ok: false, slack: -5, reasons: [{ params: { part: 'Workplace', needed: 20 } }] });
  });

  it('to accept is our own work, and to repair rests on the repairs beneath', () => {
    expect(codes(explainPromise({ ...respond, metric: 'accept' }, world([])))).toEqual(['holds own_work']);
    const repair = { ...respond, metric: 'repair', targets: { '1': 110 } };
    const desk = { ...respond, id: 'PRM-70', customer: house, targets: { '1': 15 } };
    expect(explainPromise(repair, world([desk, times('SVC-3', 'repair', 100), times('SVC-2', 'repair', 80)]))).toMatchObject({ ok: true, slack: 10 });
    const ola = { ...respond, metric: 'repair', customer: house, targets: { '1': 90 } };
    expect(explainPromise(ola, world([times('SVC-3', 'repair', 100), times('SVC-2', 'repair', 80)]))).toMatchObject({ ok: false, slack: -10 });
  });
});

describe('the chain of a service', () => {
  it('holds every promise of the house on it, and no other', () => {
    const links = explainChain(world([sla(), sla({ id: 'PRM-2', customer: 'ORG-3' }), ...parts, uc('SVC-1', { id: 'PRM-95' })]));
    expect(links.map((each) => each.promise)).toEqual(['PRM-1', 'PRM-2']);
  });

  it('has words for every reason', () => {
    const own = ['own_work', 'theirs', 'no_target', 'waits', 'ends_first', 'only_measured', 'throughput_too_low', 'credit_gap', 'credit_currency'].map(
      (code) => `chain.${code}`,
    );
    const said = [...chainCodes, ...own];
    const texts: Readonly<Record<string, unknown>> = promise.refusals;
    expect(said.filter((code) => !texts[`promise.${code}`])).toEqual([]);
    expect(Object.keys(texts).filter((code) => code.startsWith('promise.chain.'))).toHaveLength(said.length);
  });
});
