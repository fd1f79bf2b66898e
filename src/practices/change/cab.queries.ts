// What is read about meetings: which changes a filter finds, the journals that minutes are made from, and whose vote is missing.
import type { Fact } from '../../kernel/fact.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { CabFilter } from './cab-data.record.ts';

/**
 * Changes that the filter finds, in the order of an agenda: emergencies first, then what starts soonest, then the riskiest.
 * What another meeting is judging is left to that one.
 */
export async function changesFor(db: Db, { filter, after, meeting }: { filter: CabFilter; after: string; meeting: string }): Promise<string[]> {
  const { states = ['submitted', 'assessed'], types = [], services = [], risk_from = null, within_days = null } = filter;
  const rows = await db.query<{ id: string }>(
    `select id from change
     where state = any($1::text[]) and ($2::text[] = '{}' or type = any($2::text[])) and ($3::text[] = '{}' or services && $3::text[])
       and ($4::int is null or risk_score >= $4::int)
       and ($5::int is null or planned_start is null or planned_start < $6::timestamptz + make_interval(days => $5::int))
       and not exists (select 1 from cab_meeting m where m.id = change.meeting and m.open and m.id <> $7)
     order by type <> 'emergency', planned_start nulls last, risk_score desc nulls last, id limit 100`,
    [[...(states.length ? states : ['submitted', 'assessed'])], [...types], [...services], risk_from, within_days, after, meeting],
  );
  return rows.map((each) => each.id);
}

export type Journaled = Row & Pick<Fact, 'record_id' | 'version' | 'fact' | 'at' | 'actor' | 'actor_name' | 'changes' | 'note' | 'params'>;

/** The facts of a meeting and of the changes on its agenda, each record's in order. One query. */
export async function factsFor(db: Db, ids: readonly string[]): Promise<Map<string, Journaled[]>> {
  const rows = await db.query<Journaled>(
    'select record_id, version, fact, at, actor, actor_name, changes, note, params from journal where record_id = any($1::text[]) order by record_id, version',
    [[...ids]],
  );
  const byRecord = new Map<string, Journaled[]>();
  for (const row of rows) byRecord.set(row.record_id, [...(byRecord.get(row.record_id) ?? []), row]);
  return byRecord;
}

/** The organisation of each person. */
export async function partiesOfPeople(db: Db, people: readonly string[]): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; organisation: string }>('select id, organisation from person where id = any($1::text[])', [[...new Set(people)]]);
  return new Map(rows.map((each) => [each.id, each.organisation]));
}

/** The meetings whose member this person is and that take votes: by deadline as soon as the agenda is frozen, else from then until the end. */
export async function openVotes(db: Db, person: string): Promise<(Row & OpenVote)[]> {
  return db.query<Row & OpenVote>(
    `select m.id as meeting, m.title, m.mode, m.starts_at, m.deadline, m.reminded_at, c.id as change
     from cab_meeting m join change c on c.meeting = m.id
     where m.open and m.members @> array[$1] and m.state in ('frozen', 'in_session', 'paused')
       and c.state in ('submitted', 'assessed') and c.builder is distinct from $1
       and not (coalesce(c.votes, '[]') @> jsonb_build_array(jsonb_build_object('person', $1::text)))
     order by coalesce(m.deadline, m.starts_at), m.id, c.id limit 100`,
    [person],
  );
}
export type OpenVote = {
  readonly meeting: string;
  readonly title: string;
  readonly mode: 'meeting' | 'by_deadline';
  readonly starts_at: string;
  readonly deadline: string | null;
  readonly reminded_at: string | null;
  readonly change: string;
};
