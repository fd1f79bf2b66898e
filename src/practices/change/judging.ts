// Rules for how a change is judged: assessed with its risk, voted on, consented to, and decided by who stands high enough.
import { changeRisk } from '../../calculus/change-risk.ts';
import type { Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { authorityOf, categoryOf, mayDecide, touched, unconsenting } from './authority.ts';
import { blocked, exceptedNow } from './blocks.ts';
import type { ChangeGiven, ChangeRow, The } from './given.ts';
import { wrongTimes } from './raising.ts';
import type { Risk } from './shapes.record.ts';

export const judgingRules: Rules<ChangeGiven> = { assess, override_risk, consent, except, approve, defer, reject };

/** The answers that a normal change cannot be judged without. Questions 1 and 6 are who raised it and who builds it. */
const questions = ['requester', 'reason', 'benefit', 'risks', 'resources', 'builder', 'relations'] as const;

/** The row as it will be with this input. */
const merged = ({ row, input }: The): ChangeRow => ({ ...(row as ChangeRow), ...input }) as ChangeRow;

function assess(the: The): Decision | Refusal {
  const { given, at } = the;
  const change = merged(the);
  const open = change.type === 'emergency' ? undefined : questions.find((name) => !change[name]);
  if (open) return refuse('change.assess.unanswered', open, { field: open });
  if (!change.services.length && !change.items.length) return refuse('change.assess.nothing_touched', 'services');
  if (change.outage_minutes === null) return refuse('change.assess.no_outage', 'outage_minutes');
  const wrong = wrongTimes(change.planned_start, change.planned_end);
  if (wrong) return wrong;
  const risk = riskOf(change, given, at);
  const kept = (the.row as ChangeRow).risk?.overridden ?? null;
  const risk_score = kept?.score ?? risk.computed;
  const category = change.type === 'normal' ? ((the.input.category as ChangeRow['category'] | undefined) ?? categoryOf(risk_score, given.levels)) : null;
  const lightened = category !== null && heavier(categoryOf(risk_score, given.levels), category);
  if (lightened) return refuse('change.assess.too_light', 'category', { category: categoryOf(risk_score, given.levels), risk: risk_score });
  const by_hand = Array.isArray(the.input.affected_customers) ? change.affected_customers : [];
  const found = [...new Set([...by_hand, ...given.hurt.map((each) => each.customer)])];
  const affected_customers = found.length ? found : change.affected_customers;
  const authority = authorityOf({ type: change.type, category });
  return { changes: { risk: { ...risk, overridden: kept }, risk_score, category, authority, hurt: given.hurt, affected_customers }, params: { risk_score } };
}

const weight = { minor: 0, significant: 1, major: 2 } as const;
const heavier = (a: keyof typeof weight, b: keyof typeof weight): boolean => weight[a] > weight[b];

/** The risk with the reasons of each part, as it stands now. */
export function riskOf(change: ChangeRow, given: Pick<ChangeGiven, 'hurt' | 'history' | 'truncated'>, at: string): Risk {
  const by = new Map<string, boolean>();
  for (const each of given.hurt) by.set(each.customer, (by.get(each.customer) ?? false) || each.effect === 'down');
  const down = [...by.values()].filter(Boolean).length;
  const planned = change.planned_start !== null;
  const window = change.planned_start && change.planned_end ? Math.round((Date.parse(change.planned_end) - Date.parse(change.planned_start)) / 60_000) : null;
  const { score, parts } = changeRisk({
    down: given.truncated ? Math.max(down, 1000) : down,
    degraded: by.size - down,
    promises: new Set(given.hurt.flatMap((each) => each.promises)).size,
    inside: planned ? new Set(touched(given.hurt).map((each) => each.customer)).size : null,
    similar: { done: given.history.done, failed: given.history.failed },
    outage_minutes: change.outage_minutes,
    back_out: { planned: Boolean(change.backout_plan), tried: change.backout_tested === true, minutes: change.backout_minutes },
    window_minutes: window,
  });
  const told = parts.map((each) => (each.part === 'history' ? { ...each, facts: { ...each.facts, alike: given.history.alike } } : each));
  return { computed: score, parts: told, at, overridden: null };
}

function override_risk({ row, input, actor, at, given }: The): Decision | Refusal {
  const change = row as ChangeRow;
  const score = input.risk_score as number;
  const overridden = { score, reason: (input.note as string).slice(0, 2000), person: actor.person, at };
  const category = change.type === 'normal' ? categoryOf(score, given.levels) : null;
  const risk = change.risk ?? { computed: score, parts: [], at, overridden: null };
  return { changes: { risk: { ...risk, overridden }, category, authority: authorityOf({ type: change.type, category }) }, params: { risk_score: score } };
}

function consent({ actor }: The): Decision {
  return { changes: { service_level_manager: actor.person } };
}

/** Whoever asked for it or builds it makes no exception for it; what cannot wait is not held up by that. */
function except({ row, actor, at, given }: The): Decision | Refusal {
  const change = row as ChangeRow;
  const own =
    actor.person === null || change.type === 'emergency' ? undefined : (['requester', 'builder'] as const).find((each) => change[each] === actor.person);
  if (own) return refuse('change.except.own', own, { field: own });
  return { changes: { excepted: exceptedNow(change, { blocks: given.blocks, actor, at }) } };
}

function approve({ row, input, actor, at, given }: The): Decision | Refusal {
  const change = row as ChangeRow;
  if (change.type !== 'emergency' && change.state !== 'assessed') return refuse('change.approve.not_assessed');
  const authority = change.authority ?? authorityOf(change);
  if (!mayDecide(actor, authority)) return refuse('change.approve.too_low', 'authority', { authority });
  if (actor.person !== null && actor.person === change.builder) return refuse('change.approve.builder', 'builder');
  if (change.type === 'normal' && actor.person !== null && actor.person === change.requester) return refuse('change.approve.requester', 'requester');
  if (authority === 'cab' && !input.meeting && !change.meeting) return refuse('change.approve.no_meeting', 'meeting');
  if (change.type !== 'emergency' && !change.backout_plan) return refuse('change.approve.no_backout', 'backout_plan');
  const lacking = lackingConsent(change, change.hurt ?? []);
  if (lacking) return lacking;
  const barred = blocked(change, { blocks: given.blocks, actor });
  if (barred) return barred;
  const decision = input.conditions ? 'approve_if' : 'approve';
  return { changes: { approver: actor.person, authority, decision, decided_at: at } };
}

/** Consents that promises ask for: of a service level manager, and of each customer whose agreed hours are touched. */
export function lackingConsent(change: ChangeRow, hurt: NonNullable<ChangeRow['hurt']>): Refusal | null {
  if (change.type === 'emergency') return null;
  const [first] = touched(hurt);
  if (first && !change.service_level_manager)
    return refuse('change.approve.no_service_level_consent', 'service_level_manager', { promise: first.promises[0] ?? '' });
  const customer = unconsenting(change, hurt);
  return customer ? refuse('change.approve.no_customer_consent', 'answers', { customer }) : null;
}

function defer({ at, input, now }: The): Decision | Refusal {
  const until = input.deferred_until as string | null | undefined;
  return until && until <= now
    ? refuse('change.time.in_past', 'deferred_until', { field: 'deferred_until' })
    : { changes: { decision: 'defer', decided_at: at } };
}

function reject({ at }: The): Decision {
  return { changes: { decision: 'reject', decided_at: at } };
}
