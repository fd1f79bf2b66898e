// References in an input must exist and be visible to who gives them: one statement for all of them.
import type { Input } from '../../kernel/command.ts';
import type { Field } from '../../kernel/field.ts';
import type { Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, toSql } from '../../kernel/scope.ts';
import type { Row, Statement, Value } from '../db/types.ts';
import type { House } from '../house.ts';

type Checking = { definition: Definition; fields: Readonly<Record<string, Field>>; input: Input; actor: Actor };
type Wanted = { field: string; id: string };
export type RefCheck = {
  /** To run with whatever else is asked; null when there is nothing to look up. */
  readonly statement: Statement | null;
  /** What is wrong, given the rows of the statement. */
  readonly missing: (rows: readonly Row[]) => Refusal | null;
};

export function refCheck(house: House, { definition, fields, input, actor }: Checking): RefCheck {
  const wanted = Object.entries(fields).flatMap(([field, each]) =>
    refsIn(each, input[field]).map((id) => ({ field, id, to: each.kind === 'ref' || each.kind === 'refs' ? each.to : '' })),
  );
  const byTable = new Map<string, Wanted[]>();
  for (const { field, id, to } of wanted) {
    const target = to === '*' ? recordOf(house, id) : to;
    if (target) byTable.set(target, [...(byTable.get(target) ?? []), { field, id }]);
  }
  return {
    statement: byTable.size ? visible(house, byTable, actor) : null,
    missing(rows) {
      const present = new Set(rows.map((row) => row.id));
      const gone = wanted.find(({ id }) => !present.has(id));
      return gone ? refuse('field.not_there', gone.field, { field: gone.field, value: gone.id, record: definition.name }) : null;
    },
  };
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

function visible(house: House, byTable: ReadonlyMap<string, readonly Wanted[]>, actor: Actor): Statement {
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
  return { sql: selects.join(' union all '), params };
}
