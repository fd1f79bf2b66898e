// What the rules of a problem and a known error must know first; one query, and one more for the recurrence test.
import { roundTheClock } from '../../calculus/calendar.ts';
import type { Terms } from '../../calculus/terms.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ProblemGiven, ProblemRow } from './given.ts';
import type { KnownErrorGiven } from './known-error.rules.ts';
import { recurrences } from './queries.ts';
import { problem } from './record.ts';

type The = Omit<Case, 'given'>;
/** Days to the known error and to the removal of the cause, by priority. */
export type Targets = Readonly<Record<string, { readonly identify: number; readonly remove: number } | undefined>>;
export const standardTargets: Targets = {
  1: { identify: 5, remove: 30 },
  2: { identify: 10, remove: 60 },
  3: { identify: 20, remove: 120 },
  4: { identify: 40, remove: 240 },
  5: { identify: 60, remove: 365 },
};
const dayMinutes = 1_440;
type World = Omit<ProblemGiven, 'counted'> & { readonly targets: Targets | null };

export async function gatherProblem(db: Db, the: The): Promise<ProblemGiven & { readonly terms?: readonly Terms[] }> {
  const own = the.row as ProblemRow | null;
  const { targets, ...world } = await worldOf(db, the, own);
  const counted = the.command === 'close' && own?.fixed_at ? await recurrences(db, own, { now: the.now, baseline_days: world.baseline_days }) : null;
  const given = { ...world, counted };
  const priority = (the.input.priority as number | null | undefined) ?? own?.priority ?? 3;
  const asked = ['open', 'edit', 'reopen', 'expire'].includes(the.command) && world.house !== null;
  return asked ? { ...given, terms: termsOf({ ...standardTargets, ...targets }[priority], world.house ?? '') } : given;
}

async function worldOf(db: Db, { input, actor }: The, own: ProblemRow | null): Promise<World> {
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const list = (value: unknown, otherwise: readonly string[] | undefined): string[] => [
    ...((value as readonly string[] | null | undefined) ?? otherwise ?? []),
  ];
  const people = [...list(input.members, own?.members), ...(text(input.risk_owner) ? [input.risk_owner as string] : [])];
  const [found] = await db.query<Row & { world: World }>(
    `with h as (select (select value #>> '{}' from setting where key = 'house') as house)
     select jsonb_build_object(
       'house', h.house,
       'service_team', (select t.id from service s join team t on t.id = s.team where s.id = $1 and t.open and t.organisation = h.house),
       'house_team', coalesce((select value #>> '{}' from setting where key = 'problem_team'),
         (select t.id from team t where t.open and t.organisation = h.house order by length(t.id), t.id limit 1)),
       'team', (select jsonb_build_object('id', id, 'organisation', organisation) from team where id = $2 and open),
       'member', exists (select 1 from membership where open and person = $3 and team = $2),
       'reason', (select jsonb_build_object('id', id, 'kind', kind, 'waits_on', waits_on, 'open', open) from reason where id = $4),
       'no_suppliers', (select coalesce(jsonb_agg(o.id), '[]') from unnest($5::text[]) o (id)
         where o.id = h.house or not exists (select 1 from service where open and provider = o.id) and not exists (select 1 from promise where open and provider = o.id)),
       'employers', (select coalesce(jsonb_object_agg(id, organisation), '{}') from person where id = any($6)),
       'level_ppm', coalesce((select (value #>> '{}')::integer from setting where key = 'problem_proof_level'), 50000),
       'baseline_days', coalesce((select (value #>> '{}')::integer from setting where key = 'problem_baseline_days'), 90),
       'verify_days', coalesce((select (value #>> '{}')::integer from setting where key = 'problem_verify_days'), 30),
       'targets', (select value from setting where key = 'problem_targets')
     ) as world from h`,
    [
      text(input.service),
      text(input.team) ?? own?.team ?? null,
      text(input.agent) ?? actor.person,
      text(input.waiting_reason),
      list(input.team_parties, []),
      people,
    ],
  );
  if (!found) throw new Error('a select of settings answers one row');
  return found.world;
}

/** Targets of the house for itself, in days of the calendar: nobody outside is promised when a cause is found. */
function termsOf(target: { readonly identify: number; readonly remove: number } | undefined, house: string): Terms[] {
  if (!target) return [];
  return Object.keys(problem.clocks).map((clock) => ({
    clock,
    key: 'desk',
    side: 'desk',
    promise: null,
    provider: house,
    customer: house,
    target_minutes: target[clock as 'identify' | 'remove'] * dayMinutes,
    calendar: roundTheClock,
    pauses: [],
    audience: [house],
    escalation: null,
  }));
}

export async function gatherKnownError(db: Db, { input, row }: The): Promise<KnownErrorGiven> {
  const asked = (input.published_to as readonly string[] | null | undefined) ?? (row?.published_to as readonly string[] | undefined) ?? [];
  const rows = await db.query<{ id: string }>(
    'select o.id from unnest($1::text[]) o (id) where not exists (select 1 from service where customers @> array[o.id])',
    [[...asked]],
  );
  return { no_customers: rows.map((each) => each.id) };
}
