// Reads cases in pages: their rows, the facts of their journal that tell states and custody, and the target each has to keep.
import type { Calendar } from '../../calculus/calendar.ts';
import type { Definition } from '../../kernel/record.ts';
import { manyRows } from '../../platform/db/many-rows.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CaseFact, CaseRead } from './follow.ts';

type Place = { readonly id: string; readonly opened_at: string };
export type Page = { readonly definition: Definition; readonly from: string; readonly to: string; readonly after: Place | null; readonly limit: number };
type Found = Row & Place & { readonly about: string[] };

/** Cases opened in `[from, to)`, oldest first, each with the organisations and services it names. Four queries a page. */
export async function casesOpened(db: Db, { definition, from, to, after, limit }: Page): Promise<{ reads: CaseRead[]; last: Place | null }> {
  const rows = await db.query<Found>(
    `select id, opened_at, ${aboutOf(definition)} as about from ${definition.name}
     where opened_at >= $1 and opened_at < $2 and ($3::timestamptz is null or (opened_at, id) > ($3::timestamptz, $4)) order by opened_at, id limit ${limit}`,
    [from, to, after?.opened_at ?? null, after?.id ?? ''],
  );
  return { reads: await withStory(db, definition, rows), last: rows.length < limit ? null : (rows.at(-1) ?? null) };
}

export async function casesById(db: Db, definition: Definition, ids: readonly string[]): Promise<CaseRead[]> {
  const rows = await db.query<Found>(`select id, opened_at, ${aboutOf(definition)} as about from ${definition.name} where id = any($1)`, [[...ids]]);
  return withStory(db, definition, rows);
}

/** How many cases were opened in the period. */
export async function countOpened(db: Db, { definition, from, to }: Pick<Page, 'definition' | 'from' | 'to'>): Promise<number> {
  const [row] = await db.query<{ n: number }>(`select count(*)::int as n from ${definition.name} where opened_at >= $1 and opened_at < $2`, [from, to]);
  return row?.n ?? 0;
}

/** The newest number of the journal, and the records of this kind that were written since an older one; at most `most` of them. */
export async function writtenSince(db: Db, { record, since, most }: { record: string; since: number; most: number }): Promise<{ ids: string[]; upTo: number }> {
  const [row] = await db.query<{ ids: string[] | null; up_to: number }>(
    `select (select max(id) from journal)::int8 as up_to,
       (select array_agg(record_id) from (select distinct record_id from journal where id > $1 and record = $2 limit ${most + 1}) x) as ids`,
    [since, record],
  );
  return { ids: row?.ids ?? [], upTo: row?.up_to ?? 0 };
}

export async function reasonsOfCustomers(db: Db): Promise<ReadonlySet<string>> {
  return new Set((await db.query<{ id: string }>("select id from reason where waits_on = 'customer'")).map((each) => each.id));
}

/** The columns that name organisations and services, as one list. */
function aboutOf({ fields }: Definition): string {
  const named = Object.entries(fields).filter(([, field]) => 'to' in field && (field.to === 'organisation' || field.to === 'service'));
  const parts = named.map(([name, field]) => (field.kind === 'refs' ? name : `array[${name}]`));
  return parts.length ? `array_remove(${parts.join(' || ')}, null)` : "'{}'::text[]";
}

async function withStory(db: Db, definition: Definition, rows: readonly Found[]): Promise<CaseRead[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((each) => each.id);
  const facts = await factsOf(db, definition, ids);
  const clocks = await clocksOf(db, ids);
  const stories = new Map<string, CaseFact[]>();
  for (const fact of facts) {
    const own = stories.get(fact.record_id);
    if (own) own.push(fact);
    else stories.set(fact.record_id, [fact]);
  }
  return rows.flatMap((row) => {
    const own = stories.get(row.id);
    return own ? [{ row, facts: own, clock: clocks.get(row.id) ?? null }] : [];
  });
}

/** Of the opening fact only what is told here; it holds the whole record. */
function factsOf(db: Db, { custody }: Definition, ids: readonly string[]): Promise<(CaseFact & Row)[]> {
  const { party, team, person, reason, waited_on, until, handover } = custody ?? {};
  const told = ['state', party, team, person, reason, waited_on, until, handover?.to, handover?.by].filter((each) => each !== undefined);
  const fields = told.map((name) => `'${name}', changes -> '${name}'`).join(', ');
  return manyRows<CaseFact & Row>(db, {
    sql: `select record_id, version, at, fact, case when version = 1 then jsonb_strip_nulls(jsonb_build_object(${fields}))
        when changes ?| $2 then changes else '{}'::jsonb end as changes
      from journal where record_id = any($1) order by record_id, version`,
    params: [[...ids], told],
    instants: ['at'],
  });
}

/** One for each case: the target of its customer before those of others, restoring and repairing before responding. */
async function clocksOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, { target_minutes: number; calendar: Calendar }>> {
  const rows = await db.query<Row & { record_id: string; target_minutes: number; calendar: string }>(
    `select distinct on (record_id) record_id, target_minutes, calendar from clock where record_id = any($1)
     order by record_id, side = 'customer' desc, clock in ('restore', 'repair') desc, target_minutes, key`,
    [[...ids]],
  );
  const hashes = [...new Set(rows.map((each) => each.calendar))];
  const contents = hashes.length
    ? await db.query<{ hash: string; content: Calendar }>('select hash, content from calendar_content where hash = any($1)', [hashes])
    : [];
  const calendars = new Map(contents.map((each) => [each.hash, each.content]));
  return new Map(
    rows.flatMap(({ record_id, target_minutes, calendar }) => {
      const hours = calendars.get(calendar);
      return hours ? [[record_id, { target_minutes, calendar: hours }] as const] : [];
    }),
  );
}
