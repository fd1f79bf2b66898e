// What stands in the way of a change at its time: freezes, promised hours, other changes, people, customers' events, suppliers' work.
import { type Calendar, openHours } from '../../calculus/calendar.ts';
import type { Graph } from '../../calculus/composition.ts';
import { type Harm, harmFrom } from '../../calculus/impact.ts';
import { common, minus, overlap, type Span } from '../../calculus/intervals.ts';

export type Severity = 'block' | 'warn' | 'inform';
export type ConflictKind = 'freeze' | 'hours' | 'same' | 'dependent' | 'redundancy' | 'person' | 'team' | 'event' | 'supplier';
export const hardness: Readonly<Record<Severity, number>> = { block: 0, warn: 1, inform: 2 };

/** What is hit, and how hard. */
export type Reach = ReadonlyMap<string, Harm['effect']>;
/** Epoch milliseconds. `reach` is what it works on and all that stands on it; `down`: it takes that down, it does not, or nobody said. */
export type Work = Span & {
  readonly id: string;
  readonly nodes: readonly string[];
  readonly reach: Reach;
  readonly down: boolean | null;
  readonly customers: readonly string[];
  /** Customers who agreed to it, at whatever hour it is down. */
  readonly agreed: readonly string[];
  readonly builder: string | null;
  readonly team: string | null;
  readonly lead_party: string | null;
};
/** A window with the times it is in force. No nodes: it is about everything. */
export type Closure = {
  readonly id: string;
  readonly kind: 'freeze' | 'maintenance' | 'customer_event';
  readonly severity: Severity;
  readonly organisation: string | null;
  readonly nodes: readonly string[];
  readonly spans: readonly Span[];
};
/** A supplier's own work; `firm` when it is more than tentative. */
export type Upkeep = Span & { readonly id: string; readonly nodes: readonly string[]; readonly reach: Reach; readonly firm: boolean };
/** Hours promised to a customer; `strict` when being down in them breaks the promise by itself. */
export type Promised = { readonly id: string; readonly customer: string; readonly service: string; readonly strict: boolean; readonly hours: Calendar };
export type Plans = {
  readonly works: readonly Work[];
  readonly closures: readonly Closure[];
  readonly upkeep: readonly Upkeep[];
  readonly promised: readonly Promised[];
  /** Who stands on whom. */
  readonly graph: Graph;
};
/** Something a change must keep out of, and when that is. `with` is the record it comes from; `about` the node or customer. */
export type Constraint = {
  readonly kind: ConflictKind;
  readonly severity: Severity;
  readonly with: string;
  readonly about: string | null;
  readonly spans: readonly Span[];
};
/** A constraint that a change does not keep out of: `from` to `to` they are together, after `until` it would be free of it. */
export type Conflict = Omit<Constraint, 'spans'> & Span & { readonly until: number };

/** What is hit when these fail, or only lose redundancy. */
export function reachOf(graph: Graph, failing: { readonly down: readonly string[]; readonly degraded?: readonly string[] }): Reach {
  return new Map([...harmFrom(graph, failing)].map(([node, { effect }]) => [node, effect]));
}

/** What a change must keep out of within a period, whenever it would be. The change itself is not in its own way. */
export function constraintsOf(work: Work, plans: Plans, period: Span): Constraint[] {
  const others = plans.works.filter((each) => each.id !== work.id && overlap(each, period));
  const upkeep = plans.upkeep.filter((each) => overlap(each, period));
  return [
    ...plans.closures.flatMap((each) => closureOn(work, each)),
    ...hoursOn(work, plans, period),
    ...others.flatMap((each) => besideOther(work, each)),
    ...upkeep.flatMap((each) => besideSupplier(work, each)),
    ...[...others, ...upkeep].flatMap((each) => togetherDown(work, [each], plans.graph)),
  ];
}

/** The conflicts of a change at the time it has, hardest first. */
export function conflictsOf(work: Work, plans: Plans): Conflict[] {
  const met = [...constraintsOf(work, plans, work), ...manyDown(work, plans)].flatMap((each): Conflict[] => {
    const shared = common(each.spans, [work]);
    const [first, last] = [shared[0], shared.at(-1)];
    if (!first || !last) return [];
    const { spans, ...rest } = each;
    const until = spans.find((span) => span.to >= last.to)?.to ?? last.to;
    return [{ ...rest, from: first.from, to: last.to, until }];
  });
  return met.sort((a, b) => hardness[a.severity] - hardness[b.severity] || a.from - b.from || (a.with < b.with ? -1 : 1));
}

function closureOn(work: Work, { id, kind, severity, organisation, nodes, spans }: Closure): Constraint[] {
  if (kind === 'maintenance' || spans.length === 0) return [];
  const theirs = organisation === null || work.customers.includes(organisation) || (kind === 'freeze' && work.lead_party === organisation);
  if (!theirs || !touches(work, nodes)) return [];
  return [{ kind: kind === 'freeze' ? 'freeze' : 'event', severity, with: id, about: organisation, spans }];
}

const touches = ({ reach }: Work, nodes: readonly string[]): boolean => nodes.length === 0 || nodes.some((each) => reach.has(each));

/** Promised hours in which a service the change takes down should be there, but for the windows agreed with its customer. */
function hoursOn(work: Work, { promised, closures }: Plans, period: Span): Constraint[] {
  if (work.down === false) return [];
  const hardest = new Map<string, Constraint>();
  for (const { id, customer, service, strict, hours } of promised) {
    if (work.reach.get(service) !== 'down' || !work.customers.includes(customer)) continue;
    const agreed = closures.filter(
      (each) => each.kind === 'maintenance' && (each.organisation === null || each.organisation === customer) && touches(work, each.nodes),
    );
    const spans = minus(
      openHours(hours, period.from, period.to),
      agreed.flatMap((each) => each.spans),
    );
    const severity = work.agreed.includes(customer) ? 'inform' : strict && work.down === true ? 'block' : 'warn';
    const key = `${customer} ${service}`;
    const known = hardest.get(key);
    if (spans.length > 0 && (!known || hardness[severity] < hardness[known.severity]))
      hardest.set(key, { kind: 'hours', severity, with: id, about: customer, spans });
  }
  return [...hardest.values()];
}

/** Another change: on the same, on what one of them stands on, or by the same people. Both find the other. */
function besideOther(work: Work, other: Work): Constraint[] {
  const spans = [{ from: other.from, to: other.to }];
  const found: Constraint[] = [];
  const add = (kind: ConflictKind, severity: Severity, about: string | null) => found.push({ kind, severity, with: other.id, about, spans });
  const same = work.nodes.find((each) => other.nodes.includes(each));
  const stands = same === undefined ? (work.nodes.find((each) => other.reach.has(each)) ?? other.nodes.find((each) => work.reach.has(each))) : undefined;
  if (same !== undefined) add('same', work.down === true && other.down === true ? 'block' : 'warn', same);
  if (stands !== undefined) add('dependent', 'warn', stands);
  if (work.builder !== null && work.builder === other.builder) add('person', 'warn', work.builder);
  else if (work.team !== null && work.team === other.team) add('team', 'warn', work.team);
  return found;
}

function besideSupplier(work: Work, { id, reach, firm, from, to }: Upkeep): Constraint[] {
  const beneath = work.nodes.find((each) => reach.has(each));
  return beneath === undefined ? [] : [{ kind: 'supplier', severity: firm ? 'warn' : 'inform', with: id, about: beneath, spans: [{ from, to }] }];
}

type Taking = Work | Upkeep;
const takes = (each: Taking): boolean => ('firm' in each ? each.firm : each.down === true);
const leaves = (each: Taking): boolean => 'down' in each && each.down === false;

/** What each of them alone only weakens and all of them together take down: the members of a group that stand in for one another. */
function togetherDown(work: Work, others: readonly Taking[], graph: Graph): Constraint[] {
  const all: readonly Taking[] = [work, ...others];
  if (all.some(leaves)) return [];
  const weakened = [...work.reach].filter(([node, effect]) => effect === 'degraded' && others.every((each) => each.reach.get(node) === 'degraded'));
  if (weakened.length === 0) return [];
  const together = reachOf(graph, { down: all.flatMap((each) => each.nodes) });
  const lost = weakened.find(([node]) => together.get(node) === 'down');
  const [first] = others;
  if (!lost || !first) return [];
  const span = others.reduce<Span>((shared, each) => ({ from: Math.max(shared.from, each.from), to: Math.min(shared.to, each.to) }), first);
  const severity = all.every(takes) ? 'block' : 'warn';
  return [{ kind: 'redundancy', severity, with: first.id, about: lost[0], spans: [{ from: span.from, to: span.to }] }];
}

/** Three or more at the same moment, of which no two take the group down. */
function manyDown(work: Work, plans: Plans): Constraint[] {
  const others: readonly Taking[] = [...plans.works, ...plans.upkeep].filter((each) => each.id !== work.id && overlap(each, work) && !leaves(each));
  const found: Constraint[] = [];
  for (const at of new Set([work.from, ...others.map((each) => each.from)])) {
    const there = others.filter((each) => each.from <= at && at < each.to);
    const beside = [...work.reach].flatMap(([node, effect]) => (effect === 'degraded' ? [there.filter((each) => each.reach.get(node) === 'degraded')] : []));
    const most = beside.reduce((a, b) => (b.length > a.length ? b : a), []);
    if (at < work.from || at >= work.to || most.length < 2) continue;
    if (most.some((each) => togetherDown(work, [each], plans.graph).length > 0)) continue;
    found.push(...togetherDown(work, most, plans.graph).slice(0, 1));
  }
  return found.slice(0, 1);
}
