// Which steps of a directed graph lie on a circle.

/**
 * Edges as [from, to]; answers the positions of those whose ends lie in one strongly connected component, that is, on some
 * circle. An edge from a node to itself is one. Tarjan's algorithm without recursion: time and memory grow with the edges.
 * Source: R. Tarjan, "Depth-first search and linear graph algorithms", SIAM J. Comput. 1 (1972).
 */
export function circling(edges: readonly (readonly [from: string, to: string])[]): ReadonlySet<number> {
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) {
    const known = next.get(from);
    if (known) known.push(to);
    else next.set(from, [to]);
  }
  const component = components(next);
  return new Set(edges.flatMap(([from, to], at) => (from === to || component.get(from) === component.get(to) ? [at] : [])));
}

type Frame = { readonly node: string; at: number };

/** The number of the strongly connected component of every node. */
function components(next: ReadonlyMap<string, readonly string[]>): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const found = new Map<string, number>();
  const stack: string[] = [];
  const lower = (node: string, value: number): void => void low.set(node, Math.min(low.get(node) ?? value, value));
  const enter = (node: string): Frame => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    return { node, at: 0 };
  };
  for (const root of next.keys()) {
    const path = index.has(root) ? [] : [enter(root)];
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const child = next.get(top.node)?.[top.at];
      top.at += 1;
      if (child !== undefined) {
        if (!index.has(child)) path.push(enter(child));
        else if (!found.has(child)) lower(top.node, index.get(child) ?? 0);
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above) lower(above.node, low.get(top.node) ?? 0);
      if (low.get(top.node) === index.get(top.node)) close(top.node, { stack, found });
    }
  }
  return found;
}

/** A node that reaches nothing older than itself closes a component: it and all that was entered after it. */
function close(node: string, { stack, found }: { readonly stack: string[]; readonly found: Map<string, number> }): void {
  const number = found.size;
  for (let member = stack.pop(); member !== undefined; member = stack.pop()) {
    found.set(member, number);
    if (member === node) return;
  }
}
