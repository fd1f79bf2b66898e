// What an incident is about after a command: service, customers, impact, urgency, priority. The rules and the search for terms share it.
import type { Input } from '../../kernel/command.ts';
import type { Case } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Effect, Felt, Level } from './fields.ts';
import { type Cell, higher, impactOn, priorityOf, standardMatrix, worse } from './impact.ts';
import type { incident } from './record.ts';

export type IncidentRow = RowOf<typeof incident>;
export type ServiceFacts = {
  readonly id: string;
  readonly name: string;
  readonly provider: string;
  readonly team: string | null;
  readonly criticality: Level;
  readonly customers: readonly string[];
};
export type ReasonFacts = { readonly id: string; readonly kind: string; readonly waits_on: string; readonly open: boolean };
export type ParentFacts = { readonly id: string; readonly open: boolean; readonly state: string; readonly affected_customers: readonly string[] };

export type Computed = { readonly effect: Effect; readonly impact: Level; readonly fan_out: readonly Felt[] };

/** What the rules of an incident are told. Absent things are null. */
export type IncidentGiven = {
  readonly house: string | null;
  readonly reopen_window_days: number;
  /** After so many refusals the work goes to its owner, who gets all round one table; 0 is never. */
  readonly swarm_after: number;
  readonly matrix: readonly Cell[];
  /** The service of the input, else of the row. */
  readonly service: ServiceFacts | null;
  /** The house team with the lowest number: where work goes that no service says a team for. */
  readonly house_team: string | null;
  /** The team of the input. */
  readonly team: { readonly id: string; readonly organisation: string } | null;
  /** The agent of the input is a member of the team. */
  readonly member: boolean;
  /** The reason of the input, else of the row. */
  readonly reason: ReasonFacts | null;
  readonly parent: ParentFacts | null;
  /** What the failure of the item of the input, else of the row, means; null or absent when there is none or nothing asks. */
  readonly computed?: Computed | null;
  /** The known error of the input; absent when none was named. */
  readonly known_error?: { readonly state: string; readonly workaround: string | null; readonly problem: string | null } | null;
};

type The = Pick<Case, 'command' | 'input' | 'actor'> & { readonly row: Case['row'] };
export type Classified = Pick<
  IncidentRow,
  'service' | 'customer' | 'affected_customers' | 'effect' | 'fan_out' | 'impact' | 'urgency' | 'priority' | 'priority_overridden' | 'owner_team'
>;

/** Null for a command that changes nothing of this. */
export function classify(the: The, given: IncidentGiven): Classified | Refusal | null {
  return classifies(the.command) ? (classifiers[the.command]?.(the, given) ?? null) : null;
}

export const classifies = (command: string): boolean => Object.hasOwn(classifiers, command);

const classifiers: Readonly<Record<string, (the: The, given: IncidentGiven) => Classified | Refusal | null>> = {
  open: opened,
  register: reclassified,
  reclassify: reclassified,
  prioritise: (the) => ({ ...standing(the), priority: the.input.priority as number, priority_overridden: true }),
  join_event: joined,
  // Naming what fails says nothing yet of whom it concerns: that is for a person to take over.
  name_item: standing,
  override_impact: (the, given) => graded(the, given, the.input),
  follow_impact: followed,
  import_step: imported,
  // Nothing of what it is about changes, but other promises may apply: another team has the work, or another day has come.
  assign: standing,
  take: standing,
  decline: standing,
  pass_custody: standing,
  return_custody: standing,
  reopen: standing,
  reterm: standing,
};

function standing(the: Pick<The, 'row'>): Classified {
  const row = the.row as IncidentRow;
  const { service, customer, affected_customers, effect, fan_out, impact, urgency, priority, priority_overridden, owner_team } = row;
  return { service, customer, affected_customers, effect, fan_out, impact, urgency, priority, priority_overridden, owner_team };
}

function opened(the: The, given: IncidentGiven): Classified | Refusal {
  const { input } = the;
  const service = given.service;
  if (!service) return refuse('field.required', 'service', { field: 'service' });
  const customer = customerOf(the, given, service);
  if (typeof customer !== 'string') return customer;
  const owner_team = (input.team as string | null | undefined) ?? (service.provider === given.house ? service.team : null) ?? given.house_team;
  if (!owner_team) return refuse('incident.open.no_team', 'team', { service: service.name });
  const affected_customers = [...new Set([customer, ...((input.affected_customers as string[] | null | undefined) ?? [])])];
  const effect = (input.effect as Effect | null | undefined) ?? given.computed?.effect ?? null;
  const said = effect ? impactOn({ effect, criticality: service.criticality, customers: affected_customers.length }) : 'medium';
  const impact = (input.impact as Level | null | undefined) ?? said;
  const urgency = (input.urgency as Level | null | undefined) ?? 'medium';
  const priority = ranked(the, given, impact, urgency);
  if (typeof priority !== 'number') return priority;
  const fan_out = (input.fan_out as readonly Felt[] | null | undefined) ?? null;
  return { service: service.id, customer, affected_customers, effect, fan_out, impact, urgency, priority, priority_overridden: false, owner_team };
}

/** A customer speaks for itself; the desk says for whom, unless the service has just one customer. */
function customerOf({ input, actor }: The, given: IncidentGiven, service: ServiceFacts): string | Refusal {
  const own = actor.side === 'customer' && !actor.system;
  const outside = service.customers.filter((each) => each !== given.house);
  const mine = own ? actor.organisation : null;
  const customer = (input.customer as string | null | undefined) ?? mine ?? (outside.length === 1 ? outside[0] : null);
  if (!customer) return refuse('incident.open.no_customer', 'customer', { service: service.name });
  if (own && !actor.parties.includes(customer)) return refuse('not_allowed', 'customer', { command: 'open' });
  const known = service.customers.includes(customer) || (!own && (actor.system !== undefined || outside.length === 0));
  return known ? customer : refuse('incident.open.not_a_customer', 'service', { customer, service: service.name });
}

/** Only the matrix ranks. For an alarm the standard one fills its gaps: a missing row must not silence it. */
function ranked({ actor }: The, { matrix }: IncidentGiven, impact: Level, urgency: Level): number | Refusal {
  const own = priorityOf(matrix, impact, urgency);
  return own ?? (actor.system ? priorityOf(standardMatrix, impact, urgency) : null) ?? refuse('incident.priority.no_rule', 'impact', { impact, urgency });
}

const value = <T>(input: Input, name: string, before: T): T => (input[name] === undefined ? before : (input[name] as T));

function reclassified(the: The, given: IncidentGiven): Classified | Refusal {
  const { input } = the;
  const before = standing(the);
  const impact = value(input, 'impact', before.impact);
  const urgency = value(input, 'urgency', before.urgency);
  const service = value(input, 'service', before.service);
  if (service !== before.service && given.service?.customers.length && !given.service.customers.includes(before.customer))
    return refuse('incident.open.not_a_customer', 'service', { customer: before.customer, service: given.service.name });
  const after = { ...before, service, impact, urgency, effect: value(input, 'effect', before.effect) };
  if (input.impact === undefined && input.urgency === undefined) return after;
  const priority = ranked(the, given, impact, urgency);
  return typeof priority === 'number' ? { ...after, priority, priority_overridden: false } : priority;
}

/** Joining another alarm makes it wider and worse, never less: what has got better is for a person to say. */
function joined(the: The, given: IncidentGiven): Classified | Refusal {
  const { input } = the;
  const before = standing(the);
  const affected_customers = [...new Set([...before.affected_customers, ...value(input, 'affected_customers', [] as readonly string[])])];
  // What a person set by hand stands: the computed impact goes on beside it.
  const byHand = (the.row as IncidentRow).impact_reason !== null;
  const effect = byHand ? before.effect : worse(before.effect ?? 'none', value<Effect | null>(input, 'effect', null) ?? 'none');
  const impact = byHand ? before.impact : higher(before.impact, value(input, 'impact', before.impact));
  const urgency = higher(before.urgency, value(input, 'urgency', before.urgency));
  const after = { ...before, affected_customers, effect, impact, urgency, fan_out: widest(before.fan_out, value(input, 'fan_out', null)) };
  if (before.priority_overridden) return after;
  const priority = ranked(the, given, impact, urgency);
  return typeof priority === 'number' ? { ...after, priority: Math.min(priority, before.priority) } : priority;
}

/** Each service and customer once, with the worst effect. */
export function widest(...lists: readonly (readonly Felt[] | null)[]): Felt[] {
  const found = new Map<string, Felt>();
  for (const felt of lists.flatMap((list) => list ?? [])) {
    const key = `${felt.service} ${felt.customer}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, effect: worse(known.effect, felt.effect) } : felt);
  }
  return [...found.values()];
}

/** Impact and effect as said; the priority follows unless a person set it. */
function graded(the: The, given: IncidentGiven, said: Input): Classified | Refusal {
  const before = standing(the);
  const after = { ...before, impact: value(said, 'impact', before.impact), effect: value(said, 'effect', before.effect) };
  if (before.priority_overridden) return after;
  const priority = ranked(the, given, after.impact, after.urgency);
  return typeof priority === 'number' ? { ...after, priority } : priority;
}

/** The computed impact as it is, for every customer that it hits. */
function followed(the: The, given: IncidentGiven): Classified | Refusal {
  const { computed } = given;
  if (!computed) return standing(the);
  const found = graded(the, given, { impact: computed.impact, effect: computed.effect });
  if (!('service' in found)) return found;
  const affected_customers = [...new Set([...found.affected_customers, ...computed.fan_out.map((each) => each.customer)])];
  return { ...found, affected_customers, fan_out: widest(found.fan_out, computed.fan_out) };
}

function imported(the: The): Classified | null {
  const { input } = the;
  if (input.priority === undefined && input.service === undefined) return null;
  const before = standing(the);
  return { ...before, service: value(input, 'service', before.service), priority: value(input, 'priority', before.priority) };
}
