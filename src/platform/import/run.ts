// The life of an import: made, filled, started, paused, gone on with, ended.
import type { Definition } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import { type House, settings } from '../house.ts';
import { wrongFinds } from './find.ts';
import type { Logbooks } from './logbook.ts';
import { columnsOf, type Mapping, wrongMapping } from './mapping.ts';
import { planOf } from './plan.ts';
import { type Form, formOf } from './rows.ts';
import { schedule } from './step.ts';
import { contentOf, dropChunks, dropOldContent, findImport, hasContent, type Import, type ImportState, setImport, storeContent } from './store.ts';

export type Asking = { readonly actor: Actor; readonly id: string };
export type Making = {
  readonly actor: Actor;
  readonly name: string;
  readonly record: string;
  readonly format: Form['format'];
  readonly mapping: unknown;
  readonly dry_run: boolean;
};

/** Imports are the integrator's affair; each record's own scopes are checked besides. */
export function mayImport(actor: Actor): Refusal | null {
  const may = allows({ all: [{ side: 'integrator' }, { role: ['administrator', 'process_manager'] }] }, actor, {});
  return may ? null : refuse('not_allowed', undefined, { command: 'import' });
}

export async function makeImport(house: House, { actor, name, record, format, mapping, dry_run }: Making): Promise<Import | Refusal> {
  const definition = house.registry.practices.get(record)?.definition;
  const wrong = mayImport(actor) ?? (definition ? null : refuse('unknown_record', 'record', { record: record.slice(0, 60) }));
  if (wrong || !definition) return wrong ?? refuse('unknown_record');
  const wrongly = mapping === null || mapping === undefined ? null : (wrongMapping(definition, mapping) ?? wrongFinds(house, mapping as Mapping));
  if (wrongly) return wrongly;
  await dropOldContent(house.db, { now: isoNow(house) });
  const [row] = await house.db.query<Import>(
    `insert into import (id, name, record, format, mapping, dry_run, state, actor, created_at)
     values ('IMP-' || nextval('import_number'), $1, $2, $3, $4::jsonb, $5, 'new', $6::jsonb, $7) returning *`,
    [name, record, format, mapping ? JSON.stringify(mapping) : null, dry_run, JSON.stringify(actor), isoNow(house)],
  );
  if (!row) throw new Error('an insert answered no row');
  return row;
}

/** Takes the content in. Refused while it runs; a finished dry run may get a better file. */
export async function fillImport(house: House, { actor, id }: Asking, stream: AsyncIterable<Uint8Array>): Promise<Import | Refusal> {
  const the = await mine(house, { actor, id }, ['new', 'uploaded', 'done', 'failed', 'cancelled']);
  if (isRefusal(the)) return the;
  await setImport(house.db, id, { state: 'new', bytes: 0 });
  const stored = await storeContent(house, id, stream);
  if (isRefusal(stored)) return stored;
  await setImport(house.db, id, { state: 'uploaded', bytes: stored.bytes, content_sha256: stored.sha256 });
  const form = await formOf(contentOf(house.db, { id, bytes: stored.bytes }), { format: the.format, mapping: the.mapping });
  if (isRefusal(form)) return form;
  await setImport(house.db, id, { form });
  return (await findImport(house.db, id)) ?? refuse('not_found');
}

export type Starting = { readonly mapping?: unknown; readonly dry_run?: boolean };

/** Starts from the beginning: what an earlier run brought in is recognised and stays. */
export async function startImport(house: House, logbooks: Logbooks, { actor, id, mapping, dry_run }: Asking & Starting): Promise<Import | Refusal> {
  const the = await mine(house, { actor, id }, ['uploaded', 'done', 'failed', 'paused']);
  if (isRefusal(the)) return the;
  if (!(await hasContent(house.db, id))) return refuse('import.no_content');
  const asked = await inThisHouse(house, (mapping ?? the.mapping) as Mapping | null);
  if (isRefusal(asked)) return asked;
  const definition = house.registry.practices.get(the.record)?.definition;
  if (!definition) return refuse('unknown_record', 'record', { record: the.record });
  if (!asked) return refuse('import.no_mapping', 'mapping');
  const wrong = wrongMapping(definition, asked) ?? wrongFinds(house, asked) ?? wrongLog({ logbooks, definition, mapping: asked, actor });
  if (wrong) return wrong;
  const source = contentOf(house.db, the);
  const found = await formOf(source, { format: the.format, mapping: asked });
  if (isRefusal(found)) return found;
  // Objects of a JSON file need not have all their names in the first ones.
  const form = found.format === 'json' ? { ...found, header: [...new Set([...found.header, ...columnsOf(asked)])] } : found;
  const plan = planOf({ definition, mapping: asked, header: form.header });
  if (isRefusal(plan)) return plan;
  await house.db.tx(async () => {
    await house.db.query('delete from import_bad_row where import = $1', [id]);
    const start = { byte_offset: form.from, row_number: form.number, rows_read: 0, records_added: 0, facts_added: 0, rows_known: 0, rows_bad: 0, created: {} };
    await setImport(house.db, id, {
      ...start,
      form,
      mapping: asked,
      dry_run: dry_run ?? the.dry_run,
      actor,
      state: 'running',
      failure: null,
      started_at: isoNow(house),
      finished_at: null,
    });
    await schedule(house, id);
  });
  return (await findImport(house.db, id)) ?? refuse('not_found');
}

/** `"$house"` in a mapping is the organisation that runs this installation, so that one mapping fits every installation. */
async function inThisHouse(house: House, mapping: Mapping | null): Promise<Mapping | Refusal | null> {
  const text = JSON.stringify(mapping);
  if (!text.includes('"$house"')) return mapping;
  const own = (await settings(house)).house;
  if (own === null) return refuse('import.wrong_mapping', 'mapping', { field: '$house', detail: 'this installation has not been set up yet' });
  return JSON.parse(text.replaceAll('"$house"', JSON.stringify(own))) as Mapping;
}

function wrongLog({ logbooks, definition, mapping, actor }: { logbooks: Logbooks; definition: Definition; mapping: Mapping; actor: Actor }): Refusal | null {
  if (mapping.mode !== 'log') return null;
  const logbook = Object.hasOwn(logbooks, definition.name) ? logbooks[definition.name] : undefined;
  if (!logbook) return refuse('import.no_log', 'mapping', { record: definition.name });
  const command = definition.commands[logbook.command];
  if (!command || !allows(command.may, actor, {})) return refuse('not_allowed', undefined, { command: logbook.command });
  const missing = logbook.needs.find((name) => !Object.hasOwn(mapping.fields, name));
  return missing === undefined ? null : refuse('import.wrong_mapping', 'mapping', { field: `fields.${missing}`, detail: 'is required in a log' });
}

/** Pauses after the batch that is being written, goes on after a pause or a dead server, or ends it where it stands. */
export async function steerImport(house: House, { actor, id, command }: Asking & { command: 'pause' | 'resume' | 'cancel' }): Promise<Import | Refusal> {
  const from: Readonly<Record<typeof command, readonly ImportState[]>> = {
    pause: ['running'],
    resume: ['paused', 'running'],
    cancel: ['new', 'uploaded', 'running', 'paused', 'failed'],
  };
  const outcome = await house.db.tx(async () => {
    const the = await mine(house, { actor, id }, from[command]);
    if (isRefusal(the)) return the;
    const state = { pause: 'paused', resume: 'running', cancel: 'cancelled' } as const;
    await setImport(house.db, id, { state: state[command], ...(command === 'cancel' ? { finished_at: isoNow(house) } : {}) });
    if (command === 'resume') await schedule(house, id);
    else await house.db.query("delete from job where queue = 'import' and key = $1", [id]);
    return (await findImport(house.db, id)) ?? refuse('not_found');
  });
  if (command === 'cancel' && !isRefusal(outcome)) await dropChunks(house.db, id);
  return outcome;
}

/** The import, when it is there and in one of the states. Everybody who may import may steer every import. */
async function mine(house: House, { actor, id }: Asking, states: readonly ImportState[]): Promise<Import | Refusal> {
  const barred = mayImport(actor);
  if (barred) return barred;
  const the = await findImport(house.db, id, { lock: true });
  if (!the) return refuse('not_found');
  if (the.state === 'new' && !states.includes('new')) return refuse('import.no_content');
  return states.includes(the.state) ? the : refuse('import.wrong_state', undefined, { state: the.state });
}

const isoNow = (house: House): string => new Date(house.clock.now()).toISOString();
