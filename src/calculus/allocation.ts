// Passing on the cost of departments that work for others: direct, step by step, or with what they owe one another solved.

/**
 * A service department with its own cost in whole minor units of money and the shares of its work by receiver (other
 * departments or users, 0 or more, summing to 1; none to itself).
 */
export type Department = { readonly name: string; readonly cost_minor: number; readonly shares: Readonly<Record<string, number>> };

export const methods = ['direct', 'step_down', 'reciprocal'] as const;
export type Method = (typeof methods)[number];

/**
 * `charged` per user sums to the cost of all departments exactly. `passed_on` is what each department passes on: its own
 * cost and what it was charged itself. Amounts in whole minor units.
 */
export type Allocation = {
  readonly passed_on: readonly { readonly name: string; readonly amount_minor: number }[];
  readonly charged: readonly { readonly name: string; readonly amount_minor: number }[];
};

/** `stuck` names a department whose cost reaches no user in this method. */
export type Stuck = { readonly stuck: string };

/**
 * Direct: only users are charged, in proportion to their shares. Step-down: in the order given, to the departments that
 * follow and the users, never back. Reciprocal: departments are charged for one another first, x = d + M x solved at once
 * (Horngren, Cost Accounting, ch. 15). Each is divided by largest remainders, so nothing is lost to rounding.
 */
export function allocate(method: Method, departments: readonly Department[], users: readonly string[]): Allocation | Stuck {
  return method === 'reciprocal' ? reciprocal(departments, users) : inOrder(method, departments, users);
}

/**
 * Divides a whole amount in proportion to weights (0 or more, not all 0) into whole amounts that sum to it: everybody
 * the whole part, what is left to the largest remainders, the earlier one first when equal to the millionth (Hamilton).
 */
export function apportion(amount_minor: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, each) => sum + each, 0);
  const exact = weights.map((each) => amount_minor * (each / whole));
  const parts = exact.map(Math.floor);
  const left = amount_minor - parts.reduce((sum, each) => sum + each, 0);
  const order = exact.map((each, i) => ({ i, rest: Math.round((each - Math.floor(each)) * 1e6) })).sort((a, b) => b.rest - a.rest || a.i - b.i);
  for (const { i } of order.slice(0, Math.max(0, left))) parts[i] = (parts[i] ?? 0) + 1;
  return parts;
}

function inOrder(method: 'direct' | 'step_down', departments: readonly Department[], users: readonly string[]): Allocation | Stuck {
  const held = new Map<string, number>([...departments.map((each) => [each.name, each.cost_minor] as const), ...users.map((each) => [each, 0] as const)]);
  const passed_on = [];
  for (const [i, { name, shares }] of departments.entries()) {
    const following = method === 'direct' ? [] : departments.slice(i + 1).map((each) => each.name);
    const receivers = [...following, ...users].filter((each) => shareOf(shares, each) > 0);
    const amount_minor = held.get(name) ?? 0;
    if (receivers.length === 0 && amount_minor > 0) return { stuck: name };
    const parts = apportion(
      amount_minor,
      receivers.map((each) => shareOf(shares, each)),
    );
    for (const [at, receiver] of receivers.entries()) held.set(receiver, (held.get(receiver) ?? 0) + (parts[at] ?? 0));
    passed_on.push({ name, amount_minor });
  }
  return { passed_on, charged: users.map((name) => ({ name, amount_minor: held.get(name) ?? 0 })) };
}

function reciprocal(departments: readonly Department[], users: readonly string[]): Allocation | Stuck {
  const trapped = departments.find((each) => each.cost_minor > 0 && !reaches(each, departments, users));
  if (trapped) return { stuck: trapped.name };
  const owed = departments.map((to, i) => departments.map((from, j) => Number(i === j) - shareOf(from.shares, to.name)));
  const solved = solve(
    owed,
    departments.map((each) => each.cost_minor),
  );
  const total = departments.reduce((sum, each) => sum + each.cost_minor, 0);
  const exact = users.map((user) => departments.reduce((sum, each, i) => sum + (solved[i] ?? 0) * shareOf(each.shares, user), 0));
  const charged = total > 0 ? apportion(total, exact) : users.map(() => 0);
  return {
    passed_on: departments.map(({ name }, i) => ({ name, amount_minor: Math.round(solved[i] ?? 0) })),
    charged: users.map((name, i) => ({ name, amount_minor: charged[i] ?? 0 })),
  };
}

/** Does any of its work arrive at a user in the end? Two departments that only work for each other charge nobody. */
function reaches(from: Department, departments: readonly Department[], users: readonly string[]): boolean {
  const met = new Set([from]);
  for (const each of met) {
    if (users.some((user) => shareOf(each.shares, user) > 0)) return true;
    for (const next of departments) if (shareOf(each.shares, next.name) > 0) met.add(next);
  }
  return false;
}

function shareOf(shares: Readonly<Record<string, number>>, name: string): number {
  return Object.hasOwn(shares, name) ? (shares[name] ?? 0) : 0;
}

/** Gauss with the largest pivot; a row without one (a department without work that nobody pays) stays 0. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  for (let column = 0; column < rows.length; column++) {
    let best = column;
    for (let row = column + 1; row < rows.length; row++) if (Math.abs(at(row, column)) > Math.abs(at(best, column))) best = row;
    [rows[column], rows[best]] = [rows[best] ?? [], rows[column] ?? []];
    const pivot = at(column, column);
    if (Math.abs(pivot) < 1e-12) continue;
    for (const [i, row] of rows.entries()) {
      const factor = at(i, column) / pivot;
      if (i !== column && factor !== 0) for (let k = column; k <= rows.length; k++) row[k] = (row[k] ?? 0) - factor * at(column, k);
    }
  }
  return rows.map((row, i) => (Math.abs(row[i] ?? 0) < 1e-12 ? 0 : (row[rows.length] ?? 0) / (row[i] ?? 1)));
}
