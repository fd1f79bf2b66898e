// Many facts of many records at once, for histories that happened elsewhere: the same fold and the same clocks as `perform`, few statements.
import type { Terms } from '../../calculus/terms.ts';
import { wrongValue } from '../../kernel/command.ts';
import { apply, type Changes } from '../../kernel/fact.ts';
import type { AnyRow, Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Db } from '../db/types.ts';
import { keepCalendars, storedTerms, toRow } from './clock-store.ts';
import { advance, dues, type Running } from './clockwork.ts';
import { columnsOf, type Entry, journalColumns, upsertClocks } from './write.ts';

export type BulkFact = Pick<Entry, 'fact' | 'at' | 'actor' | 'actor_name' | 'actor_party' | 'command_id' | 'request_hash' | 'changes' | 'note' | 'params'> & {
  /** The terms of the clocks from this fact on, given the row after it, when it changes them. */
  readonly terms?: ((row: AnyRow) => readonly Terms[]) | undefined;
  /** Who may read it, given the row after it. */
  readonly audience: (row: AnyRow) => readonly string[];
};

/** What a record goes through: `before` and `clocks` are how it stands, null and none for a new one. */
export type History = {
  readonly id: string;
  readonly before: AnyRow | null;
  readonly clocks: readonly Running[];
  readonly count: number;
  /** The fact at `index`, from the row as the facts before it left it. */
  readonly fact: (index: number, row: AnyRow | null) => BulkFact;
};
export type Folded = {
  readonly before: AnyRow | null;
  readonly after: AnyRow;
  readonly entries: readonly Entry[];
  readonly clocks: readonly Running[];
  readonly calendars: readonly Terms['calendar'][];
};
/** `index` is the fact that cannot be. */
export type Misfit = { readonly index: number; readonly refusal: Refusal };
export const isMisfit = (value: Folded | Misfit): value is Misfit => 'refusal' in value;

/** Folds a history into the row and its clocks, checking every change against the definition. Nothing is written. */
export function foldHistory(
  definition: Definition,
  { id, before, clocks, count, fact: tell }: History,
  written: Pick<Entry, 'recorded_at' | 'channel'>,
): Folded | Misfit {
  let row = before;
  let running = clocks;
  const entries: Entry[] = [];
  const calendars: Terms['calendar'][] = [];
  for (let index = 0; index < count; index += 1) {
    const { terms: termsOf, audience, ...fact } = tell(index, row);
    const refusal = wrongChanges(definition, row, fact.changes);
    if (refusal) return { index, refusal };
    const version = (row?.version ?? 0) + 1;
    row = apply(definition, row, { record_id: id, version, at: fact.at, changes: fact.changes });
    const terms = termsOf?.(row);
    if (definition.clocks) running = advance({ definition, row, fact: fact.fact, params: fact.params, at: Date.parse(fact.at), clocks: running, terms }).clocks;
    if (terms) calendars.push(...terms.map((each) => each.calendar));
    entries.push({
      ...fact,
      ...written,
      record: definition.name,
      record_id: id,
      version,
      cause: null,
      audience: audience(row),
      terms: terms?.map(storedTerms) ?? null,
    });
  }
  if (!row) throw new Error(`a history of ${id} without facts`);
  const due = dues(definition, running).due;
  return { before, after: { ...row, due: due === null ? null : new Date(due).toISOString() }, entries, clocks: running, calendars };
}

/** Numbers for new records, in one round trip. */
export async function takeNumbers(db: Db, definition: Definition, count: number): Promise<string[]> {
  if (count === 0) return [];
  const rows = await db.query<{ number: number }>(`select nextval('${definition.name}_number') as number from generate_series(1, $1::integer)`, [count]);
  return rows.map((row) => `${definition.prefix}-${row.number}`);
}

/**
 * Writes folded histories in a fixed number of statements. Call it in a transaction. Reactions are not started: what
 * happened elsewhere has had its consequences there. Checks of clocks that still run are scheduled.
 */
export async function writeHistories(db: Db, definition: Definition, folded: readonly Folded[]): Promise<void> {
  if (!folded.length) return;
  await keepCalendars(
    db,
    folded.flatMap((each) => each.calendars),
  );
  const entries = folded.flatMap((each) => each.entries);
  const added = folded.filter((each) => each.before === null).map((each) => each.after);
  const moved = folded.filter((each) => each.before !== null).map((each) => each.after);
  await insertRows(db, { definition, rows: added });
  await updateRows(db, { definition, rows: moved });
  await db.query(`insert into journal (${journalColumns}) select ${journalColumns} from jsonb_populate_recordset(null::journal, $1::jsonb)`, [
    JSON.stringify(entries),
  ]);
  await writeClocks(db, definition, folded);
  const live = folded.map(({ after }) => JSON.stringify({ record: definition.name, id: after.id, version: after.version }));
  await db.query("select count(pg_notify('live', payload)) from unnest($1::text[]) as payload", [live]);
}

type Rows = { readonly definition: Definition; readonly rows: readonly AnyRow[] };

/** Rows without a journal: for `writeHistories`, and for a rehearsal that is rolled back. */
export async function insertRows(db: Db, { definition, rows }: Rows): Promise<void> {
  if (!rows.length) return;
  const columns = columnsOf(definition).join(', ');
  const { name } = definition;
  await db.query(`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`, [JSON.stringify(rows)]);
}

async function updateRows(db: Db, { definition, rows }: Rows): Promise<void> {
  if (!rows.length) return;
  const { name } = definition;
  const set = columnsOf(definition)
    .filter((column) => column !== 'id')
    .map((column) => `${column} = p.${column}`)
    .join(', ');
  await db.query(`update ${name} t set ${set} from jsonb_populate_recordset(null::${name}, $1::jsonb) p where t.id = p.id`, [JSON.stringify(rows)]);
}

async function writeClocks(db: Db, definition: Definition, folded: readonly Folded[]): Promise<void> {
  const rows = folded.flatMap(({ after, clocks }) => clocks.map((each) => toRow(definition.name, after.id, each)));
  if (!rows.length) return;
  await db.query(`with ${upsertClocks('$1')} select 1`, [JSON.stringify(rows)]);
  const checks = folded.flatMap(({ after, clocks }) => {
    const at = dues(definition, clocks).check;
    return at === null ? [] : [{ key: `due:${after.id}`, run_at: new Date(at).toISOString(), payload: { record: definition.name, id: after.id } }];
  });
  const stopped = folded.filter(({ before, clocks }) => before !== null && dues(definition, clocks).check === null).map(({ after }) => `due:${after.id}`);
  if (stopped.length) await db.query("delete from job where queue = 'due' and key = any($1)", [stopped]);
  if (!checks.length) return;
  await db.query(
    `insert into job (queue, key, run_at, payload)
     select 'due', key, run_at, payload from jsonb_to_recordset($1::jsonb) as c (key text, run_at timestamptz, payload jsonb)
     on conflict (queue, key) where key is not null do update set run_at = excluded.run_at, attempts = 0, locked_until = null, dead = false`,
    [JSON.stringify(checks)],
  );
}

/** The checks that `perform` makes by its command, made here by the definition: fields, states, and what a stored row must have. */
function wrongChanges(definition: Definition, row: AnyRow | null, changes: Changes): Refusal | null {
  for (const [name, value] of Object.entries(changes)) {
    const wrong = wrongChange(definition, name, value);
    if (wrong) return wrong;
  }
  const missing =
    row === null ? Object.keys(definition.fields).find((name) => definition.fields[name]?.required && (changes[name] ?? null) === null) : undefined;
  return missing === undefined ? null : refuse('field.required', missing, { field: missing });
}

function wrongChange(definition: Definition, name: string, value: unknown): Refusal | null {
  if (name === 'state')
    return typeof value === 'string' && Object.hasOwn(definition.states, value)
      ? null
      : refuse('field.not_choice', 'state', { field: 'state', options: Object.keys(definition.states).join(', ') });
  if (name === 'extra')
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? null : refuse('field.not_shape', 'extra', { field: 'extra' });
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined;
  if (!field) return refuse('field.unknown', name, { field: name });
  if (value === null || value === undefined) return field.required ? refuse('field.required', name, { field: name }) : null;
  const wrong = wrongValue(name, field, value);
  return isRefusal(wrong) ? wrong : null;
}
