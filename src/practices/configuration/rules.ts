// What happens to items beyond their declaration: attributes as their type says, an owner who is there, and nothing retired that others stand on.
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import { type KnownType, wrongAttributes } from './attributes.ts';
import type { Attributes } from './fields.ts';

export type ItemGiven = {
  readonly house: string | null;
  /** The type as it will be; null when neither type nor attributes are touched. */
  readonly type: KnownType | null;
  /** The owner asked for. */
  readonly owner: { readonly name: string; readonly open: boolean } | null;
  /** What stands on the item now and is not retired: its name and kind of relation. Read only to retire it. */
  readonly dependents: readonly { readonly name: string }[];
};
type The = Case<Case['row'], ItemGiven>;

export const configurationItemRules: Rules<ItemGiven> = {
  open: (the) => refuseContent(the) ?? opened(the),
  edit: (the) => refuseContent(the) ?? {},
  sync: (the) => refuseContent(the) ?? { changes: the.input.status ? { state: the.input.status } : {} },
  retire: ({ given: { dependents } }): Decision | Refusal =>
    dependents[0] ? refuse('configuration_item.retire.still_needed', undefined, { dependent: dependents[0].name }) : {},
  confirm: ({ at }) => ({ changes: { seen_at: at } }),
};

function opened({ input, given, at }: The): Decision {
  const { status, attributes, owner, source, seen_at } = input;
  const standing = { attributes: attributes ?? {}, owner: owner ?? given.house, source: source ?? 'hand', seen_at: seen_at ?? at };
  return { changes: { ...standing, aliases: input.aliases ?? [], ...(status ? { state: status } : {}) } };
}

function refuseContent({ input, row, given, command, now }: The): Refusal | null {
  const { type, owner } = given;
  if (owner && !owner.open) return refuse('configuration_item.owner_ended', 'owner', { owner: owner.name });
  if (command === 'open' && input.source_key && !input.source) return refuse('configuration_item.source_key_needs_source', 'source');
  if (typeof input.seen_at === 'string' && input.seen_at > now) return refuse('configuration_item.seen_in_future', 'seen_at');
  if (!type) return null;
  if (!type.open && row?.type !== type.id) return refuse('configuration_item.type_retired', 'type', { type: type.name });
  return wrongAttributes(type, (input.attributes ?? row?.attributes ?? {}) as Attributes);
}
