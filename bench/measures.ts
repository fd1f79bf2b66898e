// What measures cost over 100,000 incidents of a year: every formula over fourteen months, and all in use together. TESSERA_BENCH_DATA is a directory that bench/report.ts has filled.

import { openHouse } from '../src/app/house.ts';
import { standing } from '../src/app/measure-standing.ts';
import { counted, valuesOf } from '../src/app/measures.ts';
import { lastPeriods } from '../src/calculus/measuring.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { settings } from '../src/platform/house.ts';

const data = process.env['TESSERA_BENCH_DATA'];
if (!data) throw new Error('TESSERA_BENCH_DATA names a directory that bench/report.ts has filled.');
const { config } = readConfig({ TESSERA_DATA: data }, () => '');
const { house, close } = await openHouse(config, { log: { info: () => undefined, warn: () => undefined, error: console.error } });
try {
  const { zone, house: own } = await settings(house);
  const now = house.clock.now();
  const periods = lastPeriods(14, { now, grain: 'month', zone });
  const [{ n } = { n: 0 }] = await house.db.query<{ n: number }>('select count(*)::int as n from incident');
  console.log(`${n.toLocaleString('en')} incidents, ${periods.length} months; wall ms: first, then the better of two`);
  const timed = async (run: (turn: number) => Promise<unknown>): Promise<string> => {
    const times: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      const began = performance.now();
      await run(turn);
      times.push(performance.now() - began);
    }
    return `${times[0]?.toFixed(0).padStart(7)} ${Math.min(...times.slice(1))
      .toFixed(0)
      .padStart(7)}`;
  };
  for (const code of counted.keys()) console.log(`${code.padEnd(32)} ${await timed((turn) => valuesOf(house.db, { code, periods, now: now + turn }))}`);
  const all = (turn: number) => standing(house.db, { zone, house: own ?? '', now: now + turn, rest: 1, board: false, periods });
  console.log(`${'all that are in use'.padEnd(32)} ${await timed(all)}`);
} finally {
  await close();
}
