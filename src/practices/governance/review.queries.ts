// What a service review reads beside the report: actions of this one and the last, improvements for the customer, disputes, and incidents that waited.
import type { Db, Row } from '../../platform/db/types.ts';
import type { Attested, Obligation } from './forum.shapes.record.ts';
import type { ReviewAction, ReviewCard } from './review.record.ts';

export type Beside = {
  readonly previous: string | null;
  readonly actions: readonly (ReviewAction & { readonly meeting: string })[];
  readonly improvements: readonly ReviewCard[];
  readonly obligations: readonly Obligation[];
  readonly attested: readonly Attested[];
  /** Incidents of the customer that lived in the month and may have waited on somebody. */
  readonly incidents: readonly string[];
  readonly disputed: readonly string[];
};
type Asked = {
  readonly meeting: string;
  readonly forum: string;
  readonly customer: string;
  readonly starts_at: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly now: string;
};
/** More would be no review but a study. */
const mostIncidents = 500;

export async function besideReview(db: Db, { meeting, forum, customer, starts_at, window, now }: Asked): Promise<Beside> {
  const [found] = await db.query<Row & { beside: Beside }>(
    `with p as (select id from meeting where forum = $2 and starts_at < $4::timestamptz and state <> 'cancelled' and id <> $1 order by starts_at desc, id limit 1)
     select jsonb_build_object(
       'previous', (select id from p),
       'actions', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'title', a.title, 'state', a.state, 'due_on', a.due_on, 'owner', a.owner,
            'meeting', a.meeting, 'late', a.open and a.due < $5::timestamptz) order by a.due_on, a.id), '[]') from action a where a.meeting in ($1, (select id from p))),
       'improvements', (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'title', i.title, 'state', i.state, 'proven', i.proven) order by i.id), '[]')
          from improvement i where i.customer = $3 and i.state not in ('idea', 'stopped')),
       'obligations', (select coalesce(f.obligations, '[]') from forum f where f.id = $2),
       'attested', (select coalesce(f.attested, '[]') from forum f where f.id = $2),
       'incidents', (select coalesce(jsonb_agg(x.id order by x.id), '[]') from (select i.id from incident i
            where i.customer = $3 and i.opened_at < $7::timestamptz and (i.closed_at is null or i.closed_at >= $6::timestamptz) order by i.opened_at desc limit ${mostIncidents}) x),
       'disputed', (select coalesce(jsonb_agg(distinct x.about), '[]') from (
            select d.about from dispute d where d.open union all
            select w.parent from dispute d join work_order w on w.id = d.about where d.open and w.parent is not null) x)
     ) as beside`,
    [meeting, forum, customer, starts_at, now, window.from, window.to],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found.beside;
}
