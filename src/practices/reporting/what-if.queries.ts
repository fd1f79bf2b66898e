// What a what-if is made of: the promise with its versions and hours, the clocks that were under it in the period, and their journals.
import type { Calendar } from '../../calculus/calendar.ts';
import type { CreditBands } from '../../calculus/credit.ts';
import type { Db, Row } from '../../platform/db/types.ts';

export type PromiseTerms = Row & {
  readonly id: string;
  readonly metric: string;
  readonly provider: string;
  readonly customer: string;
  readonly service: string;
  readonly targets: Readonly<Record<string, number>> | null;
  readonly attainment: number | null;
  readonly measured_per: string;
  readonly pauses: readonly string[];
  readonly fee_minor: number | null;
  readonly currency: string | null;
  readonly credit_bands: CreditBands | null;
  readonly hours: Calendar;
  readonly family: readonly string[];
  readonly state: string;
};

export async function promiseTerms(db: Db, id: string): Promise<PromiseTerms | null> {
  const [found] = await db.query<PromiseTerms>(
    `select p.id, p.state, p.metric, p.provider, p.customer, p.service, p.targets, p.attainment, p.measured_per, p.pauses, p.fee_minor, p.currency, p.credit_bands,
       h.hours, (select array_agg(o.id order by length(o.id), o.id) from promise o where coalesce(o.version_of, o.id) = coalesce(p.version_of, p.id)) as family
     from promise p join promise_hours h on h.promise = p.id where p.id = $1`,
    [id],
  );
  return found ?? null;
}

/** Another calendar with the exclusions of a promise; null when there is none of that number. */
export async function hoursInstead(db: Db, calendar: string, promise: string): Promise<Calendar | null> {
  const [found] = await db.query<{ hours: Calendar }>(
    `select jsonb_build_object('id', c.id, 'zone', c.zone, 'week', c.week, 'holidays', c.holidays)
       || case when p.maintenance is null then '{}'::jsonb else jsonb_build_object('excluded', p.maintenance) end as hours
     from calendar c, promise p where c.id = $1 and p.id = $2`,
    [calendar, promise],
  );
  return found?.hours ?? null;
}

export type ClockKey = { readonly record: string; readonly record_id: string; readonly clock: string; readonly key: string };

/** Clocks that ran under any of the promises at some time in the period, at most `most`. */
export async function clocksUnder(db: Db, promises: readonly string[], period: { from: string; to: string }, most: number): Promise<ClockKey[]> {
  return db.query<Row & ClockKey>(
    `select record, record_id, clock, key from clock
     where promise = any($1) and started_at < $3 and (stopped_at is null or stopped_at >= $2 or breached_at >= $2) order by record_id, clock, key limit ${most}`,
    [[...promises], period.from, period.to],
  );
}

/** Facts as the journal holds them, of many records at once. */
export async function factsOfMany<Fact extends Row>(db: Db, ids: readonly string[]): Promise<readonly Fact[]> {
  return db.query<Fact>('select record_id, version, fact, at, changes, params, terms from journal where record_id = any($1) order by record_id, version', [
    [...ids],
  ]);
}

/** Which of these reasons are no reasons for waiting, and the titles of records. */
export async function wrongReasons(db: Db, reasons: readonly string[]): Promise<readonly string[]> {
  const known = await db.query<{ id: string }>("select id from reason where id = any($1) and kind = 'waiting'", [[...reasons]]);
  return reasons.filter((each) => !known.some(({ id }) => id === each));
}

/** Reasons for waiting that stop only the clocks of the customer who is waited on. */
export async function customerReasons(db: Db): Promise<string[]> {
  return (await db.query<{ id: string }>("select id from reason where waits_on = 'customer'")).map((each) => each.id);
}
