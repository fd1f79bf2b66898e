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

/**
 * Clusters by leaders (Hartigan 1975) over TF-IDF vectors (Salton & Buckley 1988: ln(1 + n / df), length 1, words counted
 * once). Each different title joins the likest leader or becomes one; the most frequent come first, then by alphabet, so that
 * neither the order given nor time decides: the counts of a cluster over time can be tested afterwards without bias.
 */
export function titleClusters(titles: readonly string[], { alike = 0.55, fewest = 2 }: ClusterTerms = {}): Cluster[] {
  const phrases = phrasesOf(titles);
  const weigh = weights(phrases, titles.length);
  const leaders: { readonly vector: ReadonlyMap<string, number>; readonly words: readonly string[]; readonly members: number[] }[] = [];
  const index = new Map<string, number[]>();
  for (const phrase of phrases) {
    const vector = weigh(phrase.words);
    const heaviest = vector.slice(0, keyWords).map(([word]) => word);
    const near = new Set<number>();
    for (const word of heaviest) for (const at of index.get(word)?.slice(0, looksAt) ?? []) if (near.size < looksAt) near.add(at);
    let best = { at: -1, cosine: alike };
    for (const at of near) {
      const cosine = vector.reduce((sum, [word, weight]) => sum + weight * (leaders[at]?.vector.get(word) ?? 0), 0);
      if (cosine > best.cosine || (cosine === best.cosine && best.at < 0)) best = { at, cosine };
    }
    const leader = leaders[best.at];
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

/** Titles with the same words are one; those without any word are left out. */
function phrasesOf(titles: readonly string[]): Phrase[] {
  const found = new Map<string, Phrase>();
  for (const [at, title] of titles.entries()) {
    const words = wordsOf(title).sort();
    const key = words.join(' ');
    const known = found.get(key);
    if (known) known.members.push(at);
    else if (words.length > 0) found.set(key, { key, words, members: [at] });
  }
  return [...found.values()].sort((a, b) => b.members.length - a.members.length || (a.key < b.key ? -1 : 1));
}

/** Heaviest word first, equals by alphabet; of length 1. */
function weights(phrases: readonly Phrase[], titles: number): (words: readonly string[]) => Vector {
  const frequency = new Map<string, number>();
  for (const { words, members } of phrases) for (const word of words) frequency.set(word, (frequency.get(word) ?? 0) + members.length);
  return (words) => {
    const raw = words.map((word) => [word, Math.log(1 + titles / (frequency.get(word) ?? 1))] as const);
    const length = Math.hypot(...raw.map(([, weight]) => weight));
    return raw.map(([word, weight]) => [word, weight / length] as const).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  };
}
