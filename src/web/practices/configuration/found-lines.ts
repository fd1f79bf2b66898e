// Lines with a heading, as pasted from a spreadsheet, read as things that were found; and written again.
import type { Found } from '../../../practices/configuration/difference.record.ts';

const own = ['item', 'key', 'name', 'type'] as const;
type Own = (typeof own)[number];
const isOwn = (name: string): name is Own => (own as readonly string[]).includes(name);

/** The first line names the columns, divided by tab, semicolon or comma. Whole numbers, true and false are read as such. */
export function foundLines(text: string): Found[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const [head, ...rest] = lines;
  if (head === undefined) return [];
  const divider = ['\t', ';', ','].find((each) => head.includes(each)) ?? ';';
  const columns = head.split(divider).map((each) => each.trim().toLowerCase());
  return rest.map((line) => {
    const cells = line.split(divider).map((each) => each.trim());
    const told: Partial<Record<Own, string>> = {};
    const attributes: Record<string, string | number | boolean> = {};
    columns.forEach((column, at) => {
      const cell = cells[at] ?? '';
      if (cell === '' || column === '') return;
      if (isOwn(column)) told[column] = cell;
      else attributes[column.replaceAll(/[^a-z0-9]+/g, '_')] = valueIn(cell);
    });
    return { ...told, ...(Object.keys(attributes).length ? { attributes } : {}) };
  });
}

const valueIn = (cell: string): string | number | boolean => {
  if (cell === 'true' || cell === 'false') return cell === 'true';
  return /^-?(0|[1-9]\d{0,14})$/.test(cell) ? Number(cell) : cell;
};

export function linesOf(found: readonly Found[]): string {
  if (!found.length) return '';
  const columns = own.filter((column) => found.some((each) => each[column] !== undefined));
  const attributes = [...new Set(found.flatMap((each) => Object.keys(each.attributes ?? {})))];
  const lines = found.map((each) => [...columns.map((column) => each[column] ?? ''), ...attributes.map((name) => String(each.attributes?.[name] ?? ''))]);
  return [[...columns, ...attributes], ...lines].map((cells) => cells.join(';')).join('\n');
}
