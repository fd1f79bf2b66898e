// Looks for problem candidates every night, beside all other work.
import { Temporal } from 'temporal-polyfill';
import type { Db } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { enqueue, plannedAt } from '../platform/jobs/jobs.ts';
import type { Handlers } from '../platform/jobs/runner.ts';
import { refreshCandidates } from './candidates.ts';

const queue = 'candidates';
/** After midnight the day is whole; at this hour few people are at work. */
const hour = 3;

export const candidateJobs: Handlers = {
  [queue]: { outside: async (house, _job, going) => void (await refreshCandidates(house, { going })), after: (house) => nextNight(house) },
};

/** From now on every night. What is planned already stays, so that a night missed while the server stood still is made up for. */
export async function watchCandidates(house: House): Promise<void> {
  if ((await nextScan(house.db)) === null) await nextNight(house);
}

/** When the next scan is due, an instant; null when none is planned. */
export const nextScan = (db: Db): Promise<string | null> => plannedAt(db, queue);

async function nextNight(house: House): Promise<void> {
  const { zone } = await settings(house);
  const now = Temporal.Instant.fromEpochMilliseconds(house.clock.now()).toZonedDateTimeISO(zone);
  const today = now.toPlainDate().toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  const next =
    Temporal.ZonedDateTime.compare(today, now) > 0 ? today : now.toPlainDate().add({ days: 1 }).toZonedDateTime({ timeZone: zone, plainTime: { hour } });
  await enqueue(house.db, { queue, key: 'nightly', run_at: next.toInstant().toString(), payload: {} });
}
