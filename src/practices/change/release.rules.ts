// What the commands of a release mean: criteria before the build, acceptance by who did not build it, early life until it is calm.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { ReleaseRow, TaskBrief } from './given.ts';
import { wrongTimes } from './raising.ts';
import type { Criterion } from './shapes.record.ts';

export type ReleaseGiven = {
  readonly changes: readonly { readonly id: string; readonly state: string; readonly release: string | null }[];
  readonly tasks: readonly Pick<TaskBrief, 'id' | 'title' | 'state'>[];
  /** Incidents on its services since it was deployed. */
  readonly incidents: readonly string[];
};
type The = Case<Case['row'], ReleaseGiven>;

const notApproved = ['draft', 'submitted', 'assessed', 'deferred', 'rejected', 'cancelled'];

export const releaseRules: Rules<ReleaseGiven> = {
  open: (the) => wrongContent(the) ?? {},
  edit: (the) => wrongContent(the) ?? {},
  agree: ({ input, actor }) => {
    const list = input.acceptance as readonly Criterion[];
    if (!list.length) return refuse('release.criteria.empty', 'acceptance', { field: 'acceptance' });
    return { changes: { acceptance: list.map(({ text }) => ({ text, met: false })), agreed_by: actor.person } };
  },
  build,
  accept,
  deploy,
  complete: ({ given, at, input }) => {
    const open = given.tasks.find((each) => each.state !== 'done' && each.state !== 'cancelled');
    if (open) return refuse('release.complete.tasks_open', undefined, { task: `${open.id} ${open.title}` });
    return { changes: { deployed_at: input.deployed_at ?? at } };
  },
  support: ({ input, now }) => {
    if ((input.early_life_until as string) <= now) return refuse('release.time.in_past', 'early_life_until', { field: 'early_life_until' });
    if (!(input.exit as readonly Criterion[]).length) return refuse('release.criteria.empty', 'exit', { field: 'exit' });
    return {};
  },
  close: ({ row, input, given }) => {
    const exit = (input.exit ?? (row as ReleaseRow).exit ?? []) as readonly Criterion[];
    return unmet('exit', exit, input.note) ?? { changes: { incidents: given.incidents } };
  },
  roll_back: ({ given }) => ({ changes: { incidents: given.incidents } }),
};

function wrongContent({ input, given, row, id }: The): Refusal | null {
  const before = row as ReleaseRow | null;
  const wrong = wrongTimes(input.planned_start ?? before?.planned_start, input.planned_end ?? before?.planned_end);
  if (wrong) return refuse('release.wrong_period', 'planned_end');
  const taken = given.changes.find((each) => each.release !== null && each.release !== id);
  return taken ? refuse('release.changes.taken', 'changes', { change: taken.id, release: taken.release }) : null;
}

function build({ row, input, actor }: The): Decision | Refusal {
  const release = row as ReleaseRow;
  if (!release.acceptance?.length || !release.agreed_by) return refuse('release.build.no_criteria', 'acceptance');
  const builder = input.builder ?? release.builder ?? actor.person;
  return builder ? { changes: { builder } } : refuse('release.build.no_builder', 'builder');
}

/** Operations accept what they agreed to; who built it is not who accepts it. */
function accept({ row, input, actor }: The): Decision | Refusal {
  const release = row as ReleaseRow;
  if (actor.person !== null && actor.person === release.builder) return refuse('release.accept.own');
  const agreed = release.acceptance ?? [];
  const told = (input.acceptance ?? agreed) as readonly Criterion[];
  if (told.length !== agreed.length || told.some((each, index) => each.text !== agreed[index]?.text))
    return refuse('release.accept.criteria_changed', 'acceptance');
  return unmet('acceptance', told, input.note) ?? { changes: { accepted_by: actor.person } };
}

function deploy({ row, given }: The): Decision | Refusal {
  if (!(row as ReleaseRow).backout_plan) return refuse('release.deploy.no_backout', 'backout_plan');
  const early = given.changes.find((each) => notApproved.includes(each.state));
  return early ? refuse('release.deploy.not_approved', 'changes', { change: early.id, state: early.state }) : {};
}

/** A criterion that is not met, unless a note says why it is taken so. */
function unmet(field: string, criteria: readonly Criterion[], note: unknown): Refusal | null {
  const open = criteria.find((each) => !each.met);
  return open && !note ? refuse('release.criteria.unmet', field, { field, criterion: open.text }) : null;
}
