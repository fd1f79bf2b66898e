// Followed cases kept by day and brought up to date by what the journal tells since: read in small pages beside all other work.
import { setImmediate as pause } from 'node:timers/promises';
import type { Meaning } from '../calculus/process-paths.ts';
import type { Definition } from '../kernel/record.ts';
import type { House } from '../platform/house.ts';
import type { Case } from '../practices/conformance/conformance.record.ts';
import { type CaseRead, followed, judging } from '../practices/conformance/follow.ts';
import { casesById, casesOpened, countOpened, reasonsOfCustomers, writtenSince } from '../practices/conformance/queries.ts';

/** `[from, to)` in epoch milliseconds. */
export type Span = { readonly from: number; readonly to: number };
export type Progress = { done: number; of: number };

const dayMs = 86_400_000;
/** Small, so that the embedded database does not keep everybody else waiting. */
const page = 500;
const mostKept = 500_000;
/** More changed records than this are not mended one by one. */
const mostMended = 2_000;
/** Numbers of the journal may be seen out of order for as long as a transaction takes. */
const settleMs = 60_000;
const inFlight = 200;

type Kept = {
  readonly definition: Definition;
  readonly meaning: Meaning;
  readonly late_wait_ppm: number;
  readonly judge: ReturnType<typeof judging>;
  days: Map<number, Map<string, Case>>;
  dayOf: Map<string, number>;
  /** Up to which number of the journal all is known, and the newest number seen with when that was. */
  upTo: number;
  seen: { readonly id: number; readonly at: number };
  /** The day it was read on: open cases grow older. */
  readOn: number;
};
const stores = new WeakMap<House['db'], Map<string, Kept>>();
/** One reading at a time for each kind of record. */
const lines = new WeakMap<Kept, Promise<unknown>>();

export type Keeping = { readonly definition: Definition; readonly meaning: () => Meaning; readonly late_wait_ppm: number };

/** The cases opened in a span. Reading goes on in pages whether or not somebody waits; `progress` tells how far it is. */
export async function casesOf(
  house: House,
  { definition, meaning, late_wait_ppm }: Keeping,
  { span, progress }: { span: Span; progress: Progress },
): Promise<Case[]> {
  const own = stores.get(house.db) ?? new Map<string, Kept>();
  stores.set(house.db, own);
  const kept = own.get(definition.name) ?? newStore(definition, meaning(), late_wait_ppm);
  own.set(definition.name, kept);
  const before = lines.get(kept) ?? Promise.resolve();
  const doing = before.catch(() => undefined).then(() => reading(house, kept, { span, progress }));
  lines.set(kept, doing);
  return doing;
}

function newStore(definition: Definition, meaning: Meaning, late_wait_ppm: number): Kept {
  const empty = { days: new Map(), dayOf: new Map(), upTo: 0, seen: { id: 0, at: 0 }, readOn: 0 };
  return { definition, meaning, late_wait_ppm, judge: judging(meaning), ...empty };
}

async function reading(house: House, kept: Kept, { span, progress }: { span: Span; progress: Progress }): Promise<Case[]> {
  await mend(house, kept);
  const days = dayRange(span);
  for (const gap of gaps(days, kept)) await fill(house, kept, { gap, progress });
  return days.flatMap((day) => [...(kept.days.get(day)?.values() ?? [])]).filter((each) => (each.at[0] ?? 0) >= span.from && (each.at[0] ?? 0) < span.to);
}

const dayRange = ({ from, to }: Span): number[] => {
  const first = Math.floor(from / dayMs);
  return Array.from({ length: Math.max(0, Math.ceil(to / dayMs) - first) }, (_, i) => first + i);
};

/** Stretches of days that are not known yet. */
function gaps(days: readonly number[], { days: known }: Kept): Span[] {
  const found: { from: number; to: number }[] = [];
  for (const day of days) {
    if (known.has(day)) continue;
    const last = found.at(-1);
    if (last && last.to === day * dayMs) last.to += dayMs;
    else found.push({ from: day * dayMs, to: (day + 1) * dayMs });
  }
  return found;
}

/** What was written since is read again; too much of it, another day or too many cases begin anew. */
async function mend(house: House, kept: Kept): Promise<void> {
  const now = house.clock.now();
  const record = kept.definition.name;
  const fresh = Math.floor(now / dayMs) === kept.readOn && kept.dayOf.size <= mostKept;
  const { ids, upTo } = await writtenSince(house.db, { record, since: fresh ? kept.upTo : Number.MAX_SAFE_INTEGER, most: mostMended });
  if (!fresh || ids.length > mostMended) {
    const known = Math.max(0, upTo - inFlight);
    Object.assign(kept, { days: new Map(), dayOf: new Map(), upTo: known, seen: { id: known, at: now }, readOn: Math.floor(now / dayMs) });
    return;
  }
  if (ids.length && kept.days.size) keep(kept, await follow(house, kept, await casesById(house.db, kept.definition, ids)));
  if (now - kept.seen.at >= settleMs) Object.assign(kept, { upTo: kept.seen.id, seen: { id: upTo, at: now } });
}

async function fill(house: House, kept: Kept, { gap, progress }: { gap: Span; progress: Progress }): Promise<void> {
  const [from, to] = [new Date(gap.from).toISOString(), new Date(gap.to).toISOString()];
  progress.of += await countOpened(house.db, { definition: kept.definition, from, to });
  const found: Case[] = [];
  let after: Parameters<typeof casesOpened>[1]['after'] = null;
  for (;;) {
    const { reads, last } = await casesOpened(house.db, { definition: kept.definition, from, to, after, limit: page });
    found.push(...(await follow(house, kept, reads)));
    progress.done += reads.length;
    after = last;
    if (!last) break;
    await pause();
  }
  for (let day = gap.from / dayMs; day < gap.to / dayMs; day += 1) kept.days.set(day, kept.days.get(day) ?? new Map());
  keep(kept, found);
}

async function follow(house: House, { definition, judge, late_wait_ppm }: Kept, reads: readonly CaseRead[]): Promise<Case[]> {
  if (reads.length === 0) return [];
  const customerReasons = await reasonsOfCustomers(house.db);
  const now = house.clock.now();
  return reads.map((each) => followed({ definition, judge, customerReasons, late_wait_ppm, now }, each));
}

/** A case belongs to the day it began on; only days that are known whole keep any. */
function keep(kept: Kept, cases: readonly Case[]): void {
  for (const each of cases) {
    const day = Math.floor((each.at[0] ?? 0) / dayMs);
    const known = kept.days.get(day);
    if (!known) continue;
    known.set(each.id, each);
    kept.dayOf.set(each.id, day);
  }
}
