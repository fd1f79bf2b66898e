// What a scan for problems looks at one by one: groups cases belong to, topics their titles share, and what changes touched.
import { type Cluster, clusterTitles } from './title-clusters.ts';

/** `days` (rising) and `members` (positions of cases) go together; `window` is null where several are tried. */
export type Suspect = {
  readonly key: string;
  readonly kind: 'service' | 'item' | 'supplier' | 'change' | 'topic';
  readonly group: string;
  readonly words: readonly string[];
  readonly window: number | null;
  readonly days: readonly number[];
  readonly members: readonly number[];
};

/** In order of day; `at` is that day as a number. */
export type Dated = { readonly at: number; readonly title: string; readonly groups: readonly string[] };
type Changed = { readonly id: string; readonly at: number; readonly groups: readonly string[] };
export type GroupTerms = { readonly changes: readonly Changed[]; readonly fewest: number; readonly to: number };

/** How long after a change its effect is looked for, in days. */
const aftermath = 28;
const kinds = ['service', 'item', 'supplier', 'change'] as const;

/** Only those with `fewest` cases or more in all: with fewer nothing could be found, whenever they came. */
export function* groupsOf(cases: readonly Dated[], { changes, fewest, to }: GroupTerms): Generator<void, Suspect[]> {
  const byGroup = new Map<string, number[]>();
  for (const [at, { groups }] of cases.entries()) {
    if (at % 5_000 === 4_999) yield;
    for (const group of new Set(groups)) add(byGroup, group, at);
  }
  const found: Suspect[] = [];
  const put = (members: readonly number[], what: Omit<Suspect, 'key' | 'days' | 'members'>): void => {
    if (members.length < fewest) return;
    const key = [what.kind, what.group, what.words.toSorted().join('+')].join('|');
    found.push({ ...what, key, members, days: members.map((at) => cases[at]?.at ?? 0) });
  };
  for (const [group, members] of byGroup) {
    const kind = kinds.find((each) => group.startsWith(`${each}:`));
    if (kind && !changes.some(({ id }) => group === `change:${id}`)) put(members, { kind, group, words: [], window: null });
  }
  for (const { id, at, groups } of changes) {
    const window = to - at;
    if (window < 1 || window > aftermath) continue;
    const members = [...new Set([...groups, `change:${id}`].flatMap((each) => byGroup.get(each) ?? []))].sort((a, b) => a - b);
    put(members, { kind: 'change', group: `change:${id}`, words: [], window });
    yield;
  }
  const clusters = yield* clusterTitles(
    cases.map(({ title }) => title),
    { fewest },
  );
  for (const [i, { words, members }] of onePerName(clusters).entries()) {
    if (i % 200 === 199) yield;
    const within = new Map<string, number[]>();
    for (const at of members) for (const group of cases[at]?.groups ?? []) if (group.startsWith('service:')) add(within, group, at);
    for (const [group, own] of within) put(own, { kind: 'topic', group, words, window: null });
    if (![...within.values()].some((own) => own.length === members.length)) put(members, { kind: 'topic', group: '', words, window: null });
  }
  return found;
}

/** Clusters with the same heaviest words have the same name, so they are one. */
function onePerName(clusters: readonly Cluster[]): Cluster[] {
  const named = new Map<string, Cluster>();
  for (const each of clusters) {
    const name = each.words.toSorted().join('+');
    const known = named.get(name);
    named.set(name, known ? { words: known.words, members: [...known.members, ...each.members].sort((a, b) => a - b) } : each);
  }
  return [...named.values()];
}

function add(to: Map<string, number[]>, group: string, at: number): void {
  const own = to.get(group);
  if (own) own.push(at);
  else to.set(group, [at]);
}
