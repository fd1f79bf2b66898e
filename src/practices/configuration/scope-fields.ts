// Which items a baseline or a verification is about: chosen ones, those of types or owners, what services stand on; none of these: all.
import type { Field } from '../../kernel/field.ts';

export const scopeFields = {
  types: {
    kind: 'refs',
    to: 'item_type',
    required: true,
    label: { en: 'Of these types', nl: 'Van deze typen', de: 'Von diesen Typen' },
    means: { en: 'Empty: of every type.', nl: 'Leeg: van elk type.', de: 'Leer: von jedem Typ.' },
  },
  owners: {
    kind: 'refs',
    to: 'organisation',
    required: true,
    label: { en: 'Of these owners', nl: 'Van deze eigenaren', de: 'Von diesen Eigentümern' },
    means: { en: 'Empty: of every owner.', nl: 'Leeg: van elke eigenaar.', de: 'Leer: von jedem Eigentümer.' },
  },
  services: {
    kind: 'refs',
    to: 'service',
    required: true,
    label: { en: 'Beneath these services', nl: 'Onder deze diensten', de: 'Unter diesen Services' },
    means: {
      en: 'What these services stand on, however far down. Empty: wherever it is.',
      nl: 'Waar deze diensten op staan, hoe diep ook. Leeg: waar dan ook.',
      de: 'Worauf diese Services stehen, wie tief auch immer. Leer: wo auch immer.',
    },
  },
  items: {
    kind: 'refs',
    to: 'configuration_item',
    required: true,
    label: { en: 'These items', nl: 'Deze items', de: 'Diese Elemente' },
    means: {
      en: 'Chosen one by one; the other choices then do not count.',
      nl: 'Een voor een gekozen; de andere keuzes tellen dan niet.',
      de: 'Einzeln gewählt; die anderen Auswahlen zählen dann nicht.',
    },
  },
} as const satisfies Readonly<Record<string, Field>>;
