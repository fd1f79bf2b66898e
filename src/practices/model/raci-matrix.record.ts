// The arithmetic of a RACI matrix: what is wrong with it, who carries how much, and what changed between two versions. Pure; the rules and the screen share it.
import type { Activity } from './process-fields.record.ts';

/** R does it, A answers for it (and may do it: AR), C is asked before, I is told after. */
export const letters = ['R', 'A', 'C', 'I', 'AR'] as const;
export type Letter = (typeof letters)[number];
export type Cell = { readonly role: string; readonly letter: Letter };
export type RaciRow = { readonly activity: string; readonly letters: readonly Cell[] };

/** What is wrong with one activity. `activity` is its code; `count` how many carry A, `role` the role that is meant. */
export type Violation =
  | { readonly kind: 'no_accountable' | 'no_responsible' | 'not_filled' | 'unknown_activity' | 'activity_twice'; readonly activity: string }
  | { readonly kind: 'many_accountable'; readonly activity: string; readonly count: number }
  | { readonly kind: 'unknown_role' | 'role_twice'; readonly activity: string; readonly role: string };

export const isAccountable = (letter: Letter): boolean => letter === 'A' || letter === 'AR';
export const isResponsible = (letter: Letter): boolean => letter === 'R' || letter === 'AR';

type Against = { readonly activities: readonly Pick<Activity, 'code'>[]; readonly roles: ReadonlySet<string> };

/**
 * Everything that keeps a matrix from coming into force: each activity of the process has a row, exactly one role that is
 * accountable and at least one that is responsible; rows and roles exist and are named once. Activity by activity, in the
 * order of the process; rows of activities it does not have come last.
 */
export function violations(rows: readonly RaciRow[], { activities, roles }: Against): readonly Violation[] {
  const known = new Set(activities.map(({ code }) => code));
  const missing = activities
    .filter(({ code }) => !rows.some((row) => row.activity === code))
    .map(({ code }) => ({ kind: 'not_filled', activity: code }) as const);
  const order = (code: string): number => {
    const index = activities.findIndex((each) => each.code === code);
    return index < 0 ? activities.length : index;
  };
  const inRows = rows.flatMap((row, index): Violation[] => {
    const { activity } = row;
    if (!known.has(activity)) return [{ kind: 'unknown_activity', activity }];
    if (rows.findIndex((each) => each.activity === activity) < index) return [{ kind: 'activity_twice', activity }];
    return rowViolations(row, roles);
  });
  return [...missing, ...inRows].toSorted((a, b) => order(a.activity) - order(b.activity));
}

function rowViolations({ activity, letters: cells }: RaciRow, roles: ReadonlySet<string>): Violation[] {
  const found: Violation[] = [];
  cells.forEach(({ role }, index) => {
    if (!roles.has(role)) found.push({ kind: 'unknown_role', activity, role });
    else if (cells.findIndex((each) => each.role === role) < index) found.push({ kind: 'role_twice', activity, role });
  });
  const count = cells.filter(({ letter }) => isAccountable(letter)).length;
  if (count === 0) found.push({ kind: 'no_accountable', activity });
  if (count > 1) found.push({ kind: 'many_accountable', activity, count });
  if (!cells.some(({ letter }) => isResponsible(letter))) found.push({ kind: 'no_responsible', activity });
  return found;
}

/** The matrix with one cell set, or emptied by null; a row is made where there was none. What was there is left as it was. */
export function withLetter(
  rows: readonly RaciRow[],
  at: { readonly activity: string; readonly role: string; readonly letter: Letter | null },
): readonly RaciRow[] {
  const { activity, role, letter } = at;
  const kept = rows.find((row) => row.activity === activity)?.letters.filter((cell) => cell.role !== role) ?? [];
  const row: RaciRow = { activity, letters: letter === null ? kept : [...kept, { role, letter }] };
  return rows.some((each) => each.activity === activity) ? rows.map((each) => (each.activity === activity ? row : each)) : [...rows, row];
}

export type CellChange = { readonly activity: string; readonly role: string; readonly before: Letter | null; readonly after: Letter | null };

/** Which cells differ between two versions, in the order of the rows, those of `before` first. */
export function compared(before: readonly RaciRow[], after: readonly RaciRow[]): readonly CellChange[] {
  const keys = new Map<string, { activity: string; role: string }>();
  for (const row of [...before, ...after]) for (const { role } of row.letters) keys.set(`${row.activity}\n${role}`, { activity: row.activity, role });
  const letterIn = (rows: readonly RaciRow[], activity: string, role: string): Letter | null =>
    rows.find((row) => row.activity === activity)?.letters.find((cell) => cell.role === role)?.letter ?? null;
  return [...keys.values()]
    .map(({ activity, role }) => ({ activity, role, before: letterIn(before, activity, role), after: letterIn(after, activity, role) }))
    .filter((each) => each.before !== each.after);
}

/** How many activities each role is accountable for, most first. */
export function accountabilities(matrices: readonly (readonly RaciRow[])[]): readonly { readonly role: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { letters: cells } of matrices.flat())
    for (const { role, letter } of cells) if (isAccountable(letter)) counts.set(role, (counts.get(role) ?? 0) + 1);
  return [...counts].map(([role, count]) => ({ role, count })).toSorted((a, b) => b.count - a.count || (a.role < b.role ? -1 : 1));
}
