// A command judged as `perform` would judge it, without a number or a fact: for dry runs. Call it in a transaction that is rolled back.
import { checkInput, type Input } from '../../kernel/command.ts';
import { decide, permits } from '../../kernel/decide.ts';
import { apply } from '../../kernel/fact.ts';
import { type AnyRow, type Definition, inputFields } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { DatabaseError, isUniqueViolation } from '../db/errors.ts';
import type { Db } from '../db/types.ts';
import { type House, settings } from '../house.ts';
import { insertRows } from '../journal/bulk.ts';
import { hashOf } from '../journal/perform.ts';
import { refCheck } from '../journal/refs.ts';

export type Rehearsal = {
  readonly id: string;
  readonly record: string;
  readonly command: string;
  readonly input: Input;
  readonly actor: Actor;
  readonly at: string;
  readonly now: string;
  /** Makes the number of the pretended record: no sequence moves. */
  readonly number: number;
};

export type Rehearsed = { readonly row: AnyRow; readonly replayed: boolean };

/** Runs `fn` in a transaction and takes back all it wrote, when it is only a rehearsal. */
export async function pretending<T>(db: Db, only: boolean, fn: () => Promise<T>): Promise<T> {
  if (!only) return fn();
  const done: { value?: T } = {};
  try {
    await db.tx(async () => {
      done.value = await fn();
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  return done.value as T;
}
const takenBack = new Error('a rehearsal is taken back');

/** Numbers of records that exist only in a dry run: far beyond those a sequence gives. */
const pretended = 900_000_000_000_000;

export async function rehearse(house: House, asked: Rehearsal): Promise<Rehearsed | Refusal> {
  const practice = house.registry.practices.get(asked.record);
  const command = practice?.definition.commands[asked.command];
  if (!practice || !command) throw new Error(`${asked.record} has no command ${asked.command}`);
  const { definition } = practice;
  const input = checkInput(definition, command, asked.input);
  if (isRefusal(input)) return input;
  const [seen] = await house.db.query<{ id: string; hash: string }>('select record_id as id, request_hash as hash from journal where command_id = $1', [
    asked.id,
  ]);
  if (seen && seen.hash !== hashOf({ record: asked.record, command: asked.command, target: null }, input)) return refuse('key_reused');
  const { actor, at, now } = asked;
  const barred = permits(definition, { command: asked.command, actor }, null);
  if (barred) return barred;
  const refs = refCheck(house, { definition, fields: inputFields(definition, command), input, actor });
  const missing = refs.missing(refs.statement ? await house.db.query(refs.statement.sql, refs.statement.params) : []);
  if (missing) return missing;
  const the = { command: asked.command, row: null, input, actor, at, now, id: `${definition.prefix}-${pretended + asked.number}` };
  const given = (await practice.gather?.(house.db, the)) ?? {};
  const judged = decide({ definition, rules: practice.rules ?? {}, the: { ...the, given }, house: (await settings(house)).house ?? '' });
  if (isRefusal(judged)) return judged;
  const row = apply(definition, null, { record_id: seen?.id ?? the.id, version: 1, at, changes: judged.changes });
  if (seen) return { row, replayed: true };
  return (await taken(house.db, definition, row)) ?? { row, replayed: false };
}

/** The database is the judge of unique values. */
async function taken(db: Db, definition: Definition, row: AnyRow): Promise<Refusal | null> {
  try {
    await db.tx(() => insertRows(db, { definition, rows: [row] }));
    return null;
  } catch (error) {
    if (!(error instanceof DatabaseError) || !isUniqueViolation(error)) throw error;
    const names = Object.keys(definition.fields);
    const field = names.find((name) => error.constraint === `${definition.name}_${name}_key` || error.constraint === `${definition.name}_${name}_taken`);
    return refuse('taken', field, { field: field ?? error.constraint ?? '' });
  }
}
