// Freezes the scorecard of each month when its reports are frozen, so that a board later sees what it was shown.
import { lastPeriods, spanOf } from '../calculus/measuring.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { asSystem } from '../kernel/scope.ts';
import { type House, settings } from '../platform/house.ts';
import { enqueue } from '../platform/jobs/jobs.ts';
import type { Handlers } from '../platform/jobs/runner.ts';
import { perform } from '../platform/journal/perform.ts';

export const scorecardJobs: Handlers = { scorecards: look };

const dayMs = 86_400_000;

/** Looks at once, and from then on by itself. Safe to ask at every start. */
export async function watchScorecards(house: House): Promise<void> {
  await enqueue(house.db, { queue: 'scorecards', key: 'scorecards', run_at: new Date(house.clock.now()).toISOString(), payload: {} });
}

/** The last month whose reports are due to be frozen, a day after they are; months before it were somebody's to freeze. */
async function look(house: House): Promise<void> {
  const { zone, report_freeze_days } = await settings(house);
  const now = house.clock.now();
  const wait = (report_freeze_days + 1) * dayMs;
  const [period = ''] = lastPeriods(2, { now: now - wait, grain: 'month', zone });
  const [known] = await house.db.query<{ wanted: boolean }>(
    `select exists (select 1 from measure where board_group is not null and state = 'in_use') and not exists (select 1 from scorecard where period = $1) as wanted`,
    [period],
  );
  if (known?.wanted) {
    const actor = asSystem('the month is over');
    const input = { per: 'month', day: `${period}-01` };
    const outcome = await perform(house, { id: `scorecard:${period}`, record: 'scorecard', command: 'freeze', target: null, input, actor, channel: 'clock' });
    if (isRefusal(outcome)) house.log.warn({ period, refused: outcome.refused }, 'a scorecard could not be frozen');
  }
  const [present = ''] = lastPeriods(1, { now: now - wait, grain: 'month', zone });
  await enqueue(house.db, { queue: 'scorecards', key: 'scorecards', run_at: new Date(spanOf(present, zone).to + wait).toISOString(), payload: {} });
}
