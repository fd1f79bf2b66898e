// Takes signals in: two queries for any number of them, then one command for each that says something new.
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { Db, Row } from '../../platform/db/types.ts';
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
  const services = await servicesNamed(db, { hints: [...new Set(signals.flatMap((each) => each.hints))], customer });
  return signals.map((signal) => {
    const found = known.get(signal.dedup_key);
    const service = signal.hints.map((hint) => services.get(hint.toLowerCase())).find((id) => id !== undefined) ?? null;
    return { signal, intake: signalToRequest(signal, found?.open ?? null, { source, service, customer, earlier: found?.earlier ?? 0, now }) };
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

/**
 * The services that hints name, by code or alias in any case. A customer's integration names only what its own services are
 * made of: nobody raises alarms on what is not theirs.
 */
export async function servicesNamed(db: Db, { hints, customer }: { hints: readonly string[]; customer: string | null }): Promise<ReadonlyMap<string, string>> {
  if (!hints.length) return new Map();
  const wanted = [...new Set(hints.flatMap((each) => [each, each.toLowerCase()]))];
  const rows = await db.query<{ id: string; names: string[] }>(
    `with recursive own as (
       select id from service where open and ($2::text is null or $2 = any(customers))
       union select p.part from own join service_part p on p.service = own.id
     )
     select s.id, array_append(s.aliases, s.code) as names from service s join own on own.id = s.id
     where s.open and (s.code = any($1::text[]) or s.aliases && $1::text[]) order by length(s.id) desc, s.id desc`,
    [wanted, customer],
  );
  return new Map(rows.flatMap(({ id, names }) => names.map((name) => [name.toLowerCase(), id] as const)));
}
