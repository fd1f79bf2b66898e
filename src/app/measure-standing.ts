// How measures stand: the last period that is over against the target, how it behaves, and the periods before. For screens, boards and objectives.
import { type Grain, grainOf, lastPeriods, periodOfDay, spanOf } from '../calculus/measuring.ts';
import type { Db, Row } from '../platform/db/types.ts';
import { settings } from '../platform/house.ts';
import type { BoardOf, Chosen, Figure } from '../practices/measurement/answers.record.ts';
import type { Counted } from '../practices/measurement/counting.queries.ts';
import type { Baseline } from '../practices/measurement/measure-fields.record.ts';
import type { Asking } from '../practices/measurement/queries.ts';
import { behaviourOf, meets, trendOf } from '../practices/measurement/steering.ts';
import { type Patience, type Told, valuesOfAll } from './measure-values.ts';
import { counted } from './measures.ts';

export const chosenColumns = 'id, code, name, state, target, owner, charted, baselines, board_group, board_place';
/** So many periods a board looks back. */
export const shown = 13;
/** The last months that are over, which is what lists tell. */
export const monthsOver = ({ now, zone }: { readonly now: number; readonly zone: string }): string[] =>
  lastPeriods(shown + 1, { now, grain: 'month', zone }).slice(0, shown);

/** `periods` are over; `board`: only what stands on the scorecard. */
type Standing = Omit<Asking, 'customer' | 'service'> & { readonly board: boolean };

/** One read of the measures in use, and the counting of each; groups of the board first. */
export async function standing(db: Db, { board, ...asking }: Standing, patience?: Patience): Promise<Figure[]> {
  const chosen = await db.query<Row & Chosen & { code: string }>(
    `select ${chosenColumns} from measure where state = 'in_use' and (not $1::boolean or board_group is not null)
     order by array_position(array['customer', 'chain', 'money', 'risk', 'future'], board_group), board_place, length(id), id`,
    [board],
  );
  const list = chosen.flatMap(({ code, ...measure }) => {
    const found = counted.get(code);
    return found ? [{ found, measure }] : [];
  });
  const told = await valuesOfAll(
    db,
    list.map((each) => each.found),
    asking,
    patience,
  );
  return list.map(({ found, measure }, i) => figureOf({ formula: found.formula, measure, periods: asking.periods }, told[i] ?? { values: [], left: 0 }));
}

/** The board of one period that is over, with the twelve before it. For a command it is counted in its own transaction. */
export const boardOf: BoardOf<Db> = (db, { period, now }) => boardWith(db, { period, now });

export async function boardWith(db: Db, { period, now }: { readonly period: string; readonly now: number }, patience?: Patience): Promise<readonly Figure[]> {
  const { zone, house } = await settings({ db, clock: { now: () => now } });
  const grain = grainOf(period);
  const periods = lastPeriods(shown, { now: spanOf(period, zone).to - 1, grain, zone });
  return standing(db, { zone, house: house ?? '', now, periods, board: true }, patience);
}

type Figuring = { readonly formula: Counted['formula']; readonly measure: Chosen; readonly periods: readonly string[] };

/** While periods are still to be counted there is neither verdict nor trend. */
function figureOf({ formula, measure, periods }: Figuring, { values, left }: Told): Figure {
  const { target, owner, id, name, board_group } = measure;
  const phases = phasesOf(measure.baselines ?? [], periods, grainOf(periods[0] ?? ''));
  const { code, unit, better, level, process } = formula;
  const last = left ? undefined : values.at(-1);
  return {
    ...{ code, id, name, unit, better, level, process, group: board_group, owner, target },
    period: last?.period ?? periods.at(-1) ?? '',
    value: last?.value ?? null,
    met: meets(last?.value ?? null, { target, better }),
    trend: left ? 'unknown' : trendOf(behaviourOf(formula, values, { phases, rest: 0 }), { better, rest: 0 }),
    values,
    ...(left ? { counting: true } : {}),
  };
}

/** Where the baselines begin among the periods; of those before the first only the last matters, and it is the first. */
export function phasesOf(baselines: readonly Baseline[], periods: readonly string[], grain: Grain): { from: number; reason: string }[] {
  return baselines.flatMap(({ since, reason }) => {
    const from = periods.indexOf(periodOfDay(since, grain));
    return from < 0 ? [] : [{ from, reason }];
  });
}
