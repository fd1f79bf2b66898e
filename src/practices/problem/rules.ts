// What the commands of a problem mean beyond their declaration: who has it, who is in the team, and which incidents hang on it.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { calm, escalationRules } from '../../kernel/escalation.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { analysisRules } from './analysis.ts';
import type { ProblemGiven, ProblemRow } from './given.ts';
import { endingRules } from './proving.ts';

type The = Case<Case['row'], ProblemGiven>;

const settled = { waiting_reason: null, waiting_on: null, waiting_until: null } as const;
/** As many as a list holds; a problem with more is no problem but a way of life. */
const most = 1_000;

export const problemRules: Rules<ProblemGiven> = {
  ...escalationRules,
  ...analysisRules,
  ...endingRules,
  open,
  edit: ({ row, input }) => ({ changes: input.service || input.services ? { services: servicesOf(row as ProblemRow, input) } : {} }),
  take,
  assign,
  wait,
  resume: () => ({ changes: settled }),
  set_team: setTeam,
  link: (the) => linked(the, 'link'),
  unlink: (the) => linked(the, 'unlink'),
  note,
};

function open({ input, given }: The): Decision | Refusal {
  const team = (input.team as string | null | undefined) ?? given.service_team ?? given.house_team;
  if (!team) return refuse('problem.open.no_team', 'team');
  if (input.team && given.team?.organisation !== given.house) return refuse('problem.assign.other_party', 'team', { team });
  if (input.agent && !given.member) return refuse('problem.assign.not_in_team', 'agent', { agent: input.agent as string, team });
  return {
    changes: {
      team,
      party: given.house,
      priority: input.priority ?? 3,
      source: input.source ?? (input.candidate ? 'candidate' : 'incidents'),
      services: servicesOf(null, input),
      state: 'registered',
    },
  };
}

/** The one that names it is among those it touches. */
function servicesOf(row: ProblemRow | null, input: Case['input']): string[] {
  const named = (input.service as string | null | undefined) ?? (input.service === null ? null : (row?.service ?? null));
  return [...new Set([...(named ? [named] : []), ...((input.services as readonly string[] | null | undefined) ?? row?.services ?? [])])];
}

function take({ row, actor, given }: The): Decision | Refusal {
  if (!actor.person) return refuse('problem.take.not_a_person');
  const own = row as ProblemRow;
  const team = actor.teams.includes(own.team) ? own.team : actor.teams[0];
  if (!team) return refuse('problem.take.no_team');
  const state = own.state === 'registered' ? 'investigating' : own.state;
  return { changes: { ...settled, ...calm, state, party: given.house, team, agent: actor.person } };
}

function assign({ input, given }: The): Decision | Refusal {
  const agent = (input.agent as string | null | undefined) ?? null;
  if (given.team?.organisation !== given.house) return refuse('problem.assign.other_party', 'team', { team: input.team as string });
  if (agent && !given.member) return refuse('problem.assign.not_in_team', 'agent', { agent, team: input.team as string });
  return { changes: { ...settled, party: given.house, agent } };
}

function wait({ input, now, given }: The): Decision | Refusal {
  const { reason } = given;
  if (!reason?.open || reason.kind !== 'waiting') return refuse('problem.wait.wrong_reason', 'waiting_reason', { reason: input.waiting_reason as string });
  const until = input.waiting_until as string | null | undefined;
  return until && until <= now ? refuse('problem.time.in_past', 'waiting_until', { field: 'waiting_until' }) : {};
}

/** Persons come from the house or from a supplier in the team: so nobody is told of who has no part in it. */
function setTeam({ row, input, given }: The): Decision | Refusal {
  const own = row as ProblemRow;
  const stranger = given.no_suppliers[0];
  if (stranger) return refuse('problem.team.not_a_supplier', 'team_parties', { party: stranger });
  const parties = (input.team_parties as readonly string[] | null | undefined) ?? own.team_parties;
  const members = (input.members as readonly string[] | null | undefined) ?? own.members;
  const wrong = members.find((each) => ![given.house, ...parties].includes(given.employers[each] ?? ''));
  return wrong ? refuse('problem.team.stranger', 'members', { person: wrong }) : { changes: { team_parties: [...parties], members: [...members] } };
}

/** Many to many, and only here: nothing of an incident changes when it is linked. */
function linked({ row, input }: The, which: 'link' | 'unlink'): Decision | Refusal {
  const { incidents } = row as ProblemRow;
  const asked = input.incidents as readonly string[];
  const after = which === 'link' ? [...new Set([...incidents, ...asked])] : incidents.filter((each) => !asked.includes(each));
  if (after.length > most) return refuse('problem.link.too_many', 'incidents', { limit: most });
  if (after.length === incidents.length) return refuse(`problem.${which}.nothing`, 'incidents');
  return { changes: { incidents: after } };
}

/** A supplier speaks with the house alone: what others in the team say and who they are is none of its business. */
function note({ input, actor, given }: The): Decision | Refusal {
  if (actor.side === 'supplier' && !actor.system) return { audience: [given.house ?? '', ...actor.parties] };
  return input.audience ? {} : { audience: [given.house ?? ''] };
}
