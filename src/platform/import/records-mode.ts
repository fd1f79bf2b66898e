// Records mode: every row is one opening command, performed like anybody's, or an update of what it made; a dry run is taken back.
import { checkInput, type Input } from '../../kernel/command.ts';
import { inputFields } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { hashOf, perform } from '../journal/perform.ts';
import type { Batch, Running, Tally } from './batch.ts';
import { found } from './find.ts';
import { filledBy, openingOf } from './mapping.ts';
import { type Bad, digest, type MappedRow } from './plan.ts';
import { pretending, rehearse } from './rehearse.ts';

/** Performs the rows of a batch. Call it in the transaction that moves the import on. In a dry run the rows of a batch see one another. */
export function takeRecords(running: Running, batch: Batch): Promise<Tally> {
  return pretending(running.house.db, running.the.dry_run, () => take(running, batch));
}

async function take(running: Running, batch: Batch): Promise<Tally> {
  const { house, the, mapping, definition } = running;
  const finding = { actor: the.actor, mapping, dry_run: the.dry_run };
  const { rows, created } = await found(house, batch.rows, { ...finding, later: definition.name });
  const bad: Bad[] = [];
  const seen = new Map<string, number>();
  let [records, known, changed] = [0, 0, 0];
  for (const mapped of rows) {
    // A row may name a record of its own kind that an earlier row made: those are found only now.
    const row = mapped.bad.length ? mapped : ((await found(house, [mapped], finding)).rows[0] ?? mapped);
    const outcome = row.bad.length ? 'bad' : await takeOne(running, row, seen.get(row.key));
    if (outcome === 'added') records += 1;
    else if (outcome === 'known') known += 1;
    else if (outcome === 'changed') changed += 1;
    else bad.push(...(isRefusal(outcome) ? [badOf(running, row, outcome)] : row.bad));
    if (!row.bad.length && !seen.has(row.key)) seen.set(row.key, row.number);
  }
  return { rows: rows.length, records, facts: records + changed, known, bad, created };
}

/** The column a refusal is about, for the person who mends the file. */
function badOf({ mapping }: Running, row: MappedRow, refusal: Refusal): Bad {
  const column = refusal.field === undefined ? '' : filledBy(mapping, refusal.field);
  const value = refusal.field === undefined ? null : (row.values[refusal.field] ?? null);
  return { row: row.number, column, refusal, value: value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value), key: row.key };
}

type Taken = 'added' | 'known' | 'changed' | Refusal;

async function takeOne(running: Running, row: MappedRow, before: number | undefined): Promise<Taken> {
  const { house, the, mapping, definition } = running;
  if (before !== undefined) return refuse('import.twice', undefined, { row: before });
  const now = new Date(house.clock.now()).toISOString();
  if (row.at !== null && row.at > now) return refuse('import.in_future', 'at', { field: 'at', value: row.at });
  const asked = {
    id: `import:${mapping.source}:${definition.name}:${row.key.length > 150 ? digest(row.key) : row.key}`,
    record: definition.name,
    command: openingOf(definition, mapping) ?? '',
    input: row.values,
    actor: the.actor,
  };
  const held = mapping.update === undefined ? null : await lastImported(running, asked.id);
  if (held) return takeAgain(running, { asked, held, at: row.at });
  const outcome = the.dry_run
    ? await rehearse(house, { ...asked, at: row.at ?? now, now, number: row.number })
    : await perform(house, { ...asked, target: null, channel: 'import', ...(row.at === null ? {} : { at: row.at }) });
  if (isRefusal(outcome)) return outcome.refused === 'key_reused' ? refuse('import.changed') : outcome;
  return outcome.replayed ? 'known' : 'added';
}

/** The record that a row made, with what a file said of it last; what people changed since stands until a file says something else. */
type Held = { readonly id: string; readonly version: number; readonly command_id: string; readonly hash: string };

async function lastImported({ house, definition }: Running, id: string): Promise<Held | null> {
  const [held] = await house.db.query<Held>(
    `select r.id, r.version, last.command_id, last.request_hash as hash from journal j join ${definition.name} r on r.id = j.record_id
       cross join lateral (select command_id, request_hash from journal where record_id = j.record_id and channel = 'import' and command_id is not null
         order by version desc limit 1) last
     where j.command_id = $1`,
    [id],
  );
  return held ?? null;
}

type Asked = { readonly id: string; readonly record: string; readonly command: string; readonly input: Input; readonly actor: Actor };

/** In a dry run it is performed as well: the batch takes everything back. */
async function takeAgain({ house, mapping, definition }: Running, { asked, held, at }: { asked: Asked; held: Held; at: string | null }): Promise<Taken> {
  const [opening, update] = [definition.commands[asked.command], definition.commands[mapping.update ?? '']];
  if (!opening || !update) throw new Error(`${definition.name} has no ${asked.command} or ${mapping.update}`);
  const takes = inputFields(definition, update);
  const again = {
    record: asked.record,
    command: mapping.update ?? '',
    target: held.id,
    input: Object.fromEntries(Object.entries(asked.input).filter(([name]) => Object.hasOwn(takes, name))),
  };
  const first = held.command_id === asked.id;
  const input = first ? checkInput(definition, opening, asked.input) : checkInput(definition, update, again.input);
  if (isRefusal(input)) return input;
  if (hashOf(first ? { ...asked, target: null } : again, input) === held.hash) return 'known';
  const request = { ...again, id: `${asked.id}~${held.version + 1}`, actor: asked.actor, channel: 'import' as const, ...(at === null ? {} : { at }) };
  const outcome = await perform(house, request);
  return isRefusal(outcome) ? outcome : 'changed';
}
