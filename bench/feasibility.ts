// `npx tsx bench/feasibility.ts`: a whole graph of promises judged at once: 2,000 services, 6,000 relations, 5,000 promises, on one core.
import { type Calendar, roundTheClock } from '../src/calculus/calendar.ts';
import type { Composition } from '../src/calculus/composition.ts';
import { judgeAll } from '../src/practices/promise/feasibility.ts';
import { type ChainData, type ChainPromise, verdicts } from '../src/practices/promise/link.record.ts';

const counts = { services: 2_000, relations: 6_000, promises: 5_000 };
const house = 'ORG-1';
const random = seeded(Number(process.env['SEED'] ?? 1));

/** Minutes for the most pressing cases, as contracts have them. */
const agreed = [30, 60, 90, 120, 150, 180, 240];
const days = [1, 2, 3, 4, 5];
const calendars: readonly Calendar[] = [
  { ...roundTheClock, zone: 'Europe/Amsterdam' },
  { id: 'office', zone: 'Europe/Amsterdam', week: [{ days, from: '08:00', to: '18:00' }], holidays: [{ date: '2026-12-25', name: 'Christmas' }] },
  { id: 'extended', zone: 'Europe/London', week: [{ days: [1, 2, 3, 4, 5, 6], from: '07:00', to: '22:00' }], holidays: [] },
  {
    id: 'east',
    zone: 'Asia/Kathmandu',
    week: [
      { days, from: '09:00', to: '12:30' },
      { days, from: '13:30', to: '18:00' },
    ],
    holidays: [],
  },
  { ...roundTheClock, zone: 'Europe/Amsterdam', excluded: [{ days: [7], weeks: [-1], from: '02:00', to: '06:00' }] },
];

const plain: Omit<ChainPromise, 'id' | 'name' | 'calendar'> = {
  service: '',
  provider: house,
  customer: house,
  team: null,
  metric: '',
  targets: null,
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
  pauses: [],
  valid_from: null,
  valid_to: null,
};

const data = world();
const first = timed(() => judgeAll(fresh(data), new Map()));
const again = timed(() => judgeAll(fresh(data), new Map()));
const told = verdicts.map((name) => `${first.result.filter((each) => each.verdict === name).length} ${name}`);
const relations = Object.values(data.graph).reduce((sum, each) => sum + membersOf(each), 0);
console.log(
  `${data.services.size} services, ${relations} relations, ${data.promises.length} promises: ${first.result.length} of the house judged (${told.join(', ')})`,
);
console.log(
  `cold ${first.ms.toFixed(0)} ms, ${first.cpu.toFixed(0)} CPU ms; again ${again.ms.toFixed(0)} ms, ${again.cpu.toFixed(0)} CPU ms (target: under 1,000)`,
);

/** New objects, so that nothing remembered by object carries over but the calendars. */
function fresh(from: ChainData): ChainData {
  return { ...from, graph: structuredClone(from.graph), promises: from.promises.map((each) => ({ ...each })) };
}

/** Layers: leaves of suppliers, sub-services of the house, and integrated services on top; parts are shared. */
function world(): ChainData {
  const leaves = 1_000;
  const middle = 700;
  const graph: Record<string, Composition> = {};
  const services = new Map<string, { name: string; provider: string }>();
  for (let i = 1; i <= counts.services; i++) services.set(`SVC-${i}`, { name: `Service ${i}`, provider: i <= leaves ? `ORG-${2 + (i % 40)}` : house });
  const composed = counts.services - leaves;
  const each = counts.relations / composed;
  for (let i = leaves + 1; i <= counts.services; i++) {
    const below = i <= leaves + middle ? leaves : leaves + middle;
    const parts = Array.from({ length: each }, () => ({ part: `SVC-${1 + Math.floor(random() * below)}` }));
    graph[`SVC-${i}`] = { all: [...parts.slice(2), { any: parts.slice(0, 2) }] };
  }
  const promises: ChainPromise[] = [];
  const add = (change: Partial<ChainPromise>): void => {
    promises.push({
      ...plain,
      id: `PRM-${promises.length + 1}`,
      name: `Promise ${promises.length + 1}`,
      calendar: random() < 0.8 ? (calendars[0] as Calendar) : pick(calendars),
      ...change,
    });
  };
  for (let i = 1; i <= leaves; i++) {
    const on = { service: `SVC-${i}`, provider: `ORG-${2 + (i % 40)}`, customer: house };
    add({ ...on, metric: 'availability', availability: 999_000 + Math.floor(random() * 900) });
    add({ ...on, metric: 'repair', targets: targetsFrom(pick(agreed)) });
  }
  for (let n = 0; promises.length < counts.promises; n++) {
    const on = { service: `SVC-${leaves + 1 + (n % composed)}`, provider: house, customer: n % 6 === 0 ? house : `ORG-${100 + (n % 50)}` };
    if (n % 2 === 0) add({ ...on, metric: 'availability', availability: 990_000 + Math.floor(random() * 6_000) });
    else add({ ...on, metric: 'restore', targets: targetsFrom(2 * pick(agreed)) });
  }
  return { house, service: '', today: '2026-11-23', graph, services, promises };
}

function targetsFrom(minutes: number): Readonly<Record<string, number>> {
  return { '1': minutes, '2': 2 * minutes, '3': 4 * minutes, '4': 12 * minutes };
}

function membersOf(composition: Composition | undefined): number {
  if (composition === undefined) return 0;
  if ('part' in composition) return 1;
  const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
  return members.reduce((sum, each) => sum + membersOf(each), 0);
}

function timed<T>(work: () => T): { result: T; ms: number; cpu: number } {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(cpu);
  return { result, ms: performance.now() - began, cpu: (used.user + used.system) / 1_000 };
}

function pick<T>(from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** Mulberry32: the same world for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
