// What the rules of a change must know first: who supplies, the model, the tasks, its history, whom it hits and what came after.
import { addWorking } from '../../calculus/calendar.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Gather } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { standardLevels } from './authority.ts';
import { blocksOf } from './conflicts.queries.ts';
import { verificationDays } from './finishing.ts';
import type { Block, ChangeGiven, ChangeRow, Levels, ModelBrief } from './given.ts';
import type { AboveOf, ImpactOf } from './impact.queries.ts';
import { historyOf, hurtBy } from './judgement.queries.ts';

type The = Omit<Case, 'given'>;
type World = Row &
  Pick<ChangeGiven, 'house' | 'providers'> & { readonly zone: string | null; readonly model: ModelBrief | null; readonly levels: Levels | null };

const dayMs = 86_400_000;
/** Commands whose rules ask whom it hits; reckoning that is not for a note. */
const reckoning: ReadonlySet<string> = new Set(['submit', 'assess', 'schedule']);

/** Commands that a block of the calendar may stop, or that make an exception for it. */
const planning: ReadonlySet<string> = new Set(['submit', 'approve', 'schedule', 'except']);

export const gatherChange =
  ({ impactOf, aboveOf }: { readonly impactOf: ImpactOf; readonly aboveOf: AboveOf }): Gather<Db, ChangeGiven> =>
  async (db, the) => {
    const { house, providers, model, zone, levels } = await worldOf(db, the);
    const change = { ...(the.row ?? {}), ...the.input } as ChangeRow;
    const weighs = the.row !== null && reckoning.has(the.command);
    const hit = weighs ? await hurtBy(db, impactOf, { change, house }) : { hurt: [], truncated: false };
    const blocks: readonly Block[] = the.row !== null && planning.has(the.command) ? await blocksOf(db, aboveOf, { row: change, zone: zone ?? 'UTC' }) : [];
    return {
      ...{ house, providers, model, levels: levels ?? standardLevels, ...hit, blocks },
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
       and (service = any($3) or part = any($3) or item = any($4)) order by id limit 1000`,
    [from, until, [...change.services], [...change.items]],
  );
  return rows.map((each) => each.id);
}
