// One cell of a file becomes one value of a field; what does not fit is a refusal that names the field and the text.
import { wrongValue } from '../../kernel/command.ts';
import { type Field, isId } from '../../kernel/field.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type DateReader, dateReader } from './dates.ts';
import { columnsIn, columnsInTemplate, type Find, fillTemplate, type Mapping, type Rule } from './mapping.ts';

/** A text that names another record: found for many rows at once. */
export type Named = { readonly named: string; readonly find: Find };
export const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null && 'named' in value && 'find' in value;

/** `undefined` when the file says nothing and no default is given. */
export type Cell = unknown | Named | Refusal | undefined;
export type CellReader = { readonly column: string; readonly read: (cells: readonly unknown[]) => Cell };

type Compiling = { readonly name: string; readonly field: Field; readonly rule: Rule; readonly mapping: Mapping; readonly header: readonly string[] };

/** Compiles a rule against the header of a file; the columns have been checked to exist. */
export function cellReader({ name, field, rule, mapping, header }: Compiling): CellReader {
  const raw = rawReader(rule, mapping, header);
  const parse = parserFor({ name, field, rule, mapping });
  const fallback = rule.default ?? undefined;
  const read = (cells: readonly unknown[]): Cell => {
    const found = raw(cells);
    const said = found === undefined ? undefined : translated(name, rule, found);
    if (isRefusal(said)) return said;
    const value = said === undefined ? fallback : said;
    if (value === undefined || value === null) return value;
    // A default may be the number of a record itself.
    if (rule.find && typeof value === 'string' && !(value === rule.default && isId(value))) return { named: value, find: rule.find };
    const parsed = typeof value === 'string' && value !== rule.constant ? parse(value) : fromJson(field, value);
    if (isRefusal(parsed) || isNamed(parsed)) return parsed;
    return wrongValue(name, field, parsed) ?? parsed;
  };
  return { column: columnsIn(rule), read };
}

/** The cell as the file has it; undefined when it says nothing. */
function rawReader(rule: Rule, mapping: Mapping, header: readonly string[]): (cells: readonly unknown[]) => unknown {
  const nothing = new Set(['', ...(mapping.unknown ?? [])]);
  const known = (value: unknown): unknown => (value === null || (typeof value === 'string' && nothing.has(value.trim())) ? undefined : value);
  if (rule.constant !== undefined) return () => rule.constant;
  if (rule.column !== undefined) {
    const at = header.indexOf(rule.column);
    return (cells) => known(typeof cells[at] === 'string' ? cells[at].trim() : cells[at]);
  }
  const template = rule.template ?? '';
  const places = new Map(columnsInTemplate(template).map((column) => [column, header.indexOf(column)]));
  return (cells) => {
    const value = (column: string): unknown => cells[places.get(column) ?? -1];
    if (places.size > 0 && [...places.keys()].every((column) => known(value(column)) === undefined)) return undefined;
    return fillTemplate(template, (column) => textOf(value(column)).trim()).trim();
  };
}

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : value === null || value === undefined ? '' : JSON.stringify(value));

/** With a table every text needs an entry, or the mapping says what to do: a silent guess would be a wrong record. */
function translated(name: string, { values, otherwise }: Rule, found: unknown): unknown {
  if (!values) return found;
  const key = textOf(found);
  if (Object.hasOwn(values, key)) return values[key];
  if (otherwise === 'keep') return found;
  return otherwise === 'unknown' ? undefined : refuse('import.no_translation', name, { field: name, value: key.slice(0, 80) });
}

/** JSON files have numbers, lists and objects; a number in a field for text is text. */
function fromJson(field: Field, value: unknown): unknown {
  const isText = field.kind === 'text' || field.kind === 'prose' || field.kind === 'choice' || field.kind === 'email';
  return isText && typeof value === 'number' ? String(value) : value;
}

type Parser = (text: string) => unknown;
type Parsing = Omit<Compiling, 'header'>;

function parserFor({ name, field, rule, mapping }: Parsing): Parser {
  switch (field.kind) {
    case 'integer':
    case 'minutes':
    case 'ppm':
      return (text) => (/^[+-]?\d{1,15}$/.test(text) ? Number(text) : refuse('import.not_number', name, { field: name, value: text.slice(0, 80) }));
    case 'boolean':
      return (text) => booleans.get(text.toLowerCase()) ?? refuse('import.not_boolean', name, { field: name, value: text.slice(0, 80) });
    case 'instant':
    case 'date':
      return dateParser(name, field.kind, { format: rule.dates ?? mapping.dates ?? 'iso', zone: rule.zone ?? mapping.zone ?? 'UTC' });
    case 'choice':
      return choiceParser(field.options);
    case 'refs':
    case 'texts':
      return (text) =>
        text
          .split(mapping.separator ?? ';')
          .map((each) => each.trim())
          .filter(Boolean);
    case 'data':
      return jsonOr;
    default:
      return (text) => text;
  }
}

const booleans = new Map<string, boolean>([
  ...['true', 'yes', 'y', '1', 'ja', 'waar', 'wahr', 'x'].map((word) => [word, true] as [string, boolean]),
  ...['false', 'no', 'n', '0', 'nee', 'nein', 'onwaar', 'falsch'].map((word) => [word, false] as [string, boolean]),
]);

const readers = new Map<string, DateReader>();

function dateParser(name: string, kind: 'instant' | 'date', { format, zone }: { format: string; zone: string }): Parser {
  const key = `${format} ${zone}`;
  const reader = readers.get(key) ?? dateReader(format, zone);
  if (readers.size > 50) readers.clear();
  readers.set(key, reader);
  return (text) => reader[kind](text) ?? refuse('import.not_date', name, { field: name, value: text.slice(0, 80), format });
}

/** The word itself, or what people read on the screen in any of our languages. */
function choiceParser(options: Readonly<Record<string, { readonly en: string; readonly nl: string; readonly de: string }>>): Parser {
  const labels = new Map(Object.entries(options).flatMap(([value, label]) => [label.en, label.nl, label.de].map((each) => [each.toLowerCase(), value])));
  return (text) => (Object.hasOwn(options, text) ? text : (labels.get(text.toLowerCase()) ?? text));
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
