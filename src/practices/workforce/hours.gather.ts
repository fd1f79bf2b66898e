// What the rules of allocations, borrowings and time entries must know first: whose hours they are, what they are meant for, and what is taken already.
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { AllocationGiven } from './allocation.rules.ts';
import type { BorrowingGiven } from './borrowing.rules.ts';
import { forWhom, workerSql } from './gather.ts';
import type { TimeEntryGiven } from './time-entry.rules.ts';

type The = Omit<Case, 'given'>;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const lentSql = "(select coalesce(sum(minutes), 0)::int from borrowing where allocation = $2 and state <> 'revoked')";

export async function gatherAllocation(db: Db, { command, id, row, input }: The): Promise<AllocationGiven> {
  const none: AllocationGiven = { worker: null, team: null, process: null, lent: 0 };
  if (command !== 'open' && command !== 'edit') return none;
  const [found] = await db.query<Row & AllocationGiven>(
    `select ${workerSql} as worker, ${lentSql} as lent,
       (select jsonb_build_object('id', id, 'name', name, 'lead', lead, 'ours', open and organisation = (select value #>> '{}' from setting where key = 'house'))
          from team where id = $3) as team,
       (select jsonb_build_object('name', name, 'level', level) from process where id = $4) as process`,
    [text(input.person), row ? id : null, text(input.team), text(row?.process ?? input.process)],
  );
  return found ?? none;
}

export async function gatherBorrowing(db: Db, { command, input, now }: The): Promise<BorrowingGiven> {
  const none: BorrowingGiven = { lender: null, whose: null, process: null, today: now.slice(0, 10) };
  if (command !== 'open') return none;
  const allocation = text(input.allocation);
  // Two who borrow the last hour at the same moment must not both get it.
  await db.query('select 1 from allocation where id = $1 for update', [allocation]);
  const [found] = await db.query<Row & BorrowingGiven>(
    `select (select jsonb_build_object('id', a.id, 'open', a.open, 'protected', a.protected, 'process', a.process, 'level', a.level, 'person', a.person,
         'team', a.team, 'lead', a.lead, 'starts_on', a.starts_on, 'ends_on', a.ends_on, 'minutes', a.hours * 60, 'lent', ${lentSql})
         from allocation a where a.id = $2) as lender,
       (select coalesce(p.name, t.name) from allocation a left join person p on p.id = a.person left join team t on t.id = a.team where a.id = $2) as whose,
       (select jsonb_build_object('name', name, 'level', level) from process where id = $1) as process,
       to_char($3::timestamptz at time zone coalesce((select o.zone from organisation o where o.id = (select value #>> '{}' from setting where key = 'house')), 'UTC'),
         'YYYY-MM-DD') as today`,
    [text(input.process), allocation, now],
  );
  return found ?? none;
}

/** `kindOf` tells the kind of a record from its number; null when there is none. */
export const gatherTimeEntry =
  (kindOf: (id: string) => string | null) =>
  async (db: Db, the: The): Promise<TimeEntryGiven> => {
    const none: TimeEntryGiven = { worker: null, process: null, others: [], protecting: [] };
    if (the.command === 'strike') return none;
    const { row, input, at } = the;
    const who = forWhom(the);
    if (who === null) return none;
    // One at a time for one person: two entries of the same hour must not both find it free.
    await db.query("select pg_advisory_xact_lock(hashtextextended('time_entry:' || $1, 0))", [who]);
    const process = text(input.process) ?? text(row?.process);
    const record = text(input.record);
    const around = String(input.started_at ?? row?.started_at ?? at);
    const level = text(input.level) ?? text(row?.level);
    const [found] = await db.query<Row & TimeEntryGiven>(
      `with asked as (
       select id, name, level from process where ($2::text is not null and id = $2) or ($2::text is null and $3 <> '' and state = 'active' and records @> array[$3])
       order by length(id), id limit 1)
     select ${workerSql} as worker, (select jsonb_build_object('id', id, 'name', name, 'level', level) from asked) as process,
       (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'started_at', started_at, 'minutes', minutes) order by started_at), '[]') from time_entry
          where person = $1 and id <> $4 and state <> 'struck' and how <> 'derived'
            and (open or (started_at > $5::timestamptz - interval '2 days' and started_at < $5::timestamptz + interval '2 days'))) as others,
       (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'process', a.process, 'level', a.level, 'starts_on', a.starts_on, 'ends_on', a.ends_on,
            'windows', a.windows) order by a.starts_on, a.id), '[]')
          from allocation a where a.open and a.protected and jsonb_array_length(a.windows) > 0
            and (a.person = $1 or a.team in (select team from membership where person = $1 and open and team is not null))
            and a.starts_on <= $5::date + 2 and a.ends_on >= $5::date - 2
            and (a.process, a.level) is distinct from ((select id from asked), coalesce($6::text, (select level from asked)))) as protecting`,
      [who, process, (record && kindOf(record)) ?? '', the.id, around, level],
    );
    return found ?? none;
  };
