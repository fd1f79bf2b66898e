// What many paths come to together: variants, the directly-follows map with its times, throughput, loops, bounces and how well it all fits.
import { keyOf, moveOf, type Spread, spreadOf, type Variant } from './process-paths.ts';

/** A case as it was followed. `at` and `working` belong to `variant.states`: when each was entered (epoch ms), and the working time in it. */
export type Followed = {
  readonly id: string;
  readonly variant: Variant;
  readonly at: readonly number[];
  readonly working: readonly number[];
  /** The end of the case, or the moment it was read while it goes on. */
  readonly until: number;
  readonly events: readonly string[];
  readonly reassignments: number;
  /** Returns to who had it before: A-B-A is one. */
  readonly ping_pong: number;
  /** Changes of party. */
  readonly bounces: number;
  /** Waiting for the customer began shortly before the target. */
  readonly late_wait: boolean;
};

export type MapState = {
  readonly state: string;
  readonly visits: number;
  readonly cases: number;
  readonly wall: Spread;
  readonly working: Spread;
  /** Cases that came back to it. */
  readonly again: number;
};
/** `how`: meant by a path, only allowed by the lifecycle, or neither (imported history alone can have that). */
export type MapMove = { readonly from: string; readonly to: string; readonly how: How; readonly times: number; readonly cases: number; readonly wall: Spread };
export type How = 'meant' | 'allowed' | 'outside';
export type Way = { readonly key: string; readonly steps: readonly string[]; readonly cases: number; readonly wall: Spread; readonly variant: Variant | null };

export type ProcessMap = {
  readonly cases: number;
  readonly ended: number;
  readonly events: number;
  readonly events_per_case: Spread;
  /** All ways, the most frequent first; `event_ways` count the events one by one, not the states. */
  readonly ways: readonly Way[];
  readonly event_ways: readonly Way[];
  readonly states: readonly MapState[];
  readonly moves: readonly MapMove[];
  readonly throughput: { readonly wall: Spread; readonly working: Spread };
  readonly loops: { readonly cases: number; readonly times: number };
  readonly custody: Readonly<Record<'reassigned' | 'ping_pong' | 'bounced', { readonly cases: number; readonly times: number }>>;
  /** Mean over cases of the share of moves that fit; `whole`: cases in which all do. */
  readonly fitness: { readonly mean: number | null; readonly whole: number; readonly fits: number; readonly of: number };
  readonly oddities: Readonly<Record<string, number>>;
};

export type Meant = { readonly moves: ReadonlySet<string>; readonly lawful: ReadonlySet<string> | null };

type Tally = { cases: number; times: number; wall: number[]; working: number[] };
const tally = (): Tally => ({ cases: 0, times: 0, wall: [], working: [] });
const gathered = <V>(map: Map<string, V>, key: string, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
};

/** Cases are added one by one, so that a caller may pause between them; `told` reckons the rest. */
export function processMap(meant: Meant): { add(each: Followed): void; told(): ProcessMap } {
  const sums = { cases: 0, ended: 0, events: 0, fit: 0, whole: 0, fits: 0, of: 0, looped: 0, loops: 0 };
  const custody = { reassigned: { cases: 0, times: 0 }, ping_pong: { cases: 0, times: 0 }, bounced: { cases: 0, times: 0 } };
  const oddities: Record<string, number> = {};
  const [perCase, wall, working]: number[][] = [[], [], []];
  const [ways, eventWays, states, moves] = [new Map<string, Counted>(), new Map<string, Counted>(), new Map<string, Tally>(), new Map<string, Tally>()];
  const again = new Map<string, number>();
  const add = (each: Followed): void => {
    const { variant } = each;
    sums.cases += 1;
    sums.ended += variant.ended ? 1 : 0;
    sums.events += each.events.length;
    sums.fit += variant.share;
    sums.whole += variant.share === 1 ? 1 : 0;
    sums.fits += variant.fits;
    sums.of += variant.of;
    sums.looped += variant.loops > 0 ? 1 : 0;
    sums.loops += variant.loops;
    perCase?.push(each.events.length);
    const took = each.until - (each.at[0] ?? each.until);
    if (variant.ended) {
      wall?.push(took);
      working?.push(each.working.reduce((sum, ms) => sum + ms, 0));
    }
    hold(custody.reassigned, each.reassignments);
    hold(custody.ping_pong, each.ping_pong);
    hold(custody.bounced, each.bounces);
    for (const name of oddNames(each)) oddities[name] = (oddities[name] ?? 0) + 1;
    way(ways, { key: variant.key, steps: variant.states, variant, took });
    way(eventWays, { key: keyOf(each.events, variant.ended), steps: each.events, variant: null, took });
    follow(each, { states, moves, again });
  };
  const told = (): ProcessMap => ({
    cases: sums.cases,
    ended: sums.ended,
    events: sums.events,
    events_per_case: spreadOf(perCase ?? []),
    ways: inOrder(ways),
    event_ways: inOrder(eventWays),
    states: [...states].map(([state, { cases, times, wall: w, working: k }]) => ({
      state,
      visits: times,
      cases,
      wall: spreadOf(w),
      working: spreadOf(k),
      again: again.get(state) ?? 0,
    })),
    moves: [...moves].map(([move, { cases, times, wall: w }]) => {
      const [from = '', to = ''] = move.split('>');
      return { from, to, how: howOf(move, meant), cases, times, wall: spreadOf(w) };
    }),
    throughput: { wall: spreadOf(wall ?? []), working: spreadOf(working ?? []) },
    loops: { cases: sums.looped, times: sums.loops },
    custody,
    fitness: { mean: sums.cases ? sums.fit / sums.cases : null, whole: sums.whole, fits: sums.fits, of: sums.of },
    oddities,
  });
  return { add, told };
}

/** Everything a case can be found by, its path's oddities and what happened to it beside its states. */
export function oddNames({ variant, ping_pong, late_wait }: Followed): string[] {
  return [...variant.oddities, ...(ping_pong > 0 ? ['ping_pong'] : []), ...(late_wait ? ['late_wait'] : [])];
}

/** Whether a case is one of those behind a figure: `way:KEY`, `odd:NAME`, `move:FROM>TO`, `state:NAME`, `again:NAME`, `loops`, `whole`, `reassigned` … */
export function isBehind(figure: string, each: Followed): boolean {
  const [kind = '', rest = ''] = [figure.split(':')[0], figure.slice(figure.indexOf(':') + 1)];
  const { states } = each.variant;
  const own: Readonly<Record<string, () => boolean>> = {
    all: () => true,
    ended: () => each.variant.ended,
    way: () => each.variant.key === rest,
    event_way: () => keyOf(each.events, each.variant.ended) === rest,
    odd: () => oddNames(each).includes(rest),
    move: () => states.some((state, i) => i > 0 && moveOf(states[i - 1] as string, state) === rest),
    state: () => states.includes(rest),
    again: () => states.indexOf(rest) !== states.lastIndexOf(rest),
    loops: () => each.variant.loops > 0,
    whole: () => each.variant.share === 1,
    unfit: () => each.variant.share < 1,
    reassigned: () => each.reassignments > 0,
    ping_pong: () => each.ping_pong > 0,
    bounced: () => each.bounces > 0,
  };
  return own[kind]?.() ?? false;
}

type Counted = { key: string; steps: readonly string[]; cases: number; wall: number[]; variant: Variant | null };

function way(ways: Map<string, Counted>, { key, steps, variant, took }: Omit<Counted, 'cases' | 'wall'> & { took: number }): void {
  const counted = gathered(ways, key, () => ({ key, steps, cases: 0, wall: [], variant }));
  counted.cases += 1;
  counted.wall.push(took);
}

function inOrder(ways: ReadonlyMap<string, Counted>): Way[] {
  const sorted = [...ways.values()].sort((a, b) => b.cases - a.cases || a.steps.length - b.steps.length || (a.key < b.key ? -1 : 1));
  return sorted.map(({ wall, ...rest }) => ({ ...rest, wall: spreadOf(wall) }));
}

function hold(sum: { cases: number; times: number }, times: number): void {
  sum.times += times;
  if (times > 0) sum.cases += 1;
}

type Counts = { readonly states: Map<string, Tally>; readonly moves: Map<string, Tally>; readonly again: Map<string, number> };

function follow({ variant, at, working, until }: Followed, { states, moves, again }: Counts): void {
  const [visited, moved] = [new Set<string>(), new Set<string>()];
  const back = new Set<string>();
  for (const [i, state] of variant.states.entries()) {
    const here = gathered(states, state, tally);
    const spent = (at[i + 1] ?? until) - (at[i] as number);
    here.times += 1;
    here.wall.push(spent);
    here.working.push(working[i] ?? 0);
    if (visited.has(state)) back.add(state);
    else here.cases += 1;
    visited.add(state);
    const next = variant.states[i + 1];
    if (next === undefined) continue;
    const move = moveOf(state, next);
    const there = gathered(moves, move, tally);
    there.times += 1;
    there.wall.push(spent);
    if (!moved.has(move)) there.cases += 1;
    moved.add(move);
  }
  for (const state of back) again.set(state, (again.get(state) ?? 0) + 1);
}

function howOf(move: string, { moves, lawful }: Meant): How {
  if (moves.has(move)) return 'meant';
  return lawful === null || lawful.has(move) ? 'allowed' : 'outside';
}
