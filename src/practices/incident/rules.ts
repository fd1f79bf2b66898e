// What the commands of an incident mean beyond their declaration: from report to confirmation.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { calm, escalationRules } from '../../kernel/escalation.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { classify, type IncidentGiven, type IncidentRow } from './classify.ts';
import { computedRules, reckoned } from './computed.rules.ts';
import { arrived, custodyRules, settled } from './custody.ts';
import { incidentKnownErrorRules } from './known-error.rules.ts';
import { rate, rated } from './rating.ts';

type The = Case<Case['row'], IncidentGiven>;
const dayMs = 86_400_000;
/** Fields that only the desk, or an alarm, fills in. */
const desk = ['affected_customers', 'part', 'item', 'fan_out', 'impact', 'source', 'team', 'external_id', 'requester', 'event'] as const;

export const incidentRules: Rules<IncidentGiven> = {
  ...custodyRules,
  ...computedRules,
  ...escalationRules,
  ...incidentKnownErrorRules,
  open,
  register: classified,
  reclassify: (the) => (Object.keys(the.input).some((name) => name !== 'note') ? classified(the) : refuse('incident.reclassify.nothing', 'impact')),
  join_event: joinEvent,
  prioritise,
  resolve,
  confirm,
  rate,
  close: () => ({ changes: { ...arrived, ...calm } }),
  reopen,
  cancel: () => ({ changes: { ...arrived, ...calm } }),
  merge_into: mergeInto,
  note: () => ({}),
  reply,
  import_step: importStep,
};

function open(the: The): Decision | Refusal {
  const { input, actor, given } = the;
  const customer = actor.side === 'customer' && !actor.system;
  const foreign = customer ? desk.find((name) => (input[name] ?? null) !== null) : undefined;
  if (foreign) return refuse('incident.open.not_yours', foreign, { field: foreign });
  const found = classify(the, given);
  if (found === null || isRefusal(found)) return found ?? {};
  const started_at = startOf(the);
  if (isRefusal(started_at)) return started_at;
  const changes = {
    ...found,
    ...reckoned(the),
    state: customer ? 'new' : 'registered',
    party: given.house,
    team: found.owner_team,
    requester: input.requester ?? (customer ? actor.person : null),
    source: input.source ?? sourceOf(the),
    started_at: started_at.value,
    reopened: 0,
  };
  return { changes, params: input.event ? { event: input.event as string } : {} };
}

function sourceOf({ actor, input }: The): string {
  if (input.event) return 'monitoring';
  if (actor.side === 'customer' && !actor.system) return actor.grants ? 'api' : 'portal';
  return actor.grants || actor.system ? 'api' : 'phone';
}

/** People are told when they are wrong; the clock of a monitoring system that runs ahead is simply not believed. */
function startOf({ input, actor, at, now }: The): { value: string } | Refusal {
  const said = input.started_at as string | null | undefined;
  if (!said) return { value: at };
  if (said <= now) return { value: said };
  return actor.system ? { value: at } : refuse('incident.time.in_future', 'started_at', { field: 'started_at', value: said });
}

function classified(the: The): Decision | Refusal {
  const found = classify(the, the.given);
  if (found === null || isRefusal(found)) return found ?? {};
  return { changes: found };
}

function joinEvent(the: The): Decision | Refusal {
  const found = classified(the);
  return isRefusal(found) ? found : { changes: { ...found.changes, ...reckoned(the), cleared_at: null }, params: { event: the.input.event as string } };
}

function prioritise(the: The): Decision | Refusal {
  const { reason } = the.given;
  if (!reason?.open || reason.kind !== 'override') return refuse('incident.prioritise.wrong_reason', 'reason', { reason: the.input.reason as string });
  return { changes: { priority_overridden: true }, params: { reason: reason.id } };
}

function resolve({ row, input, at, now }: The): Decision | Refusal {
  if (input.resolution === 'duplicate') return refuse('incident.resolve.duplicate', 'resolution');
  const { started_at, cleared_at } = row as IncidentRow;
  const said = input.restored_at as string | null | undefined;
  if (said && said > now) return refuse('incident.time.in_future', 'restored_at', { field: 'restored_at', value: said });
  if (said && said < started_at) return refuse('incident.resolve.before_start', 'restored_at', { started_at });
  const proposed = cleared_at && cleared_at >= started_at && cleared_at <= at ? cleared_at : at;
  return { changes: { ...arrived, ...calm, restored_at: said ?? proposed, resolved_at: at } };
}

function confirm(the: The): Decision | Refusal {
  const { row, actor } = the;
  const { customer, requester } = row as IncidentRow;
  const theirs = actor.parties.includes(customer) || (requester !== null && requester === actor.person);
  if (!theirs && !actor.system) return refuse('incident.confirm.not_yours');
  const answer = rated(the);
  return isRefusal(answer) ? answer : { changes: { ...arrived, ...answer } };
}

/** Until so many days after it was closed, or resolved while nobody closed it. */
function reopen({ row, at, given }: The): Decision | Refusal {
  const { resolved_at, closed_at, reopened, owner_team } = row as IncidentRow;
  const until = new Date(Date.parse(closed_at ?? resolved_at ?? at) + given.reopen_window_days * dayMs).toISOString();
  if (at > until) return refuse('incident.reopen.too_late', undefined, { until: until.slice(0, 10) });
  return {
    changes: {
      ...arrived,
      reopened: reopened + 1,
      restored_at: null,
      resolved_at: null,
      resolution: null,
      cleared_at: null,
      party: given.house,
      team: owner_team,
    },
  };
}

function mergeInto({ row, given }: The): Decision | Refusal {
  const own = row as IncidentRow;
  const parent = given.parent;
  if (parent?.id === own.id) return refuse('incident.merge_into.itself', 'parent');
  if (!parent?.open || parent.state === 'resolved') return refuse('incident.merge_into.not_open', 'parent', { parent: parent?.id ?? '' });
  const covered = own.affected_customers.every((each) => parent.affected_customers.includes(each));
  if (!covered) return refuse('incident.merge_into.other_customer', 'parent', { parent: parent.id });
  return { changes: { ...arrived, ...calm, resolution: 'duplicate' } };
}

/** A reply reaches the customer; customers answer the house, and never one another. */
function reply({ row, input, actor, given }: The): Decision | Refusal {
  const { customer, affected_customers } = row as IncidentRow;
  const house = given.house ?? '';
  if (actor.side === 'customer' && !actor.system) return { audience: [house, ...affected_customers.filter((each) => actor.parties.includes(each))] };
  const chosen = (input.audience as readonly string[] | null | undefined) ?? [];
  const outsider = chosen.find((each) => each !== house && !affected_customers.includes(each));
  if (outsider) return refuse('incident.audience.not_a_customer', 'audience', { party: outsider });
  return { audience: [...new Set([house, ...(chosen.length ? chosen : [customer])])] };
}

/** What another system says is believed; only what would contradict itself is put right. */
function importStep({ row, input, at, given }: The): Decision {
  const before = row as IncidentRow;
  const state = (input.state as string | null | undefined) ?? before.state;
  const done = ['resolved', 'closed'];
  const moved = done.includes(state) !== done.includes(before.state);
  const waits = state === 'pending' && (input.waiting_reason ?? before.waiting_reason) !== null;
  const changes = {
    state,
    ...(input.party || input.team ? { handed_to: null, handed_by: null } : {}),
    ...(waits ? { waiting_on: given.reason?.waits_on === 'customer' ? before.customer : null } : settled),
    ...(moved && done.includes(state) ? { resolved_at: at, restored_at: input.restored_at ?? at } : {}),
    ...(moved && !done.includes(state) ? { resolved_at: null, restored_at: null } : {}),
  };
  return { changes };
}
