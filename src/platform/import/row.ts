// A row of a file before anybody knows what it means, and a stretch of rows.
import type { Refusal } from '../../kernel/refusal.ts';

/** `number` is the row as a spreadsheet counts it (the header is row 1); `end` the byte behind it. */
export type RawRow = { readonly number: number; readonly end: number; readonly cells: readonly unknown[]; readonly wrong?: Refusal };
/** Rows, and the byte and number of the row that follows them. */
export type Piece = { readonly rows: readonly RawRow[]; readonly next: number; readonly number: number; readonly end: boolean };
