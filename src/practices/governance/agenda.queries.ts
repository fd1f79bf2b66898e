// The agenda of a forum as the data says it: each point is a list of records with its count, and the words to ask for the same list.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Agenda, AgendaPoint } from './meeting.shapes.record.ts';
import { type ForumKind, type Point, points, pointsOf } from './words.record.ts';

/** A point as it is asked: the list, the words of its view, and the same as a condition on the table. */
type Asked = { readonly plural: string; readonly table: string; readonly q: string; readonly where: string; readonly title?: string; readonly order?: string };
type Forum = {
  readonly id: string;
  readonly kind: ForumKind;
  readonly customer: string | null;
  readonly points: readonly string[] | null;
  readonly previous: string | null;
  readonly below: readonly string[];
};
/** So many records of a point are named; its count says how many there are. */
const named = 50;

/** The points of the forum at one instant; two queries, however long the lists are. */
export async function agendaOf(db: Db, the: { readonly forum: string; readonly meeting: string | null; readonly at: string }): Promise<Agenda> {
  const forum = await forumOf(db, the);
  if (!forum) return { at: the.at, points: [] };
  const asked = pointsFor(forum).flatMap((code) => {
    const one = askedBy[code](forum, the.at);
    return one ? [{ code, ...one }] : [];
  });
  if (!asked.length) return { at: the.at, points: [] };
  const rows = await db.query<Row & { code: string; count: number; records: AgendaPoint['records'] }>(
    `with a (customer, now, previous, below, forum) as (select $1::text, $2::timestamptz, $3::text, $4::text[], $5::text) ${asked.map(selectOf).join(' union all ')}`,
    [forum.customer, the.at, forum.previous, [...forum.below], forum.id],
  );
  const found = new Map(rows.map((row) => [row.code, row]));
  return { at: the.at, points: asked.map((one) => told(one, found.get(one.code))) };
}

function told({ code, plural, q }: Selected, found: Pick<AgendaPoint, 'count' | 'records'> | undefined): AgendaPoint {
  const records = found?.records ?? [];
  // What one view cannot ask for is asked by number.
  return q === ''
    ? { code, plural, q: `id:${records.map((each) => each.id).join(',') || 'none'}`, count: records.length, records }
    : { code, plural, q, count: found?.count ?? 0, records };
}

/** What stands on the agenda: as chosen, else what the kind starts with. */
export function pointsFor({ kind, points: chosen }: { readonly kind: ForumKind; readonly points: readonly string[] | null }): readonly Point[] {
  return chosen?.length ? chosen.filter((each): each is Point => Object.hasOwn(points, each)) : pointsOf[kind];
}

/** A review is about one customer; every other forum about all. `a` holds what the statement is given. */
const ofCustomer = (forum: Forum, column: string): string => (forum.customer ? ` and r.${column} = a.customer` : '');
const viewOf = (forum: Forum, field: string): string => (forum.customer ? ` ${field}:${forum.customer}` : '');
const shortly = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString();

const askedBy: Readonly<Record<Point, (forum: Forum, at: string) => Asked | null>> = {
  breaches: (forum) => ({
    plural: 'incidents',
    table: 'incident',
    q: `is:overdue${viewOf(forum, 'customer')}`,
    where: `r.open and r.due < a.now${ofCustomer(forum, 'customer')}`,
    order: 'r.due, r.id',
  }),
  disputes: (forum) => ({
    plural: 'disputes',
    table: 'dispute',
    q: `is:open${viewOf(forum, 'counterparty')}`,
    where: `r.open${ofCustomer(forum, 'counterparty')}`,
  }),
  candidates: () => ({ plural: 'problem_candidates', table: 'problem_candidate', q: 'is:open', where: 'r.open' }),
  problems: () => ({ plural: 'problems', table: 'problem', q: 'is:overdue', where: 'r.open and r.due < a.now', order: 'r.due, r.id' }),
  changes: (forum, at) => ({
    plural: 'changes',
    table: 'change',
    q: `is:open planned_start:>=${at} planned_start:<${shortly(at, 31)}${viewOf(forum, 'informed_customers')}`,
    where: `r.open and r.planned_start >= a.now and r.planned_start < a.now + interval '31 days'${forum.customer ? ' and r.informed_customers @> array[a.customer]' : ''}`,
    order: 'r.planned_start, r.id',
  }),
  actions: ({ id }) => ({ plural: 'actions', table: 'action', q: `is:open forum:${id}`, where: 'r.open and r.forum = a.forum', order: 'r.due_on, r.id' }),
  late: ({ id }) => ({
    plural: 'actions',
    table: 'action',
    q: `is:overdue forum:${id}`,
    where: 'r.open and r.forum = a.forum and r.due < a.now',
    order: 'r.due_on, r.id',
  }),
  escalated: ({ below }) =>
    below.length
      ? {
          plural: 'actions',
          table: 'action',
          q: '',
          where: `r.open and r.forum = any(a.below) and r.due < a.now - make_interval(days => (select coalesce(f.escalates_after, 14) from forum f where f.id = r.forum))`,
          order: 'r.due_on, r.id',
        }
      : null,
  decisions: ({ previous }) => (previous ? { plural: 'decisions', table: 'decision', q: `meeting:${previous}`, where: 'r.meeting = a.previous' } : null),
  promises: (forum, at) => ({
    plural: 'promises',
    table: 'promise',
    q: `is:active valid_to:>=${at.slice(0, 10)} valid_to:<${shortly(at, 92).slice(0, 10)}${viewOf(forum, 'customer')}`,
    where: `r.state = 'active' and r.valid_to >= (a.now)::date and r.valid_to < (a.now + interval '92 days')::date${ofCustomer(forum, 'customer')}`,
    title: 'name',
    order: 'r.valid_to, r.id',
  }),
  improvements: (forum) => ({
    plural: 'improvements',
    table: 'improvement',
    q: `is:accepted,doing,measuring${viewOf(forum, 'customer')}`,
    where: `r.state in ('accepted', 'doing', 'measuring')${ofCustomer(forum, 'customer')}`,
  }),
  measuring: () => ({ plural: 'improvements', table: 'improvement', q: 'is:measuring', where: `r.state = 'measuring'` }),
  findings: () => ({ plural: 'findings', table: 'finding', q: 'is:open', where: 'r.open', order: 'r.due_on nulls last, r.id' }),
  maturity: (_forum, at) => ({
    plural: 'maturity_assessments',
    table: 'maturity_assessment',
    q: `is:final closed_at:>=${shortly(at, -184).slice(0, 10)}`,
    where: `r.state = 'final' and r.closed_at >= a.now - interval '184 days'`,
  }),
  // What waits for a decision or is being treated, and acceptances that end within a month; the worst first.
  risks: (forum) => ({
    plural: 'risks',
    table: 'risk',
    q: '',
    where: `(r.open or (r.state = 'accepted' and r.accepted_until < (a.now + interval '31 days')::date))${ofCustomer(forum, 'customer')}`,
    order: 'r.score desc, r.id',
  }),
};

type Selected = Asked & { readonly code: string };
const selectOf = ({ code, table, where, title = 'title', order = 'r.id' }: Selected): string =>
  `select '${code}' as code, (select count(*)::int from ${table} r, a where ${where}) as count,
     (select coalesce(jsonb_agg(jsonb_build_object('id', x.id, 'title', x.title) order by x.nth), '[]') from
       (select r.id, r.${title} as title, row_number() over (order by ${order}) as nth from ${table} r, a where ${where} order by nth limit ${named}) x) as records`;

async function forumOf(db: Db, { forum, meeting }: { readonly forum: string; readonly meeting: string | null }): Promise<Forum | null> {
  const [found] = await db.query<Row & Forum>(
    `with p as (select m.id from meeting m where m.forum = $1 and m.state = 'held' and m.id is distinct from $2 order by m.starts_at desc, m.id limit 1)
     select f.id, f.kind, f.customer, f.points, (select id from p) as previous,
       array(select b.id from forum b where b.escalates_to = f.id and b.open order by b.id) as below
     from forum f where f.id = $1`,
    [forum, meeting],
  );
  return found ?? null;
}
