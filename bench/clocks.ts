// `npx tsx bench/clocks.ts`: elapsed and due of a million clocks, a due moment ten years away, and a period told again for ten thousand records.
import { cpus } from 'node:os';
import { addWorking, type Calendar } from '../src/calculus/calendar.ts';
import { type ClockFact, type ClockTerms, foldClock, reading } from '../src/calculus/clock.ts';
import type { Terms } from '../src/calculus/terms.ts';
import type { AnyRow } from '../src/kernel/record.ts';
import { seededChance } from '../src/platform/chance.ts';
import { replay, type Told } from '../src/platform/journal/replay.ts';
import { incident } from '../src/practices/incident/record.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const begin = Date.UTC(2026, 0, 5, 8);
const zones = ['Europe/Amsterdam', 'Europe/Dublin', 'America/New_York', 'America/St_Johns', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Chatham', 'UTC'];

/** Round the clock, office hours, office hours with a lunch break, and long days with Saturdays, in eight zones, with ten holidays a year. */
function calendars(years: readonly number[]): Calendar[] {
  const weeks: Calendar['week'][] = [
    [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    [{ days: [1, 2, 3, 4, 5], from: '08:00', to: '17:00' }],
    [1, 2, 3, 4, 5].flatMap((each) => [
      { days: [each], from: '08:30', to: '12:30' },
      { days: [each], from: '13:15', to: '17:30' },
    ]),
    [
      { days: [1, 2, 3, 4, 5], from: '07:00', to: '22:00' },
      { days: [6], from: '09:00', to: '13:00' },
    ],
  ];
  const holidays = years.flatMap((year) =>
    ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-24', '12-25', '12-26'].map((date) => ({ date: `${year}-${date}`, name: date })),
  );
  return zones.flatMap((zone) => weeks.map((week, index) => ({ id: `${zone}-${index}`, zone, week, holidays: index === 0 ? [] : holidays })));
}

type Measured = { readonly wall_ms: number; readonly cpu_ms: number };

function measured(work: () => void): Measured {
  const cpu = process.cpuUsage();
  const began = performance.now();
  work();
  const wall_ms = performance.now() - began;
  const used = process.cpuUsage(cpu);
  return { wall_ms, cpu_ms: (used.user + used.system) / 1_000 };
}

function benchClocks(): void {
  const [cpu] = cpus();
  console.log(`${cpu?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}`);
  const load = process.env['TESSERA_BENCH_LOAD'];
  if (load) console.log(load);
  tenYears();
  million(Number(process.env['TESSERA_BENCH_CLOCKS'] ?? 1_000_000));
  retold(10_000);
}

/** Six facts each: start, pause, resume, other terms, pause, resume; then the reading of the moment. The facts are made outside the measured time. */
function million(count: number): void {
  const all = calendars([2026]);
  const terms: ClockTerms[] = all.map((calendar, index) => ({ target_ms: ([4, 8, 16, 48][index % 4] ?? 4) * hour, calendar }));
  const chance = seededChance(7);
  const batch = 50_000;
  let wall = 0;
  let cpu = 0;
  let overdue = 0;
  for (let from = 0; from < count; from += batch) {
    const stories = Array.from({ length: Math.min(batch, count - from) }, () => story(terms, chance));
    const took = measured(() => {
      for (const { facts, first, last, now } of stories) if (reading(foldClock(facts, first), last, now).overdue) overdue += 1;
    });
    wall += took.wall_ms;
    cpu += took.cpu_ms;
  }
  const per = (ms: number): string => ((ms * 1_000) / count).toFixed(2);
  console.log(
    `elapsed and due of ${count.toLocaleString('en')} clocks, 6 facts each: ${(wall / 1_000).toFixed(2)} s wall, ${(cpu / 1_000).toFixed(2)} s CPU; ${per(wall)} us wall, ${per(cpu)} us CPU per clock (${overdue.toLocaleString('en')} late)`,
  );
}

type Story = { readonly facts: ClockFact[]; readonly first: ClockTerms; readonly last: ClockTerms; readonly now: number };

function story(terms: readonly ClockTerms[], chance: ReturnType<typeof seededChance>): Story {
  const first = chance.pick(terms);
  const last: ClockTerms = { ...first, target_ms: chance.pick([4, 8, 16]) * hour };
  let at = begin + chance.between(0, 300) * day + chance.between(0, 1_440) * minute;
  const next = (): number => {
    at += chance.between(5, 600) * minute;
    return at;
  };
  const facts: ClockFact[] = [
    { event: 'start', at },
    { event: 'pause', at: next() },
    { event: 'resume', at: next() },
    { event: 'retarget', at: next(), terms: last },
    { event: 'pause', at: next() },
    { event: 'resume', at: next() },
  ];
  return { facts, first, last, now: next() };
}

/** Cold: the first time this process asks; a zone not met before; a calendar not met before in a known zone; and a calendar that is known. */
function tenYears(): void {
  const years = [2026, 2027, 2028, 2029, 2030, 2031, 2032, 2033, 2034, 2035, 2036];
  const office = calendars(years).filter(({ id }) => id.endsWith('-2'));
  const work = 10 * 240 * 8 * hour;
  const once = (calendar: Calendar): Measured => measured(() => void addWorking(calendar, begin, work));
  const middle = (all: readonly Measured[]): number => all.map((each) => each.cpu_ms).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
  const [cold, ...zone] = office.map(once);
  const [amsterdam] = office;
  if (!amsterdam || !cold) return;
  const fresh = Array.from({ length: 15 }, (_, n) =>
    once({ ...amsterdam, week: [1, 2, 3, 4, 5].map((each) => ({ days: [each], from: `08:${10 + n}`, to: '17:30' })) }),
  );
  const rounds = 200;
  const known = measured(() => {
    for (let n = 0; n < rounds; n += 1) for (const calendar of office) addWorking(calendar, begin + n * minute, work);
  });
  console.log(
    `a due moment ten years away, ms CPU: ${cold.cpu_ms.toFixed(1)} cold, ${middle(zone).toFixed(1)} new zone, ${middle(fresh).toFixed(2)} new calendar, ${(known.cpu_ms / rounds / office.length).toFixed(4)} known`,
  );
}

/** The journal of an incident told twice, as it was and under another target: what a what-if does for each record. */
function retold(count: number): void {
  const all = calendars([2026]);
  const chance = seededChance(11);
  const stories = Array.from({ length: count }, (_, n) => facts(`INC-${n + 1}`, chance.pick(all), chance));
  const alter = (terms: readonly Terms[], row: AnyRow): readonly Terms[] => terms.map((each) => ({ ...each, target_minutes: 60 * Number(row.priority) }));
  let changed = 0;
  const took = measured(() => {
    for (const each of stories) {
      const before = replay({ definition: incident, facts: each });
      const after = replay({ definition: incident, facts: each, alter });
      if (before[0]?.state.phase !== after[0]?.state.phase) changed += 1;
    }
  });
  console.log(
    `a what-if over ${count.toLocaleString('en')} records, 6 facts each, both sides: ${took.wall_ms.toFixed(0)} ms wall, ${took.cpu_ms.toFixed(0)} ms CPU (${changed.toLocaleString('en')} change sides)`,
  );
}

function facts(id: string, calendar: Calendar, chance: ReturnType<typeof seededChance>): Told[] {
  const terms: Terms[] = [
    {
      clock: 'restore',
      key: 'customer:ORG-2',
      side: 'customer',
      promise: 'PRM-1',
      provider: 'ORG-1',
      customer: 'ORG-2',
      target_minutes: 480,
      calendar,
      pauses: ['RSN-1'],
      audience: ['ORG-1', 'ORG-2'],
      escalation: null,
    },
  ];
  let at = begin + chance.between(0, 300) * day + chance.between(0, 1_440) * minute;
  const steps: [string, Record<string, unknown>][] = [
    ['opened', { state: 'registered', priority: chance.between(1, 5), customer: 'ORG-2', affected_customers: ['ORG-2'] }],
    ['taken', { state: 'in_progress' }],
    ['waited', { state: 'pending', waiting_reason: 'RSN-1' }],
    ['resumed', { state: 'in_progress', waiting_reason: null }],
    ['prioritised', { priority: chance.between(1, 5) }],
    ['resolved', { state: 'resolved' }],
  ];
  return steps.map(([name, changes], index) => {
    at += chance.between(5, 400) * minute;
    const said = index === 0 || name === 'prioritised' ? terms : undefined;
    return { record_id: id, version: index + 1, fact: `incident.${name}`, at: new Date(at).toISOString(), changes, params: {}, terms: said };
  });
}

benchClocks();
