// What a month's report is made of, read in a fixed number of queries.
import type { Actor } from '../../kernel/scope.ts';
import { toSql } from '../../kernel/scope.ts';
import type { Db } from '../../platform/db/types.ts';
import { promise } from '../promise/record.ts';
import type { CalendarRow, ClockRow, IncidentRow, PromiseRow, ServiceRow } from './month.ts';

export type Window = { readonly from: string; readonly to: string };
export type Asking = {
  readonly actor: Actor;
  readonly window: Window;
  readonly customer: string | null;
  readonly service: string | null;
  readonly house: string;
};

/** The promises the house made to customers and that were in force at some time in the window, as far as the actor may see them. */
export async function promisesIn(db: Db, { actor, window, customer, service, house }: Asking): Promise<PromiseRow[]> {
  const scope = toSql(promise.see, actor, 6);
  return db.query<PromiseRow>(
    `select id, name, service, provider, customer, metric, targets, availability, attainment, calendar from promise
     where provider = $1 and customer <> $1 and state <> 'draft' and coalesce(valid_from, '-infinity') < $3::timestamptz and coalesce(valid_to, 'infinity') >= $2::timestamptz
       and ($4::text is null or customer = $4) and ($5::text is null or service = $5) and ${scope.sql}
     order by service, customer, metric, id`,
    [house, window.from, window.to, customer, service, ...scope.params],
  );
}

/** Availability promised by whoever provides a part, for the computed chain. */
export async function availabilityPromises(db: Db, house: string): Promise<PromiseRow[]> {
  return db.query<PromiseRow>(
    `select id, name, service, provider, customer, metric, targets, availability, attainment, calendar from promise
     where metric = 'availability' and customer = $1 and state = 'active' order by service, id`,
    [house],
  );
}

export async function calendarsIn(db: Db, ids: readonly string[]): Promise<CalendarRow[]> {
  return db.query<CalendarRow>('select id, zone, week, holidays from calendar where id = any($1)', [[...ids]]);
}

export async function servicesAll(db: Db): Promise<ServiceRow[]> {
  return db.query<ServiceRow>('select id, name, composition from service order by id');
}

/** Clocks that were decided in the window: kept when they stopped, missed when their due instant passed. */
export async function clocksIn(db: Db, promises: readonly string[], window: Window): Promise<ClockRow[]> {
  return db.query<ClockRow>(
    `select record_id, clock, key, promise, phase, target_minutes, used_ms, paused_ms, stopped_at, breached_at from clock
     where promise = any($1) and coalesce(breached_at, case when phase in ('met', 'missed') then stopped_at end) >= $2 and coalesce(breached_at, stopped_at) < $3
     order by promise, record_id, key`,
    [[...promises], window.from, window.to],
  );
}

/** Incidents whose impact touches the window, of the given customers, and all with a failing part: a part is shared. */
export async function incidentsIn(db: Db, customers: readonly string[], window: Window): Promise<IncidentRow[]> {
  return db.query<IncidentRow>(
    `select id, title, priority, state, service, part, effect, impact, affected_customers, fan_out, started_at, restored_at, resolved_at, closed_at, opened_at from incident
     where started_at < $3 and coalesce(restored_at, resolved_at, closed_at, 'infinity') >= $2 and state <> 'cancelled' and (affected_customers && $1 or part is not null)
     order by started_at, id limit 20000`,
    [[...customers], window.from, window.to],
  );
}
