// Reading and writing the cached clocks; calendars are kept by content, once.
import { createHash } from 'node:crypto';
import type { Calendar } from '../../calculus/calendar.ts';
import type { ClockState } from '../../calculus/clock.ts';
import { type Ladder, ladderOf } from '../../calculus/escalation.ts';
import type { Terms } from '../../calculus/terms.ts';
import { manyRows } from '../db/many-rows.ts';
import type { Db, Row } from '../db/types.ts';
import type { Running } from './clockwork.ts';

/** Terms as the journal keeps them: the calendar by its hash. */
export type StoredTerms = Omit<Terms, 'calendar' | 'escalation'> & { readonly calendar: string; readonly escalation?: Ladder | null };

// Content-addressed and immutable, so this memory can never be stale; it is keyed by database only for tests.
const calendars = new Map<string, Calendar>();
const saved = new WeakMap<Db, Set<string>>();
const hashes = new WeakMap<Calendar, string>();

export function calendarHash(calendar: Calendar): string {
  const known = hashes.get(calendar);
  if (known) return known;
  const hash = createHash('sha256').update(JSON.stringify(calendar)).digest('hex').slice(0, 32);
  hashes.set(calendar, hash);
  calendars.set(hash, calendar);
  return hash;
}

export async function keepCalendars(db: Db, used: readonly Calendar[]): Promise<void> {
  const seen = saved.get(db) ?? new Set<string>();
  saved.set(db, seen);
  for (const calendar of used) {
    const hash = calendarHash(calendar);
    if (seen.has(hash)) continue;
    await db.query('insert into calendar_content (hash, content) values ($1, $2::jsonb) on conflict do nothing', [hash, JSON.stringify(calendar)]);
    db.afterCommit(() => seen.add(hash));
  }
}

export async function calendarsBy(db: Db, wanted: readonly string[]): Promise<ReadonlyMap<string, Calendar>> {
  const missing = [...new Set(wanted)].filter((hash) => !calendars.has(hash));
  if (missing.length) {
    const rows = await db.query<{ hash: string; content: Calendar }>('select hash, content from calendar_content where hash = any($1)', [missing]);
    for (const row of rows) {
      hashes.set(row.content, row.hash);
      calendars.set(row.hash, row.content);
    }
  }
  return calendars;
}

/** What `fromRow` reads, and no more. */
const columns =
  'record_id, clock, key, side, promise, provider, customer, target_minutes, calendar, pauses, audience, phase, reason, started_at, since, used_ms, paused_ms, stopped_at, due, breached_at, escalation, warned';

export type StoredClock = Row & StoredTerms & { readonly record: string; readonly record_id: string };

/** The clocks of records. */
export async function loadClocks(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Running[]>> {
  return ids.length
    ? byRecord(db, await db.query<StoredClock>(`select ${columns} from clock where record_id = any($1) order by record_id, clock, key`, [ids]))
    : new Map();
}

/** Of each record the running clock that is due first, and those due with it; where none runs, one that waits. `readers` null: whoever they are for. */
export async function loadPressing(db: Db, ids: readonly string[], readers: readonly string[] | null): Promise<ReadonlyMap<string, Running[]>> {
  if (!ids.length) return new Map();
  const sql = `select ${columns} from (
      select *, rank() over (partition by record_id order by phase = 'running' desc, due) as place
      from clock where record_id = any($1) and phase in ('running', 'paused') and ($2 or audience && $3)
    ) c where place = 1 order by record_id, clock, key`;
  // Whatever form an instant has, `stateOf` reads it.
  return byRecord(db, await manyRows<StoredClock>(db, { sql, params: [ids, readers === null, readers ?? []], instants: [] }));
}

async function byRecord(db: Db, rows: readonly StoredClock[]): Promise<ReadonlyMap<string, Running[]>> {
  const known = await calendarsBy(
    db,
    rows.map((row) => row.calendar),
  );
  const found = new Map<string, Running[]>();
  for (const row of rows) {
    const own = found.get(row.record_id);
    if (own) own.push(fromRow(row, known));
    else found.set(row.record_id, [fromRow(row, known)]);
  }
  return found;
}

function fromRow(row: StoredClock, known: ReadonlyMap<string, Calendar>): Running {
  const terms = fromStored(row, known);
  return { terms, state: stateOf(row), reason: row.reason as string | null, warned: Number(row.warned) };
}

export function fromStored(terms: StoredTerms, known: ReadonlyMap<string, Calendar>): Terms {
  const { clock, key, side, promise, provider, customer, target_minutes, pauses, audience } = terms;
  // Terms from before there was escalation have none of their own.
  const escalation = terms.escalation ? ladderOf(terms.escalation) : null;
  return { clock, key, side, promise, provider, customer, target_minutes, pauses, audience, escalation, calendar: calendarOf(known, terms.calendar) };
}

function calendarOf(known: ReadonlyMap<string, Calendar>, hash: string): Calendar {
  const calendar = known.get(hash);
  if (!calendar) throw new Error(`calendar content ${hash} is missing`);
  return calendar;
}

function stateOf(row: Row): ClockState {
  const ms = (value: unknown): number | null => (value === null ? null : Date.parse(value as string));
  return {
    phase: row.phase as ClockState['phase'],
    started_at: ms(row.started_at),
    since: ms(row.since),
    used_ms: Number(row.used_ms),
    paused_ms: Number(row.paused_ms),
    stopped_at: ms(row.stopped_at),
    due: ms(row.due),
    breached_at: ms(row.breached_at),
  };
}

export function storedTerms(terms: Terms): StoredTerms {
  const { clock, key, side, promise, provider, customer, target_minutes, pauses, audience, escalation } = terms;
  return { clock, key, side, promise, provider, customer, target_minutes, calendar: calendarHash(terms.calendar), pauses, audience, escalation };
}

/** The clock as a row of the `clock` table. */
export function toRow(record: string, id: string, each: Running): Row {
  const iso = (value: number | null): string | null => (value === null ? null : new Date(value).toISOString());
  const { phase, used_ms, paused_ms, started_at, since, stopped_at, due, breached_at } = each.state;
  const times = { started_at: iso(started_at), since: iso(since), stopped_at: iso(stopped_at), due: iso(due), breached_at: iso(breached_at) };
  return { record, record_id: id, ...storedTerms(each.terms), phase, reason: each.reason, used_ms, paused_ms, warned: each.warned, ...times };
}
