// Plans of a period read and reckoned in one go: for the calendar, for one change before it is approved or scheduled, and for a slot.
import type { Span } from '../../calculus/intervals.ts';
import { wallOf } from '../../calculus/wall.ts';
import { type Actor, asSystem } from '../../kernel/scope.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import { passes } from './blocks.ts';
import { around, changesById, type Scheduled, scheduled } from './calendar.queries.ts';
import { type ChangeRow, customersOf, plansOf, type ServiceRow, workOf, worksOn } from './calendar.ts';
import { type Conflict, conflictsOf, type Plans, type Work } from './conflicts.ts';
import type { Block } from './given.ts';
import type { AboveOf } from './impact.queries.ts';

export type Planning = Scheduled & { readonly plans: Plans; readonly services: readonly ServiceRow[] };

/** All that is planned in a period as an actor may see it. Outsiders learn of what they see, not of what stands on it. */
export async function planning(db: Db, aboveOf: AboveOf, { actor, period, cancelled }: { actor: Actor; period: Span; cancelled?: boolean }): Promise<Planning> {
  const found = await scheduled(db, { actor, period, ...(cancelled ? { cancelled } : {}) });
  const inside = actor.side === 'integrator' || Boolean(actor.system);
  const nodes = [...found.changes, ...found.windows, ...found.notices].flatMap(worksOn);
  const known = inside ? await around(db, aboveOf, nodes) : { graph: {}, services: [], promises: [] };
  return { ...found, plans: plansOf(found, known, period), services: known.services };
}

/** One change at the time it has, or is thought to get, among all that is planned in a period. */
export async function planningFor(db: Db, aboveOf: AboveOf, { row, period }: { row: ChangeRow; period: Span }): Promise<{ work: Work; plans: Plans }> {
  const found = await scheduled(db, { actor: asSystem('what stands in the way of a change'), period });
  const others = { ...found, changes: found.changes.filter((each) => each.id !== row.id) };
  const nodes = [row, ...others.changes, ...others.windows, ...others.notices].flatMap(worksOn);
  const known = await around(db, aboveOf, nodes);
  const plans = plansOf(others, known, period);
  return { plans, work: workOf(row, { graph: plans.graph, customers: customersOf(known) }) };
}

/**
 * What stands in the way of a change at its planned time, hardest first; nothing while it has none. The number of queries does not
 * grow with the number of plans. `row` may be one that is not stored yet.
 */
export async function conflictsFor(db: Db, aboveOf: AboveOf, row: ChangeRow): Promise<Conflict[]> {
  if (!row.planned_start || !row.planned_end) return [];
  const period = { from: Date.parse(row.planned_start), to: Date.parse(row.planned_end) };
  if (!(period.from < period.to)) return [];
  const { work, plans } = await planningFor(db, aboveOf, { row, period });
  return conflictsOf(work, plans);
}

/** Those of the changes whose time is forbidden, without an exception for it. */
export async function heldUp(db: Db, aboveOf: AboveOf, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const row of ids.length ? await changesById(db, ids) : [])
    if ((await conflictsFor(db, aboveOf, row)).some((each) => each.severity === 'block' && passes(row, each) === null)) held.add(row.id);
  return held;
}

/** What forbids a change its time, with names. A query more than `conflictsFor` where there is any. */
export async function blocksOf(db: Db, aboveOf: AboveOf, { row, zone }: { row: ChangeRow; zone: string }): Promise<Block[]> {
  const blocking = (await conflictsFor(db, aboveOf, row)).filter((each) => each.severity === 'block');
  if (!blocking.length) return [];
  const names = await namesOf(
    db,
    blocking.flatMap((each) => [each.with, ...(each.about ? [each.about] : [])]),
  );
  const name = (id: string | null): string => (id === null ? '' : (names.get(id) ?? id));
  return blocking.map((each) => ({
    kind: each.kind,
    with: each.with,
    title: names.get(each.with) ?? '',
    about: name(each.about),
    until: `${wallOf(each.until, zone)} ${zone}`,
  }));
}

/** The records that plans meet and are about, by number; the one who asks is of the house, or is told no names. */
async function namesOf(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<Row & { readonly id: string; readonly name: string }>(
    `select id, title as name from change where id = any($1::text[]) union all select id, title from change_window where id = any($1::text[])
     union all select id, title from maintenance_notice where id = any($1::text[]) union all select id, name from promise where id = any($1::text[])
     union all select id, name from service where id = any($1::text[]) union all select id, name from configuration_item where id = any($1::text[])
     union all select id, name from organisation where id = any($1::text[])`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((each) => [each.id, each.name]));
}
