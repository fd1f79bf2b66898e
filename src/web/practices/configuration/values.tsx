// How the values of items are said: attributes by the labels of their type, states and references by their names.
import type { Attribute } from '../../../practices/configuration/item-type.record.ts';
import { itemType } from '../../../practices/configuration/item-type.record.ts';
import { configurationItem } from '../../../practices/configuration/record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { useOne } from '../../record/queries.ts';
import { labelOf, RefLink, StateBadge } from '../../record/value.tsx';
import { texts } from '../../texts.ts';

const none: readonly Attribute[] = [];

/** The attributes of a type; none while it is not known. */
export function useAttributes(type: unknown): { readonly attributes: readonly Attribute[]; readonly ready: boolean } {
  const id = typeof type === 'string' ? type : '';
  const one = useOne(itemType, id, id !== '');
  return { attributes: (one.data?.data.attributes as readonly Attribute[] | undefined) ?? none, ready: one.data !== undefined };
}

/** serial_number -> Serial number: for an attribute whose type is not at hand. */
export const plainLabel = (name: string): string => {
  const words = name.replaceAll('_', ' ');
  return words.slice(0, 1).toUpperCase() + words.slice(1);
};

/** Words for the name of a value: `attributes.model` by its type, anything else by the record. */
export function useLabels(type: unknown): (field: string) => string {
  const say = useSay();
  const { attributes } = useAttributes(type);
  return (field) => {
    const name = field.startsWith('attributes.') ? field.slice('attributes.'.length) : null;
    if (name === null) return say(labelOf(configurationItem, field));
    return attributes.find((each) => each.name === name)?.label ?? plainLabel(name);
  };
}

export function ItemValue({ field, value, refs }: { readonly field: string; readonly value: unknown; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  if (value === null || value === undefined || value === '') return <span className="dim">–</span>;
  if (field === 'state') return <StateBadge definition={configurationItem} state={String(value)} />;
  if (['type', 'owner', 'team'].includes(field)) return <RefLink id={String(value)} refs={refs} />;
  if (typeof value === 'boolean') return say(value ? texts.yes : texts.no);
  return typeof value === 'number' ? format.number(value) : String(value);
}

/** "Model: MX204, Ports: 24" where there is no room for a table. */
export const attributeWords = (value: unknown): string =>
  Object.entries((value ?? {}) as Readonly<Record<string, unknown>>)
    .map(([name, each]) => `${plainLabel(name)}: ${String(each)}`)
    .join('\n');

export const typeWords = (value: unknown): string => (value as readonly Attribute[]).map((each) => `${each.label} (${each.kind})`).join('\n');
