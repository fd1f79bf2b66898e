// One batch of an import: the next rows of the file, mapped.
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import type { House } from '../house.ts';
import type { Mapping } from './mapping.ts';
import type { Bad, MappedRow, Plan } from './plan.ts';
import { type Form, readRows } from './rows.ts';
import { contentOf, type Import } from './store.ts';

/** What a batch did. `rows` counts rows of the file, bad ones included. */
export type Tally = {
  readonly rows: number;
  readonly records: number;
  readonly facts: number;
  readonly known: number;
  readonly bad: readonly Bad[];
  readonly created: Readonly<Record<string, readonly string[]>>;
};

export type Running = {
  readonly house: House;
  readonly the: Import;
  readonly mapping: Mapping;
  readonly form: Form;
  readonly definition: Definition;
  readonly plan: Plan;
};
export type Batch = {
  readonly rows: readonly MappedRow[];
  /** Byte and number of the row after the batch. */
  readonly next: number;
  readonly number: number;
  readonly end: boolean;
};

const mostOfOneRecord = 1_000;

/**
 * Reads about `most` rows from where the import stands. In a log the batch ends between two records when it can, so that a
 * record is judged as a whole; a record of more than a thousand rows is cut.
 */
export async function nextBatch({ house, the, mapping, form, plan }: Running, most: number): Promise<Batch | Refusal> {
  const source = contentOf(house.db, the);
  const rows: MappedRow[] = [];
  let place = { next: the.byte_offset, number: the.row_number, end: false };
  while (!place.end && rows.length < mostOfOneRecord) {
    const piece = await readRows(source, form, { from: place.next, number: place.number, most: most - (rows.length % most) });
    if (isRefusal(piece)) return piece;
    for (const row of piece.rows) {
      rows.push(plan.map(row));
      if (rows.length % 100 === 0) await breath();
    }
    place = { next: piece.next, number: piece.number, end: piece.end };
    await breath();
    if (rows.length >= most && (mapping.mode !== 'log' || rows[0]?.key !== rows.at(-1)?.key)) break;
  }
  const taken = place.end || mapping.mode !== 'log' ? rows.length : wholeRecords(rows);
  const kept = rows.slice(0, taken);
  const last = kept.at(-1);
  if (taken === rows.length || !last) return { rows, ...place };
  return { rows: kept, next: last.end, number: last.number + 1, end: false };
}

/** How many of the rows belong to records that are surely complete: all but those of the last key. */
function wholeRecords(rows: readonly MappedRow[]): number {
  const last = rows.at(-1)?.key;
  let count = rows.length;
  while (count > 0 && rows[count - 1]?.key === last) count -= 1;
  return count === 0 ? rows.length : count;
}

/** Lets the event loop serve others. */
export const breath = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
