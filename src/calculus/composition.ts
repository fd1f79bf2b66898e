// What a service is composed of, as a graph with shared parts: order, cycles, impact, and whether it is up.

/**
 * All of, any of, k of n; a part that the graph composes further is a service itself, one that it does not is a leaf.
 * `common_cause`, in parts per million, is the share of a member's failures that strike all members of the group at once.
 */
export type Composition =
  | { readonly part: string }
  | { readonly all: readonly Composition[] }
  | { readonly any: readonly Composition[]; readonly common_cause?: number }
  | { readonly k: number; readonly of: readonly Composition[]; readonly common_cause?: number };

/** Part by part what it is composed of. */
export type Graph = Readonly<Record<string, Composition | undefined>>;

/**
 * One step of an evaluation plan: up when at least `need` of the steps at positions `of` are up. Leaves have no `of`.
 * `part` is null for an expression within a composition.
 */
export type Step = { readonly part: string | null; readonly need: number; readonly of: readonly number[] | null };

/** Steps with children before their parents, the root last, every part once. `cyclic` when a part needs itself. */
export type Plan = { readonly steps: readonly Step[]; readonly cyclic: boolean };

/**
 * Lays a graph out so that everything about it is a loop, however deep it is.
 * A part met again beneath itself counts as down there.
 */
export function plan(root: string, graph: Graph): Plan {
  const steps: Step[] = [];
  const known = new Map<string, number>();
  const begun = new Set<string>();
  let cyclic = false;
  const stack = [frame(null, { part: root })];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.children[top.of.length];
    if (child === undefined) {
      stack.pop();
      if (stack.length > 0) stack.at(-1)?.of.push(add({ part: top.part, need: top.need, of: top.of }));
    } else if (!('part' in child)) {
      stack.push(frame(null, child));
    } else if (known.has(child.part)) {
      top.of.push(known.get(child.part) ?? 0);
    } else if (begun.has(child.part)) {
      cyclic = true;
      top.of.push(add({ part: null, need: 1, of: [] }));
    } else {
      const composed = compositionOf(graph, child.part);
      if (composed === undefined) top.of.push(add({ part: child.part, need: 1, of: null }));
      else {
        stack.push(frame(child.part, composed));
        begun.add(child.part);
      }
    }
  }
  return { steps, cyclic };

  function add(step: Step): number {
    const at = steps.push(step) - 1;
    if (step.part !== null) known.set(step.part, at);
    return at;
  }
}

/** The parts beneath `root` that are composed of nothing further, in the order they are met; `root` itself when it is one. */
export function leaves(root: string, graph: Graph): string[] {
  return plan(root, graph).steps.flatMap((step) => (step.of === null && step.part !== null ? [step.part] : []));
}

/** Is it up, given which leaves are? */
export function up(root: string, graph: Graph, isUp: (leaf: string) => boolean): boolean {
  const { steps } = plan(root, graph);
  const state: boolean[] = [];
  for (const { part, need, of } of steps) {
    state.push(of === null ? part !== null && isUp(part) : of.filter((child) => state[child]).length >= need);
  }
  return state.at(-1) === true;
}

export type Effect = 'up' | 'degraded' | 'down';

/**
 * What it means for `root` that these parts are down (composed ones may be named too) and those are degraded.
 * Degraded is: still up, but something beneath it is not wholly up, so that redundancy or quality is lost.
 */
export function effect(root: string, graph: Graph, down: ReadonlySet<string>, degraded: ReadonlySet<string> = new Set()): Effect {
  const { steps } = plan(root, graph);
  const state: Effect[] = [];
  for (const { part, need, of } of steps) {
    const children = (of ?? []).map((child) => state[child]);
    if (part !== null && down.has(part)) state.push('down');
    else if (of !== null && children.filter((child) => child !== 'down').length < need) state.push('down');
    else if ((part !== null && degraded.has(part)) || children.some((child) => child !== 'up')) state.push('degraded');
    else state.push('up');
  }
  return state.at(-1) ?? 'up';
}

/** The parts along a cycle, the first one again at the end; null when no part needs itself. */
export function cycle(graph: Graph): string[] | null {
  const done = new Set<string>();
  for (const start of Object.keys(graph)) {
    const path: { part: string; parts: readonly string[]; next: number }[] = [];
    const on = new Set<string>();
    const enter = (part: string) => {
      on.add(part);
      path.push({ part, parts: partsIn(compositionOf(graph, part)), next: 0 });
    };
    if (!done.has(start)) enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const part = top.parts[top.next++];
      if (part === undefined) {
        done.add(top.part);
        on.delete(top.part);
        path.pop();
      } else if (on.has(part)) {
        const names = path.map((each) => each.part);
        return [...names.slice(names.indexOf(part)), part];
      } else if (!done.has(part)) enter(part);
    }
  }
  return null;
}

/** Every part that has `part` somewhere beneath it, nearest first. */
export function impactOf(part: string, graph: Graph): string[] {
  const users = usersIn(graph);
  const met = new Set([part]);
  for (const each of met) for (const user of users.get(each) ?? []) met.add(user);
  met.delete(part);
  return [...met];
}

/** The parts that a composition names, each once. Told once per composition: chains ask it again and again. */
export function partsIn(composition: Composition | undefined): readonly string[] {
  if (composition === undefined) return [];
  const known = partsOf.get(composition) ?? namesIn(composition);
  partsOf.set(composition, known);
  return known;
}

const partsOf = new WeakMap<Composition, readonly string[]>();

function namesIn(composition: Composition): string[] {
  const names = new Set<string>();
  const rest = [composition];
  for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
    if ('part' in each) names.add(each.part);
    else rest.push(...childrenOf(each).toReversed());
  }
  return [...names];
}

/** What is wrong with a composition from outside, naming the place and what would be right; null when nothing is. */
export function compositionFault(value: unknown, where = 'composition', depth = 0): string | null {
  if (depth > 20) return `${where}: must not be nested deeper than 20`;
  if (!isObject(value)) return `${where}: must be {part}, {all}, {any} or {k, of}`;
  if (typeof value['part'] === 'string') return value['part'] === '' ? `${where}.part: must name a part` : null;
  const name = ['all', 'any', 'of'].find((key) => Array.isArray(value[key]));
  const members = name === undefined ? [] : (value[name] as readonly unknown[]);
  if (members.length === 0) return `${where}: must be {part}, {all}, {any} or {k, of}, with at least one member`;
  if (name === 'of' && !(Number.isInteger(value['k']) && Number(value['k']) >= 1 && Number(value['k']) <= members.length)) {
    return `${where}.k: must be a whole number from 1 to ${members.length}, the number of members`;
  }
  const common = value['common_cause'];
  if (common !== undefined && !(name !== 'all' && Number.isInteger(common) && Number(common) >= 0 && Number(common) <= 1_000_000)) {
    return `${where}.common_cause: must be a whole number from 0 to 1000000 (parts per million), on {any} or {k, of} only`;
  }
  return members.reduce<string | null>((fault, member, i) => fault ?? compositionFault(member, `${where}.${name}[${i}]`, depth + 1), null);
}

type Frame = { readonly part: string | null; readonly need: number; readonly children: readonly Composition[]; readonly of: number[] };

function frame(part: string | null, composition: Composition): Frame {
  return { part, need: needOf(composition), children: childrenOf(composition), of: [] };
}

function needOf(composition: Composition): number {
  if ('all' in composition) return composition.all.length;
  return 'k' in composition ? composition.k : 1;
}

function childrenOf(composition: Composition): readonly Composition[] {
  if ('all' in composition) return composition.all;
  if ('any' in composition) return composition.any;
  return 'of' in composition ? composition.of : [composition];
}

function compositionOf(graph: Graph, part: string): Composition | undefined {
  return Object.hasOwn(graph, part) ? graph[part] : undefined;
}

const usersByGraph = new WeakMap<Graph, Map<string, string[]>>();

function usersIn(graph: Graph): Map<string, string[]> {
  const users = usersByGraph.get(graph) ?? new Map<string, string[]>();
  if (usersByGraph.has(graph)) return users;
  for (const user of Object.keys(graph)) {
    for (const part of partsIn(graph[user])) {
      const known = users.get(part);
      if (known === undefined) users.set(part, [user]);
      else known.push(user);
    }
  }
  usersByGraph.set(graph, users);
  return users;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
