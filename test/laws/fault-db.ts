// A database that fails at its n-th statement, for law 6; and one without transactions, to see the law fail.
import type { Db } from '../../src/platform/db/types.ts';

export class Planted extends Error {}

export function failingAt(db: Db, n: number): Db {
  let count = 0;
  // After the statement took effect: the worst moment for whoever forgot a transaction.
  const counted = async <T>(work: () => Promise<T>): Promise<T> => {
    const found = await work();
    count += 1;
    if (count === n) throw new Planted(`statement ${n}`);
    return found;
  };
  return {
    ...db,
    query: (sql, params, options) => counted(() => db.query(sql, params, options)) as never,
    batch: (statements) => counted(() => db.batch(statements)),
    // Without its commit when it is the one to fail: nothing that fails after a commit can be taken back.
    last: (sql, params) => counted(() => (count + 1 === n ? db.query(sql, params) : db.last(sql, params))) as never,
  };
}

/** The same, but what was written before the fault stays: the law must notice. */
export function withoutTransactions(db: Db, n: number): Db {
  return { ...failingAt(db, n), tx: (fn) => fn() };
}

/** Everything a command may change, as one text. */
export async function snapshot(db: Db): Promise<string> {
  const tables = ['journal', 'incident', 'clock', 'job', 'calendar_content'];
  const parts = await Promise.all(
    tables.map((name) => db.query<{ h: string }>(`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as h from ${name} t`)),
  );
  return parts.map(([row]) => row?.h).join();
}
