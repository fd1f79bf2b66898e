// What an answer about impact tells beside the graph: what fails now, what the promises say, whose things they are.
import { type Calendar, workingMs } from '../../calculus/calendar.ts';
import { type Harm, harmFrom } from '../../calculus/impact.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { customersOf, stretchAbove } from './impact.queries.ts';
import type { HitService, PromiseHit } from './impact.record.ts';
import { weigh } from './impact.ts';

export type FailingNow = { readonly id: string; readonly incidents: readonly string[] };

/** What fails now by the open incidents whose service is not restored: their failing items, else their failing parts. */
export async function failingNow(db: Db): Promise<FailingNow[]> {
  return db.query<Row & FailingNow>(
    `select coalesce(item, part) as id, array_agg(id order by length(id), id) as incidents from incident
     where open and state <> 'resolved' and restored_at is null and coalesce(item, part) is not null
     group by coalesce(item, part) order by length(coalesce(item, part)), coalesce(item, part)`,
  );
}

/** How everything is now that is not wholly up: what fails and whatever stands on it. And by which incidents. */
export async function statesNow(db: Db): Promise<{ readonly harm: ReadonlyMap<string, Harm>; readonly incidents: ReadonlyMap<string, readonly string[]> }> {
  const failing = await failingNow(db);
  const down = failing.map((each) => each.id);
  const harm = down.length ? harmFrom((await stretchAbove(db, down)).graph, { down }) : new Map<string, Harm>();
  return { harm, incidents: new Map(failing.map((each) => [each.id, each.incidents])) };
}

/** Which customers feel the failure of an item, in which service and how much, beside what fails by other incidents. */
export async function feltOf(db: Db, { item, except }: { item: string; except: string }): Promise<(HitService & { readonly customer: string })[]> {
  const others = (await failingNow(db)).filter((each) => each.incidents.some((id) => id !== except) && each.id !== item).map((each) => each.id);
  const { services } = weigh((await stretchAbove(db, [item, ...others])).graph, { failing: [item], already: others });
  return (await customersOf(db, services, null)).map(({ service, customer, effect }) => ({ service, customer, effect }));
}

/** Only what is in force on some day from `from` to `to` (days); `window` in instants, or null for now. */
type Asked = { ids: readonly string[]; window: { from: string; to: string } | null; from: string; to: string };

export async function promisesHit(db: Db, { ids, window, from, to }: Asked): Promise<PromiseHit[]> {
  if (ids.length === 0) return [];
  const rows = await db.query<Row & Omit<PromiseHit, 'minutes'> & { hours: Calendar }>(
    `select p.id, p.name, p.customer, p.service, p.metric, p.targets, p.availability, h.hours
     from promise p join promise_hours h on h.promise = p.id where p.id = any($1::text[])
       and coalesce(p.valid_from, '-infinity') <= $3::date and coalesce(p.valid_to, 'infinity') >= $2::date order by length(p.id), p.id`,
    [ids, from, to],
  );
  return rows.map(({ hours, ...each }) => ({
    ...each,
    minutes: window ? Math.round(workingMs(hours, Date.parse(window.from), Date.parse(window.to)) / 60_000) : null,
  }));
}

/** A thing in the graph: whose it is, and the type of an item. */
export type Thing = { readonly id: string; readonly name: string; readonly owner: string; readonly type: string | null; readonly state: string };

/** Services and items by number; what is not there is left out. */
export async function thingsOf(db: Db, ids: readonly string[]): Promise<Thing[]> {
  if (ids.length === 0) return [];
  return db.query<Row & Thing>(
    `select id, name, provider as owner, null as type, state from service where id = any($1::text[])
     union all select i.id, i.name, i.owner, t.name as type, i.state from configuration_item i join item_type t on t.id = i.type where i.id = any($1::text[])`,
    [ids],
  );
}

/** The services that are promised to a customer now, or were by the days that promises say at an instant. */
export async function servicesOf(db: Db, { customer, at }: { customer: string; at: string | null }): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    at
      ? `select id from service where id in (select service from promise where customer = $1 and state <> 'draft'
           and coalesce(valid_from, '-infinity'::date) <= $2::timestamptz::date and coalesce(valid_to, 'infinity'::date) >= $2::timestamptz::date)
         order by length(id), id`
      : 'select id from service where open and customers @> array[$1::text] order by length(id), id',
    [customer, ...(at ? [at] : [])],
  );
  return rows.map((each) => each.id);
}
