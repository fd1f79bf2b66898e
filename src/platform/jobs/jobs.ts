// The queue: work that follows from a commit, kept in the same database and taken with a lease, so that a dead node's work is taken over.
import type { Db, Value } from '../db/types.ts';

export type Job = {
  readonly id: number;
  readonly queue: string;
  readonly key: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
};
export type Enqueue = { readonly queue: string; readonly key?: string; readonly run_at: string; readonly payload: Readonly<Record<string, unknown>> };

const leaseSeconds = 60;
export const maxAttempts = 12;

/** Puts work in the queue, in the transaction of its cause. The same (queue, key) is moved, not doubled. */
export async function enqueue(db: Db, { queue, key, run_at, payload }: Enqueue): Promise<void> {
  await db.query(
    `insert into job (queue, key, run_at, payload) values ($1, $2, $3, $4::jsonb)
     on conflict (queue, key) where key is not null do update set run_at = excluded.run_at, payload = excluded.payload, attempts = 0, locked_until = null, dead = false`,
    [queue, key ?? null, run_at, JSON.stringify(payload)],
  );
}

export type Claim = { readonly now: string; readonly worker: string; readonly limit: number };

/** Leases what is ready, oldest first. `now` is the house clock, so that a simulated world runs the same code. */
export async function claim(db: Db, { now, worker, limit }: Claim): Promise<Job[]> {
  return db.query<Job>(
    `update job j set locked_until = $1::timestamptz + interval '${leaseSeconds} s', locked_by = $2, attempts = attempts + 1
     from (select id from job where not dead and run_at <= $1 and (locked_until is null or locked_until < $1)
           order by run_at, id limit ${Math.trunc(limit)} for update skip locked) c
     where j.id = c.id returning j.id, j.queue, j.key, j.payload, j.attempts`,
    [now, worker],
  );
}

/** Keeps a job leased by whoever is still working on it. */
export async function prolong(db: Db, job: Job, { now, worker }: Pick<Claim, 'now' | 'worker'>): Promise<void> {
  await db.query(`update job set locked_until = $4::timestamptz + interval '${leaseSeconds} s' where id = $1 and locked_by = $2 and attempts = $3`, [
    job.id,
    worker,
    job.attempts,
    now,
  ]);
}

/** Takes the job away, in the transaction of its effect. False: the lease was lost to another worker, roll back. */
export async function finish(db: Db, job: Job, worker: string): Promise<boolean> {
  const gone = await db.query('delete from job where id = $1 and locked_by = $2 and attempts = $3 returning id', [job.id, worker, job.attempts]);
  return gone.length === 1;
}

/** Gives the job back after a fault: later, with a growing pause; after `maxAttempts` it is parked as dead and shown to the administrator. */
export async function fail(db: Db, job: Job, { now, error, worker, jitter }: { now: number; error: string; worker: string; jitter: number }): Promise<void> {
  const pause = Math.min(3_600_000, 1_000 * 2 ** job.attempts) * (0.5 + jitter / 2);
  const params: Value[] = [job.id, worker, error.slice(0, 2_000), new Date(now + pause).toISOString(), job.attempts >= maxAttempts];
  await db.query('update job set locked_until = null, locked_by = null, last_error = $3, run_at = $4, dead = $5 where id = $1 and locked_by = $2', params);
}

/** When the earliest job of a queue runs, an instant; null when none is planned. */
export async function plannedAt(db: Db, queue: string): Promise<string | null> {
  const [found] = await db.query<{ at: string }>('select run_at as at from job where queue = $1 and not dead order by run_at limit 1', [queue]);
  return found?.at ?? null;
}

/** When the next job becomes ready, as epoch milliseconds; null when nothing waits. */
export async function nextReady(db: Db): Promise<number | null> {
  const [row] = await db.query<{ at: string | null }>('select min(greatest(run_at, coalesce(locked_until, run_at))) as at from job where not dead');
  return row?.at ? Date.parse(row.at) : null;
}
