// What the rules of measures, objectives and scorecards must know first.
import { periodOfDay, spanOf } from '../../calculus/measuring.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { BoardOf } from './answers.record.ts';
import type { Formula } from './formula.record.ts';
import type { MeasureGiven } from './measure.rules.ts';
import type { ObjectiveGiven } from './objective.rules.ts';
import type { ScorecardGiven } from './scorecard.rules.ts';

/** The formulas are those the house has, from whichever practice. */
export function gatherMeasure(formulas: readonly Formula[]) {
  return async (db: Db, { input, row, id }: Omit<Case, 'given'>): Promise<MeasureGiven> => {
    const code = (input.code as string | undefined) ?? (row?.code as string | undefined) ?? '';
    const [known] = await db.query<Row & Pick<MeasureGiven, 'other' | 'on_board' | 'language'>>(
      `select (select id from measure where code = $1 and open and id <> $2 limit 1) as other,
         (select count(*)::int from measure where board_group is not null and open and id <> $2) as on_board,
         coalesce((select value #>> '{}' from setting where key = 'language'), 'en') as language`,
      [code, id],
    );
    if (!known) throw new Error('a select without a from answers one row');
    return { ...known, formula: formulas.find((each) => each.code === code) ?? null, known: formulas.map((each) => each.code) };
  };
}

export async function gatherObjective(db: Db, { input, row, id }: Omit<Case, 'given'>): Promise<ObjectiveGiven> {
  const parent = (input.parent as string | undefined) ?? (row?.parent as string | undefined) ?? null;
  const measure = (input.measure as string | undefined) ?? (row?.measure as string | undefined) ?? null;
  const [known] = await db.query<Row & ObjectiveGiven>(
    `select (select jsonb_build_object('id', id, 'level', level, 'open', open) from objective where id = $1) as parent,
       (select jsonb_build_object('id', id, 'unit', unit, 'open', open) from measure where id = $2) as measure,
       (select coalesce(array_agg(id order by id), '{}') from objective where parent = $3 and open) as children`,
    [parent, measure, id],
  );
  if (!known) throw new Error('a select without a from answers one row');
  return known;
}

export function gatherScorecard(boardOf: BoardOf<Db>) {
  return async (db: Db, { input, now }: Omit<Case, 'given'>): Promise<ScorecardGiven> => {
    const grain = input.per === 'quarter' ? 'quarter' : 'month';
    const period = periodOfDay(typeof input.day === 'string' ? input.day : now.slice(0, 10), grain);
    const [known] = await db.query<Row & { zone: string; last: ScorecardGiven['last'] }>(
      `select coalesce((select value #>> '{}' from setting where key = 'zone'), 'Europe/Amsterdam') as zone,
         (select jsonb_build_object('id', id, 'edition', edition) from scorecard where period = $1 order by edition desc limit 1) as last`,
      [period],
    );
    if (!known) throw new Error('a select without a from answers one row');
    const until = new Date(spanOf(period, known.zone).to).toISOString();
    return { period, until, last: known.last, figures: until <= now ? await boardOf(db, { period, now: Date.parse(now) }) : [] };
  };
}
