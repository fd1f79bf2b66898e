// What registers read of others: plans and their tests, what customers pay, risks that were accepted elsewhere, the portfolio. Each a fixed number of queries.
import type { Db, Row } from '../../platform/db/types.ts';
import type { CapacityRow } from './capacity-figures.ts';
import type { UsePoint } from './capacity-plan.record.ts';
import type { ContinuityRow, TestRow } from './continuity-figures.ts';
import type { CostRow, Paid } from './cost-figures.ts';
import type { LineSum } from './cost-shapes.ts';
import type { AcceptedElsewhere, PortfolioCard } from './figures.record.ts';

export async function continuityPlans(db: Db): Promise<ContinuityRow[]> {
  return db.query<ContinuityRow & Row>(
    `select id, service, state, rto, rpo, restore_order, steps, evidence, reviewed_on::text as reviewed_on, tested_on::text as tested_on
     from continuity_plan where open order by service, id`,
  );
}

export async function testsOf(db: Db, plan: string): Promise<TestRow[]> {
  return db.query<TestRow & Row>(
    `select id, plan, name, state, coalesce(ran_on, planned_on)::text as "on" from continuity_test
     where plan = $1 order by coalesce(ran_on, planned_on) desc, id limit 50`,
    [plan],
  );
}

export type CapacityStored = CapacityRow & { readonly points: readonly UsePoint[]; readonly source: 'entered' | 'incidents' | 'work_orders' };

export async function capacityPlans(db: Db): Promise<CapacityStored[]> {
  return db.query<CapacityStored & Row>(
    'select id, service, unit, source, contracted, headroom, horizon, method, points, demands, cost_minor, currency from capacity_plan where open order by service, id',
  );
}

export async function availabilityPlans(
  db: Db,
): Promise<{ readonly id: string; readonly service: string; readonly target: number | null; readonly months: number }[]> {
  return db.query('select id, service, target, months from availability_plan where open order by service, id');
}

type Period = { readonly from: string; readonly to: string; readonly house: string; readonly currency: string };

/**
 * Fees and credits of the promises to customers in a period of whole months: a fee per quarter counts a third per month, one per year a
 * twelfth. Credits are those of the frozen reports of these months.
 */
export async function paidIn(db: Db, { from, to, house, currency }: Period): Promise<Paid[]> {
  return db.query<Paid & Row>(
    `with fee as (
       select p.id as promise, p.customer, p.service, p.fee_minor, p.measured_per, p.rolling_days,
         greatest(coalesce(p.valid_from, $1::date), $1::date) as first, least(coalesce(p.valid_to, $2::date), $2::date) as last
       from promise p where p.state <> 'draft' and p.provider = $3 and p.customer <> $3 and p.fee_minor is not null and p.currency = $4
         and coalesce(p.valid_from, '-infinity'::date) <= $2::date and coalesce(p.valid_to, 'infinity'::date) >= $1::date),
     credit as (
       select c ->> 'promise' as promise, sum((c ->> 'amount_minor')::bigint) as amount
       from service_report r cross join lateral jsonb_array_elements(r.figures -> 'sections') s cross join lateral jsonb_array_elements(s -> 'credits' -> 'owed') c
       where r.state in ('frozen', 'corrected') and r.period_from >= $1::date and r.period_to <= $2::date group by 1)
     select f.customer, f.service, f.promise,
       round(f.fee_minor * case f.measured_per
         when 'rolling' then ((f.last - f.first + 1)::numeric / coalesce(f.rolling_days, 30))
         else ((date_part('year', f.last) * 12 + date_part('month', f.last)) - (date_part('year', f.first) * 12 + date_part('month', f.first)) + 1)::numeric
           / case f.measured_per when 'quarter' then 3 when 'year' then 12 else 1 end end)::float8 as fees_minor,
       coalesce(c.amount, 0)::float8 as credits_minor
     from fee f left join credit c on c.promise = f.promise where f.first <= f.last order by f.customer, f.service, f.promise`,
    [from, to, house, currency],
  );
}

export type CostStored = CostRow & { readonly starts_on: string; readonly ends_on: string };

/** The model that was run last, for figures elsewhere that name a cost. */
export async function lastRun(db: Db): Promise<CostStored | null> {
  const [found] = await db.query<CostStored & Row>(
    `select id, state, currency, method, pools, departments, drivers, outcome, line_sums, starts_on::text as starts_on, ends_on::text as ends_on
     from cost_model where state = 'run' order by ends_on desc, id desc limit 1`,
  );
  return found ?? null;
}

/** What the cost lines of a model come to, by pool. */
export async function lineSums(db: Db, model: string): Promise<LineSum[]> {
  return db.query<LineSum & Row>(
    "select pool, sum(amount_minor)::float8 as amount_minor, count(*)::int as lines from cost_line where model = $1 and state = 'entered' group by pool order by pool",
    [model],
  );
}

type Standing = {
  readonly id: string;
  readonly title: string;
  readonly service: string | null;
  readonly customer: string | null;
  readonly likelihood: number;
  readonly impact: number;
  readonly score: number;
  readonly state: string;
  readonly owner: string | null;
  readonly accepted_until: string | null;
  readonly expired_on: string | null;
};

/** Every risk that is not closed: what is open is work, what is accepted is lived with. */
export async function standingRisks(db: Db): Promise<Standing[]> {
  return db.query<Standing & Row>(
    `select id, title, service, customer, likelihood, impact, score, state, owner, accepted_until::text as accepted_until, expired_on::text as expired_on
     from risk where state <> 'closed' order by score desc, id limit 5000`,
  );
}

export async function appetitesInForce(db: Db) {
  return db.query<{ id: string; name: string; customer: string | null; service: string | null; most: number }>(
    'select id, name, customer, service, most from risk_appetite where open order by id',
  );
}

/** Risks that live in other registers: they are shown here and decided there. */
export async function acceptedElsewhere(db: Db, today: string): Promise<AcceptedElsewhere[]> {
  return db.query<AcceptedElsewhere & Row>(
    `select id, 'promise' as record, name as title, accepted_risk as because, risk_owner as owner, risk_until::text as until,
       coalesce(risk_until < $1::date, true) as expired
     from promise where state = 'active' and accepted_risk is not null
     union all
     select id, 'problem', title, risk_reason, risk_owner, to_char(risk_until at time zone 'UTC', 'YYYY-MM-DD'), coalesce(risk_until < $1::date, true)
     from problem where state = 'accepted_risk'
     order by until nulls first, id limit 500`,
    [today],
  );
}

type Entry = Omit<PortfolioCard, 'fees_minor' | 'run_minor' | 'run' | 'overdue'>;

export async function portfolioEntries(db: Db): Promise<Entry[]> {
  return db.query<Entry & Row>(
    `select id, name, state, service, sourcing, owner, coalesce(currency, 'EUR') as currency, value_minor, cost_minor, value_now_minor, cost_now_minor, risk,
       review_on::text as review_on
     from portfolio_entry order by name, id limit 1000`,
  );
}
