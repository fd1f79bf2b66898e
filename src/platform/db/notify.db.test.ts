// Notifications reach every listener after commit, and none after a rollback.

import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/db-env.ts';
import type { Db } from './types.ts';

eachDatabase('notifications', (open) => {
  let db: Db;
  const logged: string[] = [];
  beforeAll(async () => {
    db = await open({ empty: true, with: { log: { info: () => undefined, warn: () => undefined, error: (_, message) => logged.push(message) } } });
  });

  it('arrive at commit, in order, once per listener', async () => {
    const first: string[] = [];
    const second: string[] = [];
    const stopFirst = await db.listen('news', (payload) => first.push(payload));
    const stopSecond = await db.listen('news', (payload) => second.push(payload));
    await db.tx(async () => {
      await db.notify('news', 'one');
      await db.query('select 1');
      expect(first).toEqual([]);
      await db.notify('news', 'two ö \'"\\');
    });
    await db
      .tx(async () => {
        await db.notify('news', 'undone');
        throw new Error('undo');
      })
      .catch(() => undefined);
    await db.notify('other', 'not for us');
    await db.notify('news', 'three');
    await expect.poll(() => second).toEqual(['one', 'two ö \'"\\', 'three']);
    expect(first).toEqual(second);
    await stopFirst();
    await db.notify('news', 'four');
    await expect.poll(() => second.at(-1)).toBe('four');
    await stopSecond();
    await db.notify('news', 'five');
    await db.query('select 1');
    expect([first.at(-1), second.at(-1)]).toEqual(['three', 'four']);
  });

  it('do not end the process when a listener throws, nor leak a transaction into it', async () => {
    const heard: unknown[] = [];
    await db.listen('loud', () => {
      throw new Error('thrown by a listener, on purpose');
    });
    await db.listen('loud', (payload) => void db.query('select $1 as payload', [payload]).then((rows) => heard.push(rows[0])));
    await db.tx(async () => {
      await db.notify('loud', 'x');
    });
    await expect.poll(() => heard).toEqual([{ payload: 'x' }]);
    expect(logged).toEqual(['a callback of the database failed']);
  });

  it('refuse what could not be delivered', async () => {
    await expect(db.notify('news', 'x'.repeat(8000))).rejects.toThrow('less than 8000 bytes');
    await expect(db.notify('news', 'ö'.repeat(4000))).rejects.toThrow('less than 8000 bytes, not 8000');
    await db.notify('news', 'x'.repeat(7999));
    await expect(db.listen('Bad"; drop', () => undefined)).rejects.toThrow('must be lower case');
    await expect(db.tx(async () => void (await db.listen('news', () => undefined)))).rejects.toThrow('listen outside of transactions');
  });
});
