// Who has the work: assigning, taking, waiting, and the hand-over to a supplier and back. An open incident is always with one party and team.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Params } from '../../kernel/text.ts';
import type { IncidentGiven, IncidentRow } from './classify.ts';

type The = Case<Case['row'], IncidentGiven>;

/** Nothing is waited for any more. */
export const settled = { waiting_reason: null, waiting_on: null, waiting_until: null } as const;

export const custodyRules: Rules<IncidentGiven> = { assign, take, wait, resume, pass_custody: passCustody, return_custody: returnCustody };

/** Within the house only: a supplier is asked by work order, and has the work when they accept it. */
function assign({ row, input, given }: The): Decision | Refusal {
  const team = given.team;
  const agent = (input.agent as string | null | undefined) ?? null;
  if (!team || team.organisation !== given.house) return refuse('incident.assign.other_party', 'team', { team: input.team as string });
  if (agent && !given.member) return refuse('incident.assign.not_in_team', 'agent', { agent, team: team.id });
  const begun = row?.state === 'in_progress' || row?.state === 'pending';
  return { changes: { ...settled, state: begun ? 'in_progress' : 'assigned', party: given.house, team: team.id, agent } };
}

function take({ row, actor, given }: The): Decision | Refusal {
  const { team, owner_team } = row as IncidentRow;
  if (!actor.person) return refuse('incident.take.not_a_person');
  const mine = [team, owner_team].find((each) => actor.teams.includes(each)) ?? actor.teams[0];
  if (!mine) return refuse('incident.take.no_team');
  return { changes: { ...settled, party: given.house, team: mine, agent: actor.person } };
}

/** The customer is told that something waits on them; what waits on others is the house's own affair. */
function wait({ row, input, now, given }: The): Decision | Refusal {
  const { reason, house } = given;
  if (!reason?.open || reason.kind !== 'waiting') return refuse('incident.wait.wrong_reason', 'waiting_reason', { reason: input.waiting_reason as string });
  const until = input.waiting_until as string | null | undefined;
  if (until && until <= now) return refuse('incident.wait.in_past', 'waiting_until');
  const { customer, party } = row as IncidentRow;
  const onCustomer = reason.waits_on === 'customer';
  const waiting_on = onCustomer ? customer : reason.waits_on === 'supplier' && party !== house ? party : null;
  return { changes: { waiting_on }, audience: onCustomer ? [...new Set([house ?? '', customer])] : [house ?? ''] };
}

function resume({ row, actor, given }: The): Decision | Refusal {
  const outside = actor.side === 'customer' && !actor.system;
  const theirs = given.reason?.waits_on === 'customer' && actor.parties.includes((row as IncidentRow).customer);
  return outside && !theirs ? refuse('incident.resume.not_yours') : { changes: settled };
}

function passCustody({ row, input }: The): Decision {
  const { party, team } = row as IncidentRow;
  const same = party === input.party && team === input.team;
  return { changes: { ...settled, ...(same ? {} : { agent: null }) }, params: workOrderOf(input) };
}

/** Back to a team of the house; without one only the news that a receiver does not have it: who works on it keeps it. */
function returnCustody({ input, given }: The): Decision {
  const changes = input.team ? { ...settled, party: given.house, agent: null } : {};
  return { changes, params: workOrderOf(input) };
}

const workOrderOf = (input: Case['input']): Params => (typeof input.work_order === 'string' ? { work_order: input.work_order } : {});
