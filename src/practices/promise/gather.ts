// What the rules of promises and service hours must know first: the records they name, their rivals, and the chain beneath.
import { localDate } from '../../calculus/terms.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db } from '../../platform/db/types.ts';
import type { CalendarGiven } from './calendar.rules.ts';
import { chainOf } from './queries.ts';
import type { PromiseGiven } from './rules.ts';

type The = Omit<Case, 'given'>;

const committing = new Set(['sign']);

export async function gatherPromise(db: Db, the: The): Promise<PromiseGiven> {
  // One at a time, or two people could each sign one of two that contradict each other.
  if (committing.has(the.command)) await db.query("select pg_advisory_xact_lock(hashtextextended('promise', 0))");
  const given = await worldOf(db, the);
  if (!committing.has(the.command) || given.house === null) return given;
  const today = localDate(given.calendar?.zone ?? 'UTC', the.at);
  return { ...given, chain: await chainOf(db, { service: String(the.row?.service), house: given.house, today }) };
}

export async function gatherCalendar(db: Db, the: The): Promise<CalendarGiven> {
  if (the.command !== 'end' && the.command !== 'share') return { promises: [], parties: [] };
  const [found] = await db.query<{ given: CalendarGiven }>(
    `select jsonb_build_object(
       'promises', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name) order by length(id), id), '[]') from promise
         where open and $1 in (calendar, support_calendar)),
       'parties', (select coalesce(jsonb_agg(distinct party order by party), '[]') from promise, unnest(array[provider, customer]) as party
         where state = 'active' and $1 in (calendar, support_calendar))
     ) as given`,
    [the.id],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.given;
}

async function worldOf(db: Db, { id, row, input }: The): Promise<PromiseGiven> {
  const named = (field: string): string | null => {
    const value = Object.hasOwn(input, field) ? input[field] : row?.[field];
    return typeof value === 'string' ? value : null;
  };
  const pauses = (input.pauses ?? row?.pauses ?? []) as readonly string[];
  const [found] = await db.query<{ given: PromiseGiven }>(
    `select jsonb_build_object(
       'house', (select value #>> '{}' from setting where key = 'house'),
       'service', (select jsonb_build_object('name', name, 'state', state) from service where id = $1),
       'provider', (select jsonb_build_object('name', name, 'open', open) from organisation where id = $2),
       'customer', (select jsonb_build_object('name', name, 'open', open) from organisation where id = $3),
       'team', (select jsonb_build_object('name', name, 'organisation', organisation) from team where id = $4),
       'calendar', (select jsonb_build_object('id', id, 'name', name, 'open', open, 'zone', zone, 'week', week, 'holidays', holidays) from calendar where id = $5),
       'support_calendar', (select jsonb_build_object('id', id, 'name', name, 'open', open, 'zone', zone, 'week', week, 'holidays', holidays) from calendar where id = $9),
       'risk_owner', (select jsonb_build_object('name', p.name, 'roles', coalesce((select jsonb_agg(m.role) from membership m
           where m.open and m.person = p.id and m.organisation = (select value #>> '{}' from setting where key = 'house')), '[]'))
         from person p where p.id = $10 and p.open),
       'family', (select jsonb_build_object('first', f.first, 'edition', f.edition, 'service', p.service, 'provider', p.provider, 'customer', p.customer, 'team', p.team,
           'metric', p.metric, 'latest', (select jsonb_build_object('id', l.id, 'valid_from', l.valid_from) from promise l
             where l.state = 'active' and (l.id = f.first or l.version_of = f.first) order by l.valid_from desc nulls last limit 1))
         from (select first.id as first, max(v.edition) as edition from promise named
             join promise first on first.id = coalesce(named.version_of, named.id) join promise v on v.id = first.id or v.version_of = first.id
           where named.id = $11 group by first.id) f
         join promise p on p.id = f.first),
       'reasons', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'kind', kind, 'waits_on', waits_on) order by length(id), id), '[]')
         from reason where id = any($6)),
       'rivals', (select coalesce(jsonb_agg(jsonb_build_object('name', name, 'valid_from', valid_from, 'valid_to', valid_to) order by length(id), id), '[]')
         from promise where state = 'active' and service = $1 and provider = $2 and customer = $3 and team is not distinct from $4 and metric = $7 and id <> $8
           and coalesce(version_of, id) is distinct from (select coalesce(version_of, id) from promise where id = $11)),
       'chain', null
     ) as given`,
    [
      named('service'),
      named('provider'),
      named('customer'),
      named('team'),
      named('calendar'),
      pauses,
      named('metric'),
      id,
      named('support_calendar'),
      named('risk_owner'),
      named('version_of'),
    ],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.given;
}
