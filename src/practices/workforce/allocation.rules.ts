// What allocating hours means beyond the declaration: to one person or team of ours, in a period, at a level, protected when it is for the future.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { allows } from '../../kernel/scope.ts';
import type { Hours } from './hours-fields.ts';
import { planners } from './scopes.record.ts';
import { refuseWorker, type Worker } from './worker.ts';

export type AllocationGiven = {
  readonly worker: Worker | null;
  readonly team: { readonly id: string; readonly name: string; readonly ours: boolean; readonly lead: string | null } | null;
  readonly process: { readonly name: string; readonly level: string } | null;
  /** Minutes of it that are borrowed and not revoked. */
  readonly lent: number;
};
type The = Case<Case['row'], AllocationGiven>;

export const allocationRules: Rules<AllocationGiven> = {
  open: (the) => refuseWhom(the) ?? refuseTerms(the) ?? planned(the),
  edit: (the) => refuseTerms(the) ?? {},
};

function planned({ input, given: { worker, team, process } }: The): Decision {
  const level = input.level ?? process?.level ?? 'operational';
  const title = [process?.name, worker?.name ?? team?.name, input.starts_on].filter(Boolean).join(' · ');
  const changes = {
    title,
    level,
    protected: input.protected ?? level !== 'operational',
    windows: input.windows ?? [],
    lead: worker?.lead ?? team?.lead ?? null,
  };
  return { changes };
}

function refuseWhom({ actor, input, given: { worker, team } }: The): Refusal | null {
  const both = input.person && input.team;
  if (both || (!input.person && !input.team)) return refuse('allocation.person_or_team', both ? 'team' : 'person');
  if (input.person) return refuseWorker({ record: 'allocation', actor, worker, own: false });
  if (!team?.ours) return refuse('allocation.team_not_ours', 'team', { team: team?.name ?? String(input.team) });
  const may = actor.system || allows(planners, actor, {}) || (actor.person !== null && team.lead === actor.person);
  return may ? null : refuse('allocation.not_yours', 'team', { person: team.name });
}

const longestDays = 366;

function refuseTerms({ row, input, given: { lent } }: The): Refusal | null {
  const from = String(input.starts_on ?? row?.starts_on);
  const to = String(input.ends_on ?? row?.ends_on);
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (days < 0 || days >= longestDays) return refuse('allocation.wrong_period', 'ends_on');
  const wrong = ((input.windows ?? []) as Hours).find((each) => each.to <= each.from);
  if (wrong) return refuse('allocation.wrong_hours', 'windows', { from: wrong.from, to: wrong.to });
  const hours = input.hours as number | undefined;
  return hours !== undefined && hours * 60 < lent ? refuse('allocation.lent_more', 'hours', { minutes: lent, hours }) : null;
}
