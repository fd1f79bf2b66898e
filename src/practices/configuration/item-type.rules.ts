// What happens to types beyond their declaration: codes that imports can name, attributes that make sense, no type taken from its items.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Attribute } from './item-type.record.ts';

export type ItemTypeGiven = {
  /** Open items of the type: the first by number, and how many there are. Read only to retire it. */
  readonly first: string | null;
  readonly count: number;
};
type The = Case<Case['row'], ItemTypeGiven>;
const slug = /^[a-z][a-z0-9_]*$/;

export const itemTypeRules: Rules<ItemTypeGiven> = {
  open: (the) => refuseCode(the) ?? refuseAttributes(the) ?? { changes: { attributes: the.input.attributes ?? [] } },
  edit: (the) => refuseAttributes(the) ?? {},
  retire: ({ given: { first, count } }): Decision | Refusal =>
    first === null ? {} : refuse('item_type.retire.still_used', undefined, { item: first, others: count - 1 }),
};

function refuseCode({ input: { code } }: The): Refusal | null {
  return typeof code === 'string' && !slug.test(code) ? refuse('item_type.code_not_slug', 'code', { code }) : null;
}

function refuseAttributes({ input }: The): Refusal | null {
  const attributes = (input.attributes ?? []) as readonly Attribute[];
  const names = attributes.map((each) => each.name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) return refuse('item_type.attribute_twice', 'attributes', { attribute: twice });
  const empty = attributes.find((each) => each.kind === 'choice' && !each.options?.length);
  return empty ? refuse('item_type.choice_without_options', 'attributes', { attribute: empty.name }) : null;
}
