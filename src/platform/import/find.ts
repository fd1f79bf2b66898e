// References by name: all texts of a batch of rows are looked up together, and the missing ones made when the mapping says so.
import { createHash } from 'node:crypto';
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Value } from '../db/types.ts';
import type { House } from '../house.ts';
import { perform } from '../journal/perform.ts';
import { type Find, filledBy, type Mapping, openingOf, rulesOf } from './mapping.ts';
import { type Bad, digest, type MappedRow, namedIn } from './plan.ts';
import { rehearse } from './rehearse.ts';

/** References to the kind of record `later` are left alone. */
export type Finding = { readonly actor: Actor; readonly mapping: Mapping; readonly dry_run: boolean; readonly later?: string | null };
/** `created` lists what was made, or would be: kind of record -> names. */
export type Found = { readonly rows: readonly MappedRow[]; readonly created: Readonly<Record<string, readonly string[]>> };

/** What is wrong with the references of a mapping, before any row is read. */
export function wrongFinds(house: House, mapping: Mapping): Refusal | null {
  for (const [place, { find }] of rulesOf(mapping)) {
    if (!find) continue;
    const definition = house.registry.practices.get(find.record)?.definition;
    const wrong = (detail: string): Refusal => refuse('import.wrong_mapping', 'mapping', { field: `${place}.find`, detail });
    if (!definition) return wrong(`there is no kind of record called "${find.record.slice(0, 60)}"`);
    const texts = Object.keys(definition.fields).filter((name) => ['text', 'email', 'choice'].includes(definition.fields[name]?.kind ?? ''));
    if (find.by !== 'id' && !texts.includes(find.by)) return wrong(`by must be one of id, ${texts.join(', ')}`);
    const strange = Object.keys(find.within ?? {}).find((name) => !['text', 'choice', 'ref', 'email'].includes(definition.fields[name]?.kind ?? ''));
    if (strange !== undefined) return wrong(`within: ${strange.slice(0, 60)} cannot narrow a search of ${find.record}`);
    if (Object.values(find.within ?? {}).some((value) => typeof value !== 'string')) return wrong('within holds texts');
    if (find.create && openingOf(definition, {}) === null) return wrong(`${find.record} cannot be made by an import`);
  }
  return null;
}

/** The rows with their names replaced by numbers; a name that is not found makes its row a bad one. */
export async function found(house: House, rows: readonly MappedRow[], finding: Finding): Promise<Found> {
  const wanted = new Map<string, { find: Find; texts: Set<string> }>();
  for (const row of rows)
    for (const [, { find, named }] of namedIn(row)) {
      if (find.record === finding.later) continue;
      const key = keyOf(find);
      const entry = wanted.get(key) ?? { find, texts: new Set<string>() };
      wanted.set(key, entry);
      entry.texts.add(named);
    }
  const known = new Map<string, Map<string, string | Refusal>>();
  const created: Record<string, readonly string[]> = {};
  for (const [key, { find, texts }] of wanted) {
    const present = await lookUp(house, { find, texts: [...texts], actor: finding.actor });
    const missing = [...texts].filter((text) => !present.has(text));
    if (find.create && missing.length) {
      await create(house, { ...finding, find, texts: missing, known: present });
      const made = missing.filter((text) => typeof present.get(text) === 'string');
      if (made.length) created[find.record] = [...(created[find.record] ?? []), ...made];
    }
    known.set(key, present);
  }
  return { rows: rows.map((row) => settled(row, known, finding)), created };
}

const keyOf = ({ record, by, within }: Find): string => JSON.stringify([record, by, within ?? null]);

function settled(row: MappedRow, known: ReadonlyMap<string, ReadonlyMap<string, string | Refusal>>, { mapping, later }: Finding): MappedRow {
  const names = namedIn(row).filter(([, { find }]) => find.record !== later);
  if (!names.length) return row;
  const values: Record<string, unknown> = { ...row.values };
  const bad: Bad[] = [...row.bad];
  for (const [name, { find, named }] of names) {
    const id = known.get(keyOf(find))?.get(named) ?? refuse('import.none_found', name, { field: name, record: find.record, value: named.slice(0, 80) });
    if (isRefusal(id))
      bad.push({
        row: row.number,
        column: filledBy(mapping, name),
        refusal: { ...id, field: name, params: { ...id.params, field: id.params?.field ?? name } },
        value: named,
        key: row.key,
      });
    values[name] = isRefusal(id) ? null : id;
  }
  return { ...row, values, bad };
}

type Looking = { readonly find: Find; readonly texts: readonly string[]; readonly actor: Actor };

async function lookUp(house: House, { find, texts, actor }: Looking): Promise<Map<string, string | Refusal>> {
  const definition = definitionOf(house, find);
  const asked = new Map(texts.map((text) => [find.by === 'email' ? text.toLowerCase() : text, text]));
  const storable = [...asked.keys()].filter((text) => !text.includes('\u0000') && text.isWellFormed());
  const params: Value[] = [storable];
  const narrow = Object.entries(find.within ?? {}).map(([name, value]) => ` and ${name} = $${params.push(String(value))}`);
  const scope = toSql(definition.see, actor, params.length + 1);
  params.push(...scope.params);
  const rows = await house.db.query<{ id: string; said: string; open: boolean }>(
    `select id, ${find.by} as said, open from ${definition.name} where ${find.by} = any($1::text[])${narrow.join('')} and ${scope.sql}`,
    params,
  );
  const found = new Map<string, string | Refusal>();
  for (const [said, text] of asked) {
    const all = rows.filter((row) => row.said === said);
    const open = all.filter((row) => row.open);
    const best = open.length ? open : all;
    if (best.length > 1) found.set(text, refuse('import.several_found', undefined, { record: find.record, value: text.slice(0, 80) }));
    else if (best[0]) found.set(text, best[0].id);
  }
  return found;
}

type Creating = Finding & { readonly find: Find; readonly texts: readonly string[]; readonly known: Map<string, string | Refusal> };

async function create(house: House, { find, texts, known, actor, mapping, dry_run }: Creating): Promise<void> {
  const definition = definitionOf(house, find);
  const command = openingOf(definition, {}) ?? '';
  const now = new Date(house.clock.now()).toISOString();
  for (const text of texts) {
    const own = find.create_by && Object.hasOwn(find.create_by, text) ? find.create_by[text] : {};
    const input = { ...find.within, ...find.create, [find.by]: text, ...own };
    const id = `import:${mapping.source}:${find.record}:${digest(`${keyOf(find)} ${text}`)}`;
    const asked = { id, record: find.record, command, input, actor };
    const outcome = dry_run
      ? await rehearse(house, { ...asked, at: now, now, number: numberOf(id) })
      : await perform(house, { ...asked, target: null, channel: 'import' });
    known.set(text, isRefusal(outcome) ? outcome : outcome.row.id);
  }
}

/** A number for a pretended record, the same in every batch; below those of the rows. */
const numberOf = (id: string): number => -1 - (Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 11), 16) % 100_000_000_000_000);

function definitionOf(house: House, find: Find): Definition {
  const definition = house.registry.practices.get(find.record)?.definition;
  if (!definition) throw new Error(`the mapping was checked, but there is no ${find.record}`);
  return definition;
}
