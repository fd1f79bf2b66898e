// What the rules of a problem candidate must know first; one query, and only where there is something to ask.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CandidateGiven } from './candidate.rules.ts';

export async function gatherCandidate(db: Db, { command, row, input }: Omit<Case, 'given'>): Promise<CandidateGiven> {
  if (command === 'return') {
    // Earlier incidents that a later scan counts too are no new evidence: only what began since.
    const [found] = await db.query<{ fresh: number }>('select count(*)::int as fresh from incident where id = any($1) and started_at > $2', [
      [...(input.incidents as readonly string[])],
      row?.closed_at ?? null,
    ]);
    return { fresh: found?.fresh ?? 0, problem: null };
  }
  if (command !== 'merge') return { fresh: 0, problem: null };
  const [problem] = await db.query<Row & NonNullable<CandidateGiven['problem']>>('select state, incidents from problem where id = $1', [
    input.problem as string,
  ]);
  return { fresh: 0, problem: problem ?? null };
}
