// What the rules of tactical plans must know first: the service, who would own the plan, and another plan for the same.
import { type Composition, type Graph, partsIn, plan } from '../../calculus/composition.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { AvailabilityPlanGiven } from './availability-plan.rules.ts';
import type { CapacityPlanGiven } from './capacity-plan.rules.ts';
import type { Evidence } from './continuity-plan.record.ts';
import type { ContinuityPlanGiven } from './continuity-plan.rules.ts';
import type { ContinuityTestGiven } from './continuity-test.rules.ts';
import { ownerOf, type PlanGiven } from './plan.ts';

type The = Omit<Case, 'given'>;
/** The house and the date by its own clock; the number of the parameter that holds the present instant follows. */
export const here = (now: number): string => `(select value #>> '{}' from setting where key = 'house') as house,
  to_char($${now}::timestamptz at time zone coalesce((select value #>> '{}' from setting where key = 'zone'), 'Europe/Amsterdam'), 'YYYY-MM-DD') as today`;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** `same` says in SQL when another open plan is about the same; `$3` is the service, `$5` the resource of a capacity plan. */
function planned(table: string, same = 'service = $3'): (db: Db, the: The) => Promise<PlanGiven> {
  return async (db, the) => {
    const { command, input, row, id } = the;
    const isNew = command === 'open' || Object.hasOwn(input, 'service') || Object.hasOwn(input, 'resource');
    // One at a time, or two people could each make the plan of the same service.
    if (isNew) await db.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [table]);
    const service = text(input.service) ?? text(row?.service);
    const resource = text(input.resource) ?? text(row?.resource) ?? '';
    const [found] = await db.query<PlanGiven & Row>(
      `select ${here(1)},
         (select jsonb_build_object('id', id, 'name', name, 'state', state) from service where id = $3) as service,
         (select organisation from person where id = $4) as owner_of,
         (select jsonb_build_object('id', id, 'name', name) from ${table} where ${isNew ? 'open' : 'false'} and id <> $2 and $5::text is not null and ${same} limit 1) as other`,
      [the.now, id, service, ownerOf(the), resource],
    );
    if (!found) throw new Error('a select without a from answers one row');
    return found;
  };
}

const plannedAvailability = planned('availability_plan');
const plannedCapacity = planned('capacity_plan', 'service = $3 and lower(resource) = lower($5)');
const plannedContinuity = planned('continuity_plan');
export const gatherPortfolioEntry = planned('portfolio_entry');

export async function gatherAvailabilityPlan(db: Db, the: The): Promise<AvailabilityPlanGiven> {
  const common = await plannedAvailability(db, the);
  if (the.command !== 'plan_step') return { ...common, graph: {}, parts: new Map(), promised: {} };
  const { graph, parts } = await beneath(db, String(the.row?.service));
  const rows = await db.query<{ service: string; availability: number }>(
    `select service, max(availability) as availability from promise
     where state = 'active' and metric = 'availability' and customer = $1 and service = any($2) and coalesce(valid_to, 'infinity'::date) >= $3::date group by service`,
    [common.house, [...parts.keys()], common.today],
  );
  return { ...common, graph, parts, promised: Object.fromEntries(rows.map((each) => [each.service, each.availability / 1_000_000])) };
}

export async function gatherCapacityPlan(db: Db, the: The): Promise<CapacityPlanGiven> {
  const common = await plannedCapacity(db, the);
  const { input, row } = the;
  const named = Object.hasOwn(input, 'promise') ? text(input.promise) : text(row?.promise);
  const [promise] = named
    ? await db.query<NonNullable<CapacityPlanGiven['promise']> & Row>('select id, service, metric, throughput from promise where id = $1', [named])
    : [];
  const asked = Array.isArray(input.demands) ? await above(db, text(input.service) ?? text(row?.service) ?? '') : new Map<string, string>();
  return { ...common, promise: promise ?? null, above: asked };
}

export async function gatherContinuityPlan(db: Db, the: The): Promise<ContinuityPlanGiven> {
  const common = await plannedContinuity(db, the);
  const evidence = (the.input.evidence ?? []) as readonly Evidence[];
  if (!evidence.length) return { ...common, suppliers: [] };
  const rows = await db.query<{ id: string }>('select id from organisation where id = any($1)', [evidence.map((each) => each.supplier)]);
  return { ...common, suppliers: rows.map((each) => each.id) };
}

export async function gatherContinuityTest(db: Db, the: The): Promise<ContinuityTestGiven> {
  const [found] = await db.query<ContinuityTestGiven & Row>(
    `select ${here(1)}, (select organisation from person where id = $3) as owner_of,
       (select jsonb_build_object('id', id, 'name', name, 'service', service, 'state', state, 'rto', rto, 'rpo', rpo) from continuity_plan where id = $2) as plan`,
    [the.now, text(the.input.plan) ?? text(the.row?.plan), ownerOf(the)],
  );
  if (!found) throw new Error('a select without a from answers one row');
  return found;
}

type Stored = { readonly id: string; readonly name: string; readonly composition: Composition | null };

async function services(db: Db): Promise<{ graph: Graph; names: ReadonlyMap<string, string> }> {
  const rows = await db.query<Stored & Row>('select id, name, composition from service where open order by id');
  const graph = Object.fromEntries(rows.flatMap((row) => (row.composition ? [[row.id, row.composition] as const] : [])));
  return { graph, names: new Map(rows.map((row) => [row.id, row.name])) };
}

/** What a service is composed of, all the way down, without itself. */
async function beneath(db: Db, service: string): Promise<{ graph: Graph; parts: ReadonlyMap<string, string> }> {
  const { graph, names } = await services(db);
  const ids = plan(service, graph).steps.flatMap(({ part }) => (part === null || (part === service && graph[service]) ? [] : [part]));
  return { graph, parts: new Map(ids.map((id) => [id, names.get(id) ?? id])) };
}

/** The services that are composed of this one, directly or further up. */
async function above(db: Db, service: string): Promise<ReadonlyMap<string, string>> {
  const { graph, names } = await services(db);
  const met = new Set([service]);
  for (const each of met) for (const [user, made] of Object.entries(graph)) if (partsIn(made).includes(each)) met.add(user);
  met.delete(service);
  return new Map([...met].map((id) => [id, names.get(id) ?? id]));
}
