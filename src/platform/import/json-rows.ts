// Rows of a JSON file: objects in an array or one after another (NDJSON), found by their braces, from any place in the file.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type ByteSource, decode } from './bytes.ts';
import { longestRow, mostColumns } from './csv.ts';
import type { Piece, RawRow } from './row.ts';

const firstStretch = 131_072;
const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = [0x22, 0x5c, 0x7b, 0x7d, 0x5b, 0x5d];
/** Between objects: white space, commas, and the brackets of the one array around them. */
const between = new Set([0x20, 0x09, 0x0a, 0x0d, 0x2c, openBracket, closeBracket]);

type Place = { readonly from: number; readonly number: number; readonly columns: readonly string[]; readonly most: number };

/** The next rows, at most `most`; `columns` may be paths such as `caller.name`. UTF-8 only, as RFC 8259 asks. */
export async function readJsonRows(source: ByteSource, place: Place): Promise<Piece | Refusal> {
  for (let length = firstStretch; ; length *= 4) {
    const bytes = await source.read(place.from, length);
    const last = place.from + bytes.length >= source.size;
    const piece = split(bytes, place, last);
    if (isRefusal(piece)) return piece;
    if (piece.next > place.from || last) return piece;
    if (bytes.length > longestRow) return refuse('import.row_too_long', undefined, { row: place.number, limit: longestRow });
  }
}

/** Names of the values in the first rows, nested ones as paths. */
export async function jsonHeader(source: ByteSource, from: number): Promise<string[] | Refusal> {
  const piece = await readJsonRows(source, { from, number: 1, columns: [''], most: 100 });
  if (isRefusal(piece)) return piece;
  if (!piece.rows.length) return refuse('import.empty');
  const names = new Set(piece.rows.flatMap((row) => namesIn(row.cells[0], '', 0)));
  return names.size > mostColumns ? refuse('import.too_many_columns', undefined, { limit: mostColumns }) : [...names];
}

function namesIn(value: unknown, prefix: string, depth: number): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > 2) return prefix ? [prefix] : [];
  return Object.entries(value)
    .flatMap(([name, each]) => namesIn(each, prefix ? `${prefix}.${name}` : name, depth + 1))
    .slice(0, mostColumns + 1);
}

function split(bytes: Uint8Array, { from, number, columns, most }: Place, last: boolean): Piece | Refusal {
  const rows: RawRow[] = [];
  let at = 0;
  let next = from;
  while (rows.length < most) {
    while (at < bytes.length && between.has(bytes[at] as number)) at += 1;
    if (at >= bytes.length) return { rows, next: from + at, number: number + rows.length, end: last };
    const row = number + rows.length;
    if (bytes[at] !== openBrace) return refuse('import.not_json', undefined, { row, detail: `byte ${from + at} begins no object` });
    const end = endOfObject(bytes, at);
    if (end === null && last) return refuse('import.not_json', undefined, { row, detail: 'the object does not end' });
    if (end === null) return { rows, next, number: row, end: false };
    if (end - at > longestRow) return refuse('import.row_too_long', undefined, { row, limit: longestRow });
    rows.push(rowOf(bytes.subarray(at, end), { number: row, end: from + end, columns, from: from + at }));
    at = end;
    next = from + end;
  }
  return { rows, next, number: number + rows.length, end: false };
}

/** Behind the closing brace; null when it is not there. Inside texts braces mean nothing. */
function endOfObject(bytes: Uint8Array, start: number): number | null {
  let depth = 0;
  for (let at = start; at < bytes.length; at += 1) {
    const sign = bytes[at];
    if (sign === quote) {
      for (at += 1; at < bytes.length && bytes[at] !== quote; at += 1) if (bytes[at] === backslash) at += 1;
    } else if (sign === openBrace || sign === openBracket) depth += 1;
    else if (sign === closeBrace || sign === closeBracket) {
      depth -= 1;
      if (depth === 0) return at + 1;
    }
  }
  return null;
}

type Cutting = { readonly number: number; readonly end: number; readonly columns: readonly string[]; readonly from: number };

function rowOf(bytes: Uint8Array, { number, end, columns, from }: Cutting): RawRow {
  const text = decode(bytes, { encoding: 'utf-8', last: true, from });
  if (isRefusal(text)) return { number, end, cells: [], wrong: text };
  try {
    const value = JSON.parse(text) as unknown;
    return { number, end, cells: columns.map((path) => (path === '' ? value : valueAt(value, path))) };
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 100) : '';
    return { number, end, cells: [], wrong: refuse('import.not_json', undefined, { row: number, detail }) };
  }
}

function valueAt(value: unknown, path: string): unknown {
  const own = (one: unknown, name: string): unknown =>
    typeof one === 'object' && one !== null && Object.hasOwn(one, name) ? (one as Record<string, unknown>)[name] : undefined;
  const whole = own(value, path);
  return whole === undefined && path.includes('.') ? path.split('.').reduce(own, value) : (whole ?? null);
}
