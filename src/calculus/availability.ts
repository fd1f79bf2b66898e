// Availability of a composed service from its parts: exact with shared parts, naive for comparison, and bounds.
import { hasCommonCause, withCommonCause } from './common-cause.ts';
import { type Graph, leaves, plan, type Step } from './composition.ts';
import { type Diagram, diagram } from './decision-diagram.ts';
import { anyAssociation, anyDependence, atLeast, type Bounds, pivots } from './k-of-n.ts';
import { interiorOf, modulesOf } from './modules.ts';

/** Leaf by leaf the probability that it is up, 0 to 1; parts are taken to fail independently of one another. */
export type Values = Readonly<Record<string, number>>;

/**
 * `value` when it is exact; otherwise null and the truth lies between `low` and `high`: because leaves have no value
 * (`unknown`), the structure is too tangled for the budget, or a part needs itself.
 */
export type Availability = Bounds & { readonly value: number | null; readonly exact: boolean; readonly unknown: readonly string[] };

const BUDGET = 100_000;

/** Variables of one diagram; the depth of its recursion. */
const WIDEST = 1_000;

/**
 * Exact availability, each shared part counted once. Independent modules (Dutuit & Rauzy 1996) are evaluated by
 * themselves, so that only what is really entangled meets in a decision diagram of at most `budget` nodes.
 * Beyond it the answer is an interval that holds for any structure of independent parts.
 */
export function availability(root: string, graph: Graph, values: Values, budget = BUDGET): Availability {
  const struck = withCommonCause(graph, values, (part, within, known) => solved(part, within, known, budget).low);
  return solved(root, struck.graph, struck.values, budget);
}

function solved(root: string, graph: Graph, values: Values, budget: number): Availability {
  const laid = plan(root, graph);
  const unknown = laid.steps.flatMap(({ part, of }) => (of === null && part !== null && probabilityOf(values, part) === null ? [part] : []));
  if (laid.cyclic) return { value: null, low: 0, high: 1, exact: false, unknown };
  const modules = modulesOf(laid.steps);
  const found: (Bounds | undefined)[] = [];
  let exact = unknown.length === 0;
  for (const [i, step] of laid.steps.entries()) {
    if (step.of === null) found[i] = leafBounds(values, step);
    else if (modules[i]) {
      const result = evaluate(laid.steps, i, modules, found, budget);
      found[i] = result.bounds;
      exact = exact && result.exact;
    }
  }
  const { low, high } = found.at(-1) ?? { low: 0, high: 1 };
  return { value: exact ? low : null, low, high, exact, unknown };
}

/**
 * What multiplying along the tree gives when a part that is used twice is taken for two parts. Wrong when parts are
 * shared; for showing by how much. Null when a leaf has no value or a part needs itself.
 */
export function naiveAvailability(root: string, graph: Graph, values: Values): number | null {
  const laid = plan(root, graph);
  const found: number[] = [];
  for (const { part, need, of } of laid.steps) {
    const value =
      of === null
        ? probabilityOf(values, part ?? '')
        : atLeast(
            need,
            of.map((child) => found[child] ?? 0),
          );
    if (value === null) return null;
    found.push(value);
  }
  return laid.cyclic ? null : (found.at(-1) ?? null);
}

/**
 * Bounds that hold however the parts depend on one another: 1 - sum(1 - A) <= A <= min A in series, and their
 * generalisation to k of n (Rüger 1978). A leaf without a value may be anything.
 */
export function bounds(root: string, graph: Graph, values: Values): Bounds {
  const laid = plan(root, graph);
  if (laid.cyclic) return { low: 0, high: 1 };
  const found: Bounds[] = [];
  for (const step of laid.steps) {
    const parts = (step.of ?? []).map((child) => found[child] ?? { low: 0, high: 1 });
    found.push(step.of === null ? leafBounds(values, step) : anyDependence(step.need, parts));
  }
  return found.at(-1) ?? { low: 0, high: 1 };
}

/**
 * By how much the availability of `root` moves per unit of each leaf's (Birnbaum importance), all leaves in one pass there
 * and back; null when not exact. What has a common cause is not linear in its leaves: there the difference between sure and never.
 */
export function importances(root: string, graph: Graph, values: Values, budget = BUDGET): ReadonlyMap<string, number> | null {
  const names = leaves(root, graph);
  if (hasCommonCause(graph)) {
    const slopes = names.map((leaf) => [leaf, birnbaum(root, graph, values, leaf)] as const);
    return slopes.some(([, slope]) => slope === null) ? null : new Map(slopes.map(([leaf, slope]) => [leaf, slope ?? 0]));
  }
  const { steps, cyclic } = plan(root, graph);
  if (cyclic || names.some((leaf) => probabilityOf(values, leaf) === null)) return null;
  const modules = modulesOf(steps);
  const found: number[] = [];
  const back: ((weight: number, weights: Float64Array) => void)[] = [];
  for (const [i, step] of steps.entries()) {
    if (step.of === null) found[i] = probabilityOf(values, step.part ?? '') ?? 0;
    else if (modules[i]) {
      const linear = linearised(steps, i, { modules, found, budget });
      if (linear === null) return null;
      found[i] = linear.value;
      back[i] = (weight, weights) => {
        for (const [k, input] of linear.inputs.entries()) weights[input] = (weights[input] ?? 0) + weight * (linear.slopes[k] ?? 0);
      };
    }
  }
  const weights = new Float64Array(steps.length);
  weights[steps.length - 1] = 1;
  for (let i = steps.length - 1; i >= 0; i--) back[i]?.(weights[i] ?? 0, weights);
  return new Map(steps.flatMap(({ part, of }, i) => (of === null && part !== null ? [[part, weights[i] ?? 0] as const] : [])));
}

/** By how much the availability of `root` moves per unit of a leaf's (Birnbaum importance); null when not exact. */
export function birnbaum(root: string, graph: Graph, values: Values, leaf: string): number | null {
  const sure = availability(root, graph, { ...values, [leaf]: 1 }).value;
  const never = availability(root, graph, { ...values, [leaf]: 0 }).value;
  return sure === null || never === null ? null : sure - never;
}

type Evaluated = { readonly bounds: Bounds; readonly exact: boolean };

/** One module: its inputs are leaves and other modules, already found. */
function evaluate(steps: readonly Step[], top: number, modules: readonly boolean[], found: readonly (Bounds | undefined)[], budget: number): Evaluated {
  const { inside, inputs } = interiorOf(steps, top, modules);
  const step = steps[top];
  const children = step?.of ?? [];
  if (inside.length === 1 && inputs.length === children.length) {
    const both = (side: 'low' | 'high') =>
      atLeast(
        step?.need ?? 0,
        children.map((child) => found[child]?.[side] ?? 0),
      );
    return { bounds: { low: both('low'), high: both('high') }, exact: true };
  }
  const entangled = inputs.length <= WIDEST ? byDiagram(steps, inside, inputs, diagram(budget)) : null;
  if (entangled === null) return { bounds: associated(steps, inside, found), exact: false };
  return { bounds: { low: entangled(inputs.map((i) => found[i]?.low ?? 0)), high: entangled(inputs.map((i) => found[i]?.high ?? 0)) }, exact: true };
}

type Solved = { readonly modules: readonly boolean[]; readonly found: readonly number[]; readonly budget: number };
type Linear = { readonly value: number; readonly inputs: readonly number[]; readonly slopes: readonly number[] };

/** One module as its value and its slope in each of its inputs. */
function linearised(steps: readonly Step[], top: number, { modules, found, budget }: Solved): Linear | null {
  const { inside, inputs } = interiorOf(steps, top, modules);
  const step = steps[top];
  const children = step?.of ?? [];
  const given = inputs.map((i) => found[i] ?? 0);
  if (inside.length === 1 && inputs.length === children.length) {
    const own = children.map((child) => found[child] ?? 0);
    const need = step?.need ?? 0;
    return { value: atLeast(need, own), inputs: children, slopes: pivots(need, own) };
  }
  if (inputs.length > WIDEST) return null;
  const built = diagram(budget);
  const function_ = functionOf(steps, inside, inputs, built);
  return function_ === null ? null : { value: built.probability(function_, given), inputs, slopes: built.slopes(function_, given) };
}

function byDiagram(steps: readonly Step[], inside: readonly number[], inputs: readonly number[], built: Diagram): ((p: number[]) => number) | null {
  const top = functionOf(steps, inside, inputs, built);
  return top === null ? null : (probabilities) => built.probability(top, probabilities);
}

function functionOf(steps: readonly Step[], inside: readonly number[], inputs: readonly number[], built: Diagram): number | null {
  const functions = new Map<number, number | null>(inputs.map((step, variable) => [step, built.variable(variable)]));
  for (const i of inside) {
    const { need, of } = steps[i] ?? { need: 0, of: [] };
    functions.set(
      i,
      built.threshold(
        need,
        (of ?? []).map((child) => functions.get(child) ?? null),
      ),
    );
  }
  return functions.get(inside.at(-1) ?? 0) ?? null;
}

/** Monotone functions of independent parts are associated (Esary, Proschan & Walkup 1967), which bounds them from the inside out. */
function associated(steps: readonly Step[], inside: readonly number[], given: readonly (Bounds | undefined)[]): Bounds {
  const found = [...given];
  for (const i of inside) {
    const { need, of } = steps[i] ?? { need: 0, of: [] };
    found[i] = anyAssociation(
      need,
      (of ?? []).map((child) => found[child] ?? { low: 0, high: 1 }),
    );
  }
  return found[inside.at(-1) ?? 0] ?? { low: 0, high: 1 };
}

function leafBounds(values: Values, { part }: Step): Bounds {
  const value = probabilityOf(values, part ?? '');
  return { low: value ?? 0, high: value ?? 1 };
}

/** Null for a leaf that has no value, or none that is a probability. */
function probabilityOf(values: Values, leaf: string): number | null {
  const value = Object.hasOwn(values, leaf) ? values[leaf] : undefined;
  return value !== undefined && value >= 0 && value <= 1 ? value : null;
}
