// Typed queries run on both engines and inside the transaction of the caller.

import { beforeAll, expect, it } from 'vitest';
import { eachDatabase } from '../../../test/db-env.ts';
import { kyselyOver } from './kysely.ts';
import type { Db } from './types.ts';

type Tables = { thing: { id: number; name: string; tags: string[] } };

eachDatabase('kysely', (open) => {
  let db: Db;
  beforeAll(async () => {
    db = await open({ empty: true });
    await db.exec('create table thing (id int primary key, name text not null, tags text[] not null)');
  });

  it('inserts, filters and joins the transaction', async () => {
    const kysely = kyselyOver<Tables>(db);
    await kysely
      .insertInto('thing')
      .values([
        { id: 1, name: 'one', tags: ['a', 'b'] },
        { id: 2, name: 'two', tags: [] },
      ])
      .execute();
    const undone = db.tx(async () => {
      await kysely.deleteFrom('thing').where('id', '=', 1).execute();
      expect(await kysely.selectFrom('thing').select('id').execute()).toEqual([{ id: 2 }]);
      throw new Error('undo');
    });
    await expect(undone).rejects.toThrow('undo');
    expect(await kysely.selectFrom('thing').selectAll().where('name', 'in', ['one', 'three']).executeTakeFirst()).toEqual({
      id: 1,
      name: 'one',
      tags: ['a', 'b'],
    });
    const updated = await kysely.updateTable('thing').set({ name: 'zwei' }).where('id', '=', 2).returning('name').executeTakeFirstOrThrow();
    expect(updated.name).toBe('zwei');
    // @ts-expect-error a column that is not there does not compile
    await expect(kysely.selectFrom('thing').select('nothing').execute()).rejects.toMatchObject({ code: '42703' });
    await expect(kysely.transaction().execute(async () => undefined)).rejects.toThrow('begin transactions with db.tx');
  });
});
