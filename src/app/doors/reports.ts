// The report of a month over HTTP: the same figures for the desk, the customer and the executive, each as far as they may see.
import type { FastifyInstance } from 'fastify';
import { Temporal } from 'temporal-polyfill';
import { isRefusal, refuse } from '../../kernel/refusal.ts';
import type { Actor } from '../../kernel/scope.ts';
import { type House, settings } from '../../platform/house.ts';
import { actorFor } from '../../platform/http/context.ts';
import { labelsOf } from '../../platform/journal/labels.ts';
import { readLedgers } from '../../platform/journal/story.ts';
import { incident } from '../../practices/incident/record.ts';
import { monthReport, type Section } from '../../practices/reporting/month.ts';
import { availabilityPromises, calendarsIn, clocksIn, incidentsIn, promisesIn, servicesAll } from '../../practices/reporting/queries.ts';

type Query = { month?: string; customer?: string; service?: string };

export function reportDoor(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: Query }>('/api/reports/month', async (request) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    if (actor.side === 'supplier') return refuse('not_allowed', undefined, { command: 'report' });
    const month = request.query.month ?? new Date(house.clock.now()).toISOString().slice(0, 7);
    if (!/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(month)) return refuse('view.wrong_value', 'month', { field: 'month', value: month.slice(0, 20) });
    return monthOf(house, { actor, month, customer: request.query.customer ?? null, service: request.query.service ?? null });
  });
}

type Asking = { actor: Actor; month: string; customer: string | null; service: string | null };

export async function monthOf(house: House, { actor, month, customer, service }: Asking): Promise<object> {
  const { house: integrator, zone } = await settings(house);
  const window = monthWindow(month, zone);
  const sent = { from: new Date(window.from).toISOString(), to: new Date(window.to).toISOString() };
  const promises = await promisesIn(house.db, { actor, window: sent, customer, service, house: integrator ?? '' });
  const customers = [...new Set(promises.map((each) => each.customer))];
  const [beneath, calendars, services, clocks, incidents] = [
    await availabilityPromises(house.db, integrator ?? ''),
    await calendarsIn(house.db, [...new Set(promises.map((each) => each.calendar))]),
    await servicesAll(house.db),
    await clocksIn(
      house.db,
      promises.map((each) => each.id),
      sent,
    ),
    await incidentsIn(house.db, customers, sent),
  ];
  const ledgers = await readLedgers(house, { definition: incident, ids: incidents.map((each) => each.id) });
  const now = house.clock.now();
  const sections = monthReport({
    window,
    now,
    promises,
    beneath,
    calendars: new Map(calendars.map((each) => [each.id, each])),
    services,
    clocks,
    incidents,
    ledgers,
  });
  const data = actor.side === 'customer' ? sections.map((each) => forCustomer(each, { own: actor.parties, house: integrator ?? '' })) : sections;
  const ids = data.flatMap((each) => [each.service, each.customer, ...each.parties.map((party) => party.party)]);
  return {
    month,
    zone,
    window: sent,
    cut_off: new Date(Math.min(now, window.to)).toISOString(),
    data,
    refs: await labelsOf(house, { actor, ids }),
    now: new Date(now).toISOString(),
  };
}

/** A customer is told its own time and that of its provider; who stands behind the provider is not part of the agreement. */
function forCustomer(section: Section, { own, house }: { own: readonly string[]; house: string }): Section {
  const merge = (parties: Section['parties']): Section['parties'] => {
    const sums = new Map<string, { ms: number; waiting_ms: number }>();
    for (const { party, ms, waiting_ms } of parties) {
      const name = own.includes(party) ? party : house;
      const sum = sums.get(name) ?? { ms: 0, waiting_ms: 0 };
      sums.set(name, { ms: sum.ms + ms, waiting_ms: sum.waiting_ms + waiting_ms });
    }
    return [...sums].map(([party, sum]) => ({ party, ...sum }));
  };
  const availability = section.availability.map((each) => ({
    ...each,
    chain_ppm: null,
    naive_ppm: null,
    incidents: each.incidents.filter((id) => section.incidents.some((one) => one.id === id)),
  }));
  return { ...section, availability, parties: merge(section.parties), incidents: section.incidents.map((each) => ({ ...each, parties: merge(each.parties) })) };
}

/** First to last instant of a month by the wall clock of a zone. */
function monthWindow(month: string, zone: string): { from: number; to: number } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return { from: midnight(year, number, zone), to: number === 12 ? midnight(year + 1, 1, zone) : midnight(year, number + 1, zone) };
}

function midnight(year: number, month: number, zone: string): number {
  return Temporal.PlainDate.from({ year, month, day: 1 }).toZonedDateTime(zone).epochMilliseconds;
}
