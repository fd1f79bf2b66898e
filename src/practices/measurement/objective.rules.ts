// What the commands of an objective mean beyond their declaration: it serves one of a higher level, and what is agreed has an owner, a target and a date.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { Level } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

/** What it is to serve and be measured by, and the open ones that carry it. */
export type ObjectiveGiven = {
  readonly parent: { readonly id: string; readonly level: Level; readonly open: boolean } | null;
  readonly measure: { readonly id: string; readonly unit: string; readonly open: boolean } | null;
  readonly children: readonly string[];
};
type The = Case<Case['row'], ObjectiveGiven>;

const height: Readonly<Record<Level, number>> = { operational: 0, tactical: 1, strategic: 2 };
const million = 1_000_000;

export const objectiveRules: Rules<ObjectiveGiven> = {
  propose: (the) => misplaced(the) ?? outOfRange(the) ?? {},
  agree,
  edit: (the) => misplaced(the) ?? {},
  retarget: (the) => outOfRange(the) ?? { params: { was: (the.row?.target as number | null) ?? null, target: the.input.target as number } },
  reach: ending,
  miss: ending,
  drop: ending,
};

/** Levels never change and each parent is of a higher one, so no circle can come about. */
function misplaced({ row, input, given: { parent } }: The): Refusal | null {
  if (!parent || (row && !Object.hasOwn(input, 'parent')) || input.parent === null) return null;
  const level = (row?.level ?? input.level) as Level;
  if (height[parent.level] <= height[level]) return refuse('objective.parent.not_higher', 'parent', { parent: parent.id, parent_level: parent.level, level });
  return parent.open ? null : refuse('objective.parent.ended', 'parent', { parent: parent.id });
}

function outOfRange({ input, given: { measure } }: The): Refusal | null {
  const { target } = input;
  const most = measure?.unit === 'share' ? million : 2_147_483_647;
  return typeof target === 'number' && (target < 0 || target > most) ? refuse('objective.target.out_of_range', 'target', { most }) : null;
}

function agree(the: The): Decision | Refusal {
  const { row, input, now } = the;
  const value = (name: string): unknown => input[name] ?? row?.[name] ?? null;
  const missing = ['owner', 'target', 'by'].find((name) => value(name) === null);
  if (missing) return refuse('objective.agree.incomplete', missing, { field: missing });
  const by = value('by') as string;
  if (by <= now.slice(0, 10)) return refuse('objective.agree.in_past', 'by');
  return outOfRange(the) ?? { params: { by } };
}

function ending({ given: { children } }: The): Decision | Refusal {
  return children.length ? refuse('objective.end.carried', undefined, { children: children.slice(0, 5).join(', ') }) : {};
}
