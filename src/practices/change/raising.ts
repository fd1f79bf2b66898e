// Rules for how a change begins: raised by hand, from a model or by a supplier; or found out after it was done.
import type { Decision } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { ChangeRow, ModelBrief, The } from './given.ts';

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What a model prefills. Whatever was given by hand stays. */
export function fromModel(model: ModelBrief | null, input: The['input']): Readonly<Record<string, unknown>> {
  if (!model) return {};
  const start = text(input.planned_start);
  const ends = start && model.duration_minutes !== null ? new Date(Date.parse(start) + model.duration_minutes * 60_000).toISOString() : null;
  const filled = {
    services: model.services,
    items: model.items,
    outage_minutes: model.outage_minutes,
    notice: model.notice,
    description: model.description,
    backout_plan: model.backout_plan,
    backout_minutes: model.backout_minutes,
    test_evidence: model.test_evidence,
    planned_end: ends,
  };
  return Object.fromEntries(Object.entries(filled).filter(([name, value]) => empty(input[name]) && !empty(value)));
}

const empty = (value: unknown): boolean => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

export function open(the: The): Decision | Refusal {
  const { input, actor, given } = the;
  if (input.unauthorised === true) return report(the);
  if (input.implemented_at) return refuse('change.open.only_unauthorised', 'implemented_at');
  const outside = actor.side !== 'integrator' && !actor.system;
  const lead = text(input.lead_party) ?? (outside ? actor.organisation : given.house);
  const barred = outsider(the, { lead_party: lead ?? '' });
  if (barred) return barred;
  if (lead && lead !== given.house && !given.providers.includes(lead)) return refuse('change.lead.not_a_supplier', 'lead_party', { party: lead });
  const wrong = wrongModel(input.type, text(input.model), given.model) ?? wrongTimes(input.planned_start, input.planned_end);
  if (wrong) return wrong;
  const suppliers = [...new Set([lead, outside ? actor.organisation : null].filter((each): each is string => each !== null && each !== given.house))];
  return { changes: { ...fromModel(given.model, input), lead_party: lead, suppliers, requester: text(input.requester) ?? actor.person } };
}

/** What a supplier may not fill in: whom it hits and what it belongs to are ours to say, and so is what another party leads. */
export function outsider({ input, actor }: Pick<The, 'input' | 'actor'>, { lead_party }: Pick<ChangeRow, 'lead_party'>): Refusal | null {
  if (actor.side === 'integrator' || actor.system) return null;
  if (!actor.parties.includes(lead_party)) return refuse('change.not_the_lead', 'lead_party');
  if (input.lead_party && input.lead_party !== lead_party) return refuse('change.open.not_yours', 'lead_party', { field: 'lead_party' });
  const ours = ['affected_customers', 'problem', 'incident', 'related', 'item_updates'].find((name) => !empty(input[name]));
  return ours ? refuse('change.open.not_yours', ours, { field: ours }) : null;
}

/** Work that was found done without approval is a change as well: reviewed, counted, and never approved afterwards. */
function report({ input, given, actor, now }: The): Decision | Refusal {
  if (actor.side !== 'integrator' && !actor.system) return refuse('change.open.not_yours', 'unauthorised', { field: 'unauthorised' });
  const missing = (['reason', 'implemented_at'] as const).find((name) => empty(input[name]));
  if (missing) return refuse('field.required', missing, { field: missing });
  if ((input.implemented_at as string) > now) return refuse('change.time.in_future', 'implemented_at', { field: 'implemented_at' });
  const lead = text(input.lead_party) ?? given.house;
  const suppliers = lead && lead !== given.house ? [lead] : [];
  return { changes: { state: 'implemented', type: 'normal', model: null, lead_party: lead, suppliers, requester: actor.person, review_due: given.review_due } };
}

/** A standard change names a model; only a standard change does. */
export function wrongModel(type: unknown, named: string | null, model: ModelBrief | null): Refusal | null {
  if (type === 'standard' && !named) return refuse('change.model.missing', 'model');
  if (type !== 'standard' && named) return refuse('change.model.not_standard', 'model');
  if (!named || model?.state === 'active') return null;
  return refuse('change.model.not_standing', 'model', { model: named, state: model?.state ?? 'gone' });
}

export function wrongTimes(start: unknown, end: unknown): Refusal | null {
  const [from, to] = [text(start), text(end)];
  return from && to && to <= from ? refuse('change.time.wrong_period', 'planned_end') : null;
}
