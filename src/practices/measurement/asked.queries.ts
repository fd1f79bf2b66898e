// The windows that are asked about, as a relation in SQL: the one way in which every formula is told its periods.
import type { Value } from '../../platform/db/types.ts';
import type { Asked } from './counting.queries.ts';

/** Takes the parameters $1 to $9. */
export const askedSql = `(select w.period, w.from_at, w.to_at, w.ends_at, $5::timestamptz as now, $6::text as house, $7::text as customer, $8::text as service, $9::text as zone
  from unnest($1::text[], $2::timestamptz[], $3::timestamptz[], $4::timestamptz[]) as w (period, from_at, to_at, ends_at))`;

export function askedParams({ windows, now, house, customer, service, zone }: Asked): Value[] {
  const column = (name: 'period' | 'from' | 'to' | 'ends'): string[] => windows.map((each) => each[name]);
  return [column('period'), column('from'), column('to'), column('ends'), now, house, customer, service, zone];
}
