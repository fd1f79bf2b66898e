// What the hand-over check must know: the receiver, the services that the work may be about, and what was promised to the house about them.
import type { Language } from '../../kernel/text.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Near } from './handover.ts';

export type Place = {
  /** Who provides the failing part, and a service of the receiver, its team's own first, that the incident's service is made of. */
  readonly part_provider: string | null;
  readonly beneath: string | null;
  /** Whose the team is. */
  readonly team_of: string | null;
  /** The team that runs the service that was named, and whose that service is. */
  readonly service_team: string | null;
  readonly service_provider: string | null;
  /** What the customers' promises allow for handing over, in minutes by promise. */
  readonly routing: Readonly<Record<string, number>>;
};
type Placing = {
  readonly service: string;
  readonly part: string | null;
  readonly named: string | null;
  readonly supplier: string | null;
  readonly team: string | null;
  readonly promises: readonly string[];
};

export async function placeOf(db: Db, { service, part, named, supplier, team, promises }: Placing): Promise<Place> {
  const [row] = await db.query<Row & Place>(
    `with recursive beneath (id, distance) as (
       select $1::text, 0
       union select p.part, b.distance + 1 from beneath b join service_part p on p.service = b.id where b.distance < 12
     )
     select (select provider from service where id = $2) as part_provider,
       (select s.id from beneath b join service s on s.id = b.id where s.provider = $4 or s.team = $5
          order by (s.team = $5) desc nulls last, b.distance, length(s.id), s.id limit 1) as beneath,
       (select organisation from team where id = $5) as team_of,
       (select team from service where id = $3) as service_team,
       (select provider from service where id = $3) as service_provider,
       (select coalesce(jsonb_object_agg(id, coalesce((routing ->> 'handover_minutes')::integer, 0)), '{}') from promise where id = any($6)) as routing`,
    [service, part, named, supplier, team, [...promises]],
  );
  if (!row) throw new Error('a select without a from answers one row');
  return row;
}

/** Promises of acceptance and repair to the house on these services and on what they are part of. */
export async function promisesNear(db: Db, { seeds, house }: { readonly seeds: readonly string[]; readonly house: string }): Promise<readonly Near[]> {
  return db.query<Row & Near>(
    `with recursive above (seed, id, distance) as (
       select s, s, 0 from unnest($1::text[]) as s
       union select a.seed, p.service, a.distance + 1 from above a join service_part p on p.part = a.id where a.distance < 12
     )
     select n.seed, n.distance, p.id, p.service, p.provider, p.customer, p.team, p.metric, p.targets, p.pauses, p.valid_from, p.valid_to, h.hours as calendar
     from (select seed, id, min(distance) as distance from above group by seed, id) n
     join promise p on p.service = n.id join promise_hours h on h.promise = p.id
     where p.state = 'active' and p.customer = $2 and p.metric in ('accept', 'repair')
     order by n.distance, length(p.id), p.id`,
    [[...new Set(seeds)], house],
  );
}

/** The language an organisation is written to in. */
export async function languageOf(db: Db, organisation: string): Promise<Language> {
  const [found] = await db.query<{ language: Language }>('select language from organisation where id = $1', [organisation]);
  return found?.language ?? 'en';
}
