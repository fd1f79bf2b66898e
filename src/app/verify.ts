// `tessera verify`: the row of every record and its clocks, compared with the fold of its journal (laws 5 and 8, in production).

import type { AnyRow } from '../kernel/record.ts';
import type { House } from '../platform/house.ts';
import { loadClocks, toRow } from '../platform/journal/clock-store.ts';
import { foldClocks } from '../platform/journal/story.ts';
import { columnsOf } from '../platform/journal/write.ts';

/** Answers one line for each difference. Reads record by record, a thousand at a time. */
export async function verify(house: House): Promise<string[]> {
  const faults: string[] = [];
  for (const { definition } of house.registry.practices.values()) {
    const columns = columnsOf(definition);
    for (let after = ''; ; ) {
      const rows = await house.db.query<AnyRow>(`select ${columns.join(', ')} from ${definition.name} where id > $1 order by id limit 1000`, [after]);
      const clocks = definition.clocks
        ? await loadClocks(
            house.db,
            rows.map((row) => row.id),
          )
        : new Map();
      for (const row of rows) {
        const folded = await foldClocks(house, { definition, id: row.id });
        // `due` is no fact but the earliest of the clocks, which are compared themselves.
        const differs = columns.filter((name) => name !== 'due' && stable(row[name] ?? null) !== stable(folded.row?.[name] ?? null));
        if (differs.length) faults.push(`${row.id}: ${differs.join(', ')}`);
        const stored = (clocks.get(row.id) ?? []).map((each: Parameters<typeof toRow>[2]) => stable(toRow(definition.name, row.id, each))).sort();
        const told = folded.clocks.map((each) => stable(toRow(definition.name, row.id, each))).sort();
        if (JSON.stringify(stored) !== JSON.stringify(told)) faults.push(`${row.id}: clocks`);
      }
      const last = rows.at(-1);
      if (!last || rows.length < 1000) break;
      after = last.id;
    }
  }
  return faults;
}

/** JSON with sorted keys: jsonb does not keep their order. */
export function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  return `{${Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${stable(each)}`)
    .join(',')}}`;
}
