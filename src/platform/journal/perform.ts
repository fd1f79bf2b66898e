// The one path: loads, judges, and commits journal, row, clocks and jobs together. Every door ends here.
import { createHash } from 'node:crypto';
import type { Terms } from '../../calculus/terms.ts';
import { checkInput, type Input, type Request } from '../../kernel/command.ts';
import { type Case, decide, type Judged, permits } from '../../kernel/decide.ts';
import { apply } from '../../kernel/fact.ts';
import { type Practice, reacts } from '../../kernel/practice.ts';
import { type AnyRow, type Definition, inputFields } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { DatabaseError, isUniqueViolation } from '../db/errors.ts';
import type { Db, Statement } from '../db/types.ts';
import { type House, settings } from '../house.ts';
import { keepCalendars, loadClocks, storedTerms } from './clock-store.ts';
import { advance, dues, type Running, standing } from './clockwork.ts';
import { refCheck } from './refs.ts';
import { columnsOf, type Entry, write } from './write.ts';

/** What happened. `replayed` says that this command id had been performed before and nothing changed now. */
export type Done = {
  readonly row: AnyRow;
  readonly fact_id: number;
  readonly fact: string;
  readonly version: number;
  readonly replayed: boolean;
  /** Its clocks from now on; null when the answer is a repeated one. */
  readonly clocks: readonly Running[] | null;
};
export type Outcome = Done | Refusal;

/**
 * Performs one command. Answers a refusal as a value; throws only for faults. Safe to repeat with the same id: the first
 * answer comes back. Joins a transaction that is already open.
 */
export async function perform(house: House, request: Request): Promise<Outcome> {
  const practice = house.registry.practices.get(request.record);
  if (!practice) return refuse('unknown_record', undefined, { record: request.record.slice(0, 60) });
  const { definition } = practice;
  const command = Object.hasOwn(definition.commands, request.command) ? definition.commands[request.command] : undefined;
  if (!command) return refuse('unknown_command', undefined, { command: request.command.slice(0, 60), record: definition.name });
  const input = checkInput(definition, command, request.input);
  if (isRefusal(input)) return input;
  const asked = { house, practice, request: { ...request, input }, hash: hashOf(request, input) };
  try {
    return await house.db.tx(() => inside(asked));
  } catch (error) {
    if (!(error instanceof DatabaseError) || !isUniqueViolation(error)) throw error;
    const violated = error.constraint ?? '';
    // Somebody else performed the same command id while we judged it: theirs is the answer.
    if (violated === 'journal_command_key') return (await replay(asked)) ?? refuse('stale_version', undefined, { version: 0 });
    const field = Object.keys(definition.fields).find(
      (name) => violated === `${definition.name}_${name}_key` || violated === `${definition.name}_${name}_taken`,
    );
    return refuse('taken', field, { field: field ?? violated });
  }
}

type Asked = { house: House; practice: Practice<Db>; request: Request; hash: string };

async function inside(asked: Asked): Promise<Outcome> {
  const { house, practice, request } = asked;
  const { definition } = practice;
  const fields = inputFields(definition, definition.commands[request.command] ?? never());
  const refs = refCheck(house, { definition, fields, input: request.input, actor: request.actor });
  const stop = house.guard.statement(request);
  const [found, ...read] = await house.db.batch([loading(asked), ...(refs.statement ? [refs.statement] : []), ...(stop ? [stop] : [])]);
  const { replay: repeated, row, id } = await loaded(asked, found?.[0] as Loading | undefined);
  if (repeated) return repeated;
  if (request.target !== null && !row) return refuse('not_found');
  const barred = permits(definition, request, row);
  if (barred) return barred;
  if (row && request.expects !== undefined && request.expects !== null && request.expects !== row.version)
    return refuse('stale_version', undefined, { version: row.version });
  const missing = refs.missing((refs.statement && read[0]) || []) ?? (stop && house.guard.judge(request, read.at(-1) ?? []));
  if (missing) return missing;
  const now = new Date(house.clock.now()).toISOString();
  const the = { command: request.command, row, input: request.input, actor: request.actor, at: request.at ?? now, now, id };
  const given = (await practice.gather?.(house.db, the)) ?? {};
  const integrator = (await settings(house)).house ?? '';
  const judged = decide({ definition, rules: practice.rules ?? {}, the: { ...the, given }, house: integrator });
  if (isRefusal(judged)) return judged;
  return commit(asked, { ...the, given }, judged);
}

async function commit({ house, practice: { definition }, request, hash }: Asked, the: Case, judged: Judged): Promise<Done> {
  const version = (the.row?.version ?? 0) + 1;
  const applied = apply(definition, the.row, { record_id: the.id, version, at: the.at, changes: judged.changes });
  const asked = (the.given as { terms?: readonly Terms[] }).terms;
  const { clocks, terms } = await clocksAfter(house, { definition, row: applied, judged, the, terms: asked });
  const due = dues(definition, clocks).due;
  const after = { ...applied, due: due === null ? null : new Date(due).toISOString() };
  const entry: Entry = {
    record: definition.name,
    record_id: the.id,
    version,
    fact: judged.fact,
    at: the.at,
    recorded_at: the.now,
    actor: request.actor.person,
    actor_name: request.actor.name,
    actor_party: request.actor.organisation,
    channel: request.channel,
    command_id: request.id,
    request_hash: hash,
    cause: request.cause ?? null,
    changes: judged.changes,
    note: judged.note,
    params: judged.params,
    audience: judged.audience,
    terms: terms?.map(storedTerms) ?? null,
  };
  const follows = reacts(house.registry, judged);
  if (follows) house.db.afterCommit(house.wake);
  const fact_id = await write(house.db, { definition, before: the.row, after, entry, clocks, reacts: follows });
  return { row: after, fact_id, fact: judged.fact, version, replayed: false, clocks };
}

type Ticking = { definition: Definition; row: AnyRow; judged: Judged; the: Case; terms: readonly Terms[] | undefined };

/** The clocks after the fact, and the terms when they are other than before: the same ones said again are no news for the journal. */
async function clocksAfter(house: House, ticking: Ticking): Promise<{ clocks: Running[]; terms: readonly Terms[] | undefined }> {
  const { definition, row, judged, the } = ticking;
  if (!definition.clocks) return { clocks: [], terms: undefined };
  const before = the.row ? ((await loadClocks(house.db, [the.id])).get(the.id) ?? []) : [];
  const terms = ticking.terms && !(the.row && standing(before, ticking.terms)) ? ticking.terms : undefined;
  if (terms)
    await keepCalendars(
      house.db,
      terms.map((each) => each.calendar),
    );
  const { clocks } = advance({ definition, row, fact: judged.fact, params: judged.params, at: Date.parse(the.at), clocks: before, terms });
  return { clocks, terms };
}

type Found = { replay: Outcome | null; row: AnyRow | null; id: string };
type Loading = { readonly _seen: number | null; readonly number?: number } & Readonly<Record<string, unknown>>;

/** The row, locked, or the number of a new one; and whether this command id was performed before. */
function loading({ practice: { definition }, request }: Asked): Statement {
  const seen = '(select id from journal where command_id = $1) as _seen';
  if (request.target === null) return { sql: `select nextval('${definition.name}_number') as number, ${seen}`, params: [request.id] };
  const columns = columnsOf(definition).map((name) => `t.${name}`);
  const sql = `select ${columns.join(', ')}, ${seen} from ${definition.name} t where t.id = $2 for update of t`;
  return { sql, params: [request.id, request.target] };
}

async function loaded(asked: Asked, found: Loading | undefined): Promise<Found> {
  const { target } = asked.request;
  const before = found?._seen ? await replay(asked) : null;
  if (target === null) return { replay: before, row: null, id: `${asked.practice.definition.prefix}-${found?.number}` };
  if (!found) return { replay: null, row: null, id: target };
  const { _seen: _replayed, ...row } = found;
  return { replay: before, row: row as AnyRow, id: target };
}

/** The first answer to a command id, or a refusal when the request was a different one. */
async function replay({ house, practice, request, hash }: Asked): Promise<Outcome | null> {
  const [fact] = await house.db.query<Entry & { id: number }>('select id, record, record_id, version, fact, request_hash from journal where command_id = $1', [
    request.id,
  ]);
  if (!fact) return null;
  if (fact.request_hash !== hash) return refuse('key_reused');
  const { definition } = practice;
  const [row] = await house.db.query<AnyRow>(`select ${columnsOf(definition).join(', ')} from ${definition.name} where id = $1`, [fact.record_id]);
  return row ? { row, fact_id: fact.id, fact: fact.fact, version: fact.version, replayed: true, clocks: null } : refuse('not_found');
}

export function hashOf(request: Pick<Request, 'record' | 'command' | 'target'>, input: Input): string {
  const sorted = Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([request.record, request.command, request.target, sorted]))
    .digest('base64url');
}

function never(): never {
  throw new Error('a command that was found a moment ago is gone');
}
