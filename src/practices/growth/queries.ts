// Reads what the ladder is judged by: who has to do with what, and one query per gate for all of them. Nothing grows with their number.
import type { Db, Row } from '../../platform/db/types.ts';
import { type GateName, isGate } from './gates.record.ts';
import { gateSql, prelude } from './gates.sql.ts';
import { type Finding, type Ladder, type Pair, pairKey } from './growth.record.ts';

/** Customers and the services that they are promised, use, or reported about in the year before `at`; of these customers alone when said. */
export async function pairsOf(db: Db, { house, at, customers }: { house: string; at: string; customers: readonly string[] | null }): Promise<Pair[]> {
  return db.query<Pair & Row>(
    `select distinct x.customer, x.service from (
       select customer, service from promise where provider = $1 and customer <> $1 and state <> 'draft'
       union select c, id from service cross join lateral unnest(customers) as c where open
       union select customer, service from incident where opened_at > $2::timestamptz - interval '366 days' and opened_at <= $2::timestamptz
     ) x join service s on s.id = x.service and s.open join organisation o on o.id = x.customer and o.open
     where x.customer <> $1 and ($3::text[] is null or x.customer = any($3)) order by 1, 2`,
    [house, at, customers === null ? null : [...customers]],
  );
}

/** `broken`: promises whose chain does not carry them and for which nobody answers, as it was judged today. */
export type Asked = { readonly ladder: Ladder; readonly pairs: readonly Pair[]; readonly house: string; readonly broken: readonly string[] };
type Told = Row & { readonly customer: string; readonly service: string; readonly found: number; readonly ids: string[]; readonly lacks: string[] };

/**
 * For each of the moments `at` (ISO instants) what every gate found, by pair and gate; the latest five records that prove it. One batch.
 * Composition and the criticality of services are as they are today: their history is in the journal, not in columns.
 */
export async function findingsOf(db: Db, { ladder, pairs, house, broken }: Asked, at: readonly string[]): Promise<ReadonlyMap<string, Map<string, Finding>>[]> {
  const asked = ladder.stages.flatMap((stage) => stage.gates).filter((each): each is typeof each & { gate: GateName } => isGate(each.gate));
  const [customers, services] = [pairs.map((each) => each.customer), pairs.map((each) => each.service)];
  const told = await db.batch(
    at.flatMap((moment) =>
      asked.map(({ gate, within_days }) => ({
        sql: `${prelude}, x (customer, service, id, lacks) as (${gateSql[gate]})
          select customer, service, count(distinct id) filter (where not lacks)::int as found,
            coalesce((array_agg(id order by length(id) desc, id desc) filter (where not lacks))[1:5], '{}') as ids,
            coalesce(array_agg(distinct id) filter (where lacks), '{}') as lacks
          from x group by customer, service`,
        params: [customers, services, house, moment, new Date(Date.parse(moment) - within_days * 86_400_000).toISOString(), broken],
      })),
    ),
  );
  return at.map((_, moment) => {
    const byPair = new Map<string, Map<string, Finding>>(pairs.map((each) => [pairKey(each), new Map()]));
    for (const [i, { gate }] of asked.entries())
      for (const row of (told[moment * asked.length + i] ?? []) as Told[])
        byPair.get(pairKey(row))?.set(gate, { found: row.found, ids: [...new Set(row.ids)], lacks: row.lacks });
    return byPair;
  });
}
