// What the rules of a change must know first: who supplies, the model, the tasks, its history and whom it hits.
import { addWorking } from '../../calculus/calendar.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ChangeGiven, ChangeRow, ModelRow } from './given.ts';

type The = Omit<Case, 'given'>;
type World = Row & Pick<ChangeGiven, 'house' | 'providers'> & { readonly zone: string | null; readonly model: ModelRow | null };

const dayMs = 86_400_000;

export async function gatherChange(db: Db, the: The): Promise<ChangeGiven> {
  const { house, providers, model, zone } = await worldOf(db, the);
  const review_due = workingDays(zone ?? 'UTC', Date.parse(the.now), 5);
  return {
    house,
    providers,
    model,
    review_due,
    tasks: [],
    history: { done: 0, failed: 0, alike: 'none' },
    hurt: [],
    reached: 0,
    truncated: false,
    incidents: [],
  };
}

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
       (select coalesce(jsonb_agg(id), '[]') from unnest($2::text[]) as x (id)
         where id = h.house or exists (select 1 from service where open and provider = id) or exists (select 1 from promise where open and provider = id)) as providers,
       (select to_jsonb(m) - 'search' from change_model m where m.id = $1) as model
     from h`,
    [model, named],
  );
  if (!found) throw new Error('a select of settings answers one row');
  return found;
}
