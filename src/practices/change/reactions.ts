// What follows from changes and releases: tasks get ready, items are updated, a failed model loses its standing, an incident is opened, problems know.
import type { Ask } from '../../kernel/practice.ts';
import type { ChangeRow, ModelRow, ReleaseRow, TaskBrief } from './given.ts';
import type { ItemUpdate } from './shapes.record.ts';

/** A standard change gets the tasks of its model, in order. */
export function planSteps(change: ChangeRow, model: Pick<ModelRow, 'steps'> | null): readonly Ask[] {
  return (model?.steps ?? []).map(({ title, phase, party }, index) => {
    const input = { title, phase, change: change.id, position: index + 1, ...(party ? { party } : {}) };
    return { record: 'change_task', command: 'plan', target: null, input };
  });
}

/** States of a change or release in which tasks of a phase may begin. */
const phases: Readonly<Record<string, readonly TaskBrief['phase'][]>> = {
  building: ['build', 'test'],
  tested: ['test'],
  implementing: ['build', 'test', 'implement', 'verify'],
  deploying: ['build', 'test', 'implement', 'verify'],
};

/** Tasks whose time has come: of this phase of the whole, and with everything before them done. */
export function makeReady(whole: string, tasks: readonly TaskBrief[]): readonly Ask[] {
  const over = new Set(tasks.filter((each) => each.state === 'done' || each.state === 'cancelled').map((each) => each.id));
  return tasks
    .filter((each) => each.state === 'planned' && (phases[whole] ?? []).includes(each.phase) && each.after.every((id) => over.has(id)))
    .map((each) => ({ record: 'change_task', command: 'ready', target: each.id, input: {} }));
}

/** A party that gets a task takes part in the change, and sees it from then on. */
export const involve = (task: { readonly change: string | null; readonly party: string }, suppliers: readonly string[] | null): readonly Ask[] =>
  task.change && suppliers && !suppliers.includes(task.party)
    ? [{ record: 'change', command: 'involve', target: task.change, input: { party: task.party } }]
    : [];

export type Standing = { readonly id: string; readonly attributes: Readonly<Record<string, unknown>> | null; readonly state: string };

/** What was planned becomes of the items; the others are confirmed to be as recorded, for somebody just had them in hand. */
export function updateItems({ item_updates, implemented_at }: Pick<ChangeRow, 'item_updates' | 'implemented_at'>, items: readonly Standing[]): readonly Ask[] {
  const planned = new Map((item_updates ?? []).map((each: ItemUpdate) => [each.item, each.changes]));
  return items.map(({ id, attributes, state }) => {
    const { state: status, attributes: changed } = planned.get(id) ?? {};
    const merged = changed ? { attributes: { ...attributes, ...changed } } : {};
    const input = { ...merged, ...(status && status !== state ? { status } : {}), seen_at: implemented_at };
    return { record: 'configuration_item', command: 'sync', target: id, input };
  });
}

/** A standard change that failed takes the standing of its model with it, until somebody has looked. */
export const loseStanding = (change: Pick<ChangeRow, 'id' | 'type' | 'model' | 'outcome'>, model: Pick<ModelRow, 'state'> | null): readonly Ask[] =>
  change.type === 'standard' && change.model && model?.state === 'active' && (change.outcome === 'failed' || change.outcome === 'backed_out')
    ? [{ record: 'change_model', command: 'lose_standing', target: change.model, input: { failed_change: change.id } }]
    : [];

/** Service was hurt: an incident for whom it hits first, which names the change and is named by it. */
export function openIncident(change: ChangeRow, first: { readonly service: string; readonly customer: string } | null): readonly Ask[] {
  if (!first || change.incident) return [];
  const customers = [...new Set([first.customer, ...(change.hurt ?? []).filter((each) => each.service === first.service).map((each) => each.customer)])];
  const about = { service: first.service, customer: first.customer, affected_customers: customers };
  const input = { title: change.title, ...about, effect: 'down', impact: 'medium', urgency: 'high', source: 'api', external_id: change.id };
  return [{ record: 'incident', command: 'open', target: null, input }];
}

/** An incident that a change opened is linked from it. */
export const linkIncident = (incident: { readonly id: string; readonly external_id: unknown }): readonly Ask[] =>
  typeof incident.external_id === 'string' && changeNumber.test(incident.external_id)
    ? [{ record: 'change', command: 'link_incident', target: incident.external_id, input: { incident: incident.id } }]
    : [];
export const changeNumber = /^CHG-\d{1,15}$/;

/** A change that was raised for a problem is named there. */
export const nameInProblem = (
  change: Pick<ChangeRow, 'id' | 'problem'>,
  problem: { readonly state: string; readonly changes: readonly string[] } | null,
): readonly Ask[] =>
  change.problem && problem && raisable.includes(problem.state) && !problem.changes.includes(change.id)
    ? [{ record: 'problem', command: 'raise_change', target: change.problem, input: { changes: [change.id] } }]
    : [];
const raisable = ['known_error', 'solution_proposed', 'change_raised'];

/** Each change knows its release; one that was taken out knows that as well. */
export function placeChanges(
  release: Pick<ReleaseRow, 'id' | 'changes'>,
  known: readonly { readonly id: string; readonly release: string | null }[],
): readonly Ask[] {
  return known.flatMap((each) => {
    const wanted = release.changes.includes(each.id) ? release.id : null;
    return each.release === wanted ? [] : [{ record: 'change', command: 'place', target: each.id, input: { release: wanted } }];
  });
}
