// What the server knows about the parts of a service, and the walk through it that both the map and the table draw.
import { useQuery } from '@tanstack/react-query';
import type { Composition } from '../../../calculus/composition.ts';
import type { Link } from '../../../practices/promise/link.record.ts';
import { get } from '../../api.ts';
import type { Refs } from '../../contract.ts';

export type PartState = 'up' | 'degraded' | 'down';
export type Part = {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly owner: string | null;
  readonly lifecycle: string | null;
  readonly state: string;
  readonly shared_by: readonly string[];
  readonly composition: Composition | null;
  readonly incidents: readonly string[];
};
export type CompositionAnswer = {
  readonly data: {
    readonly root: string;
    readonly nodes: readonly Part[];
    readonly edges: readonly { readonly from: string; readonly to: string; readonly gate: string }[];
    readonly tree: Composition | null;
  };
  readonly chain: readonly Link[];
  readonly refs: Refs;
  readonly now: string;
};

export function useComposition(id: string) {
  return useQuery({ queryKey: ['service', 'composition', id], queryFn: ({ signal }) => get<CompositionAnswer>(`/api/services/${id}/composition`, signal) });
}

export type Gate = { readonly kind: 'all' } | { readonly kind: 'any' } | { readonly kind: 'k'; readonly k: number; readonly n: number };
/** A place in the drawn tree: a part, or a gate that groups what hangs under it. `path` is unique; a part may occur twice. */
export type Place = {
  readonly path: string;
  readonly depth: number;
  readonly part: Part | null;
  readonly gate: Gate | null;
  readonly children: readonly Place[];
};

const deepest = 12;

/** The root and everything beneath it. A gate of one part is no gate; one that joins everything ("all") hangs its parts directly. */
export function walk(nodes: readonly Part[], root: string): Place | null {
  const byId = new Map(nodes.map((each) => [each.id, each]));
  const placeOf = (id: string, path: string, depth: number): Place => {
    const part = byId.get(id) ?? { id, name: id, code: null, owner: null, lifecycle: null, state: 'up', shared_by: [], composition: null, incidents: [] };
    const { composition } = part;
    const hung = composition && depth < deepest ? hang(composition, `${path}/${id}`, depth + 1) : [];
    const gate = composition ? gateOf(composition) : null;
    return { path: `${path}/${id}`, depth, part, gate, children: hung };
  };
  const hang = (composition: Composition, path: string, depth: number): Place[] =>
    childrenOf(composition).map((each, index) => {
      if ('part' in each) return placeOf(each.part, `${path}.${index}`, depth);
      return { path: `${path}.${index}`, depth, part: null, gate: gateOf(each), children: hang(each, `${path}.${index}`, depth + 1) };
    });
  return byId.has(root) ? placeOf(root, '', 0) : null;
}

export function childrenOf(composition: Composition): readonly Composition[] {
  if ('part' in composition) return [composition];
  if ('all' in composition) return composition.all;
  return 'any' in composition ? composition.any : composition.of;
}

export function gateOf(composition: Composition): Gate | null {
  if ('part' in composition) return null;
  if ('all' in composition) return composition.all.length > 1 ? { kind: 'all' } : null;
  if ('any' in composition) return composition.any.length > 1 ? { kind: 'any' } : null;
  return { kind: 'k', k: composition.k, n: composition.of.length };
}

export const flat = (place: Place): Place[] => [place, ...place.children.flatMap(flat)];
export const stateOf = (part: Part): PartState => (part.state === 'down' || part.state === 'degraded' ? part.state : 'up');
