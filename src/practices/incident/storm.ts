// One failure, one incident: whether an alarm belongs to an incident that is open, and who feels it, read from what services are made of.
import { type Graph, impactOf, partsIn } from '../../calculus/composition.ts';
import { harmFrom } from '../../calculus/impact.ts';
import { widest } from './classify.ts';
import type { Effect, Felt, Level } from './fields.ts';
import { byEffect, byLevel, impactOn, type Severity, urgencyOn } from './impact.ts';

export type Node = { readonly id: string; readonly name: string; readonly criticality: Level; readonly customers: readonly string[] };
export type OpenIncident = {
  readonly id: string;
  readonly service: string;
  readonly customer: string;
  readonly part: string | null;
  readonly item?: string | null;
  readonly started_at: string;
  readonly cleared_at: string | null;
  readonly fan_out: readonly Felt[] | null;
};
export type Alarm = {
  /** The service that is said to fail, or the item. */
  readonly service: string;
  /** The customer whose monitoring speaks; null for the house's own. */
  readonly customer: string | null;
  readonly severity: Severity;
  readonly started_at: string;
  /** The service is only guessed, because the alarm names none that is known. */
  readonly vague: boolean;
};
/** What is known when an alarm comes in. */
export type World = {
  readonly house: string;
  readonly nodes: ReadonlyMap<string, Node>;
  /** What services are made of, and above every item that fails what stands on it. */
  readonly graph: Graph;
  /** Being worked on, with a failing part or opened by an alarm. */
  readonly incidents: readonly OpenIncident[];
  /** Alarms that are open. */
  readonly failing: readonly Pick<Alarm, 'service' | 'customer' | 'severity'>[];
};

/** What the alarm means: for whom, how bad; and the incident it belongs to, if one is open for the same failure. */
export type Assessment = {
  readonly joins: string | null;
  /** The failing service: of an item the nearest that is down because of it, if there is just one. */
  readonly part: string | null;
  readonly item: string | null;
  readonly service: string;
  readonly customer: string;
  readonly affected_customers: readonly string[];
  readonly effect: Effect;
  readonly fan_out: readonly Felt[];
  readonly impact: Level;
  readonly urgency: Level;
};

/** Alarms that begin within this time of one another may be one storm. */
export const stormMs = 10 * 60_000;

export function assess(alarm: Alarm, world: World): Assessment {
  const joined = sameFailure(alarm, world);
  const place = placeAfter(joined, alarm, world);
  const places = [...new Set([alarm.service, ...(place ? [place] : [])])];
  const fan_out = widest(joined?.fan_out ?? null, ...places.map((each) => feltFrom(each, alarm, world))).sort((a, b) => ranked(a, b, world));
  const lead = joined ? standingOf(joined, fan_out) : leadOf(fan_out, alarm, world);
  const affected_customers = [...new Set([lead.customer, ...fan_out.map((each) => each.customer)])];
  const criticality = world.nodes.get(lead.service)?.criticality ?? 'medium';
  return {
    joins: joined?.id ?? null,
    part: place !== null && isItem(place) ? (serviceDownBy(place, world.graph) ?? joined?.part ?? null) : place,
    item: place !== null && isItem(place) ? place : (joined?.item ?? null),
    service: lead.service,
    customer: lead.customer,
    affected_customers,
    effect: lead.effect,
    fan_out,
    impact: impactOn({ effect: lead.effect, criticality, customers: affected_customers.length }),
    urgency: urgencyOn({ severity: alarm.severity, criticality }),
  };
}

/**
 * The open incident of the same failure. It is about the alarm's own service; or about something beneath it, whose failure
 * explains the alarm; or, within one storm, about something above it or made of the same part. The closest relation wins,
 * then the oldest incident.
 */
export function sameFailure(alarm: Alarm, { incidents, graph }: World): OpenIncident | null {
  const above = new Set(impactOf(alarm.service, graph));
  const beneath = partsBeneath(alarm.service, graph);
  const relation = (each: OpenIncident): number | null => {
    const place = placeOf(each);
    const storm = near(alarm.started_at, each.started_at) || (each.cleared_at !== null && near(alarm.started_at, each.cleared_at));
    // Without a known part it is one customer's view of a service: that of another one may have another cause.
    const shared = (each.item ?? each.part ?? null) !== null || storm || each.fan_out?.some((felt) => felt.customer === alarm.customer);
    if (place === alarm.service) return shared && !(alarm.vague && !storm) ? 0 : null;
    if (beneath.has(place)) return !alarm.vague && (each.cleared_at === null || storm) ? 1 : null;
    if (!storm || alarm.vague) return null;
    if (above.has(place)) return 2;
    return [...partsBeneath(place, graph)].some((one) => beneath.has(one)) ? 3 : null;
  };
  const found = incidents.map((each) => ({ each, rank: relation(each) })).filter(({ rank }) => rank !== null);
  found.sort((a, b) => Number(a.rank) - Number(b.rank) || byNumber(a.each.id, b.each.id));
  return found[0]?.each ?? null;
}

/** Somebody looks at a service as its customer: what they see is theirs, and says nothing about other customers. */
const isOwnView = ({ service, customer }: Pick<Alarm, 'service' | 'customer'>, { nodes }: World): boolean =>
  customer !== null && (nodes.get(service)?.customers.includes(customer) ?? false);

export const isItem = (id: string): boolean => id.startsWith('CI-');
const placeOf = ({ item, part, service }: OpenIncident): string => item ?? part ?? service;

/** The nearest service above an item that its failure alone takes down; null when there is none, or more than one as near. */
function serviceDownBy(item: string, graph: Graph): string | null {
  const down = [...harmFrom(graph, { down: [item] })].filter(([id, each]) => !isItem(id) && each.effect === 'down');
  const nearest = Math.min(...down.map(([, each]) => each.hops));
  const found = down.filter(([, each]) => each.hops === nearest);
  return found.length === 1 ? (found[0]?.[0] ?? null) : null;
}

/** The deepest thing that is known to fail; null while only a customer's view is known. */
function placeAfter(joined: OpenIncident | null, alarm: Alarm, world: World): string | null {
  const own = isOwnView(alarm, world) ? null : alarm.service;
  if (!joined) return own;
  const before = joined.item ?? joined.part;
  if (own === null) return before;
  const known = placeOf(joined);
  const deeper = known === own || partsBeneath(known, world.graph).has(own);
  return deeper ? own : before;
}

/** Every service from the part upwards that somebody outside the house was promised, and what is left of it; only what is felt. */
function feltFrom(part: string, alarm: Alarm, world: World): Felt[] {
  const { house, nodes, graph } = world;
  const all = [...world.failing.filter((each) => !isOwnView(each, world)), alarm];
  const isDown = (each: (typeof all)[number]): boolean => takesDown(each.severity) && !(each === alarm && alarm.vague);
  const down = new Set(all.filter(isDown).map((each) => each.service));
  const degraded = new Set(all.filter((each) => !isDown(each)).map((each) => each.service));
  const only = isOwnView(alarm, world) && part === alarm.service ? alarm.customer : null;
  const harm = harmFrom(graph, { down, degraded });
  return [part, ...impactOf(part, graph)].flatMap((service) => {
    const left = harm.get(service)?.effect;
    const customers = (nodes.get(service)?.customers ?? []).filter((each) => each !== house && (only === null || each === only));
    return left === undefined ? [] : customers.map((customer) => ({ service, customer, effect: left }));
  });
}

/** The customer whose monitoring spoke leads, if it feels it; else the service that matters most, then the whole before its parts, then the lowest numbers. */
function leadOf(fanOut: readonly Felt[], alarm: Alarm, { house, graph }: World): Felt {
  const effect = takesDown(alarm.severity) && !alarm.vague ? 'down' : 'degraded';
  const service = isItem(alarm.service) ? (serviceAbove(alarm.service, graph) ?? alarm.service) : alarm.service;
  return fanOut.find((each) => each.customer === alarm.customer) ?? fanOut[0] ?? { service, customer: alarm.customer ?? house, effect };
}

/** The nearest service above an item, whatever it feels; null when it carries none. */
export const serviceAbove = (item: string, graph: Graph): string | null => impactOf(item, graph).find((each) => !isItem(each)) ?? null;

/** Who leads an incident stays. */
function standingOf({ service, customer }: OpenIncident, fanOut: readonly Felt[]): Felt {
  return fanOut.find((each) => each.service === service && each.customer === customer) ?? { service, customer, effect: 'none' };
}

function ranked(a: Felt, b: Felt, { nodes, graph }: World): number {
  const level = (each: Felt): Level => nodes.get(each.service)?.criticality ?? 'low';
  // Who buys a whole and one of its parts hears of the whole: its desk is their one contact.
  const held = (each: Felt): number => partsBeneath(each.service, graph).size;
  const byWeight = byLevel(level(a), level(b)) || byEffect(a.effect, b.effect) || held(b) - held(a);
  return byWeight || byNumber(a.service, b.service) || byNumber(a.customer, b.customer);
}

const takesDown = (severity: Severity): boolean => severity === 'critical' || severity === 'error';
const near = (a: string, b: string): boolean => Math.abs(Date.parse(a) - Date.parse(b)) <= stormMs;

function partsBeneath(service: string, graph: Graph): Set<string> {
  const found = new Set<string>();
  const rest = [service];
  for (let each = rest.pop(); each !== undefined; each = rest.pop()) {
    for (const part of partsIn(graph[each])) {
      if (found.has(part)) continue;
      found.add(part);
      rest.push(part);
    }
  }
  return found;
}

/** Record numbers in counting order: SVC-9 before SVC-10. */
export function byNumber(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : Number(a > b));
}
