// What is contested or was ruled about the time in ledgers, for those who show or sum them up.

import type { RowOf } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { dispute } from './record.ts';

/** A dispute as it bears on a ledger: that of the record it is about, or of the one that record was sent for. */
type Contest = Pick<RowOf<typeof dispute>, 'about' | 'starts_at' | 'ends_at' | 'held' | 'claimed' | 'counterparty' | 'state'> & {
  readonly dispute: string;
  readonly ledger: string;
};

/**
 * Disputes about the ledgers of these records, and about those of the work orders sent for them: what counts as whose time
 * there counts as theirs here. Oldest ruling first, so that the last one about the same time decides. One query.
 */
export async function contestsOf(db: Db, ids: readonly string[]): Promise<readonly Contest[]> {
  if (!ids.length) return [];
  return db.query<Row & Contest>(
    `select d.id as dispute, d.about, x.id as ledger, d.starts_at, d.ends_at, d.held, d.claimed, d.counterparty, d.state
     from unnest($1::text[]) as x (id)
     join dispute d on d.about = x.id or d.about in (select w.id from work_order w where w.parent = x.id)
     where d.state <> 'withdrawn'
     order by coalesce(d.closed_at, d.opened_at), d.id`,
    [[...ids]],
  );
}
