// How measures stand: the last period that is over against the target, how it behaves, and the periods before. For screens, boards and objectives.
import { type Grain, grainOf, lastPeriods, periodOfDay, spanOf } from '../calculus/measuring.ts';
import type { Db, Row } from '../platform/db/types.ts';
import { settings } from '../platform/house.ts';
import type { BoardOf, Chosen, Figure } from '../practices/measurement/answers.record.ts';
import type { Counted } from '../practices/measurement/counting.queries.ts';
import type { Baseline } from '../practices/measurement/measure-fields.record.ts';
import { type Asking, valuesOf } from '../practices/measurement/queries.ts';
import { behaviourOf, meets, trendOf } from '../practices/measurement/steering.ts';
import { counted } from './measures.ts';

export const chosenColumns = 'id, code, name, state, target, owner, charted, baselines, board_group, board_place';
/** So many periods a board looks back. */
const shown = 13;

/** `rest`: so many of the last periods still run; `board`: only what stands on the scorecard. */
type Standing = Omit<Asking, 'customer' | 'service'> & { readonly rest: 0 | 1; readonly board: boolean };

/** One read of the measures in use, and the counting of each; groups of the board first. */
export async function standing(db: Db, { rest, board, ...asking }: Standing): Promise<Figure[]> {
  const chosen = await db.query<Row & Chosen & { code: string }>(
    `select ${chosenColumns} from measure where state = 'in_use' and (not $1::boolean or board_group is not null)
     order by array_position(array['customer', 'chain', 'money', 'risk', 'future'], board_group), board_place, length(id), id`,
    [board],
  );
  const figures: Figure[] = [];
  for (const { code, ...measure } of chosen) {
    const found = counted.get(code);
    if (found) figures.push(await figureOf(db, { found, measure, asking, rest }));
  }
  return figures;
}

/** The board of one period that is over, with the twelve before it. */
export const boardOf: BoardOf<Db> = async (db, { period, now }) => {
  const { zone, house } = await settings({ db, clock: { now: () => now } });
  const grain = grainOf(period);
  const periods = lastPeriods(shown, { now: spanOf(period, zone).to - 1, grain, zone });
  return standing(db, { zone, house: house ?? '', now, periods, rest: 0, board: true });
};

type Figuring = { readonly found: Counted; readonly measure: Chosen; readonly asking: Asking; readonly rest: 0 | 1 };

async function figureOf(db: Db, { found, measure, asking, rest }: Figuring): Promise<Figure> {
  const { formula } = found;
  const { target, owner, id, name, board_group } = measure;
  const values = await valuesOf(db, found, asking);
  const phases = phasesOf(measure.baselines ?? [], asking.periods, grainOf(asking.periods[0] ?? ''));
  const { code, unit, better, level, process } = formula;
  const last = values.at(-1 - rest);
  return {
    ...{ code, id, name, unit, better, level, process, group: board_group, owner, target },
    period: last?.period ?? '',
    value: last?.value ?? null,
    met: meets(last?.value ?? null, { target, better }),
    trend: trendOf(behaviourOf(formula, values, { phases, rest }), { better, rest }),
    values,
  };
}

/** Where the baselines begin among the periods; of those before the first only the last matters, and it is the first. */
export function phasesOf(baselines: readonly Baseline[], periods: readonly string[], grain: Grain): { from: number; reason: string }[] {
  return baselines.flatMap(({ since, reason }) => {
    const from = periods.indexOf(periodOfDay(since, grain));
    return from < 0 ? [] : [{ from, reason }];
  });
}
