// Items and relations read whole: what a scope holds now, and a picture of it as baselines freeze it.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Picture, PicturedItem, PicturedRelation } from './picture.record.ts';

/** Which items: chosen ones, or those of every given kind; all empty: every item that is not retired. */
export type ItemScope = {
  readonly types: readonly string[];
  readonly owners: readonly string[];
  readonly services: readonly string[];
  readonly items: readonly string[];
};

/** The scope that a baseline, a verification or a request for one says. */
export function scopeOf(said: Readonly<Record<string, unknown>>): ItemScope {
  const list = (name: string) => (said[name] ?? []) as readonly string[];
  return { types: list('types'), owners: list('owners'), services: list('services'), items: list('items') };
}

/** Everything the given services or items stand on, themselves included, however far down. A text of SQL with one parameter of numbers. */
const beneath = (parameter: string): string => `
  with recursive below (id) as (
    select unnest(${parameter}::text[])
    union
    select step.id from below join lateral (
      select d.supporter as id from item_dependency d where d.dependent = below.id and d.until is null
      union all select p.part from service_part p where p.service = below.id
    ) step on true
  ) select id from below`;

const pictured = 'i.id, i.name, i.type, i.state, i.owner, i.team, i.attributes';
const inScope = `case when cardinality($4::text[]) > 0 then i.id = any($4) else
    (cardinality($1::text[]) = 0 or i.type = any($1)) and (cardinality($2::text[]) = 0 or i.owner = any($2))
    and (cardinality($3::text[]) = 0 or i.id in (${beneath('$3')})) end`;
const params = ({ types, owners, services, items }: ItemScope): (readonly string[])[] => [types, owners, services, items];

/** How many items a scope holds, not counting retired ones. */
export async function countInScope(db: Db, scope: ItemScope): Promise<number> {
  const [found] = await db.query<{ n: number }>(`select count(*)::int as n from configuration_item i where i.open and ${inScope}`, params(scope));
  return found?.n ?? 0;
}

/** The items of a scope and the relations that have both ends in it, or a service as the other end. Two statements. */
export async function pictureNow(db: Db, scope: ItemScope): Promise<Picture> {
  const items = await db.query<Row & PicturedItem>(
    `select ${pictured} from configuration_item i where i.open and ${inScope} order by length(i.id), i.id`,
    params(scope),
  );
  const relations = await db.query<Row & PicturedRelation>(
    `select r.id, r.subject, r.kind, r.object, r.redundancy, r.need from item_relation r
     where r.open and (r.subject = any($1) or r.subject like 'SVC-%') and (r.object = any($1) or r.object like 'SVC-%')
     order by length(r.id), r.id`,
    [items.map((each) => each.id)],
  );
  return { items, relations };
}

/** The items of a scope with what they may be recognised by. `T` is the shape the caller reads them in. */
export async function recordedInScope<T extends Row>(db: Db, scope: ItemScope): Promise<T[]> {
  return db.query<T>(
    `select i.id, i.name, i.source_key, i.aliases, t.code as type_code, i.attributes
     from configuration_item i join item_type t on t.id = i.type where i.open and ${inScope} order by length(i.id), i.id`,
    params(scope),
  );
}

/** The relations that a service or item had at an instant (ISO), in whatever direction. */
export async function relationsAt(
  db: Db,
  { id, at }: { readonly id: string; readonly at: string },
): Promise<(PicturedRelation & { readonly since: string })[]> {
  return db.query<Row & PicturedRelation & { since: string }>(
    `select id, subject, kind, object, redundancy, need, opened_at as since from item_relation
     where (subject = $1 or object = $1) and opened_at <= $2 and (closed_at is null or closed_at > $2) order by kind, length(id), id`,
    [id, at],
  );
}

/** What a baseline froze; the caller has checked that it is the reader's to see. */
export async function pictureOf(db: Db, id: string): Promise<Picture | null> {
  const [found] = await db.query<{ picture: Picture }>('select picture from baseline where id = $1', [id]);
  return found?.picture ?? null;
}
