// The first look at a file: what its columns are called, some rows, and a mapping to begin with.
import { isRefusal } from '../../kernel/refusal.ts';
import type { House } from '../house.ts';
import { textOf } from './cell.ts';
import { type Proposal, propose } from './propose.ts';
import { readRows } from './rows.ts';
import { contentOf, hasContent, type Import } from './store.ts';

export type Look = { readonly header: readonly string[]; readonly sample: readonly (readonly string[])[]; readonly proposal: Proposal };

/** What the file looks like and a first mapping for it; null while there is no content, and while it runs. */
export async function lookAt(house: House, the: Import): Promise<Look | null> {
  const definition = house.registry.practices.get(the.record)?.definition;
  if (!the.form || !definition || the.state === 'running' || !(await hasContent(house.db, the.id))) return null;
  const piece = await readRows(contentOf(house.db, the), the.form, { from: the.form.from, number: the.form.number, most: 50 });
  if (isRefusal(piece)) return null;
  const rows = piece.rows.map((row) => row.cells);
  return {
    header: the.form.header,
    sample: rows.slice(0, 5).map((row) => row.map((cell) => textOf(cell).slice(0, 200))),
    proposal: propose(definition, { header: the.form.header, rows }),
  };
}
