// Rows of any file: what is known of its form is found once and kept; from then on rows are read from any byte.
import { isRefusal, type Refusal } from '../../kernel/refusal.ts';
import { type ByteSource, encodingOf } from './bytes.ts';
import { type Dialect, readCsv, readHeader } from './csv.ts';
import { jsonHeader, readJsonRows } from './json-rows.ts';
import type { Mapping } from './mapping.ts';
import type { Piece } from './row.ts';

/** The form of a file, as it is kept with the import. `from` and `number` are those of the first row. */
export type Form = {
  readonly format: 'csv' | 'json';
  readonly header: readonly string[];
  readonly dialect: Dialect | null;
  readonly from: number;
  readonly number: number;
};

/** Looks at the beginning of a file. Refusals are about the file as a whole. */
export async function formOf(source: ByteSource, { format, mapping }: { format: Form['format']; mapping: Partial<Mapping> | null }): Promise<Form | Refusal> {
  const { encoding, bom } = await encodingOf(source, mapping?.encoding);
  if (format === 'json') {
    const header = await jsonHeader(source, bom);
    return isRefusal(header) ? header : { format, header, dialect: null, from: bom, number: 1 };
  }
  const found = await readHeader(source, { encoding, bom, delimiter: mapping?.delimiter ?? 'auto' });
  return isRefusal(found) ? found : { format, header: found.header, dialect: found.dialect, from: found.from, number: 2 };
}

export async function readRows(source: ByteSource, form: Form, place: { from: number; number: number; most: number }): Promise<Piece | Refusal> {
  if (form.dialect === null) return readJsonRows(source, { ...place, columns: form.header });
  return readCsv(source, { ...place, dialect: form.dialect, columns: form.header.length });
}
