// What is told about an import: how far it is, and its bad rows in the reader's language, also as a file to mend the source with.
import type { Definition } from '../../kernel/record.ts';
import { refusals } from '../../kernel/refusal.ts';
import { type Language, languages, type Params, say, type Text } from '../../kernel/text.ts';
import type { House } from '../house.ts';
import { importRefusals } from './refusals.ts';
import { type BadRow, badRows, type Import } from './store.ts';

/** An import as the API answers it: without the rights of who asked. `permille` is for a progress bar. */
export function tellImport(the: Import): Record<string, unknown> {
  const { actor, form, byte_offset, failure, content_sha256: _hash, ...rest } = the;
  const permille = the.state === 'done' ? 1000 : the.bytes === 0 ? 0 : Math.min(999, Math.floor((byte_offset * 1000) / the.bytes));
  return {
    ...rest,
    failure: failure && { ...failure, text: textsOf(failure.refused, failure.params ?? {}, null) },
    by: actor.person,
    by_name: actor.name,
    header: form?.header ?? null,
    bytes_done: byte_offset,
    permille,
  };
}

export type ToldRow = {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly text: Text;
  readonly params: Params;
  readonly value: string;
};

export async function tellBadRows(
  house: House,
  the: Import,
  { after, limit }: { after: number; limit: number },
): Promise<{ data: ToldRow[]; next: number | null }> {
  const rows = await badRows(house.db, { id: the.id, after, limit: limit + 1 });
  const page = rows.slice(0, limit);
  return { data: page.map((row) => told(row, definitionOf(house, the))), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null };
}

/** CSV for a spreadsheet: a text that it would take for a formula gets an apostrophe in front (OWASP, CSV injection). */
export async function* badRowsCsv(house: House, the: Import, language: Language): AsyncGenerator<string> {
  yield `\ufeff${line(['row', 'column', 'code', 'text', 'value'])}`;
  const definition = definitionOf(house, the);
  for (let after = 0; ; ) {
    const rows = await badRows(house.db, { id: the.id, after, limit: 1_000 });
    if (!rows.length) return;
    yield rows
      .map((row) => told(row, definition))
      .map((row) => line([String(row.row), row.column, row.code, row.text[language], row.value]))
      .join('');
    after = rows.at(-1)?.id ?? Number.MAX_SAFE_INTEGER;
  }
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;
const quoted = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

const definitionOf = (house: House, the: Import): Definition | null => house.registry.practices.get(the.record)?.definition ?? null;

function told(row: BadRow, definition: Definition | null): ToldRow {
  const params = { ...(row.field === null ? {} : { field: row.field }), ...row.params };
  return { row: row.row_number, column: row.column_name, code: row.code, text: textsOf(row.code, params, definition), params, value: row.value };
}

/** The sentence in every language, with fields as people know them; the code itself where it has no text. */
function textsOf(code: string, params: Params, definition: Definition | null): Text {
  const own = (catalogue: Readonly<Record<string, Text>> | undefined): Text | undefined =>
    catalogue && Object.hasOwn(catalogue, code) ? catalogue[code] : undefined;
  const text = own(importRefusals) ?? own(definition?.refusals) ?? own(refusals) ?? { en: code, nl: code, de: code };
  const sentences = languages.map((language) => [language, say(text, language, { ...params, ...labelled(params, definition, language) })]);
  return Object.fromEntries(sentences) as Text;
}

function labelled({ field }: Params, definition: Definition | null, language: Language): Params {
  const known = typeof field === 'string' && definition && Object.hasOwn(definition.fields, field) ? definition.fields[field] : undefined;
  return known ? { field: known.label[language] } : {};
}
