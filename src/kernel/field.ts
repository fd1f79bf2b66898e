// The kinds of field there are: one row per kind, one cell per concern. Nothing else in the house switches on kind.

import { fits, type Shape } from './shape.ts';
import type { Text } from './text.ts';

/** Where an actor stands relative to a record: the integrator, a customer of it, or a supplier to it. */
export const sides = ['integrator', 'customer', 'supplier'] as const;
export type Side = (typeof sides)[number];

type Common = {
  readonly label: Text;
  readonly means?: Text;
  /** Always present on a stored row (column `not null`). What a step needs is said per command, in `needs`. */
  readonly required?: boolean;
  /** Weight in full-text search, `A` strongest. */
  readonly search?: 'A' | 'B' | 'C' | 'D';
  /** Sides that are shown the value; everybody who may see the record when absent. */
  readonly shown_to?: readonly Side[];
  /** May a list be sorted by it (an index exists). */
  readonly sorts?: boolean;
  /** A default column of the record's list. */
  readonly listed?: boolean;
};
type Plain = 'text' | 'prose' | 'integer' | 'minutes' | 'ppm' | 'boolean' | 'instant' | 'date' | 'email' | 'zone' | 'texts';
export type Field =
  /** `minor`: whole minor units of a currency (cents), which people read and type in whole units. */
  | (Common & { readonly kind: Plain; readonly max?: number; readonly min?: number; readonly minor?: true })
  | (Common & { readonly kind: 'choice'; readonly options: Readonly<Record<string, Text>> })
  | (Common & { readonly kind: 'ref' | 'refs'; readonly to: string })
  | (Common & { readonly kind: 'data'; readonly shape: Shape; readonly names?: string });
export type Kind = Field['kind'];

/** TypeScript type of a field's value; `null` is added by the row type unless `required`. */
export type ValueOf<F extends Field> = F extends { kind: 'integer' | 'minutes' | 'ppm' }
  ? number
  : F extends { kind: 'boolean' }
    ? boolean
    : F extends { kind: 'refs' | 'texts' }
      ? readonly string[]
      : F extends { kind: 'choice' }
        ? keyof F['options'] & string
        : F extends { kind: 'data'; shape: Shape<infer T> }
          ? T
          : string;

type Cells = {
  /** PostgreSQL column type. */
  readonly sql: 'text' | 'integer' | 'bigint' | 'boolean' | 'timestamptz' | 'date' | 'text[]' | 'jsonb';
  /** JSON Schema (2020-12) of the value, for OpenAPI. */
  readonly schema: (field: Field) => Record<string, unknown>;
  /** Code of what is wrong with a value, or null when it is right. */
  readonly wrong: (value: unknown, field: Field) => string | null;
  readonly widget: string;
  /** How two values compare in filters and sorting. */
  readonly compares: 'text' | 'number' | 'instant' | 'set' | 'none';
};

const instantPattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const idPattern = /^[A-Z]{2,4}-\d{1,15}$/;
const emailPattern = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>"]+$/;

export const isInstant = (value: unknown): value is string =>
  typeof value === 'string' && instantPattern.test(value) && Number.isFinite(Date.parse(value)) && Number(value.slice(0, 4)) >= 1900;
export const isId = (value: unknown): value is string => typeof value === 'string' && idPattern.test(value);

const isDate = (value: string): boolean => {
  const at = Date.parse(`${value}T00:00:00Z`);
  return datePattern.test(value) && Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === value;
};
/** Storable text of a filter value's length. */
export const isFilterText = (value: string): boolean => storable(value) && value.length <= 300;
const limit = (field: Field, otherwise: number): number => ('max' in field && field.max ? field.max : otherwise);
// NUL cannot be stored as text, a lone surrogate cannot be written as UTF-8: both are refused at the door, by name.
const storable = (value: string): boolean => !value.includes('\u0000') && value.isWellFormed();
const text =
  (longest: number, test?: (value: string) => boolean) =>
  (value: unknown, field: Field): string | null => {
    if (typeof value !== 'string') return 'field.not_text';
    if (!storable(value)) return 'field.not_storable';
    if (value.length > limit(field, longest)) return 'field.too_long';
    if (field.kind !== 'prose' && /[\r\n]/.test(value)) return 'field.one_line';
    return test && !test(value) ? `field.not_${field.kind}` : null;
  };
const whole =
  (lowest: number, highest: number) =>
  (value: unknown, field: Field): string | null => {
    if (typeof value !== 'number' || !Number.isInteger(value)) return 'field.not_whole';
    const min = 'min' in field && field.min !== undefined ? field.min : lowest;
    return value < min || value > limit(field, highest) ? 'field.out_of_range' : null;
  };
const list =
  (test: (value: string) => boolean, code: string) =>
  (value: unknown): string | null => {
    if (!Array.isArray(value)) return 'field.not_list';
    if (value.length > 1000) return 'field.too_long';
    return value.every((each) => typeof each === 'string' && storable(each) && each.length <= 300 && test(each)) ? null : code;
  };
const zoneKnown = (value: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
};

export const kinds: Readonly<Record<Kind, Cells>> = {
  text: { sql: 'text', schema: (f) => ({ type: 'string', maxLength: limit(f, 300) }), wrong: text(300), widget: 'line', compares: 'text' },
  prose: { sql: 'text', schema: (f) => ({ type: 'string', maxLength: limit(f, 50_000) }), wrong: text(50_000), widget: 'lines', compares: 'none' },
  email: {
    sql: 'text',
    schema: () => ({ type: 'string', format: 'email', maxLength: 254 }),
    wrong: text(254, (v) => emailPattern.test(v)),
    widget: 'email',
    compares: 'text',
  },
  zone: { sql: 'text', schema: () => ({ type: 'string', examples: ['Europe/Amsterdam'] }), wrong: text(64, zoneKnown), widget: 'zone', compares: 'text' },
  integer: { sql: 'integer', schema: () => ({ type: 'integer' }), wrong: whole(-2_147_483_648, 2_147_483_647), widget: 'number', compares: 'number' },
  minutes: {
    sql: 'integer',
    schema: () => ({ type: 'integer', minimum: 0, description: 'minutes' }),
    wrong: whole(0, 5_256_000),
    widget: 'minutes',
    compares: 'number',
  },
  ppm: {
    sql: 'integer',
    schema: () => ({ type: 'integer', minimum: 0, maximum: 1_000_000, description: 'parts per million; 999500 is 99.95 %' }),
    wrong: whole(0, 1_000_000),
    widget: 'percent',
    compares: 'number',
  },
  boolean: {
    sql: 'boolean',
    schema: () => ({ type: 'boolean' }),
    wrong: (v) => (typeof v === 'boolean' ? null : 'field.not_boolean'),
    widget: 'switch',
    compares: 'text',
  },
  instant: {
    sql: 'timestamptz',
    schema: () => ({ type: 'string', format: 'date-time' }),
    wrong: (v) => (isInstant(v) ? null : 'field.not_instant'),
    widget: 'instant',
    compares: 'instant',
  },
  date: { sql: 'date', schema: () => ({ type: 'string', format: 'date' }), wrong: text(10, isDate), widget: 'date', compares: 'text' },
  choice: {
    sql: 'text',
    schema: (f) => ({ type: 'string', enum: f.kind === 'choice' ? Object.keys(f.options) : [] }),
    wrong: (v, f) => (typeof v === 'string' && f.kind === 'choice' && Object.hasOwn(f.options, v) ? null : 'field.not_choice'),
    widget: 'choice',
    compares: 'text',
  },
  ref: {
    sql: 'text',
    schema: () => ({ type: 'string', pattern: idPattern.source }),
    wrong: (v) => (isId(v) ? null : 'field.not_id'),
    widget: 'ref',
    compares: 'text',
  },
  refs: {
    sql: 'text[]',
    schema: () => ({ type: 'array', items: { type: 'string', pattern: idPattern.source }, maxItems: 1000 }),
    wrong: list(isId, 'field.not_id'),
    widget: 'refs',
    compares: 'set',
  },
  texts: {
    sql: 'text[]',
    schema: () => ({ type: 'array', items: { type: 'string', maxLength: 300 }, maxItems: 1000 }),
    wrong: list(() => true, 'field.not_text'),
    widget: 'texts',
    compares: 'set',
  },
  data: {
    sql: 'jsonb',
    schema: (f) => (f.kind === 'data' ? { ...f.shape.schema } : {}),
    wrong: (v, f) => (f.kind === 'data' && fits(f.shape.schema, v) ? null : 'field.not_shape'),
    widget: 'data',
    compares: 'none',
  },
};
