// The geometry of the house: the line between two blocks, and the block that lies in the direction of an arrow key. Pure.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
type Point = { readonly x: number; readonly y: number };

const middle = ({ x, y, width, height }: Box): Point => ({ x: x + width / 2, y: y + height / 2 });

/** A curve from the edge of one box to the edge of another, in the words of an SVG path. */
export function curve(from: Box, to: Box): string {
  const [a, b] = [middle(from), middle(to)];
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const sideways = Math.abs(dx) - (from.width + to.width) / 2 > 0;
  const start = sideways ? { x: a.x + (Math.sign(dx) * from.width) / 2, y: a.y } : { x: a.x, y: a.y + (Math.sign(dy) * from.height) / 2 };
  const end = sideways ? { x: b.x - (Math.sign(dx) * to.width) / 2, y: b.y } : { x: b.x, y: b.y - (Math.sign(dy) * to.height) / 2 };
  const bend = sideways ? { x: (end.x - start.x) / 2, y: 0 } : { x: 0, y: (end.y - start.y) / 2 };
  const points = [start, { x: start.x + bend.x, y: start.y + bend.y }, { x: end.x - bend.x, y: end.y - bend.y }, end].map(
    ({ x, y }) => `${Math.round(x)} ${Math.round(y)}`,
  );
  return `M${points[0]} C${points[1]}, ${points[2]}, ${points[3]}`;
}

const ways: Readonly<Record<string, (dx: number, dy: number) => [along: number, across: number]>> = {
  ArrowRight: (dx, dy) => [dx, Math.abs(dy)],
  ArrowLeft: (dx, dy) => [-dx, Math.abs(dy)],
  ArrowDown: (dx, dy) => [dy, Math.abs(dx)],
  ArrowUp: (dx, dy) => [-dy, Math.abs(dx)],
};

/** The nearest box in the direction of the key, straight ahead before aside; null where there is none or it is no arrow key. */
export function nearest(at: string, key: string, boxes: ReadonlyMap<string, Box>): string | null {
  const [way, here] = [ways[key], boxes.get(at)];
  if (!way || !here) return null;
  const from = middle(here);
  const found = [...boxes]
    .filter(([code]) => code !== at && code !== 'customers' && code !== 'suppliers')
    .map(([code, box]) => {
      const to = middle(box);
      const [along, across] = way(to.x - from.x, to.y - from.y);
      return { code, along, far: along + 3 * across };
    })
    .filter(({ along }) => along > 4)
    .toSorted((a, b) => a.far - b.far);
  return found[0]?.code ?? null;
}
