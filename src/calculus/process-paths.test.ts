// Paths, variants and fitness: vectors by hand, and what must hold of every log.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitOf, shareOf } from './path-fitness.ts';
import { type Followed, isBehind, oddNames, processMap } from './process-map.ts';
import { judgePath, type Meaning, pathOf, quantile } from './process-paths.ts';

const paths = [
  { name: 'normal', states: ['new', 'assigned', 'working', 'resolved', 'closed'] },
  { name: 'short', states: ['new', 'working', 'resolved', 'closed'] },
];
const meaning: Meaning = { paths, done: ['resolved', 'closed'], through: { end: ['closed'], states: ['resolved'] }, lawful: null };
const states = fc.constantFrom('new', 'assigned', 'working', 'waiting', 'resolved', 'closed');
const taken = fc.array(states, { minLength: 1, maxLength: 9 }).map((list) => list.filter((each, i) => each !== list[i - 1]));
const judged = (list: string, ended = true) => judgePath(list.split(' '), ended, meaning);

describe('fitness', () => {
  it('is the share of moves that fit the nearest path', () => {
    expect(judged('new working resolved closed')).toMatchObject({ share: 1, nearest: 'short', oddities: [] });
    expect(judged('new assigned resolved closed')).toMatchObject({ nearest: 'normal', fits: 4, of: 5, left_out: ['working'], oddities: ['skipped'] });
    expect(judged('new working waiting working resolved closed')).toMatchObject({ nearest: 'short', fits: 4, of: 6, loops: 1, oddities: ['unforeseen'] });
    expect(judged('new resolved working closed')).toMatchObject({ oddities: ['other_order', 'reopened'] });
    expect(judged('new working closed')).toMatchObject({ oddities: ['skipped', 'unresolved'] });
    expect(judged('new working resolved working resolved closed').oddities).toContain('reopened');
    expect(judgePath(['new', 'closed'], true, { ...meaning, lawful: new Set(['new>working']) }).oddities).toContain('outside');
  });

  it('does not blame an open case for what it has not come to', () => {
    expect(judged('new assigned', false)).toMatchObject({ share: 1, oddities: [] });
    expect(judged('new assigned')).toMatchObject({ fits: 2, of: 5, oddities: ['skipped'] });
  });

  it('aligns every move of the case, and with as few odd ones as an edit needs', () => {
    fc.assert(
      fc.property(taken, fc.boolean(), (list, ended) => {
        const found = fitOf(list, paths, ended);
        if (!found) throw new Error('there are paths');
        const own = found.moves.filter((each) => each.kind !== 'model').map((each) => each.state);
        const meant = found.moves.filter((each) => each.kind !== 'case').map((each) => each.state);
        const path = paths.find((each) => each.name === found.path)?.states ?? [];
        expect(own).toEqual(list);
        expect(meant).toEqual(ended ? path : path.slice(0, meant.length));
        const least = (short: readonly string[]): number => list.length + short.length - 2 * common(list, short);
        const choices = paths.flatMap((each) => (ended ? [each.states] : each.states.map((_, i) => each.states.slice(0, i)).concat([each.states])));
        expect(found.odd).toBe(Math.min(...choices.map(least)));
        expect(shareOf(found)).toBeGreaterThanOrEqual(0);
        expect(shareOf(found)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

/** Length of the longest common subsequence, told the slow way. */
function common(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [x, ...rest] = a;
  const at = b.indexOf(x ?? '');
  const without = common(rest, b);
  return at < 0 ? without : Math.max(without, 1 + common(rest, b.slice(at + 1)));
}

const followed = (id: string, list: readonly string[], more: Partial<Followed> = {}): Followed => ({
  id,
  variant: judgePath(list, true, meaning),
  at: list.map((_, i) => i * 60_000),
  working: list.map(() => 30_000),
  until: list.length * 60_000,
  events: list,
  reassignments: 0,
  ping_pong: 0,
  bounces: 0,
  late_wait: false,
  ...more,
});

describe('the map of many cases', () => {
  it('counts states once however often nothing changed, and keeps every event', () => {
    const told = pathOf([
      { at: 1, event: 'opened', state: 'new' },
      { at: 2, event: 'noted', state: 'new' },
      { at: 5, event: 'taken', state: 'working' },
    ]);
    expect(told).toEqual({ states: ['new', 'working'], at: [1, 5], events: ['opened', 'noted', 'taken'] });
    expect(quantile([1, 2, 3, 4], 0.5)).toBe(2.5);
    expect(quantile([], 0.5)).toBeNull();
  });

  it('adds up: ways, states and moves of all cases, each figure the number of cases behind it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(taken, fc.nat(2), fc.boolean()), { maxLength: 30 }), (list) => {
        const cases = list.map(([way, ping_pong, late_wait], i) => followed(`INC-${i}`, way, { ping_pong, late_wait }));
        const sums = processMap({ moves: new Set(['new>working']), lawful: null });
        for (const each of cases) sums.add(each);
        const told = sums.told();
        const behind = (figure: string): number => cases.filter((each) => isBehind(figure, each)).length;
        expect(told.ways.reduce((sum, each) => sum + each.cases, 0)).toBe(cases.length);
        expect(told.events).toBe(cases.reduce((sum, each) => sum + each.events.length, 0));
        expect(told.states.reduce((sum, each) => sum + each.visits, 0)).toBe(cases.reduce((sum, each) => sum + each.variant.states.length, 0));
        expect(told.moves.reduce((sum, each) => sum + each.times, 0)).toBe(cases.reduce((sum, each) => sum + each.variant.states.length - 1, 0));
        for (const each of told.ways) expect(behind(`way:${each.key}`)).toBe(each.cases);
        for (const each of told.event_ways) expect(behind(`event_way:${each.key}`)).toBe(each.cases);
        for (const each of told.states) expect([behind(`state:${each.state}`), behind(`again:${each.state}`)]).toEqual([each.cases, each.again]);
        for (const each of told.moves) expect(behind(`move:${each.from}>${each.to}`)).toBe(each.cases);
        for (const [name, count] of Object.entries(told.oddities)) expect(behind(`odd:${name}`)).toBe(count);
        expect([behind('loops'), behind('whole'), behind('ping_pong')]).toEqual([told.loops.cases, told.fitness.whole, told.custody.ping_pong.cases]);
        expect(behind('no such figure')).toBe(0);
      }),
    );
  });

  it('keeps the times of each state, by the wall and in working hours', () => {
    const sums = processMap({ moves: new Set(), lawful: new Set(['new>working']) });
    sums.add(followed('INC-1', ['new', 'working', 'closed'], { at: [0, 10_000, 40_000], until: 40_000, working: [5_000, 30_000, 0] }));
    const told = sums.told();
    expect(told.states.find((each) => each.state === 'working')).toMatchObject({ wall: { sum: 30_000 }, working: { sum: 30_000 } });
    expect(told.throughput).toMatchObject({ wall: { sum: 40_000 }, working: { sum: 35_000 } });
    expect(told.moves.map((each) => each.how)).toEqual(['allowed', 'outside']);
    expect(oddNames(followed('INC-2', ['new'], { late_wait: true }))).toContain('late_wait');
  });
});
