// The view grammar: one line of text that says which records, in which order; the same on screen, in the address, API and exports.
import { type Field, isFilterText, kinds } from './field.ts';
import type { Definition } from './record.ts';
import { type Refusal, refuse } from './refusal.ts';

export type Operator = '=' | '<' | '<=' | '>' | '>=';
export type Filter = { readonly field: string; readonly operator: Operator; readonly values: readonly string[]; readonly not: boolean };
export type View = {
  readonly words: string;
  readonly filters: readonly Filter[];
  readonly sort: { readonly field: string; readonly descending: boolean } | null;
};

const token = /(-?)([a-z_]+):((?:"[^"]*"|[^\s"])+)|"([^"]*)"|(\S+)/g;
const compared = /^(<=|>=|<|>)?(.*)$/s;

/**
 * Reads `is:open team:me due:<4h customer:"ORG-4",ORG-5 sort:-opened_at words to find`. Never fails: what is no filter
 * is a word to search for. `wrongView` says whether the fields exist.
 */
export function parseView(line: string): View {
  const words: string[] = [];
  const filters: Filter[] = [];
  let sort: View['sort'] = null;
  for (const [, minus, name, value, quoted, word] of line.matchAll(token)) {
    if (name === undefined || value === undefined) words.push(quoted ?? word ?? '');
    else if (name === 'sort') sort = { field: value.replace(/^-/, ''), descending: value.startsWith('-') };
    else {
      const [, operator, rest = ''] = compared.exec(value) ?? [];
      filters.push({ field: name, operator: (operator as Operator | undefined) ?? '=', values: splitValues(rest), not: minus === '-' });
    }
  }
  return { words: words.join(' ').trim(), filters, sort };
}

export function writeView(view: View): string {
  const quote = (value: string) => (/[\s",]/.test(value) ? `"${value.replaceAll('"', '')}"` : value);
  const filters = view.filters.map(
    (each) => `${each.not ? '-' : ''}${each.field}:${each.operator === '=' ? '' : each.operator}${each.values.map(quote).join(',')}`,
  );
  const sort = view.sort ? [`sort:${view.sort.descending ? '-' : ''}${view.sort.field}`] : [];
  return [...filters, ...sort, view.words].filter(Boolean).join(' ');
}

const splitValues = (text: string): string[] => [...text.matchAll(/"([^"]*)"|([^,"]+)/g)].flatMap(([, quoted, plain]) => (quoted ?? plain) || []);

const standing: Readonly<Record<string, Field['kind']>> = {
  id: 'text',
  state: 'text',
  due: 'instant',
  opened_at: 'instant',
  updated_at: 'instant',
  closed_at: 'instant',
  met: 'text', // By the targets of a promise that were due in a window; the query reads the value.
  missed: 'text',
};

/** The kind of a filterable name, or null: the standing columns and the record's own fields that compare. */
export function filterKind(definition: Definition, name: string): Field['kind'] | null {
  if (Object.hasOwn(standing, name)) return standing[name] ?? null;
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
  return field && kinds[field.kind].compares !== 'none' ? field.kind : null;
}

export function filterNames(definition: Definition): string[] {
  return ['is', ...Object.keys(standing), ...Object.keys(definition.fields).filter((name) => filterKind(definition, name))];
}

export function sortNames(definition: Definition): string[] {
  return ['due', 'opened_at', 'updated_at', 'id', ...Object.keys(definition.fields).filter((name) => definition.fields[name]?.sorts)];
}

/** `is:` words: open, closed, mine, team, unassigned, breached, or the name of a state. */
export const isWords = ['open', 'closed', 'mine', 'team', 'unassigned', 'overdue', 'waiting'] as const;

export function wrongView(definition: Definition, view: View): Refusal | null {
  for (const filter of view.filters) {
    const wrong = wrongFilter(definition, filter);
    if (wrong) return wrong;
  }
  if (view.sort && !sortNames(definition).includes(view.sort.field))
    return refuse('view.wrong_sort', 'sort', { field: view.sort.field, options: sortNames(definition).join(', ') });
  return view.words.includes('\u0000') || !view.words.isWellFormed() ? refuse('field.not_storable', 'q', { field: 'q' }) : null;
}

function wrongFilter(definition: Definition, filter: Filter): Refusal | null {
  if (filter.field === 'is') {
    const wrong = filter.values.find((each) => !(isWords as readonly string[]).includes(each) && !Object.hasOwn(definition.states, each));
    return wrong === undefined
      ? null
      : refuse('view.wrong_value', 'q', { field: 'is', value: wrong, options: [...isWords, ...Object.keys(definition.states)].join(', ') });
  }
  const kind = filterKind(definition, filter.field);
  if (!kind) return refuse('view.unknown_field', 'q', { field: filter.field, options: filterNames(definition).join(', ') });
  const bad = filter.values.find((value) => value !== 'none' && filterValue(kind, value, 0) === null);
  return bad === undefined ? null : refuse('view.wrong_value', 'q', { field: filter.field, value: bad });
}

const spans: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * The value to compare with, or null when it is none. Instants may be relative: `4h` is four hours from now, `-7d` a week ago,
 * `now`, or a date or instant as written.
 */
export function filterValue(kind: Field['kind'], value: string, now: number): string | number | boolean | null {
  switch (kinds[kind].compares) {
    case 'number':
      return /^-?\d{1,9}$/.test(value) ? Number(value) : null;
    case 'instant': {
      const relative = /^([+-]?\d{1,5})([mhdw])$/.exec(value);
      if (relative) return new Date(now + Number(relative[1]) * (spans[relative[2] as string] as number)).toISOString();
      if (value === 'now') return new Date(now).toISOString();
      const at = /^\d{4}-\d{2}-\d{2}/.test(value) ? Date.parse(value) : Number.NaN;
      return Number.isFinite(at) ? new Date(at).toISOString() : null;
    }
    case 'none':
      return null;
    default:
      if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : null;
      return isFilterText(value) ? value : null;
  }
}
