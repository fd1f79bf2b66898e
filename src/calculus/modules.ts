// Modules of a composition: the parts of it that touch the rest in one place only, so that they can be solved alone.
import type { Step } from './composition.ts';

/**
 * Which steps are modules, found in one walk (Dutuit & Rauzy 1996): a step is one when everything beneath it is first
 * and last met between its own beginning and end.
 */
export function modulesOf(steps: readonly Step[]): boolean[] {
  const { first, last, end } = datesOf(steps);
  const from: number[] = [];
  const until: number[] = [];
  return steps.map(({ of }, i) => {
    const children = of ?? [];
    from[i] = children.reduce((least, child) => Math.min(least, first[child] ?? 0, from[child] ?? Infinity), Infinity);
    until[i] = children.reduce((most, child) => Math.max(most, last[child] ?? 0, until[child] ?? 0), 0);
    return of !== null && from[i] > (first[i] ?? 0) && until[i] < (end[i] ?? 0);
  });
}

/** Positions of the steps that make up a module, in order, and of what it takes as given, in the order it is met. */
export function interiorOf(steps: readonly Step[], top: number, modules: readonly boolean[]): { inside: number[]; inputs: number[] } {
  const inside = new Set([top]);
  const inputs = new Set<number>();
  const rest = [...(steps[top]?.of ?? [])].reverse();
  for (let i = rest.pop(); i !== undefined; i = rest.pop()) {
    const of = steps[i]?.of ?? null;
    if (of === null || modules[i]) inputs.add(i);
    else if (!inside.has(i)) {
      inside.add(i);
      rest.push(...of.toReversed());
    }
  }
  return { inside: [...inside].sort((a, b) => a - b), inputs: [...inputs] };
}

/** When a walk from the root meets each step first and last, and when it is through with it. */
function datesOf(steps: readonly Step[]): { first: number[]; last: number[]; end: number[] } {
  const first: number[] = [];
  const last: number[] = [];
  const end: number[] = [];
  const stack: { step: number; next: number }[] = [];
  let date = 0;
  const meet = (step: number) => {
    last[step] = ++date;
    if (first[step] !== undefined) return;
    first[step] = date;
    if (steps[step]?.of) stack.push({ step, next: 0 });
  };
  if (steps.length > 0) meet(steps.length - 1);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = steps[top.step]?.of?.[top.next++];
    if (child !== undefined) meet(child);
    else {
      end[top.step] = ++date;
      stack.pop();
    }
  }
  return { first, last, end };
}
