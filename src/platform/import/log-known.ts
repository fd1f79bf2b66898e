// What an earlier run of an import already brought in: records by their number in the source, and facts by their identity.
import type { AnyRow } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { loadClocks } from '../journal/clock-store.ts';
import type { Running as Clock } from '../journal/clockwork.ts';
import { columnsOf } from '../journal/write.ts';
import type { Running } from './batch.ts';
import { digest, type MappedRow } from './plan.ts';

export type KnownRecord = { readonly row: AnyRow; readonly clocks: readonly Clock[]; readonly refusal: Refusal | null };
export type Known = {
  /** By key of the source. */
  readonly records: ReadonlyMap<string, KnownRecord>;
  /** Command id -> hash of what it said. */
  readonly facts: ReadonlyMap<string, string>;
  /** The command id a row has, and the hash of what it says. */
  readonly identities: ReadonlyMap<MappedRow, { readonly id: string; readonly hash: string }>;
};

/** Reads, and locks, what is there of the records of a batch. Three queries. */
export async function knownOf(running: Running, groups: ReadonlyMap<string, readonly MappedRow[]>): Promise<Known> {
  const { house, mapping, definition } = running;
  const identities = new Map([...groups].flatMap(([, group]) => identified(running, group)));
  const facts = await house.db.query<{ command_id: string; request_hash: string }>('select command_id, request_hash from journal where command_id = any($1)', [
    [...identities.values()].map((each) => each.id),
  ]);
  const field = mapping.log?.id_field ?? '';
  const numbers = new Map([...groups].map(([key, group]) => [externalOf(field, key, group), key]));
  const columns = columnsOf(definition).join(', ');
  const rows = await house.db.query<AnyRow>(`select ${columns} from ${definition.name} where ${field} = any($1) order by id for update`, [[...numbers.keys()]]);
  const strangers = await strangersTo(running, rows);
  const clocks =
    definition.clocks && rows.length
      ? await loadClocks(
          house.db,
          rows.map((row) => row.id),
        )
      : new Map<string, Clock[]>();
  const records = rows.map((row) => {
    const refusal = strangers.get(row.id) ?? null;
    return [numbers.get(String(row[field])) ?? '', { row, clocks: clocks.get(row.id) ?? [], refusal }] as const;
  });
  return { records: new Map(records), facts: new Map(facts.map((fact) => [fact.command_id, fact.request_hash])), identities };
}

/** The number as our field holds it: what the mapping makes of the key. */
const externalOf = (field: string, key: string, group: readonly MappedRow[]): string => {
  const value = group[0]?.values[field];
  return typeof value === 'string' ? value : key;
};

/** The same event twice in one record counts on: the third of its kind is the third again when the file comes again. */
function identified({ mapping, definition }: Running, group: readonly MappedRow[]): [MappedRow, { id: string; hash: string }][] {
  const times = new Map<string, number>();
  return group.map((row) => {
    const nth = (times.get(row.identity) ?? 0) + 1;
    times.set(row.identity, nth);
    const key = row.key.length > 150 ? digest(row.key) : row.key;
    const id = `import:${mapping.source}:${definition.name}:${key}:${digest(`${row.identity}|${nth}`)}`;
    return [row, { id, hash: row.hash }];
  });
}

/** Records that others made or touched are left alone. Lateness noted by the clock is no such touch. */
async function strangersTo({ house, mapping, definition }: Running, rows: readonly AnyRow[]): Promise<ReadonlyMap<string, Refusal>> {
  if (!rows.length) return new Map();
  const found = await house.db.query<{ id: string; ours: boolean; alone: boolean }>(
    `select record_id as id, bool_or(version = 1 and starts_with(command_id, $2)) as ours, bool_and(channel in ('import', 'clock')) as alone
     from journal where record_id = any($1) group by record_id`,
    [rows.map((row) => row.id), `import:${mapping.source}:${definition.name}:`],
  );
  const wrong = found.flatMap(({ id, ours, alone }): [string, Refusal][] => {
    if (!ours) return [[id, refuse('import.not_ours', undefined, { id, source: mapping.source })]];
    return alone ? [] : [[id, refuse('import.worked_on', undefined, { id })]];
  });
  return new Map(wrong);
}
