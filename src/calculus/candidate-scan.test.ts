// Problems found in cases made up with a known seed: what was planted is found, what is noise or rhythm is not, and the same is told once.
import { describe, expect, it } from 'vitest';
import { dateOf, dayOf } from './candidate-days.ts';
import { type Case, type Finding, type ScanTerms, scanCases } from './candidate-scan.ts';

const as_of = '2026-06-28';
const end = dayOf(as_of);

function found(cases: readonly Case[], terms: Partial<ScanTerms> = {}): readonly Finding[] {
  const run = scanCases(cases, { as_of, ...terms });
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
}

function dice(seed: number) {
  // Mulberry32.
  let state = seed | 0;
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const poisson = (mean: number): number => {
    let count = 0;
    for (let left = Math.exp(-mean), p = random(); p > left; p *= random()) count++;
    return count;
  };
  return { random, poisson };
}

const subjects = ['printer jams', 'vpn drops', 'mail slow', 'screen black', 'login refused', 'scanner noise', 'phone mute', 'wifi weak'];

type World = { readonly seed: number; readonly days?: number; readonly rate?: (day: number) => number };

/** Six services of two suppliers, each with cases on any of the subjects at its own steady rate. */
function noise({ seed, days = 120, rate = () => 1 }: World): Case[] {
  const { random, poisson } = dice(seed);
  const cases: Case[] = [];
  for (let day = end - days + 1; day <= end; day++)
    for (let service = 1; service <= 6; service++)
      for (let i = poisson(0.15 * service * rate(day)); i > 0; i--)
        cases.push({
          id: `N-${cases.length}`,
          day: dateOf(day),
          title: subjects[Math.floor(random() * subjects.length)] ?? '',
          groups: [`service:SVC-${service}`, `supplier:ORG-${1 + (service % 2)}`],
        });
  return cases;
}

const planted = (count: number, of: (i: number) => Partial<Case> & { readonly ago: number }): Case[] =>
  Array.from({ length: count }, (_, i) => {
    const { ago, ...rest } = of(i);
    return { id: `P-${i}`, day: dateOf(end - ago), title: 'nothing alike', groups: [], ...rest };
  });

describe('what was planted', () => {
  it('a service that fails more for a week is found, with since when, what was expected and its cases', () => {
    const more = planted(9, (i) => ({ ago: i % 4, title: `${subjects[i % 8]}`, groups: ['service:SVC-1'] }));
    const [finding, ...rest] = found([...noise({ seed: 3 }), ...more]);
    expect(rest).toEqual([]);
    expect(finding).toMatchObject({ key: 'service|service:SVC-1|', kind: 'service', group: 'service:SVC-1', window_days: 7, until: as_of, also: [] });
    expect(finding?.cases).toEqual(expect.arrayContaining(more.map(({ id }) => id)));
    expect(finding?.seen).toBe(finding?.cases.length);
    expect(finding?.expected).toBeGreaterThan(0.5);
    expect(finding?.expected).toBeLessThan(2);
    expect(finding?.odds).toBeLessThan(1e-4);
    expect(dayOf(finding?.since ?? '') - end).toBe(-3);
  });

  it('a topic spread thinly over services is found across them', () => {
    const more = planted(8, (i) => ({ ago: i % 5, title: 'Certificaat verlopen bij aanmelden', groups: [`service:SVC-${1 + (i % 4)}`] }));
    const findings = found([...noise({ seed: 5 }), ...more]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ kind: 'topic', group: '', seen: 8, expected: 0, cases: expect.arrayContaining(more.map(({ id }) => id)) });
    expect(findings[0]?.words).toContain('certificaat');
    expect(findings[0]?.key).toBe('topic||aanmelden+certificaat+verlopen');
  });

  it('what a change touched is tested since the change, and the change is named rather than the service', () => {
    const more = planted(18, (i) => ({ ago: i % 10, title: `${subjects[i % 8]}`, groups: ['service:SVC-2'] }));
    const changes = [
      { id: 'CHG-7', day: dateOf(end - 9), groups: ['service:SVC-2'] },
      { id: 'CHG-8', day: dateOf(end - 9), groups: ['service:SVC-5'] },
    ];
    const findings = found([...noise({ seed: 3 }), ...more], { changes });
    expect(findings.map(({ key }) => key)).toEqual(['change|change:CHG-7|']);
    expect(findings[0]).toMatchObject({ window_days: 10, since: dateOf(end - 9), also: ['service|service:SVC-2|'] });
  });
});

describe('the same cases are told once', () => {
  it('an item, its service, its supplier and what they say become one, named after the narrowest', () => {
    const more = planted(10, (i) => ({ ago: i % 2, title: 'Switch in gebouw C valt uit', groups: ['service:SVC-1', 'item:CI-4', 'supplier:ORG-2'] }));
    const findings = found([...noise({ seed: 3 }), ...more]);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ key: 'item|item:CI-4|', seen: 10 });
    expect(findings[0]?.also).toEqual(expect.arrayContaining(['service|service:SVC-1|', 'topic|service:SVC-1|gebouw+switch+valt']));
  });

  it('two causes at once stay two', () => {
    const one = planted(8, (i) => ({ ago: i % 2, title: 'Switch in gebouw C valt uit', groups: ['service:SVC-1'] }));
    const other = planted(8, (i) => ({ id: `Q-${i}`, ago: i % 2, title: 'Facturen dubbel verstuurd', groups: ['service:SVC-3'] }));
    expect(found([...noise({ seed: 3 }), ...one, ...other]).map(({ kind, group }) => `${kind} ${group}`)).toEqual([
      'topic service:SVC-1',
      'topic service:SVC-3',
    ]);
  });
});

it('findings that share a few cases stay apart', () => {
  const item = planted(9, (i) => ({ ago: i % 2, title: `${subjects[i % 8]}`, groups: ['item:CI-4', 'service:SVC-6'] }));
  const topic = planted(9, (i) => ({
    id: `Q-${i}`,
    ago: i % 2,
    title: 'Facturen dubbel verstuurd',
    groups: i < 4 ? ['item:CI-4', 'service:SVC-6'] : [`service:SVC-${i - 3}`],
  }));
  const findings = found([...noise({ seed: 3 }), ...item, ...topic]);
  expect(findings.map(({ key, seen }) => [key, seen])).toEqual([
    ['item|item:CI-4|', 13],
    ['topic||dubbel+facturen+verstuurd', 9],
  ]);
});

describe('what is no problem', () => {
  // 5 % of the looks and three standard errors.
  const stated = (looks: number): number => 0.05 + 3 * Math.sqrt((0.05 * 0.95) / looks);
  const share = (looks: number, look: (seed: number) => readonly Finding[]): number =>
    Array.from({ length: looks }, (_, i) => look(i + 1)).filter((each) => each.length > 0).length / looks;

  it('of flat noise no more scans than stated find anything, and with a loose level some do', () => {
    expect(share(200, (seed) => found(noise({ seed })))).toBeLessThan(stated(200));
    expect(share(60, (seed) => found(noise({ seed }), { false_discovery: 0.5 }))).toBeGreaterThan(0.02);
  });

  it('the rhythm of the week is none, also on its busiest days', () => {
    // Tuesday and Wednesday are six times as busy as the rest; the scan looks on a Wednesday.
    const busy = [dayOf('2026-06-23') % 7, dayOf('2026-06-24') % 7];
    const rate = (day: number): number => (busy.includes(day % 7) ? 6 : 1);
    expect(share(60, (seed) => found(noise({ seed, rate }), { as_of: '2026-06-24' }))).toBeLessThan(stated(60));
  });

  it('a group that always comes in bursts is not told of for one more', () => {
    // Every other week four at once, for a year; the last ones yesterday.
    const bursts = planted(104, (i) => ({ ago: 1 + 14 * Math.floor(i / 4), groups: ['service:SVC-9'], title: `${subjects[i % 8]}` }));
    expect(found([...noise({ seed: 3, days: 364 }), ...bursts])).toEqual([]);
  });

  it('says nothing before there are two weeks to compare with, and of two cases', () => {
    const burst = (ago: number) => planted(20, (i) => ({ ago: ago + (i % 2), groups: ['service:SVC-1'] }));
    expect(found(noise({ seed: 3, days: 15 }).concat(burst(0)))).toEqual([]);
    expect(found(noise({ seed: 3, days: 17 }).concat(burst(0)))).toHaveLength(1);
    const rare = (...ago: readonly number[]) => planted(ago.length, (i) => ({ ago: ago[i] ?? 0, title: '', groups: ['item:CI-1'] }));
    expect(found(rare(300, 0, 1))).toEqual([]);
    expect(found(rare(300, 0, 1, 1))).toHaveLength(1);
    expect(found([])).toEqual([]);
  });
});

it('neither the order in which cases are given nor those after the day looked at make a difference', () => {
  const more = planted(9, (i) => ({ ago: i % 4, groups: ['service:SVC-1'] }));
  const later = planted(30, (i) => ({ id: `L-${i}`, ago: -1 - (i % 3), groups: ['service:SVC-2'] }));
  const cases = [...noise({ seed: 3 }), ...more];
  const findings = found(cases);
  expect(findings.length).toBeGreaterThan(0);
  expect(found([...later, ...cases.toReversed()])).toEqual(findings);
  expect(() => found([{ id: 'X', day: 'yesterday', title: '', groups: [] }])).toThrow('not a date: yesterday');
});

it('gives way every few milliseconds', () => {
  const { random } = dice(11);
  const words = Array.from({ length: 900 }, (_, i) => `woord${String.fromCharCode(97 + (i % 26))}${i}`);
  const cases = Array.from({ length: 8_000 }, (_, i) => ({
    id: `C-${i}`,
    day: dateOf(end - Math.floor(random() * 200)),
    title: Array.from({ length: 6 }, () => words[Math.floor(random() ** 2 * words.length)]).join(' '),
    groups: [`service:SVC-${i % 40}`],
  }));
  let slices = 0;
  for (const _ of scanCases(cases, { as_of })) slices++;
  expect(slices).toBeGreaterThan(100);
});
