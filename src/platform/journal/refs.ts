// References in an input must exist and be visible to who gives them: one query for all of them.
import type { Input } from '../../kernel/command.ts';
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Value } from '../db/types.ts';
import type { House } from '../house.ts';

type Checking = { definition: Definition; fields: Readonly<Record<string, Field>>; input: Input; actor: Actor };
type Wanted = { field: string; id: string };

export async function missingRefs(house: House, { definition, fields, input, actor }: Checking): Promise<Refusal | null> {
  const wanted = Object.entries(fields).flatMap(([field, each]) =>
    refsIn(each, input[field]).map((id) => ({ field, id, to: each.kind === 'ref' || each.kind === 'refs' ? each.to : '' })),
  );
  if (!wanted.length) return null;
  const byTable = new Map<string, Wanted[]>();
  for (const { field, id, to } of wanted) {
    const target = to === '*' ? recordOf(house, id) : to;
    if (!target) return refuse('field.not_there', field, { field, value: id });
    byTable.set(target, [...(byTable.get(target) ?? []), { field, id }]);
  }
  const present = await visible(house, byTable, actor);
  const missing = wanted.find(({ id }) => !present.has(id));
  return missing ? refuse('field.not_there', missing.field, { field: missing.field, value: missing.id, record: definition.name }) : null;
}

function refsIn(field: Field, value: unknown): string[] {
  if (field.kind === 'ref' && typeof value === 'string') return [value];
  return field.kind === 'refs' && Array.isArray(value) ? (value as string[]) : [];
}

/** The record kind that a number such as WO-12 belongs to. */
export function recordOf(house: House, id: string): string | null {
  const prefix = id.slice(0, id.lastIndexOf('-'));
  for (const { definition } of house.registry.practices.values()) if (definition.prefix === prefix) return definition.name;
  return null;
}

async function visible(house: House, byTable: ReadonlyMap<string, readonly Wanted[]>, actor: Actor): Promise<Set<string>> {
  const params: Value[] = [];
  const selects = [...byTable].map(([table, wanted]) => {
    const practice = house.registry.practices.get(table);
    if (!practice) return 'select null::text as id where false';
    params.push([...new Set(wanted.map((each) => each.id))]);
    const ids = `$${params.length}::text[]`;
    const scope = toSql(practice.definition.see, actor, params.length + 1);
    params.push(...scope.params);
    return `select id from ${table} where id = any(${ids}) and ${scope.sql}`;
  });
  const rows = await house.db.query<{ id: string }>(selects.join(' union all '), params);
  return new Set(rows.map((row) => row.id));
}
