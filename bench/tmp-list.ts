import { readFileSync } from 'node:fs';
import { openHouse } from '../src/app/house.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { forget, newPlace, start } from '../test/faults/server.ts';
import { startPostgres } from '../test/postgres-server.ts';
import { begin, fillTo } from './fill.ts';
import { familyOf, measure } from './measure.ts';

const pg = await startPostgres();
const place = newPlace(pg.url);
const { config } = readConfig({ TESSERA_DATA: place.data, TESSERA_DATABASE_URL: place.database }, () => '');
const silent = { info() {}, warn() {}, error() {} };
const opened = await openHouse(config, { log: silent });
const filled = await begin(opened.house);
await fillTo(opened.house, filled, { from: 0, size: 2000 });
await opened.close();
const server = await start(place, []);
const pgp = Number(readFileSync(pg.dir + '/data/postmaster.pid', 'utf8').split('\n')[0]);
let bytes = 0;
let plain = 0;
const ok = async (p: Promise<Response>) => {
  const r = await p;
  const t = await r.text();
  plain = t.length;
  bytes = Number(r.headers.get('content-length') ?? 0);
  return r.status < 300;
};
const shots = {
  list: () => ok(server.call('GET', '/api/incidents?q=is%3Aopen%20sort%3Adue')),
  listNoGzip: () => ok(server.call('GET', '/api/incidents?q=is%3Aopen%20sort%3Adue', undefined, { 'accept-encoding': 'identity' })),
  list10: () => ok(server.call('GET', '/api/incidents?limit=10&q=is%3Aopen%20sort%3Adue')),
  one: () => ok(server.call('GET', '/api/incidents/INC-1010')),
  journal: () => ok(server.call('GET', '/api/incidents/INC-1010/journal')),
  create: () =>
    ok(
      server.call('POST', '/api/incidents', {
        title: `Bench printer`,
        service: filled.ids['service.workplace'],
        customer: filled.ids['organisation.waterschap-noord'],
        impact: 'low',
        urgency: 'medium',
        effect: 'degraded',
      }),
    ),
};
for (const [name, shot] of Object.entries(shots)) {
  const a = await measure(shot, { callers: 1, seconds: 2.5, pids: () => [server.child.pid ?? 0] });
  const b = await measure(shot, { callers: 1, seconds: 2.5, pids: () => familyOf(pgp) });
  console.log(name.padEnd(12), 'p50', a.p50.toFixed(1), 'server cpu', a.cpu_ms.toFixed(2), 'pg cpu', b.cpu_ms.toFixed(2), 'plain', plain, 'bytes', bytes);
}
server.child.kill('SIGTERM');
await server.gone;
await pg.stop();
forget(place);
