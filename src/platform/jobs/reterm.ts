// Open records go by another agreement from the day it holds: their clocks are re-termed, and keep what they used and waited.
import { isRefusal } from '../../kernel/refusal.ts';
import { asSystem } from '../../kernel/scope.ts';
import type { House } from '../house.ts';
import { perform } from '../journal/perform.ts';
import { enqueue, type Job } from './jobs.ts';

/**
 * What a job of the queue `reterm` says. `promises` are those whose live clocks are looked at (the promise and those it replaces;
 * `promise` alone when absent), `at` the ISO instant from which the new terms hold (now when absent), `after` the last record done.
 */
export type RetermPayload = { readonly promise: string; readonly promises?: readonly string[]; readonly at?: string; readonly after?: string };

const batch = 50;

/**
 * Performs `reterm` on every open record with a live clock under one of the promises, a batch per job. The command ids are made of
 * promise, instant and record, so that a job that runs twice changes nothing the second time.
 */
export async function reterm(house: House, job: Job): Promise<void> {
  const payload = job.payload as RetermPayload;
  const { promise, promises = [promise], after = '' } = payload;
  const at = payload.at ?? new Date(house.clock.now()).toISOString();
  const found = await house.db.query<{ record: string; record_id: string }>(
    `select distinct record, record_id from clock
     where promise = any($1) and phase in ('idle', 'running', 'paused') and record_id > $2 order by record_id limit ${batch}`,
    [[...promises], after],
  );
  for (const { record, record_id } of found) await retermOne(house, { record, id: record_id, promise, at });
  const last = found.at(-1)?.record_id;
  if (found.length < batch || last === undefined) return;
  const run_at = new Date(house.clock.now()).toISOString();
  await enqueue(house.db, { queue: 'reterm', key: job.key ?? `reterm:${promise}:${at}`, run_at, payload: { ...payload, at, after: last } });
}

type One = { readonly record: string; readonly id: string; readonly promise: string; readonly at: string };

async function retermOne(house: House, { record, id, promise, at }: One): Promise<void> {
  const definition = house.registry.practices.get(record)?.definition;
  if (!definition?.commands.reterm) return;
  const [row] = await house.db.query<{ open: boolean; updated_at: string }>(`select open, updated_at from ${record} where id = $1`, [id]);
  if (!row?.open) return;
  // A record that changed since (a job may come late) is not told to have changed before that.
  const when = new Date(Math.max(Date.parse(at), Date.parse(row.updated_at))).toISOString();
  const actor = asSystem('another agreement holds from today');
  const request = { id: `reterm:${promise}:${at}:${id}`, record, command: 'reterm', target: id, input: { promise }, at: when };
  const outcome = await perform(house, { ...request, actor, channel: 'clock' });
  if (isRefusal(outcome)) house.log.warn({ record: id, promise, refused: outcome.refused }, 'a record could not be brought under the agreement that holds now');
}
