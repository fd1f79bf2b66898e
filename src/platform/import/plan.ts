// A mapping compiled against the header of one file: a function from a row to what it says, and to what is wrong with it.
import { createHash } from 'node:crypto';
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Params } from '../../kernel/text.ts';
import { type CellReader, cellReader, isNamed, type Named, textOf } from './cell.ts';
import { columnsOf, logFields, type Mapping, recordFields, ruleOf } from './mapping.ts';
import type { RawRow } from './row.ts';

export type Bad = { readonly row: number; readonly column: string; readonly refusal: Refusal; readonly value: string; readonly key: string };

/** A row as the mapping reads it. Values may still name records (`Named`) that have to be found. */
export type MappedRow = {
  readonly number: number;
  readonly end: number;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly at: string | null;
  readonly opened_at: string | null;
  readonly order: readonly number[];
  /** What tells this row from others of the same record, as the file has it. */
  readonly identity: string;
  /** Of everything the mapping reads, as the file has it. */
  readonly hash: string;
  readonly by: string;
  readonly params: Params;
  readonly bad: readonly Bad[];
};
export type Plan = { readonly map: (row: RawRow) => MappedRow };

type Planning = { readonly definition: Definition; readonly mapping: Mapping; readonly header: readonly string[] };

export function planOf({ definition, mapping, header }: Planning): Plan | Refusal {
  const columns = columnsOf(mapping);
  for (const column of columns) {
    const first = header.indexOf(column);
    if (first < 0) return refuse('import.no_column', 'mapping', { column: column.slice(0, 80), options: header.slice(0, 60).join(', ').slice(0, 1_000) });
    if (header.indexOf(column, first + 1) >= 0) return refuse('import.column_twice', 'mapping', { column: column.slice(0, 80) });
  }
  const fields = (mapping.mode === 'log' ? logFields(definition) : recordFields(definition, mapping)) ?? {};
  const readers = Object.entries(mapping.fields).map(([name, said]) => {
    const field = fields[name] as Field;
    return [name, cellReader({ name, field, rule: ruleOf(said), mapping, header })] as const;
  });
  const time = (name: string, said: string | Parameters<typeof ruleOf>[0] | undefined): CellReader | null =>
    said === undefined ? null : cellReader({ name, field: instant, rule: ruleOf(said), mapping, header });
  const parts = { readers, at: time('at', mapping.log?.at ?? mapping.at), opened_at: time('opened_at', mapping.log?.opened_at) };
  const places = new Map(header.map((column, place) => [column, place]));
  return { map: (row) => mapRow(row, { mapping, places, columns, ...parts }) };
}

const instant: Field = { kind: 'instant', label: { en: 'Time', nl: 'Tijd', de: 'Zeit' } };

type Compiled = {
  readonly mapping: Mapping;
  readonly places: ReadonlyMap<string, number>;
  readonly columns: readonly string[];
  readonly readers: readonly (readonly [string, CellReader])[];
  readonly at: CellReader | null;
  readonly opened_at: CellReader | null;
};

function mapRow(row: RawRow, compiled: Compiled): MappedRow {
  const { mapping, places } = compiled;
  const cell = (column: string): string => textOf(row.cells[places.get(column) ?? -1]).trim();
  const key = mapping.key.map(cell).join(' ').trim();
  const bad: Bad[] = [];
  const note = (column: string, refusal: Refusal): void => void bad.push({ row: row.number, column, refusal, value: column ? cellsOf(column, cell) : '', key });
  if (row.wrong) note('', row.wrong);
  else if (mapping.key.some((column) => cell(column) === '' || mapping.unknown?.includes(cell(column))))
    note(mapping.key.join(', '), refuse('import.no_key', undefined, { column: mapping.key.join(', ') }));
  if (bad.length) return { ...nothing, number: row.number, end: row.end, key, bad };
  const take = (reader: CellReader | null): unknown => {
    const value = reader?.read(row.cells);
    if (!isRefusal(value)) return value;
    note(reader?.column ?? '', value);
    return undefined;
  };
  const values: Record<string, unknown> = {};
  for (const [name, reader] of compiled.readers) {
    const value = take(reader);
    if (value !== undefined) values[name] = value;
  }
  if (mapping.log) values[mapping.log.id_field] ??= key;
  if (mapping.extra) values.extra = extraOf(mapping.extra, { cell, unknown: mapping.unknown ?? [] });
  const at = take(compiled.at);
  if (mapping.log && at === undefined && bad.length === 0)
    note(compiled.at?.column ?? '', refuse('field.required', 'at', { field: compiled.at?.column ?? 'at' }));
  const opened_at = take(compiled.opened_at);
  return {
    number: row.number,
    end: row.end,
    key,
    values,
    at: typeof at === 'string' ? at : null,
    opened_at: typeof opened_at === 'string' ? opened_at : null,
    ...logParts(mapping, cell),
    hash: mapping.log ? digest(JSON.stringify(compiled.columns.map(cell))) : '',
    bad,
  };
}

const noLog = { order: [], identity: '', by: '', params: {} };
const nothing = { ...noLog, values: {}, at: null, opened_at: null, hash: '' };

const cellsOf = (columns: string, cell: (column: string) => string): string => columns.split(', ').map(cell).join(' | ');

type Cells = { readonly cell: (column: string) => string; readonly unknown: readonly string[] };

function extraOf(extra: Readonly<Record<string, string>>, { cell, unknown }: Cells): Readonly<Record<string, string>> {
  const entries = Object.entries(extra).map(([name, column]) => [name, storable(cell(column)).slice(0, 300)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== '' && !unknown.includes(value)));
}

function logParts({ log, unknown = [] }: Mapping, cell: (column: string) => string): Pick<MappedRow, 'order' | 'identity' | 'by' | 'params'> {
  if (!log) return noLog;
  const order = (log.order ?? []).map(cell);
  const at = ruleOf(log.at).column;
  const said = (column: string): string | null => (unknown.includes(cell(column)) ? null : storable(cell(column)).slice(0, 200) || null);
  return {
    order: order.map((text) => (Number.isFinite(Number(text)) ? Number(text) : 0)),
    identity: [at === undefined ? '' : cell(at), ...order].join('|'),
    by: log.by === undefined ? '' : (said(log.by) ?? ''),
    params: Object.fromEntries(Object.entries(log.params ?? {}).map(([name, column]) => [name, said(column)])),
  };
}

export const digest = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22);

/** Text that PostgreSQL and JSON can keep: no NUL, no half of a surrogate pair. */
export const storable = (value: string): string => value.replaceAll('\u0000', '\u2400').toWellFormed();

/** The references of rows that are still texts. */
export const namedIn = (row: Pick<MappedRow, 'values'>): [string, Named][] =>
  Object.entries(row.values).filter((entry): entry is [string, Named] => isNamed(entry[1]));
