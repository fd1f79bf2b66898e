// How much of a map is drawn: neighbours of one kind become one group when they are many, and more so the fuller the map.
import type { MapEdge, MapGroup, MapNode, MapState } from './map.record.ts';

export type Found = Omit<MapNode, 'more' | 'expanded'> & {
  /** The node next to which it was met first; null for where the map starts. */
  readonly beside: string | null;
  readonly above: boolean;
};
type Grouping = {
  readonly nodes: readonly Found[];
  readonly edges: readonly MapEdge[];
  /** Numbers of nodes that were asked to show their neighbours, and ids of groups that were opened. */
  readonly expand: ReadonlySet<string>;
  /** At most so many nodes and groups together. */
  readonly most: number;
};
export type Grouped = { readonly nodes: readonly Found[]; readonly groups: readonly MapGroup[]; readonly edges: readonly MapEdge[] };

/** So many of a kind at one place are a group; when the map is still too full, fewer. */
const crowds = [12, 6, 4, 2];

export function grouped({ nodes, edges, expand, most }: Grouping): Grouped {
  for (const crowd of crowds) {
    const made = withGroups({ nodes, edges, expand, most }, crowd);
    if (made.nodes.length + made.groups.length <= most || crowd === 2) return cut(made, most);
  }
  return { nodes, groups: [], edges };
}

function withGroups({ nodes, edges, expand, most }: Grouping, crowd: number): Grouped {
  const kinds = new Map<string, Found[]>();
  for (const each of nodes) if (each.beside !== null && !expand.has(each.id)) listed(kinds, groupId(each)).push(each);
  const into = new Map<string, string>();
  const groups: MapGroup[] = [];
  for (const [id, members] of kinds) {
    if (members.length < crowd) continue;
    // An opened group shows what there is room for: the worst first, and the rest stays together.
    const shown = expand.has(id) ? Math.floor(most / 2) : 0;
    const rest = [...members].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state)).slice(shown);
    const [first] = rest;
    if (!first) continue;
    for (const each of rest) into.set(each.id, id);
    groups.push({ id, layer: first.layer, type: first.type, count: rest.length, state: worstOf(rest) });
  }
  const end = (id: string): string => into.get(id) ?? id;
  const drawn = edges.map((each) => ({ ...each, from: end(each.from), to: end(each.to) })).filter((each) => each.from !== each.to);
  return { nodes: nodes.filter((each) => !into.has(each.id)), groups, edges: unique(drawn) };
}

/** Where nothing can be grouped any more, the farthest are left out; their neighbours count them as more. */
function cut({ nodes, groups, edges }: Grouped, most: number): Grouped {
  const kept = nodes.slice(0, Math.max(1, most - groups.length));
  const ids = new Set([...kept, ...groups].map((each) => each.id));
  return { nodes: kept, groups, edges: edges.filter((each) => ids.has(each.from) && ids.has(each.to)) };
}

/** Of one layer and type, beside one node, on one side of it. */
const groupId = ({ beside, above, layer, type }: Found): string => `${beside}~${above ? 'above' : 'below'}~${layer}~${type ?? ''}`;

const order: readonly MapState[] = ['down', 'degraded', 'up'];
const worstOf = (nodes: readonly Found[]): MapState => order.find((state) => nodes.some((each) => each.state === state)) ?? 'up';
const unique = (edges: readonly MapEdge[]): MapEdge[] => [...new Map(edges.map((each) => [`${each.from} ${each.to}`, each])).values()];

function listed<T>(lists: Map<string, T[]>, key: string): T[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}
