// One statement that writes everything a fact changes: journal, row, clocks, jobs and the live notice commit together or not at all.
import { type AnyRow, baseColumns, type Definition } from '../../kernel/record.ts';
import type { Db, Value } from '../db/types.ts';
import { toRow } from './clock-store.ts';
import { dues, type Running } from './clockwork.ts';

export type Entry = {
  readonly record: string;
  readonly record_id: string;
  readonly version: number;
  readonly fact: string;
  readonly at: string;
  readonly recorded_at: string;
  readonly actor: string | null;
  readonly actor_name: string;
  readonly actor_party: string | null;
  readonly channel: string;
  readonly command_id: string;
  readonly request_hash: string;
  readonly cause: number | null;
  readonly changes: Readonly<Record<string, unknown>>;
  readonly note: string | null;
  readonly params: Readonly<Record<string, unknown>>;
  readonly audience: readonly string[];
  readonly terms: readonly unknown[] | null;
};

export type Writing = {
  readonly definition: Definition;
  readonly before: AnyRow | null;
  readonly after: AnyRow;
  readonly entry: Entry;
  /** Clocks to store, when the fact touched any. */
  readonly clocks: readonly Running[];
  /** Some reaction listens to the fact. */
  readonly reacts: boolean;
};

export const journalColumns =
  'record, record_id, version, fact, at, recorded_at, actor, actor_name, actor_party, channel, command_id, request_hash, cause, changes, note, params, audience, terms';
const clockState = [
  'target_minutes',
  'calendar',
  'promise',
  'provider',
  'customer',
  'pauses',
  'audience',
  'phase',
  'reason',
  'started_at',
  'since',
  'used_ms',
  'paused_ms',
  'stopped_at',
  'due',
  'breached_at',
  'escalation',
  'warned',
];

export const columnsOf = (definition: Definition): string[] => [...Object.keys(baseColumns), ...Object.keys(definition.fields)];

/** Writes a fact and what follows from it, the last thing of its transaction; answers the fact's id. */
export async function write(db: Db, { definition, before, after, entry, clocks, reacts }: Writing): Promise<number> {
  const params: Value[] = [];
  const bind = (value: unknown): string => `$${params.push(typeof value === 'string' ? value : JSON.stringify(value))}`;
  const parts = [
    `j as (insert into journal (${journalColumns}) select ${journalColumns} from jsonb_populate_record(null::journal, ${bind(entry)}::jsonb) returning id)`,
    before === null ? insertRow(definition, bind(after)) : updateRow(definition, before, after, bind),
  ];
  if (clocks.length) {
    parts.push(upsertClocks(bind(clocks.map((each) => toRow(entry.record, entry.record_id, each)))));
    parts.push(checkJob(dues(definition, clocks).check, entry, bind));
  }
  if (reacts)
    parts.push(
      `r as (insert into job (queue, run_at, payload) select 'reaction', ${bind(entry.recorded_at)}::timestamptz, jsonb_build_object('fact', j.id) from j)`,
    );
  const live = bind({ record: entry.record, id: entry.record_id, version: entry.version });
  const [row] = await db.last<{ id: number }>(`with ${parts.filter(Boolean).join(', ')} select j.id, pg_notify('live', ${live}::text) from j`, params);
  if (!row) throw new Error('the journal answered no id');
  return row.id;
}

function insertRow(definition: Definition, row: string): string {
  const columns = columnsOf(definition).join(', ');
  return `w as (insert into ${definition.name} (${columns}) select ${columns} from jsonb_populate_record(null::${definition.name}, ${row}::jsonb))`;
}

type Bind = (value: unknown) => string;

function updateRow(definition: Definition, before: AnyRow, after: AnyRow, bind: Bind): string {
  const changed = columnsOf(definition).filter((name) => before[name] !== after[name] && JSON.stringify(before[name]) !== JSON.stringify(after[name]));
  const set = changed.map((name) => `${name} = p.${name}`).join(', ');
  const values = bind(Object.fromEntries(changed.map((name) => [name, after[name]])));
  return `w as (update ${definition.name} t set ${set} from jsonb_populate_record(null::${definition.name}, ${values}::jsonb) p where t.id = ${bind(after.id)})`;
}

export function upsertClocks(rows: string): string {
  const set = clockState.map((name) => `${name} = excluded.${name}`).join(', ');
  return `c as (insert into clock select * from jsonb_populate_recordset(null::clock, ${rows}::jsonb) on conflict (record_id, clock, key) do update set ${set})`;
}

/** One check per record, at the earliest instant one of its clocks becomes late or somebody is to be told. */
function checkJob(at: number | null, entry: Entry, bind: Bind): string {
  const key = bind(`due:${entry.record_id}`);
  if (at === null) return `k as (delete from job where queue = 'due' and key = ${key})`;
  const payload = bind({ record: entry.record, id: entry.record_id });
  return `k as (insert into job (queue, key, run_at, payload) values ('due', ${key}, ${bind(new Date(at).toISOString())}::timestamptz, ${payload}::jsonb)
    on conflict (queue, key) where key is not null do update set run_at = excluded.run_at, attempts = 0, locked_until = null, dead = false)`;
}
