// Records mode: every row is one opening command, performed like anybody's; in a dry run the same is judged and taken back.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { perform } from '../journal/perform.ts';
import type { Batch, Running, Tally } from './batch.ts';
import { found } from './find.ts';
import { filledBy, openingOf } from './mapping.ts';
import { type Bad, digest, type MappedRow } from './plan.ts';
import { pretending, rehearse } from './rehearse.ts';

/** Performs the rows of a batch. Call it in the transaction that moves the import on. In a dry run the rows of a batch see one another. */
export function takeRecords(running: Running, batch: Batch): Promise<Tally> {
  return pretending(running.house.db, running.the.dry_run, () => take(running, batch));
}

async function take(running: Running, batch: Batch): Promise<Tally> {
  const { house, the, mapping, definition } = running;
  const finding = { actor: the.actor, mapping, dry_run: the.dry_run };
  const { rows, created } = await found(house, batch.rows, { ...finding, later: definition.name });
  const bad: Bad[] = [];
  const seen = new Map<string, number>();
  let [records, known] = [0, 0];
  for (const mapped of rows) {
    // A row may name a record of its own kind that an earlier row made: those are found only now.
    const row = mapped.bad.length ? mapped : ((await found(house, [mapped], finding)).rows[0] ?? mapped);
    const outcome = row.bad.length ? 'bad' : await takeOne(running, row, seen.get(row.key));
    if (outcome === 'added') records += 1;
    else if (outcome === 'known') known += 1;
    else bad.push(...(isRefusal(outcome) ? [badOf(running, row, outcome)] : row.bad));
    if (!row.bad.length && !seen.has(row.key)) seen.set(row.key, row.number);
  }
  return { rows: rows.length, records, facts: records, known, bad, created };
}

/** The column a refusal is about, for the person who mends the file. */
function badOf({ mapping }: Running, row: MappedRow, refusal: Refusal): Bad {
  const column = refusal.field === undefined ? '' : filledBy(mapping, refusal.field);
  const value = refusal.field === undefined ? null : (row.values[refusal.field] ?? null);
  return { row: row.number, column, refusal, value: value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value), key: row.key };
}

async function takeOne(running: Running, row: MappedRow, before: number | undefined): Promise<'added' | 'known' | Refusal> {
  const { house, the, mapping, definition } = running;
  if (before !== undefined) return refuse('import.twice', undefined, { row: before });
  const now = new Date(house.clock.now()).toISOString();
  if (row.at !== null && row.at > now) return refuse('import.in_future', 'at', { field: 'at', value: row.at });
  const asked = {
    id: `import:${mapping.source}:${definition.name}:${row.key.length > 150 ? digest(row.key) : row.key}`,
    record: definition.name,
    command: openingOf(definition, mapping) ?? '',
    input: row.values,
    actor: the.actor,
  };
  const outcome = the.dry_run
    ? await rehearse(house, { ...asked, at: row.at ?? now, now, number: row.number })
    : await perform(house, { ...asked, target: null, channel: 'import', ...(row.at === null ? {} : { at: row.at }) });
  if (isRefusal(outcome)) return outcome.refused === 'key_reused' ? refuse('import.changed') : outcome;
  return outcome.replayed ? 'known' : 'added';
}
