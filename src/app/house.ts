// Opens a running installation from its configuration: database, migrations, registry, clock and chance, and the job runner.
import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Config } from '../platform/config/config.ts';
import { migrate } from '../platform/db/migrate.ts';
import { openDatabase } from '../platform/db/open.ts';
import type { Log } from '../platform/db/types.ts';
import type { House } from '../platform/house.ts';
import { houseHandlers } from '../platform/jobs/handlers.ts';
import { type Handlers, jobRunner, type Runner } from '../platform/jobs/runner.ts';
import { contestsOf } from '../practices/dispute/queries.ts';
import { modelGuard } from '../practices/model/queries.ts';
import { candidateJobs } from './candidate-jobs.ts';
import { importJobs } from './logbooks.ts';
import { measureJobs } from './measure-jobs.ts';
import { packaged } from './packaged.ts';
import { theRegistry } from './registry.ts';
import { reportJobs } from './report-jobs.ts';
import { scorecardJobs } from './scorecard-jobs.ts';

export type Opened = { readonly house: House; readonly runner: Runner; close(): Promise<void> };

export const databaseUrl = (config: Config): string => config.database_url || `pglite:${config.data}`;

export async function openHouse(config: Config, { log, handlers = {} }: { log: Log; handlers?: Handlers }): Promise<Opened> {
  const template = packaged('dist/template.tar.gz');
  const chance = { uuid: () => randomUUID() as string, random: Math.random, bytes: (count: number) => new Uint8Array(randomBytes(count)) };
  const db = await openDatabase({
    url: databaseUrl(config),
    log,
    chance: chance.random,
    templateFile: existsSync(template) ? template : undefined,
    prepare: config.prepare === 'on',
    poolSize: Number(config.pool),
  });
  try {
    const applied = await migrate(db, packaged('migrations'));
    if (applied.length) log.info({ applied }, 'migrated');
  } catch (error) {
    await db.close();
    throw error;
  }
  let wake: () => void = () => undefined;
  const house: House = { db, registry: theRegistry, clock: { now: Date.now }, chance, log, wake: () => wake(), contests: contestsOf, guard: modelGuard };
  const runner = jobRunner(house, { ...houseHandlers, ...importJobs, ...reportJobs, ...scorecardJobs, ...candidateJobs, ...measureJobs, ...handlers });
  wake = runner.wake;
  const close = async (): Promise<void> => {
    await runner.stop();
    await db.close();
  };
  return { house, runner, close };
}
