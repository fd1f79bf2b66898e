// Common causes: redundant parts that may fail together, by the beta-factor model.
import type { Composition, Graph } from './composition.ts';

type Values = Readonly<Record<string, number>>;
type Valued = { readonly graph: Graph; readonly values: Values };
/** Availability of a part in the given graph, for parts that are composed themselves. */
type Solve = (part: string, graph: Graph, values: Values) => number;

const MILLION = 1_000_000;

/**
 * The same structure with every common cause as a part of its own: of the unavailability u of the best member of a group,
 * the share `common_cause` (ppm) strikes all members at once, and each keeps its own availability as a whole. For two equal
 * parts the group is then down for about beta u + ((1 - beta) u)^2 (Fleming 1975, the beta-factor model). A group with
 * composed members has the cause added on top, which errs on the safe side.
 */
export function withCommonCause(graph: Graph, values: Values, solve: Solve): Valued {
  if (!hasCommonCause(graph)) return { graph, values };
  const causes = new Map<string, string[]>();
  const added: Record<string, number> = {};
  const rewritten: Record<string, Composition | undefined> = {};
  for (const [part, composition] of Object.entries(graph)) if (composition) rewritten[part] = rewrite(composition);
  for (const [leaf, names] of causes) {
    rewritten[leaf] = { all: [{ part: `${leaf} alone` }, ...names.map((part) => ({ part }))] };
    added[`${leaf} alone`] = Math.min(
      1,
      names.reduce((left, name) => left / (added[name] || 1), values[leaf] ?? 0),
    );
  }
  return { graph: rewritten, values: { ...values, ...added } };

  function rewrite(composition: Composition): Composition {
    if ('part' in composition) return composition;
    const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
    const made = members.map(rewrite);
    const group = 'all' in composition ? { all: made } : 'any' in composition ? { any: made } : { k: composition.k, of: made };
    const share = 'common_cause' in composition ? (composition.common_cause ?? 0) : 0;
    return share > 0 ? struck(group, { members, share }) : group;
  }

  function struck(group: Composition, { members, share }: { members: readonly Composition[]; share: number }): Composition {
    const known = members.flatMap((each) => downOf(each) ?? []);
    if (known.length === 0) return group;
    const cause = `common cause ${Object.keys(added).length + 1}`;
    added[cause] = 1 - (Math.min(...known) * share) / MILLION;
    const leaves = members.flatMap((each) => ('part' in each && graph[each.part] === undefined && values[each.part] !== undefined ? [each.part] : []));
    if (leaves.length < members.length) return { all: [group, { part: cause }] };
    for (const leaf of leaves) causes.set(leaf, [...(causes.get(leaf) ?? []), cause]);
    return group;
  }

  /** Unavailability of a member; null when it is not known. */
  function downOf(member: Composition): number | null {
    if (!('part' in member)) return 1 - solve(OWN, { ...graph, [OWN]: member }, values);
    if (graph[member.part] !== undefined) return 1 - solve(member.part, graph, values);
    const value = values[member.part];
    return value === undefined ? null : 1 - value;
  }
}

const OWN = ' member of a group';
const known = new WeakMap<Graph, boolean>();

/** Does anything in the graph have one? Told once per graph. */
export function hasCommonCause(graph: Graph): boolean {
  const before = known.get(graph);
  if (before !== undefined) return before;
  const found = Object.values(graph).some((each) => each !== undefined && strikes(each));
  known.set(graph, found);
  return found;
}

function strikes(composition: Composition): boolean {
  if ('part' in composition) return false;
  const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
  return ('common_cause' in composition && (composition.common_cause ?? 0) > 0) || members.some(strikes);
}
