// What differs between two pictures of the configuration: items added, removed and changed value by value, relations made and ended. Pure.
import type { Attributes } from './fields.ts';
import type { Picture, PictureDifference, PicturedItem, PicturedRelation, ValueDifference } from './picture.record.ts';

const plain = ['name', 'type', 'state', 'owner', 'team'] as const;
type Comparable = Pick<PicturedItem, (typeof plain)[number] | 'attributes'>;

/** From `before` to `after`. An ended relation that was made anew with the same ends and terms is no difference. */
export function comparePictures(before: Picture, after: Picture): PictureDifference {
  const [was, is] = [byId(before.items), byId(after.items)];
  const changed = after.items.flatMap((item) => {
    const old = was.get(item.id);
    const values = old ? valueDifferences(old, item) : [];
    return values.length ? [{ id: item.id, name: item.name, values }] : [];
  });
  const [ties, tiesNow] = [new Set(before.relations.map(said)), new Set(after.relations.map(said))];
  return {
    added: after.items.filter((each) => !was.has(each.id)),
    removed: before.items.filter((each) => !is.has(each.id)),
    changed,
    relations_added: after.relations.filter((each) => !ties.has(said(each))),
    relations_removed: before.relations.filter((each) => !tiesNow.has(said(each))),
  };
}

export function valueDifferences(before: Comparable, after: Comparable): ValueDifference[] {
  const own = plain.flatMap((field) => differing(field, before[field], after[field]));
  const names = [...new Set([...Object.keys(before.attributes), ...Object.keys(after.attributes)])];
  return [...own, ...names.flatMap((name) => differing(`attributes.${name}`, valueIn(before.attributes, name), valueIn(after.attributes, name)))];
}

const byId = (items: readonly PicturedItem[]): ReadonlyMap<string, PicturedItem> => new Map(items.map((each) => [each.id, each]));
const said = ({ subject, kind, object, redundancy, need }: PicturedRelation): string => [subject, kind, object, redundancy, need].join(' ');
const valueIn = (attributes: Attributes, name: string): unknown => (Object.hasOwn(attributes, name) ? attributes[name] : null);
const differing = (field: string, before: unknown, after: unknown): ValueDifference[] =>
  (before ?? null) === (after ?? null) ? [] : [{ field, before: before ?? null, after: after ?? null }];
