// Law 3: the fields of a definition and the columns of its table are the same set, with the same types and nullability.
import { kinds } from '../../src/kernel/field.ts';
import { baseColumns, type Definition } from '../../src/kernel/record.ts';
import type { Db } from '../../src/platform/db/types.ts';

const nullable = new Set(['due', 'closed_at']);

export async function columnFaults(db: Db, definition: Definition): Promise<string[]> {
  const rows = await db.query<{ name: string; type: string; required: boolean }>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required from pg_attribute a
     where a.attrelid = to_regclass($1) and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''`,
    [definition.name],
  );
  const base = Object.entries(baseColumns).map(([name, type]) => [name, { type: type as string, required: !nullable.has(name) }] as const);
  const own = Object.entries(definition.fields).map(
    ([name, field]) => [name, { type: kinds[field.kind].sql as string, required: field.required === true }] as const,
  );
  const wanted = new Map([...base, ...own]);
  const short = (type: string): string => type.replace('timestamp with time zone', 'timestamptz');
  const odd = rows.filter((row) => !wanted.has(row.name)).map((row) => `${definition.name}.${row.name} is a column but no field`);
  const wrong = [...wanted].flatMap(([name, want]) => {
    const row = rows.find((each) => each.name === name);
    if (!row) return [`${definition.name}.${name} is a field but no column`];
    if (short(row.type) !== want.type) return [`${definition.name}.${name} is ${row.type}, not ${want.type}`];
    return row.required === want.required ? [] : [`${definition.name}.${name} is ${row.required ? '' : 'not '}required in the table only`];
  });
  return [...odd, ...wrong];
}
