// When a rising series passes a limit, and how much those who share something need of it at their peak.
import { type Graph, partsIn } from './composition.ts';

/** A value at an instant (epoch milliseconds), in order of time. */
export type At = { readonly at: number; readonly value: number };

/** The first instant at which the line through the values is above the limit; the first instant of all when it begins there; null when it never is. */
export function crossing(values: readonly At[], limit: number): number | null {
  const first = values.findIndex((each) => each.value > limit);
  const [here, before] = [values[first], values[first - 1]];
  if (!here) return null;
  if (!before) return here.at;
  return Math.round(before.at + ((limit - before.value) / (here.value - before.value)) * (here.at - before.at));
}

/**
 * Who needs how much of `root` at once. What a service needs includes what is built upon it: one that stands on another listed one is
 * `within` that one and is not added again. `silent` are users of which nothing is said, neither of them nor of anybody above them.
 */
export type Peak = {
  readonly sum: number;
  readonly counted: readonly string[];
  readonly within: readonly string[];
  readonly silent: readonly string[];
};

export function peakOf(root: string, graph: Graph, demands: Readonly<Record<string, number>>): Peak {
  const usersOf = (part: string): string[] => Object.keys(graph).filter((user) => partsIn(graph[user]).includes(part));
  const counted = new Set<string>();
  const silent = new Set<string>();
  const met = new Set([root]);
  for (const part of met) {
    const users = usersOf(part);
    for (const user of users) {
      if (demands[user] !== undefined) counted.add(user);
      else met.add(user);
    }
    if (part !== root && !users.length) silent.add(part);
  }
  const named = Object.keys(demands);
  return {
    sum: [...counted].reduce((sum, each) => sum + (demands[each] ?? 0), 0),
    counted: [...counted],
    within: named.filter((each) => !counted.has(each)),
    silent: [...silent],
  };
}
