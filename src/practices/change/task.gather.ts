// What the rules of a change task must know first: the change or release it is of, its neighbours, and who belongs to the party.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { TaskGiven } from './task.rules.ts';

export async function gatherTask(db: Db, { row, input, id }: Omit<Case, 'given'>): Promise<TaskGiven> {
  const either = (name: string): string | null => (input[name] as string | null | undefined) ?? (row?.[name] as string | null | undefined) ?? null;
  const [found] = await db.query<Row & { given: TaskGiven }>(
    `with h as (select (select value #>> '{}' from setting where key = 'house') as house),
     p as (select coalesce($3, (select lead_party from change where id = $1), h.house) as party from h)
     select jsonb_build_object(
       'house', h.house, 'party', p.party,
       'supplies', p.party = h.house or exists (select 1 from service where open and provider = p.party) or exists (select 1 from promise where open and provider = p.party),
       'team', (select jsonb_build_object('id', id, 'organisation', organisation) from team where id = $4 and open),
       'assignee', (select jsonb_build_object('id', id, 'organisation', organisation) from person where id = $5 and open),
       'change', (select jsonb_build_object('id', id, 'state', state, 'open', open) from change where id = $1),
       'release', (select jsonb_build_object('id', id, 'state', state, 'open', open) from release where id = $2),
       'tasks', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'title', title, 'state', state, 'phase', phase, 'party', party, 'after', after, 'position', position) order by position, id), '[]')
          from change_task where id <> $6 and (change = $1 or release = $2))
     ) as given from h, p`,
    [either('change'), either('release'), either('party'), either('team'), either('assignee'), id],
  );
  if (!found) throw new Error('a select of settings answers one row');
  return found.given;
}
