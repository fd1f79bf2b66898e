// What a verification compares with: the items of its scope as recorded now, and the type of what was found unexpectedly.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Difference } from './difference.record.ts';
import { recordedInScope, scopeOf } from './queries.ts';
import type { Recorded, VerificationGiven } from './verification.rules.ts';

export async function gatherVerification(db: Db, { command, row, input }: Omit<Case, 'given'>): Promise<VerificationGiven> {
  if (command === 'compare' && row) return { recorded: await recordedInScope<Row & Recorded>(db, scopeOf(row)), type: null };
  if (command !== 'decide') return { recorded: [], type: null };
  const one = ((row?.differences ?? []) as readonly Difference[]).find((each) => each.id === input.difference);
  const code = one?.thing?.type ?? null;
  const [found] = code === null ? [] : await db.query<{ id: string }>('select id from item_type where code = $1 and open', [code]);
  return { recorded: [], type: found?.id ?? null };
}
