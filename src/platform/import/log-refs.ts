// Numbers of records that a file or a mapping names outright must be there, and the importer's to see.
import type { Definition } from '../../kernel/record.ts';
import { refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { recordOf } from '../journal/refs.ts';
import { filledBy, type Mapping } from './mapping.ts';
import type { Bad, MappedRow } from './plan.ts';

type Checking = { readonly definition: Definition; readonly mapping: Mapping; readonly rows: readonly MappedRow[]; readonly actor: Actor };

/** The rows; those that name a record that is not there are bad now. One query per kind of record. */
export async function missingIn(house: House, { definition, mapping, rows, actor }: Checking): Promise<readonly MappedRow[]> {
  const refs = Object.entries(definition.fields).flatMap(([name, field]) => (field.kind === 'ref' || field.kind === 'refs' ? [{ name, to: field.to }] : []));
  const wanted = new Map<string, Set<string>>();
  const ask = (to: string, id: string): void => {
    const record = to === '*' ? (recordOf(house, id) ?? '') : to;
    const ids = wanted.get(record) ?? new Set<string>();
    wanted.set(record, ids.add(id));
  };
  for (const row of rows) for (const { name, to } of refs) for (const id of idsIn(row.values[name])) ask(to, id);
  const present = new Set<string>();
  for (const [record, ids] of wanted) for (const id of await presentOf(house, { record, ids: [...ids], actor })) present.add(id);
  return rows.map((row) => {
    const bad = refs.flatMap(({ name }) =>
      idsIn(row.values[name])
        .filter((id) => !present.has(id))
        .map((id) => missing(row, { field: name, column: filledBy(mapping, name), id })),
    );
    return bad.length ? { ...row, bad: [...row.bad, ...bad] } : row;
  });
}

const none: readonly string[] = [];
const idsIn = (value: unknown): readonly string[] => (typeof value === 'string' ? [value] : Array.isArray(value) ? (value as string[]) : none);
const missing = (row: MappedRow, { field, column, id }: { field: string; column: string; id: string }): Bad => ({
  row: row.number,
  column,
  refusal: refuse('field.not_there', field, { field, value: id }),
  value: id,
  key: row.key,
});

async function presentOf(house: House, { record, ids, actor }: { record: string; ids: readonly string[]; actor: Actor }): Promise<string[]> {
  const practice = house.registry.practices.get(record);
  if (!practice) return [];
  const scope = toSql(practice.definition.see, actor, 2);
  const rows = await house.db.query<{ id: string }>(`select id from ${record} where id = any($1) and ${scope.sql}`, [ids, ...scope.params]);
  return rows.map((row) => row.id);
}
