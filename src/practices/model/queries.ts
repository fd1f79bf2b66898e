// What the model in effect stops, what it says, and where one person did two things that are kept apart.
import type { Request } from '../../kernel/command.ts';
import type { RowOf } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Db, Row, Statement, Value } from '../../platform/db/types.ts';
import type { Conflict, Separated } from './figures.record.ts';
import type { operatingModel } from './operating-model.record.ts';

/** The published model with the highest number; of two it is the later one that counts until the other is superseded. */
const current = "select id, name, number, published_at, content, records_off from operating_model where state = 'published' order by number desc limit 1";

export type Current = Pick<RowOf<typeof operatingModel>, 'id' | 'name' | 'number' | 'published_at' | 'content' | 'records_off'>;

export async function currentModel(db: Db): Promise<Current | null> {
  const [found] = await db.query<Row & Current>(current);
  return found ?? null;
}

type Asked = Pick<Request, 'record' | 'command' | 'target' | 'actor'>;

/**
 * The statement that finds what stops a command: a published model without this kind of record, or a separation that is
 * enforced and whose other half the same person gave. The product itself is not stopped: what arrives or follows is kept.
 */
function stopping({ record, command, target, actor }: Asked): Statement | null {
  if (actor.system) return null;
  if (target === null)
    return { sql: `select m.name as model, null as separation, null as other from (${current}) m where $1 = any(m.records_off)`, params: [record] };
  if (actor.person === null) return null;
  return {
    sql: `select null as model, s.name as separation, case when s.second = $2 then s.first else s.second end as other
      from separation s where s.open and s.enforced and s.record = $1 and $2 in (s.first, s.second) and exists (
        select 1 from journal j where j.record_id = $3 and j.actor = $4 and j.fact = case when s.second = $2 then s.first_fact else s.second_fact end)
      order by s.id limit 1`,
    params: [record, command, target, actor.person],
  };
}

function stopped({ record, command, target }: Asked, [found]: readonly Row[]): Refusal | null {
  if (!found) return null;
  if (typeof found.model === 'string') return refuse('operating_model.off', undefined, { model: found.model, record });
  return refuse('separation.enforced', undefined, { separation: String(found.separation), other: String(found.other), record: target, command });
}

/** What the house asks before it performs a command. */
export const modelGuard = { statement: stopping, judge: stopped };

/** Separations in use, oldest first. */
export async function separationsInUse(db: Db): Promise<readonly Separated[]> {
  return db.query<Row & Separated>(
    'select id, name, record, first, second, first_fact, second_fact, enforced, why from separation where open order by length(id), id',
  );
}

const both = `from journal a join journal b on b.record_id = a.record_id and b.actor = a.actor`;

/** Records on which one person gave both commands, latest first: the page after `after`, a number of a fact. One query. */
export async function conflictsOf(
  db: Db,
  { first_fact, second_fact }: Pick<Separated, 'first_fact' | 'second_fact'>,
  page: { readonly after: number | null; readonly limit: number },
): Promise<readonly Conflict[]> {
  return db.query<Row & Conflict>(
    `select max(greatest(a.id, b.id)) as at_id, a.record_id, a.actor, max(a.at) as first_at, max(b.at) as second_at ${both}
     where a.fact = $1 and b.fact = $2 and a.actor is not null and b.actor is not null
     group by a.record_id, a.actor having $3::bigint is null or max(greatest(a.id, b.id)) < $3::bigint
     order by at_id desc limit $4`,
    [first_fact, second_fact, page.after, page.limit],
  );
}

export const mostCounted = 1_000;

/** How many records have a conflict, per separation, counted to a thousand. One query for all of them. */
export async function conflictCounts(db: Db, separations: readonly Separated[]): Promise<ReadonlyMap<string, number>> {
  if (!separations.length) return new Map();
  const params: Value[] = [];
  const bind = (value: Value): string => `$${params.push(value)}::text`;
  const parts = separations.map(
    ({ id, first_fact, second_fact }) =>
      `select ${bind(id)} as id, (select count(*) from (select distinct a.record_id ${both} where a.fact = ${bind(first_fact)} and b.fact = ${bind(second_fact)}
        and a.actor is not null and b.actor is not null limit ${mostCounted + 1}) x) as n`,
  );
  const rows = await db.query<Row & { id: string; n: number }>(parts.join(' union all '), params);
  return new Map(rows.map(({ id, n }) => [id, Number(n)]));
}
