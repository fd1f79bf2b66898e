// Runs the product: the server with its doors, the job runner, the way in for the first administrator, and an orderly stop.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createLink } from '../platform/auth/link.ts';
import type { Config } from '../platform/config/config.ts';
import type { Log } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { createApp, drain } from '../platform/http/app.ts';
import { watchCandidates } from './candidate-jobs.ts';
import { directoryOf } from './directory.ts';
import { doorPaths, doorSchemas, doorsWith, doorTags } from './doors.ts';
import { type Opened, openHouse } from './house.ts';
import { watchMeasures } from './measure-jobs.ts';
import { type Library, modelLibrary } from './models.ts';
import { packaged } from './packaged.ts';
import { watchReports } from './report-jobs.ts';
import { watchScorecards } from './scorecard-jobs.ts';
import { version } from './version.ts';

/** Where a running server tells the command line of the same account how to reach it. */
export const localFile = (config: Config): string => join(config.data, 'tessera.local');
export type Local = { readonly url: string; readonly secret: string; readonly pid: number };

export type Serving = { readonly url: string; readonly opened: Opened; stop(): Promise<void> };

export async function appOf(
  house: House,
  config: Pick<Config, 'public_url' | 'trusted_proxies' | 'models'>,
  { secret, web, library = modelLibrary(config.models || null, house.log) }: { secret: string; web: string | null; library?: Library },
): Promise<FastifyInstance> {
  const proxies = config.trusted_proxies
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean);
  return createApp(house, {
    version,
    directory: directoryOf(house),
    doors: doorsWith(library),
    vocabularies: async () => (await library()).models.map((each) => each.key),
    doorPaths,
    doorSchemas,
    doorTags,
    public_url: config.public_url || null,
    web,
    trusted_proxies: proxies,
    localSecret: secret,
  });
}

export async function serve(config: Config, { log, prepare }: { log: Log; prepare?: (house: House) => Promise<void> }): Promise<Serving> {
  mkdirSync(config.data, { recursive: true, mode: 0o700 });
  const opened = await openHouse(config, { log });
  try {
    await prepare?.(opened.house);
    await watchReports(opened.house);
    await watchScorecards(opened.house);
    await watchCandidates(opened.house);
    await watchMeasures(opened.house);
    const secret = Buffer.from(opened.house.chance.bytes(32)).toString('base64url');
    const library = modelLibrary(config.models || null, log);
    const app = await appOf(opened.house, config, { secret, web: packaged('dist/web'), library });
    await app.listen({ host: config.host, port: Number(config.port) });
    // Those of the product are read when somebody first asks for them; a file of the house's own that is refused is told of at the start.
    if (config.models) void library();
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : Number(config.port);
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}`;
    tell(config, { url, secret, pid: process.pid });
    opened.runner.wake();
    const stop = async (): Promise<void> => {
      rmSync(localFile(config), { force: true });
      await drain(app, { notice_ms: 200, patience_ms: 20_000 });
      await opened.close();
    };
    return { url: config.public_url || url, opened, stop };
  } catch (error) {
    await opened.close();
    throw error;
  }
}

function tell(config: Config, local: Local): void {
  writeFileSync(localFile(config), JSON.stringify(local), { mode: 0o600 });
  chmodSync(localFile(config), 0o600);
}

/** The address with the one-time link for the first administrator, while there is none; null afterwards. */
export async function setupLink(house: House, url: string): Promise<string | null> {
  const [someone] = await house.db.query(
    "select 1 from membership m join credential c on c.person = m.person where m.role = 'administrator' and m.open limit 1",
  );
  if (someone || (await settings(house)).demo) return null;
  return `${url}/setup?token=${await createLink(house, { purpose: 'setup', person: null })}`;
}
