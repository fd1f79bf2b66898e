// A first mapping from the names of the columns: what people would fill in themselves, for them to correct.
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { languages } from '../../kernel/text.ts';
import { type Mapping, type Rule, recordFields } from './mapping.ts';

export type Proposal = { readonly mapping: Mapping; readonly unmapped: readonly string[]; readonly missing: readonly string[] };
export type Sample = { readonly header: readonly string[]; readonly rows: readonly (readonly unknown[])[] };

const patterns = [
  'iso',
  'd/M/yyyy HH:mm',
  'd/M/yyyy HH:mm:ss',
  'd/M/yyyy',
  'd-M-yyyy HH:mm',
  'd-M-yyyy',
  'd.M.yyyy HH:mm',
  'd.M.yyyy',
  'yyyy/MM/dd HH:mm',
  'yyyy/MM/dd',
];
/** What other systems call our fields. */
const others: Readonly<Record<string, readonly string[]>> = {
  title: ['short_description', 'summary', 'subject', 'onderwerp', 'betreff'],
  description: ['details', 'body', 'omschrijving', 'beschreibung'],
  name: ['full_name', 'naam', 'company', 'bedrijf', 'firma'],
  email: ['mail', 'email_address', 'emailadres', 'emailadresse'],
  phone: ['telephone', 'mobile', 'telefoon', 'telefon'],
  code: ['short_name', 'slug', 'key'],
  external_id: ['number', 'ticket', 'incident_number', 'nummer'],
  requester: ['caller', 'caller_id', 'reported_by', 'melder'],
  team: ['assignment_group', 'group', 'groep'],
  agent: ['assigned_to', 'assignee', 'behandelaar'],
  organisation: ['organization', 'company', 'account', 'bedrijf'],
  zone: ['timezone', 'time_zone', 'tijdzone'],
};
const keys = ['id', 'number', 'external_id', 'key', 'code', 'sys_id', 'nummer', 'email', 'name'];

/** `E-mailadres`, `e_mail_adres` and `Emailadres` are one name. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '');

/** A mapping in records mode. `missing` are required fields that no column seems to fill. */
export function propose(definition: Definition, { header, rows }: Sample): Proposal {
  const fields = recordFields(definition, {}) ?? {};
  const columns = new Map(header.filter((name, at) => header.indexOf(name) === at).map((name) => [plain(name), name]));
  const used = new Set<string>();
  const chosen: Record<string, string | Rule> = {};
  for (const [name, field] of Object.entries(fields)) {
    const column = namesOf(name, field)
      .map((each) => columns.get(each))
      .find((each) => each !== undefined && !used.has(each));
    if (column === undefined) continue;
    used.add(column);
    const texts = rows.map((row) => String(row[header.indexOf(column)] ?? '').trim()).filter(Boolean);
    chosen[name] = ruleFor(field, { column, texts, header });
  }
  const missing = Object.entries(fields).flatMap(([name, field]) => (field.needed && !Object.hasOwn(chosen, name) ? [name] : []));
  const key = keys.map((each) => columns.get(plain(each))).find((each) => each !== undefined) ?? header[0] ?? '';
  // A record that takes over what a source says does so again when the row changes.
  const update = definition.commands.sync ? { update: 'sync' } : {};
  const read = { unknown: ['', '?', '-', 'NULL'], zone: 'UTC', dates: datesOf(rows) };
  const mapping: Mapping = { source: 'file', mode: 'records', ...update, key: [key], ...read, fields: chosen };
  return { mapping, unmapped: header.filter((name) => !used.has(name)), missing };
}

const namesOf = (name: string, field: Field): string[] => [name, ...languages.map((language) => field.label[language]), ...(others[name] ?? [])].map(plain);

type Seen = { readonly column: string; readonly texts: readonly string[]; readonly header: readonly string[] };

/** References hold numbers of ours, or names: then they have to be looked up. */
function ruleFor(field: Field, { column, texts }: Seen): string | Rule {
  if (field.kind !== 'ref' || texts.every((text) => /^[A-Z]{2,4}-\d+$/.test(text))) return column;
  const by = texts.some((text) => text.includes('@')) ? 'email' : 'name';
  return { column, find: { record: field.to, by: field.to === '*' ? 'id' : by } };
}

/** The pattern that the most texts in the file could be. */
function datesOf(rows: readonly (readonly unknown[])[]): string {
  const texts = rows.flat().filter((cell): cell is string => typeof cell === 'string' && /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}/.test(cell.trim()));
  const shape = (text: string): string => text.trim().replace(/\d+/g, (digits) => (digits.length === 4 ? 'yyyy' : 'n'));
  const counts = patterns.map((pattern) => {
    const wanted = pattern === 'iso' ? 'yyyy-n-n' : pattern.replace(/MM|M|dd|d|HH|mm|ss/g, 'n');
    return { pattern, count: texts.filter((text) => (pattern === 'iso' ? shape(text).startsWith(wanted) : shape(text) === wanted)).length };
  });
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).pattern;
}
