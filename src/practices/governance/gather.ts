// What the rules of forums, meetings, decisions and actions must know first: one query each.
import { roundTheClock } from '../../calculus/calendar.ts';
import { dayAfter, localDate, startOfDay, type Terms } from '../../calculus/terms.ts';
import type { Case } from '../../kernel/decide.ts';
import type { RowOf } from '../../kernel/record.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { action } from './action.record.ts';
import type { ActionGiven } from './action.rules.ts';
import { agendaOf } from './agenda.queries.ts';
import type { Effect } from './decision.record.ts';
import type { DecisionGiven } from './decision.rules.ts';
import type { ForumGiven, ForumRow } from './forum.rules.ts';
import type { MeetingGiven, MeetingRow } from './meeting.rules.ts';

type The = Omit<Case, 'given'>;
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const list = (value: unknown): string[] => (Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []);

const houseSql = `(select value #>> '{}' from setting where key = 'house')`;
const zoneSql = `coalesce((select o.zone from organisation o where o.id = ${houseSql}), 'UTC')`;
/** The forum `f` with the zone it meets in. */
const forumSql = `jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'level', f.level, 'customer', f.customer, 'chair', f.chair,
  'parties', f.parties, 'open', f.open, 'zone', coalesce((select c.zone from calendar c where c.id = f.calendar), ${zoneSql}))`;

export async function gatherForum(db: Db, { row, input }: The): Promise<ForumGiven> {
  const own = row as ForumRow | null;
  const people = [text(input.chair) ?? own?.chair ?? '', ...(Object.hasOwn(input, 'members') ? list(input.members) : (own?.members ?? []))];
  const named = [...list(input.parties), ...(own?.parties ?? []), ...[text(input.customer) ?? own?.customer].flatMap((each) => each ?? [])];
  const [found] = await db.query<Row & { given: ForumGiven }>(
    `with recursive above (id, next) as (
       select id, escalates_to from forum where id = $3
       union select f.id, f.escalates_to from above a join forum f on f.id = a.next
     ), p as (select id, organisation from person where id = any($1::text[]))
     select jsonb_build_object(
       'house', ${houseSql},
       'employers', (select coalesce(jsonb_object_agg(id, organisation), '{}') from p),
       'suppliers', (select coalesce(jsonb_agg(o.id order by o.id), '[]') from organisation o
          where o.id in (select unnest($2::text[]) union select organisation from p) and o.id is distinct from ${houseSql}
            and (exists (select 1 from service s where s.open and s.provider = o.id) or exists (select 1 from promise r where r.open and r.provider = o.id)
              or exists (select 1 from membership m where m.open and m.organisation = o.id and m.role in ('supplier_manager', 'supplier_agent')))),
       'above', (select coalesce(jsonb_agg(id order by id), '[]') from above)
     ) as given`,
    [people, named, text(input.escalates_to)],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.given;
}

export async function gatherMeeting(db: Db, the: The): Promise<MeetingGiven> {
  const { command, row, input } = the;
  const own = row as MeetingRow | null;
  const asked = ['explain', 'share'].includes(command);
  const [found] = await db.query<Row & { given: Omit<MeetingGiven, 'agenda'> }>(
    `select jsonb_build_object(
       'forum', (select ${forumSql} from forum f where f.id = $1),
       'same', (select m.id from meeting m where m.forum = $1 and m.starts_at = $2::timestamptz and m.state <> 'cancelled' and m.id is distinct from $3 limit 1),
       'report', (select jsonb_build_object('version', r.version, 'frozen', r.state in ('frozen', 'corrected'),
            'services', (select coalesce(jsonb_agg(distinct s ->> 'service'), '[]') from jsonb_array_elements(r.figures -> 'sections') s),
            'breaches', (select coalesce(jsonb_agg(distinct b ->> 'record_id'), '[]')
               from jsonb_array_elements(r.figures -> 'sections') s, jsonb_array_elements(s -> 'breaches') b))
          from service_report r where $6 and r.customer = $4 and r.period_from = to_date($5 || '-01', 'YYYY-MM-DD') and r.figures is not null
          order by r.id limit 1)
     ) as given`,
    [text(input.forum) ?? own?.forum ?? null, text(input.starts_at), own?.id ?? null, own?.customer ?? null, own?.period ?? null, asked],
  );
  if (!found) throw new Error('a select without a from answers one row');
  const agenda = command === 'hold' && own ? await agendaOf(db, { forum: own.forum, meeting: own.id, at: the.at }) : null;
  return { ...found.given, agenda };
}

const placeSql = `'meeting', (select jsonb_build_object('id', m.id, 'forum', m.forum, 'starts_at', m.starts_at) from meeting m where m.id = $2),
  'forum', (select ${forumSql} from forum f where f.id = coalesce($1, (select m.forum from meeting m where m.id = $2)))`;

export async function gatherDecision(db: Db, { input }: The): Promise<DecisionGiven> {
  const named = ((input.effects as readonly Effect[] | null | undefined) ?? []).flatMap((each) => each.record ?? []);
  const [found] = await db.query<Row & { given: DecisionGiven }>(
    `select jsonb_build_object('zone', ${zoneSql}, ${placeSql},
       'there', (select coalesce(jsonb_agg(x.id), '[]') from unnest($3::text[]) x (id) where exists (select 1 from journal j where j.record_id = x.id))) as given`,
    [text(input.forum), text(input.meeting), named],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.given;
}

export async function gatherAction(db: Db, the: The): Promise<ActionGiven & { readonly terms?: readonly Terms[] }> {
  const { input, row, command } = the;
  const own = row as RowOf<typeof action> | null;
  const either = (name: 'forum' | 'meeting' | 'owner' | 'team'): string | null => (Object.hasOwn(input, name) ? text(input[name]) : (own?.[name] ?? null));
  const [found] = await db.query<Row & { given: ActionGiven }>(
    `select jsonb_build_object('house', ${houseSql}, 'zone', ${zoneSql}, ${placeSql},
       'employer', (select p.organisation from person p where p.id = $3),
       'team_of', (select t.organisation from team t where t.id = $4)) as given`,
    [either('forum'), either('meeting'), either('owner'), either('team')],
  );
  if (!found) throw new Error('a select without a from answers one row');
  const { given } = found;
  const due = text(input.due_on) ?? own?.due_on ?? null;
  if (!['open', 'postpone', 'reopen'].includes(command) || !due || !given.house) return given;
  return { ...given, terms: termsOf({ due, opened_at: own?.opened_at ?? the.at, house: given.house, zone: given.zone }) };
}

/** The clock runs round the clock from the opening to the end of the day, in the zone of the house: late is what that day did not see done. */
function termsOf({ due, opened_at, house, zone }: { due: string; opened_at: string; house: string; zone: string }): Terms[] {
  const from = Date.parse(opened_at);
  if (due < localDate(zone, opened_at)) return [];
  const target_minutes = Math.ceil((startOfDay(zone, dayAfter(due)) - from) / 60_000);
  return Object.keys(action.clocks).map((clock) => ({
    clock,
    key: 'desk',
    side: 'desk',
    promise: null,
    provider: house,
    customer: house,
    target_minutes,
    calendar: roundTheClock,
    pauses: [],
    audience: [house],
    escalation: null,
  }));
}
