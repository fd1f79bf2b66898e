// Who has the work: assigning, taking, waiting, and the hand-over to a supplier and back. An open incident is always with one party and team.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import type { Changes } from '../../kernel/fact.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import type { Params } from '../../kernel/text.ts';
import type { IncidentGiven, IncidentRow } from './classify.ts';

type The = Case<Case['row'], IncidentGiven>;

/** Nothing is waited for any more. */
export const settled = { waiting_reason: null, waiting_on: null, waiting_until: null } as const;
/** Nor is it on its way to somebody: who works on it has it. */
export const arrived = { ...settled, handed_to: null, handed_by: null } as const;

export const custodyRules: Rules<IncidentGiven> = {
  assign,
  take,
  decline,
  wait,
  resume,
  offer_custody: offerCustody,
  pass_custody: passCustody,
  return_custody: returnCustody,
};

/**
 * Within the house only: a supplier is asked by work order, and has the work when they accept it. Another team of the house
 * has it when somebody of that team takes it; the sender keeps it until then, and whoever assigns to their own team takes it.
 */
function assign({ row, input, actor, given }: The): Decision | Refusal {
  const team = given.team;
  const agent = (input.agent as string | null | undefined) ?? null;
  if (!team || team.organisation !== given.house) return refuse('incident.assign.other_party', 'team', { team: input.team as string });
  if (agent && !given.member) return refuse('incident.assign.not_in_team', 'agent', { agent, team: team.id });
  const begun = row?.state === 'in_progress' || row?.state === 'pending';
  const changes = { ...arrived, state: begun ? 'in_progress' : 'assigned', party: given.house, team: team.id, agent };
  const { party, team: holder, handed_by } = row as IncidentRow;
  const sender = handed_by ?? holder;
  const handed = party === given.house && sender !== team.id && !actor.teams.includes(team.id);
  return { changes: handed ? { ...changes, handed_to: team.id, handed_by: sender } : changes };
}

/** Back to the team that sent it; after too many refusals to the owner, who settles with all of them whose it is. */
function decline({ row, given }: The): Decision | Refusal {
  const { reason } = given;
  const { team, handed_to, handed_by, declined } = row as IncidentRow;
  if (handed_to === null || handed_by === null || handed_to !== team) return refuse('incident.decline.nothing_handed', undefined, { team });
  if (!reason?.open || reason.kind !== 'rejection') return refuse('incident.decline.wrong_reason', 'reason', { reason: reason?.id ?? '' });
  const times = (declined ?? 0) + 1;
  return { changes: { ...arrived, team: sentBackTo(row as IncidentRow, given), agent: null, declined: times }, params: { reason: reason.id } };
}

/** The team that has the work after the one it was handed to declines it. */
export function sentBackTo({ team, handed_by, owner_team, declined }: IncidentRow, given: Pick<IncidentGiven, 'swarm_after'>): string {
  return swarms((declined ?? 0) + 1, given) ? owner_team : (handed_by ?? team);
}

const swarms = (times: number, { swarm_after }: Pick<IncidentGiven, 'swarm_after'>): boolean => swarm_after > 0 && times >= swarm_after;

/** With which of their teams somebody takes an incident; none when they are in no team. */
export function takingTeam({ team, owner_team }: Pick<IncidentRow, 'team' | 'owner_team'>, { teams }: Pick<Actor, 'teams'>): string | undefined {
  return [team, owner_team].find((each) => teams.includes(each)) ?? teams[0];
}

function take({ row, actor, given }: The): Decision | Refusal {
  if (!actor.person) return refuse('incident.take.not_a_person');
  const mine = takingTeam(row as IncidentRow, actor);
  if (!mine) return refuse('incident.take.no_team');
  return { changes: { ...arrived, ...heard(row as IncidentRow, actor.person), party: given.house, team: mine, agent: actor.person } };
}

/** What was escalated to the team that has the work is answered by somebody of it taking the work. */
const heard = ({ escalated_to, escalation }: IncidentRow, person: string): Changes =>
  escalated_to === 'agent' && escalation === 'asked' ? { escalation: 'seen', acknowledged_by: person } : {};

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

/** A receiver was asked. The house keeps the work, and that time is one of handing over; with another party it is theirs. */
function offerCustody({ row, input, given }: The): Decision {
  const { party, team, handed_to, handed_by } = row as IncidentRow;
  const changes = party === given.house ? { handed_to: input.handed_to, handed_by: handed_by ?? team } : { handed_to, handed_by };
  return { changes, params: workOrderOf(input) };
}

function passCustody({ row, input }: The): Decision {
  const { party, team } = row as IncidentRow;
  const same = party === input.party && team === input.team;
  return { changes: { ...arrived, ...(same ? {} : { agent: null }) }, params: workOrderOf(input) };
}

/** Back to a team of the house; without one only the news that a receiver does not have it: who works on it keeps it. */
function returnCustody({ row, input, given }: The): Decision {
  const { party, team, owner_team, handed_to, handed_by, declined } = row as IncidentRow;
  const back = input.team ? { ...arrived, party: given.house, agent: null } : {};
  const house = input.team !== undefined || party === given.house;
  // The refusal of a supplier ends the asking of that supplier, never that of a team of the house.
  const asking = handed_to?.startsWith('TEAM-') && !input.team ? { handed_to, handed_by } : { handed_to: null, handed_by: null };
  const next = input.handed_to && house ? { handed_to: input.handed_to, handed_by: handed_by ?? input.team ?? team } : asking;
  const times = (declined ?? 0) + 1;
  const toOwner = input.rejected && party === given.house && swarms(times, given) ? { team: owner_team } : {};
  return { changes: { ...back, ...next, ...(input.rejected ? { declined: times } : {}), ...toOwner }, params: workOrderOf(input) };
}

const workOrderOf = (input: Case['input']): Params => (typeof input.work_order === 'string' ? { work_order: input.work_order } : {});
