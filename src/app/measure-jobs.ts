// Counts the periods of measures that are over before somebody asks for them, a piece at a time, beside all other work.
import { lastPeriods, spanOf } from '../calculus/measuring.ts';
import type { Db, Row } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { enqueue, plannedAt } from '../platform/jobs/jobs.ts';
import type { Handlers } from '../platform/jobs/runner.ts';
import type { Figure } from '../practices/measurement/answers.record.ts';
import { monthsOver } from './measure-standing.ts';
import { valuesOfAll } from './measure-values.ts';
import { counted } from './measures.ts';

const queue = 'measures';
/** What is judged is good for an hour; here it is judged anew before that is over. */
const everyMs = 20 * 60_000;
const judged = 35;
/** The first minute of a month is for those whose work ended with it. */
const graceMs = 60_000;

export const measureJobs: Handlers = { [queue]: { outside: (house, _job, going) => countAhead(house, going), after: (house) => plan(house) } };

/** Counts at once, and from then on by itself. Safe to ask at every start. */
export async function watchMeasures(house: House): Promise<void> {
  await enqueue(house.db, { queue, key: queue, run_at: new Date(house.clock.now()).toISOString(), payload: {} });
}

/** An answer in which something is not counted yet has it counted now, unless that is being done. */
export async function withRest<A>(house: House, answer: A, figures: (answer: A) => readonly Figure[]): Promise<A> {
  if (!figures(answer).some((each) => each.counting)) return answer;
  const planned = await plannedAt(house.db, queue);
  if (planned !== null && Date.parse(planned) > house.clock.now()) {
    await watchMeasures(house);
    house.wake();
  }
  return answer;
}

/** The months over of all measures in use. */
async function countAhead(house: House, going: () => boolean): Promise<void> {
  const { zone, house: own } = await settings(house);
  const now = house.clock.now();
  const list = (await inUse(house.db)).flatMap((code) => counted.get(code) ?? []);
  const periods = monthsOver({ now, zone });
  await valuesOfAll(house.db, list, { zone, house: own ?? '', now, periods }, { now: house.clock.now, going, whole: false, judged });
}

async function inUse(db: Db): Promise<string[]> {
  return (await db.query<Row & { code: string }>("select code from measure where state = 'in_use'")).map((each) => each.code);
}

async function plan(house: House): Promise<void> {
  const { zone } = await settings(house);
  const now = house.clock.now();
  const [month = ''] = lastPeriods(1, { now, grain: 'month', zone });
  const next = Math.min(now + everyMs, spanOf(month, zone).to + graceMs);
  await enqueue(house.db, { queue, key: queue, run_at: new Date(next).toISOString(), payload: {} });
}
