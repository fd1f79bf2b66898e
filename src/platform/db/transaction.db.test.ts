// Transactions: isolation, savepoints, retries, what runs after commit, and what a careless caller may not do.

import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/db-env.ts';
import type { Db } from './types.ts';

eachDatabase('transactions', (open, engine) => {
  let db: Db;
  beforeAll(async () => {
    db = await open({ empty: true, with: { idleTransactionMs: 300 } });
    await db.exec('create table entry (id int primary key, note text, parent int references entry (id) deferrable initially deferred)');
  });
  beforeEach(async () => {
    await db.exec('truncate entry');
  });

  const insert = (id: number, note = '') => db.query('insert into entry (id, note) values ($1, $2)', [id, note]);
  const ids = async () => (await db.query<{ id: number }>('select id from entry order by id')).map((row) => row.id);
  const status = async () => (await db.query<{ depth: string | null }>('select pg_current_xact_id_if_assigned()::text as depth'))[0]?.depth;

  it('commits everything or nothing', async () => {
    await db.tx(async () => {
      await insert(1);
      await insert(2);
    });
    const failing = db.tx(async () => {
      await insert(3);
      throw new Error('changed my mind');
    });
    await expect(failing).rejects.toThrow('changed my mind');
    expect(await ids()).toEqual([1, 2]);
    expect(await status()).toBeNull();
  });

  it('keeps forty interleaved transactions apart', async () => {
    const own = async (n: number) =>
      db.tx(async () => {
        await insert(n, 'mine');
        await sleep(n % 3);
        if (n % 2 === 1) throw new Error('odd');
        return (await db.query<{ note: string }>('select note from entry where id = $1', [n]))[0]?.note;
      });
    const outcomes = await Promise.allSettled(Array.from({ length: 40 }, (_, n) => own(n)));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value === 'mine')).toHaveLength(20);
    expect(await ids()).toEqual(Array.from({ length: 20 }, (_, n) => n * 2));
  });

  it('joins queries from functions that know nothing of the transaction', async () => {
    await db.tx(async () => {
      await Promise.all([insert(1), insert(2), insert(3)]);
      expect(await ids()).toEqual([1, 2, 3]);
      const outside = await new Promise<number[]>((resolve) => setImmediate(() => void ids().then(resolve)));
      expect(outside).toEqual([1, 2, 3]);
    });
  });

  it('rolls a nested transaction back to its savepoint', async () => {
    await db.tx(async () => {
      await insert(1);
      await expect(
        db.tx(async () => {
          await insert(2);
          await insert(1);
        }),
      ).rejects.toMatchObject({ code: '23505' });
      await db.tx(async () => {
        await insert(3);
        await db.tx(() => insert(4));
        await expect(
          db.tx(async () => {
            await insert(5);
            throw new Error('not this one');
          }),
        ).rejects.toThrow('not this one');
      });
      await db.tx(async () => 'nothing');
      await insert(6);
    });
    expect(await ids()).toEqual([1, 3, 4, 6]);
  });

  it('runs nested transactions of one parent one after another', async () => {
    await db.tx(async () => {
      const child = (n: number) =>
        db.tx(async () => {
          await insert(n);
          await sleep(5);
          if (n === 2) throw new Error('two');
        });
      const outcomes = await Promise.allSettled([child(1), child(2), child(3)]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });
    expect(await ids()).toEqual([1, 3]);
  });

  it('never reports a commit after a statement failed, even if its error was swallowed', async () => {
    const careless = db.tx(async () => {
      await insert(1);
      await insert(1).catch(() => undefined);
      return 'done';
    });
    await expect(careless).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([]);
    expect(await status()).toBeNull();
  });

  it('reports what fails only at commit', async () => {
    await expect(db.tx(() => db.query('insert into entry (id, parent) values (1, 99)'))).rejects.toMatchObject({ code: '23503' });
    expect(await ids()).toEqual([]);
  });

  it('repeats a transaction that the server asks to repeat', async () => {
    let attempts = 0;
    const value = await db.tx(async () => {
      attempts += 1;
      await insert(attempts);
      if (attempts < 3) await db.query(`do $$ begin raise exception 'again' using errcode = '${attempts === 1 ? '40001' : '40P01'}'; end $$`);
      return attempts;
    });
    expect(value).toBe(3);
    expect(await ids()).toEqual([3]);
    const hopeless = db.tx(() => db.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`), { retries: 2 });
    await expect(hopeless).rejects.toMatchObject({ code: '40001' });
  });

  // The embedded engine has one connection, hence no two transactions at a time.
  if (engine === 'postgres')
    it('repeats real serialization failures until the sum is right', async () => {
      await insert(1, '0');
      const increment = () =>
        db.tx(
          async () => {
            await db.exec('set transaction isolation level serializable');
            const [row] = await db.query<{ note: string }>('select note from entry where id = 1');
            await db.query('update entry set note = $1 where id = 1', [String(Number(row?.note) + 1)]);
          },
          { retries: 50 },
        );
      await Promise.all(Array.from({ length: 8 }, increment));
      expect(await db.query('select note from entry')).toEqual([{ note: '8' }]);
    });

  it('runs afterCommit after the outermost commit and never after a rollback', async () => {
    const seen: string[] = [];
    let attempts = 0;
    await db.tx(async () => {
      attempts += 1;
      db.afterCommit(() => seen.push('outer'));
      await db.tx(async () => {
        await insert(attempts);
        db.afterCommit(() => seen.push('inner'));
      });
      await db
        .tx(async () => {
          db.afterCommit(() => seen.push('undone'));
          throw new Error('undo');
        })
        .catch(() => undefined);
      if (attempts === 1) await db.query(`do $$ begin raise exception 'again' using errcode = '40001'; end $$`);
      expect(seen).toEqual([]);
    });
    expect(seen).toEqual(['outer', 'inner']);
    await db
      .tx(async () => {
        db.afterCommit(() => seen.push('rolled back'));
        await insert(2);
      })
      .catch(() => undefined);
    db.afterCommit(() => seen.push('at once'));
    expect(seen).toEqual(['outer', 'inner', 'at once']);
  });

  it('runs afterCommit outside of the transaction', async () => {
    const later = new Promise<number[]>((resolve) => {
      void db.tx(async () => {
        await insert(1);
        db.afterCommit(() => void ids().then(resolve));
      });
    });
    expect(await later).toEqual([1]);
  });

  it('refuses queries of a transaction that is over', async () => {
    let late: Promise<unknown> = Promise.resolve();
    await db.tx(async () => {
      await insert(1);
      late = sleep(20).then(() => insert(2));
    });
    await expect(late).rejects.toThrow('this transaction is over');
    expect(await ids()).toEqual([1]);
  });

  it('includes a query that was not awaited', async () => {
    await db.tx(async () => {
      void insert(1);
    });
    expect(await ids()).toEqual([1]);
    const failing = db.tx(async () => {
      await insert(2);
      void insert(1).catch(() => undefined);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([1]);
  });

  it('runs a batch in one go, alone as one transaction', async () => {
    const [, , rows] = await db.batch([
      { sql: 'insert into entry (id) values ($1)', params: [1] },
      { sql: 'insert into entry (id) values ($1)', params: [2] },
      { sql: 'select id from entry order by id' },
    ]);
    expect(rows).toEqual([{ id: 1 }, { id: 2 }]);
    const failing = db.batch([
      { sql: 'insert into entry (id) values (3)' },
      { sql: 'insert into entry (id) values (1)' },
      { sql: 'insert into entry (id) values (4)' },
    ]);
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([1, 2]);
    expect(await db.batch([])).toEqual([]);
  });

  it('commits with its last statement, after which there is nothing', async () => {
    const seen: string[] = [];
    let late: Promise<unknown> = Promise.resolve();
    const rows = await db.tx(async () => {
      await insert(1);
      db.afterCommit(() => seen.push('committed'));
      const found = await db.last<{ id: number }>('insert into entry (id) values ($1) returning id', [2]);
      late = insert(3);
      late.catch(() => undefined);
      return found;
    });
    expect([rows, await ids(), await status(), seen]).toEqual([[{ id: 2 }], [1, 2], null, ['committed']]);
    await expect(late).rejects.toThrow('this transaction is over');
  });

  it('takes all back when its last statement is refused, or what only the commit finds', async () => {
    const twice = db.tx(async () => {
      await insert(1);
      await db.last('insert into entry (id) values (1)');
    });
    await expect(twice).rejects.toMatchObject({ code: '23505' });
    const orphan = db.tx(async () => {
      await insert(1);
      await db.last('insert into entry (id, parent) values (2, 99)');
    });
    await expect(orphan).rejects.toMatchObject({ code: '23503' });
    expect([await ids(), await status()]).toEqual([[], null]);
    let attempts = 0;
    await db.tx(async () => {
      attempts += 1;
      await insert(1);
      await db.last(attempts === 1 ? `do $$ begin raise exception 'again' using errcode = '40001'; end $$` : 'select 1');
    });
    expect([attempts, await ids()]).toEqual([2, [1]]);
  });

  it('goes on after the last statement of a nested transaction, and knows none outside', async () => {
    await db.tx(async () => {
      await db.tx(() => db.last('insert into entry (id) values (1)'));
      await insert(2);
    });
    await db.last('insert into entry (id) values (3)');
    expect(await ids()).toEqual([1, 2, 3]);
  });

  it('lets others go on when a transaction waits for something else than the database', async () => {
    let release = (): void => undefined;
    const outside = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = (): void => undefined;
    const inserted = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const stalled = db.tx(async () => {
      await insert(1);
      begun();
      await outside;
      await insert(2);
    });
    const refused = expect(stalled).rejects.toMatchObject({ name: 'TransactionTimeout' });
    await inserted;
    const other = db.tx(() => db.query('insert into entry (id) values (1)'));
    await expect(other).resolves.toEqual([]);
    release();
    await refused;
    expect(await ids()).toEqual([1]);
  });

  it('closes a transaction that was begun by hand', async () => {
    await db.exec('begin');
    await insert(1);
    expect(await status()).toBeNull();
  });

  it('leaves no lock and no transaction behind', async () => {
    await insert(1);
    await Promise.allSettled([db.tx(() => db.query('select * from entry for update')), db.tx(() => db.query('select 1/0'))]);
    const [row] = await db.query<{ idle: number }>(
      "select count(*) as idle from pg_stat_activity where datname = current_database() and state like 'idle in%'",
    );
    expect(row?.idle).toBe(0);
  });
});
