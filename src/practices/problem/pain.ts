// The cost of pain: what the incidents of a problem have cost so far, and what that comes to in a month and a year when nothing is done.

import type { CreditBands } from '../../calculus/credit.ts';
import { creditAmount, creditOf } from '../../calculus/credit.ts';
import type { AtStake, IncidentPain, Pain, Rates } from './pain.record.ts';

export type PainIncident = {
  readonly id: string;
  readonly title: string;
  readonly state: string;
  readonly service: string;
  readonly effect: string | null;
  readonly affected_customers: readonly string[];
  readonly fan_out: readonly { readonly service: string; readonly customer: string; readonly effect: string }[] | null;
  readonly started_at: string;
  /** When the service worked again, else when it was closed; null while it lasts. */
  readonly ended_at: string | null;
};
export type PainPromise = {
  readonly id: string;
  readonly name: string;
  readonly service: string;
  readonly customer: string;
  readonly fee_minor: number;
  readonly currency: string;
  readonly credit_bands: CreditBands;
};
export const standardRates: Rates = { customer_hour_minor: 4_000, work_hour_minor: 6_500, currency: 'EUR' };

type Of = {
  readonly incidents: readonly PainIncident[];
  readonly promises: readonly PainPromise[];
  /** Milliseconds of work by incident. */
  readonly work: ReadonlyMap<string, number>;
  readonly rates: Rates;
  /** Epoch milliseconds: nothing after it counts; when the cause was removed, else null. */
  readonly now: number;
  readonly fixed_at: number | null;
};
const hourMs = 3_600_000;
const dayMs = 86_400_000;
/** Less than a month says too little about a year. */
export const leastDays = 30;

export function painOf({ incidents, promises, work, rates, now, fixed_at }: Of): Pain {
  const each = incidents.map((one) => painOfOne(one, work.get(one.id) ?? 0, { rates, now }));
  const sum = (pick: (one: (typeof each)[number]) => number): number => each.reduce((total, one) => total + pick(one), 0);
  const cost_minor = sum((one) => one.cost_minor);
  const first = Math.min(now, ...incidents.map((one) => Date.parse(one.started_at)));
  const days = Math.max(leastDays, ((fixed_at ?? now) - first) / dayMs);
  return {
    incidents: each.map(({ customer_ms: _ms, ...one }) => one).sort((a, b) => b.cost_minor - a.cost_minor || (a.id < b.id ? -1 : 1)),
    customers: [...new Set(incidents.flatMap((one) => (isFelt(one) ? one.affected_customers : [])))].sort(),
    impact_ms: sum((one) => one.impact_ms),
    customer_ms: sum((one) => one.customer_ms),
    work_ms: sum((one) => one.work_ms),
    at_stake: atStake(incidents, promises),
    cost_minor,
    currency: rates.currency,
    days: Math.round(days),
    per_month_minor: Math.round((cost_minor / days) * (365 / 12)),
    per_year_minor: Math.round((cost_minor / days) * 365),
  };
}

/** Lost redundancy is felt by nobody: it costs the work, and no customer's hour. */
const isFelt = (incident: Pick<PainIncident, 'effect'>): boolean => incident.effect !== 'none';

function painOfOne(incident: PainIncident, work_ms: number, { rates, now }: { rates: Rates; now: number }): IncidentPain & { readonly customer_ms: number } {
  const { id, title, state, started_at, ended_at } = incident;
  const lasted = Math.max(0, (ended_at ? Date.parse(ended_at) : now) - Date.parse(started_at));
  const impact_ms = isFelt(incident) ? lasted : 0;
  const customers = isFelt(incident) ? incident.affected_customers.length : 0;
  const customer_ms = impact_ms * customers;
  const cost_minor = Math.round((customer_ms / hourMs) * rates.customer_hour_minor + (work_ms / hourMs) * rates.work_hour_minor);
  return { id, title, state, started_at, impact_ms, customers, work_ms, cost_minor, customer_ms };
}

/** The most that each promise these incidents touch can cost in one of its windows; each promise once, however many touch it. */
function atStake(incidents: readonly PainIncident[], promises: readonly PainPromise[]): AtStake[] {
  const touched = promises.filter((promise) => incidents.some((one) => touches(one, promise)));
  return touched
    .map(({ id, name, customer, currency, fee_minor, credit_bands }) => ({
      promise: id,
      name,
      customer,
      amount_minor: creditAmount(fee_minor, creditOf(credit_bands, -1)),
      currency,
    }))
    .filter((each) => each.amount_minor > 0);
}

function touches(incident: PainIncident, { service, customer }: PainPromise): boolean {
  if (incident.fan_out?.length) return incident.fan_out.some((each) => each.service === service && each.customer === customer && each.effect !== 'none');
  return isFelt(incident) && incident.service === service && incident.affected_customers.includes(customer);
}
