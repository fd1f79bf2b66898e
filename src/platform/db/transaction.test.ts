// Transactions on an engine that behaves badly on purpose.

import { expect, it } from 'vitest';
import { databaseOver } from './database.ts';
import type { Engine, Result } from './engine.ts';
import { ConnectionLost, DatabaseError } from './errors.ts';

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** `answer` sees each statement in turn; `sent` and `released` tell what reached the connection. */
function badEngine(answer: (sql: string) => string) {
  const sent: string[] = [];
  const released: boolean[] = [];
  const engine: Engine = {
    name: 'postgres',
    acquire: async () => ({
      async run(commands): Promise<Result[]> {
        return commands.map(({ sql }) => {
          sent.push(sql);
          return { rows: [], command: answer(sql) };
        });
      },
      exec: async () => undefined,
      release: async (broken) => void released.push(broken),
    }),
    listen: async () => async () => undefined,
    health: async () => ({ ok: true, detail: '', engine: '', durable: true }),
    close: async () => undefined,
  };
  return { db: databaseOver(engine, { log, chance: () => 0, idleTransactionMs: 1_000 }), sent, released };
}

it('does not report a commit that the server answered with a rollback', async () => {
  const { db, released } = badEngine((sql) => (sql === 'commit' ? 'ROLLBACK' : 'SELECT'));
  await expect(db.tx(() => db.query('select 1'))).rejects.toThrow('rolled back instead of committed');
  expect(released).toEqual([false]);
});

it('says that a commit may have happened when its answer was lost, and only then', async () => {
  const lost = (at: string) =>
    badEngine((sql) => {
      if (sql === at) throw new ConnectionLost('gone', { maybe_committed: true });
      return sql.toUpperCase();
    });
  const [during, before] = [lost('commit'), lost('select 1')];
  await expect(during.db.tx(() => during.db.query('select 1'))).rejects.toMatchObject({ name: 'ConnectionLost', maybe_committed: true });
  await expect(before.db.tx(() => before.db.query('select 1'))).rejects.toMatchObject({ name: 'ConnectionLost', maybe_committed: false });
  expect([during.released, before.released]).toEqual([[true], [true]]);
  expect(before.sent).toEqual(['begin', 'select 1']);
});

it('sends control statements with the next real one, and none for nothing', async () => {
  const { db, sent, released } = badEngine((sql) => (sql === 'commit' ? 'COMMIT' : 'SELECT'));
  await db.tx(async () => 'nothing');
  expect(sent).toEqual([]);
  await db.tx(async () => {
    await db.tx(async () => db.tx(async () => 'nothing'));
    await db.tx(() => db.query('select 1'));
    await db.query('select 2');
  });
  expect(sent).toEqual(['begin', 'savepoint s3', 'select 1', 'release savepoint s3', 'select 2', 'commit']);
  expect(released).toEqual([false, false]);
});

it('gives up after the number of retries that was asked for', async () => {
  const { db, sent } = badEngine((sql) => {
    if (sql === 'select 1') throw new DatabaseError({ message: 'again', code: '40001' });
    return 'ROLLBACK';
  });
  await expect(db.tx(() => db.query('select 1'), { retries: 2 })).rejects.toMatchObject({ code: '40001' });
  expect(sent.filter((sql) => sql === 'select 1')).toHaveLength(3);
});
