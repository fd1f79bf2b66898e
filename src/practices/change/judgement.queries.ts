// Whom a change hits within which hours, and what similar changes did: what its risk is reckoned from.
import { type Calendar, workingMs } from '../../calculus/calendar.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ChangeRow, History } from './given.ts';
import type { ImpactOf } from './impact.queries.ts';
import type { Hurt } from './shapes.record.ts';

type Hitting = { readonly change: ChangeRow; readonly house: string | null };
type Promised = Row & { readonly id: string; readonly hours: Calendar };

/** Every customer and service that is hit, the house itself left out, with the promises that break, and whether that is within their hours. Two queries and the graph. */
export async function hurtBy(db: Db, impactOf: ImpactOf, the: Hitting): Promise<{ hurt: readonly Hurt[]; truncated: boolean }> {
  const { change, house } = the;
  const down = [...change.items, ...change.services];
  if (!down.length) return { hurt: [], truncated: false };
  const impact = await impactOf(db, { down, at: null });
  const outside = impact.customers.filter((each) => each.customer !== house);
  const ids = [...new Set(outside.flatMap((each) => each.promises))];
  const promised = ids.length
    ? await db.query<Promised>('select p.id, h.hours from promise p join promise_hours h on h.promise = p.id where p.id = any($1)', [ids])
    : [];
  const open = new Set(promised.filter((each) => within(each.hours, change)).map((each) => each.id));
  const hurt = outside.map((each) => ({ ...each, promises: [...each.promises], inside: each.promises.some((id) => open.has(id)) }));
  return { hurt: hurt.slice(0, 1000), truncated: impact.truncated };
}

/** Does the outage fall within these hours? It may come anywhere in the window. Nothing planned yet: not known to. */
function within(hours: Calendar, { planned_start, planned_end, outage_minutes }: ChangeRow): boolean {
  if (!planned_start || !planned_end || outage_minutes === 0) return false;
  return workingMs(hours, Date.parse(planned_start), Date.parse(planned_end)) > 0;
}

/** What similar changes did: of the same model; else on the same items; else on the same services. The nearest likeness that has any. */
export async function historyOf(db: Db, change: Pick<ChangeRow, 'id' | 'model' | 'items' | 'services'>): Promise<History> {
  const [row] = await db.query<Row & { [alike: string]: number }>(
    `select count(*) filter (where model = $2)::int as model_done, count(*) filter (where model = $2 and bad)::int as model_failed,
       count(*) filter (where items && $3)::int as items_done, count(*) filter (where items && $3 and bad)::int as items_failed,
       count(*) filter (where services && $4)::int as services_done, count(*) filter (where services && $4 and bad)::int as services_failed
     from (select model, items, services, outcome <> 'success' as bad from change
           where id <> $1 and outcome is not null and (model = $2 or items && $3 or services && $4)) c`,
    [change.id, change.model, [...change.items], [...change.services]],
  );
  for (const alike of ['model', 'items', 'services'] as const) {
    const [done, failed] = [row?.[`${alike}_done`] ?? 0, row?.[`${alike}_failed`] ?? 0];
    if (done > 0) return { done, failed, alike };
  }
  return { done: 0, failed: 0, alike: 'none' };
}
