// The promises that apply to imported incidents, read once for many of them: the same choice as when one is reported here.
import { type Promised, selectTerms, type Terms } from '../../calculus/terms.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { incident } from './record.ts';

/** Reads what the clocks of incidents on these services depend on, and answers the terms of one row at a time. */
export async function incidentAgreements(db: Db, services: readonly string[]): Promise<(row: AnyRow, at: string) => readonly Terms[]> {
  const [setting] = await db.query<{ house: string | null }>("select (select value #>> '{}' from setting where key = 'house') as house");
  const house = setting?.house ?? null;
  if (house === null || services.length === 0) return () => [];
  const promises = await db.query<Row & Promised>(
    `select p.id, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.pauses, p.valid_from, p.valid_to, p.escalation, h.hours as calendar
     from promise p join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.service = any($1) and p.provider = $2 and p.metric = any($3)`,
    [[...services], house, Object.values(incident.clocks).map((each) => each.metric)],
  );
  if (promises.length === 0) return () => [];
  const reasons = await db.query<{ id: string }>("select id from reason where waits_on = 'customer'");
  const customerReasons = reasons.map((each) => each.id);
  return (row, at) => termsOf({ promises, customerReasons, house, row, at });
}

type Choosing = {
  readonly promises: readonly Promised[];
  readonly customerReasons: readonly string[];
  readonly house: string;
  readonly row: AnyRow;
  readonly at: string;
};

function termsOf({ promises, customerReasons, house, row, at }: Choosing): readonly Terms[] {
  const { terms } = selectTerms({
    clocks: incident.clocks,
    promises,
    services: new Map([[row.service as string, 0]]),
    customers: (row.affected_customers as readonly string[]).filter((each) => each !== house),
    providers: [house],
    team: row.owner_team as string,
    priority: row.priority as number,
    house,
    at,
  });
  // Waiting on a customer is waiting on the one that leads: the clocks of the others run on.
  const others = (each: Terms): boolean => each.side === 'customer' && each.customer !== row.customer;
  return terms.map((each) => (others(each) ? { ...each, pauses: each.pauses.filter((reason) => !customerReasons.includes(reason)) } : each));
}
