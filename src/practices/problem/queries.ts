// What a problem reads of incidents, promises and known errors: recurrences, what they cost, and what is offered.
import type { Ledger } from '../../calculus/ledger.ts';
import type { Fact } from '../../kernel/fact.ts';
import type { Actor } from '../../kernel/scope.ts';
import { toSql } from '../../kernel/scope.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { ProblemGiven, ProblemRow } from './given.ts';
import { knownError } from './known-error.record.ts';
import type { KnownErrorRow } from './known-error.rules.ts';
import type { Offered } from './matching.ts';
import type { Rates } from './pain.record.ts';
import { type PainIncident, type PainPromise, standardRates } from './pain.ts';

export type Recurred = { readonly id: string; readonly title: string; readonly started_at: string; readonly linked: boolean };
type Asked = Pick<ProblemRow, 'incidents' | 'services' | 'matches' | 'fixed_at' | 'baseline_days' | 'verify_until'>;

/**
 * Incidents that count: linked ones, and those on its services whose words match. The same rule before and after, so that what
 * nobody linked after the repair still counts. Cancelled ones (merged, withdrawn) never count. Oldest first, at most 5,000.
 */
export async function recurred(db: Db, of: Asked, span: { from: string; to: string }): Promise<Recurred[]> {
  return db.query<Row & Recurred>(
    `select id, title, started_at, id = any($1) as linked from incident
     where started_at >= $2 and started_at < $3 and state <> 'cancelled'
       and (id = any($1) or ($5 <> '' and (service = any($4) or part = any($4)) and search @@ websearch_to_tsquery('simple', $5)))
     order by started_at, id limit 5000`,
    [[...of.incidents], span.from, span.to, [...of.services], of.matches ?? ''],
  );
}

/** Those of the baseline before the repair, and those of the verification since, until now or its end. */
export async function recurrences(
  db: Db,
  of: Asked,
  { now, baseline_days }: { now: string; baseline_days: number },
): Promise<{ baseline: string[]; found: string[] }> {
  const fixed = of.fixed_at ?? now;
  const until = of.verify_until && of.verify_until < now ? of.verify_until : now;
  const from = new Date(Date.parse(fixed) - (of.baseline_days ?? baseline_days) * 86_400_000).toISOString();
  const rows = await recurred(db, of, { from, to: until });
  const split = (after: boolean): string[] => rows.filter((each) => each.started_at >= fixed === after).map((each) => each.id);
  return { baseline: split(false), found: split(true) };
}

const painColumns = `id, title, state, service, effect, affected_customers, fan_out, started_at, coalesce(restored_at, resolved_at, closed_at) as ended_at`;

/** Incidents as the cost of pain needs them; those that were merged or withdrawn cost nothing of their own. One query. */
export async function painIncidents(db: Db, ids: readonly string[]): Promise<PainIncident[]> {
  if (!ids.length) return [];
  return db.query<Row & PainIncident>(`select ${painColumns} from incident where id = any($1) and state <> 'cancelled' order by started_at, id`, [[...ids]]);
}

/** What the house promises with a fee and credits, and what an hour costs by the settings. */
export async function painPrices(db: Db): Promise<{ promises: PainPromise[]; rates: Rates }> {
  const [found] = await db.query<Row & { promises: PainPromise[]; rates: Partial<Rates> | null }>(
    `select (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'name', name, 'service', service, 'customer', customer, 'fee_minor', fee_minor,
         'currency', currency, 'credit_bands', credit_bands) order by length(id), id), '[]')
       from promise where state = 'active' and provider = (select value #>> '{}' from setting where key = 'house')
         and fee_minor is not null and currency is not null and credit_bands is not null) as promises,
       (select value from setting where key = 'problem_rates') as rates`,
  );
  return { promises: found?.promises ?? [], rates: { ...standardRates, ...found?.rates } };
}

export type PublishedError = Offered & Pick<KnownErrorRow, 'workaround' | 'no_workaround' | 'customer_text' | 'problem' | 'used'>;

/** Published known errors about any of these services and parts, as far as the actor may see them. One query. */
export async function errorsAbout(db: Db, actor: Actor, services: readonly string[]): Promise<PublishedError[]> {
  const scope = toSql(knownError.see, actor, 2);
  return db.query<Row & PublishedError>(
    `select id, title, symptoms, services, workaround, no_workaround, customer_text, problem, used from known_error
     where state = 'published' and services && $1 and ${scope.sql} order by used desc, id limit 200`,
    [[...services], ...scope.params],
  );
}

export type TimesOf = (db: Db, of: { readonly ids: readonly string[]; readonly now: number }) => Promise<ReadonlyMap<string, Ledger>>;
export type OnBoard = Pick<
  ProblemRow,
  | 'id'
  | 'title'
  | 'state'
  | 'open'
  | 'due'
  | 'opened_at'
  | 'priority'
  | 'service'
  | 'supplier'
  | 'team'
  | 'agent'
  | 'incidents'
  | 'fixed_at'
  | 'verify_until'
  | 'risk_until'
> & { readonly known_error: string | null };
type Narrowed = { readonly service?: string | undefined; readonly supplier?: string | undefined; readonly team?: string | undefined; readonly now: string };

/** What is on the board: everything open, every accepted risk, and what was closed in the last 60 days. For the integrator's people. */
export async function boardRows(db: Db, { service, supplier, team, now }: Narrowed): Promise<OnBoard[]> {
  const since = new Date(Date.parse(now) - 60 * 86_400_000).toISOString();
  return db.query<Row & OnBoard>(
    `select p.id, p.title, p.state, p.open, p.due, p.opened_at, p.priority, p.service, p.supplier, p.team, p.agent, p.incidents, p.fixed_at, p.verify_until, p.risk_until,
       (select k.id from known_error k where k.problem = p.id and k.state = 'published' order by k.opened_at desc limit 1) as known_error
     from problem p
     where (p.open or p.state = 'accepted_risk' or (p.closed_at >= $1 and p.state <> 'cancelled'))
       and ($2::text is null or p.services @> array[$2]::text[]) and ($3::text is null or p.supplier = $3) and ($4::text is null or p.team = $4)
     order by p.open desc, p.opened_at desc, p.id limit 400`,
    [since, service ?? null, supplier ?? null, team ?? null],
  );
}

/** The level of proof and the lengths of the windows, by the settings of the house. */
export async function proofSettings(db: Db): Promise<Pick<ProblemGiven, 'level_ppm' | 'baseline_days' | 'verify_days'>> {
  const rows = await db.query<{ key: string; value: number }>(
    "select key, (value #>> '{}')::integer as value from setting where key in ('problem_proof_level', 'problem_baseline_days', 'problem_verify_days')",
  );
  const of = (key: string, otherwise: number): number => rows.find((each) => each.key === key)?.value ?? otherwise;
  return { level_ppm: of('problem_proof_level', 50_000), baseline_days: of('problem_baseline_days', 90), verify_days: of('problem_verify_days', 30) };
}

export type ToldFact = Pick<Fact, 'id' | 'record' | 'record_id' | 'fact' | 'at' | 'actor' | 'actor_name' | 'changes' | 'note' | 'params' | 'audience'>;

/** The latest 600 facts of these records, oldest first; what clocks noted by themselves is left out. */
export async function toldAround(db: Db, ids: readonly string[]): Promise<ToldFact[]> {
  if (!ids.length) return [];
  const rows = await db.query<Row & ToldFact>(
    `select id, record, record_id, fact, at, actor, actor_name, changes, note, params, audience from journal
     where record_id = any($1) and fact not like '%.warned' and fact not like '%.retermed' order by at desc, id desc limit 600`,
    [[...ids]],
  );
  return rows.reverse();
}
