// What the commands of an availability plan mean: a step is about a part of the service, and carries the effect that it should have.
import type { Graph } from '../../calculus/composition.ts';
import { improved } from '../../calculus/improvement.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { availabilityPlan, PlannedStep } from './availability-plan.record.ts';
import { lookAgain, ownerOf, type PlanGiven, refuseOwner, refusePlan } from './plan.ts';

export type AvailabilityPlanGiven = PlanGiven & {
  /** The composition beneath the service, its parts by name, and what is promised on each (0 to 1). Read for steps only. */
  readonly graph: Graph;
  readonly parts: ReadonlyMap<string, string>;
  readonly promised: Readonly<Record<string, number>>;
};
type Row = RowOf<typeof availabilityPlan>;
type The = Case<Case['row'], AvailabilityPlanGiven>;
const million = 1_000_000;

export const availabilityPlanRules: Rules<AvailabilityPlanGiven> = {
  open: (the) => refusePlan(the) ?? opened(the),
  edit: (the) => refuseOwner(the) ?? {},
  plan_step: planStep,
  review_step: reviewStep,
  drop_step: dropStep,
  adopt: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
  review: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
};

function opened(the: The): Decision {
  const { input, given } = the;
  return { changes: { name: input.name ?? given.service?.name ?? '', months: input.months ?? 6, owner: ownerOf(the), steps: [] } };
}

function planStep({ row, input, given }: The): Decision | Refusal {
  const plan = row as Row;
  const { part, kind, what } = input as { part: string; kind: PlannedStep['kind']; what: string };
  const to_ppm = (input.to as number | null | undefined) ?? null;
  if (!given.parts.has(part)) {
    const parts = [...given.parts].map(([id, name]) => `${id} ${name}`).join(', ');
    return refuse('availability_plan.step.not_a_part', 'part', { part, service: given.service?.name ?? plan.service, parts });
  }
  if (kind === 'improve' && to_ppm === null) return refuse('availability_plan.step.needs_to', 'to');
  const effect = improved(plan.service, { graph: given.graph, values: given.promised }, { part, kind, to: (to_ppm ?? 0) / million });
  const code = `S${plan.steps.reduce((most, each) => Math.max(most, Number(each.code.slice(1))), 0) + 1}`;
  const step: PlannedStep = {
    code,
    what,
    part,
    kind,
    to_ppm: kind === 'improve' ? to_ppm : null,
    cost_minor: (input.cost_minor as number | null | undefined) ?? null,
    due_on: (input.due_on as string | null | undefined) ?? null,
    before_ppm: ppm(effect.before),
    expected_ppm: ppm(effect.after),
    done_on: null,
    measured_ppm: null,
    found: null,
  };
  return { changes: { steps: [...plan.steps, step] }, params: { code, what } };
}

function reviewStep({ row, input, given }: The): Decision | Refusal {
  const found = stepOf(row as Row, input.step);
  if (isRefusal(found)) return found;
  if (String(input.done_on) > given.today) return refuse('availability_plan.step.in_future', 'done_on', { today: given.today });
  const done = { done_on: String(input.done_on), measured_ppm: (input.measured as number | null | undefined) ?? null, found: String(input.found) };
  const steps = (row as Row).steps.map((each) => (each.code === found.code ? { ...each, ...done } : each));
  return { changes: { steps }, params: { step: found.code, found: done.found } };
}

function dropStep({ row, input }: The): Decision | Refusal {
  const found = stepOf(row as Row, input.step);
  if (isRefusal(found)) return found;
  if (found.done_on !== null) return refuse('availability_plan.step.reviewed', 'step', { step: found.code });
  return { changes: { steps: (row as Row).steps.filter((each) => each.code !== found.code) }, params: { step: found.code } };
}

function stepOf({ steps }: Row, code: unknown): PlannedStep | Refusal {
  const found = steps.find((each) => each.code === code);
  return found ?? refuse('availability_plan.step.unknown', 'step', { step: String(code), steps: steps.map((each) => each.code).join(', ') || '–' });
}

const ppm = (value: number | null): number | null => (value === null ? null : Math.floor(value * million + 1e-4));
