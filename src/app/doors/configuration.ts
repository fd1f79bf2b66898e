// The past of the configuration: an item as it was at a moment, and what differs between a baseline and another, or now.
import type { FastifyInstance } from 'fastify';
import { apply, type Fact } from '../../kernel/fact.ts';
import { isId, isInstant } from '../../kernel/field.ts';
import { type AnyRow, project, type RowOf } from '../../kernel/record.ts';
import { isRefusal, type Refusal, refuse } from '../../kernel/refusal.ts';
import { type Actor, allows } from '../../kernel/scope.ts';
import type { House } from '../../platform/house.ts';
import { actorFor, isoNow, privately } from '../../platform/http/context.ts';
import { readQuery } from '../../platform/http/query.ts';
import { idsDeep, labelsOf } from '../../platform/journal/labels.ts';
import { readRecord } from '../../platform/journal/read.ts';
import { factsOf } from '../../platform/journal/story.ts';
import { baseline } from '../../practices/configuration/baseline.record.ts';
import type { PicturedItem } from '../../practices/configuration/picture.record.ts';
import { comparePictures, valueDifferences } from '../../practices/configuration/picture.ts';
import { pictureNow, pictureOf, relationsAt, scopeOf } from '../../practices/configuration/queries.ts';
import { configurationItem } from '../../practices/configuration/record.ts';

type Id = { Params: { id: string } };
type Asked = { readonly actor: Actor; readonly id: string };

export function configurationDoor(app: FastifyInstance, house: House): void {
  app.get<Id>('/api/configuration_items/:id/as-of', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['at']);
    if (isRefusal(query)) return query;
    privately(reply);
    return itemAsOf(house, { actor, id: request.params.id, at: query.at ?? isoNow(house) });
  });
  app.get<Id>('/api/baselines/:id/comparison', async (request, reply) => {
    const actor = actorFor(request, 'read');
    if (isRefusal(actor)) return actor;
    const query = readQuery(request.query, ['with']);
    if (isRefusal(query)) return query;
    privately(reply);
    return baselineComparison(house, { actor, id: request.params.id, other: query.with ?? 'now' });
  });
}

/** The item as its journal had it at an instant, its relations then, and what is otherwise now. `data` is null when it was not there yet. */
export async function itemAsOf(house: House, { actor, id, at }: Asked & { at: string }): Promise<object | Refusal> {
  const now = await readRecord(house, { actor, definition: configurationItem, id });
  if (!now) return refuse('not_found');
  if (!isInstant(at)) return refuse('field.not_instant', 'at', { field: 'at' });
  const instant = new Date(at).toISOString();
  const told = (await factsOf(house, id)).filter((each: Fact) => each.at <= instant);
  const then = told.reduce<AnyRow | null>((row, fact) => apply(configurationItem, row, fact), null);
  // Whose it was then decides who reads it, not whose it became.
  const row = then && allows(configurationItem.see, actor, then) ? project(configurationItem, then, actor.side) : null;
  // What stands on an item, and on what it stands, is the integrator's business.
  const relations = actor.side === 'integrator' && row ? await relationsAt(house.db, { id, at: instant }) : [];
  const differences = row ? valueDifferences(row as AnyRow & PicturedItem, now as AnyRow & PicturedItem) : [];
  const ids = idsDeep([row, relations, differences, { type: now.type, owner: now.owner, team: now.team }]);
  return { data: row, relations, differences, at: instant, refs: await labelsOf(house, { actor, ids }), now: isoNow(house) };
}

/** What came, went and changed from a baseline to another one (its number) or to `now`. */
export async function baselineComparison(house: House, { actor, id, other }: Asked & { other: string }): Promise<object | Refusal> {
  const row = (await readRecord(house, { actor, definition: baseline, id })) as RowOf<typeof baseline> | null;
  if (!row) return refuse('not_found');
  if (other !== 'now' && !(isId(other) && (await readRecord(house, { actor, definition: baseline, id: other }))))
    return refuse('field.not_there', 'with', { field: 'with', value: other.slice(0, 80) });
  const [before, after] = [await pictureOf(house.db, id), other === 'now' ? await pictureNow(house.db, scopeOf(row)) : await pictureOf(house.db, other)];
  if (!before || !after) return refuse('not_found');
  const data = comparePictures(before, after);
  const same = before.items.length - data.removed.length - data.changed.length;
  const refs = await labelsOf(house, { actor, ids: idsDeep(data) });
  // What is gone from the records altogether still has the name it had when it was frozen.
  const names = Object.fromEntries([...after.items, ...before.items].map((each) => [each.id, each.name]));
  return { data: { ...data, same, with: other }, refs: { ...names, ...refs }, now: isoNow(house) };
}
