// What follows from a verification: what was found confirms its items, and a record that is to be corrected is.
import type { Fact } from '../../kernel/fact.ts';
import type { Ask } from '../../kernel/practice.ts';
import type { AnyRow } from '../../kernel/record.ts';
import type { Difference } from './difference.record.ts';
import type { Attributes } from './fields.ts';

/** The attributes of the item as they are recorded now; null when no attribute is corrected. */
export type CorrectionGiven = { readonly attributes: Attributes | null };

export function correct(fact: Fact, row: AnyRow, { attributes }: CorrectionGiven): readonly Ask[] {
  const one = differenceOf(fact, row);
  if (!one) return [];
  if (one.kind === 'unexpected') return opened(one, fact);
  if (one.item === null) return [];
  const item = { record: 'configuration_item', command: 'sync', target: one.item } as const;
  if (one.kind === 'missing') return [{ ...item, input: { status: 'retired', note: String(row.name) } }];
  if (one.attribute === null) return [];
  const changed = one.attribute === 'name' ? { name: one.found } : { attributes: { ...attributes, [one.attribute]: one.found } };
  return [{ ...item, input: { ...changed, seen_at: fact.at } }];
}

/** What was found, in whatever way, was seen: its freshness is that of the comparison. */
export function confirmed(_fact: Fact, row: AnyRow, { found }: { readonly found: readonly string[] }): readonly Ask[] {
  const differs = ((row.differences ?? []) as readonly Difference[]).filter((each) => each.kind === 'missing').map((each) => each.item);
  return found.filter((id) => !differs.includes(id)).map((target) => ({ record: 'configuration_item', command: 'confirm', target, input: {} }));
}

export const differenceOf = (fact: Fact, row: AnyRow): Difference | undefined =>
  ((row.differences ?? []) as readonly Difference[]).find((each) => each.id === fact.params.of);

function opened({ thing, name }: Difference, fact: Fact): readonly Ask[] {
  const input = { name, type: fact.params.type, attributes: thing?.attributes ?? {}, status: 'live', seen_at: fact.at };
  return [{ record: 'configuration_item', command: 'open', target: null, input }];
}
