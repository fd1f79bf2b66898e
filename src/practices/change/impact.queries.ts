// Whom a failure of services hits, by the composition of services alone: used until something knows what items carry as well.
import type { Db, Row } from '../../platform/db/types.ts';

export type Impact = {
  readonly customers: readonly {
    readonly customer: string;
    readonly service: string;
    readonly effect: 'down' | 'degraded';
    readonly promises: readonly string[];
  }[];
  readonly truncated: boolean;
};
/** Whom it hits when these services and items fail. */
export type ImpactOf = (db: Db, the: { readonly down: readonly string[]; readonly at?: string | null }) => Promise<Impact>;

/** Everything above a failing service counts as down: alternatives beneath are not looked at. */
export const impactOfServices: ImpactOf = async (db, { down }) => {
  const customers = await db.query<Row & Impact['customers'][number]>(
    `with recursive above (id) as (
       select unnest($1::text[]) union select p.service from above a join service_part p on p.part = a.id
     )
     select c.id as customer, s.id as service, 'down' as effect,
       coalesce((select array_agg(p.id order by p.id) from promise p where p.state = 'active' and p.service = s.id and p.customer = c.id), '{}') as promises
     from above a join service s on s.id = a.id and s.open cross join lateral unnest(s.customers) as c (id)
     order by length(c.id), c.id, length(s.id), s.id limit 1001`,
    [[...down]],
  );
  return { customers: customers.slice(0, 1000), truncated: customers.length > 1000 };
};
