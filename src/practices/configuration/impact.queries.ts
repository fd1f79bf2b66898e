// Reads the part of the graph above what fails, or beneath what somebody uses, a round for each step: never more than the answer needs.
import { type Composition, type Graph, partsIn } from '../../calculus/composition.ts';
import { type Dependence, harmFrom, standing } from '../../calculus/impact.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Failing, HitCustomer, HitService, Impact } from './impact.record.ts';

/** Null: now. Else everything that stood at any moment from `at` to `until`, ISO instants. */
export type When = { readonly at: string; readonly until: string } | null;
/** What was read: who stands on whom, and what the services in it are composed of. */
export type Stretch = { readonly dependences: readonly Dependence[]; readonly graph: Graph; readonly truncated: boolean };

/** More than this above a failure is not an answer any more: the whole house stands on it. */
const most = 30_000;
const deepest = 60;

/** The impact of these failures. Shapes and meaning: impact.record.ts. A statement for each step upwards, one more where services are, and two. */
export async function impactOf(db: Db, failing: Failing): Promise<Impact> {
  const when = whenOf(failing);
  const { graph, truncated } = await stretchAbove(db, [...failing.down, ...(failing.degraded ?? [])], when);
  const hits = [...harmFrom(graph, failing)].map(([id, found]) => ({ id, ...found }));
  const services = hits.filter((each) => each.id.startsWith('SVC-')).map((each) => ({ service: each.id, effect: each.effect }));
  return { hits, services, customers: await customersOf(db, services, when), truncated };
}

export function whenOf({ at, until }: Pick<Failing, 'at' | 'until'>): When {
  return at ? { at, until: until ?? at } : null;
}

/** Everything above the roots, with the whole of each redundancy group that is touched. */
export async function stretchAbove(db: Db, roots: readonly string[], when: When = null): Promise<Stretch> {
  const past = when ? await compositionsIn(db, when) : null;
  const met = new Set(roots);
  const dependences = new Map<string, Dependence>();
  const compositions: Record<string, Composition> = {};
  let edge = [...met];
  for (let step = 0; edge.length > 0 && step < deepest && met.size <= most; step += 1) {
    const relations = await related(db, { ids: edge, end: 'supporter', when });
    const composed = past ? past.usersOf(edge) : await composedOf(db, edge);
    for (const each of relations) dependences.set(keyOf(each), each);
    for (const each of composed) compositions[each.service] = each.composition;
    const next = [...relations.map((each) => each.dependent), ...composed.map((each) => each.service)];
    edge = next.filter((each) => !met.has(each) && met.add(each));
  }
  const touched = new Set([...dependences.values()].filter((each) => each.kind === 'any_of' || each.kind === 'k_of_n').map((each) => each.dependent));
  for (const each of await related(db, { ids: [...touched], end: 'dependent', when, groups: true })) dependences.set(keyOf(each), each);
  const all = [...dependences.values()];
  return { dependences: all, graph: standing(all, compositions), truncated: edge.length > 0 };
}

/** Everything beneath the roots, at most so many steps down. */
export async function stretchBeneath(
  db: Db,
  roots: readonly string[],
  { when = null, steps = deepest }: { when?: When; steps?: number } = {},
): Promise<Stretch> {
  const past = when ? await compositionsIn(db, when) : null;
  const met = new Set(roots);
  const dependences: Dependence[] = [];
  const compositions: Record<string, Composition> = {};
  let edge = [...met];
  for (let step = 0; edge.length > 0 && step < steps && met.size <= most; step += 1) {
    const relations = await related(db, { ids: edge, end: 'dependent', when });
    const composed = past ? past.of(edge) : await compositionsOf(db, edge);
    dependences.push(...relations);
    for (const each of composed) compositions[each.service] = each.composition;
    const next = [...relations.map((each) => each.supporter), ...composed.flatMap((each) => partsIn(each.composition))];
    edge = next.filter((each) => !met.has(each) && met.add(each));
  }
  return { dependences, graph: standing(dependences, compositions), truncated: edge.length > 0 && met.size > most };
}

type Composed = Row & { readonly service: string; readonly composition: Composition };
type Line = [dependent: string, supporter: string, kind: string, redundancy: string | null, need: number | null];

const keyOf = ({ dependent, kind, supporter }: Dependence): string => `${dependent} ${kind} ${supporter}`;

/**
 * The relations of these with one end of them. As one text: so many short rows cost more to carry than to find. And from a list that
 * the planner cannot see into: weighing each of a thousand numbers costs it more than finding them, and it may read the whole table.
 */
export async function related(db: Db, the: { ids: readonly string[]; end: 'supporter' | 'dependent'; when: When; groups?: boolean }): Promise<Dependence[]> {
  if (the.ids.length === 0) return [];
  const during = the.when ? 'd.since <= $3 and (d.until is null or d.until > $2)' : 'd.until is null';
  const grouped = the.groups ? ` and d.kind in ('any_of', 'k_of_n')` : '';
  const [found] = await db.query<{ lines: string | null }>(
    `select json_agg(json_build_array(d.dependent, d.supporter, d.kind, d.redundancy, d.need))::text as lines
     from item_dependency d where d.${the.end} = any((select $1::text[])::text[]) and ${during}${grouped}`,
    [the.ids, ...(the.when ? [the.when.at, the.when.until] : [])],
  );
  const lines = JSON.parse(found?.lines ?? '[]') as Line[];
  return lines.map(([dependent, supporter, kind, redundancy, need]) => ({ dependent, supporter, kind, redundancy, need }));
}

const servicesIn = (ids: readonly string[]): string[] => ids.filter((each) => each.startsWith('SVC-'));

/** Only services are parts of compositions. The expression is that of the index service_parts. */
export async function composedOf(db: Db, ids: readonly string[]): Promise<Composed[]> {
  const parts = servicesIn(ids);
  if (parts.length === 0) return [];
  return db.query<Composed>(
    `select id as service, composition from service where open and jsonb_path_query_array(composition, '$.**.part') ?| $1::text[] order by id`,
    [parts],
  );
}

export async function compositionsOf(db: Db, ids: readonly string[]): Promise<Composed[]> {
  const own = servicesIn(ids);
  if (own.length === 0) return [];
  return db.query<Composed>('select id as service, composition from service where open and composition is not null and id = any($1::text[]) order by id', [
    own,
  ]);
}

type Past = { usersOf(ids: readonly string[]): readonly Composed[]; of(ids: readonly string[]): readonly Composed[] };

/** What services were composed of, from the journal: the last word before the window and every one within it; of several the last. */
async function compositionsIn(db: Db, { until }: NonNullable<When>): Promise<Past> {
  const rows = await db.query<Composed>(
    `select s.id as service, told.composition from service s
     cross join lateral (
       select j.changes -> 'composition' as composition from journal j where j.record_id = s.id and j.at <= $1 and j.changes ? 'composition'
       order by j.version desc limit 1
     ) told
     where (s.closed_at is null or s.closed_at > $1) and jsonb_typeof(told.composition) = 'object'`,
    [until],
  );
  const byPart = new Map<string, Composed[]>();
  for (const row of rows) for (const part of partsIn(row.composition)) byPart.set(part, [...(byPart.get(part) ?? []), row]);
  const byService = new Map(rows.map((row) => [row.service, row]));
  return {
    usersOf: (ids) => [...new Set(ids.flatMap((each) => byPart.get(each) ?? []))],
    of: (ids) => ids.flatMap((each) => byService.get(each) ?? []),
  };
}

/** To whom outside the house these services are promised, the worst first. */
export async function customersOf(db: Db, services: readonly HitService[], when: When): Promise<HitCustomer[]> {
  if (services.length === 0) return [];
  // In force then: signed, and not over by the days it says.
  const inForce = when
    ? `p.state <> 'draft' and coalesce(p.valid_from, '-infinity'::date) <= $3::timestamptz::date and coalesce(p.valid_to, 'infinity'::date) >= $2::timestamptz::date`
    : `p.state = 'active'`;
  const rows = await db.query<Row & { service: string; customer: string; promises: string[] }>(
    `select p.service, p.customer, array_agg(p.id order by length(p.id), p.id) as promises from promise p
     where p.service = any($1::text[]) and ${inForce} and p.customer is distinct from (select value #>> '{}' from setting where key = 'house')
     group by p.service, p.customer order by length(p.customer), p.customer, length(p.service), p.service`,
    [services.map((each) => each.service), ...(when ? [when.at, when.until] : [])],
  );
  const effects = new Map(services.map((each) => [each.service, each.effect]));
  const hit = rows.map((each) => ({ ...each, effect: effects.get(each.service) ?? 'degraded' }));
  return [...hit.filter((each) => each.effect === 'down'), ...hit.filter((each) => each.effect === 'degraded')];
}
