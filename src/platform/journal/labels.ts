// Names for the numbers in rows and facts: one query for a whole page, and never a name the actor may not see.
import { isId } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Value } from '../db/types.ts';
import { type House, settings } from '../house.ts';
import { tsquery } from './list-sql.ts';
import { recordOf } from './refs.ts';

export type Labels = Readonly<Record<string, string>>;

/** Every record number mentioned in values of the given fields, named. */
export async function labelsOf(house: House, { actor, ids }: { actor: Actor; ids: Iterable<string> }): Promise<Labels> {
  const byTable = new Map<string, string[]>();
  for (const id of new Set(ids)) {
    const record = recordOf(house, id);
    if (record) byTable.set(record, [...(byTable.get(record) ?? []), id]);
  }
  if (!byTable.size) return {};
  const integrator = (await settings(house)).house ?? '';
  const params: Value[] = [integrator];
  const selects = [...byTable].map(([record, wanted]) => {
    const { definition } = house.registry.practices.get(record) as { definition: Definition };
    params.push(wanted);
    const list = `$${params.length}::text[]`;
    const scope = toSql(definition.see, actor, params.length + 1);
    params.push(...scope.params);
    // The integrator's own name is no secret to anybody who signs in.
    return `select id, ${definition.title} as label from ${record} where id = any(${list}) and (${scope.sql} or id = $1)`;
  });
  const rows = await house.db.query<{ id: string; label: string }>(selects.join(' union all '), params);
  return Object.fromEntries(rows.map((row) => [row.id, row.label]));
}

/** The numbers that the fields of rows hold: references, and those inside shapes, such as the parts of a composition. */
export function idsIn(definition: Definition, rows: readonly Readonly<Record<string, unknown>>[]): string[] {
  const found: string[] = [];
  for (const [name, { kind }] of Object.entries(definition.fields)) {
    if (kind !== 'ref' && kind !== 'refs' && kind !== 'data') continue;
    for (const row of rows) {
      const value = row[name];
      if (value === null || value === undefined) continue;
      if (kind === 'ref') found.push(value as string);
      else found.push(...(kind === 'refs' ? (value as string[]) : idsDeep(value)));
    }
  }
  return found;
}

/** Every text in a value that looks like a record number. */
export function idsDeep(value: unknown): string[] {
  if (isId(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(idsDeep);
}

export type Found = { readonly id: string; readonly title: string; readonly detail: string | null };

/** Typeahead over the titles of one kind of record: at most 20 by title; of what holds for a period, what is over comes last. */
export async function suggest(house: House, { actor, definition, q }: { actor: Actor; definition: Definition; q: string }): Promise<Found[]> {
  const query = tsquery(q);
  const scope = toSql(definition.see, actor, 1);
  const params: Value[] = [...scope.params];
  const hasSearch = Object.values(definition.fields).some((field) => field.search);
  const words = query && hasSearch ? ` and (search @@ to_tsquery('simple', $${params.push(query)}) or id = $${params.push(q.trim().toUpperCase())})` : '';
  const detail = definition.fields.email ? 'email' : definition.fields.code ? 'code' : 'null::text';
  // A year of months past would fill the twenty before the running one.
  const past =
    definition.fields.ends_on?.kind === 'date' ? `coalesce(ends_on < $${params.push(new Date(house.clock.now()).toISOString())}::date, false), ` : '';
  const sql = `select id, ${definition.title} as title, ${detail} as detail from ${definition.name} where ${scope.sql} and open${words} order by ${past}${definition.title}, id limit 20`;
  return house.db.query<Found>(sql, params);
}
