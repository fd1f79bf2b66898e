// Where the boxes of a chain stand: the promise on top, what it rests on beneath by layer, promises on one service in one column.
import type { ChainNode } from '../../../practices/promise/link.record.ts';

export const box = { width: 204, height: 86, gapX: 12, gapY: 50, stack: 12 } as const;
type Edges = readonly { readonly from: string; readonly to: string }[];
type Placed = { readonly node: ChainNode; readonly x: number; readonly y: number };
type Line = {
  readonly key: string;
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly weakest: boolean;
};
export type Drawing = { readonly boxes: readonly Placed[]; readonly lines: readonly Line[]; readonly width: number; readonly height: number };

/** Every node once; a line from a promise to each column it rests on, since what stands in one column belongs together. `inSight`: pixels seen before anybody scrolls. */
export function layOut(nodes: readonly ChainNode[], edges: Edges, inSight: number): Drawing {
  const depth = Math.max(0, ...nodes.map((each) => each.layer));
  const layers = Array.from({ length: depth + 1 }, (_, layer) => columnsOf(nodes.filter((each) => each.layer === layer)));
  const width = Math.max(...layers.map((columns) => columns.length * (box.width + box.gapX) - box.gapX), box.width);
  const boxes: Placed[] = [];
  let y = 0;
  for (const columns of layers) {
    const own = columns.length * (box.width + box.gapX) - box.gapX;
    // In the middle of what is seen before anybody scrolls.
    const left = (Math.min(width, Math.max(inSight, own)) - own) / 2;
    for (const [index, column] of columns.entries())
      for (const [row, node] of column.entries()) boxes.push({ node, x: left + index * (box.width + box.gapX), y: y + row * (box.height + box.stack) });
    y += Math.max(0, ...columns.map((column) => column.length * (box.height + box.stack) - box.stack)) + box.gapY;
  }
  return { boxes, lines: linesOf(boxes, edges), width, height: y - box.gapY };
}

function columnsOf(nodes: readonly ChainNode[]): ChainNode[][] {
  const found = new Map<string, ChainNode[]>();
  for (const node of nodes) found.set(node.service, [...(found.get(node.service) ?? []), node]);
  return [...found.values()];
}

function linesOf(boxes: readonly Placed[], edges: Edges): Line[] {
  const byId = new Map(boxes.map((each) => [each.node.id, each]));
  const found = new Map<string, Line>();
  for (const edge of edges) {
    const [from, to] = [byId.get(edge.from), byId.get(edge.to)];
    if (!from || !to) continue;
    const top = Math.min(...boxes.filter((each) => each.x === to.x && each.node.layer === to.node.layer).map((each) => each.y));
    const key = `${edge.from} ${to.node.layer} ${to.x}`;
    const weakest = to.node.weakest || (found.get(key)?.weakest ?? false);
    found.set(key, { key, from: { x: from.x + box.width / 2, y: from.y + box.height }, to: { x: to.x + box.width / 2, y: top }, weakest });
  }
  return [...found.values()];
}
