// The line of sight: every objective from strategic to operational with its figure, and what has no line to anything.
import { localDate } from '../calculus/terms.ts';
import type { Actor } from '../kernel/scope.ts';
import type { Row } from '../platform/db/types.ts';
import { type House, settings } from '../platform/house.ts';
import { labelsOf } from '../platform/journal/labels.ts';
import type { Decided, Figure, LineAnswer, ObjectiveLine } from '../practices/measurement/answers.record.ts';
import { meets, type Status, statusOf } from '../practices/measurement/steering.ts';
import { monthsOver, standing } from './measure-standing.ts';
import { briefly } from './measure-values.ts';

type Known = Pick<ObjectiveLine, 'id' | 'name' | 'level' | 'state' | 'parent' | 'target' | 'by' | 'owner'> & { readonly measure: string | null };

/** Five reads; what is not kept of the figures is counted as far as the time allows. Ended objectives of the last year stay in sight. */
export async function lineOfSight(house: House, actor: Actor): Promise<LineAnswer> {
  const { zone, house: own } = await settings(house);
  const now = house.clock.now();
  const today = localDate(zone, new Date(now).toISOString());
  const known = await house.db.query<Row & Known>(
    `select id, name, level, state, parent, target, by::text as by, owner, measure from objective
     where open or closed_at >= $1::timestamptz - interval '1 year'
     order by array_position(array['strategic', 'tactical', 'operational'], level), length(id), id`,
    [new Date(now).toISOString()],
  );
  const asked = { zone, house: own ?? '', now, board: false, periods: monthsOver({ now, zone }) };
  const figures = await standing(house.db, asked, briefly(house.clock.now));
  const decided = await decisionsOn(house, [...known.map((each) => each.id), ...figures.map((each) => each.id)]);
  const lines = linesOf(known, { figures, today });
  const aimed = new Set(known.flatMap((each) => (each.measure ? [each.measure] : [])));
  return {
    data: lines,
    figures,
    decided,
    gaps: {
      unmeasured: lines.filter((each) => each.measure === null && isLive(each)).map((each) => each.id),
      unaimed: figures.filter((each) => !aimed.has(each.id)).map((each) => each.id),
      loose: lines.filter((each) => each.level !== 'strategic' && each.parent === null && isLive(each)).map((each) => each.id),
      uncarried: lines.filter((each) => each.level !== 'operational' && isLive(each) && !lines.some((one) => one.parent === each.id)).map((each) => each.id),
      unsighted: unsighted(lines, figures),
    },
    refs: await labelsOf(house, { actor, ids: known.flatMap((each) => (each.owner ? [each.owner] : [])) }),
    now: new Date(now).toISOString(),
  };
}

const isLive = ({ state }: Pick<ObjectiveLine, 'state'>): boolean => state === 'proposed' || state === 'agreed';

/** Statuses from below upwards: one without a figure of its own stands as the worst that carries it. */
function linesOf(known: readonly Known[], { figures, today }: { figures: readonly Figure[]; today: string }): ObjectiveLine[] {
  const found = new Map<string, ObjectiveLine>();
  for (const each of known.toReversed()) {
    const figure = figures.find((one) => one.id === each.measure) ?? null;
    const met = figure ? meets(figure.value, { target: each.target, better: figure.better }) : null;
    const beneath: Status[] = [...found.values()].filter((one) => one.parent === each.id).map((one) => one.status);
    found.set(each.id, { ...each, met, status: statusOf({ state: each.state, by: each.by, met, today, beneath }) });
  }
  return known.flatMap((each) => found.get(each.id) ?? []);
}

/** Operational processes that are measured, and none of whose measures is aimed at by anything that leads up to a strategic objective. */
function unsighted(lines: readonly ObjectiveLine[], figures: readonly Figure[]): string[] {
  const byId = new Map(lines.map((each) => [each.id, each]));
  const leads = (line: ObjectiveLine | undefined): boolean => line !== undefined && (line.level === 'strategic' || leads(byId.get(line.parent ?? '')));
  const sighted = new Set(lines.filter((each) => isLive(each) && leads(each)).flatMap((each) => figures.find((one) => one.id === each.measure)?.process ?? []));
  return [...new Set(figures.filter((each) => each.level === 'operational').map((each) => each.process))].filter((each) => !sighted.has(each)).sort();
}

/** Decisions that say they change one of these records. */
async function decisionsOn(house: House, ids: readonly string[]): Promise<Decided[]> {
  return house.db.query<Row & Decided>(
    `select d.id, d.title, d.taken_on::text as taken_on, e ->> 'kind' as kind, e ->> 'record' as record, e ->> 'text' as text
     from decision d cross join lateral jsonb_array_elements(d.effects) e
     where d.state = 'taken' and d.touches && $1::text[] and e ->> 'record' = any($1::text[]) order by d.taken_on desc, d.id limit 200`,
    [[...ids]],
  );
}
