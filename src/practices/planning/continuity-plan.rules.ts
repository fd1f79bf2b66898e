// What the commands of a continuity plan mean: it may not promise a longer wait than the customer can bear.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { continuityPlan, Evidence } from './continuity-plan.record.ts';
import { lookAgain, ownerOf, type PlanGiven, refuseOwner, refusePlan } from './plan.ts';

export type ContinuityPlanGiven = PlanGiven & {
  /** Of the suppliers named in evidence, those that are known. */
  readonly suppliers: readonly string[];
};
type Row = RowOf<typeof continuityPlan>;
type The = Case<Case['row'], ContinuityPlanGiven>;

export const continuityPlanRules: Rules<ContinuityPlanGiven> = {
  open: (the) => refusePlan(the) ?? refuseTerms(the) ?? opened(the),
  edit: (the) => refuseOwner(the) ?? refuseTerms(the) ?? {},
  adopt: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
  review: (the) => lookAgain(the) ?? { changes: { reviewed_on: the.given.today } },
};

function opened(the: The): Decision {
  const { input, given } = the;
  return {
    changes: {
      name: input.name ?? given.service?.name ?? '',
      owner: ownerOf(the),
      strategy: input.strategy ?? 'nothing',
      restore_order: input.restore_order ?? 'parallel',
      steps: input.steps ?? [],
      impact: input.impact ?? [],
      evidence: input.evidence ?? [],
    },
  };
}

function refuseTerms({ row, input, given }: The): Refusal | null {
  const after = { ...(row ?? {}), ...input } as Partial<Row>;
  if (typeof after.tolerable === 'number' && typeof after.rto === 'number' && after.rto > after.tolerable)
    return refuse('continuity_plan.over_tolerable', 'rto', { tolerable: hours(after.tolerable) });
  const evidence = (input.evidence ?? []) as readonly Evidence[];
  const stranger = evidence.find((each) => !given.suppliers.includes(each.supplier));
  if (stranger) return refuse('continuity_plan.unknown_supplier', 'evidence', { supplier: stranger.supplier });
  const odd = evidence.find((each) => !isDate(each.valid_until));
  return odd ? refuse('continuity_plan.wrong_date', 'evidence', { value: odd.valid_until }) : null;
}

const isDate = (value: string): boolean => {
  const at = Date.parse(`${value}T00:00:00Z`);
  return Number.isFinite(at) && new Date(at).toISOString().startsWith(value);
};
const hours = (minutes: number): string => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
