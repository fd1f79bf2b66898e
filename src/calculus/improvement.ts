// What a step on one part would do for the whole: raise it or double it, which single step reaches a target, and what alone brings it down.
import { availability, birnbaum, type Values } from './availability.ts';
import { type Composition, type Graph, leaves, partsIn, plan, up } from './composition.ts';

/** `to`: the availability (0 to 1) that the part is raised to; not looked at when it is doubled. */
export type Step = { readonly part: string; readonly kind: 'improve' | 'double'; readonly to?: number };
export type Structure = { readonly graph: Graph; readonly values: Values };

/**
 * The structure after a step. Raised: the part counts with that availability, whatever is beneath it. Doubled: another like it
 * stands beside it and one of the two is enough; they are taken to fail independently, `common_cause` (ppm) says how far not.
 */
export function stepped({ graph, values }: Structure, { part, kind, to = 1 }: Step, common_cause = 0): Structure {
  if (kind === 'improve') {
    const { [part]: _, ...rest } = graph;
    return { graph: rest, values: { ...values, [part]: to } };
  }
  const [first, second] = [`${part} first`, `${part} second`];
  const own = availability(part, graph, values);
  const known = own.value === null ? {} : { [second]: own.value };
  const pair: Composition = { any: [{ part: first }, { part: second }], ...(common_cause > 0 ? { common_cause } : {}) };
  const beneath = graph[part];
  const single = values[part];
  return {
    graph: { ...graph, [part]: pair, ...(beneath ? { [first]: beneath } : {}) },
    values: { ...values, ...known, ...(beneath || single === undefined ? {} : { [first]: single }) },
  };
}

/** Availability of `root` before and after a step; null where it is not known exactly. */
export function improved(root: string, structure: Structure, step: Step): { readonly before: number | null; readonly after: number | null } {
  const next = stepped(structure, step);
  return { before: availability(root, structure.graph, structure.values).value, after: availability(root, next.graph, next.values).value };
}

/**
 * By leaf: `slope`, how much the whole moves per unit of it (Birnbaum); `to`, what raising it alone would take to reach the target
 * (null when even perfection does not); `doubled`, what the whole would be with a second one; `alone`, whether its failure alone brings
 * the whole down. The smallest raise first, those that cannot do it by themselves last, by what doubling brings.
 */
export type Lever = {
  readonly part: string;
  readonly value: number;
  readonly slope: number;
  readonly to: number | null;
  readonly doubled: number | null;
  readonly alone: boolean;
};

export function levers(root: string, structure: Structure, target: number): Lever[] {
  const { graph, values } = structure;
  const all = leaves(root, graph);
  return all
    .flatMap((part): Lever[] => {
      const value = values[part];
      const slope = value === undefined ? null : birnbaum(root, graph, values, part);
      if (value === undefined || slope === null) return [];
      return [
        { part, value, slope, to: raise(root, structure, { part, target }), doubled: doubledTo(root, structure, part), alone: isAlone(root, graph, part) },
      ];
    })
    .sort((a, b) => effort(a) - effort(b) || (b.doubled ?? 0) - (a.doubled ?? 0));
}

/** Parts (leaves) whose failure alone brings `root` down: single points of failure. */
export function singlePoints(root: string, graph: Graph): string[] {
  return leaves(root, graph).filter((leaf) => isAlone(root, graph, leaf));
}

/** Groups in which a member may fail while the others carry the whole: `members` are the parts named in it, `common_cause` in ppm. */
export type Redundancy = { readonly within: string; readonly members: readonly string[]; readonly need: number; readonly common_cause: number };

export function redundancies(root: string, graph: Graph): Redundancy[] {
  const within = plan(root, graph).steps.flatMap(({ part }) => (part === null ? [] : [part]));
  return within.flatMap((each) => groupsIn(each, graph[each]));
}

function groupsIn(within: string, composition: Composition | undefined): Redundancy[] {
  if (composition === undefined || 'part' in composition) return [];
  if ('all' in composition) return composition.all.flatMap((each) => groupsIn(within, each));
  const members = 'any' in composition ? composition.any : composition.of;
  const need = 'any' in composition ? 1 : composition.k;
  const own = { within, members: members.flatMap((each) => partsIn(each)), need, common_cause: composition.common_cause ?? 0 };
  return [...(need < members.length ? [own] : []), ...members.flatMap((each) => groupsIn(within, each))];
}

/** The whole grows with each of its parts, so halving finds the least that is enough; null when perfection is not. */
function raise(root: string, { graph, values }: Structure, { part, target }: { part: string; target: number }): number | null {
  const reached = (value: number): boolean => availability(root, graph, { ...values, [part]: value }).low >= target - 1e-12;
  if (!reached(1)) return null;
  let [low, high] = [values[part] ?? 0, 1];
  if (reached(low)) return low;
  for (let turn = 0; turn < 50; turn++) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function doubledTo(root: string, structure: Structure, part: string): number | null {
  const next = stepped(structure, { part, kind: 'double' });
  return availability(root, next.graph, next.values).value;
}

const isAlone = (root: string, graph: Graph, part: string): boolean => !up(root, graph, (leaf) => leaf !== part);
const effort = ({ to, value }: Lever): number => (to === null ? Infinity : to - value);
