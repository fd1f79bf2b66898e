// The promises around one service and beneath it, for judging and explaining the chain. Two queries, whatever the size.
import { type Composition, type Graph, plan } from '../../calculus/composition.ts';
import type { Db } from '../../platform/db/types.ts';
import type { ChainData, ChainPromise } from './link.ts';

/** Everything needed to say whether the promises on `service` are carried. `today` is a local date; promises that ended before it do not count. */
export async function chainOf(db: Db, { service, house, today }: { service: string; house: string; today: string }): Promise<ChainData> {
  const rows = await db.query<{ id: string; name: string; provider: string; composition: Composition | null }>(
    'select id, name, provider, composition from service where open order by id',
  );
  const graph: Graph = Object.fromEntries(rows.flatMap((row) => (row.composition ? [[row.id, row.composition] as const] : [])));
  const beneath = plan(service, graph).steps.flatMap((step) => (step.part === null ? [] : [step.part]));
  const promises = await db.query<ChainPromise>(
    `select p.id, p.name, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.availability, p.attainment, p.measured_per,
       p.rolling_days, p.routing, p.fee_minor, p.currency, p.credit_bands, p.pauses, p.valid_from, p.valid_to, h.hours as calendar
     from promise p join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.service = any($1) and coalesce(p.valid_to, 'infinity'::date) >= $2::date
     order by length(p.id), p.id`,
    [[...new Set([service, ...beneath])], today],
  );
  return { house, service, today, graph, services: new Map(rows.map(({ id, name, provider }) => [id, { name, provider }])), promises };
}
