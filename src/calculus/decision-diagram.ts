// Binary decision diagrams (Bryant 1986): exact probabilities of structures in which parts are shared.

/** Functions are numbers: 0 is never, 1 is always. Each operation answers null once the diagram has outgrown its budget. */
export type Diagram = {
  /** The function that is up when variable number `index` is; lower numbers are asked first. */
  readonly variable: (index: number) => number | null;
  /** Up when at least `need` of the functions are. */
  readonly threshold: (need: number, functions: readonly (number | null)[]) => number | null;
  /** Probability of a function when variable `index` is up with `probabilities[index]`, independently of the others. */
  readonly probability: (of: number, probabilities: readonly number[]) => number;
  /** By how much that probability moves per unit of each variable's. */
  readonly slopes: (of: number, probabilities: readonly number[]) => number[];
};

/** More would not fit the keys, 17 bits each, that make the tables fast. */
const HARD_LIMIT = 1 << 17;

export function diagram(budget: number): Diagram {
  const limit = Math.min(budget, HARD_LIMIT);
  const variables = [Infinity, Infinity];
  const lows = [0, 1];
  const highs = [0, 1];
  const nodes = new Map<number, number>();
  const choices = new Map<number, number>();

  const keyOf = (a: number, b: number, c: number) => (a * HARD_LIMIT + b) * HARD_LIMIT + c;

  const node = (variable: number, low: number, high: number): number | null => {
    if (low === high) return low;
    const key = keyOf(variable, low, high);
    const known = nodes.get(key);
    if (known !== undefined) return known;
    if (variables.length >= limit || variable >= HARD_LIMIT) return null;
    const made = variables.push(variable) - 1;
    lows.push(low);
    highs.push(high);
    nodes.set(key, made);
    return made;
  };

  const branch = (of: number, variable: number, isUp: boolean): number => {
    if (variables[of] !== variable) return of;
    return (isUp ? highs : lows)[of] ?? 0;
  };

  /** If `test` then `yes` else `no`. Its depth is the number of variables, which callers bound. */
  const choose = (test: number | null, yes: number | null, no: number | null): number | null => {
    if (test === null || yes === null || no === null) return null;
    if (test === 1 || yes === no) return yes;
    if (test === 0) return no;
    if (yes === 1 && no === 0) return test;
    const key = keyOf(test, yes, no);
    const known = choices.get(key);
    if (known !== undefined) return known;
    if (choices.size >= 8 * limit) return null;
    const first = Math.min(variables[test] ?? 0, variables[yes] ?? 0, variables[no] ?? 0);
    const low = choose(branch(test, first, false), branch(yes, first, false), branch(no, first, false));
    const high = low === null ? null : choose(branch(test, first, true), branch(yes, first, true), branch(no, first, true));
    const made = low === null || high === null ? null : node(first, low, high);
    if (made !== null) choices.set(key, made);
    return made;
  };

  const threshold = (need: number, functions: readonly (number | null)[]): number | null => {
    if (need <= 0) return 1;
    if (need > functions.length) return 0;
    if (need === functions.length) return functions.reduceRight<number | null>((rest, each) => choose(each, rest, 0), 1);
    if (need === 1) return functions.reduceRight<number | null>((rest, each) => choose(each, 1, rest), 0);
    const atLeast: (number | null)[] = [1, ...Array.from({ length: need }, () => 0)];
    for (const each of functions.toReversed()) {
      for (let count = need; count > 0; count--) atLeast[count] = choose(each, atLeast[count - 1] ?? null, atLeast[count] ?? null);
    }
    return atLeast[need] ?? null;
  };

  /** Children are always made before their parents, so one pass in order of making is enough. */
  const valuesTo = (of: number, probabilities: readonly number[]): number[] => {
    const values = [0, 1];
    for (let i = 2; i <= of; i++) {
      const p = probabilities[variables[i] ?? 0] ?? 0;
      values.push(p * (values[highs[i] ?? 0] ?? 0) + (1 - p) * (values[lows[i] ?? 0] ?? 0));
    }
    return values;
  };
  const probability = (of: number, probabilities: readonly number[]): number => valuesTo(of, probabilities)[of] ?? 0;

  /** How likely each node is reached from the top, times what its variable decides there. */
  const slopes = (of: number, probabilities: readonly number[]): number[] => {
    const values = valuesTo(of, probabilities);
    const found = probabilities.map(() => 0);
    const reached = new Float64Array(of + 1);
    reached[of] = 1;
    for (let i = of; i >= 2; i--) {
      const [weight, variable, high, low] = [reached[i] ?? 0, variables[i] ?? 0, highs[i] ?? 0, lows[i] ?? 0];
      if (weight === 0) continue;
      const p = probabilities[variable] ?? 0;
      reached[high] = (reached[high] ?? 0) + weight * p;
      reached[low] = (reached[low] ?? 0) + weight * (1 - p);
      found[variable] = (found[variable] ?? 0) + weight * ((values[high] ?? 0) - (values[low] ?? 0));
    }
    return found;
  };

  return { variable: (index) => node(index, 0, 1), threshold, probability, slopes };
}
