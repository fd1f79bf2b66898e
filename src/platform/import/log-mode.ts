// Log mode: the rows of a record are its states over time; each becomes one fact at its own time, many records in a few statements.
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { settings } from '../house.ts';
import { type Folded, foldHistory, isMisfit, takeNumbers, writeHistories } from '../journal/bulk.ts';
import { type Batch, breath, type Running, type Tally } from './batch.ts';
import { found } from './find.ts';
import { factOf, type Telling } from './log-facts.ts';
import { type Known, type KnownRecord, knownOf } from './log-known.ts';
import { missingIn } from './log-refs.ts';
import type { Logbook } from './logbook.ts';
import { filledBy } from './mapping.ts';
import type { Bad, MappedRow } from './plan.ts';
import { pretending } from './rehearse.ts';
import { heldKeys } from './store.ts';

/** Writes the histories of a batch. Call it in the transaction that moves the import on. */
export function takeLog(running: Running, logbook: Logbook, batch: Batch): Promise<Tally> {
  return pretending(running.house.db, running.the.dry_run, () => take(running, logbook, batch));
}

async function take(running: Running, logbook: Logbook, batch: Batch): Promise<Tally> {
  const { house, the, mapping, definition } = running;
  const { rows: named, created } = await found(house, batch.rows, { actor: the.actor, mapping, dry_run: the.dry_run });
  const rows = await missingIn(house, { definition, mapping, rows: named, actor: the.actor });
  const bad: Bad[] = [];
  const groups = byKey(rows);
  const held = await heldKeys(house.db, the.id, [...groups.keys()]);
  const whole = new Map([...groups].filter(([key, group]) => isWhole(group, held.get(key), bad)));
  const known = await knownOf(running, whole);
  const terms = await logbook.agreements?.(house.db, servicesIn(rows));
  const integrator = (await settings(house)).house ?? '';
  const ids = await takeNumbersFor(
    running,
    [...whole.keys()].filter((key) => !known.records.has(key)),
  );
  const folded: Folded[] = [];
  let [seen, worked] = [0, 0];
  for (const [key, group] of whole) {
    const made = history({ running, logbook, known, key, group, id: ids.get(key) ?? '', house: integrator, terms });
    bad.push(...made.bad);
    seen += made.known;
    if (made.folded) folded.push(made.folded);
    worked += group.length;
    if (worked % 100 < group.length) await breath();
  }
  await writeHistories(house.db, definition, folded);
  const facts = folded.reduce((sum, each) => sum + each.entries.length, 0);
  return { rows: batch.rows.length, records: folded.filter((each) => each.before === null).length, facts, known: seen, bad, created };
}

function byKey(rows: readonly MappedRow[]): Map<string, MappedRow[]> {
  const groups = new Map<string, MappedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group) group.push(row);
    else groups.set(row.key, [row]);
  }
  return groups;
}

/** One wrong row holds back its whole record, now and in later batches: half a history would tell a wrong story. */
function isWhole(group: readonly MappedRow[], heldBy: number | undefined, bad: Bad[]): boolean {
  const wrong = group.find((row) => row.bad.length)?.number ?? heldBy;
  if (wrong === undefined) return true;
  for (const row of group) bad.push(...(row.bad.length ? row.bad : [badRow(row, refuse('import.held', undefined, { row: wrong }))]));
  return false;
}

const badRow = (row: MappedRow, refusal: Refusal): Bad => ({ row: row.number, column: '', refusal, value: '', key: row.key });

function servicesIn(rows: readonly MappedRow[]): string[] {
  return [...new Set(rows.map((row) => row.values.service).filter((id): id is string => typeof id === 'string'))];
}

/** In a dry run no sequence moves. */
async function takeNumbersFor({ house, the, definition }: Running, keys: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const ids = the.dry_run ? keys.map((_key, at) => `${definition.prefix}-${800_000_000_000_000 + at}`) : await takeNumbers(house.db, definition, keys.length);
  return new Map(keys.map((key, at) => [key, ids[at] as string]));
}

type Making = {
  readonly running: Running;
  readonly logbook: Logbook;
  readonly known: Known;
  readonly key: string;
  readonly group: readonly MappedRow[];
  readonly id: string;
  readonly house: string;
  readonly terms: Telling['terms'];
};

type Made = { readonly folded: Folded | null; readonly bad: Bad[]; readonly known: number };

/** One record: what is new of it, folded; or what is wrong with it. */
function history(making: Making): Made {
  const { running, known, key, group } = making;
  const standing = known.records.get(key);
  const none = (bad: Bad[], seen = 0): Made => ({ folded: null, bad, known: seen });
  const barred = known.taken.get(key) ?? standing?.refusal;
  if (barred) return none(group.map((row) => badRow(row, barred)));
  const { fresh, before, changed } = sift(group, known, running.the.id);
  const now = new Date(running.house.clock.now()).toISOString();
  const last = standing?.row.updated_at ?? '';
  const wrong = fresh.map((row) => [row, wrongTime(row, last, now)] as const).filter(([, refusal]) => refusal !== null);
  const culprit = changed[0]?.row ?? wrong[0]?.[0].number;
  if (culprit !== undefined) {
    const refusals = new Map(wrong);
    return none([...changed, ...fresh.map((row) => badRow(row, refusals.get(row) ?? refuse('import.held', undefined, { row: culprit })))], before);
  }
  return fresh.length ? fold(making, { fresh, standing: standing ?? null, before, now }) : none([], before);
}

function wrongTime({ at }: MappedRow, last: string, now: string): Refusal | null {
  if ((at ?? '') < last) return refuse('import.too_early', undefined, { at: last });
  return (at ?? '') > now ? refuse('import.in_future', 'at', { field: 'at', value: at }) : null;
}

type Sifted = { readonly fresh: readonly MappedRow[]; readonly before: number; readonly changed: Bad[] };

/** Rows in the order in which they happened, without those that an earlier run brought in. */
function sift(group: readonly MappedRow[], known: Known, own: string): Sifted {
  const changed: Bad[] = [];
  const fresh: MappedRow[] = [];
  let before = 0;
  for (const row of group) {
    const { id, hash } = known.identities.get(row) ?? { id: '', hash: '' };
    const stored = known.facts.get(id);
    if (stored === undefined) fresh.push(row);
    else if (stored.hash !== hash) changed.push(badRow(row, refuse('import.changed')));
    else if (stored.import === own && stored.row !== row.number) changed.push(badRow(row, refuse('import.twice', undefined, { row: stored.row })));
    else before += 1;
  }
  return { fresh: fresh.sort(inTime), before, changed };
}

function inTime(a: MappedRow, b: MappedRow): number {
  if (a.at !== b.at) return (a.at ?? '') < (b.at ?? '') ? -1 : 1;
  for (const [at, value] of a.order.entries()) if (value !== (b.order[at] ?? 0)) return value - (b.order[at] ?? 0);
  return a.number - b.number;
}

type Standing = { readonly fresh: readonly MappedRow[]; readonly standing: KnownRecord | null; readonly before: number; readonly now: string };

function fold(making: Making, { fresh, standing, before, now }: Standing): Made {
  const { running, key } = making;
  const definition: Definition = running.definition;
  const telling: Telling = { ...making, fresh };
  const history = {
    id: standing?.row.id ?? making.id,
    before: standing?.row ?? null,
    clocks: standing?.clocks ?? [],
    count: fresh.length,
    fact: (index: number, row: AnyRow | null) => factOf(telling, index, row),
  };
  const folded = foldHistory(definition, history, { recorded_at: now, channel: 'import' });
  if (!isMisfit(folded)) return { folded, bad: [], known: before };
  const culprit = fresh[folded.index]?.number ?? 0;
  const bad = fresh.map((row) => {
    const refusal = row.number === culprit ? folded.refusal : refuse('import.held', undefined, { row: culprit });
    return {
      row: row.number,
      column: row.number === culprit && folded.refusal.field ? filledBy(running.mapping, folded.refusal.field) : '',
      refusal,
      value: '',
      key,
    };
  });
  return { folded: null, bad, known: before };
}
