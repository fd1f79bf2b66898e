// What recording competences, skills and capacities means beyond the declaration: for whom, once, and without overlap.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { refuseWorker, type Worker } from './worker.ts';

export const competenceRules: Rules = { open: ({ input }) => ({ changes: { demands: input.demands ?? [], services: input.services ?? [] } }) };

export type SkillGiven = {
  readonly worker: Worker | null;
  readonly competence: { readonly name: string; readonly open: boolean } | null;
  /** The skill this person has for the competence already. */
  readonly held: string | null;
};
type OfSkill = Case<Case['row'], SkillGiven>;

export const skillRules: Rules<SkillGiven> = {
  open: (the) => {
    const { worker, competence, held } = the.given;
    const refusal = refuseWorker({ record: 'skill', actor: the.actor, worker, own: true });
    if (refusal || !worker) return refusal ?? {};
    if (competence && !competence.open) return refuse('skill.competence_retired', 'competence', { competence: competence.name });
    if (held) return refuse('skill.already_held', 'competence', { person: worker.name, skill: held });
    const { id: person, lead } = worker;
    return { changes: { person, lead, title: `${worker.name} · ${competence?.name ?? ''}`, confirmed_by: confirming(the, person) } };
  },
  // What somebody changes in their own skill is their own word again.
  edit: (the) => ({ changes: { confirmed_by: confirming(the, String(the.row?.person)) } }),
};

const confirming = ({ actor }: OfSkill, person: string): string | null => (actor.person === person ? null : actor.person);

export type CapacityGiven = {
  readonly worker: Worker | null;
  /** Other capacities of the person that are in force; dates 'YYYY-MM-DD'. */
  readonly others: readonly { readonly id: string; readonly starts_on: string; readonly ends_on: string | null }[];
};
type OfCapacity = Case<Case['row'], CapacityGiven>;

export const capacityRules: Rules<CapacityGiven> = {
  open: (the) => {
    const { worker } = the.given;
    const refusal = refuseWorker({ record: 'capacity', actor: the.actor, worker, own: false }) ?? refusePeriod(the);
    if (refusal || !worker) return refusal ?? {};
    const { absence } = the.input;
    return { changes: { lead: worker.lead, absence: absence ?? 0, title: `${worker.name} · ${String(the.input.starts_on)}` } };
  },
  edit: (the) => refusePeriod(the) ?? renamed(the),
};

function renamed({ input, given: { worker } }: OfCapacity): Decision {
  return worker && typeof input.starts_on === 'string' ? { changes: { title: `${worker.name} · ${input.starts_on}` } } : {};
}

function refusePeriod({ row, input, given: { worker, others } }: OfCapacity): Refusal | null {
  const read = (name: 'starts_on' | 'ends_on'): string | null =>
    ((Object.hasOwn(input, name) ? input[name] : row?.[name]) as string | null | undefined) ?? null;
  const [from, to] = [read('starts_on') ?? '', read('ends_on') ?? lastDay];
  if (to < from) return refuse('capacity.wrong_period', 'ends_on');
  const other = others.find((each) => each.id !== row?.id && each.starts_on <= to && from <= (each.ends_on ?? lastDay));
  return other ? refuse('capacity.overlaps', 'starts_on', { other: other.id, person: worker?.name ?? '' }) : null;
}

/** Later than any date that can be written. */
const lastDay = '9999-12-31';
