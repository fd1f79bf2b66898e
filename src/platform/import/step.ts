// One step of an import: a batch of rows, written in one transaction that also says how far it is. A job does one step.
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import type { House } from '../house.ts';
import { enqueue } from '../jobs/jobs.ts';
import type { Handlers } from '../jobs/runner.ts';
import { nextBatch, type Running, type Tally } from './batch.ts';
import { takeLog } from './log-mode.ts';
import type { Logbooks } from './logbook.ts';
import type { Mapping } from './mapping.ts';
import { planOf } from './plan.ts';
import { takeRecords } from './records-mode.ts';
import type { Form } from './rows.ts';
import { addBadRows, dropChunks, findImport, type Import, mostBadRows, setImport } from './store.ts';

/** Rows of one transaction: small enough that others hardly wait for it. */
const batchRows = { records: 50, log: 250 } as const;
const mostAttempts = 5;

/** One batch. Answers whether more is to be done. Throws faults; then nothing of the batch has happened. */
export function stepImport(house: House, logbooks: Logbooks, id: string): Promise<boolean> {
  return house.db.tx(async () => {
    const the = await findImport(house.db, id, { lock: true });
    if (the?.state !== 'running' || !the.mapping || !the.form) return false;
    const running = runningOf(house, the, { mapping: the.mapping, form: the.form });
    if (isRefusal(running)) return failed(house, the, running);
    const batch = await nextBatch(running, batchRows[running.mapping.mode]);
    if (isRefusal(batch)) return failed(house, the, batch);
    const logbook = logbooks[the.record];
    const tally = running.mapping.mode === 'log' && logbook ? await takeLog(running, logbook, batch) : await takeRecords(running, batch);
    await addBadRows(house.db, id, tally.bad);
    await setImport(house.db, id, { ...progress(the, tally), byte_offset: batch.next, row_number: batch.number });
    if (the.rows_bad + badCount(tally) > mostBadRows) return failed(house, the, refuse('import.too_many_bad_rows', undefined, { limit: mostBadRows }));
    if (!batch.end) return true;
    await setImport(house.db, id, { state: 'done', finished_at: isoNow(house) });
    if (!the.dry_run) await dropChunks(house.db, id);
    house.db.afterCommit(() => house.log.info({ import: id, rows: the.rows_read + tally.rows, dry_run: the.dry_run }, 'an import is done'));
    return false;
  });
}

function runningOf(house: House, the: Import, { mapping, form }: { mapping: Mapping; form: Form }): Running | Refusal {
  const definition = house.registry.practices.get(the.record)?.definition;
  if (!definition) return refuse('unknown_record', 'record', { record: the.record });
  const plan = planOf({ definition, mapping, header: form.header });
  return isRefusal(plan) ? plan : { house, the, mapping, form, definition, plan };
}

async function failed(house: House, the: Import, failure: Refusal): Promise<false> {
  await setImport(house.db, the.id, { state: 'failed', failure, finished_at: isoNow(house) });
  return false;
}

const badCount = (tally: Tally): number => new Set(tally.bad.map((each) => each.row)).size;
const mostNames = 1_000;

function progress(the: Import, tally: Tally): Partial<Import> {
  const created: Record<string, string[]> = {};
  for (const part of [the.created, tally.created])
    for (const [record, names] of Object.entries(part)) created[record] = [...new Set([...(created[record] ?? []), ...names])].slice(0, mostNames);
  return {
    rows_read: the.rows_read + tally.rows,
    records_added: the.records_added + tally.records,
    facts_added: the.facts_added + tally.facts,
    rows_known: the.rows_known + tally.known,
    rows_bad: the.rows_bad + badCount(tally),
    created,
  };
}

export async function schedule(house: House, id: string): Promise<void> {
  await enqueue(house.db, { queue: 'import', key: id, run_at: isoNow(house), payload: { import: id } });
  house.db.afterCommit(house.wake);
}

/** The jobs of imports: each does one batch, so that other work gets its turn and a dead server's import is taken over. */
export function importHandlers(logbooks: Logbooks): Handlers {
  return {
    import: async (house, job) => {
      const id = String(job.payload.import);
      if (job.attempts > mostAttempts) {
        const the = await findImport(house.db, id, { lock: true });
        if (the?.state === 'running') await failed(house, the, refuse('fault'));
      } else if (await stepImport(house, logbooks, id)) await schedule(house, id);
    },
  };
}

const isoNow = (house: House): string => new Date(house.clock.now()).toISOString();
