// What the failure of items and services means for everything that stands on them: redundancy counted, shared parts once, circles left standing.
import { type Composition, effect, type Graph, partsIn } from './composition.ts';

/** One thing standing on another. `any_of` and `k_of_n` of one dependent and one `redundancy` are a group; every other kind is needed. */
export type Dependence = {
  readonly dependent: string;
  readonly supporter: string;
  readonly kind: string;
  readonly redundancy: string | null;
  readonly need: number | null;
};

/** `hops`: steps from the nearest failing part, 0 for itself. `via`: the part beneath that hurts most, the nearest first; null for a failing part. */
export type Harm = { readonly effect: 'down' | 'degraded'; readonly hops: number; readonly via: string | null };

const grouped: ReadonlySet<string> = new Set(['any_of', 'k_of_n']);

/**
 * Dependences and compositions as one graph, in the words of compositions: what is needed is `all`, a group `any` or `k` of its
 * members. A group asks for as many as its most demanding relation says, at most all. Own compositions come on top.
 */
export function standing(dependences: Iterable<Dependence>, compositions: Graph = {}): Graph {
  const needed = new Map<string, Composition[]>(Object.entries(compositions).flatMap(([part, own]) => (own ? [[part, [own]]] : [])));
  const groups = new Map<string, Map<string, Dependence[]>>();
  for (const each of dependences) {
    if (grouped.has(each.kind)) put(groups, each);
    else listed(needed, each.dependent).push({ part: each.supporter });
  }
  for (const [dependent, own] of groups) {
    for (const members of own.values()) listed(needed, dependent).push(groupOf(members));
  }
  return Object.fromEntries([...needed].map(([part, all]) => [part, all.length === 1 ? all[0] : { all }]));
}

/**
 * Everything that these failures reach, the failing parts included: a round for each step upwards, judging a part again only when
 * something directly beneath it got worse. It agrees with `effect` of composition.ts on every graph without circles. A circle
 * stands until something in it fails. Linear in the part of the graph above the failures, times the lengths of its circles.
 */
export function harmFrom(graph: Graph, the: { readonly down: Iterable<string>; readonly degraded?: Iterable<string> }): Map<string, Harm> {
  const users = usersIn(graph);
  const down = new Set(the.down);
  const degraded = new Set(the.degraded);
  const found = new Map<string, Harm>();
  for (const part of degraded) found.set(part, { effect: 'degraded', hops: 0, via: null });
  for (const part of down) found.set(part, { effect: 'down', hops: 0, via: null });
  let worse = new Set(found.keys());
  for (let hops = 1; worse.size > 0; hops += 1) {
    const next = new Set<string>();
    for (const [user, causes] of hurt(worse, users)) {
      // Under a name that no part has: the part itself may be in a circle beneath itself, and stands there as it is known.
      const left = down.has(user) ? 'down' : effect('', { '': graph[user] }, down, degraded);
      const before = found.get(user);
      if (left === 'up' || before?.effect === left || before?.effect === 'down') continue;
      const via = before?.hops === 0 ? null : (causes.find((each) => found.get(each)?.effect === left) ?? causes[0] ?? null);
      found.set(user, { effect: left, hops: before?.hops ?? hops, via });
      next.add(user);
    }
    for (const part of next) (found.get(part)?.effect === 'down' ? down : degraded).add(part);
    worse = next;
  }
  return found;
}

/** A group that lost a member: of `of` members `left` still work, and `need` have to. `lost` and `members` name the parts in it. */
export type Spare = {
  readonly part: string;
  readonly need: number;
  readonly of: number;
  readonly left: number;
  readonly lost: readonly string[];
  readonly members: readonly string[];
};

/** What redundancy is left in every group that lost a member, the groups with the least to spare first. */
export function sparesIn(graph: Graph, harm: ReadonlyMap<string, Harm>): Spare[] {
  const down = new Set([...harm].flatMap(([part, each]) => (each.effect === 'down' ? [part] : [])));
  const found: Spare[] = [];
  for (const part of harm.keys()) {
    const rest = Object.hasOwn(graph, part) && graph[part] ? [graph[part]] : [];
    for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
      if ('part' in each) continue;
      const of = 'all' in each ? each.all : 'any' in each ? each.any : each.of;
      rest.push(...of);
      if ('all' in each || of.length < 2) continue;
      const lost = of.filter((member) => effect('', { '': member }, down) === 'down');
      if (lost.length === 0) continue;
      const need = 'any' in each ? 1 : each.k;
      found.push({ part, need, of: of.length, left: of.length - lost.length, lost: lost.flatMap(partsIn), members: of.flatMap(partsIn) });
    }
  }
  return found.sort((a, b) => a.left - a.need - (b.left - b.need));
}

/** For each part directly above something that got worse: what that is, in the order it was met. */
function hurt(worse: ReadonlySet<string>, users: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const part of worse) for (const user of users.get(part) ?? []) listed(found, user).push(part);
  return found;
}

const usersByGraph = new WeakMap<Graph, Map<string, string[]>>();

function usersIn(graph: Graph): Map<string, string[]> {
  const known = usersByGraph.get(graph);
  if (known) return known;
  const users = new Map<string, string[]>();
  usersByGraph.set(graph, users);
  for (const user of Object.keys(graph)) for (const part of partsIn(graph[user])) listed(users, part).push(user);
  return users;
}

function groupOf(members: readonly Dependence[]): Composition {
  const of = members.map(({ supporter }) => ({ part: supporter }));
  if (members.every((each) => each.kind === 'any_of')) return { any: of };
  return { k: Math.min(of.length, Math.max(1, ...members.map((each) => each.need ?? 1))), of };
}

function put(groups: Map<string, Map<string, Dependence[]>>, each: Dependence): void {
  const own = groups.get(each.dependent) ?? new Map<string, Dependence[]>();
  groups.set(each.dependent, own);
  listed(own, `${each.kind} ${each.redundancy ?? ''}`).push(each);
}

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key);
  if (known) return known;
  const made: T[] = [];
  lists.set(key, made);
  return made;
}
