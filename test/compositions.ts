// Compositions for property tests, and slow second opinions on them: plain recursion and full enumeration.
import fc from 'fast-check';
import type { Composition, Graph } from '../src/calculus/composition.ts';

const leafNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'constructor'];

/** A service 'root' over six composed parts over eight leaves, freely shared, without cycles. */
export const anyGraph: fc.Arbitrary<Graph> = fc
  .tuple(...[0, 1, 2, 3, 4, 5, 6].map((level) => anyComposition(level)))
  .map((parts) => Object.fromEntries(parts.map((composition, level) => [level === 0 ? 'root' : `part${level}`, composition])));

/** A composition that names leaves and parts of deeper levels only. */
function anyComposition(level: number): fc.Arbitrary<Composition> {
  const deeper = [1, 2, 3, 4, 5, 6].filter((each) => each > level).map((each) => `part${each}`);
  const part = fc.constantFrom(...leafNames, ...deeper, ...deeper).map((name) => ({ part: name }));
  const members = (of: fc.Arbitrary<Composition>) => fc.array(of, { minLength: 1, maxLength: 4 });
  const gate = (of: fc.Arbitrary<Composition>): fc.Arbitrary<Composition> =>
    fc.oneof(
      members(of).map((all) => ({ all })),
      members(of).map((any) => ({ any })),
      members(of).chain((list) => fc.integer({ min: 1, max: list.length }).map((k) => ({ k, of: list }))),
    );
  return fc.oneof(part, gate(part), gate(fc.oneof(part, gate(part))));
}

export function isUpByRecursion(composition: Composition, graph: Graph, isUp: (leaf: string) => boolean): boolean {
  const again = (each: Composition) => isUpByRecursion(each, graph, isUp);
  if ('all' in composition) return composition.all.every(again);
  if ('any' in composition) return composition.any.some(again);
  if ('of' in composition) return composition.of.filter(again).length >= composition.k;
  const deeper = Object.hasOwn(graph, composition.part) ? graph[composition.part] : undefined;
  return deeper === undefined ? isUp(composition.part) : again(deeper);
}

/** Adds up the probability of every combination of leaves in which the root is up. */
export function availabilityByEnumeration(root: string, graph: Graph, values: Readonly<Record<string, number>>): number {
  const names = Object.keys(values);
  let sum = 0;
  for (let world = 0; world < 2 ** names.length; world++) {
    const isUp = (leaf: string) => ((world >> names.indexOf(leaf)) & 1) === 1;
    if (!isUpByRecursion({ part: root }, graph, isUp)) continue;
    sum += names.reduce((p, name) => p * (isUp(name) ? (values[name] ?? 0) : 1 - (values[name] ?? 0)), 1);
  }
  return sum;
}
