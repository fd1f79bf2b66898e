// What the rules of a change must know first: who supplies, the model, the tasks, its history, whom it hits and what came after.
import { addWorking, type Calendar, workingMs } from '../../calculus/calendar.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Gather } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { standardLevels } from './authority.ts';
import { verificationDays } from './finishing.ts';
import type { ChangeGiven, ChangeRow, History, Levels, ModelBrief } from './given.ts';
import type { ImpactOf } from './impact.queries.ts';
import type { Hurt } from './shapes.ts';

type The = Omit<Case, 'given'>;
type World = Row &
  Pick<ChangeGiven, 'house' | 'providers'> & { readonly zone: string | null; readonly model: ModelBrief | null; readonly levels: Levels | null };

const dayMs = 86_400_000;
/** Commands whose rules ask whom it hits; reckoning that is not for a note. */
const reckoning: ReadonlySet<string> = new Set(['submit', 'assess', 'schedule']);

export const gatherChange =
  (impactOf: ImpactOf): Gather<Db, ChangeGiven> =>
  async (db, the) => {
    const { house, providers, model, zone, levels } = await worldOf(db, the);
    const change = { ...(the.row ?? {}), ...the.input } as ChangeRow;
    const weighs = the.row !== null && reckoning.has(the.command);
    const hit = weighs ? await hurtBy(db, impactOf, { change, house }) : { hurt: [], truncated: false };
    return {
      ...{ house, providers, model, levels: levels ?? standardLevels, ...hit },
      review_due: workingDays(zone ?? 'UTC', Date.parse(the.now), 5),
      history: weighs ? await historyOf(db, change) : { done: 0, failed: 0, alike: 'none' },
      tasks: the.command === 'complete' ? await tasksOf(db, the.id) : [],
      incidents: the.command === 'review' ? await incidentsAfter(db, change) : [],
    };
  };

/** The instant `days` working days (Monday to Friday, by the clock of the zone) after `fromMs`. */
export function workingDays(zone: string, fromMs: number, days: number): string {
  const week = { id: 'working-days', zone, week: [{ days: [1, 2, 3, 4, 5], from: '00:00', to: '24:00' }], holidays: [] };
  return new Date(addWorking(week, fromMs, days * dayMs) ?? fromMs + days * dayMs).toISOString();
}

async function worldOf(db: Db, { row, input }: The): Promise<World> {
  const change = row as ChangeRow | null;
  const model = (input.model as string | null | undefined) ?? change?.model ?? null;
  const named = [input.lead_party, input.party].filter((each): each is string => typeof each === 'string');
  const [found] = await db.query<World>(
    `with h as (select (select value #>> '{}' from setting where key = 'house') as house)
     select h.house, (select zone from organisation where id = h.house) as zone,
       (select value from setting where key = 'change_levels') as levels,
       (select coalesce(jsonb_agg(x.id), '[]') from unnest($2::text[]) as x (id)
         where x.id = h.house or exists (select 1 from service where open and provider = x.id) or exists (select 1 from promise where open and provider = x.id)) as providers,
       (select to_jsonb(m) - 'search' from change_model m where m.id = $1) as model
     from h`,
    [model, named],
  );
  if (!found) throw new Error('a select of settings answers one row');
  return found;
}

type Hitting = { readonly change: ChangeRow; readonly house: string | null };
type Promised = Row & { readonly id: string; readonly hours: Calendar };

/** Every customer and service that is hit, the house itself left out, with the promises that break, and whether that is within their hours. Two queries and the graph. */
export async function hurtBy(db: Db, impactOf: ImpactOf, the: Hitting): Promise<{ hurt: readonly Hurt[]; truncated: boolean }> {
  const { change, house } = the;
  const down = [...change.items, ...change.services];
  if (!down.length) return { hurt: [], truncated: false };
  const impact = await impactOf(db, { down, at: null });
  const outside = impact.customers.filter((each) => each.customer !== house);
  const ids = [...new Set(outside.flatMap((each) => each.promises))];
  const promised = ids.length
    ? await db.query<Promised>('select p.id, h.hours from promise p join promise_hours h on h.promise = p.id where p.id = any($1)', [ids])
    : [];
  const open = new Set(promised.filter((each) => within(each.hours, change)).map((each) => each.id));
  const hurt = outside.map((each) => ({ ...each, promises: [...each.promises], inside: each.promises.some((id) => open.has(id)) }));
  return { hurt: hurt.slice(0, 1000), truncated: impact.truncated };
}

/** Does the outage fall within these hours? It may come anywhere in the window. Nothing planned yet: not known to. */
function within(hours: Calendar, { planned_start, planned_end, outage_minutes }: ChangeRow): boolean {
  if (!planned_start || !planned_end || outage_minutes === 0) return false;
  return workingMs(hours, Date.parse(planned_start), Date.parse(planned_end)) > 0;
}

/** What similar changes did: of the same model; else on the same items; else on the same services. The nearest likeness that has any. */
export async function historyOf(db: Db, change: Pick<ChangeRow, 'id' | 'model' | 'items' | 'services'>): Promise<History> {
  const [row] = await db.query<Row & { [alike: string]: number }>(
    `select count(*) filter (where model = $2)::int as model_done, count(*) filter (where model = $2 and bad)::int as model_failed,
       count(*) filter (where items && $3)::int as items_done, count(*) filter (where items && $3 and bad)::int as items_failed,
       count(*) filter (where services && $4)::int as services_done, count(*) filter (where services && $4 and bad)::int as services_failed
     from (select model, items, services, outcome <> 'success' as bad from change
           where id <> $1 and outcome is not null and (model = $2 or items && $3 or services && $4)) c`,
    [change.id, change.model, [...change.items], [...change.services]],
  );
  for (const alike of ['model', 'items', 'services'] as const) {
    const [done, failed] = [row?.[`${alike}_done`] ?? 0, row?.[`${alike}_failed`] ?? 0];
    if (done > 0) return { done, failed, alike };
  }
  return { done: 0, failed: 0, alike: 'none' };
}

async function tasksOf(db: Db, id: string): Promise<ChangeGiven['tasks']> {
  return db.query<Row & ChangeGiven['tasks'][number]>('select id, title, state, phase, party, after from change_task where change = $1 order by position, id', [
    id,
  ]);
}

/** Incidents on its services and items from the start of the implementation until the verification window is over. */
async function incidentsAfter(db: Db, change: ChangeRow): Promise<readonly string[]> {
  const from = change.started_at ?? change.implemented_at;
  if (!from) return [];
  const until = new Date(Date.parse(change.implemented_at ?? from) + verificationDays * dayMs).toISOString();
  const rows = await db.query<{ id: string }>(
    `select id from incident where opened_at between $1::timestamptz and $2::timestamptz and state <> 'cancelled'
       and (service = any($3) or part = any($3)) order by id limit 1000`,
    [from, until, [...change.services]],
  );
  return rows.map((each) => each.id);
}
