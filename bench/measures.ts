// What measures cost over 100,000 incidents of a year: every formula over fourteen months counted and kept, and the pages that show all in use. TESSERA_BENCH_DATA is a directory that bench/report.ts has filled.

import { openHouse } from '../src/app/house.ts';
import { figuresAnswer } from '../src/app/measure-answers.ts';
import { monthsOver, standing } from '../src/app/measure-standing.ts';
import { briefly, valuesOfAll, wholly } from '../src/app/measure-values.ts';
import { counted } from '../src/app/measures.ts';
import { lineOfSight } from '../src/app/objectives.ts';
import { scorecardAnswer } from '../src/app/scorecard.ts';
import { lastPeriods } from '../src/calculus/measuring.ts';
import { asSystem } from '../src/kernel/scope.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { settings } from '../src/platform/house.ts';
import { valuesOf } from '../src/practices/measurement/queries.ts';

const data = process.env['TESSERA_BENCH_DATA'];
if (!data) throw new Error('TESSERA_BENCH_DATA names a directory that bench/report.ts has filled.');
const { config } = readConfig({ TESSERA_DATA: data }, () => '');
const { house, close } = await openHouse(config, { log: { info: () => undefined, warn: () => undefined, error: console.error } });
try {
  const { zone, house: own } = await settings(house);
  const now = house.clock.now();
  const periods = lastPeriods(14, { now, grain: 'month', zone });
  const [{ n } = { n: 0 }] = await house.db.query<{ n: number }>('select count(*)::int as n from incident');
  console.log(`${n.toLocaleString('en')} incidents, ${periods.length} months; wall ms: first, then the best after that`);
  const timed = async (turns: number, run: (turn: number) => Promise<unknown>): Promise<string> => {
    const times: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      const began = performance.now();
      await run(turn);
      times.push(performance.now() - began);
    }
    return `${times[0]?.toFixed(0).padStart(7)} ${Math.min(...times.slice(1))
      .toFixed(0)
      .padStart(7)}`;
  };
  await house.db.exec('truncate measure_kept');
  const around = { zone, house: own ?? '' };
  const actor = asSystem('a measurement');
  const began = performance.now();
  await standing(house.db, { ...around, now, board: false, periods: monthsOver({ now, zone }) }, wholly(house.clock.now));
  const { n: used } = (await house.db.query<{ n: number }>("select count(*)::int as n from measure where state = 'in_use'"))[0] ?? { n: 0 };
  console.log(`${used} measures in use; all of their months counted and kept: ${((performance.now() - began) / 1000).toFixed(1)} s`);
  console.log(`${'line of sight'.padEnd(32)} ${await timed(6, () => lineOfSight(house, actor))}`);
  console.log(`${'measures'.padEnd(32)} ${await timed(6, () => figuresAnswer(house, actor))}`);
  const board = () => scorecardAnswer(house, actor, { period: '', edition: 'now', patience: briefly(house.clock.now) });
  console.log(`${'scorecard'.padEnd(32)} ${await timed(6, board)}`);
  await house.db.exec('truncate measure_kept');
  for (const each of counted.values()) {
    const asking = (turn: number) => ({ ...around, now: now + turn, periods });
    const anew = await timed(3, (turn) => valuesOf(house.db, each, asking(turn)));
    const kept = await timed(4, (turn) => valuesOfAll(house.db, [each], asking(turn), wholly(house.clock.now)));
    console.log(`${each.formula.code.padEnd(32)} counted ${anew}   kept ${kept}`);
  }
} finally {
  await close();
}
