// Freezes the reports of months that are over: one job looks when the next is due, and one for each customer's month does it.
import { Temporal } from 'temporal-polyfill';
import { daysOf, periodOf } from '../calculus/period.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { asSystem } from '../kernel/scope.ts';
import { type House, settings } from '../platform/house.ts';
import { enqueue, type Job } from '../platform/jobs/jobs.ts';
import type { Handlers } from '../platform/jobs/runner.ts';
import { perform } from '../platform/journal/perform.ts';
import { customersPromised, reportIdOf, reportsFrom } from '../practices/reporting/queries.ts';

export const reportJobs: Handlers = { reports: look, report: freeze };

const dayMs = 86_400_000;
/** How far a server that stood still looks back. */
const mostMonths = 13;

/** Looks at once, and from then on by itself. Safe to ask at every start. */
export async function watchReports(house: House): Promise<void> {
  await enqueue(house.db, { queue: 'reports', key: 'reports', run_at: new Date(house.clock.now()).toISOString(), payload: {} });
}

/** The present month of each customer gets its provisional report; each month that is over long enough gets its job; then until the next of these moments. */
async function look(house: House): Promise<void> {
  const { house: own, zone, report_freeze_days } = await settings(house);
  const now = house.clock.now();
  const present = monthAt(now, zone);
  const wait = report_freeze_days * dayMs;
  const months = Array.from({ length: mostMonths + 1 }, (_, back) => present.subtract({ months: mostMonths - back }).toString());
  const known = await reportsFrom(house.db, `${months[0]}-01`);
  const states = new Map(known.map((each) => [`${each.customer} ${each.period}`, each.state]));
  for (const customer of await customersPromised(house.db, own ?? ''))
    for (const period of months) {
      const state = states.get(`${customer.customer} ${period}`);
      const isOver = periodOf(period, zone).to + wait <= now;
      if (state !== undefined && (state !== 'draft' || !isOver)) continue;
      const { first, last } = daysOf(period);
      if ((isOver || period === present.toString()) && customer.since <= last && (customer.until ?? first) >= first)
        await enqueue(house.db, {
          queue: 'report',
          key: `${customer.customer} ${period}`,
          run_at: new Date(now).toISOString(),
          payload: { customer: customer.customer, period },
        });
    }
  const ends = periodOf(present.toString(), zone).to;
  const last = periodOf(present.subtract({ months: 1 }).toString(), zone).to + wait;
  const next = Math.min(ends, last > now ? last : ends);
  await enqueue(house.db, { queue: 'reports', key: 'reports', run_at: new Date(next).toISOString(), payload: {} });
}

async function freeze(house: House, job: Job): Promise<void> {
  const { customer, period } = job.payload as { customer: string; period: string };
  const { zone, report_freeze_days } = await settings(house);
  const isOver = periodOf(period, zone).to + report_freeze_days * dayMs <= house.clock.now();
  const actor = asSystem('the month is over');
  const id =
    (await reportIdOf(house.db, { customer, from: daysOf(period).first })) ??
    (await does(house, { id: `report:${customer}:${period}`, command: 'open', target: null, input: { customer, period_from: `${period}-01` }, actor }));
  if (id && isOver) await does(house, { id: `report:${customer}:${period}:freeze`, command: 'freeze', target: id, input: {}, actor });
}

type Doing = { id: string; command: string; target: string | null; input: Record<string, unknown>; actor: ReturnType<typeof asSystem> };

async function does(house: House, request: Doing): Promise<string | null> {
  const outcome = await perform(house, { ...request, record: 'service_report', channel: 'clock' });
  if (!isRefusal(outcome)) return outcome.row.id;
  house.log.warn({ command: request.command, target: request.target, refused: outcome.refused }, 'a report could not be made');
  return null;
}

const monthAt = (at: number, zone: string): Temporal.PlainYearMonth =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toPlainYearMonth();
