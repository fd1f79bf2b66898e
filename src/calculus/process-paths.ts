// The paths that cases really took: the states one after another, how they differ from what is meant, and what they come to together.
import { fitOf, type Meant, shareOf } from './path-fitness.ts';

/** One event of a case. `at` in epoch milliseconds; `state` after it. Oldest first. */
export type Happened = { readonly at: number; readonly event: string; readonly state: string };

/** A path: each state when it was entered; events that change no state are in `events` alone. */
export type Path = { readonly states: readonly string[]; readonly at: readonly number[]; readonly events: readonly string[] };

export function pathOf(happened: readonly Happened[]): Path {
  const states: string[] = [];
  const at: number[] = [];
  for (const each of happened) {
    if (each.state === states.at(-1)) continue;
    states.push(each.state);
    at.push(each.at);
  }
  return { states, at, events: happened.map((each) => each.event) };
}

/** What a path can be called odd for, told from its states alone. */
export const pathOddities = ['outside', 'skipped', 'other_order', 'unforeseen', 'reopened', 'unresolved'] as const;
export type PathOddity = (typeof pathOddities)[number];

/**
 * What is meant. `done`: states in which the work is done; leaving one for work again is a reopening. `through`: a case that ends in
 * `end` should have been through one of `states` before. `lawful`: the moves of the lifecycle, as `from>to`; null when everything is.
 */
export type Meaning = {
  readonly paths: readonly Meant[];
  readonly done: readonly string[];
  readonly through: { readonly end: readonly string[]; readonly states: readonly string[] };
  readonly lawful: ReadonlySet<string> | null;
};

/** A way that one or more cases went, judged once. `fits` of `of` moves fit the nearest meant path. */
export type Variant = {
  readonly key: string;
  readonly states: readonly string[];
  readonly ended: boolean;
  readonly nearest: string | null;
  readonly fits: number;
  readonly of: number;
  readonly share: number;
  /** States of the nearest path that were left out, and those that were visited beyond it; each as often as it happened. */
  readonly left_out: readonly string[];
  readonly beyond: readonly string[];
  readonly oddities: readonly PathOddity[];
  /** How often a state was entered that had been left before. */
  readonly loops: number;
};

export function judgePath(states: readonly string[], ended: boolean, meaning: Meaning): Variant {
  const fit = fitOf(states, meaning.paths, ended);
  const told = (kind: 'case' | 'model'): string[] => (fit?.moves ?? []).filter((each) => each.kind === kind).map((each) => each.state);
  const [left_out, beyond] = [told('model'), told('case')];
  return {
    key: keyOf(states, ended),
    states,
    ended,
    nearest: fit?.path ?? null,
    fits: fit?.fits ?? 0,
    of: fit?.of ?? 0,
    share: fit ? shareOf(fit) : 1,
    left_out,
    beyond,
    oddities: odditiesOf({ states, ended, left_out, beyond }, meaning),
    loops: states.length - new Set(states).size,
  };
}

type Told = Pick<Variant, 'states' | 'ended' | 'left_out' | 'beyond'>;

/** A state both left out at its place and visited at another was taken in another order; only left out: skipped; only beyond: unforeseen. */
function odditiesOf({ states, ended, left_out, beyond }: Told, { done, through, lawful }: Meaning): PathOddity[] {
  const is: Readonly<Record<PathOddity, boolean>> = {
    outside: lawful !== null && states.some((state, i) => i > 0 && !lawful.has(moveOf(states[i - 1] as string, state))),
    skipped: left_out.some((state) => !states.includes(state)),
    other_order: left_out.some((state) => beyond.includes(state)),
    unforeseen: beyond.some((state) => !left_out.includes(state)),
    reopened: states.some((state, i) => i > 0 && done.includes(states[i - 1] as string) && !done.includes(state)),
    unresolved: ended && through.end.includes(states.at(-1) ?? '') && !states.some((state) => through.states.includes(state)),
  };
  return pathOddities.filter((each) => is[each]);
}

export const moveOf = (from: string, to: string): string => `${from}>${to}`;

/** A short name of a way, the same everywhere: two rounds of a 32-bit mix (cyrb53), enough for millions of ways. */
export function keyOf(words: readonly string[], ended: boolean): string {
  let [a, b] = [0xdeadbeef ^ (ended ? 1 : 2), 0x41c6ce57];
  const text = words.join('\u0001');
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Quantile by linear interpolation between the ordered values (type 7 of Hyndman and Fan); null of nothing. `sorted` ascending. */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * Math.min(1, Math.max(0, share));
  const below = Math.floor(place);
  const [low, high] = [sorted[below] as number, sorted[Math.min(below + 1, sorted.length - 1)] as number];
  return low + (high - low) * (place - below);
}

export const shares = [0.1, 0.5, 0.75, 0.9, 0.95] as const;
/** Milliseconds at the shares above, with how many were measured and their sum. */
export type Spread = { readonly count: number; readonly sum: number; readonly at: readonly (number | null)[] };

export function spreadOf(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).sort();
  let sum = 0;
  for (const each of sorted) sum += each;
  return { count: sorted.length, sum, at: shares.map((share) => quantile(sorted, share)) };
}
