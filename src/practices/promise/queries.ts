// The promises around one service and beneath it, or all of them, for judging and explaining chains. Three queries, whatever the size.
import type { Calendar, Exclusion } from '../../calculus/calendar.ts';
import { type Composition, type Graph, plan } from '../../calculus/composition.ts';
import type { RowOf } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ChainData, ChainPromise } from './link.record.ts';
import type { promise } from './record.ts';

type Around = { readonly house: string; readonly today: string };
type StoredPromise = Omit<ChainPromise, 'calendar'> & { readonly calendar: string; readonly maintenance: readonly Exclusion[] | null };

/** The calendar is told by its number: thousands of promises share a few, and comparing them is what costs. */
const columns = `p.id, p.name, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.availability, p.throughput, p.satisfied, p.attainment,
  p.measured_per, p.rolling_days, p.routing, p.fee_minor, p.currency, p.credit_bands, p.pauses, p.valid_from, p.valid_to, p.maintenance,
  case when p.metric = 'availability' then p.calendar else coalesce(p.support_calendar, p.calendar) end as calendar`;

/** Everything needed to say whether the promises on `service` are carried. `today` is a local date; promises that ended before it do not count. */
export async function chainOf(db: Db, { service, house, today }: Around & { service: string }): Promise<ChainData> {
  const { graph, services } = await servicesOf(db);
  const beneath = plan(service, graph).steps.flatMap((step) => (step.part === null ? [] : [step.part]));
  // What a part can handle is shared by all services that need it, also by those that are not beneath this one.
  const sql = `select ${columns} from promise p where p.state = 'active' and (p.service = any($1) or p.metric = 'throughput')
     and coalesce(p.valid_to, 'infinity'::date) >= $2::date order by length(p.id), p.id`;
  const promises = await withHours(db, await db.query<Row & StoredPromise>(sql, [[...new Set([service, ...beneath])], today]));
  return { house, service, today, graph, services, promises };
}

/** All promises in force now or later. */
export async function chainOfAll(db: Db, { house, today }: Around): Promise<ChainData> {
  const { graph, services } = await servicesOf(db);
  const sql = `select ${columns} from promise p where p.state = 'active' and coalesce(p.valid_to, 'infinity'::date) >= $1::date order by length(p.id), p.id`;
  return { house, service: '', today, graph, services, promises: await withHours(db, await db.query<Row & StoredPromise>(sql, [today])) };
}

/** A promise in whatever state, a draft too, as the chain sees it. */
export async function promiseOf(db: Db, row: RowOf<typeof promise>): Promise<ChainPromise> {
  const calendar = row.metric === 'availability' ? row.calendar : (row.support_calendar ?? row.calendar);
  const [made] = await withHours(db, [{ ...row, calendar }]);
  if (!made) throw new Error('as many come out as went in');
  return made;
}

async function servicesOf(db: Db): Promise<Pick<ChainData, 'graph' | 'services'>> {
  const rows = await db.query<{ id: string; name: string; provider: string; composition: Composition | null }>(
    'select id, name, provider, composition from service where open order by id',
  );
  const graph: Graph = Object.fromEntries(rows.flatMap((row) => (row.composition ? [[row.id, row.composition] as const] : [])));
  return { graph, services: new Map(rows.map(({ id, name, provider }) => [id, { name, provider }])) };
}

/** Each promise with the hours it counts in; the same object for the same hours. */
async function withHours(db: Db, rows: readonly StoredPromise[]): Promise<ChainPromise[]> {
  const ids = [...new Set(rows.map((row) => row.calendar))];
  const calendars = await db.query<Row & Calendar>('select id, zone, week, holidays from calendar where id = any($1)', [ids]);
  const known = new Map(calendars.map((each) => [each.id, each]));
  const made = new Map<string, Calendar>();
  return rows.map(({ calendar, maintenance, ...rest }) => {
    const key = maintenance ? `${calendar} ${JSON.stringify(maintenance)}` : calendar;
    const base = known.get(calendar) ?? { id: calendar, zone: 'UTC', week: [], holidays: [] };
    const hours = made.get(key) ?? (maintenance ? { ...base, excluded: maintenance } : base);
    made.set(key, hours);
    return { ...rest, calendar: hours };
  });
}

type Risk = { readonly id: string; readonly accepted_risk: string | null; readonly risk_owner: string | null; readonly risk_until: string | null };

/** Promises in force of which the house accepted that they are not carried. */
export async function acceptedRisks(db: Db): Promise<Risk[]> {
  return db.query<Risk>("select id, accepted_risk, risk_owner, risk_until from promise where state = 'active' and accepted_risk is not null");
}
