// What the rules of a work order must know first, and the promises that apply to it: two queries, whatever the order.
import { type Promised, selectTerms, type Terms } from '../../calculus/terms.ts';
import type { Case } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { workOrder } from './record.ts';
import { priorityOf, serviceOf, teamOf, type WorkOrderGiven } from './rules.ts';

type The = Omit<Case, 'given'>;
/** Commands after which other promises may apply. */
const agreeing: ReadonlySet<string> = new Set(['offer', 'accept', 'send_back', 'reterm']);

export async function gatherWorkOrder(db: Db, the: The): Promise<WorkOrderGiven & { readonly terms?: readonly Terms[] }> {
  const given = await worldOf(db, the);
  const order = the.row as RowOf<typeof workOrder> | null;
  const priority = order?.priority ?? priorityOf(the, given);
  const service = order?.service ?? serviceOf(the, given);
  if (!agreeing.has(the.command) || !given.house || priority === null || !service) return given;
  return { ...given, terms: await termsFor(db, { the, given, house: given.house, service, priority }) };
}

async function worldOf(db: Db, { row, input }: The): Promise<WorkOrderGiven> {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const either = (name: string): string | null => text(input[name]) ?? text(row?.[name]);
  const [found] = await db.query<Row & { given: WorkOrderGiven }>(
    `with h as (select (select value #>> '{}' from setting where key = 'house') as house),
     i as (select i.id, i.open, i.priority, i.part, s.provider as part_provider, s.id as part_id from incident i left join service s on s.id = i.part where i.id = $4)
     select jsonb_build_object(
       'house', h.house,
       'supplies', $1 = h.house or exists (select 1 from service where open and provider = $1) or exists (select 1 from promise where open and provider = $1),
       'team', (select jsonb_build_object('id', id, 'organisation', organisation) from team where id = $2 and open),
       'service', (select jsonb_build_object('id', id, 'name', name, 'provider', provider, 'team', team) from service
          where id = coalesce($3, (select part_id from i where part_provider = $1))),
       'incident', (select jsonb_build_object('id', id, 'open', open, 'priority', priority, 'part', part, 'part_provider', part_provider) from i),
       'reason', (select jsonb_build_object('id', id, 'kind', kind, 'waits_on', waits_on, 'open', open) from reason where id = $5)
     ) as given from h`,
    [either('supplier'), either('team'), either('service'), either('parent'), either(input.reject_reason ? 'reject_reason' : 'waiting_reason')],
  );
  if (!found) throw new Error('a select of settings answers one row');
  return found.given;
}

type Looking = { readonly the: The; readonly given: WorkOrderGiven; readonly house: string; readonly service: string; readonly priority: number };

/** What the receiver promised the house about the service, else about the nearest one that it is part of. */
async function termsFor(db: Db, { the, given, house, service, priority }: Looking): Promise<readonly Terms[]> {
  const order = the.row as RowOf<typeof workOrder> | null;
  const supplier = order?.supplier ?? (the.input.supplier as string);
  const rows = await db.query<Row & Promised & { distance: number }>(
    `with recursive above (id, distance) as (
       select $1::text, 0
       union select p.service, a.distance + 1 from above a join service_part p on p.part = a.id where a.distance < 12
     )
     select p.id, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.pauses, p.valid_from, p.valid_to, p.escalation, n.distance, h.hours as calendar
     from (select id, min(distance) as distance from above group by id) n
     join promise p on p.service = n.id join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.provider = $2 and p.customer = $3 and p.metric = any($4)`,
    [service, supplier, house, Object.values(workOrder.clocks).map((each) => each.metric)],
  );
  const services = new Map(rows.map((each) => [each.service, each.distance]));
  const asked = {
    clocks: workOrder.clocks,
    promises: rows,
    services,
    customers: [],
    providers: [supplier],
    team: order ? ((the.input.team as string | null | undefined) ?? order.team) : teamOf(the, given),
    priority,
    house,
    at: the.at,
  };
  return selectTerms(asked).terms;
}
