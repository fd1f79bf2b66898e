// The reactions of incidents with what each must know first; every one asks a constant number of queries.
import type { Composition, Graph } from '../../calculus/composition.ts';
import { type Dependence, standing } from '../../calculus/impact.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Reaction } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Language } from '../../kernel/text.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import {
  allClear,
  askFor,
  bringBack,
  type EventRow,
  goOn,
  type Handover,
  type Intake,
  link,
  passOn,
  type Quiet,
  relink,
  takeIn,
  type WorkOrderRow,
} from './reactions.ts';
import { isItem, type Node, type OpenIncident, type World } from './storm.ts';

const lane = 'incident.intake';
const gathered = <G>(each: Reaction<Db, G>): Reaction<Db, G> => each;

/** Who stands on these items, however far up: read where relations are kept. */
export type Above = (db: Db, items: readonly string[]) => Promise<{ readonly dependences: readonly Dependence[] }>;

const reactionsOn = (above: Above) => [
  gathered<Intake | null>({
    name: 'incident.take_in',
    on: ['event.raised', 'event.repeated'],
    asks: ['incident.open', 'incident.join_event'],
    serial: lane,
    gather: (db, fact) => gatherIntake(db, fact.record_id, above),
    react: (_fact, _row, given) => takeIn(given),
  }),
  gathered<Quiet>({
    name: 'incident.all_clear',
    on: ['event.cleared', 'event.ignored', 'event.linked'],
    asks: ['incident.event_cleared'],
    serial: lane,
    gather: (db, fact) => gatherQuiet(db, fact.record_id),
    react: (_fact, _row, given) => allClear(given),
  }),
  gathered<{ readonly events: readonly string[] }>({
    name: 'event.relink',
    on: ['incident.merged'],
    asks: ['event.link'],
    gather: async (db, fact) => ({
      events: (await db.query<{ id: string }>('select id from event where incident = $1 order by opened_at limit 200', [fact.record_id])).map(
        (each) => each.id,
      ),
    }),
    react: (_fact, row, given) => relink(row, given),
  }),
  gathered<Handover>({
    name: 'incident.offer_custody',
    on: ['work_order.offered'],
    asks: ['incident.offer_custody'],
    gather: gatherHandover,
    react: (_fact, row, given) => askFor(orderOf(row), given),
  }),
  gathered<Handover>({
    name: 'incident.pass_custody',
    on: ['work_order.accepted', 'work_order.sent_back'],
    asks: ['incident.pass_custody'],
    gather: gatherHandover,
    react: (_fact, row, given) => passOn(orderOf(row), given),
  }),
  gathered<Handover>({
    name: 'incident.return_custody',
    on: ['work_order.rejected', 'work_order.completed', 'work_order.withdrawn'],
    asks: ['incident.pass_custody', 'incident.return_custody'],
    gather: gatherHandover,
    react: (_fact, row, given) => bringBack(orderOf(row), given),
  }),
];

// biome-ignore lint/suspicious/noExplicitAny: each reaction knows the type of its own given; the house only passes it on
export const incidentReactions = (above: Above): readonly Reaction<Db, any>[] => [
  ...reactionsOn(above),
  { name: 'event.link', on: ['incident.opened', 'incident.joined'], asks: ['event.link'], when: ({ params }) => typeof params.event === 'string', react: link },
  { name: 'incident.go_on', on: ['incident.replied'], asks: ['incident.resume'], react: goOn },
];

const orderOf = (row: AnyRow): WorkOrderRow => row as AnyRow & WorkOrderRow;

/** The world as an alarm meets it: read after the lane is ours, so that nothing of it changes before we act. */
async function gatherIntake(db: Db, id: string, above: Above): Promise<Intake | null> {
  const [head] = await db.query<Row & EventRow & { house: string | null; language: Language | null }>(
    `select e.id, e.state, e.incident, e.service, e.item, e.customer, e.severity, e.started_at, e.cleared_at, e.summary, (select value #>> '{}' from setting where key = 'house') as house,
       (select value #>> '{}' from setting where key = 'language') as language from event e where e.id = $1`,
    [id],
  );
  if (!head?.house) return null;
  const world = await gatherWorld(db, { house: head.house, item: head.item, above });
  return { ...world, language: head.language ?? 'en', event: head };
}

async function gatherWorld(db: Db, { house, item, above }: { house: string; item: string | null; above: Above }): Promise<World> {
  const services = await db.query<Row & Node & { composition: Composition | null }>(
    'select id, name, criticality, customers, composition from service where open',
  );
  const incidents = await db.query<Row & OpenIncident>(
    `select id, service, customer, part, item, started_at, cleared_at, fan_out from incident
     where open and state <> 'resolved' and (part is not null or item is not null or source = 'monitoring')`,
  );
  const failing = await db.query<Row & World['failing'][number]>(
    'select distinct coalesce(item, service) as service, customer, severity from event where open and coalesce(item, service) is not null',
  );
  const nodes = new Map(services.map((each) => [each.id, each]));
  const made: Graph = Object.fromEntries(services.flatMap((each) => (each.composition ? [[each.id, each.composition] as const] : [])));
  const items = [item, ...incidents.map((each) => each.item), ...failing.map((each) => each.service)].filter(
    (each) => typeof each === 'string' && isItem(each),
  );
  const { dependences } = items.length ? await above(db, [...new Set(items)] as string[]) : { dependences: [] };
  return { house, nodes, graph: standing(dependences, made), incidents, failing };
}

/** The incident of an event, or the one it was merged into, and whether any alarm of it still sounds. */
async function gatherQuiet(db: Db, id: string): Promise<Quiet> {
  const [row] = await db.query<Row & Quiet>(
    `select (select jsonb_build_object('id', i.id, 'open', i.open, 'state', i.state, 'cleared_at', i.cleared_at) from incident i where i.id = e.incident) as incident,
       (select count(*) from event o where o.incident = e.incident and o.open)::integer as still_open,
       (select max(o.cleared_at) from event o where o.incident = e.incident and o.state = 'cleared') as cleared_at
     from event e where e.id = $1`,
    [id],
  );
  if (!row) return { incident: null, still_open: 0, cleared_at: null };
  const { incident } = row;
  // Instants inside JSON come back as the database writes them: compare them as our own.
  const iso = incident?.cleared_at ? new Date(incident.cleared_at).toISOString() : null;
  return { ...row, incident: incident && { ...incident, cleared_at: iso } };
}

async function gatherHandover(db: Db, _fact: Fact, row: AnyRow): Promise<Handover> {
  const order = orderOf(row);
  const [found] = await db.query<Row & Handover>(
    `select (select jsonb_build_object('id', id, 'state', state, 'party', party, 'team', team, 'owner_team', owner_team, 'handed_to', handed_to)
          from incident where id = $1) as incident,
       (select value #>> '{}' from setting where key = 'house') as house,
       coalesce($3, (select team from service where id = $4 and provider = $2),
         (select id from team where open and organisation = $2 order by length(id), id limit 1)) as team,
       (select jsonb_build_object('id', w.id, 'supplier', w.supplier, 'team', coalesce(w.team,
            (select team from service s where s.id = w.service and s.provider = w.supplier),
            (select t.id from team t where t.open and t.organisation = w.supplier order by length(t.id), t.id limit 1)))
          from work_order w where w.parent = $1 and w.id <> $5 and w.state in ('accepted', 'in_progress', 'pending')
          order by w.updated_at desc, w.id desc limit 1) as other,
       (select jsonb_build_object('id', w.id, 'supplier', w.supplier, 'team', w.team) from work_order w
          where w.parent = $1 and w.id <> $5 and w.state = 'offered' order by w.opened_at desc, w.id desc limit 1) as asked`,
    [order.parent, order.supplier, order.team, order.service, order.id],
  );
  return found ?? { incident: null, house: null, team: null, other: null, asked: null };
}
