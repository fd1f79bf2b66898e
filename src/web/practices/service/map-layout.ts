// Where the nodes of a map stand: a column for each layer, more where a layer stands on itself, and in each an order with few crossings.
import { type Layer, layers } from '../../../practices/configuration/map.record.ts';

export type Placed = { readonly id: string; readonly x: number; readonly y: number };
export type Column = { readonly layer: Layer; readonly x: number };
/** `bends`: where the line of an edge ("from to") that passes columns runs between their nodes, from its beginning to its end. */
export type Layout = {
  readonly placed: ReadonlyMap<string, Placed>;
  readonly bends: ReadonlyMap<string, readonly Point[]>;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly height: number;
};
export type Point = { readonly x: number; readonly y: number };
type Box = { readonly wide: number; readonly high: number; readonly gapX: number; readonly gapY: number };
type Node = { readonly id: string; readonly layer: Layer };
type Edge = { readonly from: string; readonly to: string };
/** Nodes, and lines that pass: those have the keys of their edges. */
type Filled = { readonly layer: Layer; readonly ids: string[]; readonly lines: Map<string, string[]> };

const sweeps = 6;
/** A short column stands a row lower than the top at most, so that what one looks for is in sight. */
const lowest = 1;

/** The same nodes and edges in the same order give the same picture. */
export function layOut({ nodes, edges }: { nodes: readonly Node[]; edges: readonly Edge[] }, box: Box): Layout {
  const columns = columnsOf(nodes, edges);
  const beside = neighboursIn(withLines(columns, edges));
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const order = sweep % 2 === 0 ? columns : columns.toReversed();
    for (const column of order) sort(column.ids, { beside, at: positions(columns) });
  }
  const rowOf = ({ lines }: Filled, id: string): number => (lines.has(id) ? box.gapY : box.high + box.gapY);
  const heights = columns.map((each) => each.ids.reduce((sum, id) => sum + rowOf(each, id), 0));
  const tallest = Math.max(box.high + box.gapY, ...heights);
  const placed = new Map<string, Placed>();
  const bends = new Map<string, Point[]>();
  for (const [n, column] of columns.entries()) {
    const x = n * (box.wide + box.gapX);
    let y = Math.min(lowest * (box.high + box.gapY), (tallest - (heights[n] ?? 0)) / 2);
    for (const id of column.ids) {
      const passing = column.lines.get(id);
      if (!passing) placed.set(id, { id, x, y });
      for (const line of passing ?? []) bends.set(line, [...(bends.get(line) ?? []), { x: x + box.wide / 2, y }]);
      y += rowOf(column, id);
    }
  }
  const heads = columns.map(({ layer }, n) => ({ layer, x: n * (box.wide + box.gapX) }));
  return {
    placed,
    bends,
    columns: heads.filter((each, n) => heads[n - 1]?.layer !== each.layer),
    width: columns.length * (box.wide + box.gapX) - box.gapX,
    height: tallest - box.gapY,
  };
}

/** A column for each layer, and more where nodes of a layer stand on one another. */
function columnsOf(nodes: readonly Node[], edges: readonly Edge[]): Filled[] {
  const depth = depthsIn(nodes, edges);
  return layers.flatMap((layer) => {
    const own = nodes.filter((each) => each.layer === layer);
    const deepest = Math.max(-1, ...own.map((each) => depth.get(each.id) ?? 0));
    return Array.from({ length: deepest + 1 }, (_, at) => {
      const ids = own.filter((each) => (depth.get(each.id) ?? 0) === at).map((each) => each.id);
      return { layer, ids, lines: new Map<string, string[]>() };
    }).filter((each) => each.ids.length > 0);
  });
}

/** Gives every line that passes columns a place in each of them, all to one supplier the same, and answers the edges from column to column. */
function withLines(columns: readonly Filled[], edges: readonly Edge[]): Edge[] {
  const columnOf = new Map(columns.flatMap(({ ids }, n) => ids.map((id) => [id, n] as const)));
  return edges.flatMap(({ from, to }) => {
    const [start, end] = [columnOf.get(from), columnOf.get(to)];
    if (start === undefined || end === undefined || end <= start) return [{ from, to }];
    const passed = columns.slice(start + 1, end).map((column, n) => {
      const id = `${columns[end]?.layer === 'supplier' ? '' : from} ${to} ${start + n}`;
      const known = column.lines.get(id) ?? [];
      if (known.length === 0) column.ids.push(id);
      column.lines.set(id, [...known, `${from} ${to}`]);
      return id;
    });
    const stops = [from, ...passed, to];
    return stops.slice(1).map((stop, n) => ({ from: stops[n] as string, to: stop }));
  });
}

/** How deep each node is among those of its own layer; a circle ends where it would come back. */
function depthsIn(nodes: readonly Node[], edges: readonly Edge[]): Map<string, number> {
  const layer = new Map(nodes.map((each) => [each.id, each.layer]));
  const depth = new Map(nodes.map((each) => [each.id, 0]));
  const within = edges.filter((each) => layer.has(each.from) && layer.get(each.from) === layer.get(each.to));
  const limit = Math.min(nodes.length, 12);
  for (let moved = true, round = 0; moved && round < limit; round += 1) {
    moved = false;
    for (const { from, to } of within) {
      const wanted = (depth.get(from) ?? 0) + 1;
      if (wanted <= (depth.get(to) ?? 0) || wanted > limit) continue;
      depth.set(to, wanted);
      moved = true;
    }
  }
  return depth;
}

/** By the middle of what a node is linked to; those without stay where they are. */
function sort(ids: string[], { beside, at }: { beside: ReadonlyMap<string, readonly string[]>; at: ReadonlyMap<string, number> }): void {
  const middle = new Map(
    ids.map((id) => {
      const places = (beside.get(id) ?? []).flatMap((each) => at.get(each) ?? []);
      return [id, places.length ? places.reduce((sum, each) => sum + each, 0) / places.length : (at.get(id) ?? 0)] as const;
    }),
  );
  ids.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
}

/** Rows counted from the middle of each column. */
function positions(columns: readonly { readonly ids: readonly string[] }[]): Map<string, number> {
  return new Map(columns.flatMap(({ ids }) => ids.map((id, row) => [id, row - (ids.length - 1) / 2] as const)));
}

function neighboursIn(edges: readonly Edge[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (id: string, other: string): void => void found.set(id, [...(found.get(id) ?? []), other]);
  for (const { from, to } of edges) {
    add(from, to);
    add(to, from);
  }
  return found;
}

export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown';

/** Where an arrow key leads: left and right along an edge to the nearest in height, up and down within the column; null when nowhere. */
export function stepFrom(id: string, key: Arrow, { placed, edges }: { placed: ReadonlyMap<string, Placed>; edges: readonly Edge[] }): string | null {
  const here = placed.get(id);
  if (!here) return null;
  const all = [...placed.values()];
  if (key === 'ArrowUp' || key === 'ArrowDown') {
    const sign = key === 'ArrowDown' ? 1 : -1;
    const ahead = all.filter((each) => each.x === here.x && (each.y - here.y) * sign > 0);
    return ahead.sort((a, b) => (a.y - b.y) * sign)[0]?.id ?? null;
  }
  const linked = new Set(edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : [])));
  const side = all.filter((each) => linked.has(each.id) && (key === 'ArrowRight' ? each.x > here.x : each.x < here.x));
  return side.sort((a, b) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x) || Math.abs(a.y - here.y) - Math.abs(b.y - here.y))[0]?.id ?? null;
}
