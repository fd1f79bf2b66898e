// What the commands of a change task mean: of which whole it is, who does it, and when it may begin.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { TaskBrief, TaskRow } from './given.ts';
import { wrongTimes } from './raising.ts';

type Whole = { readonly id: string; readonly state: string; readonly open: boolean };
type Belongs = { readonly id: string; readonly organisation: string };
export type TaskGiven = {
  readonly house: string | null;
  /** Who does it: the one named, else the lead of the change, else the house. */
  readonly party: string | null;
  readonly supplies: boolean;
  readonly team: Belongs | null;
  readonly assignee: Belongs | null;
  readonly change: Whole | null;
  readonly release: Whole | null;
  /** The other tasks of the same change or release, in order. */
  readonly tasks: readonly (TaskBrief & { readonly position: number })[];
};
type The = Case<Case['row'], TaskGiven>;

/** States of the whole in which a task of each phase may be worked on. Emergencies build while they implement. */
const working: Readonly<Record<TaskRow['phase'], readonly string[]>> = {
  build: ['building', 'implementing', 'planned'],
  test: ['building', 'tested', 'implementing', 'built'],
  implement: ['implementing', 'deploying'],
  verify: ['implementing', 'implemented', 'deploying', 'deployed', 'early_life'],
};
const over = ['implemented', 'backed_out', 'reviewed', 'deployed', 'early_life'];

export const taskRules: Rules<TaskGiven> = {
  plan,
  edit: (the) => wrongParts(the, (the.row as TaskRow).party) ?? {},
  start,
  finish: ({ at }) => ({ changes: { ended_at: at, failure: null } }),
  fail: ({ at }) => ({ changes: { ended_at: at } }),
};

function plan(the: The): Decision | Refusal {
  const { input, given } = the;
  const whole = wholeOf(given);
  if (!whole) return refuse('change_task.plan.no_whole', 'change');
  if (!whole.open || over.includes(whole.state)) return refuse('change_task.plan.too_late', 'change', { whole: whole.id, state: whole.state });
  if (!given.party || !given.supplies) return refuse('change_task.not_a_supplier', 'party', { party: given.party ?? '' });
  const wrong = wrongParts(the, given.party);
  if (wrong) return wrong;
  const position = (input.position as number | null | undefined) ?? Math.min(999, 1 + Math.max(0, ...given.tasks.map((each) => each.position)));
  return { changes: { party: given.party, position, phase: input.phase ?? 'implement' }, params: { whole: whole.id } };
}

function wrongParts({ input, given, row, id }: The, party: string): Refusal | null {
  if (input.team && given.team?.organisation !== party) return refuse('change_task.wrong_team', 'team', { team: input.team as string, party });
  if (input.assignee && given.assignee?.organisation !== party)
    return refuse('change_task.wrong_person', 'assignee', { person: input.assignee as string, party });
  const after = (input.after ?? []) as readonly string[];
  const known = new Map(given.tasks.map((each) => [each.id, each]));
  const odd = after.find((each) => !known.has(each) || (row !== null && waitsFor(each, id, known)));
  if (odd) return refuse('change_task.wrong_after', 'after', { task: odd });
  const task = row as TaskRow | null;
  return wrongTimes(input.planned_start ?? task?.planned_start, input.planned_end ?? task?.planned_end)
    ? refuse('change_task.wrong_period', 'planned_end')
    : null;
}

/** Does this task wait for that one, over however many others? */
function waitsFor(task: string, other: string, known: ReadonlyMap<string, TaskBrief>, seen: ReadonlySet<string> = new Set()): boolean {
  if (task === other) return true;
  if (seen.has(task)) return false;
  const before = known.get(task)?.after ?? [];
  return before.some((each) => waitsFor(each, other, known, new Set([...seen, task])));
}

function start({ row, input, given, actor, at }: The): Decision | Refusal {
  const task = row as TaskRow;
  const whole = wholeOf(given);
  if (!whole || !working[task.phase].includes(whole.state)) {
    const right = working[task.phase].find((each) => (given.change ? each !== 'planned' : true)) ?? '';
    return refuse('change_task.start.too_early', undefined, { whole: whole?.id ?? '', state: whole?.state ?? 'gone', phase: task.phase, right });
  }
  const first = given.tasks.find((each) => task.after.includes(each.id) && each.state !== 'done' && each.state !== 'cancelled');
  if (first) return refuse('change_task.start.waits', undefined, { task: `${first.id} ${first.title}` });
  if (input.assignee && given.assignee?.organisation !== task.party)
    return refuse('change_task.wrong_person', 'assignee', { person: input.assignee as string, party: task.party });
  const own = actor.parties.includes(task.party) ? actor.person : null;
  return { changes: { started_at: at, ended_at: null, failure: null, assignee: input.assignee ?? task.assignee ?? own } };
}

const wholeOf = ({ change, release }: TaskGiven): Whole | null => change ?? release;
