// Reads values of a model file strictly: each reader says what is wrong, where, and what would be right, and goes on.
import type { Level } from '../../kernel/record.ts';
import type { Text } from '../../kernel/text.ts';
import { type Cell, certainties, type Fault, type Path, type Source, type Sure, type Word } from './reference.record.ts';

export type At = { readonly value: unknown; readonly path: Path; readonly faults: Fault[] };

const longest = 2_000;
const levels: readonly Level[] = ['operational', 'tactical', 'strategic'];

/** What no reader could make anything of. */
export const nowhere: Sure = { certainty: 'X', sources: [] };
const wordless: Text = { en: '', nl: '', de: '' };

export function fault(at: At, code: string, params?: Fault['params']): void {
  at.faults.push({ path: at.path, code, ...(params ? { params } : {}) });
}

function faulty<T>(at: At, { code, params, otherwise }: { readonly code: string; readonly params?: Fault['params']; readonly otherwise: T }): T {
  fault(at, code, params);
  return otherwise;
}

export const inside = (at: At, name: string | number): At => ({
  value: (at.value as Readonly<Record<string | number, unknown>>)?.[name],
  path: [...at.path, name],
  faults: at.faults,
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The members of an object. Unknown ones are faults, so that a mistyped name is not silently nothing; so are missing ones. */
export function members(at: At, needs: readonly string[], takes: readonly string[] = []): Readonly<Record<string, At>> | null {
  if (!isObject(at.value)) return faulty(at, { code: 'not_members', params: { needs: needs.join(', ') || takes.join(', ') }, otherwise: null });
  const known = [...needs, ...takes];
  for (const name of Object.keys(at.value)) if (!known.includes(name)) fault(inside(at, name), 'unknown_member', { name, known: known.join(', ') });
  for (const name of needs) if (!Object.hasOwn(at.value, name)) fault(at, name === 'sure' ? 'no_provenance' : 'missing_member', { name });
  return Object.fromEntries(known.filter((name) => Object.hasOwn(at.value as object, name)).map((name) => [name, inside(at, name)]));
}

/** An object whose members the writer names: one reader for each. */
export function named<T>(at: At | undefined, each: (at: At, name: string) => T): Readonly<Record<string, T>> {
  if (!at) return {};
  if (!isObject(at.value)) return faulty(at, { code: 'not_members', params: { needs: 'name: …' }, otherwise: {} });
  return Object.fromEntries(Object.keys(at.value).map((name) => [name, each(inside(at, name), name)]));
}

export function list<T>(at: At | undefined, each: (at: At) => T | null): readonly T[] {
  if (!at) return [];
  if (!Array.isArray(at.value)) return faulty(at, { code: 'not_list', otherwise: [] });
  return at.value.flatMap((_, index) => each(inside(at, index)) ?? []);
}

export function plainText(at: At | undefined): string {
  if (!at) return '';
  const { value } = at;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value.trim();
  return faulty(at, { code: typeof value === 'string' && value.length > longest ? 'too_long' : 'not_text', params: { most: longest }, otherwise: '' });
}

/** One text for all languages, or one in each; what is not translated is said in English. */
export function text(at: At | undefined): Text {
  if (!at) return wordless;
  if (!isObject(at.value)) {
    const said = plainText(at);
    return { en: said, nl: said, de: said };
  }
  const found = members(at, ['en'], ['nl', 'de']);
  const en = plainText(found?.['en']);
  return { en, nl: found?.['nl'] ? plainText(found['nl']) : en, de: found?.['de'] ? plainText(found['de']) : en };
}

/** Words of a term: only the languages in which there is one. */
export function word(at: At | undefined): Word {
  if (!at) return {};
  const found = members(at, [], ['en', 'nl', 'de']) ?? {};
  if (isObject(at.value) && Object.keys(at.value).length === 0) fault(at, 'no_word');
  return Object.fromEntries(Object.entries(found).map(([language, each]) => [language, plainText(each)]));
}

/** A key: letters, digits, underscores, dots and hyphens; none that every object has of itself. */
export function key(at: At | undefined): string {
  if (!at) return '';
  const value = typeof at.value === 'number' ? String(at.value) : at.value;
  if (typeof value === 'string' && /^[a-z0-9][a-z0-9_.-]{0,59}$/i.test(value) && !(value in {})) return value;
  return faulty(at, { code: 'not_key', params: { value: String(value).slice(0, 60) }, otherwise: '' });
}

export function oneOf<T extends string>(at: At | undefined, options: readonly T[]): T | null {
  if (!at) return null;
  const found = options.find((each) => each === at.value);
  if (found === undefined) fault(at, 'not_one_of', { value: String(at.value).slice(0, 60), options: options.join(', ') });
  return found ?? null;
}

/** One level, or several. */
export function levelsAt(at: At | undefined): readonly Level[] {
  if (!at) return [];
  return Array.isArray(at.value) ? list(at, (each) => oneOf(each, levels)) : [oneOf(at, levels)].filter((each) => each !== null);
}

/** `M common`: a certainty, and one or more codes of sources. */
export function sure(at: At | undefined, sources: Readonly<Record<string, Source>>): Sure {
  if (!at) return nowhere;
  const [mark, ...codes] = typeof at.value === 'string' ? at.value.split(/[\s,]+/).filter(Boolean) : [];
  const certainty = certainties.find((each) => each === mark);
  if (!certainty || codes.length === 0) return faulty(at, { code: 'not_provenance', params: { value: String(at.value).slice(0, 60) }, otherwise: nowhere });
  for (const code of codes) if (!Object.hasOwn(sources, code)) fault(at, 'unknown_source', { code, known: Object.keys(sources).join(', ') });
  return { certainty, sources: codes };
}

export const sourcesAt = (at: At | undefined): Readonly<Record<string, Source>> =>
  named(at, (each) => {
    const found = members(each, ['what'], ['where']);
    return { what: text(found?.['what']), where: found?.['where'] ? plainText(found['where']) : null };
  });

/** `incident, problem (M common)`: the processes of a model and how sure that is; `none (M common)` says that it has no such place. */
export function cell(at: At, sources: Readonly<Record<string, Source>>): Cell {
  const found = typeof at.value === 'string' ? /^([^()]+)\(([^()]+)\)$/.exec(at.value.trim()) : null;
  if (!found) return faulty(at, { code: 'not_cell', params: { value: String(at.value).slice(0, 60) }, otherwise: { at: [], sure: nowhere } });
  const keys = (found[1] as string)
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '' && each !== 'none');
  return { at: keys, sure: sure({ ...at, value: found[2] }, sources) };
}

/** Says which of these keys came before. */
export function twice(items: readonly { readonly key: string }[], at: At): void {
  const before = new Set<string>();
  items.forEach((item, index) => {
    if (item.key !== '' && before.has(item.key)) fault(inside(inside(at, index), 'key'), 'twice', { key: item.key });
    before.add(item.key);
  });
}
