// What differs between two models, part by part: what the second adds, takes away and changes. Pure.
import type { Content } from './composing.record.ts';

export const parts = ['steps', 'levels', 'processes', 'roles', 'separations', 'cadences', 'flows'] as const;
export type Part = (typeof parts)[number];
export type Difference = {
  readonly part: Part;
  readonly kind: 'added' | 'removed' | 'changed';
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
};

export const emptyContent: Content = { steps: [], levels: [], processes: [], roles: [], separations: [], cadences: [], flows: [] };

/** By what each thing is the same thing in two models; everything else about it may change. */
const keys: { readonly [P in Part]: (thing: Content[P][number]) => string } = {
  steps: (each) => each,
  levels: (each) => each,
  processes: ({ code }) => code,
  roles: ({ name, party }) => `${party}: ${name}`,
  separations: ({ record, first, second }) => `${record}.${first} / ${record}.${second}`,
  cadences: ({ code }) => code,
  flows: ({ from, to }) => `${from} → ${to}`,
};

/** Differences in the order of the parts; within each those of `before` first. */
export function compareContent(before: Content, after: Content): readonly Difference[] {
  return parts.flatMap((part) => partDifferences(part, before, after));
}

function partDifferences<P extends Part>(part: P, before: Content, after: Content): Difference[] {
  const keyed = (content: Content): Map<string, unknown> => new Map((content[part] as readonly Content[P][number][]).map((each) => [keys[part](each), each]));
  const [old, fresh] = [keyed(before), keyed(after)];
  const gone = [...old].flatMap(([key, was]): Difference[] => {
    if (!fresh.has(key)) return [{ part, kind: 'removed', key, before: was, after: null }];
    return same(was, fresh.get(key)) ? [] : [{ part, kind: 'changed', key, before: was, after: fresh.get(key) }];
  });
  const added = [...fresh].filter(([key]) => !old.has(key)).map(([key, is]): Difference => ({ part, kind: 'added', key, before: null, after: is }));
  return [...gone, ...added];
}

/** Equal in what they say; the order of names within one thing does not matter, and stored data keeps none. */
function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((each) => b.includes(each));
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null) return a === b;
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => same((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name]));
}
