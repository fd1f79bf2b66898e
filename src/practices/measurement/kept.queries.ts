// The answers that are kept of periods that are over. They are read while they hold, and counted under a mark that a fact which comes meanwhile takes away.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Asked, AskedWindow, Counted } from './counting.queries.ts';
import { firstSql, type Sums } from './queries.ts';

/** `edition` tells the formula as it is from the formula as it was. */
export type Keepable = Counted & { readonly edition: string };
type Cut = Pick<Asked, 'customer' | 'service' | 'now'>;
/** So many minutes an answer is good for that is judged: it is made of too much to say which fact concerns it. */
type Judged = { readonly judged: number };
type Kept = { readonly first: string | null; readonly sums: ReadonlyMap<string, ReadonlyMap<string, Sums>> };

/** Service reports look back as far as a promise may be measured over: 1,096 days. All else is about the period itself. */
const looksBack = '1100 days';

/** The kept answers by code and period, and when the house's first record began. One round trip, however many are asked. */
export async function readKept(
  db: Db,
  list: readonly Keepable[],
  { windows, judged, ...cut }: Cut & Judged & { readonly windows: readonly AskedWindow[] },
): Promise<Kept> {
  const [rows = [], [first] = []] = await db.batch([
    {
      sql: `select k.code, k.period, k.n, k.num, k.den, k.told from unnest($1::text[], $2::text[]) as f (code, edition)
        cross join unnest($3::text[], $4::timestamptz[], $5::timestamptz[]) as w (period, from_at, ends_at)
        join measure_kept k on k.code = f.code and k.customer = $6 and k.service = $7 and k.period = w.period
        where k.edition = f.edition and k.from_at = w.from_at and k.ends_at = w.ends_at and k.counted_at is not null
          and (not 'judged' = any(k.about) or k.counted_at > $8::timestamptz - make_interval(mins => $9::integer))`,
      params: [...editions(list), ...columns(windows), ...cutOf(cut), judged],
    },
    { sql: firstSql },
  ]);
  const sums = new Map(list.map(({ formula }) => [formula.code as string, new Map<string, Sums>()]));
  for (const { code, ...each } of rows as (Row & Sums & { code: string })[]) sums.get(code)?.set(each.period, each);
  return { first: (first as { at: string | null } | undefined)?.at ?? null, sums };
}

/** What may be counted by whoever holds the token, by code; what somebody else is counting is not in it. */
export type Claim = { readonly token: string; readonly periods: ReadonlyMap<string, ReadonlySet<string>>; readonly settled: boolean };
export type Missing = { readonly counted: Keepable; readonly windows: readonly AskedWindow[] };

/**
 * Marks answers as being counted. A mark that is a minute old was left behind. What is counted after this may be kept when it is
 * `settled`: every fact that was on its way before the marks stood has arrived, and a later one takes the mark away.
 */
export async function claim(db: Db, missing: readonly Missing[], { judged, ...cut }: Cut & Judged): Promise<Claim> {
  const list = missing.flatMap(({ counted, windows }) => windows.map((window) => ({ counted, window })));
  const rows = await db.query<{ code: string; period: string; token: string }>(
    `insert into measure_kept as k (code, customer, service, period, from_at, ends_at, edition, about, since_at, token, begun_at)
     select m.code, $7, $8, m.period, m.from_at, m.ends_at, m.edition, string_to_array(m.about, ' '),
       case when m.about like '%reported%' then m.from_at - interval '${looksBack}' else m.from_at end, t.token, $9
     from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[], $6::timestamptz[]) as m (code, edition, about, period, from_at, ends_at),
       (select gen_random_uuid()::text as token) t
     on conflict (code, customer, service, period) do update set from_at = excluded.from_at, ends_at = excluded.ends_at, edition = excluded.edition,
       about = excluded.about, since_at = excluded.since_at, token = excluded.token, begun_at = excluded.begun_at, counted_at = null
       where k.edition <> excluded.edition or k.from_at <> excluded.from_at or k.ends_at <> excluded.ends_at
         or k.counted_at is null and k.begun_at not between excluded.begun_at - interval '1 minute' and excluded.begun_at + interval '1 minute'
         or 'judged' = any(k.about) and k.counted_at <= excluded.begun_at - make_interval(mins => $10::integer)
     returning k.code, k.period, k.token`,
    [
      ...editions(list.map((each) => each.counted)),
      list.map((each) => (each.counted.source.about ?? []).join(' ')),
      ...columns(list.map((each) => each.window)),
      ...cutOf(cut),
      judged,
    ],
  );
  const periods = new Map<string, Set<string>>();
  for (const { code, period } of rows) periods.set(code, (periods.get(code) ?? new Set()).add(period));
  return { token: rows[0]?.token ?? '', periods, settled: rows.length > 0 && (await settled(db)) };
}

const patience = 20;

/** Whether all that was being written a moment ago is written. The embedded database writes one thing at a time. */
async function settled(db: Db): Promise<boolean> {
  const [begun] = await db.query<{ edge: string }>('select pg_snapshot_xmax(pg_current_snapshot())::text as edge');
  for (let turn = 0; begun && turn < patience; turn += 1) {
    const [now] = await db.query<{ past: boolean }>('select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8 as past', [begun.edge]);
    if (now?.past) return true;
    await db.query('select pg_sleep(0.01)');
  }
  return false;
}

/** Keeps what was counted where the mark still stands. */
export async function keep(db: Db, { token }: Claim, { code, sums, customer, service, now }: Cut & { code: string; sums: readonly Sums[] }): Promise<void> {
  await db.query(
    `update measure_kept k set counted_at = $5::timestamptz, n = s.n, num = s.num, den = s.den, told = s.told
     from jsonb_to_recordset($6::jsonb) as s (period text, n integer, num float8, den float8, told float8)
     where k.code = $1 and k.customer = $2 and k.service = $3 and k.token = $4 and k.period = s.period`,
    [code, customer ?? '', service ?? '', token, now, JSON.stringify(sums)],
  );
}

/** Says that the counting goes on: a mark that is a minute old was left behind. */
export async function prolong(db: Db, { token }: Claim, now: string): Promise<void> {
  await db.query('update measure_kept set begun_at = $2::timestamptz where token = $1 and counted_at is null', [token, now]);
}

/** Takes back the marks of what was not kept. */
export async function release(db: Db, { token }: Claim): Promise<void> {
  await db.query('delete from measure_kept where token = $1 and counted_at is null', [token]);
}

const editions = (list: readonly Keepable[]): [string[], string[]] => [list.map((each) => each.formula.code), list.map((each) => each.edition)];
const columns = (windows: readonly AskedWindow[]): [string[], string[], string[]] => [
  windows.map((each) => each.period),
  windows.map((each) => each.from),
  windows.map((each) => each.ends),
];
const cutOf = ({ customer, service, now }: Cut): [string, string, string] => [customer ?? '', service ?? '', now];
