// Whether the attributes of an item are what its type says: the first thing wrong, by name.
import { type Refusal, refuse } from '../../kernel/refusal.ts';
import type { Attributes } from './fields.ts';
import type { Attribute } from './item-type.record.ts';

export type KnownType = { readonly id: string; readonly name: string; readonly open: boolean; readonly attributes: readonly Attribute[] };

const datePattern = /^\d{4}-\d{2}-\d{2}$/;
const isDate = (value: unknown): boolean => {
  const at = typeof value === 'string' && datePattern.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  return Number.isFinite(at) && new Date(at).toISOString().slice(0, 10) === value;
};
const fits: Readonly<Record<Attribute['kind'], (value: unknown, attribute: Attribute) => boolean>> = {
  text: (value) => typeof value === 'string',
  integer: (value) => Number.isSafeInteger(value),
  boolean: (value) => typeof value === 'boolean',
  date: isDate,
  choice: (value, { options }) => typeof value === 'string' && (options ?? []).includes(value),
};

/** Null when every attribute is one of the type's, has its kind, and none that is required is missing. */
export function wrongAttributes(type: KnownType, attributes: Attributes): Refusal | null {
  const known = new Map(type.attributes.map((each) => [each.name, each]));
  for (const [name, value] of Object.entries(attributes)) {
    const attribute = known.get(name);
    if (!attribute) {
      const options = [...known.keys()].join(', ') || '–';
      return refuse('configuration_item.attribute_unknown', 'attributes', { attribute: name.slice(0, 80), type: type.name, options });
    }
    if (!fits[attribute.kind](value, attribute)) {
      const options = (attribute.options ?? []).join(', ');
      return refuse(`configuration_item.attribute_not_${attribute.kind}`, 'attributes', { attribute: name, options });
    }
  }
  const missing = type.attributes.find((each) => each.required && (attributes[each.name] ?? '') === '');
  return missing ? refuse('configuration_item.attribute_required', 'attributes', { attribute: missing.name, type: type.name }) : null;
}
