// The service map as the server answers it and the screen draws it: layers of nodes, who stands on whom, and groups of what is too much to draw.

/** The columns of a map, from those who use to those who provide. A part is a service that nobody outside the house was promised. */
export const layers = ['customer', 'service', 'part', 'item', 'supplier'] as const;
export type Layer = (typeof layers)[number];
export type MapState = 'up' | 'degraded' | 'down';

/** `more`: neighbours that are not drawn. `customers`: how many outside the house a service is promised to. */
export type MapNode = {
  readonly id: string;
  readonly layer: Layer;
  readonly name: string;
  /** The type of an item. */
  readonly type: string | null;
  readonly owner: string | null;
  readonly lifecycle: string | null;
  readonly state: MapState;
  readonly incidents: readonly string[];
  readonly customers: number;
  readonly more: number;
  readonly expanded: boolean;
};

/** Several nodes of one kind beside one another, drawn as one; its id opens it. */
export type MapGroup = { readonly id: string; readonly layer: Layer; readonly type: string | null; readonly count: number; readonly state: MapState };

/** `from` stands on `to`. `any` or `k of n` when it is one of several, else `all`; `promised` and `provides` for customers and suppliers. */
export type MapEdge = { readonly from: string; readonly to: string; readonly gate: string };

export type MapAnswer = {
  readonly data: { readonly from: string; readonly nodes: readonly MapNode[]; readonly groups: readonly MapGroup[]; readonly edges: readonly MapEdge[] };
  readonly refs: Readonly<Record<string, string>>;
  readonly now: string;
};
