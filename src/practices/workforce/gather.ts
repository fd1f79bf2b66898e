// What the rules of competences, skills and capacities must know first: who somebody is, and what is recorded of them already.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CapacityGiven, SkillGiven } from './rules.ts';
import type { Worker } from './worker.ts';

type The = Omit<Case, 'given'>;

/** SQL for a `Worker` as JSON, by the number of the person in parameter $1; null when there is nobody. */
export const workerSql = `(select jsonb_build_object('id', p.id, 'name', p.name, 'open', p.open,
    'ours', p.organisation = (select value #>> '{}' from setting where key = 'house'), 'team', m.team, 'lead', m.lead,
    'zone', coalesce(p.zone, s.zone, o.zone, 'UTC'))
  from person p left join site s on s.id = p.site left join organisation o on o.id = p.organisation
  left join lateral (select x.team, t.lead from membership x join team t on t.id = x.team where x.person = p.id and x.open and t.open order by x.opened_at, x.id limit 1) m on true
  where p.id = $1)`;

/** For whom: as asked, as it stands on the row, else whoever asks. */
export const forWhom = ({ row, input, actor }: The): string | null => (row?.person ?? input.person ?? actor.person ?? null) as string | null;

export async function gatherSkill(db: Db, the: The): Promise<SkillGiven> {
  if (the.command !== 'open') return { worker: null, competence: null, held: null };
  const [found] = await db.query<Row & SkillGiven>(
    `select ${workerSql} as worker, (select jsonb_build_object('name', name, 'open', open) from competence where id = $2) as competence,
       (select id from skill where person = $1 and competence = $2 and open limit 1) as held`,
    [forWhom(the), the.input.competence as string],
  );
  return found ?? { worker: null, competence: null, held: null };
}

export async function gatherCapacity(db: Db, the: The): Promise<CapacityGiven> {
  if (the.command !== 'open' && the.command !== 'edit') return { worker: null, others: [] };
  const who = (the.row?.person ?? the.input.person) as string;
  // One at a time, or two could both be the only one.
  await db.query("select pg_advisory_xact_lock(hashtextextended('capacity:' || $1, 0))", [who]);
  const [found] = await db.query<Row & { worker: Worker | null; others: CapacityGiven['others'] }>(
    `select ${workerSql} as worker, (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'starts_on', starts_on, 'ends_on', ends_on) order by starts_on), '[]')
       from capacity where person = $1 and open) as others`,
    [who],
  );
  return found ?? { worker: null, others: [] };
}
