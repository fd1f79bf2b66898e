// Titles that say the same thing: weighed words, and one pass over the titles that differ, without regard to when they were written.
import { wordsOf } from './title-words.ts';

/** Positions of the titles given, rising, and the words that weigh most in them. */
export type Cluster = { readonly members: readonly number[]; readonly words: readonly string[] };

/** `alike` is the cosine (0 to 1) from which titles say the same; `fewest` the smallest cluster told of. */
export type ClusterTerms = { readonly alike?: number | undefined; readonly fewest?: number | undefined };

type Vector = readonly (readonly [word: string, weight: number])[];
type Phrase = { readonly key: string; readonly words: readonly string[]; readonly members: number[] };

/** By so many of its heaviest words a title looks for its like: the rest weighs too little to decide. */
const keyWords = 5;
/** Among so many of those found the likest is chosen, so that a word everybody uses costs no more than others. */
const looksAt = 100;

/** The clusters of `clusterTitles` in one go: for up to some thousands of titles. */
export function titleClusters(titles: readonly string[], terms: ClusterTerms = {}): Cluster[] {
  const run = clusterTitles(titles, terms);
  for (let step = run.next(); ; step = run.next()) if (step.done) return step.value;
}

/**
 * Clusters by leaders (Hartigan 1975) over TF-IDF vectors (Salton & Buckley 1988: ln(1 + n / df), length 1, words counted
 * once). Each different title joins the likest leader or becomes one; the most frequent come first, then by alphabet, so that
 * neither the order given nor time decides: the counts of a cluster over time can be tested afterwards without bias. Yields
 * every few milliseconds, so that who runs it can do other things in between.
 */
export function* clusterTitles(titles: readonly string[], { alike = 0.55, fewest = 2 }: ClusterTerms = {}): Generator<void, Cluster[]> {
  const phrases = yield* phrasesOf(titles);
  const weigh = weights(yield* frequencies(phrases), titles.length);
  const leaders: Leader[] = [];
  const index = new Map<string, number[]>();
  for (const [i, phrase] of phrases.entries()) {
    if (i % 50 === 49) yield;
    const vector = weigh(phrase.words);
    const heaviest = vector.slice(0, keyWords).map(([word]) => word);
    const leader = leaders[likest(vector, { heaviest, leaders, index, alike })];
    if (leader) {
      leader.members.push(...phrase.members);
      continue;
    }
    for (const word of heaviest) {
      const own = index.get(word);
      if (own) own.push(leaders.length);
      else index.set(word, [leaders.length]);
    }
    leaders.push({ vector: new Map(vector), words: heaviest, members: [...phrase.members] });
  }
  return leaders.filter(({ members }) => members.length >= fewest).map(({ members, words }) => ({ members: members.sort((a, b) => a - b), words }));
}

type Leader = { readonly vector: ReadonlyMap<string, number>; readonly words: readonly string[]; readonly members: number[] };
type Near = {
  readonly heaviest: readonly string[];
  readonly leaders: readonly Leader[];
  readonly index: ReadonlyMap<string, number[]>;
  readonly alike: number;
};

/** Position of the leader that says most nearly the same, -1 when none is near enough. */
function likest(vector: Vector, { heaviest, leaders, index, alike }: Near): number {
  const near = new Set<number>();
  for (const word of heaviest) for (const at of index.get(word)?.slice(0, looksAt) ?? []) if (near.size < looksAt) near.add(at);
  let best = { at: -1, cosine: alike };
  for (const at of near) {
    const cosine = vector.reduce((sum, [word, weight]) => sum + weight * (leaders[at]?.vector.get(word) ?? 0), 0);
    if (cosine > best.cosine || (cosine === best.cosine && best.at < 0)) best = { at, cosine };
  }
  return best.at;
}

/** Titles with the same words are one; those without any word are left out. */
function* phrasesOf(titles: readonly string[]): Generator<void, Phrase[]> {
  const found = new Map<string, Phrase>();
  for (const [at, title] of titles.entries()) {
    if (at % 500 === 499) yield;
    const words = wordsOf(title).sort();
    const key = words.join(' ');
    const known = found.get(key);
    if (known) known.members.push(at);
    else if (words.length > 0) found.set(key, { key, words, members: [at] });
  }
  return yield* sorted([...found.values()]);
}

/** Most frequent first, then by alphabet: pieces sorted one by one and laid together. */
function* sorted(phrases: readonly Phrase[]): Generator<void, Phrase[]> {
  const first = (a: Phrase, b: Phrase): number => b.members.length - a.members.length || (a.key < b.key ? -1 : 1);
  let runs: Phrase[][] = [];
  for (let from = 0; from < phrases.length; from += 2_000) {
    runs.push(phrases.slice(from, from + 2_000).sort(first));
    yield;
  }
  while (runs.length > 1) {
    const next: Phrase[][] = [];
    for (let i = 0; i < runs.length; i += 2) next.push(yield* merged(runs[i] ?? [], runs[i + 1] ?? [], first));
    runs = next;
  }
  return runs[0] ?? [];
}

function* merged<T>(one: readonly T[], other: readonly T[], first: (a: T, b: T) => number): Generator<void, T[]> {
  const all: T[] = [];
  let [i, j] = [0, 0];
  while (i < one.length || j < other.length) {
    if (all.length % 5_000 === 4_999) yield;
    const [a, b] = [one[i], other[j]];
    if (a !== undefined && (b === undefined || first(a, b) <= 0)) {
      all.push(a);
      i++;
    } else if (b !== undefined) {
      all.push(b);
      j++;
    }
  }
  return all;
}

/** In how many titles each word occurs. */
function* frequencies(phrases: readonly Phrase[]): Generator<void, Map<string, number>> {
  const frequency = new Map<string, number>();
  for (const [i, { words, members }] of phrases.entries()) {
    if (i % 2_000 === 1_999) yield;
    for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + members.length);
  }
  return frequency;
}

/** Heaviest word first, equals by alphabet; of length 1. */
function weights(frequency: ReadonlyMap<string, number>, titles: number): (words: readonly string[]) => Vector {
  return (words) => {
    const raw = words.map((word) => [word, Math.log(1 + titles / (frequency.get(word) ?? 1))] as const);
    const length = Math.hypot(...raw.map(([, weight]) => weight));
    return raw.map(([word, weight]) => [word, weight / length] as const).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  };
}
