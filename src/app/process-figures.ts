// The figures of processes, put together from the practices that keep them: work, who answers, duties kept apart, maturity, measures, hours.
import type { House } from '../platform/house.ts';
import { processRows, responsibilities, workOf } from '../practices/model/figures.queries.ts';
import { flowDays, type ProcessFigures, registers } from '../practices/model/figures.record.ts';
import { figuresOf } from '../practices/model/figures.ts';
import { conflictCounts, separationsInUse } from '../practices/model/queries.ts';
import { allocatedOn, maturities, measuresInUse } from './process-others.ts';

const dayMs = 86_400_000;

/** Of every process that is not retired, or of one. Six queries, and one for each practice that adds to them. */
export async function processFigures(house: House, id: string | null): Promise<{ readonly data: readonly ProcessFigures[]; readonly since: string }> {
  const { db, registry, clock } = house;
  const now = clock.now();
  const since = new Date(now - flowDays * dayMs).toISOString();
  const processes = await processRows(db, id);
  const records = [...new Set(processes.flatMap((each) => each.records))].filter((name) => registry.practices.has(name));
  const done = records.filter((name) => !registers.includes(name));
  const work = await workOf(db, done, { since, now: new Date(now).toISOString() });
  const separations = (await separationsInUse(db)).filter(({ record }) => records.includes(record));
  const conflicts = await conflictCounts(db, separations);
  const who = await responsibilities(db);
  const others = {
    maturities: await maturities(db),
    measures: await measuresInUse(db),
    allocated: await allocatedOn(db, new Date(now).toISOString().slice(0, 10)),
  };
  return { data: figuresOf({ processes, work, separations, conflicts, ...who, ...others }), since };
}
