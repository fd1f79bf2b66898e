// What the rules of a release must know first: its changes and tasks, and the incidents on its services since it was deployed.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ReleaseRow } from './given.ts';
import type { ReleaseGiven } from './release.rules.ts';

export async function gatherRelease(db: Db, { row, input, id, command }: Omit<Case, 'given'>): Promise<ReleaseGiven> {
  const release = row as ReleaseRow | null;
  const changes = (input.changes as readonly string[] | null | undefined) ?? release?.changes ?? [];
  const counts = command === 'close' || command === 'roll_back';
  const [found] = await db.query<Row & { given: ReleaseGiven }>(
    `select jsonb_build_object(
       'changes', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'state', state, 'release', release) order by id), '[]') from change where id = any($1)),
       'tasks', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'state', state) order by position, id), '[]') from change_task where release = $2),
       'incidents', (select coalesce(jsonb_agg(i.id order by i.id), '[]') from (
          select id from incident where $3 and opened_at >= $4::timestamptz and state <> 'cancelled' and (service = any($5) or part = any($5)) order by id limit 1000) i)
     ) as given`,
    [[...changes], id, counts && release?.deployed_at !== null, release?.deployed_at ?? null, [...(release?.services ?? [])]],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.given;
}
