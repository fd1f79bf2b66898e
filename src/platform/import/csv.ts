// Rows of a CSV file (RFC 4180 and its dialects) from any place in it, a stretch at a time, so that no file is too large to hold.
import Papa from 'papaparse';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type ByteSource, byteLength, decode, type Encoding } from './bytes.ts';
import type { Piece, RawRow } from './row.ts';

export type Dialect = { readonly encoding: Encoding; readonly delimiter: string; readonly newline: string };

/** Bytes. A longer row is a missing quotation mark or an attack. */
export const longestRow = 1_048_576;
export const mostColumns = 500;
const firstStretch = 131_072;

/** The header and where the rows begin. */
export async function readHeader(
  source: ByteSource,
  { encoding, bom, delimiter }: { encoding: Encoding; bom: number; delimiter: string },
): Promise<{ header: string[]; dialect: Dialect; from: number } | Refusal> {
  const bytes = await source.read(bom, firstStretch);
  const text = decode(bytes, { encoding, last: bom + bytes.length >= source.size, from: bom });
  if (isRefusal(text)) return text;
  const newline = newlineOf(text);
  const guessed = delimiter === 'auto' ? delimiterOf(text, newline) : delimiter;
  const dialect = { encoding, delimiter: guessed, newline };
  const piece = await readCsv(source, { dialect, from: bom, number: 1, columns: null, most: 1 });
  if (isRefusal(piece)) return piece;
  const [first] = piece.rows;
  if (!first) return refuse('import.empty');
  if (first.cells.length > mostColumns) return refuse('import.too_many_columns', undefined, { limit: mostColumns });
  return { header: first.cells.map((cell, at) => String(cell).trim() || `column_${at + 1}`), dialect, from: first.end };
}

type Place = { readonly dialect: Dialect; readonly from: number; readonly number: number; readonly columns: number | null; readonly most: number };

/** The next rows, at most `most` of them, all from one stretch of the file. Blank lines count as rows but are left out. */
export async function readCsv(source: ByteSource, place: Place): Promise<Piece | Refusal> {
  for (let length = firstStretch; ; length *= 4) {
    const bytes = await source.read(place.from, length);
    const last = place.from + bytes.length >= source.size;
    const text = decode(bytes, { encoding: place.dialect.encoding, last, from: place.from });
    if (isRefusal(text)) return text;
    const piece = parse(text, place, last);
    const fatal = piece.rows.find((row) => row.wrong && fatalRows.has(row.wrong.refused))?.wrong;
    if (fatal) return fatal;
    if (piece.next > place.from || last) return piece;
    if (bytes.length > longestRow) return refuse('import.row_too_long', undefined, { row: place.number, limit: longestRow });
  }
}

/** A row that swallowed the rows after it: whatever is done with it, the others would be lost without a word. */
const fatalRows = new Set(['import.row_too_long', 'import.open_quote']);

type Step = { data: string[][]; errors: unknown[]; meta: { cursor: number } };

function parse(text: string, { dialect, from, number, columns, most }: Place, last: boolean): Piece {
  const rows: RawRow[] = [];
  let [end, chars, at] = [from, 0, number];
  const parser = new Papa.Parser({
    delimiter: dialect.delimiter,
    newline: dialect.newline as '\n',
    step: ({ data, errors, meta }: Step) => {
      const cells = data[0] ?? [];
      const length = byteLength(text.slice(chars, meta.cursor), dialect.encoding);
      end += length;
      chars = meta.cursor;
      const blank = cells.length === 1 && cells[0]?.trim() === '';
      if (!blank) rows.push({ number: at, end, cells, ...wrongRow(cells, { columns, quotes: errors.length > 0, number: at, length }) });
      at += 1;
      if (rows.length >= most) parser.abort();
    },
  });
  parser.parse(text, 0, !last);
  return { rows, next: end, number: at, end: last && rows.length < most };
}

type Judging = { readonly columns: number | null; readonly quotes: boolean; readonly number: number; readonly length: number };

function wrongRow(cells: readonly string[], { columns, quotes, number, length }: Judging): { wrong?: Refusal } {
  if (length > longestRow) return { wrong: refuse('import.row_too_long', undefined, { row: number, limit: longestRow }) };
  if (quotes) return { wrong: cells.some((cell) => /[\r\n]/.test(cell)) ? refuse('import.open_quote', undefined, { row: number }) : refuse('import.quotes') };
  return columns === null || cells.length === columns ? {} : { wrong: refuse('import.cells', undefined, { count: cells.length, columns }) };
}

/** The first line end outside quotation marks decides for the whole file. */
function newlineOf(text: string): string {
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') quoted = !quoted;
    else if (!quoted && sign === '\n') return '\n';
    else if (!quoted && sign === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r';
  }
  return '\n';
}

/** The sign that splits the first rows into the same number of cells, and most of them. */
function delimiterOf(text: string, newline: string): string {
  const tried = [',', ';', '\t', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(text.slice(0, 65_536), { delimiter, newline: newline as '\n', preview: 5 });
    const rows = data.filter((row) => row.length > 1 || row[0] !== '');
    const width = rows[0]?.length ?? 1;
    return { delimiter, width: rows.every((row, at) => row.length === width || at === rows.length - 1) ? width : 1 };
  });
  return tried.reduce((best, each) => (each.width > best.width ? each : best)).delimiter;
}
