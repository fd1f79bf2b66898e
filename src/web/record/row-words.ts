// Lists of rows inside a record: one table of columns per list, for editing it and for saying it in words.
import type { Field } from '../../kernel/field.ts';
import { wordsOf } from './value.tsx';
import type { Tongue, Widget } from './widget.ts';

/** A column is a field like any other; `width` in pixels, `edit` a box of its own. Without `required` it may stay empty. */
export type Column = Field & { readonly width?: number; readonly edit?: Widget };
export type Columns = Readonly<Record<string, Column>>;
export type Row = Readonly<Record<string, unknown>>;

const empty = (value: unknown): boolean => value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
/** A bare number or yes says nothing without the name of its column. */
const named = ({ kind, ...rest }: Column): boolean => kind === 'boolean' || (kind === 'integer' && !('minor' in rest && rest.minor));

/** A line per row. */
export function rowWords(columns: Columns): (value: unknown, tongue: Tongue) => string {
  return (value, { say, format, refs, currency }) => {
    const told = (column: Column, cell: unknown): string => {
      const words = wordsOf({ value: cell, field: column, refs, currency }, say, format);
      return named(column) ? `${say(column.label)}: ${words}` : words;
    };
    const line = (row: Row): string =>
      Object.entries(columns)
        .filter(([name]) => !empty(row[name]))
        .map(([name, column]) => told(column, row[name]))
        .join(' · ');
    return (value as readonly Row[]).map(line).join('\n');
  };
}

/** A row to begin with: lists are empty, what is off is off, the rest is not there yet. */
export function freshRow(columns: Columns): Row {
  const start = ({ kind }: Column): unknown => (kind === 'refs' || kind === 'texts' ? [] : kind === 'boolean' ? false : null);
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, start(column)]));
}

/** What was emptied is not there; a text that must be there stays one, so that the server can say what is wrong with it. */
export const cellOf = ({ required }: Column, value: unknown): unknown => (value === '' && !required ? null : value);

export const isMissing = ({ required }: Column, value: unknown): boolean => required === true && empty(value);
