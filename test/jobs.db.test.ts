// The job runner with work too long for a transaction: outside of one, beside other jobs, and done again after a stop halfway.
import { beforeEach, expect, it } from 'vitest';
import type { Db } from '../src/platform/db/types.ts';
import type { House } from '../src/platform/house.ts';
import { enqueue } from '../src/platform/jobs/jobs.ts';
import { type Handlers, jobRunner } from '../src/platform/jobs/runner.ts';
import { eachDatabase } from './db-env.ts';
import { houseOn } from './world.ts';

eachDatabase('long jobs', (open) => {
  let db: Db;
  let house: House;
  const at = { now: Date.parse('2026-03-16T08:00:00Z') };
  const put = (queue: string) => enqueue(db, { queue, key: queue, run_at: new Date(at.now).toISOString(), payload: {} });
  const waiting = async () => (await db.query<{ queue: string }>('select queue from job order by queue')).map((each) => each.queue);
  /** A promise, and how to keep it. */
  const gate = () => {
    let pass: () => void = () => undefined;
    const passed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    return { pass, passed };
  };

  beforeEach(async () => {
    db ??= await open();
    await db.query('delete from job');
    house = houseOn(db, at);
  });

  it('run outside of the transaction that removes them, and what comes after inside of it', async () => {
    const seen: string[] = [];
    const handlers: Handlers = {
      long: {
        outside: async () => void seen.push(`outside ${await waiting()}`),
        after: async () => {
          seen.push(`after ${await waiting()}`);
          await put('next');
        },
      },
      next: async () => void seen.push('next'),
    };
    await put('long');
    expect(await jobRunner(house, handlers).drain()).toBe(2);
    expect(seen).toEqual(['outside long', 'after ', 'next']);
    expect(await waiting()).toEqual([]);
  });

  it('hold up no other job, and are waited for at a stop', async () => {
    const [begun, done, other] = [gate(), gate(), gate()];
    let ended = false;
    const handlers: Handlers = {
      a_long: {
        outside: async () => {
          begun.pass();
          await done.passed;
          ended = true;
        },
        after: async () => undefined,
      },
      b_short: async () => other.pass(),
    };
    await put('a_long');
    await put('b_short');
    const runner = jobRunner(house, handlers);
    runner.wake();
    await begun.passed;
    await other.passed;
    expect(ended).toBe(false);
    const stopping = runner.stop();
    done.pass();
    await stopping;
    expect(ended).toBe(true);
    // What was going on at a stop counts as not done: it is safe to do it twice.
    expect(await waiting()).toEqual(['a_long']);
  });

  it('are told to stop, and come back later when they fail', async () => {
    const begun = gate();
    let tries = 0;
    const handlers: Handlers = {
      long: {
        outside: async (_house, _job, going) => {
          tries += 1;
          if (tries === 1) throw new Error('broken');
          begun.pass();
          while (going()) await new Promise((resolve) => setTimeout(resolve, 5));
        },
        after: async () => undefined,
      },
    };
    await put('long');
    house = { ...house, log: { ...house.log, error: () => undefined } };
    await jobRunner(house, handlers).drain();
    expect([tries, await waiting()]).toEqual([1, ['long']]);
    at.now += 60_000;
    const runner = jobRunner(house, handlers);
    runner.wake();
    await begun.passed;
    await runner.stop();
    expect([tries, await waiting()]).toEqual([2, ['long']]);
  });
});
