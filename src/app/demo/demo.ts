// Makes the demo world in an empty installation, and takes it away again.

import { seededChance } from '../../platform/chance.ts';
import type { House } from '../../platform/house.ts';
import { setSetting, settings } from '../../platform/house.ts';
import { houseHandlers } from '../../platform/jobs/handlers.ts';
import { jobRunner } from '../../platform/jobs/runner.ts';
import { reportJobs, watchReports } from '../report-jobs.ts';
import { planCalendar, readMails } from './calendar.ts';
import { enter } from './enter.ts';
import { history } from './history.ts';
import { type Ids, type Stage, stage } from './stage.ts';

export type Seeding = { readonly seed: number; readonly now: number; readonly months?: 0 | 12; readonly progress?: (done: number, total: number) => void };

/** Answers the numbers of the cast by kind and code. Refuses an installation that already has an integrator. */
export async function seedDemo(real: House, { seed, now, months = 12, progress }: Seeding): Promise<Ids> {
  if ((await settings(real)).house) throw new Error('This installation is not empty: it already has an integrator. The demo world is made in an empty one.');
  const chance = seededChance(seed);
  const morning = Math.floor(now / 60_000) * 60_000;
  let at = morning - 400 * 24 * 3_600_000;
  const house: House = { ...real, chance, clock: { now: () => at }, wake: () => undefined };
  const runner = jobRunner(house, { ...houseHandlers, ...reportJobs });
  const move = (to: number): void => {
    at = Math.max(at, to);
  };
  const ids: Ids = {};
  const theStage: Stage = stage({ house, ids, runner, seed, move });
  // Real commits, but many steps in one: the history of a year is no year of disk flushes.
  await house.db.tx(async () => {
    await setSetting(house, 'demo', true);
    await enter(theStage);
    await readMails(theStage);
    // A world without a history has no months to close.
    if (months > 0) await watchReports(house);
    await theStage.settle();
  });
  const steps = months === 0 ? [] : history(morning, chance);
  for (let from = 0; from < steps.length; from += 60) {
    await house.db.tx(async () => {
      for (const step of steps.slice(from, from + 60)) {
        move(step.at);
        await theStage.settle();
        await step.run(theStage);
        await theStage.settle();
      }
    });
    progress?.(Math.min(from + 60, steps.length), steps.length);
  }
  move(morning);
  if (months > 0) await house.db.tx(() => planCalendar(theStage, morning));
  await theStage.settle();
  return ids;
}

/** Empties every record table, the journal and what was derived; people, sessions and settings of the demo go with it. */
export async function removeDemo(house: House): Promise<void> {
  if (!(await settings(house)).demo) throw new Error('This is not a demo world: nothing was removed.');
  const tables = await house.db.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' and table_name <> 'migration'",
  );
  await house.db.tx(() => house.db.exec(`truncate ${tables.map((each) => each.name).join(', ')} restart identity`));
  await setSetting(house, 'demo', false);
}
