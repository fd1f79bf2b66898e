// The evidence of a problem candidate as it stands now: its incidents, and how many there were each day, before the rise as well.
import type { Db, Row } from '../../platform/db/types.ts';
import type { CandidateRow } from './candidate.rules.ts';

export type EvidenceIncident = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly service: string;
  readonly customer: string;
  readonly started_at: string;
};
/** `day` is a local date; `count` all incidents of what rose, `own` those of the candidate among them. */
export type EvidenceDay = { readonly day: string; readonly count: number; readonly own: number };
type Asked = Pick<CandidateRow, 'kind' | 'service' | 'item' | 'supplier' | 'change' | 'incidents'>;
/** Both days included, in `zone`. */
type Days = { readonly from: string; readonly to: string; readonly zone: string };

/** The incidents of the candidate, the latest first. */
export async function evidenceIncidents(db: Db, ids: readonly string[]): Promise<EvidenceIncident[]> {
  return db.query<Row & EvidenceIncident>(
    'select id, title, state, service, customer, started_at from incident where id = any($1) order by started_at desc, id limit 1000',
    [[...ids]],
  );
}

/** Days on which there was any; of a topic only the candidate's own are known, for who said the same in other words no list tells. */
export async function evidenceDays(db: Db, { kind, service, item, supplier, change, incidents }: Asked, { from, to, zone }: Days): Promise<EvidenceDay[]> {
  const of = <T>(name: string, value: T): T | null => (kind === name ? value : null);
  return db.query<Row & EvidenceDay>(
    `with touched as (select services, items from change where id = $8)
     select to_char(i.started_at at time zone $3, 'YYYY-MM-DD') as day, count(*)::int as count, (count(*) filter (where i.id = any($4)))::int as own
     from incident i
     where i.started_at >= ($1::date)::timestamp at time zone $3 and i.started_at < ($2::date + 1)::timestamp at time zone $3
       and i.state <> 'cancelled' and i.parent is null
       and (i.id = any($4) or i.service = $5 or i.part = $5 or i.item = $6
         or exists (select 1 from work_order w where w.parent = i.id and w.supplier = $7 and w.state not in ('rejected', 'withdrawn'))
         or exists (select 1 from touched t where i.service = any(t.services) or i.part = any(t.services) or i.item = any(t.items)))
     group by 1 order by 1`,
    [from, to, zone, [...incidents], of('service', service), of('item', item), of('supplier', supplier), of('change', change)],
  );
}
