// Takes signals in: two queries for any number of them, then one command for each that says something new.
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Db, Row, Statement } from '../../platform/db/types.ts';
import { type Intake, isNothingNew, type Known, signalToRequest } from './intake.ts';
import type { Signal } from './signal.ts';

export type Receiving = {
  readonly db: Db;
  /** Performs one command as the product itself; `perform` of the house. */
  readonly perform: (intake: Intake) => Promise<object>;
  /** ISO instant of arrival. */
  readonly now: string;
};
export type Delivery = {
  readonly signals: readonly Signal[];
  /** The integration: its name is the source of its events. */
  readonly source: string;
  /** The customer whose integration it is; null for the house's own monitoring. */
  readonly customer: string | null;
};
/** How many signals did what. `refused` is empty unless the signals themselves cannot be kept. */
export type Received = {
  readonly raised: number;
  readonly repeated: number;
  readonly cleared: number;
  readonly nothing_new: number;
  readonly refused: readonly Refusal[];
};

const counters = { raise: 'raised', repeat: 'repeated', clear: 'cleared' } as const;

/** Safe to repeat and to race: the same delivery any number of times, at once or later, has the effect of one. */
export async function receiveSignals({ db, perform, now }: Receiving, delivery: Delivery): Promise<Received> {
  const count = { raised: 0, repeated: 0, cleared: 0, nothing_new: 0 };
  const refused: Refusal[] = [];
  let waiting = delivery.signals;
  // A second look for what lost a race: by then the winner's event is there to compare with.
  for (let turn = 0; turn < 2 && waiting.length; turn += 1) {
    const lost: Signal[] = [];
    for (const { signal, intake } of await prepare(db, { ...delivery, signals: waiting, now })) {
      if (!intake) {
        count.nothing_new += 1;
        continue;
      }
      const outcome = await perform(intake);
      if (!isRefusal(outcome)) count[(outcome as { replayed?: boolean }).replayed ? 'nothing_new' : counters[intake.command as keyof typeof counters]] += 1;
      else if (outcome.refused === 'taken' && turn === 0) lost.push(signal);
      else if (isNothingNew(outcome)) count.nothing_new += 1;
      else refused.push(outcome);
    }
    waiting = lost;
  }
  return { ...count, refused };
}

type Prepared = { readonly signal: Signal; readonly intake: Intake | null };

async function prepare(db: Db, { signals, source, customer, now }: Delivery & { readonly now: string }): Promise<Prepared[]> {
  const known = await knownEvents(db, { source, customer, keys: [...new Set(signals.map((each) => each.dedup_key))] });
  const { services, items } = await namedBy(db, { hints: [...new Set(signals.flatMap((each) => each.hints))], customer });
  return signals.map((signal) => {
    const found = known.get(signal.dedup_key);
    const first = (names: ReadonlyMap<string, string>) => signal.hints.map((hint) => names.get(hint.toLowerCase())).find((id) => id !== undefined) ?? null;
    const [service, item] = [first(services), first(items)];
    return { signal, intake: signalToRequest(signal, found?.open ?? null, { source, service, item, customer, earlier: found?.earlier ?? 0, now }) };
  });
}

type Seen = { readonly open: Known | null; readonly earlier: number };

type Knowing = Pick<Delivery, 'source' | 'customer'> & { readonly keys: readonly string[] };

/** Per key: the open event, and how many are over. */
async function knownEvents(db: Db, { source, customer, keys }: Knowing): Promise<ReadonlyMap<string, Seen>> {
  const rows = await db.query<Row & Known & { dedup_key: string; earlier: number }>(
    `select k.dedup_key, e.id, e.version, e.summary, e.severity, e.started_at, e.labels,
       (select count(*) from event o where o.source = $1 and o.dedup_key = k.dedup_key and coalesce(o.customer, '') = $3 and not o.open)::integer as earlier
     from unnest($2::text[]) k (dedup_key) left join event e on e.source = $1 and e.dedup_key = k.dedup_key and coalesce(e.customer, '') = $3 and e.open`,
    [source, keys, customer ?? ''],
  );
  return new Map(rows.map(({ dedup_key, earlier, ...open }) => [dedup_key, { open: open.id === null ? null : open, earlier }]));
}

type Naming = { readonly hints: readonly string[]; readonly customer: string | null };
type Names = ReadonlyMap<string, string>;

/**
 * The services and items that hints name, in any case: a service by code or alias, an item by name or alias if that is its alone. A
 * customer's integration names only what its own services are made of and stand on: nobody raises alarms on what is not theirs.
 */
export async function namedBy(db: Db, naming: Naming): Promise<{ readonly services: Names; readonly items: Names }> {
  if (!naming.hints.length) return { services: new Map(), items: new Map() };
  const [services = [], items = []] = await db.batch([servicesNamed(naming), itemsNamed(naming)]);
  return { services: namesOf(services), items: namesOf(items) };
}

/** As said, and in small and capital letters: an alias in mixed case must be said as it is written. */
const bothCases = (hints: readonly string[]): string[] => [...new Set(hints.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]))];

/** Of services the one with the lowest number, which comes last. */
function namesOf(rows: readonly Row[]): Names {
  return new Map((rows as { id: string; names: string[] }[]).flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)));
}

function servicesNamed({ hints, customer }: Naming): Statement {
  return {
    sql: `with recursive own as (
       select id from service where open and ($2::text is null or $2 = any(customers))
       union select p.part from own join service_part p on p.service = own.id
     )
     select s.id, array_append(s.aliases, s.code) as names from service s join own on own.id = s.id
     where s.open and (s.code = any($1::text[]) or s.aliases && $1::text[]) order by length(s.id) desc, s.id desc`,
    params: [bothCases(hints), customer],
  };
}

/** What two items are called names neither. For a customer the way up from the few that are named is shorter than the way down. */
function itemsNamed({ hints, customer }: Naming): Statement {
  return {
    sql: `with recursive named as (
       select i.id, lower(n.name) as name from configuration_item i
       cross join lateral (select i.name union select unnest(i.aliases)) n (name)
       where i.open and (lower(i.name) = any($1::text[]) or i.aliases && $1::text[]) and lower(n.name) = any($1::text[])
     ), up (item, node) as (
       select distinct id, id from named where $2::text is not null
       union select up.item, found.id from up cross join lateral (
         select d.dependent as id from item_dependency d where d.supporter = up.node and d.until is null
         union all select s.id from service s where s.open and jsonb_path_query_array(s.composition, '$.**.part') ? up.node
       ) found
     )
     select min(n.id) as id, array[n.name] as names from named n
     where $2::text is null or exists (select 1 from up join service s on s.id = up.node where up.item = n.id and s.open and $2 = any(s.customers))
     group by n.name having count(distinct n.id) = 1`,
    params: [bothCases(hints), customer],
  };
}
