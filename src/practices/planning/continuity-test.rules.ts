// What the result of a continuity test means: it passes when the service was back within the plan's time and not more was lost.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { ownerOf, refuseOwner } from './plan.ts';

export type ContinuityTestGiven = {
  readonly house: string;
  readonly today: string;
  readonly owner_of: string | null;
  readonly plan: {
    readonly id: string;
    readonly name: string;
    readonly service: string;
    readonly state: string;
    readonly rto: number;
    readonly rpo: number;
  } | null;
};
type The = Case<Case['row'], ContinuityTestGiven>;

export const continuityTestRules: Rules<ContinuityTestGiven> = {
  open: (the) => refusePlanned(the) ?? refuseOwner(whole(the)) ?? opened(the),
  edit: (the) => refuseOwner(whole(the)) ?? {},
  run,
};

/** As the shared rules of plans ask it; a test has no plan of its own beside it. */
const whole = (the: The) => ({ ...the, given: { ...the.given, service: null, other: null } });

function refusePlanned({ given: { plan } }: The): Refusal | null {
  return plan?.state === 'retired' ? refuse('continuity_test.plan_retired', 'plan', { plan: plan.name }) : null;
}

function opened(the: The): Decision {
  const { input, given } = the;
  const name = input.name ?? `${given.plan?.name ?? ''} · ${String(input.planned_on)}`;
  return { changes: { name, service: given.plan?.service ?? '', owner: ownerOf(the) } };
}

function run({ input, given }: The): Decision | Refusal {
  const { ran_on, restored, rto_achieved, rpo_achieved } = input as { ran_on: string; restored: boolean; rto_achieved?: number; rpo_achieved?: number };
  if (ran_on > given.today) return refuse('continuity_test.in_future', 'ran_on', { today: given.today });
  const missing = (['rto_achieved', 'rpo_achieved'] as const).find((name) => typeof input[name] !== 'number');
  if (restored && missing) return refuse('continuity_test.needs_times', missing, { field: missing });
  const { rto = 0, rpo = 0 } = given.plan ?? {};
  const passed = restored && (rto_achieved ?? Infinity) <= rto && (rpo_achieved ?? Infinity) <= rpo;
  return { changes: { state: passed ? 'passed' : 'failed', rto_wanted: rto, rpo_wanted: rpo } };
}
