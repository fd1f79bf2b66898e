// What hangs on a record: the records of every kind that refer to it, as far as the reader may see them. One query.
import { type Definition, shown } from '../../kernel/record.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Value } from '../db/types.ts';
import type { House } from '../house.ts';

export type Link = {
  readonly record: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  /** The field that refers to the record. */
  readonly relation: string;
};
const perRelation = 20;
// An organisation may have a million incidents: a few hundred are looked at, not sorted all.
const candidates = 300;

export async function linksOf(house: House, { actor, record, id }: { actor: Actor; record: string; id: string }): Promise<Link[]> {
  const params: Value[] = [id];
  const selects = [...house.registry.practices.values()].flatMap(({ definition }) =>
    relations(definition, record, actor).map(([field, many]) => {
      const scope = toSql(definition.see, actor, params.length + 1);
      params.push(...scope.params);
      const { name, title } = definition;
      const refers = many ? `${field} @> array[$1]::text[]` : `${field} = $1`;
      return `(select '${name}' as record, id, title::text as title, state, open, '${field}' as relation, updated_at
        from (select id, ${title} as title, state, open, updated_at from ${name} where ${refers} and ${scope.sql} limit ${candidates}) few
        order by open desc, updated_at desc, id limit ${perRelation})`;
    }),
  );
  if (!selects.length) return [];
  return house.db.query<Link>(
    `select record, id, title, state, open, relation from (${selects.join(' union all ')}) every order by open desc, updated_at desc, id limit 200`,
    params,
  );
}

/** Fields that may refer to the kind of record, and whether they hold many. A field the reader is not shown links nothing. */
function relations(definition: Definition, record: string, actor: Actor): [string, boolean][] {
  return Object.entries(definition.fields).flatMap(([name, field]) =>
    (field.kind === 'ref' || field.kind === 'refs') && (field.to === record || field.to === '*') && shown(field, actor.side)
      ? [[name, field.kind === 'refs'] as [string, boolean]]
      : [],
  );
}
