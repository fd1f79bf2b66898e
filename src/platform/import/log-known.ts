// What an earlier run of an import already brought in: records by their number in the source, and facts by their identity.
import type { AnyRow } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Row } from '../db/types.ts';
import { loadClocks } from '../journal/clock-store.ts';
import type { Running as Clock } from '../journal/clockwork.ts';
import { columnsOf } from '../journal/write.ts';
import type { Running } from './batch.ts';
import { digest, type MappedRow } from './plan.ts';

export type KnownRecord = { readonly row: AnyRow; readonly clocks: readonly Clock[]; readonly refusal: Refusal | null };
export type KnownFact = { readonly hash: string; readonly import: string | null; readonly row: number | null };
export type Known = {
  /** By key of the source. */
  readonly records: ReadonlyMap<string, KnownRecord>;
  /** Keys whose number is taken by another record, and why. */
  readonly taken: ReadonlyMap<string, Refusal>;
  /** Facts that are there, by command id: the hash of what they said, and the import and row that brought them. */
  readonly facts: ReadonlyMap<string, KnownFact>;
  /** The command id a row has, and the hash of what it says. */
  readonly identities: ReadonlyMap<MappedRow, { readonly id: string; readonly hash: string }>;
};

/** Reads, and locks, what is there of the records of a batch. Three queries. */
export async function knownOf(running: Running, groups: ReadonlyMap<string, readonly MappedRow[]>): Promise<Known> {
  const { house, mapping, definition } = running;
  const identities = new Map([...groups].flatMap(([, group]) => identified(running, group)));
  const facts = await house.db.query<KnownFact & { command_id: string } & Row>(
    `select command_id, request_hash as hash, params ->> 'import' as import, (params ->> 'row')::integer as row from journal where command_id = any($1)`,
    [[...identities.values()].map((each) => each.id)],
  );
  const field = mapping.log?.id_field ?? '';
  const { numbers, taken } = numbered(field, groups);
  const columns = columnsOf(definition).join(', ');
  const rows = await house.db.query<AnyRow>(`select ${columns} from ${definition.name} where ${field} = any($1) order by id for update`, [[...numbers.keys()]]);
  const keyOf = (row: AnyRow): string => numbers.get(String(row[field])) ?? '';
  const strangers = await strangersTo(running, new Map(rows.map((row) => [row.id, keyOf(row)])));
  const ids = rows.map((row) => row.id);
  const clocks = definition.clocks && ids.length ? await loadClocks(house.db, ids) : new Map<string, Clock[]>();
  const records = rows.map((row) => [keyOf(row), { row, clocks: clocks.get(row.id) ?? [], refusal: strangers.get(row.id) ?? null }] as const);
  return { records: new Map(records), taken, facts: new Map(facts.map((fact) => [fact.command_id, fact])), identities };
}

/** Which key has which number of ours. Two keys that would get one number cannot both come in. */
function numbered(field: string, groups: ReadonlyMap<string, readonly MappedRow[]>): { numbers: Map<string, string>; taken: Map<string, Refusal> } {
  const numbers = new Map<string, string>();
  const taken = new Map<string, Refusal>();
  for (const [key, group] of groups) {
    const number = externalOf(field, key, group);
    if (numbers.has(number)) taken.set(key, refuse('taken', field, { field }));
    else numbers.set(number, key);
  }
  return { numbers, taken };
}

/** The number as our field holds it: what the mapping makes of the key. */
const externalOf = (field: string, key: string, group: readonly MappedRow[]): string => {
  const value = group[0]?.values[field];
  return typeof value === 'string' ? value : key;
};

/** The same event twice in one record counts on: the third of its kind is the third again when the file comes again. */
function identified(running: Running, group: readonly MappedRow[]): [MappedRow, { id: string; hash: string }][] {
  const times = new Map<string, number>();
  return group.map((row) => {
    const nth = (times.get(row.identity) ?? 0) + 1;
    times.set(row.identity, nth);
    return [row, { id: `${prefixOf(running, row.key)}${digest(`${row.identity}|${nth}`)}`, hash: row.hash }];
  });
}

const prefixOf = ({ mapping, definition }: Running, key: string): string =>
  `import:${mapping.source}:${definition.name}:${key.length > 150 ? digest(key) : key}:`;

/** Records that others made or touched are left alone. Lateness noted by the clock is no such touch. `keys` by record id. */
async function strangersTo(running: Running, keys: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, Refusal>> {
  if (!keys.size) return new Map();
  const prefixes = [...keys.values()].map((key) => prefixOf(running, key));
  const found = await running.house.db.query<{ id: string; ours: boolean; alone: boolean }>(
    `select record_id as id, bool_or(version = 1 and starts_with(command_id, prefix)) as ours, bool_and(channel in ('import', 'clock')) as alone
     from journal join unnest($1::text[], $2::text[]) as asked (asked_id, prefix) on record_id = asked_id group by record_id`,
    [[...keys.keys()], prefixes],
  );
  const wrong = found.flatMap(({ id, ours, alone }): [string, Refusal][] => {
    if (!ours) return [[id, refuse('import.not_ours', undefined, { id, source: running.mapping.source })]];
    return alone ? [] : [[id, refuse('import.worked_on', undefined, { id })]];
  });
  return new Map(wrong);
}
