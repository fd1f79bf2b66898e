// What follows for incidents from facts elsewhere: alarms open or join them, work orders move the work, answers end the waiting.
import type { Fact } from '../../kernel/fact.ts';
import type { Ask } from '../../kernel/practice.ts';
import type { AnyRow, RowOf } from '../../kernel/record.ts';
import { type Language, say } from '../../kernel/text.ts';
import type { event } from '../event/record.ts';
import type { workOrder } from '../work-order/record.ts';
import type { IncidentRow } from './classify.ts';
import { effects } from './fields.ts';
import { byLevel } from './impact.ts';
import { type Assessment, assess, byNumber, isItem, serviceAbove, type World } from './storm.ts';

export type EventRow = Pick<
  RowOf<typeof event>,
  'id' | 'state' | 'incident' | 'service' | 'item' | 'customer' | 'severity' | 'started_at' | 'cleared_at' | 'summary'
>;
export type WorkOrderRow = RowOf<typeof workOrder>;
type Happened = Pick<Fact, 'record_id' | 'params' | 'actor_party'>;

export type Intake = World & { readonly language: Language; readonly event: EventRow };

/** An alarm that ends sooner, before it was taken in, opens no incident. */
const blinkMs = 60_000;

/** An alarm opens an incident or joins the one that is open for the same failure. Mere information does neither. */
export function takeIn(given: Intake | null): readonly Ask[] {
  if (!given) return [];
  const { event } = given;
  const service = placeOf(event, given);
  if (!counts(event) || event.incident || event.severity === 'info' || !service) return [];
  const { severity, customer, started_at } = event;
  const found = assess({ service, customer, severity, started_at, vague: event.service === null && !isItem(service) }, given);
  const { joins, part, item, affected_customers, effect, fan_out, impact, urgency } = found;
  const felt = { affected_customers, effect, fan_out, impact, urgency, event: event.id, ...(part ? { part } : {}), ...(item ? { item } : {}) };
  if (joins) return [{ record: 'incident', command: 'join_event', target: joins, input: felt }];
  const input = { ...felt, title: titleOf(found, given), service: found.service, customer: found.customer, source: 'monitoring', started_at };
  return [{ record: 'incident', command: 'open', target: null, input }];
}

/** The item when something stands on it, else the service that was named, else the best guess. */
function placeOf({ item, service, customer }: EventRow, world: World): string | null {
  return item && serviceAbove(item, world.graph) !== null ? item : (service ?? guess(customer, world));
}

/** What was over before we came to it still happened, unless it was a blink. */
function counts({ state, started_at, cleared_at }: EventRow): boolean {
  const lasted = cleared_at === null ? 0 : Date.parse(cleared_at) - Date.parse(started_at);
  return state === 'open' || (state === 'cleared' && lasted >= blinkMs);
}

/** Nothing known was named: the customer's service that matters most is the best guess, and the desk corrects it. */
function guess(customer: string | null, { nodes }: World): string | null {
  const own = [...nodes.values()].filter((each) => customer !== null && each.customers.includes(customer));
  return own.sort((a, b) => byLevel(a.criticality, b.criticality) || byNumber(a.id, b.id))[0]?.id ?? null;
}

/** A customer's own words for its own eyes; as soon as others read it, the names of the services and what is wrong with them. */
function titleOf({ fan_out, affected_customers, customer, effect, service }: Assessment, { event, nodes, language }: Intake): string {
  if (affected_customers.length === 1 && event.customer === customer) return event.summary;
  const services = [...new Set([service, ...fan_out.map((each) => each.service)])].map((id) => nodes.get(id)?.name ?? id);
  return `${services.slice(0, 3).join(', ')}: ${say(effects[effect], language).toLowerCase()}`.slice(0, 300);
}

/** The event learns which incident took it in. */
export function link(fact: Happened): readonly Ask[] {
  const id = fact.params.event;
  return typeof id === 'string' ? [{ record: 'event', command: 'link', target: id, input: { incident: fact.record_id } }] : [];
}

/** Events of an incident that was merged go to the other one. */
export function relink(row: AnyRow, { events }: { readonly events: readonly string[] }): readonly Ask[] {
  return events.map((id) => ({ record: 'event', command: 'link', target: id, input: { incident: row.parent } }));
}

export type Quiet = {
  readonly incident: Pick<IncidentRow, 'id' | 'open' | 'state' | 'cleared_at'> | null;
  readonly still_open: number;
  /** When the last of its events was cleared; null when none was. */
  readonly cleared_at: string | null;
};

/** When the last alarm of an incident is over, the incident is told; resolving it stays a person's decision. */
export function allClear({ incident, still_open, cleared_at }: Quiet): readonly Ask[] {
  if (!incident?.open || incident.state === 'resolved' || still_open > 0 || cleared_at === null || incident.cleared_at === cleared_at) return [];
  return [{ record: 'incident', command: 'event_cleared', target: incident.id, input: { cleared_at } }];
}

export type Handover = {
  readonly incident: Pick<IncidentRow, 'id' | 'state' | 'party' | 'team' | 'owner_team' | 'handed_to'> | null;
  readonly house: string | null;
  /** The receiver's team: the work order's, else the service's, else its first; null when the receiver has none. */
  readonly team: string | null;
  /** Another accepted work order for the same incident, the latest, with its receiver and team. */
  readonly other: { readonly id: string; readonly supplier: string; readonly team: string | null } | null;
  /** Another work order for it that nobody has answered yet, the latest. */
  readonly asked: { readonly id: string; readonly supplier: string; readonly team: string | null } | null;
};
const worked = ['new', 'registered', 'assigned', 'in_progress', 'pending'];

/** While a receiver has not answered the sender keeps the work, and the time is one of handing over. */
export function askFor(order: WorkOrderRow, { incident, house, team }: Handover): readonly Ask[] {
  if (!incident || !worked.includes(incident.state)) return [];
  const input = { handed_to: askedOf({ ...order, team: order.team ?? team }, house), work_order: order.id };
  return [{ record: 'incident', command: 'offer_custody', target: incident.id, input }];
}

/** The organisation that is asked; of the house itself the team. */
const askedOf = (order: { readonly supplier: string; readonly team: string | null }, house: string | null): string =>
  order.supplier === house ? (order.team ?? order.supplier) : order.supplier;

/** Who accepts the work has it; until then the sender keeps it. */
export function passOn(order: WorkOrderRow, { incident, team }: Handover): readonly Ask[] {
  if (!incident || !worked.includes(incident.state)) return [];
  return [passing(incident, { id: order.id, supplier: order.supplier, team })];
}

/** The work comes back to its owner, or goes to another receiver who also accepted. A rejection is told even when nothing moves. */
export function bringBack(order: WorkOrderRow, { incident, house, team, other, asked }: Handover): readonly Ask[] {
  if (!incident || !worked.includes(incident.state)) return [];
  const theirs = incident.party === order.supplier && (team === null || incident.team === team);
  if (theirs && other) return [passing(incident, other)];
  const rejected = order.state === 'rejected';
  const asking = incident.handed_to === askedOf({ ...order, team: order.team ?? team }, house);
  if (!theirs && !rejected && !asking) return [];
  const back = theirs && !asking ? { team: incident.owner_team } : {};
  const next = asked ? { handed_to: askedOf(asked, house) } : {};
  const input = { work_order: order.id, ...back, ...next, ...(rejected ? { rejected } : {}) };
  return [{ record: 'incident', command: 'return_custody', target: incident.id, input }];
}

function passing(
  incident: { readonly id: string; readonly team: string },
  order: { readonly id: string; readonly supplier: string; readonly team: string | null },
): Ask {
  const input = { party: order.supplier, team: order.team ?? incident.team, work_order: order.id };
  return { record: 'incident', command: 'pass_custody', target: incident.id, input };
}

/** The customer has answered what was waited for. */
export function goOn(fact: Happened, row: AnyRow): readonly Ask[] {
  const answered = row.state === 'pending' && row.waiting_on !== null && fact.actor_party === row.waiting_on;
  return answered ? [{ record: 'incident', command: 'resume', target: row.id, input: {} }] : [];
}
