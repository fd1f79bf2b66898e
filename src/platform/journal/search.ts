// Search over every kind of record at once, with the same predicate as each list.
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Value } from '../db/types.ts';
import type { House } from '../house.ts';
import { searchable, tsquery } from './list-sql.ts';

export type Hit = {
  readonly record: string;
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly open: boolean;
  readonly score: number;
};
const perKind = 20;
// Ranking reads every matching row: a word that half the table holds would cost seconds. The newest matches are ranked.
const candidates = 400;

export async function searchAll(house: House, { actor, q, records }: { actor: Actor; q: string; records?: readonly string[] }): Promise<Hit[]> {
  const query = tsquery(q);
  if (!query) return [];
  const id = q.trim().toUpperCase();
  const number = /^\d{1,12}$/.test(id) ? id : null;
  const params: Value[] = [query, id, number];
  const selects = [...house.registry.practices.values()]
    .filter(({ definition }) => searchable(definition) && (!records || records.includes(definition.name)))
    .map(({ definition }) => {
      const scope = toSql(definition.see, actor, params.length + 1);
      params.push(...scope.params);
      const { name, title, prefix, custody } = definition;
      // A bare number names one record of every kind: work that somebody has in hand is what is meant most often.
      const named = custody ? 11 : 10;
      return `(select '${name}' as record, id, ${title} as title, state, open,
        (ts_rank(search, to_tsquery('simple', $1)) + case when id = $2 or id = '${prefix}-' || $3 then ${named} else 0 end + case when open then 0.1 else 0 end)::float8 as score
        from (select id, ${title}, state, open, search from ${name} where ${scope.sql} and (search @@ to_tsquery('simple', $1) or id = $2 or id = '${prefix}-' || $3) limit ${candidates}) few
        order by score desc, id desc limit ${perKind})`;
    });
  if (!selects.length) return [];
  return house.db.query<Hit>(`select * from (${selects.join(' union all ')}) every order by score desc, id limit 50`, params);
}
