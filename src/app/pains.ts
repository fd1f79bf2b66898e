// What problems and candidates cost, reckoned from their incidents, the journals of those and the prices of the house.
import type { House } from '../platform/house.ts';
import type { ProblemRow } from '../practices/problem/given.ts';
import type { Pain, Rates } from '../practices/problem/pain.record.ts';
import { painOf } from '../practices/problem/pain.ts';
import { painIncidents, painPrices, type TimesOf } from '../practices/problem/queries.ts';

export type Costly = Pick<ProblemRow, 'incidents' | 'fixed_at'>;

/** Two queries and the journals of the incidents, however many problems there are. */
export async function painsOf(house: House, rows: readonly Costly[], timesOf: TimesOf): Promise<{ pains: Pain[]; rates: Rates }> {
  const ids = [...new Set(rows.flatMap((each) => each.incidents))];
  const now = house.clock.now();
  const [incidents, { promises, rates }] = [await painIncidents(house.db, ids), await painPrices(house.db)];
  const ledgers = await timesOf(house.db, { ids, now });
  const inHand = [...ledgers].map(([id, { intervals }]) => {
    const held = intervals.filter((each) => each.reason === 'working' && each.person !== null);
    return [id, held.reduce((sum, each) => sum + each.wall_ms, 0)] as const;
  });
  const work = new Map(inHand);
  const pains = rows.map((row) => {
    const own = new Set(row.incidents);
    const fixed_at = row.fixed_at ? Date.parse(row.fixed_at) : null;
    return painOf({ incidents: incidents.filter((each) => own.has(each.id)), promises, work, rates, now, fixed_at });
  });
  return { pains, rates };
}
