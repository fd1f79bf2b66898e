// A view becomes SQL: scope, filters, words and keyset, with every value bound and every name from a definition.

import { readersOf } from '../../kernel/fact.ts';
import { isInstant, kinds } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import { type Filter, filterKind, filterValue, type View } from '../../kernel/view.ts';
import type { Value } from '../db/types.ts';

export class Params {
  readonly values: Value[] = [];
  add(value: Value): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export type Sort = { readonly field: string; readonly expression: string; readonly cast: string; readonly descending: boolean };
export type ListSql = { readonly where: string; readonly sort: Sort };
type Asking = { readonly definition: Definition; readonly view: View; readonly actor: Actor; readonly now: number; readonly params: Params };

/** The condition of a list, without its keyset. */
export function listSql(asking: Asking): ListSql {
  const { definition, view, actor, params } = asking;
  const scope = toSql(definition.see, actor, params.values.length + 1);
  for (const value of scope.params) params.add(value);
  const words = wordsSql(definition, view.words, params);
  const parts = [scope.sql, ...view.filters.map((filter) => filterSql(filter, asking)), ...words];
  return { where: parts.filter((part) => part !== 'true').join(' and ') || 'true', sort: sortOf(definition, view) };
}

const nulls: Readonly<Record<string, string>> = {
  timestamptz: "'infinity'::timestamptz",
  date: "'infinity'::date",
  text: "''",
  integer: '2147483647',
  bigint: '9223372036854775807',
  boolean: 'false',
};
const standing: Readonly<Record<string, { sql: string; nullable: boolean }>> = {
  id: { sql: 'text', nullable: false },
  due: { sql: 'timestamptz', nullable: true },
  opened_at: { sql: 'timestamptz', nullable: false },
  updated_at: { sql: 'timestamptz', nullable: false },
};

/** Records with clocks are worked on by what is due next; the others are shown newest first. */
export function sortOf(definition: Definition, view: View): Sort {
  const chosen = view.sort ?? (definition.clocks ? { field: 'due', descending: false } : { field: 'opened_at', descending: true });
  const own = definition.fields[chosen.field];
  const { sql, nullable } = standing[chosen.field] ?? { sql: own ? kinds[own.kind].sql : 'text', nullable: !own?.required };
  return {
    field: chosen.field,
    expression: nullable ? `coalesce(${chosen.field}, ${nulls[sql] ?? "''"})` : chosen.field,
    cast: sql,
    descending: chosen.descending,
  };
}

/** Rows after the given sort value and id, in the list's order. */
export function keysetSql(sort: Sort, after: readonly [string | number | boolean, string], params: Params): string {
  const [value, id] = after;
  return `(${sort.expression}, id) ${sort.descending ? '<' : '>'} (${params.add(value)}::${sort.cast}, ${params.add(id)})`;
}

function filterSql(filter: Filter, asking: Asking): string {
  const one = filter.field === 'is' ? filter.values.map((word) => isSql(word, asking)) : [fieldSql(filter, asking)];
  const sql = one.length > 1 ? `(${one.join(' or ')})` : (one[0] ?? 'true');
  return filter.not ? `(${sql}) is not true` : sql;
}

/** `PRM-12@2026-02-01T00:00:00Z..2026-03-01T00:00:00Z`: the targets of a promise that were due in a window; null when it is none. */
function targetsOf(value: string): readonly [promise: string, from: string, to: string] | null {
  const [, promise = '', from = '', to = ''] = /^([A-Z]{2,4}-\d{1,15})@(\S+)\.\.(\S+)$/.exec(value) ?? [];
  return isInstant(from) && isInstant(to) ? [promise, new Date(from).toISOString(), new Date(to).toISOString()] : null;
}

const isTargetFilter = (name: string): boolean => name === 'met' || name === 'missed';

/** What the grammar lets through as text and only the query can read. */
export function wrongTargets(definition: Definition, { filters }: View): Refusal | null {
  for (const { field, values } of filters.filter((each) => isTargetFilter(each.field))) {
    if (!definition.clocks) return refuse('view.unknown_field', 'q', { field, options: Object.keys(definition.fields).join(', ') });
    const value = values.find((each) => targetsOf(each) === null);
    if (value !== undefined) return refuse('view.wrong_value', 'q', { field, value });
  }
  return null;
}

/** Records of which a target of the promise was due in the window, and was met or missed; an open one past its due instant is missed. */
function targetSql({ field, values }: Filter, { actor, now, params }: Asking): string {
  const parts = values.flatMap((value) => {
    const asked = targetsOf(value);
    if (!asked) return [];
    const late = `(c.breached_at is not null or (c.phase = 'running' and c.due < ${params.add(new Date(now).toISOString())}::timestamptz))`;
    const readers = readersOf(actor);
    const seen = readers === null ? '' : ` and c.audience && ${params.add([...readers])}::text[]`;
    return [
      `id in (select c.record_id from clock c where c.promise = ${params.add(asked[0])} and coalesce(c.breached_at, c.due) >= ${params.add(asked[1])}::timestamptz
        and coalesce(c.breached_at, c.due) < ${params.add(asked[2])}::timestamptz and ${field === 'missed' ? late : `not ${late} and c.phase = 'met'`}${seen})`,
    ];
  });
  return parts.length ? `(${parts.join(' or ')})` : 'false';
}

function isSql(word: string, { definition, actor, now, params }: Asking): string {
  const custody = definition.custody;
  switch (word) {
    case 'open':
      return 'open';
    case 'closed':
      return 'not open';
    case 'mine':
      return custody && actor.person ? `${custody.person} = ${params.add(actor.person)}` : 'false';
    case 'team':
      return custody ? `${custody.team} = any(${params.add([...actor.teams])}::text[])` : 'false';
    case 'unassigned':
      return custody ? `${custody.person} is null` : 'false';
    case 'waiting':
      return custody ? `${custody.reason} is not null` : 'false';
    case 'overdue':
      return `due < ${params.add(new Date(now).toISOString())}::timestamptz`;
    default:
      return `state = ${params.add(word)}`;
  }
}

function fieldSql(filter: Filter, asking: Asking): string {
  const { definition, actor, now, params } = asking;
  if (isTargetFilter(filter.field)) return targetSql(filter, asking);
  const kind = filterKind(definition, filter.field);
  if (!kind) return 'false';
  const { sql, compares } = kinds[kind];
  const values = filter.values.flatMap((value) => {
    if (value === 'me') return actor.person ? [actor.person] : [];
    if (value === 'my') return [...actor.teams, ...actor.parties];
    return value === 'none' ? [] : [filterValue(kind, value, now)];
  });
  const given = values.filter((value) => value !== null);
  const absent = filter.values.includes('none') ? `${filter.field} is null` : null;
  const present = given.length ? comparison({ filter, sql, compares, values: given, params }) : null;
  const parts = [absent, present].filter((part) => part !== null);
  return parts.length ? `(${parts.join(' or ')})` : 'false';
}

type Comparing = { filter: Filter; sql: string; compares: string; values: readonly (string | number | boolean)[]; params: Params };

function comparison({ filter, sql, compares, values, params }: Comparing): string {
  if (compares === 'set') return `${filter.field} && ${params.add(values.map(String))}::text[]`;
  if (filter.operator !== '=') return `${filter.field} ${filter.operator} ${params.add(values[0] ?? null)}::${sql}`;
  if (values.length === 1) return `${filter.field} = ${params.add(values[0] ?? null)}::${sql}`;
  return `${filter.field} = any(${params.add(values.map(String))}::text[]::${sql}[])`;
}

/** Every word must occur; the last may be the beginning of one, because people search while typing. */
export function tsquery(words: string): string | null {
  const found = words
    .toLowerCase()
    .split(/[^\p{L}\p{N}_]+/u)
    .filter(Boolean)
    .slice(0, 12);
  return found.length ? found.map((word, index) => lexeme(word, index === found.length - 1 ? ':*' : '')).join(' & ') : null;
}

/** PostgreSQL reads the 11 of 2026-11-01 as a number below zero: digits are looked for with the hyphen too. */
const lexeme = (word: string, end: string): string => (/^\d+$/.test(word) ? `('${word}'${end} | '-${word}'${end})` : `'${word}'${end}`);

export const searchable = (definition: Definition): boolean => Object.values(definition.fields).some((field) => field.search);

function wordsSql(definition: Definition, words: string, params: Params): string[] {
  if (!words) return [];
  const query = tsquery(words);
  if (!query || !searchable(definition)) return ['false'];
  const id = params.add(words.trim().toUpperCase());
  return [`(search @@ to_tsquery('simple', ${params.add(query)}) or id = ${id})`];
}
