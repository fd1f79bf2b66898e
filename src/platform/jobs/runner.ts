// Runs the queue: wakes on a signal or at the next due moment, a few jobs at a time, and stops cleanly.
import { ConnectionLost } from '../db/errors.ts';
import type { House } from '../house.ts';
import { claim, fail, finish, type Job, nextReady } from './jobs.ts';

/** Does a job's effect. It runs inside the transaction that also removes the job: exactly one effect, however often it is tried. */
export type Handler = (house: House, job: Job) => Promise<void>;
export type Handlers = Readonly<Record<string, Handler>>;

export type Runner = {
  /** Works off everything that is ready at the house clock's now, then answers how many jobs ran. For tests and the simulated world. */
  drain(): Promise<number>;
  wake(): void;
  stop(): Promise<void>;
};

const batch = 8;
const longestSleep = 5_000;

export function jobRunner(house: House, handlers: Handlers): Runner {
  const worker = house.chance.uuid();
  let stopped = false;
  let woken = true;
  let poke: () => void = () => undefined;
  let loop: Promise<void> | null = null;

  const once = async (): Promise<number> => {
    const jobs = await claim(house.db, { now: new Date(house.clock.now()).toISOString(), worker, limit: batch });
    for (const job of jobs) await runOne(house, { handlers, job, worker });
    return jobs.length;
  };
  const drain = async (): Promise<number> => {
    let total = 0;
    for (let count = await once(); count > 0; count = await once()) total += count;
    return total;
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const wait = await cycle(house, drain);
      if (!stopped && !woken) await new Promise<void>((resolve) => waitFor(wait, resolve));
    }
  };
  const waitFor = (ms: number, resolve: () => void): void => {
    const timer = setTimeout(resolve, ms);
    poke = () => {
      clearTimeout(timer);
      resolve();
    };
  };
  return {
    drain,
    wake: () => {
      woken = true;
      loop ??= run();
      poke();
    },
    stop: async () => {
      stopped = true;
      poke();
      await loop;
    },
  };
}

/** One round; answers how long to sleep. A lost database is waited for, never fatal. */
async function cycle(house: House, drain: () => Promise<number>): Promise<number> {
  try {
    await drain();
    const next = await nextReady(house.db);
    return next === null ? longestSleep : Math.max(10, Math.min(longestSleep, next - house.clock.now()));
  } catch (error) {
    house.log.warn({ error: String(error) }, 'the job runner waits for the database');
    return 1_000;
  }
}

async function runOne(house: House, { handlers, job, worker }: { handlers: Handlers; job: Job; worker: string }): Promise<void> {
  const handler = handlers[job.queue];
  try {
    if (!handler) throw new Error(`no handler for queue ${job.queue}`);
    await house.db.tx(async () => {
      if (await finish(house.db, job, worker)) await handler(house, job);
    });
  } catch (error) {
    if (error instanceof ConnectionLost) throw error;
    house.log.error(
      { queue: job.queue, job: job.id, attempts: job.attempts, error: error instanceof Error ? (error.stack ?? error.message) : String(error) },
      'a job failed and will be tried again',
    );
    await fail(house.db, job, { now: house.clock.now(), error: String(error), worker, jitter: house.chance.random() });
  }
}
