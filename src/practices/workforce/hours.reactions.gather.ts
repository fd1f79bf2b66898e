// The reactions of time entries with what each must know first.
import type { Reaction } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { workerSql } from './gather.ts';
import { type Borrowed, borrowings, touchesProtected } from './hours.reactions.ts';

export const borrowingReactions: readonly Reaction<Db, Borrowed>[] = [
  {
    name: 'borrowing.of_entry',
    on: ['time_entry.recorded', 'time_entry.stopped', 'time_entry.corrected', 'time_entry.struck', 'time_entry.restored'],
    asks: ['borrowing.open', 'borrowing.revoke'],
    when: touchesProtected,
    gather: async (db, fact, row) => {
      const [found] = await db.query<Row & Borrowed>(
        `select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'allocation', allocation, 'minutes', minutes, 'process', process, 'level', level) order by id), '[]')
           from borrowing where entry = $2 and state <> 'revoked') as known, coalesce(${workerSql} ->> 'zone', 'UTC') as zone`,
        [String(row.person), fact.record_id],
      );
      return found ?? { known: [], zone: 'UTC' };
    },
    react: borrowings,
  },
];
