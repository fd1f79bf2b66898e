// Reads a map ring by ring: what stands on what, to whom services are promised and whose things they are. Five statements a ring, whatever its size.
import { type Composition, partsIn } from '../../calculus/composition.ts';
import type { Dependence } from '../../calculus/impact.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { composedOf, compositionsOf, related } from './impact.queries.ts';
import type { Layer, MapEdge } from './map.record.ts';

export type Drawn = Row & {
  readonly id: string;
  readonly name: string;
  readonly layer: Layer;
  readonly type: string | null;
  readonly owner: string | null;
  readonly lifecycle: string | null;
  readonly customers: readonly string[];
};

/** Services, items and organisations by number; an organisation is a customer, or a supplier when it is not the customer of anything here. */
export async function drawnOf(db: Db, ids: readonly string[]): Promise<Drawn[]> {
  if (ids.length === 0) return [];
  return db.query<Drawn>(
    `with house as (select value #>> '{}' as id from setting where key = 'house')
     select s.id, s.name, case when s.customers <@ array[h.id] then 'part' else 'service' end as layer, null as type, s.provider as owner,
       s.state as lifecycle, array_remove(s.customers, h.id) as customers
     from service s cross join house h where s.id = any($1::text[])
     union all
     select i.id, i.name, 'item', t.name, i.owner, i.state, '{}' from configuration_item i join item_type t on t.id = i.type where i.id = any($1::text[])
     union all
     select o.id, o.name, case when exists (select 1 from service s where s.open and s.customers @> array[o.id]) then 'customer' else 'supplier' end,
       null, null, null, '{}' from organisation o where o.id = any($1::text[])`,
    [ids],
  );
}

/** Every edge that has one of these services, items or organisations as an end. The house is nobody's customer and nobody's supplier here. */
export async function edgesAround(db: Db, nodes: readonly Drawn[]): Promise<MapEdge[]> {
  const things = nodes.filter((each) => each.layer !== 'customer' && each.layer !== 'supplier').map((each) => each.id);
  const parties = nodes.filter((each) => each.layer === 'customer' || each.layer === 'supplier').map((each) => each.id);
  const [up, down] = [await related(db, { ids: things, end: 'supporter', when: null }), await related(db, { ids: things, end: 'dependent', when: null })];
  const [users, own] = [await composedOf(db, things), await compositionsOf(db, things)];
  const [settled] = await db.query<{ house: string | null }>(`select (select value #>> '{}' from setting where key = 'house') as house`);
  const edges = [
    ...[...up, ...down].map((each) => ({ from: each.dependent, to: each.supporter, gate: gateOf(each) })),
    ...[...users, ...own].flatMap(({ service, composition }) => gates(composition).map(({ part, gate }) => ({ from: service, to: part, gate }))),
    ...nodes.flatMap((each) => each.customers.map((customer) => ({ from: customer, to: each.id, gate: 'promised' }))),
    ...nodes.flatMap((each) => (each.owner === null || each.owner === settled?.house ? [] : [{ from: each.id, to: each.owner, gate: 'provides' }])),
    ...(await ofParties(db, parties)),
  ];
  const found = new Set(nodes.map((each) => each.id));
  const near = edges.filter((each) => found.has(each.from) || found.has(each.to));
  return [...new Map(near.map((each) => [`${each.from} ${each.to}`, each])).values()];
}

/** What a customer is promised, and what a supplier provides: at most a thousand of each, the lowest numbers first. */
async function ofParties(db: Db, ids: readonly string[]): Promise<MapEdge[]> {
  if (ids.length === 0) return [];
  return db.query<Row & MapEdge>(
    `(select c.id as from, s.id as to, 'promised' as gate from service s cross join lateral unnest(s.customers) c (id)
      where s.open and s.customers && $1::text[] and c.id = any($1::text[]) order by length(s.id), s.id limit 1000)
     union all (select id, provider, 'provides' from service where open and provider = any($1::text[]) order by length(id), id limit 1000)
     union all (select id, owner, 'provides' from configuration_item where open and owner = any($1::text[]) order by length(id), id limit 1000)`,
    [ids],
  );
}

function gateOf({ kind, need }: Dependence): string {
  if (kind === 'any_of') return 'any';
  return kind === 'k_of_n' ? `k ${need ?? 1}` : 'all';
}

/** The parts of a composition, each with the gate it hangs on. */
function gates(composition: Composition, gate = 'all'): { part: string; gate: string }[] {
  if ('part' in composition) return [{ part: composition.part, gate }];
  if ('all' in composition) return composition.all.flatMap((each) => gates(each, 'part' in each ? gate : 'all'));
  if ('any' in composition) return composition.any.flatMap((each) => gates(each, partsIn(composition).length > 1 ? 'any' : gate));
  return composition.of.flatMap((each) => gates(each, `k ${composition.k}`));
}
