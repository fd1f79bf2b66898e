// What the rules of configuration must know first: types and owners, both ends of a relation, and what lies beneath them.
import type { Case } from '../../kernel/decide.ts';
import type { Db } from '../../platform/db/types.ts';
import { type BaselineGiven, mostItems } from './baseline.rules.ts';
import type { ItemRelationGiven } from './item-relation.rules.ts';
import type { ItemTypeGiven } from './item-type.rules.ts';
import { countInScope, pictureNow, scopeOf } from './queries.ts';
import type { ItemGiven } from './rules.ts';

type The = Omit<Case, 'given'>;

export async function gatherItemType(db: Db, the: The): Promise<ItemTypeGiven> {
  if (the.command !== 'retire') return { first: null, count: 0 };
  const [found] = await db.query<{ first: string | null; count: number }>(
    'select min(id) as first, count(*)::int as count from configuration_item where type = $1 and open',
    [the.id],
  );
  return found ?? { first: null, count: 0 };
}

const writing = new Set(['open', 'edit', 'sync']);

export async function gatherItem(db: Db, { command, id, row, input }: The): Promise<ItemGiven> {
  const none = { house: null, type: null, owner: null, dependents: [] };
  if (command === 'retire') return { ...none, dependents: await dependentsOf(db, id) };
  if (!writing.has(command)) return none;
  const type = input.type ?? (Object.hasOwn(input, 'attributes') ? row?.type : undefined);
  const [found] = await db.query<Omit<ItemGiven, 'dependents'>>(
    `select (select value #>> '{}' from setting where key = 'house') as house,
       (select jsonb_build_object('id', id, 'name', name, 'open', open, 'attributes', attributes) from item_type where id = $1) as type,
       (select jsonb_build_object('name', name, 'open', open) from organisation where id = $2) as owner`,
    [(type as string | undefined) ?? null, (input.owner as string | null | undefined) ?? null],
  );
  return { ...none, ...found };
}

async function dependentsOf(db: Db, id: string): Promise<ItemGiven['dependents']> {
  return db.query(
    `select coalesce(i.name, s.name) as name from item_dependency d
     left join configuration_item i on i.id = d.dependent and i.open left join service s on s.id = d.dependent and s.open
     where d.supporter = $1 and d.until is null and coalesce(i.id, s.id) is not null order by name limit 1`,
    [id],
  );
}

export async function gatherItemRelation(db: Db, { command, input }: The): Promise<ItemRelationGiven> {
  const nothing: ItemRelationGiven = { ends: new Map(), same: null, group: null, beneath: [], names: new Map() };
  if (command !== 'open') return nothing;
  // One at a time, or two people could each close half of a circle.
  await db.query("select pg_advisory_xact_lock(hashtextextended('item_relation', 0))");
  const { subject, kind, object } = input as { subject: string; kind: string; object: string };
  const ends = await endsOf(db, [subject, object]);
  const group = typeof input.redundancy === 'string' ? input.redundancy : 'default';
  const [found] = await db.query<Pick<ItemRelationGiven, 'same' | 'group'>>(
    `select (select id from item_relation where open and kind = $2 and (subject, object) in (($1, $3), (case when kind = 'connects' then $3 end, $1)) limit 1) as same,
       (select jsonb_build_object('kind', kind, 'need', need) from item_relation where open and subject = $1 and redundancy = $4 limit 1) as group`,
    [subject, kind, object, group],
  );
  if (kind === 'connects') return { ...nothing, ends, same: found?.same ?? null, group: null };
  const beneath = await edgesBeneath(db, kind === 'contains' ? subject : object);
  const names = new Map(
    [
      ...(await endsOf(
        db,
        beneath.flatMap((each) => [each.dependent, each.supporter]),
      )),
    ].map(([id, end]) => [id, end.name]),
  );
  return { ends, same: found?.same ?? null, group: found?.group ?? null, beneath, names };
}

async function endsOf(db: Db, ids: readonly string[]): Promise<ItemRelationGiven['ends']> {
  if (!ids.length) return new Map();
  const rows = await db.query<{ id: string; name: string; open: boolean }>(
    `select id, name, open from configuration_item where id = any($1) union all select id, name, open from service where id = any($1)`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map(({ id, ...end }) => [id, end]));
}

/** Every step of what something stands on, however far down; each step once, so that it ends whatever is in the data. */
async function edgesBeneath(db: Db, id: string): Promise<ItemRelationGiven['beneath']> {
  const step = (of: string): string => `
    select d.dependent, d.supporter from item_dependency d where d.dependent = ${of} and d.until is null
    union all select p.service, p.part from service_part p where p.service = ${of}`;
  return db.query(
    `with recursive below (dependent, supporter) as (
       select * from (${step('$1::text')}) first
       union
       select s.dependent, s.supporter from below b join lateral (${step('b.supporter')}) s on true
     ) select dependent, supporter from below`,
    [id],
  );
}

export async function gatherBaseline(db: Db, { command, input }: The): Promise<BaselineGiven> {
  if (command !== 'open') return { count: 0, picture: null };
  const scope = scopeOf(input);
  const count = await countInScope(db, scope);
  return { count, picture: count > 0 && count <= mostItems ? await pictureNow(db, scope) : null };
}
