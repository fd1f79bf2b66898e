// What a vote must know beside the change: the meeting that it is on.
import type { Case } from '../../kernel/decide.ts';
import type { Gather } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Sitting, VoteGiven } from './cab-vote.rules.ts';

/** The gathering of a change, with the meeting it is on when a vote is cast. */
export const withSitting =
  <G>(gather: Gather<Db, G>): Gather<Db, G & VoteGiven> =>
  async (db, the) => ({ ...(await gather(db, the)), sitting: the.command === 'vote' ? await sittingOf(db, the) : null });

async function sittingOf(db: Db, { row }: Omit<Case, 'given'>): Promise<Sitting | null> {
  const meeting = row?.meeting;
  if (typeof meeting !== 'string') return null;
  const [found] = await db.query<Row & Sitting>(
    `select id, state, members, deadline, coalesce((select value #>> '{}' from setting where key = 'house'), '') as house from cab_meeting where id = $1`,
    [meeting],
  );
  return found ?? null;
}
