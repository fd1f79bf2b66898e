// Rules for how a change is planned, built, tested, implemented, and undone.
import type { Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { blocked } from './blocks.ts';
import type { ChangeGiven, ChangeRow, The } from './given.ts';
import { lackingConsent } from './judging.ts';
import { fromModel, outsider, wrongModel, wrongTimes } from './raising.ts';
import type { ItemUpdate } from './shapes.record.ts';

export const doingRules: Rules<ChangeGiven> = { submit, edit, prepare, revise, schedule, build, test, implement, complete, back_out };

/** What an emergency may bring later, and must bring before it is closed. */
const owed = ['reason', 'backout_plan', 'test_evidence'] as const;

function submit(the: The): Decision | Refusal {
  const { row, input, given, at, actor } = the;
  const change = row as ChangeRow;
  const [start, end] = [input.planned_start ?? change.planned_start, input.planned_end ?? change.planned_end];
  const wrong = wrongModel(change.type, change.model, given.model) ?? wrongTimes(start, end);
  if (wrong) return wrong;
  const fresh = { decision: null, decision_reason: null, decided_at: null, deferred_until: null };
  if (change.type !== 'standard') return { changes: { ...fresh, state: 'submitted' } };
  const missing = !start ? 'planned_start' : !end ? 'planned_end' : null;
  if (missing) return refuse('change.submit.no_time', missing, { field: missing });
  const affected = [...new Set([...change.affected_customers, ...given.hurt.map((each) => each.customer)])];
  const lacking = lackingConsent({ ...change, service_level_manager: change.service_level_manager ?? 'by model' }, given.hurt);
  if (lacking) return lacking;
  const barred = blocked({ ...change, ...input }, { blocks: given.blocks, actor });
  if (barred) return barred;
  // The model was judged once for all: nobody needs to judge this one.
  const decided = { authority: 'model', decision: 'approve', decided_at: at, hurt: given.hurt, affected_customers: affected };
  return { changes: { ...fresh, ...decided, state: 'approved' } };
}

function edit(the: The): Decision | Refusal {
  const { row, input, given } = the;
  const before = row as ChangeRow;
  const barred = outsider(the, before);
  if (barred) return barred;
  const change = { ...before, ...input } as ChangeRow;
  const remodelled = input.model !== undefined || input.type !== undefined;
  const wrong = (remodelled ? wrongModel(change.type, change.model, given.model) : null) ?? wrongTimes(change.planned_start, change.planned_end);
  if (wrong) return wrong;
  const lead = input.lead_party as string | undefined;
  if (lead && lead !== given.house && !given.providers.includes(lead)) return refuse('change.lead.not_a_supplier', 'lead_party', { party: lead });
  const suppliers = lead && lead !== given.house ? [...new Set([...before.suppliers, lead])] : before.suppliers;
  return { changes: { suppliers, ...(input.model ? fromModel(given.model, { ...before, ...input }) : {}) } };
}

function prepare(the: The): Decision | Refusal {
  const { row, input } = the;
  const barred = outsider(the, row as ChangeRow);
  if (barred) return barred;
  const change = { ...(row as ChangeRow), ...input } as ChangeRow;
  const odd = strange(change, input.item_updates as readonly ItemUpdate[] | null | undefined);
  // What was owed is paid as soon as it is there.
  return odd ?? { changes: { debts: change.debts.filter((name) => !change[name as (typeof owed)[number]]) } };
}

/** An update of an item that the change does not touch. */
function strange(change: ChangeRow, updates: readonly ItemUpdate[] | null | undefined): Refusal | null {
  const odd = (updates ?? []).find((each) => !change.items.includes(each.item));
  return odd ? refuse('change.item_updates.other_item', 'item_updates', { item: odd.item }) : null;
}

/** Other contents ask for another judgement: what was decided and consented no longer holds. */
function revise({ input, row }: The): Decision | Refusal {
  const change = { ...(row as ChangeRow), ...input } as ChangeRow;
  const wrong = wrongTimes(change.planned_start, change.planned_end);
  if (wrong) return wrong;
  if (change.type === 'standard') return refuse('change.revise.standard', 'type');
  const undecided = { approver: null, decision: null, decision_reason: null, decided_at: null, conditions: null, votes: null, meeting: null };
  return { changes: { ...undecided, service_level_manager: null, exception: null, excepted: null, model: null } };
}

function schedule(the: The): Decision | Refusal {
  const { row, input, given, now, actor } = the;
  const before = row as ChangeRow;
  const change = { ...before, ...input } as ChangeRow;
  const wrong = wrongTimes(input.planned_start, input.planned_end);
  if (wrong) return wrong;
  if ((input.planned_end as string) <= now) return refuse('change.time.in_past', 'planned_end', { field: 'planned_end' });
  const minutes = (Date.parse(input.planned_end as string) - Date.parse(input.planned_start as string)) / 60_000;
  if ((change.outage_minutes ?? 0) > minutes) return refuse('change.schedule.outage_longer', 'planned_end', { outage: change.outage_minutes, window: minutes });
  const standing = change.type === 'standard' ? { ...change, service_level_manager: change.service_level_manager ?? 'by model' } : change;
  const lacking = lackingConsent(standing, given.hurt);
  if (lacking) return lacking;
  const barred = blocked(change, { blocks: given.blocks, actor });
  if (barred) return barred;
  return { changes: { state: before.state === 'approved' ? 'scheduled' : before.state, hurt: given.hurt } };
}

function build({ row, input, actor }: The): Decision | Refusal {
  const change = row as ChangeRow;
  const builder = input.builder ?? change.builder ?? actor.person;
  if (builder !== null && builder === change.approver) return refuse('change.approve.builder', 'builder');
  return { changes: { builder } };
}

function test({ input, row, actor }: The): Decision {
  return { changes: { tester: input.tester ?? (row as ChangeRow).tester ?? actor.person } };
}

const right: Readonly<Record<ChangeRow['type'], readonly string[]>> = {
  standard: ['scheduled', 'building', 'tested'],
  normal: ['tested'],
  emergency: ['approved', 'scheduled', 'building', 'tested'],
};

/** Not without approval, a way back and evidence. An emergency may go first, and owes what it went without. */
function implement(the: The): Decision | Refusal {
  const { row, input, actor, at, now } = the;
  const change = row as ChangeRow;
  const emergency = change.type === 'emergency';
  if (!right[change.type].includes(change.state))
    return refuse('change.implement.not_ready', 'state', { state: change.state, right: right[change.type][0] ?? '' });
  const missing = (['backout_plan', 'test_evidence'] as const).find((name) => !change[name]);
  if (missing && !emergency) return refuse('change.implement.missing', missing, { field: missing });
  const { planned_start: start, planned_end: end } = change;
  if (!emergency && (!start || !end)) return refuse('change.submit.no_time', 'planned_start', { field: 'planned_start' });
  if (!emergency && start && now < start) return refuse('change.implement.too_early', 'planned_start', { start });
  if (!emergency && end && now > end) return refuse('change.implement.too_late', 'planned_end', { end });
  const lacking = lackingConsent(change.type === 'standard' ? { ...change, service_level_manager: 'by model' } : change, change.hurt ?? []);
  if (lacking) return lacking;
  const implementer = input.implementer ?? change.implementer ?? actor.person;
  const builder = change.builder ?? (emergency ? implementer : null);
  if (builder !== null && builder === change.approver) return refuse('change.approve.builder', 'builder');
  return { changes: { implementer, builder, started_at: at, debts: emergency ? owed.filter((name) => !change[name]) : [] } };
}

function complete({ row, input, given, at, now }: The): Decision | Refusal {
  const change = { ...(row as ChangeRow), ...input } as ChangeRow;
  const tasks = given.tasks.filter((each) => each.phase !== 'verify');
  const open = tasks.find((each) => ['planned', 'ready', 'doing'].includes(each.state));
  if (open) return refuse('change.complete.task_open', 'tasks', { task: `${open.id} ${open.title}` });
  const failed = tasks.find((each) => each.state === 'failed');
  if (failed && !input.go_on) return refuse('change.complete.task_failed', 'go_on', { task: `${failed.id} ${failed.title}` });
  const implemented_at = (input.implemented_at as string | undefined) ?? at;
  if (implemented_at > now) return refuse('change.time.in_future', 'implemented_at', { field: 'implemented_at' });
  const odd = strange(change, input.item_updates as readonly ItemUpdate[] | null | undefined);
  if (odd) return odd;
  const within_window = change.planned_end === null ? null : implemented_at <= change.planned_end;
  return { changes: { implemented_at, within_window, review_due: given.review_due }, note: (input.go_on as string | undefined) ?? null };
}

function back_out({ row, input, given }: The): Decision {
  const hurt = input.service_hurt === true && (row as ChangeRow).incident === null;
  return { changes: { outcome: 'backed_out', review_due: given.review_due }, params: { service_hurt: hurt ? 1 : 0 } };
}
