// Runs the queue: wakes on a signal or at the next due moment, a few jobs at a time, and stops cleanly.
import { ConnectionLost } from '../db/errors.ts';
import type { House } from '../house.ts';
import { claim, fail, finish, type Job, nextReady, prolong } from './jobs.ts';

/** Does a job's effect. It runs inside the transaction that also removes the job: exactly one effect, however often it is tried. */
export type Handler = (house: House, job: Job) => Promise<void>;
/**
 * Work too long for a transaction: `outside` of one, beside all other jobs, and safe to do twice; `after` it is done, with the
 * job's removal. Once `going` answers false the runner wants to stop: what is left is done after the next start.
 */
export type LongHandler = { readonly outside: (house: House, job: Job, going: () => boolean) => Promise<void>; readonly after: Handler };
export type Handlers = Readonly<Record<string, Handler | LongHandler>>;

export type Runner = {
  /** Works off everything that is ready at the house clock's now, then answers how many jobs ran. For tests and the simulated world. */
  drain(): Promise<number>;
  wake(): void;
  stop(): Promise<void>;
};

const batch = 8;
const longestSleep = 5_000;
/** Well within the lease, so that nobody takes over what is being worked on. */
const prolongEvery = 20_000;

export function jobRunner(house: House, handlers: Handlers): Runner {
  const worker = house.chance.uuid();
  let stopped = false;
  let woken = true;
  let poke: () => void = () => undefined;
  let loop: Promise<void> | null = null;

  const beside = new Set<Promise<void>>();

  const once = async (): Promise<number> => {
    const jobs = await claim(house.db, { now: new Date(house.clock.now()).toISOString(), worker, limit: batch });
    for (const job of jobs) {
      const doing = runOne(house, { handlers, job, worker, going: () => !stopped });
      if (isLong(handlers[job.queue])) {
        beside.add(doing);
        doing.catch(() => undefined).finally(() => beside.delete(doing));
      } else await doing;
    }
    return jobs.length;
  };
  const work = async (): Promise<number> => {
    let total = 0;
    for (let count = await once(); count > 0; count = await once()) total += count;
    return total;
  };
  const drain = async (): Promise<number> => {
    let total = await work();
    while (beside.size > 0) {
      await Promise.all(beside);
      total += await work();
    }
    return total;
  };
  const run = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const wait = await cycle(house, work);
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
      await Promise.allSettled(beside);
    },
  };
}

/** One round; answers how long to sleep. A lost database is waited for, never fatal. */
async function cycle(house: House, work: () => Promise<number>): Promise<number> {
  try {
    await work();
    const next = await nextReady(house.db);
    return next === null ? longestSleep : Math.max(10, Math.min(longestSleep, next - house.clock.now()));
  } catch (error) {
    house.log.warn({ error: String(error) }, 'the job runner waits for the database');
    return 1_000;
  }
}

type Running = { readonly handlers: Handlers; readonly job: Job; readonly worker: string; readonly going: () => boolean };

async function runOne(house: House, { handlers, job, worker, going }: Running): Promise<void> {
  const handler = handlers[job.queue];
  try {
    if (!handler) throw new Error(`no handler for queue ${job.queue}`);
    if (isLong(handler)) {
      await leased(house, { job, worker }, () => handler.outside(house, job, going));
      if (!going()) return;
    }
    await house.db.tx(async () => {
      if (await finish(house.db, job, worker)) await (isLong(handler) ? handler.after : handler)(house, job);
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

const isLong = (handler: Handler | LongHandler | undefined): handler is LongHandler => typeof handler === 'object';

/** Keeps the lease while the work goes on. */
async function leased(house: House, { job, worker }: Pick<Running, 'job' | 'worker'>, work: () => Promise<void>): Promise<void> {
  const again = (): void => void prolong(house.db, job, { now: new Date(house.clock.now()).toISOString(), worker }).catch(() => undefined);
  const timer = setInterval(again, prolongEvery);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}
