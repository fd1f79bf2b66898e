// Lays out the map of moves: states in layers from top to bottom, lines around them; pure arithmetic around the layout library.
import { Graph, layout } from '@dagrejs/dagre';
import type { MapMove, MapState } from '../../calculus/process-map.ts';

export type Placed = { readonly state: string; readonly x: number; readonly y: number };
export type Line = { readonly move: MapMove; readonly path: string; readonly x: number; readonly y: number };
export type Drawing = { readonly width: number; readonly height: number; readonly nodes: readonly Placed[]; readonly lines: readonly Line[] };

export const node = { width: 150, height: 46 } as const;
const edge = 12;

/** `order`: the states as their definition lists them, so that the same map is drawn the same way. */
export function drawn(states: readonly Pick<MapState, 'state'>[], moves: readonly MapMove[], order: readonly string[]): Drawing {
  const graph = new Graph({ multigraph: false });
  graph.setGraph({ rankdir: 'TB', nodesep: 46, ranksep: 44, marginx: edge, marginy: edge });
  const used = new Set([...states.map((each) => each.state), ...moves.flatMap((each) => [each.from, each.to])]);
  for (const state of [...used].sort((a, b) => order.indexOf(a) - order.indexOf(b))) graph.setNode(state, { ...node });
  for (const { from, to, cases, how } of moves)
    graph.setEdge(from, to, { weight: how === 'meant' ? 3 : 1, minlen: 1, width: 34, height: 16, labelpos: 'c', cases });
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const nodes = graph.nodes().map((state: string) => {
    const { x, y } = graph.node(state) as { x: number; y: number };
    return { state, x, y };
  });
  const lines = moves.map((move) => {
    const { points, x = 0, y = 0 } = graph.edge(move.from, move.to) as { points: readonly { x: number; y: number }[]; x?: number; y?: number };
    return { move, path: smooth(points), x, y };
  });
  return { width, height, nodes, lines };
}

/** A curve through the middles of the stretches between the points. */
function smooth(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const at = ({ x, y }: { x: number; y: number }): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const parts = rest.map((point, i) => {
    const next = rest[i + 1];
    return next ? `Q ${at(point)} ${at({ x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 })}` : `L ${at(point)}`;
  });
  return `M ${at(first)} ${parts.join(' ')}`;
}
